#include "document/fill.h"
#include "tests/t.h"

static const struct fill_value values[] = { { S_INIT("co_quan"), S_INIT("Sở Mẫu A") },
	{ S_INIT("tong"), S_INIT("1.713") }, { S_INIT("rong"), S_INIT("") },
	{ S_INIT("vong"), S_INIT("«tong»") } };

static const struct {
	const char *template, *text, *unknown;
	int unknown_n;
} cases[] = {
	{ "", "", "", 0 }, { "Không có gì để thay.", "Không có gì để thay.", "", 0 },
	{ "«co_quan» tiếp nhận «tong» hồ sơ.", "Sở Mẫu A tiếp nhận 1.713 hồ sơ.", "", 0 },
	{ "« tong »|«rong»|", "1.713||", "", 0 }, { "«tong»«tong»", "1.7131.713", "", 0 },
	{ "«la» và «lung» và «tong»", "«la» và «lung» và 1.713", "la", 2 },
	{ "Khẩu hiệu «Một cửa» của tỉnh", "Khẩu hiệu «Một cửa» của tỉnh", "", 0 },
	{ "mở « rồi «tong»", "mở « rồi 1.713", "", 0 }, { "hở «tong", "hở «tong", "", 0 },
	{ "«»", "«»", "", 0 }, { "«vong»", "«tong»", "", 0 }, /* values are not templates */
};

TEST(names_are_replaced_and_unknown_ones_are_told)
{
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fill f = document_fill(&a, str_of(cases[i].template), values, COUNT(values));
		CHECK_STR(f.text, str_of(cases[i].text));
		CHECK_STR(f.unknown, str_of(cases[i].unknown));
		CHECK_INT(f.unknown_n, cases[i].unknown_n);
	}
}
