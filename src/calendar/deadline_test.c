#include "calendar/deadline.h"
#include "calendar/sample.h"

/* Calendars of the table below. */
enum office { USUAL, SEVEN_HOURS, EIGHT_AND_A_HALF, SATURDAY_COUNTER, SUMMER_WINTER, OFFICES };

static const struct calendar *office_calendar(struct arena *a, enum office o)
{
	struct work_period p[2] = { sample_period("07:30-11:30,13:00-17:00", "") };

	switch (o) {
	case USUAL: return sample_calendar(a, NULL, 0);
	case SEVEN_HOURS: p[0] = sample_period("08:00-11:30,13:30-17:00", ""); break;
	case EIGHT_AND_A_HALF: p[0] = sample_period("07:00-11:30,13:00-17:00", ""); break;
	case SATURDAY_COUNTER: p[0] = sample_period("07:30-11:30,13:00-17:00", "07:30-11:30"); break;
	case SUMMER_WINTER:
		p[0] = sample_period("07:00-11:30,13:30-17:00", "");
		p[1] = sample_period("07:30-11:30,13:00-16:30", "");
		p[0].from = sample_day(20260416);
		p[0].to = sample_day(20261015);
		p[1].from = sample_day(20261016);
		return sample_calendar(a, p, 2);
	case OFFICES: impossible();
	}
	return sample_calendar(a, p, 1);
}

struct row {
	enum office office;
	const char *received;
	int n;
	enum unit unit;
	enum rule rule;
	const char *due;
	int rolled_from; /* yyyymmdd, 0 for none */
	bool unverified;
	int cutoff_minute;
};
static const struct row rows[] = {
	/* domain.md 1.4: Friday 21/10/2022 15:40, both rules */
	{ USUAL, "2022-10-21 15:40", 3, UNIT_WORKING_DAYS, RULE_CIVIL, "2022-10-26" },
	{ USUAL, "2022-10-21 15:40", 3, UNIT_WORKING_DAYS, RULE_HOURS, "2022-10-26T15:40:00+07:00" },
	{ USUAL, "2022-10-21 15:40", 24, UNIT_HOURS, RULE_HOURS, "2022-10-26T15:40:00+07:00" },
	/* the length of the day changes no working day */
	{ SEVEN_HOURS, "2026-03-02 09:00", 15, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-23" },
	{ EIGHT_AND_A_HALF, "2026-03-02 09:00", 15, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-23" },
	{ SEVEN_HOURS, "2026-03-02 09:00", 15, UNIT_WORKING_DAYS, RULE_HOURS, "2026-03-23T09:00:00+07:00" },
	{ EIGHT_AND_A_HALF, "2026-03-02 09:00", 15, UNIT_WORKING_DAYS, RULE_HOURS,
		"2026-03-23T09:00:00+07:00" },
	/* hours over 30/4, 1/5 and a weekend */
	{ USUAL, "2026-04-29 16:00", 4, UNIT_HOURS, RULE_HOURS, "2026-05-04T10:30:00+07:00" },
	/* used up exactly at the end of a session; lunch; before opening; after closing; on Sunday */
	{ USUAL, "2026-03-02 07:30", 4, UNIT_HOURS, RULE_HOURS, "2026-03-02T11:30:00+07:00" },
	{ USUAL, "2026-03-02 13:00", 4, UNIT_HOURS, RULE_HOURS, "2026-03-02T17:00:00+07:00" },
	{ USUAL, "2026-03-02 11:30", 4, UNIT_HOURS, RULE_HOURS, "2026-03-02T17:00:00+07:00" },
	{ USUAL, "2026-03-02 12:15", 1, UNIT_HOURS, RULE_HOURS, "2026-03-02T14:00:00+07:00" },
	{ USUAL, "2026-03-02 05:00", 8, UNIT_HOURS, RULE_HOURS, "2026-03-02T17:00:00+07:00" },
	{ USUAL, "2026-03-02 17:00", 8, UNIT_HOURS, RULE_HOURS, "2026-03-03T17:00:00+07:00" },
	{ USUAL, "2026-03-01 10:00", 1, UNIT_HOURS, RULE_HOURS, "2026-03-02T08:30:00+07:00" },
	{ USUAL, "2026-03-02 09:00:59", 1, UNIT_HOURS, RULE_HOURS, "2026-03-02T10:00:00+07:00" },
	/* working days by the clock, received outside working time: the next opening is moved */
	{ USUAL, "2026-03-07 10:00", 3, UNIT_WORKING_DAYS, RULE_HOURS, "2026-03-12T07:30:00+07:00" },
	{ USUAL, "2026-03-02 12:00", 1, UNIT_WORKING_DAYS, RULE_HOURS, "2026-03-03T13:00:00+07:00" },
	/* Tet 2026: 16/2 to 20/2 off */
	{ USUAL, "2026-02-13 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-02-23" },
	{ USUAL, "2026-02-12 09:00", 5, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-02-26" },
	{ USUAL, "2026-02-13 16:00", 2, UNIT_HOURS, RULE_HOURS, "2026-02-23T08:30:00+07:00" },
	/* swapped Saturdays are working days with Monday's hours, the days they pay for are not */
	{ USUAL, "2026-01-09 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-01-10" },
	{ USUAL, "2026-01-09 16:00", 2, UNIT_HOURS, RULE_HOURS, "2026-01-10T08:30:00+07:00" },
	{ USUAL, "2025-12-31 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-01-05" },
	{ USUAL, "2026-08-21 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-08-22" },
	{ USUAL, "2026-08-28 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-09-03" },
	{ USUAL, "2026-08-22 10:00", 0, UNIT_IMMEDIATE, RULE_CIVIL, "2026-08-22" },
	/* months end on the same day or the last; the last day rolls over, the days between do not matter */
	{ USUAL, "2026-01-31 09:00", 1, UNIT_MONTHS, RULE_CIVIL, "2026-03-02", 20260228 },
	{ USUAL, "2023-12-31 09:00", 2, UNIT_MONTHS, RULE_CIVIL, "2024-02-29" },
	{ USUAL, "2026-03-16 09:00", 1, UNIT_MONTHS, RULE_CIVIL, "2026-04-16" },
	{ USUAL, "2026-01-16 09:00", 1, UNIT_MONTHS, RULE_CIVIL, "2026-02-23", 20260216 },
	{ USUAL, "2025-03-30 23:59", 1, UNIT_MONTHS, RULE_CIVIL, "2025-05-05", 20250430 },
	{ USUAL, "2026-03-02 09:00", 10, UNIT_CALENDAR_DAYS, RULE_CIVIL, "2026-03-12" },
	{ USUAL, "2026-03-02 09:00", 5, UNIT_CALENDAR_DAYS, RULE_CIVIL, "2026-03-09", 20260307 },
	{ USUAL, "2026-01-09 09:00", 1, UNIT_CALENDAR_DAYS, RULE_CIVIL, "2026-01-10" },
	/* immediate */
	{ USUAL, "2026-03-02 16:59", 0, UNIT_IMMEDIATE, RULE_CIVIL, "2026-03-02" },
	{ USUAL, "2026-03-07 09:00", 0, UNIT_IMMEDIATE, RULE_CIVIL, "2026-03-09" },
	{ USUAL, "2026-04-30 09:00", 0, UNIT_IMMEDIATE, RULE_HOURS, "2026-05-04" },
	/* what the list does not vouch for */
	{ USUAL, "2026-12-31 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2027-01-01", 0, true },
	{ USUAL, "2026-12-30 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-12-31" },
	{ USUAL, "2020-12-31 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2021-01-04" },
	{ USUAL, "2020-12-31 16:00", 2, UNIT_HOURS, RULE_HOURS, "2021-01-04T08:30:00+07:00", 0, true },
	{ USUAL, "1950-05-05 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "1950-05-08", 0, true },
	{ USUAL, "2198-12-31 09:00", 12, UNIT_MONTHS, RULE_CIVIL, "2199-12-31", 0, true },
	/* a cut-off at 15:00: that minute is still in time */
	{ USUAL, "2026-03-02 15:00:59", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-03", 0, false, 900 },
	{ USUAL, "2026-03-02 15:01", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-04", 0, false, 900 },
	{ USUAL, "2026-03-06 15:01", 0, UNIT_IMMEDIATE, RULE_CIVIL, "2026-03-09", 0, false, 900 },
	{ USUAL, "2026-03-06 15:01", 2, UNIT_HOURS, RULE_HOURS, "2026-03-09T09:30:00+07:00", 0, false, 900 },
	{ USUAL, "2026-03-07 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-10", 0, false, 900 },
	/* Saturday sessions receive, but Saturday stays no working day */
	{ SATURDAY_COUNTER, "2026-03-07 09:00", 2, UNIT_HOURS, RULE_HOURS, "2026-03-09T09:30:00+07:00" },
	{ SATURDAY_COUNTER, "2026-03-06 16:00", 2, UNIT_HOURS, RULE_HOURS, "2026-03-09T08:30:00+07:00" },
	{ SATURDAY_COUNTER, "2026-03-06 16:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, "2026-03-09" },
	{ SATURDAY_COUNTER, "2026-01-09 16:00", 6, UNIT_HOURS, RULE_HOURS, "2026-01-10T14:00:00+07:00" },
	/* winter, summer */
	{ SUMMER_WINTER, "2026-04-15 16:30", 1, UNIT_HOURS, RULE_HOURS, "2026-04-16T07:30:00+07:00" },
	{ SUMMER_WINTER, "2026-10-15 16:30", 1, UNIT_HOURS, RULE_HOURS, "2026-10-16T08:00:00+07:00" },
	{ SUMMER_WINTER, "2026-10-15 16:45", 1, UNIT_WORKING_DAYS, RULE_HOURS, "2026-10-16T16:45:00+07:00" },
};

TEST(cases_of_contract_and_law)
{
	ARENA a = { 0 };
	const struct calendar *offices[OFFICES];

	for (int i = 0; i < OFFICES; i++)
		offices[i] = office_calendar(&a, (enum office)i);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct deadline_query q = { .received = sample_minute(r->received),
			.allow = { r->unit, r->n, false },
			.rule = r->rule,
			.cutoff_minute = r->cutoff_minute };
		struct deadline d = { 0 };
		printf("# %s, %d %s by %s\n", r->received, r->n, unit_name(r->unit).p, rule_name(r->rule).p);
		CHECK_INT(deadline_compute(offices[r->office], &q, &d), DEADLINE_FINE);
		CHECK_STR(fmt_due(&a, d.due), str_of(r->due));
		CHECK_INT(d.verified, !r->unverified);
		CHECK_INT(d.rolled, r->rolled_from != 0);
		CHECK_INT(d.rolled_from, r->rolled_from ? sample_day(r->rolled_from) : 0);
	}
}

/* The first half ends after office hours, with all its minutes made good exactly at their end. */
TEST(a_pause_told_in_two_halves_is_one_pause)
{
	ARENA a = { 0 };
	const struct pause halves[] = {
		{ sample_minute("2026-03-05 07:00"), sample_minute("2026-03-05 17:12") },
		{ sample_minute("2026-03-05 17:12"), sample_minute("2026-03-06 09:00") },
	};
	const struct pause whole = { halves[0].from, halves[1].to };
	struct deadline_query q = { .received = sample_minute("2026-03-02 06:00"),
		.allow = { UNIT_WORKING_DAYS, 3, false },
		.rule = RULE_HOURS,
		.supplement = SUPPLEMENT_RESUME,
		.pauses = &whole,
		.pause_count = 1 };
	struct deadline d = { 0 }, split = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);

	CHECK_INT(deadline_compute(c, &q, &d), DEADLINE_FINE);
	q.pauses = halves;
	q.pause_count = COUNT(halves);
	CHECK_INT(deadline_compute(c, &q, &split), DEADLINE_FINE);
	CHECK_INT(d.due.at, sample_minute("2026-03-06 09:00"));
	CHECK(due_eq(d.due, split.due));
}

TEST(no_deadline_is_a_state_of_its_own)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	struct deadline_query q = { .received = sample_minute("2026-03-02 09:00"),
		.allow = { .none = true } };
	struct deadline d = { .due = due_on_day(1) };

	CHECK_INT(deadline_compute(c, &q, &d), DEADLINE_FINE);
	CHECK_INT(d.due.kind, DUE_NONE);
	CHECK(d.verified);
}

TEST(what_cannot_be_counted_is_refused)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	instant t = sample_minute("2026-03-02 09:00");
	const struct pause before = { t - 1, t }, backwards = { t + 2, t + 1 },
			   twice[] = { { t, t + 9 }, { t + 8, t + 9 } };
	const struct {
		struct deadline_query q;
		enum deadline_refusal want;
	} bad[] = {
		{ { t, { UNIT_MONTHS, 1, false }, RULE_HOURS }, DEADLINE_NOT_UNDER_HOURS },
		{ { t, { UNIT_CALENDAR_DAYS, 1, false }, RULE_HOURS }, DEADLINE_NOT_UNDER_HOURS },
		{ { t, { UNIT_HOURS, 1, false }, RULE_CIVIL }, DEADLINE_NOT_UNDER_CIVIL },
		{ { t, { UNIT_WORKING_DAYS, 0, false }, RULE_CIVIL }, DEADLINE_NUMBER },
		{ { t, { UNIT_WORKING_DAYS, -1, false }, RULE_CIVIL }, DEADLINE_NUMBER },
		{ { t, { UNIT_HOURS, LIMIT_ALLOWANCE + 1, false }, RULE_HOURS }, DEADLINE_NUMBER },
		{ { t, { UNIT_WORKING_DAYS, 1, false }, .pauses = &before, .pause_count = 1 },
			DEADLINE_PAUSES },
		{ { t, { UNIT_WORKING_DAYS, 1, false }, .pauses = &backwards, .pause_count = 1 },
			DEADLINE_PAUSES },
		{ { t, { UNIT_WORKING_DAYS, 1, false }, .pauses = twice, .pause_count = 2 },
			DEADLINE_PAUSES },
		{ { INT64_C(-9000000000), { UNIT_WORKING_DAYS, 1, false } }, DEADLINE_RANGE },
		{ { instant_at(sample_day(21991231), 0), { UNIT_WORKING_DAYS, 1, false } }, DEADLINE_RANGE },
		{ { instant_at(sample_day(21991231), 0), { UNIT_MONTHS, 3650, false } }, DEADLINE_RANGE },
		{ { instant_at(sample_day(21991231), 0), { UNIT_HOURS, 9, false }, RULE_HOURS },
			DEADLINE_RANGE },
		{ { instant_at(sample_day(21991231), 63000), { UNIT_IMMEDIATE, 0, false }, RULE_HOURS, 900 },
			DEADLINE_RANGE },
	};

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct deadline d = { .first_day = 77 };
		printf("# row %zu\n", i);
		CHECK_INT(deadline_compute(c, &bad[i].q, &d), bad[i].want);
		CHECK_INT(d.first_day, 77);
	}
}

TEST(names_of_units_and_rules_go_both_ways)
{
	enum unit u;
	enum rule r;
	enum supplement_rule s;

	for (int i = 0; i < UNIT_COUNT; i++) {
		CHECK(parse_unit(unit_name((enum unit)i), &u));
		CHECK_INT(u, i);
	}
	for (int i = 0; i < 2; i++) {
		CHECK(parse_rule(rule_name((enum rule)i), &r));
		CHECK_INT(r, i);
		CHECK(parse_supplement_rule(supplement_rule_name((enum supplement_rule)i), &s));
		CHECK_INT(s, i);
	}
	CHECK(!parse_unit(S("days"), &u));
	CHECK(!parse_unit(S(""), &u));
	CHECK(!parse_rule(S("Civil"), &r));
	CHECK(!parse_supplement_rule(S("restart "), &s));
}
