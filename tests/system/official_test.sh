#!/usr/bin/env bash
# official_test.sh SAMPLES: draws the sample documents and measures them by Nghị định 30/2020, phụ lục I. TAP.
samples=$(realpath "$1") here=$(realpath "$(dirname "$0")")
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
if ! command -v pdftotext >/dev/null; then
	echo "1..0 # SKIP no pdftotext"
	exit 0
fi
"$samples" "$dir" || { echo "Bail out! the samples cannot be drawn"; exit 1; }
for pdf in "$dir"/*.pdf; do
	pdftotext -bbox "$pdf" "${pdf%.pdf}.html" && pdffonts "$pdf" >"${pdf%.pdf}.fonts" && pdfinfo "$pdf" >"${pdf%.pdf}.info" ||
		{ echo "Bail out! $pdf cannot be read"; exit 1; }
done
python3 "$here/official_measure.py" "$dir"
