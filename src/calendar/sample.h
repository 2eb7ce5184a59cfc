#pragma once
/*
 * For tests only: the days off and swapped days of Viet Nam 2021-2026 as announced, and short ways to
 * calendars.
 */
#include "calendar/calendar.h"
#include "tests/t.h"

static const struct {
	int date; /* yyyymmdd */
	enum day_kind kind;
} sample_days[] = {
	{ 20210101, DAY_HOLIDAY },
	{ 20210210, DAY_HOLIDAY },
	{ 20210211, DAY_HOLIDAY },
	{ 20210212, DAY_HOLIDAY },
	{ 20210215, DAY_COMPENSATION },
	{ 20210216, DAY_COMPENSATION },
	{ 20210421, DAY_HOLIDAY },
	{ 20210430, DAY_HOLIDAY },
	{ 20210503, DAY_COMPENSATION },
	{ 20210902, DAY_HOLIDAY },
	{ 20210903, DAY_HOLIDAY },
	{ 20220103, DAY_COMPENSATION },
	{ 20220131, DAY_HOLIDAY },
	{ 20220201, DAY_HOLIDAY },
	{ 20220202, DAY_HOLIDAY },
	{ 20220203, DAY_HOLIDAY },
	{ 20220204, DAY_HOLIDAY },
	{ 20220411, DAY_COMPENSATION },
	{ 20220502, DAY_COMPENSATION },
	{ 20220503, DAY_COMPENSATION },
	{ 20220901, DAY_HOLIDAY },
	{ 20220902, DAY_HOLIDAY },
	{ 20230102, DAY_COMPENSATION },
	{ 20230120, DAY_HOLIDAY },
	{ 20230123, DAY_HOLIDAY },
	{ 20230124, DAY_HOLIDAY },
	{ 20230125, DAY_HOLIDAY },
	{ 20230126, DAY_HOLIDAY },
	{ 20230501, DAY_HOLIDAY },
	{ 20230502, DAY_COMPENSATION },
	{ 20230503, DAY_COMPENSATION },
	{ 20230901, DAY_HOLIDAY },
	{ 20230904, DAY_COMPENSATION },
	{ 20240101, DAY_HOLIDAY },
	{ 20240208, DAY_HOLIDAY },
	{ 20240209, DAY_HOLIDAY },
	{ 20240212, DAY_HOLIDAY },
	{ 20240213, DAY_HOLIDAY },
	{ 20240214, DAY_HOLIDAY },
	{ 20240418, DAY_HOLIDAY },
	{ 20240429, DAY_SWAP_OFF },
	{ 20240430, DAY_HOLIDAY },
	{ 20240501, DAY_HOLIDAY },
	{ 20240504, DAY_SWAP_WORK },
	{ 20240902, DAY_HOLIDAY },
	{ 20240903, DAY_HOLIDAY },
	{ 20250101, DAY_HOLIDAY },
	{ 20250127, DAY_HOLIDAY },
	{ 20250128, DAY_HOLIDAY },
	{ 20250129, DAY_HOLIDAY },
	{ 20250130, DAY_HOLIDAY },
	{ 20250131, DAY_HOLIDAY },
	{ 20250407, DAY_HOLIDAY },
	{ 20250426, DAY_SWAP_WORK },
	{ 20250430, DAY_HOLIDAY },
	{ 20250501, DAY_HOLIDAY },
	{ 20250502, DAY_SWAP_OFF },
	{ 20250901, DAY_HOLIDAY },
	{ 20250902, DAY_HOLIDAY },
	{ 20260101, DAY_HOLIDAY },
	{ 20260102, DAY_SWAP_OFF },
	{ 20260110, DAY_SWAP_WORK },
	{ 20260216, DAY_HOLIDAY },
	{ 20260217, DAY_HOLIDAY },
	{ 20260218, DAY_HOLIDAY },
	{ 20260219, DAY_HOLIDAY },
	{ 20260220, DAY_HOLIDAY },
	{ 20260427, DAY_COMPENSATION },
	{ 20260430, DAY_HOLIDAY },
	{ 20260501, DAY_HOLIDAY },
	{ 20260822, DAY_SWAP_WORK },
	{ 20260831, DAY_SWAP_OFF },
	{ 20260901, DAY_HOLIDAY },
	{ 20260902, DAY_HOLIDAY },
	{ 20261124, DAY_HOLIDAY },
};

static inline daynum sample_day(int date)
{
	return day_from_civil((struct civil){ date / 10000, date / 100 % 100, date % 100 });
}

static inline instant sample_minute(const char *local)
{
	instant t = 0;

	CHECK(parse_local_minute(str_of(local), &t));
	return t;
}

static inline struct holidays sample_holidays(struct arena *a)
{
	struct special_day *days = NEW_ARRAY(a, struct special_day, COUNT(sample_days));
	struct holidays h = { 0 };
	size_t at;

	for (size_t i = 0; i < COUNT(sample_days); i++)
		days[i] = (struct special_day){ sample_day(sample_days[i].date), sample_days[i].kind, { 0 } };
	CHECK_INT(holidays_of_file(a, days, COUNT(sample_days), &at, &h), HOLIDAYS_FINE);
	return h;
}

/* The default week, with these hours from Monday to Friday; saturday are counter sessions, "" for none. */
static inline struct work_period sample_period(const char *hours, const char *saturday)
{
	struct work_period p = default_work_period();
	struct day_hours h = { 0 };

	CHECK(parse_day_hours(str_of(hours), &h));
	for (int i = 0; i < DAYS_PER_WEEK; i++)
		if (p.use[i] == WEEKDAY_WORKING)
			p.hours[i] = h;
	CHECK(parse_day_hours(str_of(saturday), &p.hours[6]));
	p.use[6] = p.hours[6].n ? WEEKDAY_COUNTER : WEEKDAY_OFF;
	return p;
}

static inline const struct calendar *sample_calendar(
	struct arena *a, const struct work_period *periods, size_t n)
{
	struct holidays h = sample_holidays(a);
	const struct calendar *c = NULL;

	CHECK_INT(calendar_build(a, &(struct work_time){ periods, n }, &h, &c), WORK_TIME_FINE);
	return c;
}
