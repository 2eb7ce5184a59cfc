#include "document/official.h"
#include "tests/t.h"

static daynum day(const char *s)
{
	daynum d = DAYNUM_NONE;

	CHECK(parse_day(str_of(s), &d));
	return d;
}

TEST(dates_have_zeros_where_they_could_be_altered)
{
	static const struct {
		const char *day, *text;
	} cases[] = { { "2022-02-05", "ngày 05 tháng 02 năm 2022" },
		{ "2022-10-25", "ngày 25 tháng 10 năm 2022" }, { "2022-06-27", "ngày 27 tháng 6 năm 2022" },
		{ "2022-03-09", "ngày 09 tháng 3 năm 2022" }, { "2022-09-10", "ngày 10 tháng 9 năm 2022" },
		{ "2022-01-31", "ngày 31 tháng 01 năm 2022" },
		{ "2022-12-01", "ngày 01 tháng 12 năm 2022" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_STR(official_date(&a, day(cases[i].day)), str_of(cases[i].text));
	CHECK(str_starts(official_date(&a, DAYNUM_NONE), S("ngày  ")));
	CHECK_STR(official_place_line(
			  &a, &(struct official){ .place = S("Thái Bình"), .date = day("2022-10-25") }),
		S("Thái Bình, ngày 25 tháng 10 năm 2022"));
}

TEST(numbers_and_symbols)
{
	ARENA a = { 0 };
	struct official d = { .type = OFFICIAL_KH,
		.issuer = S("Sở Nội vụ"),
		.number = 1296,
		.symbol = official_symbol(&a, OFFICIAL_KH, S("SNV"), S("")),
		.date = day("2022-06-27") };

	CHECK_STR(official_number_line(&a, &d), S("Số: 1296/KH-SNV"));
	CHECK_STR(official_reference(&a, &d),
		S("Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022 của Sở Nội vụ"));
	d.number = 5;
	CHECK_STR(official_number_line(&a, &d), S("Số: 05/KH-SNV"));
	d.number = 0;
	CHECK_STR(official_number_line(&a, &d), S("Số:      /KH-SNV"));
	d.symbol = S("");
	CHECK_STR(official_number_line(&a, &d), S(""));
	CHECK_STR(official_symbol(&a, OFFICIAL_CV, S("SNV"), S("CCHC")), S("SNV-CCHC"));
	CHECK_STR(official_symbol(&a, OFFICIAL_CV, S("SNV"), S("")), S("SNV"));
	CHECK_STR(official_reference(&a,
			  &(struct official){ .type = OFFICIAL_CV, .number = 12, .symbol = S("SNV-CCHC") }),
		S("Công văn số 12/SNV-CCHC"));
}

TEST(capitals_of_every_vietnamese_letter)
{
	static const struct str small = S_INIT("aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờở"
					       "ỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ 1/-÷fjwz");
	static const struct str large = S_INIT("AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞ"
					       "ỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ 1/-÷FJWZ");
	ARENA a = { 0 };

	CHECK_STR(upper_vi(&a, small), large);
	CHECK_STR(upper_vi(&a, large), large);
}

TEST(labels_begin_again_below_a_higher_one)
{
	static const struct {
		enum block_kind kind;
		int level;
		const char *label;
	} rows[] = { { BLOCK_PARAGRAPH, 0, "" }, { BLOCK_HEADING, 1, "I." }, { BLOCK_HEADING, 2, "1." },
		{ BLOCK_HEADING, 3, "a)" }, { BLOCK_HEADING, 3, "b)" }, { BLOCK_HEADING, 2, "2." },
		{ BLOCK_HEADING, 3, "a)" }, { BLOCK_HEADING, 1, "II." }, { BLOCK_HEADING, 2, "1." },
		{ BLOCK_ARTICLE, 0, "Điều 1." }, { BLOCK_CLAUSE, 0, "1." }, { BLOCK_POINT, 0, "a)" },
		{ BLOCK_POINT, 0, "b)" }, { BLOCK_CLAUSE, 0, "2." }, { BLOCK_POINT, 0, "a)" },
		{ BLOCK_ARTICLE, 0, "Điều 2." }, { BLOCK_CLAUSE, 0, "1." }, { BLOCK_ITEM, 0, "-" } };
	struct block blocks[COUNT(rows)];
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		blocks[i] = (struct block){
			.kind = rows[i].kind, .level = rows[i].level, .text = S("Nội dung;")
		};
	struct block *out = official_labels(&a, blocks, COUNT(rows), true);
	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(out[i].label, str_of(rows[i].label));
	CHECK_STR(out[1].text, S("NỘI DUNG;"));
	CHECK_STR(out[2].text, S("Nội dung;"));
	CHECK_STR(out[COUNT(rows) - 1].text, S("Nội dung./."));
	blocks[1].label = S("Phần thứ nhất.");
	out = official_labels(&a, blocks, COUNT(rows), false);
	CHECK_STR(out[1].label, S("Phần thứ nhất."));
	CHECK_STR(out[7].label, S("I."));
	CHECK_STR(out[COUNT(rows) - 1].text, S("Nội dung;"));
}

TEST(the_last_text_is_closed_once)
{
	static const struct {
		const char *text, *closed;
	} cases[] = { { "Hết.", "Hết./." }, { "Hết./.", "Hết./." }, { "Hết", "Hết./." },
		{ "Hết; ", "Hết./." }, { "", "" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct block b = block_paragraph(str_of(cases[i].text));
		CHECK_STR(official_labels(&a, &b, 1, true)->text, str_of(cases[i].closed));
	}
	struct block table = block_of_table(NULL);
	CHECK_STR(official_labels(&a, &table, 1, true)->text, S(""));
	CHECK(official_labels(&a, NULL, 0, true) != NULL);
}

TEST(letters_of_points_and_roman_numbers)
{
	static const struct {
		int n;
		const char *point, *roman;
	} cases[] = { { 1, "a", "I" }, { 4, "d", "IV" }, { 5, "đ", "V" }, { 7, "g", "VII" }, { 9, "i", "IX" },
		{ 23, "y", "XXIII" }, { 24, "a1", "XXIV" }, { 47, "a2", "XLVII" },
		{ 1994, "q86", "MCMXCIV" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_STR(official_point(&a, cases[i].n), str_of(cases[i].point));
		CHECK_STR(official_roman(&a, cases[i].n), str_of(cases[i].roman));
	}
}

TEST(who_signs_for_whom)
{
	static const struct {
		struct official_signature s;
		const char *lines[OFFICIAL_SIGN_LINES];
	} cases[] = {
		{ { .title = S_INIT("Giám đốc") }, { "GIÁM ĐỐC" } },
		{ { .authority = SIGN_KT, .chief = S_INIT("Giám đốc"), .title = S_INIT("Phó Giám đốc") },
			{ "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" } },
		{ { .collective = S_INIT("Ủy ban nhân dân"),
			  .authority = SIGN_KT,
			  .chief = S_INIT("Chủ tịch"),
			  .title = S_INIT("Phó Chủ tịch") },
			{ "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" } },
		{ { .authority = SIGN_TL, .chief = S_INIT("Giám đốc"), .title = S_INIT("Chánh Văn phòng") },
			{ "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG" } },
		{ { .authority = SIGN_TUQ, .chief = S_INIT("Giám đốc"), .title = S_INIT("Trưởng phòng") },
			{ "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG" } },
		{ { .authority = SIGN_Q, .title = S_INIT("Giám đốc") }, { "Q. GIÁM ĐỐC" } },
		{ { .party = S_INIT("Đại diện Sở Mẫu A"), .title = S_INIT("Phó Giám đốc") },
			{ "ĐẠI DIỆN SỞ MẪU A", "PHÓ GIÁM ĐỐC" } },
		{ { .name = S_INIT("Người Mẫu") }, { NULL } },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str lines[OFFICIAL_SIGN_LINES] = { 0 };
		int n = official_sign_lines(&a, &cases[i].s, lines);
		for (int l = 0; l < OFFICIAL_SIGN_LINES; l++) {
			CHECK_STR(lines[l], str_of(cases[i].lines[l]));
			CHECK_INT(l < n, cases[i].lines[l] != NULL);
		}
	}
}

TEST(lists_end_with_one_mark)
{
	ARENA a = { 0 };

	CHECK_STR(official_list_line(&a, S("Căn cứ Luật Tổ chức chính quyền địa phương"), false),
		S("Căn cứ Luật Tổ chức chính quyền địa phương;"));
	CHECK_STR(official_list_line(&a, S("Như trên;"), false), S("Như trên;"));
	CHECK_STR(official_list_line(&a, S("Lưu: VT. "), true), S("Lưu: VT."));
}

TEST(what_cannot_be_printed_is_said)
{
	static const struct block_column column = { S_INIT("Cột"), 1, CELL_LEFT };
	struct block_table table = { .columns = &column, .columns_n = 1 };
	struct block body = block_of_table(&table);
	struct official d = { .type = OFFICIAL_BC, .body = &body, .body_n = 1 };

	CHECK(!official_wrong(&d));
	table.columns_n = 0;
	CHECK(official_wrong(&d) != NULL);
	table.columns_n = LIMIT_OFFICIAL_COLUMNS + 1;
	CHECK(official_wrong(&d) != NULL);
	body = block_heading(OFFICIAL_LEVELS + 1, S("Quá sâu"));
	CHECK(official_wrong(&d) != NULL);
	body = block_paragraph(S("Được"));
	CHECK(!official_wrong(&d));
	d.signatures_n = LIMIT_OFFICIAL_SIGNATURES + 1;
	CHECK(official_wrong(&d) != NULL);
}
