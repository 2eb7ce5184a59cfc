/* What html2c makes of templates, what it refuses, and that no input breaks it. */
#include "tests/cases.h"
#include "tests/t.h"
#include "tools/html2c.h"

struct result {
	struct str c, h, error;
};

static struct result compile(struct arena *a, struct str text)
{
	struct html2c_output out;

	html2c_compile(a, S("x.html"), text, S("x/x_html.h"), &out);
	return (struct result){ buf_str(&out.c), buf_str(&out.h), out.error.text };
}

static struct str whole(struct arena *a, struct str input)
{
	if (str_find(input, S("{{ define")) < input.n)
		return input;
	return str_fmt(a, "{{ define x(struct html_out *o) }}%.*s{{ end }}", ARG(input));
}

TEST(templates_that_are_refused)
{
	ARENA a = { 0 };
	struct cases all = { golden_file(&a, "html2c/refused.txt"), 0 };
	struct test_case one;
	int n = 0;

	for (; next_case(&all, &one); n++) {
		struct str got = compile(&a, whole(&a, one.input)).error;
		struct str want = str_fmt(&a, "x.html:%.*s", ARG(one.want));
		size_t colon = str_find(want, S(": "));

		want = str_fmt(&a, "%.*s: error%.*s", (int)colon, want.p, ARG(str_sub(want, colon, want.n)));
		test_check(str_starts(got, want), "refused.txt", one.line, "want %.*s, got %.*s", ARG(want),
			ARG(got.n ? got : S("no error")));
	}
	CHECK(n > 100);
}

TEST(templates_and_their_c)
{
	ARENA a = { 0 };
	struct cases all = { golden_file(&a, "html2c/accepted.txt"), 0 };
	struct test_case one;
	int n = 0;

	for (; next_case(&all, &one); n++) {
		struct result r = compile(&a, whole(&a, one.input));

		test_check(!r.error.n, "accepted.txt", one.line, "%.*s", ARG(r.error));
		test_check(str_find(r.c, one.want) < r.c.n, "accepted.txt", one.line, "no %.*s in\n%.*s",
			ARG(one.want), ARG(r.c));
	}
	CHECK(n > 40);
}

TEST(the_header_has_includes_and_prototypes)
{
	ARENA a = { 0 };
	struct result r = compile(&a, S("{! #include \"x/x.h\"\n#include <time.h> !}\n"
					"{{ define x_page(struct html_out *o,\n\tint n) }}{{ n }}{{ end }}"));

	CHECK_STR(r.h, S("#pragma once\n/* made by html2c of a template; change that */\n"
			 "#include \"html/html.h\"\n#include \"x/x.h\"\n#include <time.h>\n"
			 "#line 3 \"x.html\"\nvoid x_page(struct html_out *o,  int n);\n"));
	CHECK(str_find(r.c, S("#include \"x/x_html.h\"\n")) < r.c.n);
	CHECK(str_find(r.c,
		      S("#line 3 \"x.html\"\nvoid x_page(struct html_out *o,  int n)\n{\n\t(void)o;\n")) <
		r.c.n);
}

TEST(bad_bytes_are_refused)
{
	ARENA a = { 0 };

	CHECK_STR(compile(&a, S("\n\xFF")).error, S("x.html:2: error: not UTF-8, or a control character\n"));
	CHECK_STR(compile(&a, S("\0")).error, S("x.html:1: error: not UTF-8, or a control character\n"));
	CHECK_STR(compile(&a, S("")).error, S(""));
}

TEST(depth_is_bounded)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	for (int i = 0; i < 2 * MAX_DEPTH; i++)
		buf_add(&b, S("<div>"));
	CHECK_STR(compile(&a, whole(&a, buf_str(&b))).error,
		S("x.html:1: error: elements nested deeper than 128\n"));
	b.n = 0;
	for (int i = 0; i < 2 * MAX_BLOCKS; i++)
		buf_add(&b, S("{{ if n }}"));
	CHECK_STR(compile(&a, whole(&a, buf_str(&b))).error,
		S("x.html:1: error: blocks nested deeper than 64\n"));
}

/* A random change: a byte, a piece left out, a piece said twice. */
static struct str mutate(struct arena *a, struct str s, uint64_t *seed)
{
	static const char bytes[] = "<>/\"'=&{}|#! ;:?.x\n";
	size_t from = test_random(seed) % s.n, to = from + test_random(seed) % 16;
	struct str before = str_sub(s, 0, from), piece = str_sub(s, from, to), after = str_sub(s, to, s.n);
	char other = bytes[test_random(seed) % (sizeof bytes - 1)];

	switch (test_random(seed) % 3) {
	case 0: return str_fmt(a, "%.*s%c%.*s", ARG(before), other, ARG(str_sub(s, from + 1, s.n)));
	case 1: return str_fmt(a, "%.*s%.*s", ARG(before), ARG(after));
	default: return str_fmt(a, "%.*s%.*s%.*s%.*s", ARG(before), ARG(piece), ARG(piece), ARG(after));
	}
}

TEST(broken_templates_break_nothing)
{
	ARENA a = { 0 };
	ARENA round = { 0 };
	struct str page = golden_file(&a, "html2c/shelf.html");
	uint64_t seed = 7;
	int refused = 0;

	CHECK_STR(compile(&a, page).error, S(""));
	for (int i = 0; i < 3000; i++) {
		struct str text = page;

		for (uint64_t n = test_random(&seed) % 3 + 1; n; n--)
			text = mutate(&round, text, &seed);
		struct result r = compile(&round, text);

		refused += r.error.n > 0;
		if (r.error.n)
			CHECK(str_starts(r.error, S("x.html:")) && str_ends(r.error, S("\n")));
		arena_reset(&round);
	}
	CHECK(refused > 500);
}
