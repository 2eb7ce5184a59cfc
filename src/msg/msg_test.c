#include "msg/messages.h"
#include "tests/t.h"

static struct str number(struct arena *a, enum lang lang, int64_t n)
{
	struct buf b = { .a = a };

	add_number(&b, lang, n);
	return buf_str(&b);
}

TEST(numbers_are_grouped)
{
	ARENA a = { 0 };

	CHECK_STR(number(&a, LANG_VI, 0), S("0"));
	CHECK_STR(number(&a, LANG_VI, 999), S("999"));
	CHECK_STR(number(&a, LANG_VI, 1000), S("1.000"));
	CHECK_STR(number(&a, LANG_VI, 15726), S("15.726"));
	CHECK_STR(number(&a, LANG_EN, 15726), S("15,726"));
	CHECK_STR(number(&a, LANG_VI, -123456), S("-123.456"));
	CHECK_STR(number(&a, LANG_EN, INT64_MAX), S("9,223,372,036,854,775,807"));
	CHECK_STR(number(&a, LANG_VI, INT64_MIN), S("-9.223.372.036.854.775.808"));
}

TEST(a_grouped_number_reads_back)
{
	uint64_t seed = 1;

	for (int i = 0; i < 1000; i++) {
		ARENA a = { 0 };
		int64_t n = (int64_t)(test_random(&seed) >> test_random(&seed) % 63), back = -1;
		struct str s = number(&a, i % 2 ? LANG_VI : LANG_EN, n);
		struct buf digits = { .a = &a };

		for (size_t k = 0; k < s.n; k++)
			if (s.p[k] != '.' && s.p[k] != ',')
				buf_char(&digits, s.p[k]);
			else
				CHECK((s.n - k) % 4 == 0);
		if (n >= 0)
			CHECK(str_int(buf_str(&digits), &back) && back == n);
	}
}

static struct str percent(struct arena *a, enum lang lang, double share)
{
	struct buf b = { .a = a };

	add_percent(&b, lang, share);
	return buf_str(&b);
}

static struct str share(struct arena *a, int64_t part, int64_t whole)
{
	struct buf b = { .a = a };

	add_share(&b, LANG_VI, (struct share){ part, whole });
	return buf_str(&b);
}

TEST(shares)
{
	ARENA a = { 0 };
	const double zero = 0;

	CHECK_STR(percent(&a, LANG_VI, 0.9737), S("97,37%"));
	CHECK_STR(percent(&a, LANG_EN, 0.9737), S("97.37%"));
	CHECK_STR(percent(&a, LANG_VI, 0), S("0,00%"));
	CHECK_STR(percent(&a, LANG_VI, -0.00001), S("0,00%"));
	CHECK_STR(percent(&a, LANG_VI, -0.0125), S("-1,25%"));
	CHECK_STR(percent(&a, LANG_VI, 12.5), S("1.250,00%"));
	CHECK_STR(percent(&a, LANG_VI, 1 / zero), S("–"));
	CHECK_STR(percent(&a, LANG_VI, zero / zero), S("–"));
	CHECK_STR(share(&a, 1668, 1713), S("97,37%"));
	CHECK_STR(share(&a, 1, 3), S("33,33%"));
	CHECK_STR(share(&a, 2, 3), S("66,67%"));
	CHECK_STR(share(&a, 1, 20000), S("0,01%"));
	CHECK_STR(share(&a, -1, 3), S("-33,33%"));
	CHECK_STR(share(&a, 3, 3), S("100,00%"));
	CHECK_STR(share(&a, 0, 0), S("–"));
	CHECK_STR(share(&a, INT64_MAX, 1), S("–"));
}

TEST(money_and_times)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	add_money_vnd(&b, LANG_VI, 135000);
	buf_char(&b, '|');
	add_money_vnd(&b, LANG_EN, 135000);
	buf_char(&b, '|');
	add_time_lang(&b, LANG_VI, instant_at(19290, 15 * 3600 + 5 * 60));
	buf_char(&b, '|');
	add_time_lang(&b, LANG_EN, instant_at(19290, 15 * 3600 + 5 * 60));
	buf_char(&b, '|');
	add_date_lang(&b, LANG_EN, 19290);
	add_date_lang(&b, LANG_EN, DAYNUM_NONE);
	add_time_lang(&b, LANG_EN, INSTANT_NONE);
	CHECK_STR(buf_str(&b),
		S("135.000 đồng|VND 135,000|15:05 ngày 25/10/2022|25/10/2022 15:05|25/10/2022––"));
}

TEST(messages)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	enum msg m = MSG_none;

	CHECK_STR(msg_text(LANG_VI, MSG_msg_language), S("Tiếng Việt"));
	CHECK_STR(msg_text(LANG_EN, MSG_msg_language), S("English"));
	CHECK_STR(msg_text(LANG_EN, MSG_none), S(""));
	CHECK_STR(msg_text(LANG_EN, MSG_N), S(""));
	msg_msg_days(&b, LANG_EN, 1);
	msg_msg_days(&b, LANG_EN, 1713);
	msg_msg_days(&b, LANG_VI, 1713);
	CHECK_STR(buf_str(&b), S("1 day1,713 days1.713 ngày"));
	CHECK(!msg_find(S("msg.none-such"), &m) && !msg_find(S(""), &m) && m == MSG_none);
	for (int i = 1; i < MSG_N; i++) {
		CHECK(msg_find(msg_key((enum msg)i), &m));
		CHECK_INT(m, i);
		CHECK(msg_text(LANG_VI, m).n && msg_text(LANG_EN, m).n);
	}
}

TEST(languages)
{
	enum lang l = LANG_EN;

	CHECK(!lang_from(S("fr"), &l) && !lang_from(S(""), &l) && !lang_from(S("vi-VN"), &l) && l == LANG_EN);
	CHECK(lang_from(lang_code(LANG_VI), &l) && l == LANG_VI);
	CHECK(lang_from(lang_code(LANG_EN), &l) && l == LANG_EN);
}
