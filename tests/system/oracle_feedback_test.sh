#!/bin/sh
# The feedback in the figures against an oracle that reads the journal with SQLite alone. usage: oracle_feedback_test.sh MOTCUA
# On the demonstration; MOTCUA_DEMO names one that is made already. Prints TAP.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT HUP INT TERM
if [ -n "${MOTCUA_DEMO:-}" ]; then cp -r "$MOTCUA_DEMO" "$dir/one"; else "$1" demo --no-serve --data "$dir/one" >"$dir/table"; fi
python3 -B "$(dirname "$0")/oracle_feedback.py" "$1" "$dir/one"
