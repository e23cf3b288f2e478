#!/bin/sh
# Runs every kernel on this processor's paths and, in an emulator, on those of 64-bit ARM: all give the
# bits of KernelBits/bits.txt. Without the emulator or the ARM libraries only this processor's paths
# are run.
set -e
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# Less optimization than in the package halves the time to compile; the bits do not depend on it.
flags="-O1 -Wall -Werror -I Sources/TrainingKernels/include"
sources="$(find Sources/TrainingKernels -name '*.c') Tests/KernelBits/bits.c"

# Runs a program, which compares its own paths, and compares what it prints.
check() {
  "$@" > "$out/bits" 2> "$out/paths" || { cat "$out/paths" >&2; exit 1; }
  diff Tests/KernelBits/bits.txt "$out/bits" >&2 || { echo "Kernels: other bits" >&2; exit 1; }
  echo "Kernels: the same bits on$(cat "$out/paths")"
}

# shellcheck disable=SC2086
clang $flags $sources -lm -pthread -o "$out/here"
check "$out/here"

root=/usr/aarch64-linux-gnu
if [ "$(uname -m)" = aarch64 ] || ! command -v qemu-aarch64 >/dev/null || [ ! -e $root/lib/libc.so.6 ]
then
  echo "Kernels: NEON not run (apt-get install qemu-user gcc-aarch64-linux-gnu libc6-dev-arm64-cross)"
  exit 0
fi
# shellcheck disable=SC2086
clang --target=aarch64-linux-gnu --gcc-toolchain=/usr -isystem $root/include -fuse-ld=lld \
  -L $root/lib $flags $sources -lm -pthread -o "$out/arm"
check qemu-aarch64 -L $root "$out/arm"
