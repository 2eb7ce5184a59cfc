"""Measures the pages that official_test.sh drew, in millimetres. TAP on standard output."""
import re, sys
from html import unescape
from pathlib import Path

where = Path(sys.argv[1])
n = bad = 0
MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 30, 210 - 15, 20, 297 - 20
MARK = "Dữ liệu mô phỏng"

def check(ok, what):
    global n, bad
    n += 1
    bad += not ok
    print(("ok" if ok else "not ok"), n, "-", what)

class Word:
    def __init__(self, m):
        self.x0, self.y0, self.x1, self.y1 = (float(v) * MM for v in m.groups()[:4])
        self.text = unescape(m.group(5))

def pages(name):
    text = (where / f"{name}.html").read_text()
    return [[Word(m) for m in re.finditer(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', p)]
            for p in text.split("<page ")[1:]]

def line_of(words, start):
    """The words of the first line that holds the given words one after the other."""
    want = start.split()
    for i in range(len(words)):
        if [w.text for w in words[i:i + len(want)]] == want:
            return words[i:i + len(want)]
    return None

def near(a, b, by=0.6): return abs(a - b) <= by
def centre(ws): return (ws[0].x0 + ws[-1].x1) / 2
def text(words): return " ".join(w.text for w in words)

names = sorted(p.stem for p in where.glob("*.pdf"))
for name in names:
    info = (where / f"{name}.info").read_text()
    check(re.search(r"Page size: *595\.\d+ x 841\.\d+ pts \(A4\)", info), f"{name}: A4, upright")
    check("CreationDate" not in info and re.search(r"^Title: *\S", info, re.M), f"{name}: has a title and no clock")
    fonts = (where / f"{name}.fonts").read_text().splitlines()[2:]
    check(fonts and all("Tinos" in f and f.split()[-5] == "yes" for f in fonts), f"{name}: Tinos, embedded")
    outside, numbers, marked = [], [], 0
    all_pages = pages(name)
    for i, words in enumerate(all_pages):
        body = [w for w in words if TOP - 1 < w.y0 and w.y1 < BOTTOM + 1]
        outside += [w.text for w in words if w.x0 < LEFT - 2.2 or w.x1 > RIGHT + 2.2]
        top = [w for w in words if w.y0 <= TOP - 1]
        foot = [w for w in words if w.y1 >= BOTTOM + 1]
        numbers.append((not top) if i == 0 else any(w.text == str(i + 1) and near(centre([w]), (LEFT + RIGHT) / 2) for w in top))
        marked += MARK in text(foot)
        if not all(w.text for w in body): outside.append("empty word")
    check(not outside, f"{name}: nothing in the side margins {outside[:3]}")
    check(all(numbers), f"{name}: pages numbered in the middle of the top margin, from the second on")
    check(marked == (0 if name in ("notice", "conclusion", "empty") else len(all_pages)), f"{name}: mark of synthetic data on each page or none")

plan = pages("plan")
first = plan[0]
nation, motto = line_of(first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), line_of(first, "Độc lập - Tự do - Hạnh phúc")
issuer, superior = line_of(first, "SỞ NỘI VỤ"), line_of(first, "ỦY BAN NHÂN DÂN")
number, place = line_of(first, "Số: 1296/KH-SNV"), line_of(first, "Thái Bình, ngày 27 tháng 6 năm 2022")
check(nation and motto and issuer and superior and number and place, "plan: the parts of the head can be taken out as text")
check(near(centre(nation), centre(motto), 0.3) and near(centre(nation), centre(place)), "plan: motto and date in the middle under the state's name")
check(near(nation[0].y0, superior[0].y0, 0.3), "plan: both sides begin at one height")
check(near(centre(issuer), centre(superior), 0.3) and near(centre(issuer), centre(number), 0.3), "plan: number in the middle under the issuer")
check(near(number[0].y1, place[0].y1, 0.7), "plan: number and date in one row")
title, abstract = line_of(first, "KẾ HOẠCH"), line_of(first, "Kiểm tra công tác cải cách hành chính năm 2022")
check(near(centre(title), (LEFT + RIGHT) / 2) and near(centre(abstract), (LEFT + RIGHT) / 2), "plan: type and abstract in the middle")
start = line_of(first, "Thực hiện Kế hoạch")
check(near(start[0].x0, LEFT + 12.7), "plan: first lines indented by 1.27 cm")
line = [w for w in first if near(w.y0, start[0].y0, 0.2)]
check(near(line[-1].x1, RIGHT), "plan: lines end at the right margin")
second = line_of(first, "dựng Kế hoạch")
check(near(second[0].x0, LEFT), "plan: other lines begin at the left margin")
spacing = (second[0].y0 - start[0].y0) / MM
check(14 * 1.15 <= spacing <= 14 * 1.15 * 1.5, f"plan: lines {spacing:.1f} pt apart, single to 1.5")
para = line_of(first, "Đánh giá đúng"), line_of(first, "Nâng cao trách")
lines = sorted({round(w.y0, 2) for w in first if para[0][0].y0 - 0.1 <= w.y0 <= para[1][0].y0 + 0.1})
gap = (lines[-1] - lines[-2]) / MM - spacing
check(gap >= 5.9, f"plan: {gap:.1f} pt more between paragraphs, at least 6")
sign = line_of(plan[-1], "PHÓ GIÁM ĐỐC"), line_of(plan[-1], "Nguyễn Văn Mẫu")
check(sign[0] and sign[1] and near(centre(sign[0]), centre(sign[1])) and 15 < sign[1][0].y0 - sign[0][0].y1 < 35, "plan: room to sign, the name in the middle under the title")
copies = line_of(plan[-1], "Nơi nhận:")
check(near(copies[0].x0, LEFT) and copies[0].y0 - sign[0][0].y0 < 1, "plan: copies at the left, as high as the signature")
check(line_of(plan[-1], "Lưu: VT, CCHC."), "plan: the file's copy is the last line")

letter = pages("reply")[0]
about, number = line_of(letter, "V/v trả lời"), line_of(letter, "Số: 09/SNV-CCHC")
check(about and number and about[0].y0 > number[0].y1, "reply: V/v under the number, with a 0 before 9")
to = [line_of(letter, "- Sở Mẫu A;"), line_of(letter, "- Sở Mẫu B;"), line_of(letter, "- Ủy ban")]
check(all(to) and len({round(t[0].x0, 1) for t in to}) == 1 and near(to[0][0].y0, line_of(letter, "Kính gửi:")[0].y0, 0.3),
      "reply: recipients in line behind the colon")
check("CÔNG VĂN" not in text(letter), "reply: has no name of its type")

decision = pages("decision")
for i, words in enumerate(decision):
    for w in words: w.y0 += i * 297
decision = [w for p in decision for w in p]
parts = ["QUYẾT ĐỊNH Về việc", "GIÁM ĐỐC SỞ NỘI VỤ", "Theo đề nghị", "QUYẾT ĐỊNH: Điều 1.", "Điều 4.", "Nơi nhận:"]
tops = [(line_of(decision, p) or [None])[0] for p in parts]
check(all(tops) and [t.y0 for t in tops] == sorted(t.y0 for t in tops), "decision: authority, bases, QUYẾT ĐỊNH, articles in order")
words = text(decision)
check("năm 2019;" in words and "Cải cách hành chính. QUYẾT" in words, "decision: bases end with ';', the last with '.'")
check("DỰ THẢO" in words and any(w.text == "/QĐ-SNV" for w in decision), "decision: a draft without number says so")

minutes = pages("minutes")[0]
a, b = line_of(minutes, "ĐẠI DIỆN SỞ MẪU A"), line_of(minutes, "ĐẠI DIỆN ĐOÀN KIỂM TRA")
check(a and b and near(a[0].y0, b[0].y0, 0.2) and a[-1].x1 < b[0].x0, "minutes: two sides sign next to each other")
check("(Sửa đổi, bổ sung Biên bản" in text(minutes), "minutes: an amendment says what it amends")
check("05 tháng 02 năm 2022" in text(pages("notice")[0]), "notice: zeros in day and month")

report = pages("report")
heads = [i for i, p in enumerate(report) if line_of(p, "TT Thủ tục hành chính")]
check(len(heads) >= 2 and heads == list(range(len(heads))), "report: the head of the table is repeated on each page")
for i in heads[1:]:
    check(line_of(report[i], "TT Thủ tục hành chính")[0].y0 < TOP + 12, f"report: page {i + 1} begins with it")
check([t for p in report for t in re.findall(r"Cấp giấy phép mẫu số (\d+)", text(p))] == [str(i) for i in range(1, 41) if i % 20], "report: no row is lost")
check("Phụ lục I" in text(report[-1]) and "(Kèm theo Báo cáo số 214/BC-SNV" in text(report[-1]), "report: the annex begins a page and names its document")

long = pages("long")
at = [i for i, p in enumerate(long) if line_of(p, "KT. GIÁM ĐỐC")]
check(len(at) == 1 and line_of(long[at[0]], "Nguyễn Văn Mẫu") and "cuối./." in text(long[at[0]]), "long: signed once, on a page with the end of the text")
words = " ".join(text(p) for p in long)
check(all(words.count(f"đơn vị thứ {i} ") >= 2 for i in range(1, 31)), "long: every recipient stands in both lists")
check(words.count("Một dòng cao hơn cả trang giấy.") + words.count("Một dòng cao hơn cả trang giấy. TT") >= 290, "long: a row higher than a page goes on")
check("Số: 09/SNV-CCHC" in text(long[0]), "long: a name of 500 characters leaves the number on the page")
lonely = [i for i, p in enumerate(long[:at[0]]) if max((w.y1 for w in p if w.y1 < BOTTOM + 1)) < BOTTOM - 40]
check(len(lonely) <= 2, f"long: pages are full {lonely}")
headings = [i for i, p in enumerate(long) for w in [max((w for w in p if w.y1 < BOTTOM + 1), key=lambda w: (round(w.y0), w.x0))]
            if w.text in ("sau", "SAU")]
check(not headings, f"long: no heading ends a page {headings}")
check("KẾ HOẠCH" in text(pages("empty")[0]), "empty: a document without parts is a page")
print(f"1..{n}")
sys.exit(bad > 0)
