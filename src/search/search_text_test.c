#include "search/search_text.h"
#include "tests/t.h"

/* Words as "raw/folded/exact" with blanks between. */
static struct str words_of(struct arena *a, struct str text)
{
	struct buf b = { .a = a };
	struct search_words words = { .rest = text, .a = a };
	struct search_word w;

	while (search_word_next(&words, &w)) {
		buf_add(&b, b.n ? S(" ") : S(""));
		buf_add(&b, w.raw);
		buf_char(&b, '/');
		buf_add(&b, w.folded);
		buf_add(&b, w.exact.n ? S("*") : S(""));
	}
	return buf_str(&b);
}

TEST(words_of_a_text_keep_their_places)
{
	static const struct {
		struct str text, words;
	} rows[] = {
		{ S_INIT(""), S_INIT("") },
		{ S_INIT(" -- … "), S_INIT("") },
		{ S_INIT("Kế hoạch 1296/KH-SNV"), S_INIT("Kế/ke* hoạch/hoach* 1296/1296 KH/kh SNV/snv") },
		{ S_INIT("đ"), S_INIT("đ/d*") },
		{ S_INIT("NĐ-CP."), S_INIT("NĐ/nd* CP/cp") },
		{ S_INIT("o\xCC\x82\xCC\x89n"), S_INIT("o\xCC\x82\xCC\x89n/on*") },
		{ S_INIT("\xCC\x81 x"), S_INIT("x/x") },
		{ S_INIT("a\xFF b"), S_INIT("a/a") },
		{ S_INIT("日本 語"), S_INIT("日本/日本* 語/語*") },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(words_of(&a, rows[i].text), rows[i].words);
}

TEST(the_same_marks_make_the_same_key)
{
	static const char *const same[][2] = { { "hoà", "hòa" }, { "HÒA", "hoà" }, { "đổi", "Đô\xCC\x89i" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(same); i++) {
		struct search_terms x, y;
		search_terms_read(&x, &a, str_of(same[i][0]));
		search_terms_read(&y, &a, str_of(same[i][1]));
		CHECK_STR(x.words[0].exact, y.words[0].exact);
		CHECK(x.marked && x.words[0].exact.n);
	}
	struct search_terms x, y;

	search_terms_read(&x, &a, S("hoà"));
	search_terms_read(&y, &a, S("hóa"));
	CHECK(!str_eq(x.words[0].exact, y.words[0].exact));
	CHECK_STR(x.words[0].folded, y.words[0].folded);
}

TEST(a_query_is_bounded_whatever_it_is)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct search_terms t;

	for (int i = 0; i < 1000; i++)
		buf_fmt(&b, "w%d ", i);
	search_terms_read(&t, &a, buf_str(&b));
	CHECK_INT(t.n, LIMIT_QUERY_WORDS);
	b.n = 0;
	for (int i = 0; i < 100000; i++)
		buf_char(&b, 'x');
	search_terms_read(&t, &a, buf_str(&b));
	CHECK_INT(t.n, 1);
	CHECK_INT(t.words[0].folded.n, LIMIT_SEARCH_WORD_BYTES);
	search_terms_read(&t, &a, S("' OR 1=1; DROP TABLE search_doc; -- %_*\""));
	CHECK_INT(t.n, 6); /* or 1 drop table search doc: "1" once */
	search_terms_read(&t, &a, S("a a A á"));
	CHECK_INT(t.n, 2);
	search_terms_read(&t, &a, S("\xFF\xFE"));
	CHECK_INT(t.n, 0);
}

/* The excerpt with [ ] around marked words and … where text was left out. */
static struct str shown(struct arena *a, struct str query, struct str text, bool exact)
{
	struct search_terms t;
	struct buf b = { .a = a };

	search_terms_read(&t, a, query);
	struct search_excerpt e = search_excerpt_of(a, &t, text, exact);

	buf_add(&b, e.cut_before ? S("…") : S(""));
	for (size_t i = 0; i < e.n; i++)
		buf_fmt(&b, e.parts[i].marked ? "[%.*s]" : "%.*s", ARG(e.parts[i].text));
	buf_add(&b, e.cut_after ? S("…") : S(""));
	return buf_str(&b);
}

TEST(an_excerpt_marks_what_was_asked_for)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	CHECK_STR(shown(&a, S("thu tuc"), S("Về thủ tục <b> hành chính"), false),
		S("Về [thủ] [tục] <b> hành chính"));
	CHECK_STR(shown(&a, S("tính"), S("tỉnh tính tinh"), true), S("tỉnh [tính] tinh"));
	CHECK_STR(shown(&a, S("tinh"), S("tỉnh tính"), true), S("[tỉnh] [tính]"));
	CHECK_STR(shown(&a, S("x"), S(""), false), S(""));
	CHECK_STR(shown(&a, S("x"), S("không có"), false), S("không có"));
	for (int i = 0; i < 200; i++)
		buf_add(&b, S("nghị định "));
	buf_add(&b, S("Chỗ cần tìm ở đây. "));
	for (int i = 0; i < 200; i++)
		buf_add(&b, S("nghị quyết "));
	struct str s = shown(&a, S("can tim"), buf_str(&b), false);

	CHECK(str_starts(s, S("…")) && str_ends(s, S("…")));
	CHECK(str_find(s, S("Chỗ [cần] [tìm] ở đây.")) < s.n);
	CHECK(utf8_count(s) <= LIMIT_EXCERPT_CHARS + 10);
	CHECK(utf8_valid(s));
}

/* Text without any blank is cut in the middle of a word rather than not at all. */
TEST(an_excerpt_of_one_long_word_ends)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	for (int i = 0; i < 5000; i++)
		buf_add(&b, S("ệ"));
	struct str s = shown(&a, S("x"), buf_str(&b), false);

	CHECK(utf8_valid(s));
	CHECK_INT(utf8_count(s), LIMIT_EXCERPT_CHARS + 1);
}

static bool is_near(struct arena *a, const char *word, const char *other)
{
	struct search_near near = search_near_words(a, str_of(word));

	for (size_t i = 0; i < near.n; i++)
		if (str_eq(near.words[i], str_of(other)))
			return true;
	return false;
}

TEST(words_one_letter_away_are_near)
{
	static const struct {
		const char *word, *other;
		bool near;
	} rows[] = {
		{ "giya", "giay", true },
		{ "giy", "giay", true },
		{ "giaay", "giay", true },
		{ "gaaay", "giay", false },
		{ "goay", "giay", true },
		{ "giay", "giay", false },
		{ "giay", "phep", false },
		{ "aa", "a", true },
		{ "a", "ab", false },
		{ "1296", "1297", false },
		{ "đ", "d", false },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		test_check(is_near(&a, rows[i].word, rows[i].other) == rows[i].near, __FILE__, __LINE__,
			"%s, %s", rows[i].word, rows[i].other);
	CHECK_INT(search_near_words(&a, S("abcdefghijklmnopqrstuvwxyz")).n, 0);
}

TEST(keys_of_an_input_method_are_read)
{
	static const char *const rows[][2] = { { "giaays", "giay" }, { "pheps", "phep" }, { "ddoir", "doi" },
		{ "duwowngf", "duong" }, { "giay61", "giay" }, { "d9oi63", "doi" }, { "giay", "" },
		{ "xe", "" }, { "1296", "" }, { "2022", "" }, { "s", "" }, { "truowngf", "truong" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(search_typed_raw(&a, str_of(rows[i][0])), str_of(rows[i][1]));
}
