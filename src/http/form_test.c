#include "http/form.h"
#include "base/limits.h"
#include "tests/t.h"

struct sample {
	struct str name, note, code;
	int64_t page;
	daynum day;
	int kind;
	bool wanted;
};
static const char *const kinds[] = { "early", "late", NULL };
static const struct field fields[] = {
	FIELD_TEXT(struct sample, name, "name", 1, 5),
	FIELD_LINES(struct sample, note, "note", 0, 10),
	FIELD_CODE(struct sample, code, "code", 3),
	FIELD_INT(struct sample, page, "page", 1, 100),
	FIELD_DAY(struct sample, day, "day"),
	FIELD_WORD(struct sample, kind, "kind", kinds),
	FIELD_FLAG(struct sample, wanted, "wanted"),
};

static struct form read_sample(struct arena *a, const char *query, struct sample *s)
{
	struct request rq = { .a = a, .query = str_of(query) };

	return form_read_query(&rq, fields, COUNT(fields), s);
}

TEST(typed_result)
{
	ARENA a = { 0 };
	struct sample s = { .page = 1 };
	struct form f = read_sample(&a,
		"name=+L%C3%AA+&note=a%0D%0Ab&code=H01.2-x&page=7&day=25/10/2022&kind=late&wanted=on&x=1",
		&s);

	CHECK_INT(f.error_count, 0);
	CHECK_STR(s.name, S("L\u00ea"));
	CHECK_STR(s.note, S("a\nb"));
	CHECK_STR(s.code, S("H01.2-x"));
	CHECK_INT(s.page, 7);
	CHECK_STR(fmt_day(&a, s.day), S("2022-10-25"));
	CHECK_INT(s.kind, 1);
	CHECK(s.wanted);
	CHECK_STR(form_raw(&f, "name"), S(" L\u00ea "));
}

TEST(defaults_stay)
{
	ARENA a = { 0 };
	struct sample s = { .page = 3, .kind = 1 };
	struct form f = read_sample(&a, "name=a&code=abc&page=&kind=", &s);

	CHECK_INT(f.error_count, 0);
	CHECK_INT(s.page, 3);
	CHECK_INT(s.kind, 1);
	CHECK(form_given(&f, "page"));
	CHECK(!form_given(&f, "day"));
	form_require(&f, "day");
	form_require(&f, "name");
	CHECK_INT(f.error_count, 1);
	CHECK_INT(form_problem_of(&f, "day"), FORM_MISSING);
}

TEST(each_problem)
{
	static const struct {
		const char *query, *field;
		enum form_problem problem;
	} cases[] = {
		{ "code=abc", "name", FORM_MISSING },
		{ "code=abc&name=+++", "name", FORM_MISSING },
		{ "code=abc&name=abcdef", "name", FORM_TOO_LONG },
		{ "code=abc&name=%C3%AA%C3%AA%C3%AA%C3%AA%C3%AA", "name", FORM_FINE },
		{ "code=ab&name=a", "code", FORM_TOO_SHORT },
		{ "code=a/c&name=a", "code", FORM_BAD_CODE },
		{ "code=abc&name=%FF", "name", FORM_BAD_TEXT },
		{ "code=abc&name=a%0Ab", "name", FORM_BAD_TEXT },
		{ "code=abc&name=a%00b", "name", FORM_BAD_TEXT },
		{ "code=abc&name=a&note=%C0%80", "note", FORM_BAD_TEXT },
		{ "code=abc&name=a&page=0", "page", FORM_OUT_OF_RANGE },
		{ "code=abc&name=a&page=101", "page", FORM_OUT_OF_RANGE },
		{ "code=abc&name=a&page=99999999999999999999", "page", FORM_BAD_NUMBER },
		{ "code=abc&name=a&page=1.5", "page", FORM_BAD_NUMBER },
		{ "code=abc&name=a&day=2022-02-31", "day", FORM_BAD_DAY },
		{ "code=abc&name=a&day=31/02/2022", "day", FORM_BAD_DAY },
		{ "code=abc&name=a&day=1/2/22", "day", FORM_BAD_DAY },
		{ "code=abc&name=a&day=-1/2/2022", "day", FORM_BAD_DAY },
		{ "code=abc&name=a&kind=never", "kind", FORM_BAD_WORD },
		{ "code=abc&name=a&wanted=maybe", "wanted", FORM_BAD_WORD },
		{ "code=abc&name=a&name=b", "name", FORM_TWICE },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct sample s = { 0 };
		struct form f = read_sample(&a, cases[i].query, &s);

		CHECK(!f.unreadable);
		test_check(form_problem_of(&f, cases[i].field) == cases[i].problem, __FILE__, __LINE__,
			"%s: %d", cases[i].query, (int)form_problem_of(&f, cases[i].field));
		CHECK_INT(f.error_count, cases[i].problem != FORM_FINE);
	}
}

TEST(unreadable_input)
{
	ARENA a = { 0 };
	struct sample s = { 0 };
	struct buf many = { .a = &a };

	CHECK(read_sample(&a, "name=%", &s).unreadable);
	CHECK(read_sample(&a, "%zz=1", &s).unreadable);
	CHECK(!read_sample(&a, "&&&=&x", &s).unreadable);
	for (int i = 0; i <= LIMIT_FORM_FIELDS; i++)
		buf_add(&many, S("x=1&"));
	buf_char(&many, '\0');
	struct form f = read_sample(&a, many.p, &s);

	CHECK(f.unreadable && f.error_count == 1);
	CHECK(!form_given(&f, "name"));
}

TEST(bodies_need_their_type)
{
	ARENA a = { 0 };
	struct sample s = { 0 };
	struct request rq = { .a = &a, .body = S("name=a&code=abc") };

	CHECK(form_read_body(&rq, fields, COUNT(fields), &s).unreadable);
	rq.headers.content_type = S("application/X-www-form-urlencoded ; charset=utf-8");
	CHECK_INT(form_read_body(&rq, fields, COUNT(fields), &s).error_count, 0);
	rq.headers.content_type = S("multipart/form-data");
	CHECK(form_read_body(&rq, fields, COUNT(fields), &s).unreadable);
}

#define DISPOSITION "Content-Disposition: form-data; name="

TEST(a_multipart_body_is_read_like_the_others)
{
	ARENA a = { 0 };
	struct sample s = { .page = 3 };
	struct form_file file;
	struct request rq = { .a = &a,
		.headers = { .content_type = S("multipart/form-data; boundary=B") },
		.body = S("--B\r\n" DISPOSITION "\"name\"\r\n\r\n L\u00ea \r\n--B\r\n" DISPOSITION
			  "\"note\"\r\n\r\na\r\nb\r\n--B\r\n" DISPOSITION "\"code\"; "
			  "filename=\"x\"\r\n\r\nabc\r\n--B\r\n" DISPOSITION
			  "\"paper\"; filename=\"C:\\k\u1ebf/%22a%22.pdf\"\r\n\r\n%PDF\r\n--B\r\n" DISPOSITION
			  "\"empty\"; filename=\"\"\r\n\r\n\r\n--B--\r\n") };
	struct form f = form_read_body(&rq, fields, COUNT(fields), &s);

	CHECK(!f.unreadable);
	CHECK_STR(s.name, S("L\u00ea"));
	CHECK_STR(s.note, S("a\nb"));
	CHECK(!form_given(&f, "code")); /* a file is no field */
	CHECK_INT(s.page, 3);
	CHECK(form_file(&rq, S("paper"), &file));
	CHECK_STR(file.name, S("'a'.pdf"));
	CHECK_STR(file.bytes, S("%PDF"));
	CHECK(!form_file(&rq, S("empty"), &file));
	CHECK(!form_file(&rq, S("name"), &file));
	CHECK(!form_file(&rq, S("none"), &file));
	rq.body = str_sub(rq.body, 0, rq.body.n - 4);
	CHECK(form_read_body(&rq, fields, COUNT(fields), &s).unreadable);
	CHECK(!form_file(&rq, S("paper"), &file));
}

TEST(random_input_is_bounded)
{
	static const char alphabet[] = "name=code&page%C3AA0+day1/2-\xff\n";
	ARENA a = { 0 };
	uint64_t seed = 11;

	for (int i = 0; i < 20000; i++) {
		char text[64] = { 0 };
		size_t n = test_random(&seed) % (sizeof text - 1);
		struct sample s = { .page = 1 };

		for (size_t k = 0; k < n; k++)
			text[k] = alphabet[test_random(&seed) % (sizeof alphabet - 1)];
		(void)read_sample(&a, text, &s);
		CHECK(s.page >= 1 && s.page <= 100);
		CHECK(s.name.n <= 20 && s.code.n <= LIMIT_CODE_CHARS);
		arena_reset(&a);
	}
}
