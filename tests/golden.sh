#!/bin/sh
# golden.sh TOOL DIR: runs every DIR/*.cmd (shell; $TOOL is the tool, $OUT a scratch directory, the working
# directory is DIR) and compares what it prints, and its exit code, with the .out beside it. TAP.
# GOLDEN_UPDATE=1 writes the .out files instead; read the difference before committing it.
TOOL=$(realpath "$1") DIR=$2
OUT=$(mktemp -d) || exit 1
trap 'rm -rf "$OUT"' EXIT INT TERM
export TOOL OUT
cd "$DIR" || exit 1
n=0 bad=0
for cmd in *.cmd; do
	n=$((n + 1))
	want=${cmd%.cmd}.out
	rm -rf "$OUT"/*
	got=$OUT.got
	{ sh "$cmd" 2>&1; echo "exit $?"; } | sed "s|$OUT|OUT|g" >"$got"
	[ -z "$GOLDEN_UPDATE" ] || cp "$got" "$want"
	if diff -u "$want" "$got" >"$OUT/diff"; then
		echo "ok $n - ${cmd%.cmd}"
	else
		echo "not ok $n - ${cmd%.cmd}"
		sed 's/^/# /' "$OUT/diff"
		bad=1
	fi
	rm -f "$got"
done
echo "1..$n"
[ $n -gt 0 ] && exit $bad
