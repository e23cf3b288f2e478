#!/bin/sh
# Builds the engine's DocC catalogue, and fails where docc has something to say.
#
# A parameter whose label says all needs no words, so docc is not asked for them.
set -e
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

printf 'module TrainingKernels { umbrella "%s/Sources/TrainingKernels/include" export * }\n' \
  "$(pwd)" > "$out/TrainingKernels.modulemap"
mkdir "$out/symbols"
# shellcheck disable=SC2046
swiftc -parse-as-library -swift-version 6 -module-name TrainingEngine -package-name gradus \
  -Xcc -fmodule-map-file="$out/TrainingKernels.modulemap" \
  -emit-module -emit-module-path "$out/TrainingEngine.swiftmodule" \
  -emit-symbol-graph -emit-symbol-graph-dir "$out/symbols" \
  $(find Sources/TrainingEngine -name '*.swift' | LC_ALL=C sort)
docc convert Sources/TrainingEngine/TrainingEngine.docc \
  --additional-symbol-graph-dir "$out/symbols" --output-path "$out/archive" \
  --fallback-display-name TrainingEngine --fallback-bundle-identifier gradus.TrainingEngine \
  --disable-parameters-and-returns-validation --warnings-as-errors
echo "DocC: TrainingEngine"
