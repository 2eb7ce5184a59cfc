#include "json/canon.h"
#include "json/json_read.h"
#include "tests/t.h"

static enum json_error read_all(struct arena *a, struct str text)
{
	struct json_reader r;
	struct json_token t;

	json_begin(&r, a, text);
	for (size_t tokens = 0; json_next(&r, &t); tokens++)
		if (tokens > text.n)
			abort(); /* more tokens than bytes: it would never end */
	CHECK_INT(t.kind, r.error ? JSON_BAD : JSON_END);
	CHECK(!json_next(&r, &t)); /* and stays there */
	return r.error;
}

static const struct {
	struct str in;
	enum json_error want;
} standard[] = {
	{ S_INIT("null"), JSON_FINE },
	{ S_INIT(" [ ] "), JSON_FINE },
	{ S_INIT("\t{\r\n\"a\" : [1 , true,false ,null, \"\"] }"), JSON_FINE },
	{ S_INIT("\"\\u0000\\ud83d\\ude00\\/\""), JSON_FINE },
	{ S_INIT("[0,-0,-1,1.5,1e999,1E+2,0e1,-0.0e-1,123456789012345678901234567890]"), JSON_FINE },
	{ S_INIT("\"\x7F\xC2\x80\xEF\xBF\xBF\""), JSON_FINE },
	{ S_INIT("{\"\":0}"), JSON_FINE },
	{ S_INIT("[{\"a\":1},{\"a\":1}]"), JSON_FINE },
	{ S_INIT("{\"a\":{\"a\":1}}"), JSON_FINE },
	{ S_INIT(""), JSON_SYNTAX },
	{ S_INIT(" "), JSON_SYNTAX },
	{ S_INIT("\xEF\xBB\xBF{}"), JSON_SYNTAX },
	{ S_INIT("{}{}"), JSON_SYNTAX },
	{ S_INIT("[] x"), JSON_SYNTAX },
	{ S_INIT("[1"), JSON_SYNTAX },
	{ S_INIT("[1,]"), JSON_SYNTAX },
	{ S_INIT("[,1]"), JSON_SYNTAX },
	{ S_INIT("[1,,2]"), JSON_SYNTAX },
	{ S_INIT("[1 2]"), JSON_SYNTAX },
	{ S_INIT("[1}"), JSON_SYNTAX },
	{ S_INIT("]"), JSON_SYNTAX },
	{ S_INIT("{\"a\":1]"), JSON_SYNTAX },
	{ S_INIT("{\"a\":1,}"), JSON_SYNTAX },
	{ S_INIT("{\"a\"}"), JSON_SYNTAX },
	{ S_INIT("{\"a\":}"), JSON_SYNTAX },
	{ S_INIT("{\"a\" 1}"), JSON_SYNTAX },
	{ S_INIT("{a:1}"), JSON_SYNTAX },
	{ S_INIT("{'a':1}"), JSON_SYNTAX },
	{ S_INIT("{1:1}"), JSON_SYNTAX },
	{ S_INIT("[1]/**/"), JSON_SYNTAX },
	{ S_INIT("[01]"), JSON_SYNTAX },
	{ S_INIT("[-01]"), JSON_SYNTAX },
	{ S_INIT("[1.]"), JSON_SYNTAX },
	{ S_INIT("[.5]"), JSON_SYNTAX },
	{ S_INIT("[-]"), JSON_SYNTAX },
	{ S_INIT("[+1]"), JSON_SYNTAX },
	{ S_INIT("[1e]"), JSON_SYNTAX },
	{ S_INIT("[1e+]"), JSON_SYNTAX },
	{ S_INIT("[0x1]"), JSON_SYNTAX },
	{ S_INIT("[NaN]"), JSON_SYNTAX },
	{ S_INIT("[Infinity]"), JSON_SYNTAX },
	{ S_INIT("[True]"), JSON_SYNTAX },
	{ S_INIT("[nul]"), JSON_SYNTAX },
	{ S_INIT("[truex]"), JSON_SYNTAX },
	{ S_INIT("[1\0]"), JSON_SYNTAX },
	{ S_INIT("[\f1]"), JSON_SYNTAX },
	{ S_INIT("[\xC2\xA0"
		 "1]"),
		JSON_SYNTAX },
	{ S_INIT("\"abc"), JSON_SYNTAX },
	{ S_INIT("\"abc\\"), JSON_SYNTAX },
	{ S_INIT("\"abc\\\""), JSON_SYNTAX },
	{ S_INIT("\"\\x41\""), JSON_TEXT },
	{ S_INIT("\"\\\xC3\xA9\""), JSON_TEXT },
	{ S_INIT("\"\\u12\""), JSON_TEXT },
	{ S_INIT("\"\\u12G4\""), JSON_TEXT },
	{ S_INIT("\"\\ud800\""), JSON_TEXT },
	{ S_INIT("\"\\ud800x\""), JSON_TEXT },
	{ S_INIT("\"\\ud800\\n\""), JSON_TEXT },
	{ S_INIT("\"\\ud800\\ud800\""), JSON_TEXT },
	{ S_INIT("\"\\ude00\\ud83d\""), JSON_TEXT },
	{ S_INIT("\"a\nb\""), JSON_TEXT },
	{ S_INIT("\"a\0b\""), JSON_TEXT },
	{ S_INIT("\"12345678\x1F\""), JSON_TEXT },
	{ S_INIT("\"\xFF\""), JSON_TEXT },
	{ S_INIT("\"\xED\xA0\x80\""), JSON_TEXT },
	{ S_INIT("\"\xC0\x80\""), JSON_TEXT },
	{ S_INIT("{\"a\":1,\"b\":2,\"a\":3}"), JSON_DUPLICATE_KEY },
	{ S_INIT("{\"a\":1,\"\\u0061\":2}"), JSON_DUPLICATE_KEY },
	{ S_INIT("{\"x\":{\"a\":1},\"x\":1}"), JSON_DUPLICATE_KEY },
};

TEST(json_of_the_standard_is_read_and_nothing_else)
{
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(standard); i++) {
		enum json_error got = read_all(&a, standard[i].in);
		test_check(got == standard[i].want, __FILE__, __LINE__, "row %zu %.*s: %d, not %d", i,
			ARG(standard[i].in), (int)got, (int)standard[i].want);
	}
}

TEST(depth_and_names_are_bounded)
{
	ARENA a = { 0 };

	for (int depth = LIMIT_JSON_DEPTH - 1; depth <= 100000;
		depth = depth < 100 ? depth + 1 : depth * 10) {
		struct buf b = { .a = &a };
		for (int i = 0; i < depth; i++)
			buf_char(&b, '[');
		CHECK_INT(read_all(&a, buf_str(&b)), depth > LIMIT_JSON_DEPTH ? JSON_TOO_DEEP : JSON_SYNTAX);
		for (int i = 0; i < depth; i++)
			buf_char(&b, ']');
		CHECK_INT(read_all(&a, buf_str(&b)), depth > LIMIT_JSON_DEPTH ? JSON_TOO_DEEP : JSON_FINE);
	}
	for (int names = LIMIT_JSON_KEYS - 1; names <= LIMIT_JSON_KEYS + 1; names++) {
		struct buf b = { .a = &a };
		for (int i = 0; i < names; i++)
			buf_fmt(&b, "%c\"k%d\":0", i ? ',' : '{', i);
		buf_char(&b, '}');
		CHECK_INT(
			read_all(&a, buf_str(&b)), names > LIMIT_JSON_KEYS ? JSON_TOO_MANY_KEYS : JSON_FINE);
	}
}

TEST(values_come_out_as_they_are_meant)
{
	ARENA a = { 0 };
	struct json_token m[8];
	size_t n = 0;
	struct str text;
	int64_t number;

	CHECK_INT(json_read_flat(&a,
			  S("{\"a\":\"Đổi\\n\\u1ebf\\ud83d\\ude00\\\"\",\"b\":-9223372036854775808,"
			    "\"c\":-0,\"d\":1.0,\"e\":9223372036854775808,\"\\u0066\":true}"),
			  m, COUNT(m), &n),
		JSON_FINE);
	CHECK_INT(n, 6);
	CHECK(json_find_str(m, n, S("a"), &text));
	CHECK_STR(text, S("Đổi\nế\xF0\x9F\x98\x80\""));
	CHECK(json_find_int(m, n, S("b"), &number));
	CHECK(number == INT64_MIN);
	CHECK(!json_find_int(m, n, S("c"), &number));
	CHECK(!json_find_int(m, n, S("d"), &number));
	CHECK(!json_find_int(m, n, S("e"), &number));
	CHECK(!json_find_int(m, n, S("a"), &number));
	CHECK(!json_find_str(m, n, S("b"), &text));
	CHECK(!json_find_str(m, n, S("z"), &text));
	CHECK_STR(json_find(m, n, S("d"))->text, S("1.0"));
	CHECK_INT(json_find(m, n, S("f"))->kind, JSON_TRUE);
	CHECK_INT(json_read_flat(&a, S("{\"a\":[]}"), m, COUNT(m), &n), JSON_SYNTAX);
	CHECK_INT(json_read_flat(&a, S("[]"), m, COUNT(m), &n), JSON_SYNTAX);
	CHECK_INT(json_read_flat(&a, S("{}x"), m, COUNT(m), &n), JSON_SYNTAX);
	CHECK_INT(json_read_flat(&a, S("{\"a\":1,\"b\":1}"), m, 1, &n), JSON_TOO_MANY_KEYS);
	CHECK_INT(n, 6);
}

TEST(what_is_not_wanted_can_be_skipped)
{
	ARENA a = { 0 };
	struct json_reader r;
	struct json_token t;

	json_begin(&r, &a, S("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":3}"));
	CHECK(json_next(&r, &t) && t.kind == JSON_OBJECT);
	CHECK(json_next(&r, &t) && t.kind == JSON_OBJECT);
	CHECK(json_skip(&r));
	CHECK(json_next(&r, &t) && t.is_int && t.number == 3);
	CHECK_STR(t.key, S("d"));
	CHECK(json_next(&r, &t) && t.kind == JSON_CLOSE);
	CHECK(!json_next(&r, &t) && t.kind == JSON_END);
}

TEST(the_writer_escapes_nests_and_rounds)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct json_out j = { .out = &b };

	json_object(&j);
	json_member_str(&j, S("text"), S("a\"\\/\b\f\n\r\t\x01\x1F\x7Fđ\xFF\xE1\xBA!"));
	json_member_int(&j, S("least"), INT64_MIN);
	json_member_array(&j, S("list"));
	json_bool(&j, true);
	json_null(&j);
	json_array(&j);
	json_end(&j);
	json_object(&j);
	json_end(&j);
	json_end(&j);
	json_key(&j, S("n"));
	json_decimal(&j, -5, 2);
	json_key(&j, S("share"));
	json_share(&j, 37, 38, 4);
	json_key(&j, S("half"));
	json_share(&j, 1, 2000, 3);
	json_key(&j, S("none"));
	json_share(&j, 0, 0, 1);
	CHECK(!json_complete(&j));
	json_end(&j);
	CHECK(json_complete(&j));
	CHECK_STR(buf_str(&b),
		S("{\"text\":\"a\\\"\\\\/"
		  "\\b\\f\\n\\r\\t\\u0001\\u001f\x7Fđ\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD!\","
		  "\"least\":-9223372036854775808,\"list\":[true,null,[],{}],\"n\":-0.05,\"share\":0.9737,"
		  "\"half\":0.001,\"none\":0.0}"));
	CHECK_INT(read_all(&a, buf_str(&b)), JSON_FINE);
}

TEST(only_the_canonical_form_is_canonical)
{
	static const struct {
		struct str in;
		bool want;
	} rows[] = {
		{ S_INIT("{}"), true },
		{ S_INIT("{\"a\":1,\"b\":[true,{\"c\":null}],\"d\":\"\\n\\u001f\\\"\\\\/\x7F\"}"), true },
		{ S_INIT("{\"a\":9007199254740991}"), true },
		{ S_INIT("{\"\":0,\"1\":0,\"A\":0,\"a\":0,\"aa\":0,\"đ\":0}"), true },
		{ S_INIT("{\"\xF0\x9F\x98\x80\":0,\"\xEF\xAC\xB3\":0}"),
			true }, /* RFC 8785 3.2.3: UTF-16 order */
		{ S_INIT("{\"\xEF\xAC\xB3\":0,\"\xF0\x9F\x98\x80\":0}"), false }, /* order of code points */
		{ S_INIT("{\"a\":9007199254740992}"), false },
		{ S_INIT("{\"b\":1,\"a\":1}"), false },
		{ S_INIT("{\"a\":1,\"a\":1}"), false },
		{ S_INIT("{\"a\": 1}"), false },
		{ S_INIT("{\"a\":1}\n"), false },
		{ S_INIT("{\"a\":1.0}"), false },
		{ S_INIT("{\"a\":-0}"), false },
		{ S_INIT("{\"a\":1e2}"), false },
		{ S_INIT("{\"a\":\"\\u0061\"}"), false },
		{ S_INIT("{\"a\":\"\\/\"}"), false },
		{ S_INIT("{\"a\":\"\\u001F\"}"), false },
		{ S_INIT("{\"a\":\"\\u000a\"}"), false },
		{ S_INIT("{\"\\u0061\":1}"), false },
		{ S_INIT("{\"a\":1"), false },
		{ S_INIT(""), false },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		test_check(json_is_canonical(rows[i].in) == rows[i].want, __FILE__, __LINE__, "row %zu: %.*s",
			i, ARG(rows[i].in));
}

TEST(names_sort_by_utf16_units)
{
	static const struct str in_order[] = { S_INIT(""), S_INIT("\r"), S_INIT("1"), S_INIT("a"),
		S_INIT("ab"), S_INIT("\xC2\x80"), S_INIT("\xC3\xB6"), S_INIT("\xE2\x82\xAC"),
		S_INIT("\xED\x9F\xBF"), S_INIT("\xF0\x90\x80\x80"), S_INIT("\xF0\x9F\x98\x80"),
		S_INIT("\xF4\x8F\xBF\xBF"), S_INIT("\xEE\x80\x80"), S_INIT("\xEF\xAC\xB3"),
		S_INIT("\xEF\xBF\xBF") };

	for (size_t i = 0; i < COUNT(in_order); i++)
		for (size_t k = 0; k < COUNT(in_order); k++)
			CHECK_INT(canon_key_cmp(in_order[i], in_order[k]), (i > k) - (i < k));
}

static struct str random_text(struct arena *a, uint64_t *seed)
{
	static const struct str pieces[] = { S_INIT("a"), S_INIT("\""), S_INIT("\\"), S_INIT("\n"),
		S_INIT("\x01"), S_INIT("đ"), S_INIT("ế"), S_INIT("\xF0\x9F\x98\x80"), S_INIT("/"),
		S_INIT("uuuuuuuuuuuuuuu"), { "", 1 } };
	struct buf b = { .a = a };

	for (size_t n = test_random(seed) % 20; n; n--)
		buf_add(&b, pieces[test_random(seed) % COUNT(pieces)]);
	return buf_str(&b);
}

TEST(what_was_written_is_read_back_and_is_canonical)
{
	uint64_t seed = 1;

	for (int round = 0; round < 20000; round++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		struct canon c;
		struct str text = random_text(&a, &seed),
			   list[] = { random_text(&a, &seed), random_text(&a, &seed) };
		int64_t number = (int64_t)(test_random(&seed) >> (11 + test_random(&seed) % 50)) *
				 (test_random(&seed) % 2 ? 1 : -1);
		canon_begin(&c, &b);
		canon_int(&c, S("a"), number);
		canon_strs(&c, S("b"), list, COUNT(list));
		canon_object(&c, S("c"));
		canon_bool(&c, S("z"), number > 0);
		canon_end(&c);
		canon_str(&c, S("t"), text);
		canon_end(&c);
		if (!CHECK(json_is_canonical(buf_str(&b))))
			return;
		struct json_reader r;
		struct json_token t;
		json_begin(&r, &a, buf_str(&b));
		CHECK(json_next(&r, &t));
		CHECK(json_next(&r, &t) && t.is_int && t.number == number);
		CHECK(json_next(&r, &t) && t.kind == JSON_ARRAY);
		CHECK(json_next(&r, &t) && str_eq(t.text, list[0]));
		CHECK(json_next(&r, &t) && str_eq(t.text, list[1]));
		CHECK(json_next(&r, &t) && t.kind == JSON_CLOSE);
		CHECK(json_next(&r, &t) && json_skip(&r));
		CHECK(json_next(&r, &t));
		CHECK_STR(t.text, text);
	}
}

TEST(a_cut_or_changed_text_never_confuses_the_reader)
{
	static const struct str good =
		S_INIT("{\"agency\":\"Sở Xây dựng\",\"at\":-12,\"x\":[1.5e3,{\"y\":\"\\u1ebf\"}]}");
	uint64_t seed = 2;

	for (int round = 0; round < 100000; round++) {
		ARENA a = { 0 };
		struct str s = str_dup(&a, str_sub(good, 0, test_random(&seed) % (good.n + 1)));
		char *p = arena_alloc(&a, s.n + 1, 1);
		if (s.n) {
			memcpy(p, s.p, s.n);
			p[test_random(&seed) % s.n] = (char)test_random(&seed);
		}
		s.p = p;
		if (read_all(&a, s) && !CHECK(!json_is_canonical(s)))
			return;
	}
}
