#!/bin/sh
# figures_file_test.sh MOTCUA: the figures as files for people, cell by cell. TAP.
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

figures() { "$motcua" figures --data d --agency SMA --from 2022-10-01 --to 2022-10-31 --now 2022-12-01 "$@" >out 2>&1; }

cat >agencies.csv <<'END'
code,name,short_name,level,kind,parent
H99,Tỉnh Mẫu,TM,province,ubnd_tinh,
H99.1,"Sở Mẫu ""A"" & <B>",SMA,province,so,H99
END
cat >procedures.csv <<'END'
code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_vnd,legal_basis,result,components
1.000001,Thủ tục một,Đất đai,SMA,province,4,5,working_days,none,,Luật,Giấy,Đơn
1.000002,Thủ tục hai,=1+1,SMA,province,4,,working_days,none,,Luật,Giấy,Đơn
END
{
	echo "code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,supplement_received_at,resolved_at,returned_at,outcome"
	echo ",1.000001,SMA,online,Người Mẫu,2022-09-28 09:00,,,,2022-10-03 10:00,,approved"
	i=0
	while [ $i -lt 1200 ]; do
		i=$((i + 1))
		echo ",1.000001,SMA,counter,Người Mẫu,2022-10-04 09:00,,,,2022-10-11 10:00,,approved"
	done
	echo ",1.000001,SMA,postal,Người Mẫu,2022-10-05 09:00,,,,2022-10-14 10:00,,refused"
	echo ",1.000002,SMA,online,Người Mẫu,2022-10-06 09:00,,,,2022-10-07 10:00,,approved"
	echo ",1.000002,SMA,online,Người Mẫu,2022-10-06 09:30,,,,,,"
} >dossiers.csv
"$motcua" init --data d >out 2>&1
for kind in agencies procedures dossiers; do
	"$motcua" import --data d $kind $kind.csv >out 2>&1
	say $? "import $kind"
done

figures --format xlsx
[ $? = 2 ] && grep -qF -- "--out" out
say $? "xlsx without --out: what to do"
figures --format docx
[ $? = 2 ] && grep -qF "xlsx" out
say $? "an unknown format names the known ones"
figures --format xlsx --out a.xlsx && figures --format xlsx --out b.xlsx && cmp a.xlsx b.xlsx >>out 2>&1
say $? "the same figures, the same bytes"

cat >cells.py <<'END'
import sys, zipfile
import xml.etree.ElementTree as xml
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
for name in book.namelist():
    if name.endswith((".xml", ".rels")): xml.fromstring(book.read(name))
main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
for row in sheet.iter(main + "row"):
    cells = []
    for c in row.iter(main + "c"):
        text, number = c.find(main + "is/" + main + "t"), c.find(main + "v")
        if text is not None: cells.append("'" + text.text)
        elif number is not None: cells.append(number.text)
    print("|".join(cells))
print("foot", sheet.find(main + "headerFooter/" + main + "oddFooter").text)
print("merged", *(m.get("ref") for m in sheet.iter(main + "mergeCell")))
styles = xml.fromstring(book.read("xl/styles.xml"))
formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(main + "numFmt")}
print("styles", [formats.get(x.get("numFmtId")) for x in styles.find(main + "cellXfs")].count("#,##0"))
END
python3 cells.py a.xlsx >out 2>&1
say $? "the file can be read"
# has TEXT: a line of the sheet.
has() {
	grep -qxF -- "$1" out
	say $? "$1"
}
has "'Đơn vị báo cáo: Sở Mẫu \"A\" & <B>|'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
has "'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
has "'Kỳ: từ 01/10/2022 đến 31/10/2022, chốt số liệu lúc 23:59 ngày 31/10/2022"
has "'(1)|'(2)|'(3)|'(4)|'(5)|'(6)|'(7)|'(8)|'(9)|'(10)|'(11)|'(12)|'(13)"
has "'2|'=1+1|2|2|0|0|1|0|1|0|1|1|0"
has "'1|'Đất đai|1202|0|1201|1|1202|1|1200|1|0|0|0"
has "'Tổng cộng|1204|2|1201|1|1203|1|1201|1|1|1|0"
has "'Cột (9) có 1, cột (12) có 1 hồ sơ không có thời hạn giải quyết."
has "'Số liệu cân: tiếp nhận = đã giải quyết + đang giải quyết."
grep -q "^foot &L&8 Nhật ký: [0-9.]* mục, gốc [A-Za-z0-9+/]\{43\}=&R" out
say $? "the journal's root in the foot of the page"
grep -q "^styles 2" out
say $? "numbers with thousands apart, as numbers"

figures --format xlsx --by month --lang en --out c.xlsx && python3 cells.py c.xlsx >out 2>&1
say $? "by month, in English"
has "'1|'10/2022|1204|2|1201|1|1203|1|1201|1|1|1|0"

figures --format pdf
[ $? = 2 ] && grep -qF -- "--out" out
say $? "pdf without --out: what to do"
figures --format pdf --out a.pdf && figures --format pdf --out b.pdf && cmp a.pdf b.pdf >>out 2>&1
say $? "the same pages, the same bytes"
if command -v pdftotext >/dev/null; then
	pdftotext -layout a.pdf - 2>&1 | tr -s ' ' >out
	grep -qF "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH" out &&
		grep -qF "Tổng cộng 1.204 2 1.201 1 1.203 1 1.201 1 1 1 0" out
	say $? "the text of the pages can be taken out, numbers the Vietnamese way"
	pdffonts a.pdf >out 2>&1 && tail -n +3 out | grep -q Tinos && ! tail -n +3 out | grep -qv Tinos
	say $? "one family of fonts, with the metrics of Times New Roman"
	[ "$(pdfinfo a.pdf | tee out | grep -c 'Page size: *84[12].* x 595.* pts (A4)')" = 1 ]
	say $? "A4, landscape"
else
	say 0 "text and fonts of the pages # SKIP no pdftotext"
fi

echo "1..$n"
exit $bad
