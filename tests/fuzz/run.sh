#!/usr/bin/env bash
# run.sh SECONDS [NAME...]: builds the fuzz targets and runs each that long, two at a time. TAP. What they learn
# stays in build-fuzz/corpus; an input that breaks something is left in build-fuzz/found and printed.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
build=build-fuzz
if [ ! -f $build/build.ninja ]; then
	CC=clang meson setup $build . --buildtype=debugoptimized -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false >&2
fi
ninja -C $build >$build/build.log || { cat $build/build.log; exit 1; }
mkdir -p $build/found
[ $# -gt 0 ] || set -- $(find $build/tests/fuzz -maxdepth 1 -type f -executable -name 'fuzz_*' -printf '%f\n' | sed s/^fuzz_// | sort)

one() {
	mkdir -p "$build/corpus/$1"
	"$build/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$build/found/$1-" "$build/corpus/$1" >"$build/found/$1.log" 2>&1
	echo $? >"$build/found/$1.status"
}

n=0 bad=0
tell() {
	n=$((n + 1))
	if [ "$(cat "$build/found/$1.status")" = 0 ]; then
		echo "ok $n - $1: $(awk '/number_of_executed_units/ { print $2 }' "$build/found/$1.log") runs"
	else
		echo "not ok $n - $1"
		tail -60 "$build/found/$1.log" | sed 's/^/# /'
		bad=1
	fi
}
echo "1..$#"
while [ $# -gt 0 ]; do
	set +e
	one "$1" &
	[ $# -lt 2 ] || one "$2"
	wait
	set -e
	tell "$1"
	shift
	[ $# -eq 0 ] || { tell "$1"; shift; }
done
exit $bad
