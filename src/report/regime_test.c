#include "report/regime.h"
#include "calendar/sample.h"

static daynum on(int date)
{
	return sample_day(date);
}

static const struct calendar *calendar(struct arena *a)
{
	struct holidays h = sample_holidays(a);
	const struct calendar *c = NULL;

	CHECK_INT(calendar_build(a, NULL, &h, &c), WORK_TIME_FINE);
	return c;
}

TEST(periods_are_cut_off_on_the_14th)
{
	static const struct {
		enum report_period period;
		int turn, from, to;
	} rows[] = {
		{ REPORT_PERIOD_QUARTER_1, 1, 20211215, 20220314 },
		{ REPORT_PERIOD_QUARTER_2, 1, 20220315, 20220614 },
		{ REPORT_PERIOD_HALF_1, 1, 20211215, 20220614 },
		{ REPORT_PERIOD_QUARTER_3, 1, 20220615, 20220914 },
		{ REPORT_PERIOD_HALF_2, 1, 20220615, 20221214 },
		{ REPORT_PERIOD_QUARTER_4, 1, 20220915, 20221214 },
		{ REPORT_PERIOD_YEAR, 1, 20211215, 20221214 },
		{ REPORT_PERIOD_MONTH, 1, 20211215, 20220114 },
		{ REPORT_PERIOD_MONTH, 2, 20220115, 20220214 },
		{ REPORT_PERIOD_MONTH, 12, 20221115, 20221214 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct report_span s = report_span(rows[i].period, 2022, rows[i].turn);

		CHECK_INT(s.from, on(rows[i].from));
		CHECK_INT(s.to, on(rows[i].to));
	}
}

TEST(a_due_day_that_is_none_of_work_moves_as_the_regime_says)
{
	static const struct {
		enum report_period period;
		int turn, day, months;
		enum report_roll roll;
		int nominal, due;
	} rows[] = {
		{ REPORT_PERIOD_QUARTER_1, 1, 15, 0, REPORT_ROLL_NEXT, 20220315, 20220315 },
		{ REPORT_PERIOD_QUARTER_1, 1, 20, 0, REPORT_ROLL_NEXT, 20220320, 20220321 }, /* a Sunday */
		{ REPORT_PERIOD_QUARTER_1, 1, 20, 0, REPORT_ROLL_PREVIOUS, 20220320, 20220318 },
		{ REPORT_PERIOD_QUARTER_1, 1, 20, 0, REPORT_ROLL_KEEP, 20220320, 20220320 },
		/* Saturday, Sunday, and two days in place of the holidays */
		{ REPORT_PERIOD_QUARTER_1, 1, 30, 1, REPORT_ROLL_NEXT, 20220430, 20220504 },
		{ REPORT_PERIOD_YEAR, 1, 2, 1, REPORT_ROLL_NEXT, 20230102, 20230103 },
		{ REPORT_PERIOD_YEAR, 1, 2, 1, REPORT_ROLL_PREVIOUS, 20230102, 20221230 },
		{ REPORT_PERIOD_MONTH, 1, 31, 1, REPORT_ROLL_KEEP, 20220228, 20220228 }, /* no 31st */
		{ REPORT_PERIOD_MONTH, 12, 31, 2, REPORT_ROLL_KEEP, 20230228, 20230228 },
		{ REPORT_PERIOD_HALF_1, 1, 15, 0, REPORT_ROLL_NEXT, 20220615, 20220615 },
	};
	ARENA a = { 0 };
	const struct calendar *c = calendar(&a);

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct report_regime r = { .period = rows[i].period,
			.due_day = rows[i].day,
			.due_months = rows[i].months,
			.roll = rows[i].roll };
		struct obligation o = obligation_of(&r, 2022, rows[i].turn, c);

		CHECK_INT(o.nominal, on(rows[i].nominal));
		CHECK_INT(o.due, on(rows[i].due));
	}
}

/* Day by day, without tables: the month is found by walking, holidays by looking through the list. */
static bool naive_works(const struct holidays *h, daynum d)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->days[i].day == d)
			return h->days[i].kind == DAY_SWAP_WORK;
	return weekday(d) != 0 && weekday(d) != 6;
}

static daynum naive_last(int year, int month)
{
	daynum d = day_from_civil((struct civil){ year, 1, 1 });

	while (civil_from_day(d).month != month || civil_from_day(d).day != 14)
		d++;
	return d;
}

static daynum naive_first(daynum last, int months)
{
	daynum d = last;

	while (months) {
		d--;
		months -= civil_from_day(d).day == 14;
	}
	return d + 1;
}

static daynum naive_due(const struct holidays *h, daynum last, const struct report_regime *r)
{
	daynum d = last - 13; /* the first of the month */

	for (int left = r->due_months; left;) {
		d++;
		left -= civil_from_day(d).day == 1;
	}
	while (civil_from_day(d).day < r->due_day && civil_from_day(d + 1).day != 1)
		d++;
	while (r->roll == REPORT_ROLL_NEXT && !naive_works(h, d))
		d++;
	while (r->roll == REPORT_ROLL_PREVIOUS && !naive_works(h, d))
		d--;
	return d;
}

static int random_below(uint64_t *seed, int n)
{
	return (int)(test_random(seed) % (uint64_t)n);
}

TEST(obligations_agree_with_a_naive_count_of_days)
{
	static const int months[REPORT_PERIOD_N] = { 1, 3, 3, 6, 3, 6, 3, 12 };
	static const int last[REPORT_PERIOD_N] = { 0, 3, 6, 6, 9, 12, 12, 12 };
	ARENA a = { 0 };
	struct holidays h = sample_holidays(&a);
	const struct calendar *c = calendar(&a);
	uint64_t seed = 20220315;

	for (int i = 0; i < 5000; i++) {
		enum report_period p = (enum report_period)random_below(&seed, REPORT_PERIOD_N);
		int year = 2021 + random_below(&seed, 6);
		int turn = p == REPORT_PERIOD_MONTH ? 1 + random_below(&seed, 12) : 1;
		struct report_regime r = { .period = p,
			.due_day = 1 + random_below(&seed, 31),
			.due_months = random_below(&seed, 7),
			.roll = (enum report_roll)random_below(&seed, REPORT_ROLL_N) };
		struct obligation o = obligation_of(&r, year, turn, c);
		daynum to = naive_last(year, last[p] ? last[p] : turn);

		CHECK_INT(o.to, to);
		CHECK_INT(o.from, naive_first(to, months[p]));
		CHECK_INT(o.due, naive_due(&h, to, &r));
	}
}

TEST(who_owes_is_read_from_the_regime)
{
	static const struct {
		const char *owes;
		bool valid, meant, by_code;
	} rows[] = {
		{ "province/so", true, true, false },
		{ "province", true, true, false },
		{ "commune; province/so", true, true, false },
		{ "code:SMA", true, true, true },
		{ "province; code:SMA", true, true, true },
		{ "commune", true, false, false },
		{ "province/phong", true, false, false },
		{ "code:SMB", true, false, false },
		{ "", false, false, false },
		{ "tỉnh", false, false, false },
		{ "province/", false, false, false },
		{ "code:", false, false, false },
		{ "province;;commune", false, true, false },
	};
	struct agency_version who = { .code = S("SMA"), .kind = S("so"), .level = LEVEL_PROVINCE };

	for (size_t i = 0; i < COUNT(rows); i++) {
		bool by_code;

		CHECK_INT(report_owes_valid(str_of(rows[i].owes)), rows[i].valid);
		CHECK_INT(report_owes(str_of(rows[i].owes), &who, &by_code), rows[i].meant);
		CHECK_INT(by_code, rows[i].by_code);
	}
}

static struct report_regime regime(
	const char *code, const char *owes, enum report_period period, int day, int64_t position)
{
	return (struct report_regime){ .code = str_of(code),
		.series = S("CCHC"),
		.owes = str_of(owes),
		.period = period,
		.due_day = day,
		.valid = { .position = position } };
}

TEST(what_an_agency_owes_for_a_year)
{
	ARENA a = { 0 };
	const struct calendar *c = calendar(&a);
	struct agency_version agencies[] = {
		{ .valid = { .position = 0 }, .code = S("SMA"), .kind = S("so"), .level = LEVEL_PROVINCE },
		{ .valid = { .position = 1, .to = sample_day(20220831) },
			.code = S("XMB"),
			.kind = S("ubnd_xa"),
			.level = LEVEL_COMMUNE },
	};
	struct agency_tree tree = agency_tree_of(&a, agencies, COUNT(agencies));
	struct report_regime versions[] = {
		regime("B.YEAR", "province/so", REPORT_PERIOD_YEAR, 15, 2),
		regime("B.Q1", "province;commune", REPORT_PERIOD_QUARTER_1, 15, 3),
		regime("B.Q3", "province;commune", REPORT_PERIOD_QUARTER_3, 15, 4),
		regime("A.Q1", "province", REPORT_PERIOD_QUARTER_1, 25, 5),   /* first by code */
		regime("C.Q3", "code:SMA", REPORT_PERIOD_QUARTER_3, 20, 6),   /* by code of the agency */
		regime("B.YEAR", "province/so", REPORT_PERIOD_YEAR, 20, 7),   /* from 2023 */
		regime("D.HALF", "province/so", REPORT_PERIOD_HALF_1, 15, 8), /* ended */
	};
	struct obligation o[OBLIGATIONS_A_YEAR];

	versions[5].valid.from = on(20230101);
	versions[6].valid.to = on(20220613);
	struct report_regimes r = report_regimes_of(&a, versions, COUNT(versions));

	CHECK_INT(obligations_of_agency(&r, &tree, 1, 2022, c, o), 3);
	CHECK_STR(o[0].regime->code, S("A.Q1"));
	CHECK_INT(o[0].due, on(20220325));
	CHECK_STR(o[1].regime->code, S("C.Q3"));
	CHECK_STR(o[2].regime->code, S("B.YEAR"));
	CHECK_INT(o[2].due, on(20221215));
	CHECK_INT(obligations_of_agency(&r, &tree, 1, 2023, c, o), 3);
	CHECK_INT(o[2].due, on(20231220));
	/* The commune was merged away before the third quarter ended. */
	CHECK_INT(obligations_of_agency(&r, &tree, 2, 2022, c, o), 1);
	CHECK_STR(o[0].regime->code, S("B.Q1"));
	CHECK(report_regime_on(&r, S("B.YEAR"), on(20221214))->due_day == 15);
	CHECK(report_regime_on(&r, S("B.YEAR"), on(20230314))->due_day == 20);
	CHECK(report_regime_on(&r, S("NONE"), on(20230314)) == NULL);
}

TEST(standing_by_the_day)
{
	static const struct {
		int submitted, today;
		enum report_standing standing;
		int days, working_days;
	} rows[] = {
		{ 0, 20220314, STANDING_RUNNING, 6, 4 }, { 0, 20220315, STANDING_SOON, 5, 3 },
		{ 0, 20220320, STANDING_SOON, 0, 0 }, { 0, 20220321, STANDING_OVERDUE, 1, 1 },
		{ 0, 20220328, STANDING_OVERDUE, 8, 6 }, { 20220320, 20220701, STANDING_IN_TIME, 0, 0 },
		{ 20220316, 20220701, STANDING_IN_TIME, 0, 0 }, { 20220321, 20220701, STANDING_LATE, 1, 1 },
		{ 20220412, 20220701, STANDING_LATE, 23, 16 }, /* 11/04 was a day off */
	};
	ARENA a = { 0 };
	const struct calendar *c = calendar(&a);
	struct report_regime r = {
		.period = REPORT_PERIOD_QUARTER_1, .due_day = 20, .roll = REPORT_ROLL_KEEP
	};
	struct obligation o = obligation_of(&r, 2022, 1, c);

	for (size_t i = 0; i < COUNT(rows); i++) {
		daynum submitted = rows[i].submitted ? on(rows[i].submitted) : DAYNUM_NONE;
		struct punctuality p = obligation_punctuality(&o, submitted, on(rows[i].today), c);

		CHECK_INT(p.standing, rows[i].standing);
		CHECK_INT(p.days, rows[i].days);
		CHECK_INT(p.working_days, rows[i].working_days);
	}
	r.due_months = 1;
	o = obligation_of(&r, 2022, 1, c);
	CHECK_INT(obligation_punctuality(&o, DAYNUM_NONE, on(20220315), c).standing, STANDING_OPEN);
}

TEST(a_year_sums_what_is_due)
{
	static const struct punctuality list[] = { { STANDING_RUNNING, 9, 9 }, { STANDING_SOON, 1, 1 },
		{ STANDING_OVERDUE, 4, 2 }, { STANDING_IN_TIME, 0, 0 }, { STANDING_LATE, 3, 1 },
		{ STANDING_LATE, 5, 3 }, { STANDING_OPEN, 12, 9 } };
	struct punctuality_year y = { 0 };

	for (size_t i = 0; i < COUNT(list); i++)
		punctuality_add(&y, &list[i]);
	CHECK_INT(y.owed, 4);
	CHECK_INT(y.submitted, 3);
	CHECK_INT(y.in_time, 1);
	CHECK_INT(y.late, 2);
	CHECK_INT(y.days_late, 8);
	CHECK_INT(y.missing, 1);
}
