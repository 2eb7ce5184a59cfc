# For the system tests of the command line: sourced by x_test.sh, whose $1 is the binary. TAP on standard output.
# Each test works in a temporary directory of its own that goes away with it, whatever happens.
set -u
M=$(realpath "$1")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
packs=$here/../../packs/vn
export MOTCUA_LANG=en LC_ALL=C.UTF-8
T=$(mktemp -d)
chmod 755 "$T"
background=()
clean_up() {
	local pid
	for pid in "${background[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
	mountpoint -q "$T/small" 2>/dev/null && umount "$T/small"
	chmod -R u+w "$T" 2>/dev/null
	rm -rf "$T"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP
n=0 bad=0

# result STATUS NAME: one line of TAP, with what the last command said when it failed.
result() {
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
		return
	fi
	echo "not ok $n - $2"
	bad=1
	head -c 2000 "$T/out" "$T/err" 2>/dev/null | sed 's/^/# /'
}
skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }
finish() { echo "1..$n"; exit $bad; }

# exits STATUS NAME COMMAND...: the command ends with that status; its output is in $T/out and $T/err.
exits() {
	local want=$1 name=$2 got=0
	shift 2
	"$@" >"$T/out" 2>"$T/err" || got=$?
	[ "$got" = "$want" ] || echo "# exit $got, not $want: $*" | cut -c1-300
	[ "$got" = "$want" ]
	result $? "$name"
}
# says FILE PATTERN NAME: the last command's out or err has a line that matches.
says() {
	grep -qE -- "$2" "$T/$1"
	result $? "$3"
}
# same A B NAME: two files are equal, and not empty.
same() {
	[ -s "$1" ] && cmp -s "$1" "$2"
	result $? "$3"
}
# quiet COMMAND...: for what must work before the test begins.
quiet() {
	"$@" >"$T/out" 2>"$T/err" || { cat "$T/out" "$T/err"; echo "Bail out! $*"; exit 1; }
}

# province DIR: agencies, holidays and procedures of packs/vn and two invented agencies, no dossiers.
province() {
	quiet "$M" init --data "$1"
	quiet "$M" import agencies "$packs/agencies.csv" --data "$1"
	printf '%s\n' code,name,short_name,level,kind,parent 'M.1,Sở Mẫu A,SMA,province,so,Ủy ban nhân dân tỉnh Thái Bình' 'M.2,Sở Mẫu B,SMB,province,so,Ủy ban nhân dân tỉnh Thái Bình' \
		>"$T/invented.csv"
	quiet "$M" import agencies "$T/invented.csv" --data "$1"
	quiet "$M" import holidays "$packs/holidays.csv" --data "$1"
	quiet "$M" import procedures "$packs/procedures-construction.csv" --data "$1"
	quiet "$M" import procedures "$packs/procedures-transport.csv" --data "$1"
}
dossiers() { python3 "$here/dossiers.py" "$@"; }
# figures DIR FILE [OPTION...]: all figures of 2022 as JSON, with the journal's size and root.
figures() {
	local dir=$1 file=$2
	shift 2
	quiet "$M" figures --data "$dir" --agency all --from 2022-01-01 --to 2022-12-31 --by agency --format json "$@"
	cp "$T/out" "$file"
}
# waits_for COMMAND...: until it works, at most ten seconds.
waits_for() {
	local i
	for i in $(seq 200); do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.05
	done
	return 1
}
