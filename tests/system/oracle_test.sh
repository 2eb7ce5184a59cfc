#!/bin/sh
# The program against an independent oracle written from the contract: deadlines, imports, figures, lists, errors, journal.
# usage: oracle_test.sh MOTCUA [PROVINCES [SEED]]; each province is another random one. Prints TAP.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT HUP INT TERM
python3 -B "$(dirname "$0")/oracle_run.py" "$1" "$dir" "${3:-7}" "${2:-1}"
