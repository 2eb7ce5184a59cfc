#include "base/utf8.h"
#include "tests/t.h"

TEST(only_well_formed_utf8_is_good)
{
	static const struct {
		struct str in;
		size_t good; /* bytes */
	} rows[] = {
		{ S_INIT(""), 0 },
		{ S_INIT("Thái Bình"), 11 },
		{ S_INIT("\x7F\xC2\x80\xDF\xBF"), 5 },
		{ S_INIT("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"), 12 },
		{ S_INIT("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), 8 },
		{ S_INIT("a\x80"), 1 },                /* a continuation alone */
		{ S_INIT("ab\xC0\xAF"), 2 },           /* overlong */
		{ S_INIT("\xC1\xBF"), 0 },             /* overlong */
		{ S_INIT("\xE0\x9F\xBF"), 0 },         /* overlong */
		{ S_INIT("\xF0\x8F\xBF\xBF"), 0 },     /* overlong */
		{ S_INIT("abc\xED\xA0\x80"), 3 },      /* surrogate */
		{ S_INIT("\xED\xBF\xBF"), 0 },         /* surrogate */
		{ S_INIT("\xF4\x90\x80\x80"), 0 },     /* past U+10FFFF */
		{ S_INIT("\xF8\x88\x80\x80\x80"), 0 }, /* five bytes */
		{ S_INIT("abcdefgh\xE1\xBA"), 8 },     /* cut off */
		{ S_INIT("abcdefgh\xE1\xBA/"), 8 },    /* cut off by another */
		{ S_INIT("\xFF\xFE"), 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_INT(utf8_good_bytes(rows[i].in), rows[i].good);
		CHECK_INT(utf8_valid(rows[i].in), rows[i].good == rows[i].in.n);
	}
}

TEST(every_code_point_goes_there_and_back)
{
	ARENA a = { 0 };
	uint32_t wrong = 0;

	for (uint32_t c = 0; c <= CODE_POINT_MAX; c++) {
		if (c == 0xD800)
			c = 0xE000;
		char space[4];
		struct buf b = { .a = &a, .p = space, .cap = sizeof space };
		utf8_add(&b, c);
		struct str rest = buf_str(&b);
		uint32_t back = 0;
		bool ok = utf8_next(&rest, &back) && rest.n == 0 && back == c && utf8_valid(buf_str(&b));
		wrong += !ok;
	}
	CHECK_INT(wrong, 0);
}

TEST(characters_are_counted_and_clipped)
{
	CHECK_INT(utf8_count(S("Đổi giấy phép")), 13);
	CHECK_STR(utf8_clip(S("Đổi giấy phép"), 3), S("Đổi"));
	CHECK_STR(utf8_clip(S("Đổi"), 3), S("Đổi"));
	CHECK_STR(utf8_clip(S("Đổi"), 0), S(""));
}

TEST(texts_are_checked)
{
	static const struct {
		struct str in;
		size_t max_chars;
		enum text_lines lines;
		enum text_fault want;
	} rows[] = {
		{ S_INIT("Đổi"), 3, TEXT_ONE_LINE, TEXT_FINE },
		{ S_INIT("Đổi"), 2, TEXT_ONE_LINE, TEXT_TOO_LONG },
		{ S_INIT("a\tb"), 9, TEXT_ONE_LINE, TEXT_CONTROL },
		{ S_INIT("a\tb\nc\r\nd"), 9, TEXT_MANY_LINES, TEXT_FINE },
		{ S_INIT("a\rb"), 9, TEXT_MANY_LINES, TEXT_CONTROL },
		{ S_INIT("a\0b"), 9, TEXT_MANY_LINES, TEXT_CONTROL },
		{ S_INIT("a\x7F"), 9, TEXT_MANY_LINES, TEXT_CONTROL },
		{ S_INIT("a\xC2\x85"), 9, TEXT_MANY_LINES, TEXT_CONTROL }, /* NEL */
		{ S_INIT("gpj.\xE2\x80\xAE"
			 "exe"),
			9, TEXT_ONE_LINE, TEXT_CONTROL },                   /* override */
		{ S_INIT("\xEF\xBF\xBF"), 9, TEXT_ONE_LINE, TEXT_CONTROL }, /* noncharacter */
		{ S_INIT("\x01\xFF"), 9, TEXT_ONE_LINE, TEXT_BROKEN },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(text_check(rows[i].in, rows[i].max_chars, rows[i].lines), rows[i].want);
}

TEST(hostile_input_is_quoted_safely)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	utf8_add_safe(&b, S("a\x1B[2J\xFFơ\n"));
	CHECK_STR(buf_str(&b), S("a [2J\xEF\xBF\xBDơ "));
}

TEST(utf16_becomes_utf8_in_pieces_of_any_size)
{
	static const char big[] = "\x00\x41\x1E\xBF\xD8\x3D\xDE\x00\x00\x7A"; /* A, U+1EBF, U+1F600, z */
	struct str text = { big, sizeof big - 1 };

	for (size_t step = 1; step <= text.n; step++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		struct utf16 u = { .order = UTF16_BIG };
		for (size_t at = 0; at < text.n; at += step)
			utf16_add(&u, &b, str_sub(text, at, at + step));
		utf16_end(&u, &b);
		CHECK_STR(buf_str(&b), S("Aế\xF0\x9F\x98\x80z"));
		CHECK_INT(u.bad, 0);
	}
}

TEST(unpaired_surrogates_are_counted_and_leave_broken_utf8)
{
	static const struct {
		struct str in; /* little endian */
		uint64_t bad, first;
	} rows[] = {
		{ S_INIT("A\0\x3D\xD8z\0"), 1, 1 },           /* first half, then a letter */
		{ S_INIT("A\0\x00\xDEz\0"), 1, 1 },           /* second half alone */
		{ S_INIT("\x3D\xD8\x3D\xD8\x00\xDE"), 1, 0 }, /* a half, then a pair */
		{ S_INIT("A\0z\0\x3D\xD8"), 1, 2 },           /* at the end */
		{ S_INIT("A\0z"), 1, 1 },                     /* half a unit */
		{ S_INIT("\x00\xDE\x00\xDE"), 2, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		struct utf16 u = { .order = UTF16_LITTLE };
		utf16_add(&u, &b, rows[i].in);
		utf16_end(&u, &b);
		CHECK_INT(u.bad, rows[i].bad);
		CHECK_INT(u.first_bad, rows[i].first);
		CHECK(!utf8_valid(buf_str(&b)));
		CHECK(b.n <= UTF16_GROWTH(rows[i].in.n));
	}
}

TEST(byte_order_marks_name_the_encoding)
{
	size_t mark = 9;

	CHECK_INT(encoding_of(S("\xEF\xBB\xBF"
				"code"),
			  &mark),
		ENCODING_UTF8);
	CHECK_INT(mark, 3);
	CHECK_INT(encoding_of(S("\xFF\xFE"
				"c\0"),
			  &mark),
		ENCODING_UTF16_LITTLE);
	CHECK_INT(mark, 2);
	CHECK_INT(encoding_of(S("\xFE\xFF\0c"), &mark), ENCODING_UTF16_BIG);
	CHECK_INT(encoding_of(S("code"), &mark), ENCODING_UTF8);
	CHECK_INT(mark, 0);
	CHECK_INT(encoding_of(S(""), &mark), ENCODING_UTF8);
}
