#!/usr/bin/env bash
# cli_test.sh BINARY: the commands' manners: usage, directories, agencies, figures' forms.
. "$(dirname "$0")/lib.sh"

exits 2 "no command is a usage error" "$M"
exits 2 "an unknown command is a usage error" "$M" fly
exits 2 "an unknown option is a usage error" "$M" init --data "$T/x" --fast
exits 2 "an option without its value is a usage error" "$M" init --data
exits 2 "init without --data is a usage error" "$M" init
exits 2 "import of an unknown kind is a usage error" "$M" import people "$packs/agencies.csv" --data "$T/x"
exits 0 "--help" "$M" --help
exits 0 "--version" "$M" --version
for command in init demo import figures deadline serve backup restore doctor erase rebuild; do
	exits 0 "$command --help" "$M" $command --help
	says out "--data" "which tells of its options"
done

exits 0 "init makes a province" "$M" init --data "$T/p"
exits 2 "PostgreSQL, until it exists, is a usage error" "$M" figures --data "$T/p" --db postgresql://localhost/x --agency all \
	--from 2022-01-01 --to 2022-12-31
says err "PostgreSQL" "and names what is missing"
exits 1 "import of a file that is not there" "$M" import dossiers "$T/nothing.csv" --data "$T/p"
says err "nothing.csv. Check the path" "says that it is the file"
exits 1 "init refuses a directory with something in it" "$M" init --data "$T/p"
says err "$T/p" "and names it"
exits 1 "demo refuses a province that is not its own" "$M" demo --data "$T/p" --no-serve
mkdir "$T/empty" "$T/other" && touch "$T/other/file"
exits 0 "init takes an empty directory" "$M" init --data "$T/empty"
exits 1 "what is no province is refused" "$M" figures --data "$T/other" --agency all --from 2022-01-01 --to 2022-12-31
exits 1 "so is what does not exist" "$M" doctor --data "$T/nowhere"
[ ! -e "$T/nowhere" ]
result $? "and it is not made by asking"

province "$T/vn"
period=(--from 2022-01-01 --to 2022-10-25)
exits 0 "figures by short name" "$M" figures --data "$T/vn" --agency SXD "${period[@]}"
exits 0 "figures by full name" "$M" figures --data "$T/vn" --agency "Sở Xây dựng" "${period[@]}"
exits 0 "figures by code" "$M" figures --data "$T/vn" --agency NB.17 "${period[@]}"
exits 1 "an unknown agency is refused" "$M" figures --data "$T/vn" --agency "Sở Không Có" "${period[@]}"
says err "Sở Không Có" "and named"
printf 'code,name,short_name,level,kind,parent\nM.8,Phòng Mẫu,PM,province,phong,SXD\nM.9,Phòng Mẫu,PM,province,phong,SGTVT\n' >"$T/twins.csv"
quiet "$M" import agencies "$T/twins.csv" --data "$T/vn"
exits 1 "an ambiguous agency is refused" "$M" figures --data "$T/vn" --agency "Phòng Mẫu" "${period[@]}"
cat "$T/out" >>"$T/err"
says err "M\.8" "with the first candidate"
says err "M\.9" "and the second"
exits 2 "a day that is none is a usage error" "$M" figures --data "$T/vn" --agency SXD --from 2022-02-31 --to 2022-10-25
exits 2 "an unknown format is a usage error" "$M" figures --data "$T/vn" --agency SXD "${period[@]}" --format yaml
exits 2 "an unknown grouping is a usage error" "$M" figures --data "$T/vn" --agency SXD "${period[@]}" --by colour
for by in field procedure agency month; do
	exits 0 "figures by $by" "$M" figures --data "$T/vn" --agency all "${period[@]}" --by $by --format json
	python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); assert d["by"] == sys.argv[2] and d["balanced"]' "$T/out" $by
	result $? "are JSON that says so"
done
exits 0 "figures into a file" "$M" figures --data "$T/vn" --agency SXD "${period[@]}" --format csv --out "$T/f.csv"
[ -s "$T/f.csv" ] && [ ! -s "$T/out" ]
result $? "which is written instead of the output"
python3 - "$M" "$T/vn" <<'P' >"$T/out" 2>"$T/err"
import json, subprocess, sys
def ask(agency):
    return json.loads(subprocess.run([sys.argv[1], "figures", "--data", sys.argv[2], "--agency", agency, "--from",
        "2022-01-01", "--to", "2022-10-25", "--format", "json"], check=True, capture_output=True).stdout)["procedures"]
a, b = ask("SXD"), ask("SGTVT")
assert (a["total"], a["inter_agency"], a["same_level"], a["cross_level"]) == (56, 37, 14, 23), a
assert (b["total"], b["online_level"]["3"], b["online_level"]["4"]) == (123, 26, 62), b
P
result $? "the catalogue of packs/vn counts 56 = 37 (14 + 23) and 123 (26, 62) procedures"

due() { "$M" deadline --data "$T/vn" --agency SXD --received "$1" --allow "$2" --unit "$3" --format json "${@:4}"; }
exits 0 "deadline" due "2022-10-21 15:40" 3 working_days
says out '"due":"2022-10-26"' "is the contract's example"
exits 0 "deadline by hours" due "2022-10-21 15:40" 3 working_days --rule hours
says out '"due":"2022-10-26T15:40:00\+07:00"' "is the contract's minute"
exits 2 "months under hours are a usage error" due "2022-10-21 15:40" 1 months --rule hours
exits 2 "a unit that does not exist is a usage error" due "2022-10-21 15:40" 1 fortnights
exits 2 "an allowance of nothing is a usage error" due "2022-10-21 15:40" 0 working_days
finish
