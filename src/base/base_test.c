#include "base/date.h"
#include "base/hash.h"
#include "tests/t.h"

TEST(arena_gives_zeroed_aligned_memory_and_starts_again_after_reset)
{
	ARENA a = { 0 };

	for (int round = 0; round < 3; round++) {
		for (size_t n = 1; n < 40000; n = n * 3 + 1) {
			char *p = arena_alloc(&a, n, 8);
			CHECK_INT((uintptr_t)p % 8, 0);
			for (size_t i = 0; i < n; i++)
				CHECK(p[i] == 0);
			memset(p, 0xAA, n);
		}
		arena_reset(&a);
	}
}

TEST(numbers_are_read_whole_or_not_at_all)
{
	static const struct {
		struct str in;
		bool ok;
		int64_t want;
	} rows[] = {
		{ S_INIT("0"), true, 0 },
		{ S_INIT("-12"), true, -12 },
		{ S_INIT("007"), true, 7 },
		{ S_INIT("9223372036854775807"), true, INT64_MAX },
		{ S_INIT("9223372036854775808"), false, 0 },
		{ S_INIT("-9223372036854775808"), true, INT64_MIN },
		{ S_INIT(""), false, 0 },
		{ S_INIT("-"), false, 0 },
		{ S_INIT("1 "), false, 0 },
		{ S_INIT("+1"), false, 0 },
		{ S_INIT("1.713"), false, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t got = 0;
		CHECK_INT(str_int(rows[i].in, &got), rows[i].ok);
		CHECK_INT(got, rows[i].ok ? rows[i].want : 0);
	}
}

TEST(pieces_of_a_cut_string)
{
	struct str rest = S("a,,b"), piece;

	CHECK(str_cut(&rest, ',', &piece));
	CHECK_STR(piece, S("a"));
	CHECK(str_cut(&rest, ',', &piece));
	CHECK_STR(piece, S(""));
	CHECK(str_cut(&rest, ',', &piece));
	CHECK_STR(piece, S("b"));
	CHECK(!str_cut(&rest, ',', &piece));
}

TEST(every_day_of_three_centuries_goes_there_and_back)
{
	daynum d = day_from_civil((struct civil){ 1900, 1, 1 });
	int wd = 1; /* a Monday */

	for (int y = 1900; y <= 2199; y++)
		for (int m = 1; m <= 12; m++)
			for (int day = 1; day <= days_in_month(y, m); day++, d++, wd = (wd + 1) % 7) {
				struct civil c = civil_from_day(d);
				CHECK(c.year == y && c.month == m && c.day == day);
				CHECK(day_from_civil(c) == d);
				CHECK(weekday(d) == wd);
			}
}

TEST(times_are_read_as_the_contract_says)
{
	ARENA a = { 0 };
	instant t;
	daynum d;

	CHECK(parse_time(S("2022-10-25"), DAY_S - 1, &t));
	CHECK_STR(fmt_instant(&a, t), S("2022-10-25T23:59:59+07:00"));
	CHECK(parse_time(S("2022-10-25T08:40:00Z"), 0, &t));
	CHECK_STR(fmt_instant(&a, t), S("2022-10-25T15:40:00+07:00"));
	CHECK(parse_time(S("2022-10-25T15:40:00.123+07:00"), 0, &t));
	CHECK_STR(fmt_minute_vi(&a, t), S("15:40 ngày 25/10/2022"));
	CHECK(parse_local_minute(S("2022-10-21 15:40"), &t));
	CHECK_INT(second_of_day(t), 15 * 3600 + 40 * 60);
	CHECK(!parse_day(S("2022-02-31"), &d));
	CHECK(!parse_day(S("2022-2-3"), &d));
	CHECK(!parse_day(S("31/02/2022"), &d));
	CHECK(!parse_time(S("2022-10-25T15:40:00"), 0, &t));
	CHECK(!parse_time(S("2022-10-25T15:40:00+7"), 0, &t));
	CHECK(!parse_local_minute(S("2022-10-21 24:00"), &t));
	CHECK(!parse_local_minute(S("2022-10-21 15:40x"), &t));
}

TEST(months_end_on_the_same_day_or_the_last)
{
	daynum d;

	CHECK(parse_day(S("2024-01-31"), &d));
	ARENA a = { 0 };
	CHECK_STR(fmt_day(&a, add_months(d, 1)), S("2024-02-29"));
	CHECK_STR(fmt_day(&a, add_months(d, 13)), S("2025-02-28"));
	CHECK_STR(fmt_day(&a, add_months(d, 12)), S("2025-01-31"));
}

TEST(hashes_and_base64_of_the_standards)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct sha256 h = sha256_of(S(""), S("abc"));
	struct str back;

	add_hex(&b, (struct str){ (char *)h.b, sizeof h.b });
	CHECK_STR(buf_str(&b), S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	static const struct str plain[] = { S_INIT(""), S_INIT("f"), S_INIT("fo"), S_INIT("foo"),
		S_INIT("foob") };
	static const struct str coded[] = { S_INIT(""), S_INIT("Zg=="), S_INIT("Zm8="), S_INIT("Zm9v"),
		S_INIT("Zm9vYg==") };
	for (size_t i = 0; i < COUNT(plain); i++) {
		struct buf t = { .a = &a };
		add_base64(&t, plain[i]);
		CHECK_STR(buf_str(&t), coded[i]);
		CHECK(base64_decode(&a, coded[i], &back));
		CHECK_STR(back, plain[i]);
	}
	CHECK(!base64_decode(&a, S("Zh=="), &back)); /* bits that nobody wrote */
	CHECK(!base64_decode(&a, S("Z"), &back));
	CHECK(!base64_decode(&a, S("Zm9v Zg="), &back));
}
