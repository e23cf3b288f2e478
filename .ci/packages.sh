#!/bin/sh
# packages.sh FILE:PACKAGE … installs the Debian packages whose file is not there.
set -e
missing=""
for pair in "$@"; do
  [ -e "${pair%%:*}" ] || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "Please install:$missing" >&2
  exit 3
fi
root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Run as root: apt-get install$missing" >&2; exit 3; }
  root=sudo
fi
echo "Installing$missing"
$root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
