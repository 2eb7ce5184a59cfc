#!/bin/sh
# sql_on_postgres.sh SQL2C [SCHEMA_DIR IN.sql...]: are the statements PostgreSQL too?
# Starts a throw-away PostgreSQL (a temporary directory, a Unix socket, no network), loads the schema with BLOB
# as BYTEA, prepares every statement and compares the types of its columns with what sql2c made of them. TAP.
# Without files: every src/*/*.sql. PG_BIN is where initdb is, /usr/lib/postgresql/15/bin unless told.
SQL2C=$(realpath "$1") && cd "$(dirname "$0")/.." || exit 1
shift
[ $# -gt 1 ] || set -- src/db/schema src/*/*.sql
schema=$1
shift
PATH=${PG_BIN:-/usr/lib/postgresql/15/bin}:$PATH
DIR=$(mktemp -d) || exit 1
as_owner=
if [ "$(id -u)" = 0 ]; then # initdb refuses root
	owner=postgres
	id $owner >/dev/null 2>&1 || owner=nobody
	chown $owner "$DIR" || exit 1
	as_owner="runuser -u $owner --"
fi
clean_up()
{
	(cd / && $as_owner pg_ctl -D "$DIR/data" -m immediate stop) >/dev/null 2>&1
	rm -rf "$DIR"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP
exec 3>&1
give_up()
{
	echo "Bail out! $1" >&3
	sed "s/^/# /" "$DIR/log" >&3 2>/dev/null
	exit 1
}
sql()
{
	psql -X -q -A -t -h "$DIR" -d postgres "$@"
}

(
	cd "$DIR" && $as_owner initdb -D data -A trust -U postgres -E UTF8 --locale=C --no-sync &&
		$as_owner pg_ctl -D data -w -l "$DIR/server.log" \
			-o "-k $DIR -c listen_addresses='' -c fsync=off" start
) >"$DIR/log" 2>&1 || give_up "PostgreSQL does not start"
export PGUSER=postgres
for file in "$schema"/*.sql; do
	sed 's/\bBLOB\b/BYTEA/g' "$file" | sql -v ON_ERROR_STOP=1 >"$DIR/log" 2>&1 || give_up "$file"
done
for file; do
	"$SQL2C" --list "$schema" "$file" 2>"$DIR/log" || give_up "$file"
done >"$DIR/list"

# Each statement: PREPARE it, and describe what EXECUTE would return.
awk -F '\t' -v q="'" '{
	name = $1; n = 0
	if (match(name, /\(/)) {
		n = split(substr(name, RSTART), types, ",")
		name = substr(name, 1, RSTART - 1)
	}
	nulls = ""
	for (i = 1; i <= n; i++)
		nulls = nulls (i > 1 ? ", " : "(") "NULL"
	print "\\echo " q "@\\t" name "\\t" $3 q
	print "PREPARE " $1 " AS " $2 ";"
	print "\\if :ERROR\n\\echo " q "!\\t" q ":LAST_ERROR_MESSAGE\n\\else"
	print "EXECUTE " name nulls (n ? ")" : "") " \\gdesc\n\\endif"
}' "$DIR/list" | sql -F '	' >"$DIR/seen" 2>/dev/null

awk -F '\t' '
function kind(type) {
	if (type ~ /^(bigint|integer|smallint|numeric)$/)
		return "BIGINT"
	return type == "bytea" ? "BYTEA" : type ~ /^(text|character|unknown)/ ? "TEXT" : type
}
function flush() {
	if (name == "")
		return
	if (!problem && got != want)
		problem = "its columns are (" got "), not (" want ")"
	print (problem ? "not ok " : "ok ") ++n " - " name
	if (problem) {
		print "# " problem
		bad = 1
	}
}
$1 == "@" { flush(); name = $2; want = $3; got = problem = ""; next }
$1 == "!" { problem = $2; next }
NF == 2 { got = got (got == "" ? "" : ", ") kind($2) }
END { flush(); print "1.." n + 0; exit bad }' "$DIR/seen"
