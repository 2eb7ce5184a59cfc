#!/usr/bin/env bash
# clang_tidy.sh BUILD: clang-tidy over src/ and tools/ but for their tests, one file per process (several files in one run give false
# findings about va_list). BUILD must be one of clang: its compile_commands.json has the flags. TAP. What is
# checked, and why some checks are not, stands in .clang-tidy.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
export build logs tidy
tidy_one() {
	"$tidy" --quiet -p "$build" --warnings-as-errors='*' "$1" >"$logs/${1//\//_}.out" 2>&1 ||
		mv "$logs/${1//\//_}.out" "$logs/${1//\//_}.bad"
}
export -f tidy_one
git ls-files 'src/*.c' 'tools/*.c' ':!*_test.c' ':!*_sample*.c' | xargs -P 2 -I{} bash -c 'tidy_one {}'
n=0 bad=0
for file in $(git ls-files 'src/*.c' 'tools/*.c' ':!*_test.c' ':!*_sample*.c'); do
	n=$((n + 1))
	if [ -e "$logs/${file//\//_}.bad" ]; then
		echo "not ok $n - $file"
		grep -E 'warning|error' "$logs/${file//\//_}.bad" | sed "s|$PWD/||; s/^/# /"
		bad=1
	else
		echo "ok $n - $file"
	fi
done
echo "1..$n"
exit $bad
