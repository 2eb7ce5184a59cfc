/* multipart/form-data: what browsers send, and what nobody who means well sends. */
#include "http/multipart.h"
#include "base/limits.h"
#include "tests/t.h"

TEST(boundaries)
{
	static const struct {
		const char *type, *boundary; /* "": refused */
	} cases[] = {
		{ "multipart/form-data; boundary=----WebKitFormBoundaryAbC123",
			"----WebKitFormBoundaryAbC123" },
		{ "Multipart/Form-Data;boundary=\"x:y\"; charset=utf-8", "x:y" },
		{ "multipart/form-data; charset=utf-8; boundary=x", "x" },
		{ "multipart/form-data", "" },
		{ "multipart/form-data; boundary=", "" },
		{ "multipart/form-data; boundary=\"x", "" },
		{ "multipart/form-data; boundary=x; boundary=y", "" },
		{ "multipart/form-data; boundary=a b", "" },
		{ "multipart/form-data; boundary=a\xc3\xaa", "" },
		{ "multipart/form-data; =x", "" },
		{ "multipart/form-data; boundary", "" },
		{ "multipart/mixed; boundary=x", "" },
		{ "application/x-www-form-urlencoded; boundary=x", "" },
		{ "multipart/form-data; "
		  "boundary=00000000011111111112222222222333333333344444444445555555555666666666x",
			"00000000011111111112222222222333333333344444444445555555555666666666x" },
		{ "multipart/form-data; "
		  "boundary=00000000001111111111222222222233333333334444444444555555555566666666667",
			"" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str got = { 0 };
		bool is = multipart_boundary(str_of(cases[i].type), &got);

		test_check(is == (*cases[i].boundary != 0) && (!is || str_eq(got, str_of(cases[i].boundary))),
			__FILE__, __LINE__, "%s: %.*s", cases[i].type, ARG(got));
	}
}

#define TEXT_PART(name, value) "--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(name, file, value) \
	"--B\r\nContent-Disposition: form-data; name=\"" name "\"; filename=\"" file \
	"\"\r\nContent-Type: application/pdf\r\n\r\n" value "\r\n"
#define END "--B--\r\n"

TEST(what_browsers_send)
{
	static const char text[] = "D\u00f2ng 1\r\nd\u00f2ng 2\r\n-B--",
			  bytes[] = "\0\r\n-\r\n--\r\n\r\r\n\xff";
	ARENA a = { 0 };
	struct multipart m;
	struct str body = S(TEXT_PART("text", "D\u00f2ng 1\r\nd\u00f2ng 2\r\n-B--") FILE_PART("file",
		"k\u1ebf %22ho\u1ea1ch.pdf", "\0\r\n-\r\n--\r\n\r\r\n\xff") FILE_PART("none", "", "") END);

	CHECK_OR_STOP(multipart_read(&a, S("B"), body, &m));
	CHECK_OR_STOP(m.n == 3);
	CHECK_STR(m.parts[0].name, S("text"));
	CHECK_STR(m.parts[0].bytes, str_of(text));
	CHECK(!m.parts[0].is_file);
	CHECK_STR(m.parts[1].file, S("k\u1ebf %22ho\u1ea1ch.pdf"));
	CHECK(str_eq(m.parts[1].bytes, (struct str){ bytes, sizeof bytes - 1 }));
	CHECK(m.parts[1].is_file && m.parts[2].is_file);
	CHECK(!m.parts[2].file.n && !m.parts[2].bytes.n);
}

TEST(refusals)
{
	static const struct {
		struct str body;
		bool fine;
	} cases[] = {
		{ S_INIT(TEXT_PART("a", "1") END), true },
		{ S_INIT(TEXT_PART("a", "1") "--B--"), true },
		{ S_INIT("--B--\r\n"), true }, /* a form without fields */
		{ S_INIT(""), false },
		{ S_INIT(TEXT_PART("a", "1")), false },
		{ S_INIT(TEXT_PART("a", "1") "--B"), false },
		{ S_INIT(TEXT_PART("a", "1") "--B-"), false },
		{ S_INIT(TEXT_PART("a", "1") END "more"), false },
		{ S_INIT("before\r\n" TEXT_PART("a", "1") END), false },
		{ S_INIT(TEXT_PART("a", "1") TEXT_PART("a", "2") END), false },
		{ S_INIT(TEXT_PART("a", "1") FILE_PART("a", "x", "2") END), false },
		{ S_INIT(TEXT_PART("", "1") END), false },
		{ S_INIT("--B\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Type: text/plain\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\"x\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n" END),
			false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\"; "
			 "filename*=UTF-8''x\r\n\r\n1\r\n" END),
			false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" END), true },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: "
			 "form-data; name=\"b\"\r\n\r\n1\r\n" END),
			false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\xff\"\r\n\r\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Disposition: form-data; name=\"a\"\n\n1\r\n" END), false },
		{ S_INIT("--B\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; "
			 "name=\"a\"\r\n\r\n1\r\n" END),
			false },
		{ S_INIT("--Bx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" END), false },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct multipart m;

		test_check(multipart_read(&a, S("B"), cases[i].body, &m) == cases[i].fine, __FILE__, __LINE__,
			"case %d: %.*s", (int)i, ARG(cases[i].body));
	}
}

/* n parts, or one text of n bytes, or a head of about n bytes. */
static bool reads(struct arena *a, int parts, int text, int head)
{
	struct buf b = { .a = a };
	struct multipart m;

	for (int i = 0; i < parts; i++) {
		buf_fmt(&b, "--B\r\nX: ");
		for (int k = 0; k < head; k++)
			buf_char(&b, 'x');
		buf_fmt(&b, "\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\n", i);
		for (int k = 0; k < text; k++)
			buf_char(&b, 'x');
		buf_add(&b, S("\r\n"));
	}
	buf_add(&b, S(END));
	return multipart_read(a, S("B"), buf_str(&b), &m);
}

TEST(limits)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct multipart m;

	CHECK(reads(&a, LIMIT_MULTIPART_PARTS, 1, 1));
	CHECK(!reads(&a, LIMIT_MULTIPART_PARTS + 1, 1, 1));
	CHECK(reads(&a, 1, LIMIT_MULTIPART_TEXT_BYTES, 1));
	CHECK(!reads(&a, 1, LIMIT_MULTIPART_TEXT_BYTES + 1, 1));
	CHECK(!reads(&a, 2, LIMIT_MULTIPART_TEXT_BYTES / 2 + 1, 1));
	CHECK(!reads(&a, 1, 1, LIMIT_MULTIPART_HEAD_BYTES));
	buf_add(&b, S("--B\r\nContent-Disposition: form-data; name=\""));
	for (int i = 0; i <= LIMIT_MULTIPART_NAME_BYTES; i++)
		buf_char(&b, 'n');
	buf_add(&b, S("\"\r\n\r\n1\r\n" END));
	CHECK(!multipart_read(&a, S("B"), buf_str(&b), &m));
}

/* A good body with one byte gone or changed: whatever it says then, nothing lies outside of it. */
TEST(every_mutation_stays_within_the_body)
{
	static const char good[] = TEXT_PART("a", "1") FILE_PART("f", "x.pdf", "%PDF-\r\n--\r\n") END;
	ARENA a = { 0 };

	for (size_t i = 0; i < sizeof good - 1; i++)
		for (int c = 0; c < 256; c += 5) {
			char body[sizeof good];
			struct multipart m;

			memcpy(body, good, sizeof good);
			body[i] = (char)c;
			if (!multipart_read(&a, S("B"), (struct str){ body, sizeof good - 1 }, &m))
				continue;
			for (size_t p = 0; p < m.n; p++)
				CHECK(m.parts[p].bytes.p >= body &&
					m.parts[p].bytes.p + m.parts[p].bytes.n <= body + sizeof good);
			arena_reset(&a);
		}
}
