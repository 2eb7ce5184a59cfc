#include "legal/legal_text_store.h"
#include "base/utf8.h"
#include "out/zip.h"
#include "tests/t.h"

static struct str office(struct arena *a, const char *name, const char *xml)
{
	struct zip_entry entries[] = { zip_stored(S("mimetype"), S("x")),
		zip_stored(str_of(name), str_of(xml)) };

	return zip_write(a, entries, COUNT(entries));
}

TEST(words_of_office_files_are_read)
{
	static const struct {
		const char *name, *xml, *text;
	} rows[] = {
		{ "word/document.xml",
			"<w:p><w:r><w:t>Kế hoạch</w:t></w:r><w:br/><w:r><w:t>kiểm tra</w:t></w:r></w:p>",
			"Kế hoạch kiểm tra\n" },
		{ "word/document.xml",
			"<w:p>còn<w:delText>đã xóa</w:delText><w:instrText>PAGE</w:instrText></w:p>",
			"còn\n" },
		{ "content.xml",
			"<?xml version=\"1.0\"?><text:h a=\"b\">Một</text:h><text:p>a &amp; b "
			"&lt;c&gt;&#10;<text:s/>d</text:p>",
			"Một\na & b <c>  d\n" },
		{ "content.xml",
			"<text:tracked-changes><text:p>cũ</text:p></"
			"text:tracked-changes><text:p>x<office:annotation>"
			"<text:p>nhận xét</text:p></office:annotation>y</text:p><!-- <text:p>z</text:p> -->",
			"xy\n" },
		{ "content.xml", "<text:p>dở <text:span", "dở " },
		{ "content.xml", "<office:annotation><text:p>không hết", "" },
		{ "other.xml", "<w:p>x</w:p>", "" },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(legal_office_text(&a, office(&a, rows[i].name, rows[i].xml)), str_of(rows[i].text));
}

TEST(whatever_the_bytes_are_there_is_an_end)
{
	ARENA a = { 0 };
	struct str good = office(&a, "content.xml", "<text:p>Kế hoạch &amp; nghị quyết</text:p>");
	uint64_t seed = 59;

	CHECK_STR(legal_office_text(&a, S("")), S(""));
	CHECK_STR(legal_office_text(&a, S("%PDF-1.7")), S(""));
	for (int round = 0; round < 5000; round++) {
		ARENA own = { 0 };
		struct str bytes = str_dup(&own, str_sub(good, 0, test_random(&seed) % (good.n + 1)));
		struct buf b = { .a = &own };

		buf_add(&b, bytes);
		for (int i = 0; i < 3 && b.n; i++)
			b.p[test_random(&seed) % b.n] = (char)test_random(&seed);
		struct str text = legal_office_text(&own, buf_str(&b));
		CHECK(utf8_valid(text));
	}
}

TEST(a_long_text_is_cut_at_a_letter)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	while (b.n < 2 * LIMIT_LEGAL_FILE_TEXT_BYTES)
		buf_add(&b, S("ệ"));
	buf_char(&b, '\0');
	struct str text = legal_office_text(&a, office(&a, "content.xml", b.p));

	CHECK(text.n <= LIMIT_LEGAL_FILE_TEXT_BYTES && text.n > LIMIT_LEGAL_FILE_TEXT_BYTES - 4);
	CHECK(utf8_valid(text));
}
