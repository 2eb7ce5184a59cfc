#include "calendar/calendar.h"
#include "calendar/sample.h"

TEST(hours_are_read_strictly)
{
	ARENA a = { 0 };
	static const struct {
		const char *text;
		int sessions; /* -1: refused */
	} rows[] = {
		{ "", 0 },
		{ "07:30-11:30", 1 },
		{ "07:30-11:30,13:00-17:00", 2 },
		{ "00:00-23:59", 1 },
		{ "07:30-24:00", -1 },
		{ "07:30-11:30,11:30-17:00", -1 }, /* one session in two */
		{ "07:30-11:30,11:00-17:00", -1 },
		{ "13:00-17:00,07:30-11:30", -1 },
		{ "11:30-07:30", -1 },
		{ "07:30-07:30", -1 },
		{ "7:30-11:30", -1 },
		{ "07:60-11:30", -1 },
		{ "07:30-11:30,", -1 },
		{ "07:30–11:30", -1 },
		{ "01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00", -1 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct day_hours h = { 0 };
		struct buf b = { .a = &a };
		CHECK_INT(parse_day_hours(str_of(rows[i].text), &h), rows[i].sessions >= 0);
		if (rows[i].sessions < 0)
			continue;
		CHECK_INT(h.n, rows[i].sessions);
		add_day_hours(&b, &h);
		CHECK_STR(buf_str(&b), str_of(rows[i].text));
	}
}

TEST(bad_working_time_is_refused)
{
	ARENA a = { 0 };
	const struct calendar *c = NULL;
	struct work_period p[2] = { sample_period("07:30-11:30", ""), sample_period("07:30-11:30", "") };
	struct work_time w = { p, 1 };

	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_FINE);
	w.n = 2; /* both from 1900 to 2199 */
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_PERIODS);
	w.n = 1;
	p[0].to = p[0].from - 1;
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_PERIODS);
	p[0] = sample_period("07:30-11:30", "");
	p[0].hours[1].s[0].to = 100;
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_SESSIONS);
	p[0].hours[1].n = 0;
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_WITHOUT_HOURS);
	for (int i = 0; i < DAYS_PER_WEEK; i++)
		p[0].use[i] = WEEKDAY_OFF;
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_NO_WORKING_DAY);
	w.n = LIMIT_WORK_PERIODS + 1;
	CHECK_INT(calendar_build(&a, &w, NULL, &c), WORK_TIME_TOO_MANY);
}

TEST(kinds_of_days_and_their_hours)
{
	ARENA a = { 0 };
	struct work_period p = sample_period("08:00-12:00,13:00-17:00", "07:30-11:30");
	const struct calendar *c = sample_calendar(&a, &p, 1);
	static const struct {
		int date;
		enum day_kind kind;
		bool working;
		const char *hours;
	} rows[] = {
		{ 20260302, DAY_WORKING, true, "08:00-12:00,13:00-17:00" },
		{ 20260307, DAY_WEEKEND, false, "07:30-11:30" },
		{ 20260308, DAY_WEEKEND, false, "" },
		{ 20260216, DAY_HOLIDAY, false, "" },
		{ 20260427, DAY_COMPENSATION, false, "" },
		{ 20260831, DAY_SWAP_OFF, false, "" },
		{ 20260822, DAY_SWAP_WORK, true, "08:00-12:00,13:00-17:00" },
		{ 19000101, DAY_WORKING, true, "08:00-12:00,13:00-17:00" },
		{ 21991231, DAY_WORKING, true, "08:00-12:00,13:00-17:00" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		daynum d = sample_day(rows[i].date);
		struct day_hours h = calendar_hours(c, d);
		struct buf b = { .a = &a };
		add_day_hours(&b, &h);
		CHECK_INT(calendar_kind(c, d), rows[i].kind);
		CHECK_INT(calendar_is_working(c, d), rows[i].working);
		CHECK_STR(buf_str(&b), str_of(rows[i].hours));
	}
	CHECK(calendar_counter_open(c, sample_minute("2026-03-07 11:29")));
	CHECK(!calendar_counter_open(c, sample_minute("2026-03-07 11:30")));
	CHECK(!calendar_counter_open(c, sample_minute("2026-03-02 12:30")));
	CHECK(!calendar_covers(sample_day(19000101) - 1));
	CHECK(!calendar_covers(sample_day(21991231) + 1));
}

TEST(working_time_is_counted_and_found_again)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);

	CHECK_INT(calendar_working_days(c, sample_day(20260302), sample_day(20260323)), 15);
	CHECK_INT(calendar_working_days(c, sample_day(20260323), sample_day(20260302)), -15);
	CHECK_INT(calendar_working_days(c, sample_day(20251231), sample_day(20261231)), 365 - 104 - 14 + 2);
	CHECK_INT(calendar_working_minutes(
			  c, sample_minute("2026-04-29 16:00"), sample_minute("2026-05-04 10:30")),
		240);
	CHECK_INT(calendar_working_minute_from(c, sample_minute("2026-03-02 11:30")),
		sample_minute("2026-03-02 13:00"));
	CHECK_INT(calendar_working_minute_from(c, sample_minute("2026-03-06 17:00")),
		sample_minute("2026-03-09 07:30"));
	CHECK_INT(calendar_working_minute_from(c, instant_at(sample_day(21991231), DAY_S - 1)),
		PAST_LAST_INSTANT);
	CHECK_INT(calendar_nth_working_day(c, sample_day(21991230), 1), sample_day(21991231));
	CHECK_INT(calendar_nth_working_day(c, sample_day(21991231), 1), PAST_LAST_DAY);
	CHECK_INT(calendar_after_minutes(c, instant_at(sample_day(21991231), 0), 480),
		instant_at(sample_day(21991231), 17 * 3600));
	CHECK_INT(calendar_after_minutes(c, instant_at(sample_day(21991231), 0), 481), PAST_LAST_INSTANT);
	CHECK_INT(calendar_nth_working_day(c, sample_day(19000101), 70000),
		calendar_nth_working_day(c, calendar_nth_working_day(c, sample_day(19000101), 1), 69999));
}

TEST(a_calendar_vouches_for_the_years_of_its_list)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0), *bare = NULL;

	CHECK(calendar_verified(c, sample_day(20210101), sample_day(20261231)));
	CHECK(!calendar_verified(c, sample_day(20201231), sample_day(20210101)));
	CHECK(!calendar_verified(c, sample_day(20261231), sample_day(20270101)));
	CHECK_INT(calendar_build(&a, NULL, NULL, &bare), WORK_TIME_FINE);
	CHECK(!calendar_verified(bare, sample_day(20260302), sample_day(20260302)));
	CHECK_INT(calendar_kind(bare, sample_day(20260430)), DAY_WORKING);
}

static struct holidays list(struct arena *a, const struct special_day *rows, size_t n)
{
	struct holidays h = { 0 };
	size_t at;

	CHECK_INT(holidays_of_file(a, rows, n, &at, &h), HOLIDAYS_FINE);
	return h;
}

TEST(a_file_replaces_its_years)
{
	ARENA a = { 0 };
	const struct special_day first[] = {
		{ sample_day(20230101), DAY_HOLIDAY, { 0 } },
		{ sample_day(20210101), DAY_HOLIDAY, { 0 } },
		{ sample_day(20220103), DAY_COMPENSATION, { 0 } },
	};
	const struct special_day second[] = {
		{ sample_day(20220902), DAY_HOLIDAY, { 0 } },
		{ sample_day(20220104), DAY_SWAP_OFF, { 0 } },
		{ sample_day(20260101), DAY_HOLIDAY, { 0 } },
	};
	struct holidays old = list(&a, first, 3), file = list(&a, second, 3), nothing = { 0 };
	struct holidays h = holidays_merge(&a, &old, &file);
	static const int want[] = { 20210101, 20220104, 20220902, 20230101, 20260101 };

	CHECK_INT(h.n, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		CHECK_INT(h.days[i].day, sample_day(want[i]));
	CHECK_INT(h.days[1].kind, DAY_SWAP_OFF);
	for (int y = 2019; y < 2029; y++)
		CHECK_INT(year_verified(&h.verified, y), y >= 2021 && y <= 2026);
	struct holidays again = holidays_merge(&a, &h, &file),
			from_nothing = holidays_merge(&a, &nothing, &old);

	CHECK(holidays_eq(&again, &h));
	CHECK(!holidays_eq(&h, &old));
	CHECK(holidays_eq(&from_nothing, &old));
	CHECK(!year_verified(&h.verified, 1899));
	CHECK(!year_verified(&h.verified, 2200));
}

TEST(years_between_two_files_are_not_vouched_for)
{
	ARENA a = { 0 };
	const struct special_day one = { sample_day(20210101), DAY_HOLIDAY, { 0 } },
				 two = { sample_day(20240101), DAY_HOLIDAY, { 0 } };
	struct holidays old = list(&a, &one, 1), file = list(&a, &two, 1),
			h = holidays_merge(&a, &old, &file);

	CHECK(year_verified(&h.verified, 2021) && year_verified(&h.verified, 2024));
	CHECK(!year_verified(&h.verified, 2022) && !year_verified(&h.verified, 2023));
}

TEST(bad_lists_are_refused_with_their_row)
{
	ARENA a = { 0 };
	struct special_day rows[] = {
		{ sample_day(20220902), DAY_HOLIDAY, { 0 } },
		{ sample_day(20220104), DAY_SWAP_OFF, { 0 } },
		{ sample_day(20220902), DAY_SWAP_WORK, { 0 } },
	};
	struct holidays h = { 0 };
	size_t at = 99;
	enum day_kind kind;

	CHECK_INT(holidays_of_file(&a, rows, 3, &at, &h), HOLIDAYS_TWICE);
	CHECK_INT(at, 2);
	rows[1].kind = DAY_WEEKEND;
	CHECK_INT(holidays_of_file(&a, rows, 3, &at, &h), HOLIDAYS_KIND);
	CHECK_INT(at, 1);
	CHECK_INT(holidays_of_file(&a, rows, LIMIT_SPECIAL_DAYS + 1, &at, &h), HOLIDAYS_TOO_MANY);
	CHECK_INT(holidays_of_file(&a, NULL, 0, &at, &h), HOLIDAYS_FINE);
	CHECK_INT(h.n, 0);
	CHECK(parse_special_kind(S("swap_work"), &kind) && kind == DAY_SWAP_WORK);
	CHECK(!parse_special_kind(S("weekend"), &kind));
	CHECK(!parse_special_kind(S(""), &kind));
	CHECK_STR(day_kind_name(DAY_COMPENSATION), S("compensation"));
}
