#!/usr/bin/env bash
# visits_test.sh BINARY: visits are counted over restarts: kill -TERM loses nothing, kill -9 no more than the last
# seconds; a stream from one address is one visit; the key of the day is not in backups.
. "$(dirname "$0")/lib.sh"
port=$((20000 + RANDOM % 20000))
url=http://127.0.0.1:$port/thong-ke-truy-cap
start() { # start T: the server at that time
	"$M" serve --data "$T/p" --listen 127.0.0.1:$port --now "$1" >"$T/serve.log" 2>&1 &
	server=$!
	background+=($server)
	waits_for curl -sf "http://127.0.0.1:$port/healthz"
	result $? "serve answers"
}
page() { curl -s -A Firefox -H "X-Forwarded-For: $1" "$url"; }
# shows NUMBERS NAME: now, today, yesterday, month, year, total, as 192.0.2.1 sees them.
shows() {
	page 192.0.2.1 | grep -o '<dd>[0-9.]*</dd>' | tr -d '</d>' | head -6 | tr '\n' ' ' >"$T/out"
	[ "$(cat "$T/out")" = "$1 " ]
	result $? "$2"
}
stop() {
	kill "-$1" "$server"
	wait "$server" 2>/dev/null
}

quiet "$M" init --data "$T/p"
start 2023-01-09T08:00:00+07:00
shows "1 1 0 1 1 1" "the first visitor is counted"
for i in $(seq 200); do echo "url=$url?x=$i"; done | curl -s -A Firefox -H 'X-Forwarded-For: 192.0.2.1' -K - >/dev/null
for i in 2 3 4; do page "192.0.2.$i" >/dev/null; done
curl -s -A 'Googlebot/2.1 (+http://www.google.com/bot.html)' -H 'X-Forwarded-For: 192.0.2.9' "$url" >/dev/null
curl -s -I -A Firefox -H 'X-Forwarded-For: 192.0.2.10' "$url" >/dev/null
stop TERM
start 2023-01-09T09:00:00+07:00
shows "1 5 0 5 5 5" "a stream is one visit, robots none, and SIGTERM loses nothing"
stop TERM
start 2023-01-10T08:00:00+07:00
shows "1 1 5 6 6 6" "the next day"
sleep 7
stop KILL
start 2023-01-10T09:00:00+07:00
shows "1 2 5 7 7 7" "kill -9 loses nothing older than some seconds"
stop TERM
start 2023-02-01T08:00:00+07:00
shows "1 1 0 1 8 8" "another month"
stop TERM

cat >"$T/db.py" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1] + "/province.db")
if len(sys.argv) > 2:
    db.execute("INSERT INTO visitor_key (day, bytes) VALUES (19389, x'00112233')")
    db.execute("INSERT INTO rating_vote (record, client, day, stars) VALUES (1, x'44', 19389, 5)")
    db.commit()
print(db.execute("SELECT (SELECT COUNT(*) FROM visitor_key) + (SELECT COUNT(*) FROM rating_vote)").fetchone()[0])
P
test "$(python3 "$T/db.py" "$T/p" fill)" = 2
result $? "a key and a vote of today"
exits 0 "a backup" "$M" backup "$T/copy" --data "$T/p"
test "$(python3 "$T/db.py" "$T/copy")" = 0
result $? "has neither"
test "$(python3 "$T/db.py" "$T/p")" = 2
result $? "the province still does"
start 2023-02-02T08:00:00+07:00
gone() { [ "$(python3 "$T/db.py" "$T/p")" = 0 ]; }
waits_for gone
result $? "and forgets both when the day is over"
stop TERM
finish
