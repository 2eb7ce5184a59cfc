#include "markdown/markdown_lint.h"
#include "tests/t.h"

static const struct markdown_shown pictures[] = { { .alt = S_INIT("Hai người ngồi bên bàn"),
							  .caption = S_INIT("Buổi làm việc") },
	{ .gone = true }, { .is_empty = true, .caption = S_INIT("Không có ảnh") } };

/* "HEADING_SKIPPED@3 LINK_VAGUE@5": the findings of a text with the pictures above, unused ones left out. */
static struct str found(struct arena *a, const char *text)
{
#define X(name, is_error, words) #name,
	static const char *const names[] = { MARKDOWN_RULES(X) };
#undef X
	struct markdown m = markdown_read(a, str_of(text));
	struct markdown_findings f = markdown_lint(a, &m, pictures, COUNT(pictures));
	struct buf b = { .a = a };
	size_t errors = 0;

	for (size_t i = 0; i < f.n; i++) {
		errors += markdown_is_error(f.list[i].rule);
		if (f.list[i].rule != MARKDOWN_IS_PICTURE_UNUSED)
			buf_fmt(&b, "%s%s@%d", b.n ? " " : "", names[f.list[i].rule], f.list[i].line);
	}
	CHECK_INT(f.errors_n, errors);
	return buf_str(&b);
}

TEST(what_the_linter_says)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "Một đoạn.", "" },
		{ "", "EMPTY@0" },
		{ " \n\n", "EMPTY@0" },
		{ "![](anh:1)", "EMPTY@0" },
		{ "# Mục\n\na\n\n## Con\n\nb\n\n# Mục\n\nc", "" },
		{ "## Con\n\na", "HEADING_SKIPPED@1" },
		{ "# Mục\n\na\n\n### Nhỏ\n\nb", "HEADING_SKIPPED@5" },
		{ "# Mục\n## Con\n### Nhỏ\n#### Sâu\n\na", "HEADING_DEEP@4" },
		{ "#\n\na", "HEADING_EMPTY@1" },
		{ "# KẾT QUẢ KIỂM TRA\n\na", "HEADING_CAPS@1" },
		{ "# ƯU ĐIỂM ĐẠT ĐƯỢC\n\na", "HEADING_CAPS@1" },
		{ "# UBND\n\na", "" },
		{ "# Kết quả của UBND tỉnh\n\na", "" },
		{ "# Ưu điểm ư\n\na", "" },
		{ "Xem [tại đây](/so-lieu).", "LINK_VAGUE@1" },
		{ "Xem [Tại  đây!](/so-lieu).", "LINK_VAGUE@1" },
		{ "Xem [**xem thêm**](/so-lieu).", "LINK_VAGUE@1" },
		{ "[Click here](/so-lieu)", "LINK_VAGUE@1" },
		{ "[...](/so-lieu)", "LINK_VAGUE@1" },
		{ "Xem [số liệu tháng 10](/so-lieu).", "" },
		{ "a [](/so-lieu)", "LINK_EMPTY@1" },
		{ "[Số liệu](so-lieu)", "LINK_NOWHERE@1" },
		{ "[Số liệu](javascript:x)", "LINK_NOWHERE@1" },
		{ "[tại đây](javascript:x)", "LINK_VAGUE@1 LINK_NOWHERE@1" },
		{ "<https://a.vn/mot>", "LINK_BARE@1" },
		{ "a\n\n![](anh:1)\n\nb", "" },
		{ "a\n\n![](anh:3)", "" },
		{ "a\n\n![](anh:2)", "PICTURE_UNKNOWN@3" },
		{ "a\n\n![](anh:9)", "PICTURE_UNKNOWN@3" },
		{ "a ![](anh:1) b", "PICTURE_PLACE@1" },
		{ "- ![](anh:1)\n- a", "PICTURE_PLACE@1" },
		{ "a\n\n![](https://x.vn/a.png)", "PICTURE_FOREIGN@3" },
		{ "![](anh:1)\n\na\n\n![](anh:1)", "PICTURE_TWICE@5" },
		{ "a <b>c</b>", "HTML_TYPED@1 HTML_TYPED@1" },
		{ "<div>\na\n</div>\n\nb", "HTML_TYPED@1" },
		{ "Xem phần màu đỏ dưới đây.", "COLOUR_ALONE@1" },
		{ "Theo mẫu do Sở ban hành, mẫu đó.", "" },
		{ "> > > > > > > > > > > > > > > > > > > > a", "TOO_DEEP@0" },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(found(&a, rows[i].text), str_of(rows[i].says));
}

TEST(pictures_need_an_alternative_text)
{
	static const struct {
		struct markdown_shown picture;
		int rule; /* -1: none */
	} rows[] = {
		{ { .alt = S_INIT("Hai người"), .caption = S_INIT("Buổi họp") }, -1 },
		{ { .caption = S_INIT("Buổi họp") }, MARKDOWN_IS_ALT_MISSING },
		{ { .alt = S_INIT("IMG_0123") }, MARKDOWN_IS_ALT_FILE_NAME },
		{ { .alt = S_INIT("anh hop.JPG") }, MARKDOWN_IS_ALT_FILE_NAME },
		{ { .alt = S_INIT("Buổi họp"), .caption = S_INIT("Buổi họp") },
			MARKDOWN_IS_ALT_LIKE_CAPTION },
		{ { .is_empty = true, .caption = S_INIT("Buổi họp") }, -1 },
		{ { .gone = true }, -1 },
	};
	ARENA a = { 0 };
	struct markdown m = markdown_read(&a, S("a\n\n![](anh:1)"));

	for (size_t i = 0; i + 1 < COUNT(rows); i++) {
		struct markdown_findings f = markdown_lint(&a, &m, &rows[i].picture, 1);

		CHECK_INT(f.n, rows[i].rule >= 0);
		CHECK_INT(f.n ? (int)f.list[0].rule : -1, rows[i].rule);
		CHECK_INT(f.n ? f.list[0].picture : 1, 1);
	}
	m = markdown_read(&a, S("a"));
	struct markdown_findings f = markdown_lint(&a, &m, &rows[0].picture, 1);

	CHECK_INT(f.n, 1);
	CHECK_INT(f.list[0].rule, MARKDOWN_IS_PICTURE_UNUSED);
	CHECK_INT(f.errors_n, 0);
}

TEST(long_texts)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	for (int i = 0; i < 400; i++)
		buf_add(&b, S("câu "));
	CHECK_STR(found(&a, str_c(&a, buf_str(&b))), S("PARAGRAPH_LONG@1"));
	b.n = 0;
	for (int i = 0; i <= LIMIT_MARKDOWN_LINKS; i++)
		buf_add(&b, S("[Số liệu](/so-lieu)\n\n"));
	struct markdown m = markdown_read(&a, buf_str(&b));
	struct markdown_findings f = markdown_lint(&a, &m, NULL, 0);

	CHECK_INT(f.n, 1);
	CHECK_INT(f.list[0].rule, MARKDOWN_IS_LINKS_MANY);
	b.n = 0;
	for (int i = 0; i < 10 * LIMIT_MARKDOWN_FINDINGS; i++)
		buf_add(&b, S("[đây](x)\n\n"));
	m = markdown_read(&a, buf_str(&b));
	f = markdown_lint(&a, &m, NULL, 0);
	CHECK_INT(f.n, LIMIT_MARKDOWN_FINDINGS);
	CHECK(f.errors_n > 10 * LIMIT_MARKDOWN_FINDINGS);
}
