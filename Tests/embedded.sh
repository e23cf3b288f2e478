#!/bin/sh
# Compiles the modules that also run in a browser as Embedded Swift for WebAssembly.
set -e
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

compile() {
  module=$1
  shift
  # shellcheck disable=SC2046
  swiftc -parse-as-library -wmo -swift-version 6 -enable-experimental-feature Embedded \
    -target wasm32-unknown-none-wasm -module-name "$module" -package-name gradus -I "$out" \
    -Xcc -fmodule-map-file="$out/TrainingKernels.modulemap" \
    -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -emit-object -o "$out/$module.o" "$@" $(find "Sources/$module" -name '*.swift' | LC_ALL=C sort)
  echo "Embedded Swift: $module"
}

for source in $(find Sources/TrainingKernels -name '*.c'); do
  clang --target=wasm32-unknown-none -O2 -msimd128 -mrelaxed-simd -mbulk-memory -ffreestanding \
    -nostdlib -Wall -Werror -I Sources/TrainingKernels/include -c "$source" \
    -o "$out/$(basename "$source").o"
done
for source in Sources/GradusWeb/*.c; do
  clang --target=wasm32-unknown-none -Os -msimd128 -mrelaxed-simd -mbulk-memory -ffreestanding \
    -nostdlib -Wall -Werror -I Sources/GradusWeb/include -I Sources/TrainingKernels/include -c "$source" \
    -o "$out/$(basename "$source").o"
done
printf 'module TrainingKernels { umbrella "%s/Sources/TrainingKernels/include" export * }\n' \
  "$(pwd)" > "$out/TrainingKernels.modulemap"
compile TrainingEngine
compile SVGCharts
compile TranscriptFormat
compile LessonKit
compile GradusWeb -Xcc -fmodule-map-file=Sources/GradusWeb/include/module.modulemap
