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
# The engine for browsers is made for the first course with live blocks.
course=$(mktemp -d)
trap 'rm -rf "$course"' EXIT
mkdir "$course/lessons"
printf 'title: A\n' > "$course/lessons/course.yml"
printf '# A\n\n```swift\n//| live: true\nlet x = Slider("x", values: [1, 2])\nshow("\\(x.value)")\n```\n' \
  > "$course/lessons/a.md"
tool=$(realpath "$built/gradus")
(cd "$course" && "$tool" build lessons > built.log)
rm -rf "$lib/Web"
if [ -f "$built/Web/identity" ]; then cp -r "$built/Web" "$lib/"; fi
cp "$built/gradus" "$2/bin/gradus.new"
mv "$2/bin/gradus.new" "$2/bin/gradus"
echo "$2/bin/gradus"
