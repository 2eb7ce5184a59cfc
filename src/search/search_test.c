#include "search/match.h"
#include "tests/t.h"

static const struct {
	struct str text, folded;
} folds[] = {
	{ S_INIT(""), S_INIT("") },
	{ S_INIT("Đổi Giấy phép – lái xe"), S_INIT("doi giay phep lai xe") },
	{ S_INIT("đ Đ ð"), S_INIT("d d ð") },
	{ S_INIT("hoà hòa thuý thúy quỳ qùy"), S_INIT("hoa hoa thuy thuy quy quy") },
	{ S_INIT("ĂÂÊÔƠƯ ăâêôơư"), S_INIT("aaeoou aaeoou") },
	{ S_INIT("Ủy\tban\n\nnhân  dân"), S_INIT("uy ban nhan dan") },
	{ S_INIT("«QĐ-876/BNV», (số 12)."), S_INIT("qd 876 bnv so 12") },
	{ S_INIT("ＡＢＣ １２"), S_INIT("abc 12") },
	{ S_INIT("o\xCC\x82\xCC\x89 o\xCC\x89\xCC\x82 \xC3\xB4\xCC\x89 \xE1\xBB\x95"), S_INIT("o o o o") },
	{ S_INIT("--- … !"), S_INIT("") },
	{ S_INIT("日本"), S_INIT("日本") },
};

TEST(folding_drops_marks_case_and_punctuation)
{
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(folds); i++)
		CHECK_STR(fold(&a, folds[i].text), folds[i].folded);
}

TEST(folding_twice_is_folding_once_and_composition_does_not_matter)
{
	static const struct str letters[] = { S_INIT("a"), S_INIT("Ắ"), S_INIT("đ"), S_INIT("Đ"), S_INIT(" "),
		S_INIT("ộ"), S_INIT("o\xCC\x82\xCC\xA3"), S_INIT("o\xCC\xA3\xCC\x82"), S_INIT("ư"),
		S_INIT("-"), S_INIT("7"), S_INIT("\xCC\x81"), S_INIT("ﬁ"), S_INIT("ß"),
		S_INIT("\xF0\x9F\x98\x80"), S_INIT("가") };
	uint64_t seed = 3;

	for (int round = 0; round < 20000; round++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		for (size_t n = test_random(&seed) % 20; n; n--)
			buf_add(&b, letters[test_random(&seed) % COUNT(letters)]);
		struct str s = buf_str(&b), once = fold(&a, s), composed = nfc(&a, s);
		CHECK(utf8_valid(once) && utf8_valid(composed));
		CHECK_STR(fold(&a, once), once);
		CHECK_STR(fold(&a, composed), once);
		CHECK_STR(nfc(&a, composed), composed);
		CHECK_STR(sort_key(&a, composed), sort_key(&a, s));
	}
}

TEST(a_mark_that_folds_to_a_letter_stays_behind_the_others)
{
	ARENA a = { 0 };
	static const struct str raw = S_INIT("a\xCD\x85\xCD\x81"), sorted = S_INIT("a\xCC\x81\xCD\x85");

	CHECK_STR(nfc(&a, raw), nfc(&a, sorted));
	CHECK_STR(sort_key(&a, raw), sort_key(&a, sorted));
	CHECK_STR(fold(&a, raw), fold(&a, sorted));
}

TEST(stored_text_is_composed)
{
	ARENA a = { 0 };

	CHECK_STR(nfc(&a, S("Thái Bình")), S("Thái Bình"));
	CHECK_STR(nfc(&a, S("Tha\xCC\x81i Bi\xCC\x80nh")), S("Thái Bình"));
	CHECK_STR(nfc(&a, S("\xC3\xB4\xCC\x89")), S("ổ"));
	CHECK_STR(nfc(&a, S("o\xCC\xA3\xCC\x82")), S("ộ"));
	CHECK_STR(nfc(&a, S("\xE1\xBA\xA0\xCC\x82")), S("Ậ"));
	CHECK_STR(nfc(&a, S("")), S(""));
}

TEST(titles_become_addresses)
{
	ARENA a = { 0 };
	struct buf longest = { .a = &a };

	CHECK_STR(slug(&a, S("Kiểm tra công tác CCHC năm 2022!")), S("kiem-tra-cong-tac-cchc-nam-2022"));
	CHECK_STR(slug(&a, S("Sở Xây dựng 日本 & đối tác")), S("so-xay-dung-doi-tac"));
	CHECK_STR(slug(&a, S("日本")), S(""));
	CHECK_STR(slug(&a, S("日本 Huế")), S("hue"));
	for (int i = 0; i < 50; i++)
		buf_add(&longest, S("nghiêng "));
	struct str s = slug(&a, buf_str(&longest));
	CHECK(s.n <= LIMIT_SLUG_CHARS && str_ends(s, S("-nghieng")));
	longest.n = 0;
	for (int i = 0; i < 500; i++)
		buf_char(&longest, 'x');
	CHECK_INT(slug(&a, buf_str(&longest)).n, LIMIT_SLUG_CHARS);
}

TEST(words_sort_like_the_alphabet_then_the_tones)
{
	static const struct str in_order[] = { S_INIT("12"), S_INIT("A"), S_INIT("à"), S_INIT("ả"),
		S_INIT("ã"), S_INIT("á"), S_INIT("ạ"), S_INIT("an"), S_INIT("ăn"), S_INIT("ân"), S_INIT("ba"),
		S_INIT("ca"), S_INIT("da"), S_INIT("dũng"), S_INIT("đa"), S_INIT("en"), S_INIT("ên"),
		S_INIT("fa"), S_INIT("ga"), S_INIT("hoa"), S_INIT("hòa bình"), S_INIT("hóa"),
		S_INIT("hoà chung") };
	static const struct str rest[] = { S_INIT("na"), S_INIT("ô"), S_INIT("ơ"), S_INIT("p"), S_INIT("tư"),
		S_INIT("u"), S_INIT("ư"), S_INIT("v"), S_INIT("w"), S_INIT("x"), S_INIT("y"), S_INIT("z") };
	ARENA a = { 0 };

	for (size_t i = 0; i + 2 < COUNT(in_order); i++)
		test_check(str_cmp(sort_key(&a, in_order[i]), sort_key(&a, in_order[i + 1])) < 0, __FILE__,
			__LINE__, "%.*s before %.*s", ARG(in_order[i]), ARG(in_order[i + 1]));
	CHECK(str_cmp(sort_key(&a, S("hoà chung")), sort_key(&a, S("hóa"))) <
		0); /* one word after the other */
	CHECK(str_cmp(sort_key(&a, S("hòa bình")), sort_key(&a, S("hoà chung"))) < 0);
	CHECK_STR(sort_key(&a, S("HOÀ-bình")), sort_key(&a, S("hòa bình")));
	for (size_t i = 0; i + 1 < COUNT(rest); i++)
		CHECK(str_cmp(sort_key(&a, rest[i]), sort_key(&a, rest[i + 1])) < 0);
}

TEST(people_sort_by_given_name)
{
	static const struct str in_order[] = { S_INIT("Trần Văn An"), S_INIT("Nguyễn Văn Bình"),
		S_INIT("Vũ Văn Bình"), S_INIT("Đỗ Thị Hà"), S_INIT("Bùi Thị Hạ"), S_INIT("Lê Thu Hạ"),
		S_INIT("Phạm Dung"), S_INIT("Phạm Đức") };
	static const size_t places[] = { 0, 1, 2, 6, 7, 3, 4, 5 };
	ARENA a = { 0 };

	for (size_t i = 0; i + 1 < COUNT(places); i++)
		test_check(str_cmp(name_sort_key(&a, in_order[places[i]]),
				   name_sort_key(&a, in_order[places[i + 1]])) < 0,
			__FILE__, __LINE__, "%.*s before %.*s", ARG(in_order[places[i]]),
			ARG(in_order[places[i + 1]]));
	CHECK_STR(name_sort_key(&a, S("An")), sort_key(&a, S("An")));
	CHECK_STR(name_sort_key(&a, S("Trần An")), sort_key(&a, S("An Trần")));
	CHECK_STR(name_sort_key(&a, S("Lê Thị Thu An")), sort_key(&a, S("An Thị Thu Lê")));
	CHECK_STR(name_sort_key(&a, S(" - ")), S(""));
}

TEST(searches_find_and_rank)
{
	static const struct {
		struct str query, text;
		int want;
	} rows[] = {
		{ S_INIT("giay phep lai xe"), S_INIT("Cấp mới Giấy phép lái xe"), MATCH_PHRASE },
		{ S_INIT("đổi giấy phép"), S_INIT("Đổi Giấy phép lái xe quân sự"), MATCH_BEST },
		{ S_INIT("đôi giấy phép"), S_INIT("Đổi Giấy phép lái xe"), MATCH_PHRASE },
		{ S_INIT("giấy đổi"), S_INIT("Đổi Giấy phép"), MATCH_EXACT_WORDS },
		{ S_INIT("hoà bình"), S_INIT("Tỉnh Hòa Bình"), MATCH_BEST },
		{ S_INIT("hoa bin"), S_INIT("Tỉnh Hòa Bình"), MATCH_PHRASE },
		{ S_INIT("\xC4\x91o\xCC\x82\xCC\x89i"), S_INIT("Đổi Giấy phép"), MATCH_BEST },
		{ S_INIT("phep giay"), S_INIT("Đổi Giấy phép"), MATCH_WORDS },
		{ S_INIT("hep"), S_INIT("Đổi Giấy phép"), MATCH_INSIDE },
		{ S_INIT("giay tau"), S_INIT("Đổi Giấy phép"), MATCH_NONE },
		{ S_INIT("a"), S_INIT("Âu"), MATCH_PHRASE },
		{ S_INIT("002809"), S_INIT("1.002809.000.00.00.H54"), MATCH_BEST },
		{ S_INIT("1.002809"), S_INIT("1.002809.000.00.00.H54"), MATCH_BEST },
		{ S_INIT(" - "), S_INIT("Âu"), MATCH_WORDS },
		{ S_INIT("x"), S_INIT(""), MATCH_NONE },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		ARENA a = { 0 };
		struct search_query q;
		search_query_read(&q, &a, rows[i].query);
		int got = match_rank(&q, search_text_of(&a, rows[i].text));
		test_check(got == rows[i].want, __FILE__, __LINE__, "%.*s in %.*s: %d, not %d",
			ARG(rows[i].query), ARG(rows[i].text), got, rows[i].want);
		CHECK_STR(search_text_of(&a, rows[i].text).folded, fold(&a, rows[i].text));
	}
}

TEST(a_search_is_bounded)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct search_query q;

	for (int i = 0; i < 1000; i++)
		buf_add(&b, S("ế "));
	search_query_read(&q, &a, buf_str(&b));
	CHECK_INT(q.count, LIMIT_QUERY_WORDS);
	CHECK_INT(match_rank(&q, search_text_of(&a, S("ế"))), MATCH_EXACT_WORDS);
}
