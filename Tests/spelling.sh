#!/bin/sh
# spelling.sh [FILE …]: words of the lessons, the guide and the README that are not American English
# and not in Tests/spelling-words.txt. Code, formulas, links and front matter are not read. Hunspell cuts
# long lines within words, so lines are folded.
set -e
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- README.md lessons/*.md guide/*.md lessons/course.yml lessons/lecture.yml
if ! command -v hunspell >/dev/null; then
  echo "Spelling is not tested: apt-get install hunspell hunspell-en-us" >&2
  exit 0
fi
failed=0
for file in "$@"; do
  # Fenced code, front matter, then what stands within a line.
  words=$(awk '
      NR == 1 && /^---$/ { front = 1; next }
      front { if (/^---$/) front = 0; next }
      { line = $0; sub(/^[ \t>]*/, "", line) }
      fence == "" && line ~ /^(```+|~~~+)/ { match(line, /^(`+|~+)/); fence = substr(line, 1, RLENGTH); next }
      fence != "" { if (index(line, fence) == 1) fence = ""; next }
      /^\$\$/ && !/\$\$.*\$\$/ { formula = !formula; next }
      formula { if (/\$\$/) formula = 0; next }
      { print }' "$file" |
    sed -E 's/(``+).*\1//g; s/`[^`]*`//g; s/\$\$[^$]*\$\$//g; s/\$[^$]*\$//g; s/\[@[^]]*\]//g; s/@[a-zA-Z][a-zA-Z0-9_-]+//g; s/\]\([^)]*\)/]/g; s/\{[^}]*\}//g; s#https?://[^ )]*##g' |
    tr '\n' ' ' | sed -E 's/`[^`]*`//g; s/\$[^$]*\$//g' |
    sed "s/[’‘]/'/g; s/\[\([A-Za-z ]*\)\]/\1/g" | fold -s -w 500 | hunspell -l -d en_US -p Tests/spelling-words.txt | sort -u)
  unknown=$(printf '%s\n' "$words" | grep -vxF -f Tests/spelling-words.txt | grep -v '^$' || true)
  if [ -n "$unknown" ]; then
    failed=1
    printf '%s:' "$file"
    printf ' %s' $unknown
    echo
  fi
done
[ $failed = 0 ] || { echo "Mend the words, or add them to Tests/spelling-words.txt." >&2; exit 1; }
