#!/usr/bin/env bash
# hold_test.sh BINARY: when the world does not go along: a second writer, a read-only directory, a full disk,
# kill -9 in the middle of an import. The data is as before, and the next command works.
. "$(dirname "$0")/lib.sh"
small=$T/few.csv large=$T/many.csv
dossiers 200 7 >"$small"
dossiers 50000 >"$large"
import() { "$M" import dossiers "$1" --data "$2"; }

province "$T/p"
figures "$T/p" "$T/before.json"

# A second writer.
(
	exec 9<>"$T/p/lock"
	flock 9
	echo 'a test' >"$T/p/lock"
	touch "$T/held"
	exec sleep 60
) &
background+=($!)
waits_for test -e "$T/held"
exits 3 "an import while another writes" import "$small" "$T/p"
says err "a test" "names who holds the data"
exits 0 "figures are read meanwhile" "$M" figures --data "$T/p" --agency all --from 2022-01-01 --to 2022-12-31
kill -9 "${background[0]}"
wait "${background[0]}" 2>/dev/null
figures "$T/p" "$T/after.json"
same "$T/before.json" "$T/after.json" "the data is as before"

port=$((20000 + RANDOM % 20000))
"$M" serve --data "$T/p" --listen 127.0.0.1:$port >"$T/serve.log" 2>&1 &
server=$!
background+=($server)
waits_for curl -sf "http://127.0.0.1:$port/healthz"
result $? "serve answers"
exits 3 "an import while serve runs" import "$small" "$T/p"
says err "serve" "names the server"
exits 3 "a second server" "$M" serve --data "$T/p" --listen 127.0.0.1:$((port + 1))
kill -TERM $server
wait $server
result $? "serve ends well on SIGTERM"
figures "$T/p" "$T/after.json"
same "$T/before.json" "$T/after.json" "the data is as before"

# Behind a proxy that speaks TLS.
"$M" serve --data "$T/p" --listen 127.0.0.1:$port --behind-tls >"$T/serve.log" 2>&1 &
server=$!
background+=($server)
waits_for curl -sf "http://127.0.0.1:$port/healthz"
curl -s -D "$T/out" -o "$T/body" "http://127.0.0.1:$port/?lang=en"
says out "^Strict-Transport-Security: max-age=[1-9]" "--behind-tls sends HSTS"
says out "^Set-Cookie: .*; Secure" "and marks cookies Secure"
asked() { curl -s -o "$T/body" -D "$T/out" -w '%{http_code}\n' -H "X-Forwarded-For: 203.0.113.9, $1" "http://127.0.0.1:$port/tra-cuu?ma=X[1-$2]"; }
asked 198.51.100.7 90 | grep -c 429 >"$T/refused"
test "$(cat "$T/refused")" -gt 10
result $? "look-ups in a row are refused after a while"
says out "^Retry-After: [1-9]" "and told when to come back"
asked 198.51.100.8 1 | grep -q 404
result $? "another client is not"
kill -TERM $server
wait $server
! grep -q "198.51.100\|203.0.113" "$T/serve.log"
result $? "no address is in the log"

# A directory that may only be read, as an ordinary user.
if [ "$(id -u)" = 0 ]; then
	as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
	cp "$M" "$T/motcua" && chmod 755 "$T/motcua"
	chmod -R a+rX "$T/p" && chmod a+r "$small"
	exits 3 "an import into a directory that may only be read" as_nobody "$T/motcua" import dossiers "$small" --data "$T/p"
	says err "ermission|read-only|readonly|write" "says why"
	exits 3 "init where nothing may be made" as_nobody "$T/motcua" init --data "$T/p/new"
	figures "$T/p" "$T/after.json"
	same "$T/before.json" "$T/after.json" "the data is as before"
else
	chmod -R a-w "$T/p"
	exits 3 "an import into a directory that may only be read" import "$small" "$T/p"
	chmod -R u+w "$T/p"
fi

# A full disk: a small file system where that may be mounted, else a limit on the size of files.
mkdir "$T/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=6m tmpfs "$T/small" 2>/dev/null; then
	cp -r "$T/p" "$T/small/p"
	exits 3 "an import onto a full disk" import "$large" "$T/small/p"
	says err "disk|space|full" "says so"
	figures "$T/small/p" "$T/after.json"
	same "$T/before.json" "$T/after.json" "the data is as before"
	exits 0 "a small import still fits" import "$small" "$T/small/p"
else
	skip "an import onto a full disk" "no file system may be mounted here"
fi
limited() { (ulimit -f 4000; trap '' XFSZ; "$@"); }
cp -r "$T/p" "$T/limited"
exits 3 "an import beyond the limit of a file's size" limited "$M" import dossiers "$large" --data "$T/limited"
figures "$T/limited" "$T/after.json"
same "$T/before.json" "$T/after.json" "the data is as before"
exits 0 "the import works once there is room" import "$large" "$T/limited"

# kill -9, at several moments of an import that takes some seconds.
for moment in 0.2 0.6 1.2 2; do
	"$M" import dossiers "$large" --data "$T/p" >"$T/out" 2>"$T/err" &
	victim=$!
	sleep $moment
	if ! kill -9 $victim 2>/dev/null; then
		wait $victim
		skip "kill -9 after $moment s" "the import was done"
		continue
	fi
	wait $victim 2>/dev/null
	figures "$T/p" "$T/after.json"
	if cmp -s "$T/before.json" "$T/after.json"; then result 0 "kill -9 after $moment s: the data is as before"
	else
		figures "$T/limited" "$T/whole.json"
		python3 -c 'import json, sys; a, b = (json.load(open(f)) for f in sys.argv[1:]); assert a["received"] == b["received"] and a["resolved"] == b["resolved"]' "$T/whole.json" "$T/after.json"
		result $? "kill -9 after $moment s: all of it, as the commit was before the kill"
	fi
	exits 0 "doctor finds nothing" "$M" doctor --data "$T/p"
done
exits 0 "the next import works" import "$large" "$T/p"
figures "$T/p" "$T/after.json"
says out '"received":\{"total":50000' "and all dossiers are there"
finish
