#!/bin/sh
# deadline_test.sh MOTCUA: deadlines as an office gets them, from init and imports to the day, in words and as JSON.
# The first three cases are those that OpenCPS gets wrong. TAP.
motcua=$(realpath "$1") || exit 1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
unset MOTCUA_LANG
cd "$dir" || exit 1
n=0 bad=0

# say STATUS NAME: one TAP line; what went wrong stands in the file out.
say() {
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' out
		bad=1
	fi
}

# imports EXIT KIND FILE TEXT: the import ends so and says that.
imports() {
	"$motcua" import --data d "$2" "$3" >out 2>&1
	code=$?
	[ $code = "$1" ] && grep -qF "$4" out
	say $? "import $2 $3: $4"
}

# due AGENCY RECEIVED ALLOW UNIT RULE WORDS JSON: the first line says WORDS, "due" is JSON.
due() {
	set -- "$@" "$1: $3 $4${5:+ ($5)} from $2"
	"$motcua" deadline --data d --agency "$1" --received "$2" --allow "$3" --unit "$4" ${5:+--rule "$5"} >out 2>&1 &&
		sed -n 1p out | grep -qF " $6."
	say $? "$8: $6"
	"$motcua" deadline --data d --agency "$1" --received "$2" --allow "$3" --unit "$4" ${5:+--rule "$5"} \
		--format json >out 2>&1 && grep -qF "{\"due\":\"$7\"," out && grep -qF '"verified":true' out
	say $? "$8: $7"
}

cat >agencies.csv <<'END'
code,name,short_name,level,kind,parent
H99,Tỉnh Mẫu,TM,province,ubnd_tinh,
H99.1,Sở Bảy Giờ,SBG,province,so,H99
H99.2,Sở Tám Rưỡi,STR,province,so,H99
H99.3,Sở Hai Mùa,SHM,province,so,H99
H99.3.1,Phòng Hai Mùa,PHM,province,phong,SHM
H99.4,Xã Thứ Bảy,XTB,commune,ubnd_xa,H99
END
cat >holidays.csv <<'END'
date,kind,name
2026-01-01,holiday,Tết Dương lịch
2026-04-27,compensation,Nghỉ bù Giỗ Tổ Hùng Vương
2026-04-30,holiday,Ngày Chiến thắng
2026-05-01,holiday,Ngày Quốc tế lao động
2026-09-02,holiday,Quốc khánh
END
cat >hours.csv <<'END'
agency,valid_from,valid_to,weekday,hours
SBG,,,mon-fri,"08:00-11:30,13:30-17:00"
Sở Tám Rưỡi,,,mon-fri,"07:30-12:00,13:00-17:00"
H99.3,2025-10-16,2026-04-15,mon-fri,"07:30-11:30,13:00-16:30"
H99.3,2026-04-16,2026-10-15,mon-fri,"07:00-11:00,13:30-17:00"
H99.3,2026-10-16,2027-04-15,mon-fri,"07:30-11:30,13:00-16:30"
XTB,2026-01-01,,mon-fri,"07:30-11:30,13:00-17:00"
XTB,2026-01-01,,sat,counter 07:30-11:30
END
cat >wrong.csv <<'END'
agency,valid_from,weekday,hours
SBG,2026-06-01,mon-fri,7h-11h
Sở Không Có,,mon,08:00-11:00
END

"$motcua" init --data d >out 2>&1
say $? "init"
imports 0 agencies agencies.csv "6 thêm mới"
imports 0 holidays holidays.csv "5 thêm mới"
"$motcua" import --data d --dry-run hours hours.csv >out 2>&1 && grep -qF "7 thêm mới" out
say $? "import hours --dry-run"
# The dry run changed nothing: still the default hours.
due SBG "2026-03-02 16:30" 1 hours "" "08:00 Thứ Ba, 03/03/2026" "2026-03-03T08:00:00+07:00"
imports 0 hours hours.csv "7 thêm mới"
imports 0 hours hours.csv "không có gì thay đổi"
imports 1 hours wrong.csv "wrong.csv:2: hours: "
imports 1 hours wrong.csv "wrong.csv:3: agency: "

# Fifteen working days are fifteen days, however long the day of the office is.
due SBG "2026-03-02 09:00" 15 working_days "" "hết ngày Thứ Hai, 23/03/2026" "2026-03-23"
due STR "2026-03-02 09:00" 15 working_days "" "hết ngày Thứ Hai, 23/03/2026" "2026-03-23"
due SBG "2026-03-02 09:00" 15 working_days hours "09:00 Thứ Hai, 23/03/2026" "2026-03-23T09:00:00+07:00"
due STR "2026-03-02 09:00" 15 working_days hours "09:00 Thứ Hai, 23/03/2026" "2026-03-23T09:00:00+07:00"
# Hours run in office hours only: 30/4, 1/5 and the weekend lie between. The province has the default hours.
due TM "2026-04-29 16:00" 4 hours "" "10:30 Thứ Hai, 04/05/2026" "2026-05-04T10:30:00+07:00"
due SBG "2026-03-02 16:30" 1 hours "" "08:30 Thứ Ba, 03/03/2026" "2026-03-03T08:30:00+07:00"
# From winter to summer hours and back, also for the office below, which has none of its own.
due SHM "2026-04-15 15:30" 4 hours "" "10:00 Thứ Năm, 16/04/2026" "2026-04-16T10:00:00+07:00"
due PHM "2026-04-15 15:30" 4 hours "" "10:00 Thứ Năm, 16/04/2026" "2026-04-16T10:00:00+07:00"
due SHM "2026-10-15 16:00" 4 hours "" "10:30 Thứ Sáu, 16/10/2026" "2026-10-16T10:30:00+07:00"
# A Saturday at the counter is no working day: nothing is counted and nothing ends there.
due XTB "2026-03-06 10:00" 1 working_days "" "hết ngày Thứ Hai, 09/03/2026" "2026-03-09"
due XTB "2026-03-07 08:00" 2 hours "" "09:30 Thứ Hai, 09/03/2026" "2026-03-09T09:30:00+07:00"

echo "1..$n"
exit $bad
