#include "html/shelf_html.h"
#include "tests/t.h"

#define HOSTILE "<b>&\"'\x01\xFF"
#define SAFE "&lt;b&gt;&amp;&quot;&#39;\xEF\xBF\xBD"

static struct str render(struct arena *a, enum lang lang)
{
	static const struct book books[] = {
		{ 7, 1713, 50000, S_INIT(HOSTILE), 19290, 1666686900, 0.97366, true },
		{ 8, 12, -1, S_INIT(".."), DAYNUM_NONE, INSTANT_NONE, 1, false },
	};
	struct shelf s = { S(HOSTILE), url_query(a, url_path(S("/home")), S("q"), S("a&b")), books,
		COUNT(books) };
	struct buf b = { .a = a };
	struct html_out o = { &b, lang };

	shelf_page(&o, &s);
	return buf_str(&b);
}

static bool has(struct str page, const char *part)
{
	return str_find(page, str_of(part)) < page.n;
}

TEST(a_page_escapes_by_place)
{
	ARENA a = { 0 };
	struct str page = render(&a, LANG_VI);

	CHECK(has(page, "<title>" SAFE "</title>"));
	CHECK(has(page, "<h1 id=\"top\" title=\"" SAFE "\">" SAFE "</h1>"));
	CHECK(has(page, "<textarea name=\"note\">\n" SAFE "</textarea>"));
	CHECK(has(
		page, "<a href=\"/books/7/%3Cb%3E%26%22%27%01%FF?lang=vi&amp;on=2022-10-25\">" SAFE "</a>"));
	CHECK(has(page, "<a href=\"/books/8/_?lang=vi&amp;on=\">..</a>"));
	CHECK(has(page, "action=\"/home?q=a%26b\""));
	CHECK(!has(page, "<b>"));
}

TEST(a_page_speaks_its_language)
{
	ARENA a = { 0 };
	struct str vi = render(&a, LANG_VI), en = render(&a, LANG_EN);

	CHECK(has(vi, "<html lang=\"vi\">"));
	CHECK(has(vi, "<p title=\"2 ngày\">2 ngày: 2</p>"));
	CHECK(has(vi, "<time datetime=\"2022-10-25\">25/10/2022</time>"));
	CHECK(has(vi, "<td>15:35 ngày 25/10/2022 1.713 97,37% 50.000 đồng</td>"));
	CHECK(has(vi, "<td>– 12 100,00% -1 đồng</td>"));
	CHECK(has(en, "<html lang=\"en\">"));
	CHECK(has(en, "<p title=\"2 days\">2 days: 2</p>"));
	CHECK(has(en, "<td>25/10/2022 15:35 1,713 97.37% VND 50,000</td>"));
}
