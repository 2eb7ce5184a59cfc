#!/usr/bin/env bash
# import_test.sh BINARY: imports that must be refused leave the data as before; the same file twice changes
# nothing; a correction changes what it should and only from then on. LONG=1: a hundred thousand dossiers.
. "$(dirname "$0")/lib.sh"
header=code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,supplement_received_at,resolved_at,returned_at,outcome
P=1.009972.000.00.00.H54
import() { "$M" import "${kind:-dossiers}" "$T/in.csv" --data "$T/p" "$@"; }
# refused NAME PATTERN: the file in.csv is refused with a line that matches, and nothing has changed.
refused() {
	exits 1 "$1 is refused" import
	cp "$T/err" "$T/said"
	says err "$2" "$1: the message says where and what"
	figures "$T/p" "$T/after.json"
	same "$T/before.json" "$T/after.json" "$1: the data is as before"
}
rows() { { echo "${head:-$header}"; printf '%s\n' "$@"; } >"$T/in.csv"; }
good() { echo "SXD-220110-$1,$P,SXD,counter,Người Mẫu,2022-01-10 09:00,,,,2022-01-20 10:00,,approved"; }

province "$T/p"
dossiers $([ -z "${LONG:-}" ] && echo 3000 || echo 100000) >"$T/many.csv"
exits 0 "--dry-run of a good file" "$M" import dossiers "$T/many.csv" --data "$T/p" --dry-run
figures "$T/p" "$T/before.json"
says out '"received":\{"total":0' "counts no dossier afterwards"
exits 0 "import of a good file" "$M" import dossiers "$T/many.csv" --data "$T/p"
figures "$T/p" "$T/before.json"
python3 - "$T/before.json" "$T/many.csv" <<'C' >"$T/out" 2>"$T/err"
import csv, json, sys
f, rows = json.load(open(sys.argv[1])), list(csv.DictReader(open(sys.argv[2])))
assert f["balanced"]
assert f["received"]["total"] == len(rows), f["received"]
assert f["resolved"]["total"] == sum(r["resolved_at"] != "" for r in rows)
for outcome in "refused", "withdrawn":
    assert f["resolved"][outcome] == sum(r["outcome"] == outcome for r in rows), outcome
for channel in "online", "counter", "postal":
    assert f["received"]["new"][channel] == sum(r["channel"] == channel for r in rows), channel
for part in "resolved", "received", "in_progress":
    assert sum(r[part]["total"] for r in f["rows"]) == f[part]["total"], part
C
result $? "every figure is what a count of the file gives"
exits 0 "the same file again" "$M" import dossiers "$T/many.csv" --data "$T/p"
says out "nothing|unchanged" "is said to change nothing"
figures "$T/p" "$T/after.json"
same "$T/before.json" "$T/after.json" "and changes nothing, not even the journal"
for k in agencies holidays procedures-construction; do
	exits 0 "$k again" "$M" import ${k%%-*} "$packs/$k.csv" --data "$T/p"
	figures "$T/p" "$T/after.json"
	same "$T/before.json" "$T/after.json" "$k again changes nothing"
done

rows "$(good 0001)" "$(printf 'SXD-220110-0002,%s,SXD,counter,Ng\xff\xfei,2022-01-10 09:00,,,,,,' $P)"
refused "broken UTF-8" 'in\.csv:3: '
{ echo "$header"; head -c 100000000 /dev/zero | tr '\0' x; } >"$T/in.csv"
refused "a line of 100 MB" 'in\.csv:2: '
head="$header,colour" rows "$(good 0001),red"
refused "a column that does not exist" 'in\.csv:1: .*colour|colour'
head=code,procedure rows "x,$P"
refused "a file without its columns" 'in\.csv:1: '
rows "$(good 0001)" "SXD-220110-0002,$P,SXD,counter,Người Mẫu,2022-02-31 09:00,,,,,,"
refused "31 February" 'in\.csv:3: received_at: '
rows "SXD-220110-0002,$P,SXD,counter,Người Mẫu,31/02/2022,,,,,,"
refused "31/02" 'in\.csv:2: received_at: '
rows "SXD-220110-0002,$P,SXD,counter,Người Mẫu,2022-01-10 09:00,,,,2022-01-09 09:00,,approved"
refused "resolved before received" 'in\.csv:2: resolved_at: '
rows "SXD-220110-0002,9.999999.000.00.00.H54,SXD,counter,Người Mẫu,2022-01-10 09:00,,,,,,"
refused "an unknown procedure" 'in\.csv:2: procedure: .*9\.999999'
rows "SXD-220110-0002,$P,SKC,counter,Người Mẫu,2022-01-10 09:00,,,,,,"
refused "an unknown agency" 'in\.csv:2: agency: .*SKC'
rows "SXD-220110-0002,$P,SXD,pigeon,Người Mẫu,2022-01-10 09:00,,,,,,"
refused "an unknown channel" 'in\.csv:2: channel: '
rows "$(good 0001)" "$(good 0001)"
refused "a doubled row" 'in\.csv:3: code: '
rows "$(good 0001)" "SXD-220110-0002,$P"
refused "a row that is too short" 'in\.csv:3: '
rows "SXD-220110-0002,$P,SKC,pigeon,Người Mẫu,2022-01-10 25:00,,,,,," "SXD-220110-0003,x,SXD,counter,Người Mẫu,2022-01-10 09:00,,,,,,"
refused "several errors" 'in\.csv:2: agency: '
says said 'in\.csv:2: channel: ' "in one pass: the second of the row"
says said 'in\.csv:2: received_at: ' "the third"
says said 'in\.csv:3: procedure: ' "and those of the next row"
: >"$T/in.csv"
refused "an empty file" 'in\.csv'
exits 1 "a file that is not there is refused" "$M" import dossiers "$T/none.csv" --data "$T/p"
says err 'none\.csv' "and is named"

# A correction: the dossier ended in another month than was entered.
code=$(awk -F, 'NR > 1 && $10 ~ /^2022-03/ && $12 == "approved" { print $1; exit }' "$T/many.csv")
{ head -1 "$T/many.csv"; grep "^$code," "$T/many.csv" | awk -F, -v OFS=, '{ $10 = "2022-04-04 10:00"; $11 = ""; print }'; } >"$T/in.csv"
refused "an existing code with other values" "in\.csv:2: .*"
by_month() {
	quiet "$M" figures --data "$T/p" --agency all --from 2022-01-01 --to 2022-12-31 --by month --format json "${@:2}"
	cp "$T/out" "$1"
}
by_month "$T/before.json"
sleep 1.1
moment=$(date +%Y-%m-%dT%H:%M:%S%:z)
sleep 1.1
exits 0 "--correct with a reason" import --correct "sai ngày trả kết quả"
by_month "$T/after.json"
by_month "$T/known.json" --known-at "$moment"
python3 - "$T" <<'C' >"$T/out" 2>"$T/err"
import json, sys
before, after, known = (json.load(open(f"{sys.argv[1]}/{n}.json")) for n in ("before", "after", "known"))
assert after["journal"]["size"] > before["journal"]["size"]
assert after["journal"]["root"] != before["journal"]["root"]
assert known["journal"] == before["journal"], (known["journal"], before["journal"])
for d in before, after, known:
    d.pop("journal"), d.pop("known_at")
assert known == before, "known-at sees the correction"
def flat(d, path=""):
    if isinstance(d, dict): return {k2: v2 for k, v in d.items() for k2, v2 in flat(v, f"{path}.{k}").items()}
    if isinstance(d, list): return {k2: v2 for i, v in enumerate(d) for k2, v2 in flat(v, f"{path}.{i}").items()}
    return {path: d}
a, b = flat(before), flat(after)
moved = {k: b[k] - a[k] for k in a if a[k] != b[k]}
print(moved)
march, april = ".rows.2", ".rows.3"
# Ended early or on time in March as entered; as corrected, it is open at the end of March and ends in April.
assert {k: v for k, v in moved.items() if k.endswith(".total") and k.startswith(".rows")} == {
    march + ".resolved.total": -1, march + ".in_progress.total": 1,
    april + ".received.total": 1, april + ".resolved.total": 1}, moved
assert moved[april + ".received.carried_over"] == 1
assert all(k.startswith((march, april, ".resolved.")) for k in moved), moved
assert sum(v for k, v in moved.items() if k.startswith(".resolved.")) == 0
C
result $? "moves exactly the figures of these two months, and is not known before"
exits 0 "the corrected file again" import
says out "nothing|unchanged" "changes nothing"
exits 0 "doctor finds nothing" "$M" doctor --data "$T/p"
finish
