/* What becomes of Markdown, hostile Markdown above all. */
#include "markdown/markdown_testing.h"
#include "markdown/markdown_web.h"
#include "base/utf8.h"
#include "tests/t.h"

#include <time.h>

/* All pieces in a row, a picture as [N]. */
static struct str written(struct arena *a, struct str text)
{
	struct markdown m = markdown_read(a, text);
	struct buf b = { .a = a };
	size_t n;
	const struct markdown_piece *pieces = markdown_pieces(a, &m, &n);

	for (size_t i = 0; i < n; i++) {
		const char *wrong = pieces[i].picture ? NULL : markdown_suspect(pieces[i].markup.s);

		test_check(!wrong, __FILE__, __LINE__, "%s in %.*s", wrong, ARG(pieces[i].markup.s));
		if (pieces[i].picture)
			buf_fmt(&b, "[%lld]", (long long)pieces[i].picture);
		buf_add(&b, pieces[i].markup.s);
	}
	return buf_str(&b);
}

TEST(what_editors_write)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ "Một đoạn.", "<p>Một đoạn.</p>\n" },
		{ "Một\nđoạn.\n\nHai.", "<p>Một\nđoạn.</p>\n<p>Hai.</p>\n" },
		{ "# Mục\n## Con\n### Nhỏ\n#### Sâu",
			"<h2>Mục</h2>\n<h3>Con</h3>\n<h4>Nhỏ</h4>\n<h4>Sâu</h4>\n" },
		{ "**đậm** và *nghiêng*", "<p><strong>đậm</strong> và <em>nghiêng</em></p>\n" },
		{ "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
		{ "- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n" },
		{ "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
		{ "- a\n  1. b", "<ul>\n<li>a<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n" },
		{ "> lời", "<blockquote><p>lời</p>\n</blockquote>\n" },
		{ "a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n" },
		{ "a\\\nb", "<p>a<br>b</p>\n" },
		{ "`a<b`", "<p><code>a&lt;b</code></p>\n" },
		{ "    a\n    b", "<pre><code>a\nb</code></pre>\n" },
		{ "[Kế hoạch](https://a.vn/x?y=1&z=2)",
			"<p><a href=\"https://a.vn/x?y=1&amp;z=2\">Kế hoạch</a></p>\n" },
		{ "[Số liệu](/so-lieu)", "<p><a href=\"/so-lieu\">Số liệu</a></p>\n" },
		{ "[Thư](mailto:so@a.gov.vn)", "<p><a href=\"mailto:so@a.gov.vn\">Thư</a></p>\n" },
		{ "[Gọi](tel:0227.3831-234)", "<p><a href=\"tel:02273831234\">Gọi</a></p>\n" },
		{ "[Wiki](<https://vi.wikipedia.org/wiki/Thái Bình>)",
			"<p><a href=\"https://vi.wikipedia.org/wiki/Th%C3%A1i%20B%C3%ACnh\">Wiki</a></p>\n" },
		{ "<https://a.vn>", "<p><a href=\"https://a.vn\">https://a.vn</a></p>\n" },
		{ "trước\n\n![](anh:2)\n\nsau", "<p>trước</p>\n[2]<p>sau</p>\n" },
		{ "![](anh:1)\n\n![](anh:12)", "[1][12]" },
		{ "giữa ![chữ](anh:1) dòng", "<p>giữa chữ dòng</p>\n" },
		{ "", "" },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(written(&a, str_of(rows[i].text)), str_of(rows[i].html));
}

/* None of it becomes markup or an address that does something; the words stay. */
TEST(what_attackers_write)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n" },
		{ "a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n" },
		{ "[x](javascript:alert(1))", "<p>x</p>\n" },
		{ "[x](JaVaScRiPt:alert(1))", "<p>x</p>\n" },
		{ "[x](javascript&#58;alert(1))", "<p>x</p>\n" },
		{ "[x](javascript&colon;alert(1))", "<p>x</p>\n" },
		{ "[x](<java\tscript:alert(1)>)", "<p>x</p>\n" },
		{ "[x](&#1;javascript:alert(1))", "<p>x</p>\n" },
		{ "[x](data:text/html;base64,PHNjcmlwdD4=)", "<p>x</p>\n" },
		{ "[x](vbscript:msgbox(1))", "<p>x</p>\n" },
		{ "[x](file:///etc/passwd)", "<p>x</p>\n" },
		{ "[x](//evil.example)", "<p>x</p>\n" },
		{ "[x](/\\evil.example)", "<p>x</p>\n" },
		{ "[x](\\\\evil.example)", "<p>x</p>\n" },
		{ "[x](https:/evil.example)", "<p>x</p>\n" },
		{ "[x](https://)", "<p>x</p>\n" },
		{ "[x](https://bank.vn@evil.example/)", "<p>x</p>\n" },
		{ "[x](https://xây.vn)", "<p>x</p>\n" },
		{ "[x](mailto:a@b?bcc=all@c)", "<p>x</p>\n" },
		{ "[x](relative)", "<p>x</p>\n" },
		{ "[x](#id)", "<p>x</p>\n" },
		{ "[x](</a\" onmouseover=\"alert(1)>)",
			"<p><a href=\"/a%22%20onmouseover=%22alert(1)\">x</a></p>\n" },
		{ "[x](https://a.vn 'a\" onclick=\"b')", "<p><a href=\"https://a.vn\">x</a></p>\n" },
		{ "<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n" },
		{ "<x@y.vn>", "<p><a href=\"mailto:x@y.vn\">x@y.vn</a></p>\n" },
		{ "![x](javascript:alert(1))", "<p>x</p>\n" },
		{ "![x](https://track.example/p.gif)", "<p>x</p>\n" },
		{ "![x](anh:0)", "<p>x</p>\n" },
		{ "![x](anh:99999999999999999999)", "<p>x</p>\n" },
		{ "![<b>](anh:-1)", "<p>&lt;b&gt;</p>\n" },
		{ "![a [b](javascript:c)](https://x.vn/d.svg)", "<p>a b</p>\n" },
		{ "[a ![b](anh:1)](javascript:c)", "<p>a b</p>\n" },
		{ "&lt;script&gt;", "<p>&lt;script&gt;</p>\n" },
		{ "&#x202e;evil", "<p> evil</p>\n" },
		{ "a&#0;b", "<p>a\xef\xbf\xbd"
			    "b</p>\n" },
		{ "a&#8233;b", "<p>a b</p>\n" },
		{ "```js\" onload=\"x\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>\n" },
		{ "<!-- a -->\n\n<style>b</style>",
			"<p>&lt;!-- a --&gt;</p>\n<p>&lt;style&gt;b&lt;/style&gt;</p>\n" },
		{ "<a href=\"javascript:x\">y</a>",
			"<p>&lt;a href=&quot;javascript:x&quot;&gt;y&lt;/a&gt;</p>\n" },
		{ "**a *b", "<p>**a *b</p>\n" },
		{ "[a](", "<p>[a](</p>\n" },
		{ "[a]: javascript:x\n\n[a]", "<p>a</p>\n" },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(written(&a, str_of(rows[i].text)), str_of(rows[i].html));
}

static struct str repeated(struct arena *a, const char *piece, size_t bytes)
{
	struct buf b = { .a = a };

	while (b.n < bytes)
		buf_add(&b, str_of(piece));
	return buf_str(&b);
}

/* The largest text of each awkward kind: it ends soon, with as much of it as the limits let through. */
TEST(large_and_deep_texts_end)
{
	static const char *const pieces[] = { "> ", "- ", "*a ", "**a _b ", "[", "![", "](", "[a](", "<",
		"<a", "`", "``a", "&", "&#x41;", "\\", "1. ", "# ", "[a]: b\n", "> - ", "*a* ", "a\n\n",
		"<!--", "[a][b", "![](anh:1)\n\n", "***", "~~~\n", "_*" };
	clock_t start = clock();

	for (size_t i = 0; i < COUNT(pieces); i++) {
		ARENA a = { 0 };
		struct str text = repeated(&a, pieces[i], 4 * (size_t)LIMIT_ARTICLE_BODY_CHARS);
		struct markdown m = markdown_read(&a, text);
		clock_t before = clock();

		CHECK(m.n <= LIMIT_MARKDOWN_STEPS);
		(void)written(&a, text);
		test_check(clock() - before < 5 * CLOCKS_PER_SEC, __FILE__, __LINE__, "%s takes long",
			pieces[i]);
	}
	CHECK(clock() - start < 60 * CLOCKS_PER_SEC);
}

TEST(what_is_too_deep_stays_as_words)
{
	ARENA a = { 0 };
	struct str text = str_fmt(&a, "%.*sđáy", ARG(repeated(&a, "> ", 200)));
	struct markdown m = markdown_read(&a, text);
	struct str html = written(&a, text);

	CHECK(m.too_deep && !m.too_long);
	CHECK(str_find(html, S("đáy")) < html.n);
	CHECK_STR(markdown_words(&a, &m), S("đáy"));
}

TEST(random_texts_become_harmless_html)
{
	static const char *const pieces[] = { "<", ">", "\"", "'", "&", "*", "_", "`", "[", "]", "(", ")",
		"!", "#", " ", "\n", "\n\n", "- ", "1. ", "    ", "javascript:", "https://a.vn/", "anh:1",
		"&#x3c;", "&quot;", "<script>", "</a>", "<a href=x>", "đ", "\\", "mailto:", "---", "```",
		"data:", "<!--", "]]>" };
	uint64_t seed = 50;

	for (int i = 0; i < 3000; i++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		int n = (int)(test_random(&seed) % 60);

		for (int k = 0; k < n; k++)
			buf_add(&b, str_of(pieces[test_random(&seed) % COUNT(pieces)]));
		(void)written(&a, buf_str(&b));
	}
}
