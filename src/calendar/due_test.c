#include "calendar/due.h"
#include "tests/t.h"

static instant at(const char *local)
{
	instant t = 0;

	CHECK(parse_local_minute(str_of(local), &t));
	return t;
}

TEST(an_end_is_compared_with_the_day_or_the_whole_minute)
{
	struct due none = { 0 }, day = due_on_day(day_of(at("2022-10-26 00:00")));
	struct due minute = due_at_minute(at("2022-10-26 15:40"));
	const struct {
		struct due due;
		const char *ended;
		enum due_verdict want;
	} rows[] = {
		{ none, "2022-10-26 15:40", DUE_NO_DEADLINE },
		{ day, "2022-10-25 23:59:59", DUE_EARLY },
		{ day, "2022-10-26 00:00", DUE_ON_TIME },
		{ day, "2022-10-26 23:59:59", DUE_ON_TIME },
		{ day, "2022-10-27 00:00", DUE_LATE },
		{ minute, "2022-10-25 15:41", DUE_EARLY },
		{ minute, "2022-10-26 00:00", DUE_ON_TIME },
		{ minute, "2022-10-26 15:40", DUE_ON_TIME },
		{ minute, "2022-10-26 15:40:30", DUE_ON_TIME },
		{ minute, "2022-10-26 15:40:59", DUE_ON_TIME },
		{ minute, "2022-10-26 15:41", DUE_LATE },
		{ minute, "2022-10-27 08:00", DUE_LATE },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(due_compare_end(rows[i].due, at(rows[i].ended)), rows[i].want);
}

TEST(overdue_begins_with_the_next_day_or_minute)
{
	CHECK_INT(due_overdue_from((struct due){ 0 }), INT64_MAX);
	CHECK_INT(due_overdue_from(due_on_day(day_of(at("2022-12-31 12:00")))), at("2023-01-01 00:00"));
	CHECK_INT(due_overdue_from(due_at_minute(at("2022-10-26 15:40:30"))), at("2022-10-26 15:41"));
}

TEST(a_minute_is_before_its_own_day_and_no_deadline_is_last)
{
	struct due none = { 0 }, day = due_on_day(day_of(at("2022-10-26 00:00")));
	struct due minute = due_at_minute(at("2022-10-26 15:40"));

	CHECK(due_cmp(minute, day) < 0);
	CHECK(due_cmp(day, minute) > 0);
	CHECK(due_cmp(day, none) < 0);
	CHECK_INT(due_cmp(none, none), 0);
	CHECK(due_eq(minute, due_at_minute(at("2022-10-26 15:40:59"))));
	CHECK(!due_eq(minute, day));
	CHECK(due_eq(none, (struct due){ .day = 3 }));
}

TEST(the_text_form_goes_both_ways)
{
	ARENA a = { 0 };
	static const struct {
		struct str text;
		bool ok, local_ok;
	} rows[] = {
		{ S_INIT(""), true, true },
		{ S_INIT("2022-10-26"), true, true },
		{ S_INIT("2022-10-26T15:40:00+07:00"), true, false },
		{ S_INIT("2022-10-26 15:40"), false, true },
		{ S_INIT("2022-10-26T15:40"), false, true },
		{ S_INIT("2022-10-26T15:40:01+07:00"), false, false },
		{ S_INIT("2022-10-26 15:40:00+07:00"), false, false },
		{ S_INIT("2022-10-26T15:40:00Z"), false, false },
		{ S_INIT("2022-02-31"), false, false },
		{ S_INIT("2022-10-26T24:00:00+07:00"), false, false },
		{ S_INIT("2022-10-26T15:40:00+07:00 "), false, false },
		{ S_INIT(" "), false, false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct due due = { 0 };
		CHECK_INT(parse_due(rows[i].text, &due), rows[i].ok);
		if (rows[i].ok)
			CHECK_STR(fmt_due(&a, due), rows[i].text);
		CHECK_INT(parse_due_local(rows[i].text, &due), rows[i].local_ok);
	}
	uint64_t seed = 7;
	for (int i = 0; i < 2000; i++) {
		instant t = instant_at(
			(daynum)(test_random(&seed) % 100000) - 20000, (int)(test_random(&seed) % DAY_S));
		struct due due = i % 2 ? due_at_minute(t) : due_on_day(day_of(t)), back = { 0 };
		CHECK(parse_due(fmt_due(&a, due), &back));
		CHECK(due_eq(due, back));
	}
}
