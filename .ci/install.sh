#!/bin/sh
# install.sh BUILT PREFIX copies the tool and the engine that lessons are compiled against.
set -e
built=$1
lib=$2/lib/gradus
mkdir -p "$2/bin" "$lib/Modules"
for module in LessonKit TrainingEngine SVGCharts TranscriptFormat; do
  cp "$built/Modules/$module.swiftmodule" "$built/Modules/$module.swiftdoc" "$lib/Modules/"
done
for module in TrainingKernels LessonTrace; do
  mkdir -p "$lib/$module"
  cp Sources/$module/include/*.h "$lib/$module/"
  printf 'module %s { header "%s.h" export * }\n' $module $module > "$lib/$module/module.modulemap"
done
cp "$built/libLessonKit.so" "$lib/"
# The engine for browsers, made by the first course with live blocks that was built here.
rm -rf "$lib/Web"
if [ -f "$built/Web/identity" ]; then cp -r "$built/Web" "$lib/"; fi
cp "$built/gradus" "$2/bin/gradus.new"
mv "$2/bin/gradus.new" "$2/bin/gradus"
echo "$2/bin/gradus"
