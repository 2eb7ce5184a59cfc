#!/bin/sh
# run.sh BINARY: the browser tests on a fresh demo province. DOSSIER=CODE also visits the page of that dossier.
set -eu
cd "$(dirname "$0")/../.."
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT INT TERM
node web/packages.mjs "$data/packages.stamp" >&2
node tests/browser/run.mjs --binary "$1" --data "$data/province" ${DOSSIER:+--dossier "$DOSSIER"}
