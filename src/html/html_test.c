#include "base/utf8.h"
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
	CHECK(has(vi, "<td>15:35 ngày 25/10/2022 1.713 97,37% 87,50% 50.000 đồng</td>"));
	CHECK(has(vi, "<td>– 12 100,00% 100,00% -1 đồng</td>"));
	CHECK(has(en, "<html lang=\"en\">"));
	CHECK(has(en, "<p title=\"2 days\">2 days: 2</p>"));
	CHECK(has(en, "<td>25/10/2022 15:35 1,713 97.37% 87.50% VND 50,000</td>"));
}

static struct str escaped(struct arena *a, struct str s)
{
	struct buf b = { .a = a };

	html_str(&(struct html_out){ .out = &b }, s);
	return buf_str(&b);
}

/* The inverse, as a browser does it. False when something in s is not as html_str writes it. */
static bool unescape(struct buf *out, struct str s)
{
	static const struct {
		struct str entity;
		char c;
	} entities[] = { { S_INIT("&amp;"), '&' }, { S_INIT("&lt;"), '<' }, { S_INIT("&gt;"), '>' },
		{ S_INIT("&quot;"), '"' }, { S_INIT("&#39;"), '\'' } };

	for (size_t i = 0; i < s.n;) {
		size_t k = 0;

		if (strchr("<>\"'", s.p[i]) || ((unsigned char)s.p[i] < ' ' && !strchr("\t\n", s.p[i])))
			return false;
		if (s.p[i] != '&') {
			buf_char(out, s.p[i++]);
			continue;
		}
		while (k < COUNT(entities) && !str_starts(str_sub(s, i, s.n), entities[k].entity))
			k++;
		if (k == COUNT(entities))
			return false;
		buf_char(out, entities[k].c);
		i += entities[k].entity.n;
	}
	return true;
}

/* What survives escaping: good characters, U+FFFD for bad bytes, no control characters. */
static struct str kept(struct arena *a, struct str s)
{
	struct buf b = { .a = a };
	uint32_t c;

	while (s.n) {
		if (utf8_next(&s, &c)) {
			if (c >= ' ' || c == '\t' || c == '\n')
				utf8_add(&b, c);
		} else {
			utf8_add(&b, REPLACEMENT_CHAR);
			s = str_sub(s, 1, s.n);
		}
	}
	return buf_str(&b);
}

TEST(escaped_text_decodes_back)
{
	static const char bytes[] = "&<>\"'a\xC3\xA1\xE1\xBA\xBF\xF0\x9F\x98\x80\x01\n\t ;#";
	uint64_t seed = 5;

	for (int i = 0; i < 20000; i++) {
		ARENA a = { 0 };
		struct buf in = { .a = &a }, back = { .a = &a };

		for (uint64_t n = test_random(&seed) % 24; n; n--)
			buf_char(&in, test_random(&seed) % 8 ? bytes[test_random(&seed) % sizeof bytes]
							     : (char)test_random(&seed));
		struct str out = escaped(&a, buf_str(&in));

		CHECK_OR_STOP(unescape(&back, out) && utf8_valid(out));
		CHECK_STR(buf_str(&back), kept(&a, buf_str(&in)));
	}
}

TEST(html_escape_since_touches_only_the_tail)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct html_out o = { .out = &b };

	html_raw(&o, S("<p>"));
	size_t from = b.n;
	html_raw(&o, S("a<b"));
	html_escape_since(&o, from);
	html_escape_since(&o, b.n);
	CHECK_STR(buf_str(&b), S("<p>a&lt;b"));
}

TEST(numbers_in_html)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct html_out o = { .out = &b };
	const double coordinates[] = { 0, 1.5, -1.25, 3, 0.004, -0.004, 12.349, 1e300, -2.5 };

	for (size_t i = 0; i < COUNT(coordinates); i++) {
		html_double(&o, coordinates[i]);
		buf_char(&b, ' ');
	}
	html_uint(&o, UINT64_MAX);
	CHECK_STR(buf_str(&b), S("0 1.5 -1.25 3 0 0 12.35 0 -2.5 18446744073709551615"));
}

TEST(addresses_are_encoded)
{
	ARENA a = { 0 };
	struct url home = url_path(S("/")), list = url_path(S("/a"));

	CHECK_STR(url_segment(&a, home, S("a/b c")).s, S("/a%2Fb%20c"));
	CHECK_STR(url_segment(&a, list, S("hồ")).s, S("/a/h%E1%BB%93"));
	CHECK_STR(url_segment(&a, list, S("..")).s, S("/a/_"));
	CHECK_STR(url_segment(&a, list, S(".")).s, S("/a/_"));
	CHECK_STR(url_segment(&a, list, S("")).s, S("/a/_"));
	CHECK_STR(url_segment(&a, list, S("...")).s, S("/a/..."));
	CHECK_STR(url_segment_int(&a, list, -7).s, S("/a/-7"));
	struct url q = url_query(&a, list, S("q"), S("a&b=c#"));
	CHECK_STR(q.s, S("/a?q=a%26b%3Dc%23"));
	CHECK_STR(url_fragment(&a, url_query_int(&a, q, S("p"), 2), S("x y")).s,
		S("/a?q=a%26b%3Dc%23&p=2#x%20y"));
	CHECK_STR(url_mail(&a, S("a?b@x.vn")).s, S("mailto:a%3Fb@x.vn"));
	CHECK_STR(url_phone(&a, S("+84 (24) 1-2;x=1+")).s, S("tel:+8424121"));
}

TEST(foreign_addresses_are_vetted)
{
	static const struct {
		struct str text;
		bool external, local;
	} rows[] = {
		{ S_INIT("https://dichvucong.gov.vn/x?y=1#z"), true, false },
		{ S_INIT("http://x.vn"), true, false },
		{ S_INIT("https://"), false, false },
		{ S_INIT("https:///x"), false, false },
		{ S_INIT("https://a@b.vn/"), false, false },
		{ S_INIT("https://b.vn/@a"), true, false },
		{ S_INIT("https://x.vn/a b"), false, false },
		{ S_INIT("https://x.vn/\""), false, false },
		{ S_INIT("https://x.vn\\@y.vn/"), false, false },
		{ S_INIT("javascript:alert(1)"), false, false },
		{ S_INIT("ftp://x.vn/"), false, false },
		{ S_INIT(""), false, false },
		{ S_INIT("/"), false, true },
		{ S_INIT("/a?b=c"), false, true },
		{ S_INIT("//x.vn/"), false, false },
		{ S_INIT("/\\x.vn/"), false, false },
		{ S_INIT("/\n/x.vn"), false, false },
		{ S_INIT("a"), false, false },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct url u = { 0 };

		test_check(url_external(rows[i].text, &u) == rows[i].external, __FILE__, __LINE__,
			"url_external(%.*s)", ARG(rows[i].text));
		test_check(url_local(rows[i].text, &u) == rows[i].local, __FILE__, __LINE__,
			"url_local(%.*s)", ARG(rows[i].text));
	}
}
