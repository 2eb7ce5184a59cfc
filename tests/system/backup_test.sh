#!/usr/bin/env bash
# backup_test.sh BINARY: backups of a province at work, restored elsewhere with the same figures and root; a
# stopped directory copied and moved; doctor and rebuild.
. "$(dirname "$0")/lib.sh"
dossiers 3000 >"$T/first.csv"
dossiers 20000 2 >"$T/more.csv"
province "$T/p"
quiet "$M" import dossiers "$T/first.csv" --data "$T/p"
figures "$T/p" "$T/before.json"

exits 0 "backup" "$M" backup "$T/copy" --data "$T/p"
exits 1 "backup refuses a directory with something in it" "$M" backup "$T/copy" --data "$T/p"
exits 0 "restore into a new directory" "$M" restore "$T/copy" --data "$T/back"
figures "$T/back" "$T/after.json"
same "$T/before.json" "$T/after.json" "has the same figures and root"
exits 1 "restore refuses a directory with something in it" "$M" restore "$T/copy" --data "$T/back"
exits 1 "restore of what is no backup" "$M" restore "$packs" --data "$T/none"
exits 0 "doctor of what was restored" "$M" doctor --data "$T/back"
exits 0 "which takes an import" "$M" import dossiers "$T/more.csv" --data "$T/back"

# While an import runs: the whole of it or nothing.
"$M" import dossiers "$T/more.csv" --data "$T/p" >"$T/import.log" 2>&1 &
background+=($!)
sleep 0.4
exits 0 "backup while an import runs" "$M" backup "$T/during" --data "$T/p"
wait "${background[0]}"
result $? "the import goes on"
quiet "$M" restore "$T/during" --data "$T/during-back"
figures "$T/during-back" "$T/during.json"
figures "$T/p" "$T/after.json"
cmp -s "$T/during.json" "$T/before.json" || cmp -s "$T/during.json" "$T/after.json"
result $? "the backup has all of the import or nothing"

# While serve runs.
port=$((20000 + RANDOM % 20000))
"$M" serve --data "$T/p" --listen 127.0.0.1:$port >"$T/serve.log" 2>&1 &
server=$!
background+=($server)
waits_for curl -sf "http://127.0.0.1:$port/healthz"
result $? "serve answers"
exits 0 "backup while serve runs" "$M" backup "$T/served" --data "$T/p"
kill -TERM $server
wait $server
quiet "$M" restore "$T/served" --data "$T/served-back"
figures "$T/served-back" "$T/served.json"
same "$T/after.json" "$T/served.json" "has the same figures and root"

cp -r "$T/p" "$T/q"
mv "$T/q" "$T/moved"
figures "$T/moved" "$T/moved.json"
same "$T/after.json" "$T/moved.json" "a stopped province can be copied and moved"
exits 0 "rebuild" "$M" rebuild --data "$T/moved"
figures "$T/moved" "$T/moved.json"
same "$T/after.json" "$T/moved.json" "gives the same figures"
exits 0 "doctor finds nothing" "$M" doctor --data "$T/moved"

# Damage that the database itself does not notice. python3 has SQLite.
python3 - "$T/moved/province.db" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE dossier SET accepted_at = accepted_at + 86400 WHERE number = (SELECT max(number) FROM dossier)")
db.commit()
P
exits 3 "doctor finds a dossier that is not what the journal says" "$M" doctor --data "$T/moved"
exits 0 "rebuild mends it" "$M" rebuild --data "$T/moved"
exits 0 "doctor finds nothing again" "$M" doctor --data "$T/moved"
python3 - "$T/moved/province.db" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE name LIKE 'journal%' AND type = 'table'")]
cols = {t: [c[1] for c in db.execute(f"PRAGMA table_info({t})")] for t in tables}
t = next(t for t in tables if "bytes" in cols[t])
db.execute(f"UPDATE {t} SET bytes = replace(CAST(bytes AS TEXT), '2022-03', '2022-02') WHERE rowid = (SELECT max(rowid) FROM {t} WHERE CAST(bytes AS TEXT) LIKE '%2022-03%')")
db.commit()
P
"$M" doctor --data "$T/moved" >"$T/out" 2>"$T/err"
[ $? != 0 ]
result $? "doctor finds a journal that was changed"
finish
