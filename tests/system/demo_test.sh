#!/usr/bin/env bash
# demo_test.sh MOTCUA: makes the demonstration province twice and checks that every number of the article comes out, that
# nothing unfavourable is said of a real agency on any day looked at, and that the journal is the same both times. TAP.
# The root stands in demo_root.txt: a change of the journal's bytes must be meant; DEMO_ROOT_UPDATE=1 writes it anew.
motcua=$(realpath "$1") here=$(realpath "$(dirname "$0")")
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT INT TERM
export motcua dir MOTCUA_LANG=en
n=0 bad=0

# is WHAT GOT WANT
is() {
	n=$((n + 1))
	if [ "$2" = "$3" ]; then echo "ok $n - $1"; else echo "not ok $n - $1: $2, not $3"; bad=1; fi
}
# exits WHAT CODE WORDS COMMAND...: the exit code, and words that stderr must hold
exits() {
	local what=$1 code=$2 words=$3 got=0
	shift 3
	"$@" >"$dir/out" 2>"$dir/err" || got=$?
	is "$what: exit code" $got "$code"
	[ -n "$words" ] || return
	n=$((n + 1))
	if grep -qF -- "$words" "$dir/err"; then echo "ok $n - $what: says what to do"
	else echo "not ok $n - $what: stderr does not say \"$words\""; sed 's/^/# /' "$dir/err"; bad=1; fi
}

start=$(date +%s)
if [ -n "${MOTCUA_DEMO:-}" ]; then cp -r "$MOTCUA_DEMO" "$dir/one" && cp "${MOTCUA_DEMO%/*}/table" "$dir/table" # made by `./dev check` for all
else "$motcua" demo --no-serve --data "$dir/one" >"$dir/table" 2>"$dir/err"; fi
is "demo: exit code" $? 0
echo "# $(($(date +%s) - start)) s, $(du -sm "$dir/one" | cut -f1) MB"
sed 's/^/# /' "$dir/table"
is "table: all as in the article" "$(grep -c ✓ "$dir/table") $(grep -c ✗ "$dir/table")" "24 0"
grep -q synthetic "$dir/table"
is "table: says that it is synthetic" $? 0

python3 - "$n" <<'PY' || bad=1
import datetime, json, os, subprocess, sys
n, bad = int(sys.argv[1]), 0

def figures(agency, start, to, as_of=None):
    command = [os.environ["motcua"], "figures", "--data", os.environ["dir"] + "/one", "--agency", agency, "--from", start,
               "--to", to, "--format", "json"] + (["--as-of", as_of] if as_of else [])
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

def check(what, got, want):
    global n, bad
    n += 1
    bad |= got != want
    print(f"ok {n} - {what}" if got == want else f"not ok {n} - {what}: {got}, not {want}")

def balanced(f):
    r, s, p = f["received"], f["resolved"], f["in_progress"]
    return (f["balanced"] and r["total"] == r["new"]["total"] + r["carried_over"] == s["total"] + p["total"]
            and r["new"]["total"] == sum(r["new"][c] for c in ("online", "counter", "postal"))
            and s["total"] == sum(s[c] for c in ("early", "on_time", "late", "no_deadline"))
            and p["total"] == sum(p[c] for c in ("within_deadline", "overdue", "no_deadline")))

article = {"SXD": [1713, 1713, 0, 1668, 45, 56, 37, 14, 23], "SGTVT": [15726, 15383, 343, 15706, 20, 123, 9, 2, 7]}
for agency, (total, new, carried, settled, open_, procedures, inter, same, cross) in article.items():
    f = figures(agency, "2022-01-01", "2022-10-25")
    r, s, p, k, o = f["received"], f["resolved"], f["in_progress"], f["procedures"], f["online_services"]
    check(f"{agency}: as of the end of the day of the inspection", f["as_of"], "2022-10-25T23:59:59+07:00")
    check(f"{agency}: received", (r["total"], r["new"]["total"], r["carried_over"]), (total, new, carried))
    check(f"{agency}: resolved early or on time", s["early"] + s["on_time"], settled)
    check(f"{agency}: late or without deadline", (s["late"], s["no_deadline"]), (0, 0))
    check(f"{agency}: in progress, all within the deadline", (p["total"], p["within_deadline"]), (open_, open_))
    check(f"{agency}: procedures", (k["total"], k["inter_agency"], k["same_level"], k["cross_level"]),
          (procedures, inter, same, cross))
    check(f"{agency}: share of online services below 80 %", 0.5 < o["share"] < o["required"], True)
    check(f"{agency}: no feedback", f["feedback"]["received"], 0)
    check(f"{agency}: every channel and outcome occurs", min(list(r["new"].values()) + [s["refused"], s["withdrawn"]]) > 0,
          True)
    room = figures(agency, "2022-10-25", "2022-10-26")
    check(f"{agency}: nothing overdue the day after either", room["in_progress"]["overdue"], 0)
gt = figures("SGTVT", "2022-01-01", "2022-10-25")["procedures"]
check("SGTVT: levels 3 and 4", (gt["online_level"]["3"], gt["online_level"]["4"]), (26, 62))
check("SGTVT: changes", tuple(gt["changes"][c] for c in ("new", "amended", "replaced", "abolished", "shortened")),
      (6, 13, 0, 0, 3))

# Every seventh day, the ends of months, and the morning on which the demonstration begins.
days = {datetime.date(2021, 12, 1) + datetime.timedelta(7 * i) for i in range(58)}
days |= {datetime.date(2022, m, 1) - datetime.timedelta(1) for m in range(1, 13)} | {datetime.date(2022, 12, 31)}
moments = [(str(d), None) for d in sorted(days)] + [("2023-01-09", "2023-01-09T08:00:00+07:00")]
for agency in article:
    seen = [figures(agency, "2021-10-01", to, as_of) for to, as_of in moments]
    check(f"{agency}: nothing unfavourable at {len(moments)} moments",
          [f["as_of"] for f in seen if f["resolved"]["late"] or f["in_progress"]["overdue"] or f["resolved"]["stopped"]
           or f["resolved"]["apologised"] or not balanced(f)], [])
for agency in ("Sở Mẫu A", "Xã Mẫu B"):
    f = figures(agency, "2021-10-01", "2023-01-09", "2023-01-09T08:00:00+07:00")
    s = f["resolved"]
    check(f"{agency}: late, apologised, stopped and overdue dossiers occur",
          min(s["late"], s["apologised"], s["stopped"], f["in_progress"]["overdue"]) > 0, True)
every = figures("all", "2021-10-01", "2023-01-09", "2023-01-09T08:00:00+07:00")
check("all: balanced", balanced(every), True)
check("all: dossiers wait when the demonstration begins", every["in_progress"]["waiting_supplement"] > 0, True)
with open(os.environ["dir"] + "/count", "w") as f:
    f.write(str(n))
sys.exit(bad)
PY
[ -s "$dir/count" ] && n=$(cat "$dir/count") || bad=1

root=$(sed -n 's/.*root \([^ ]*\)\.$/\1/p' "$dir/table" | head -1)
"$motcua" demo --no-serve --data "$dir/two" >"$dir/table2" 2>/dev/null
is "the journal is the same the second time" "$(sed -n 's/.*root \([^ ]*\)\.$/\1/p' "$dir/table2" | head -1)" "$root"
[ -z "$DEMO_ROOT_UPDATE" ] || echo "$root" >"$here/demo_root.txt"
is "the journal's root is the one that is known" "$root" "$(cat "$here/demo_root.txt")"
"$motcua" doctor --data "$dir/two" >/dev/null 2>&1
is "doctor finds nothing wrong" $? 0

exits "an existing demonstration is opened" 0 "" "$motcua" demo --no-serve --data "$dir/one"
sed 's/^Made/Opened/' "$dir/table" | sed 1d >"$dir/want"
sed 1d "$dir/out" | cmp -s - "$dir/want"
is "with the same table" $? 0
mkdir "$dir/other" && echo mine >"$dir/other/file"
exits "a directory with other things" 1 "Choose a new or an empty directory" "$motcua" demo --no-serve --data "$dir/other"
"$motcua" init --data "$dir/empty" >/dev/null
exits "another province" 1 "Choose a new or an empty directory" "$motcua" demo --no-serve --data "$dir/empty"
exits "no directory" 2 "--data" "$motcua" demo

"$motcua" demo --no-serve --data "$dir/killed" >/dev/null 2>"$dir/progress" &
for _ in $(seq 300); do grep -q "Living" "$dir/progress" && break; sleep 0.1; done
kill -9 $! && wait $! 2>/dev/null
exits "an interrupted demonstration" 1 "Delete that directory" "$motcua" demo --no-serve --data "$dir/killed"

echo "1..$n"
exit $bad
