#!/usr/bin/env bash
# rebuild_test.sh BINARY: all that follows from the journal can be thrown away and comes back byte by byte; what
# is kept about people can be erased and the journal stays valid; doctor tells damage from erasure.
. "$(dirname "$0")/lib.sh"
# Every table that follows from the journal. python3 has SQLite.
cat >"$T/db.py" <<'P'
import sqlite3, sys
derived = """journal_node agency_version procedure_version calendar_version calendar_holiday calendar_hours dossier
dossier_code_counter follower figure_day figure_online figure_chunk""".split()
# Steps are packed in runs, one a batch of the follower, which a rebuild makes longer.
columns = {"figure_chunk": "agency, number, first_position, last_position"}
db = sqlite3.connect(sys.argv[1] + "/province.db")
if sys.argv[2] == "dump":
    for t in derived:
        rows = sorted(map(repr, db.execute(f"SELECT {columns.get(t, '*')} FROM {t}")))
        print(t, len(rows), *rows, sep="\n")
elif sys.argv[2] == "dump-packed":
    print(*db.execute("SELECT * FROM figure_chunk ORDER BY agency, number"), sep="\n")
elif sys.argv[2] == "empty":
    for t in derived:
        db.execute(f"DELETE FROM {t}")
elif sys.argv[2] == "do":
    db.execute(sys.argv[3])
else: # parts CODE: what is kept about its people
    print(db.execute("SELECT count(*) FROM journal_private WHERE position IN (SELECT e.position FROM journal_entry e "
                     "JOIN dossier d ON d.number = e.dossier WHERE d.code = ?)", (sys.argv[3],)).fetchone()[0])
db.commit()
P
in_db() { python3 "$T/db.py" "$@"; }
answers() {
	figures "$1" "$T/figures.json"
	figures "$1" "$T/known.json" --known-at 2022-06-30
	quiet "$M" deadline --data "$1" --agency SMA --received '2022-04-28 16:00' --allow 5 --unit working_days --format json
	cat "$T/figures.json" "$T/known.json" "$T/out"
}

province "$T/p"
printf '%s\n' agency,valid_from,valid_to,weekday,hours 'M.1,,,mon-fri,"07:00-11:30,13:30-17:00"' \
	'M.1,,,sat,counter 07:30-11:30' >"$T/hours.csv"
exits 0 "working time" "$M" import hours "$T/hours.csv" --data "$T/p"
dossiers 2000 >"$T/dossiers.csv"
quiet "$M" import dossiers "$T/dossiers.csv" --data "$T/p"
sed -i '2s/ 1[0-9]:/ 09:/' "$T/dossiers.csv"
"$M" import dossiers "$T/dossiers.csv" --data "$T/p" --correct "sai giờ" >/dev/null 2>&1
in_db "$T/p" dump >"$T/before"
answers "$T/p" >"$T/answers-before"
exits 0 "doctor finds nothing" "$M" doctor --data "$T/p"

in_db "$T/p" empty
exits 3 "doctor finds that the tables are empty" "$M" doctor --data "$T/p"
exits 0 "rebuild" "$M" rebuild --data "$T/p"
in_db "$T/p" dump >"$T/after"
same "$T/before" "$T/after" "gives every row back"
in_db "$T/p" dump-packed >"$T/packed-before"
quiet "$M" rebuild --data "$T/p"
in_db "$T/p" dump-packed >"$T/packed-after"
same "$T/packed-before" "$T/packed-after" "and the packed steps, byte by byte, each time"
answers "$T/p" >"$T/answers-after"
same "$T/answers-before" "$T/answers-after" "and the same answers"
exits 0 "doctor finds nothing" "$M" doctor --data "$T/p"

for damage in "UPDATE agency_version SET name = name || ' ' WHERE code = 'M.1'" \
	"DELETE FROM calendar_holiday WHERE day = (SELECT min(day) FROM calendar_holiday)" \
	"UPDATE calendar_hours SET monday = ''" "UPDATE procedure_version SET processing_n = processing_n + 1" \
	"INSERT INTO agency_version SELECT 999999, code || 'X', name, short_name, level, kind, parent, successor, valid_from, valid_to, note FROM agency_version LIMIT 1"; do
	in_db "$T/p" do "$damage"
	exits 3 "doctor finds: $damage" "$M" doctor --data "$T/p"
	quiet "$M" rebuild --data "$T/p"
done
exits 0 "doctor finds nothing after rebuild" "$M" doctor --data "$T/p"

# Erasing. The first dossier has ended, the last columns of an open one are empty.
ended=$(awk -F, 'NR > 1 && $10 != "" { print $1; exit }' "$T/dossiers.csv")
open=$(awk -F, 'NR > 1 && $10 == "" { print $1; exit }' "$T/dossiers.csv")
name=$(awk -F, -v code="$ended" '$1 == code { print $5 }' "$T/dossiers.csv")
[ "$(in_db "$T/p" parts "$ended")" -gt 0 ]
result $? "something is kept about the people of $ended"
exits 2 "erase without a reason" "$M" erase "$ended" --data "$T/p"
exits 2 "erase with an empty reason" "$M" erase "$ended" --data "$T/p" --reason ' '
exits 1 "erase what does not exist" "$M" erase NO-221021-0001 --data "$T/p" --reason test
exits 1 "erase of an open dossier" "$M" erase "$open" --data "$T/p" --reason test
says err "not ended" "says why"
exits 0 "erase" "$M" erase "$ended" --data "$T/p" --reason "the applicant asked for it"
[ "$(in_db "$T/p" parts "$ended")" = 0 ]
result $? "nothing is kept about them"
exits 0 "erase again" "$M" erase "$ended" --data "$T/p" --reason "the applicant asked for it"
says out "Nothing is kept" "says that there was nothing left"
exits 0 "doctor finds nothing" "$M" doctor --data "$T/p"
says out "erased" "but says that something was erased"
answers "$T/p" >"$T/answers-after"
same "$T/answers-before" "$T/answers-after" "figures and root are as before"
quiet "$M" import dossiers "$T/dossiers.csv" --data "$T/p"
[ "$(in_db "$T/p" parts "$ended")" = 0 ]
result $? "the same file again does not bring them back"

# An applicant that nobody else has leaves no byte in the file.
printf '%s\n' "$(head -1 "$T/dossiers.csv")" "$(sed -n 2p "$T/dossiers.csv" | awk -F, -v OFS=, '{ $1 = "M.1-220301-9999"; $5 = "Zebedäus Quillfeather"; print }')" >"$T/one.csv"
quiet "$M" import dossiers "$T/one.csv" --data "$T/p"
grep -q Quillfeather "$T/p/province.db"
result $? "a name is in the file"
quiet "$M" erase M.1-220301-9999 --data "$T/p" --reason test
! grep -rq Quillfeather "$T/p"
result $? "erased, not one byte of it is"

in_db "$T/p" do "UPDATE journal_private SET data = replace(data, 'name', 'nam') WHERE position = (SELECT max(position) FROM journal_private)"
exits 3 "doctor finds a private part that was changed" "$M" doctor --data "$T/p"
says err "commits to" "says so"
in_db "$T/p" do "DELETE FROM journal_private WHERE position = (SELECT max(position) FROM journal_private)"
exits 3 "doctor finds a private part that is lost" "$M" doctor --data "$T/p"
says err "missing" "says so"
finish
