#!/usr/bin/env bash
# user_test.sh BINARY: many people from a file: all errors in one pass, all or nothing, passwords in a file of one's own.
. "$(dirname "$0")/lib.sh"

exits 0 "a province" "$M" init --data "$T/p"
exits 0 "its agencies" "$M" import agencies "$packs/agencies.csv" --data "$T/p"
cat >"$T/bad.csv" <<'CSV'
login,name,agency,role,role_agency,from,to
nva,Nguyễn Mẫu A,SXD,officer,,,
Bad,,nowhere,king,,x,
CSV
exits 1 "a file with errors" "$M" user import "$T/bad.csv" --data "$T/p"
for field in login name agency role from; do
	says err "bad.csv:3: $field: " "names line and field $field"
done
exits 0 "nobody was added" "$M" user list --data "$T/p"
[ ! -s "$T/out" ]; result $? "the list is empty"
sed 3d "$T/bad.csv" >"$T/good.csv"
exits 0 "a dry run" "$M" user import "$T/good.csv" --data "$T/p" --dry-run
exits 0 "adds nobody" "$M" user list --data "$T/p"
[ ! -s "$T/out" ]; result $? "the list is empty still"
exits 0 "the same for good" "$M" user import "$T/good.csv" --data "$T/p" --passwords "$T/secret"
[ "$(stat -c %a "$T/secret")" = 600 ]; result $? "the passwords are for their owner alone"
[ "$(grep -c '^nva,Nguyễn Mẫu A,' "$T/secret")" = 1 ]; result $? "one for each"
exits 0 "who is there" "$M" user list --data "$T/p"
says out "officer@NB" "has the role at the agency"
exits 1 "a second time" "$M" user import "$T/good.csv" --data "$T/p" --passwords "$T/second"
[ ! -e "$T/second" ]; result $? "leaves no file of passwords"
exits 1 "a file that is not there" "$M" user import "$T/nothing.csv" --data "$T/p"
says err "nothing.csv. Check the path" "says that it is the file"
printf 'login,name,role\nnvb,B,auditor\n' >"$T/b.csv"
exits 1 "passwords are never written over a file" "$M" user import "$T/b.csv" --data "$T/p" --passwords "$T/secret"
exits 0 "without a file they are printed" "$M" user import "$T/b.csv" --data "$T/p"
says out "^nvb,B," "once"
finish
