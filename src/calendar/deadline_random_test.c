/* The law against its naive twin and against what must hold, on random calendars and dossiers. */
#include "calendar/calendar_naive.h"
#include "calendar/explain.h"
#include "tests/t.h"

enum {
	CASES = 1000000,
	PROPERTY_CASES = 60000,
	CASES_PER_CALENDAR = 1000,
	SPECIALS = 40,
	PERIODS = 3,
	PAUSES = 4
};

static int pick(uint64_t *seed, int n)
{
	return (int)(test_random(seed) % (uint64_t)n);
}

/* Everything that a random case points to. */
struct world {
	struct special_day specials[SPECIALS];
	struct work_period periods[PERIODS];
	struct work_time time;
	struct holidays holidays;
	struct naive naive;
	const struct calendar *calendar;
	daynum first; /* a Monday: about it happens all */
};

static struct day_hours random_hours(uint64_t *seed)
{
	struct day_hours h = { 0 };
	int m = pick(seed, 600), n = 1 + pick(seed, LIMIT_SESSIONS);

	for (; h.n < n && m < MINUTES_PER_DAY - 10; h.n++) {
		int to = m + 1 + pick(seed, 300);
		to = to < MINUTES_PER_DAY ? to : MINUTES_PER_DAY - 1;
		h.s[h.n] = (struct session){ (int16_t)m, (int16_t)to };
		m = to + 1 + pick(seed, 120);
	}
	return h;
}

/* Office hours half of the time, anything else otherwise; always a working weekday. */
static struct work_period random_period(uint64_t *seed)
{
	struct work_period p = default_work_period();

	if (pick(seed, 2))
		return p;
	for (int i = 0; i < DAYS_PER_WEEK; i++) {
		p.hours[i] = random_hours(seed);
		p.use[i] = (enum weekday_use)(pick(seed, 5) == 0 ? pick(seed, 3)
					      : i % 6            ? WEEKDAY_WORKING
								 : WEEKDAY_OFF);
	}
	p.use[pick(seed, DAYS_PER_WEEK)] = WEEKDAY_WORKING;
	return p;
}

static void random_world(struct arena *a, uint64_t *seed, struct world *w)
{
	struct special_day rows[SPECIALS];
	daynum day, from;
	size_t at, n = 0;

	*w = (struct world){ .first = -25567 + 7 * (1000 + pick(seed, 12000)) };
	day = w->first - 20;
	for (; n < SPECIALS; n++, day += 1 + (pick(seed, 3) ? pick(seed, 30) : 0))
		rows[n] = (struct special_day){ day, (enum day_kind)(DAY_HOLIDAY + pick(seed, 4)), { 0 } };
	CHECK_INT(holidays_of_file(a, rows, n, &at, &w->holidays), HOLIDAYS_FINE);
	if (pick(seed, 3) == 0)
		w->holidays.verified = (struct year_set){ { test_random(seed), test_random(seed),
			test_random(seed), test_random(seed), test_random(seed) } };
	from = w->first - pick(seed, 100);
	for (; w->time.n < (size_t)pick(seed, PERIODS + 1); w->time.n++) {
		w->periods[w->time.n] = random_period(seed);
		w->periods[w->time.n].from = from;
		w->periods[w->time.n].to = from + pick(seed, 200);
		from += 200 + (pick(seed, 2) ? pick(seed, 100) : 0);
	}
	w->time.periods = w->periods;
	w->naive = (struct naive){ &w->time, &w->holidays };
	CHECK_INT(calendar_build(a, &w->time, &w->holidays, &w->calendar), WORK_TIME_FINE);
}

static instant random_instant(uint64_t *seed, const struct world *w)
{
	return instant_at(
		w->first + pick(seed, 400), pick(seed, 2) ? pick(seed, DAY_S) : 60 * 30 * pick(seed, 48));
}

static struct deadline_query random_query(uint64_t *seed, const struct world *w, struct pause *pauses)
{
	struct deadline_query q = { .received = random_instant(seed, w), .pauses = pauses };

	q.rule = (enum rule)pick(seed, 2);
	do
		q.allow = (struct allowance){ (enum unit)pick(seed, UNIT_COUNT),
			1 + pick(seed, 1 + pick(seed, 30)), false };
	while (allowance_check(q.allow, q.rule) != DEADLINE_FINE);
	if (q.allow.unit == UNIT_MONTHS)
		q.allow.n = 1 + q.allow.n / 8;
	if (q.allow.unit == UNIT_HOURS && pick(seed, 8))
		q.allow.n = 1 + q.allow.n / 4;
	q.supplement = (enum supplement_rule)pick(seed, 2);
	q.cutoff_minute = pick(seed, 4) ? 0 : 1 + pick(seed, MINUTES_PER_DAY - 1);
	q.pause_count = pick(seed, 3) ? 0 : (size_t)pick(seed, PAUSES);
	instant t = q.received;

	for (size_t i = 0; i < q.pause_count; i++) {
		pauses[i].from = t + (pick(seed, 4) ? pick(seed, 5 * DAY_S) : 0);
		pauses[i].to = t =
			pauses[i].from + (pick(seed, 4) ? pick(seed, 4 * DAY_S) : pick(seed, 3600));
	}
	return q;
}

static bool same(const struct deadline *a, const struct deadline *b)
{
	return due_eq(a->due, b->due) && a->rolled == b->rolled && a->rolled_from == b->rolled_from &&
	       a->verified == b->verified && a->start == b->start && a->first_day == b->first_day &&
	       a->last_counted == b->last_counted;
}

static struct str told(struct arena *a, const struct deadline_query *q, const struct deadline *d)
{
	struct buf b = { .a = a };

	add_instant(&b, q->received);
	buf_fmt(&b, " + %d %s by %s, cut-off %d, %s:", q->allow.n, unit_name(q->allow.unit).p,
		rule_name(q->rule).p, q->cutoff_minute, supplement_rule_name(q->supplement).p);
	for (size_t i = 0; i < q->pause_count; i++) {
		buf_char(&b, ' ');
		add_instant(&b, q->pauses[i].from);
		buf_char(&b, '/');
		add_instant(&b, q->pauses[i].to);
	}
	buf_add(&b, S(" -> "));
	add_due(&b, d->due);
	buf_fmt(&b, " rolled %d from %d, verified %d, first %d, last counted %d", d->rolled,
		(int)d->rolled_from, d->verified, (int)d->first_day, (int)d->last_counted);
	return buf_str(&b);
}

static struct deadline computed(const struct calendar *c, const struct deadline_query *q)
{
	struct deadline d = { 0 };

	CHECK_INT(deadline_compute(c, q, &d), DEADLINE_FINE);
	return d;
}

/* Says both when they differ; false stops a test that would say it a million times. */
static bool agree(const struct world *w, const struct deadline_query *q)
{
	ARENA a = { 0 };
	struct deadline d = computed(w->calendar, q), want = naive_deadline(&w->naive, q);

	return same(&d, &want) || test_check(false, __FILE__, __LINE__, "%.*s\n#   not %.*s",
					  ARG(told(&a, q, &d)), ARG(told(&a, q, &want)));
}

TEST(a_million_deadlines_are_those_of_the_naive_twin)
{
	uint64_t seed = 20260302;
	struct pause pauses[PAUSES];
	bool ok = true;

	for (int i = 0; ok && i < CASES / CASES_PER_CALENDAR; i++) {
		ARENA a = { 0 };
		struct world w;
		random_world(&a, &seed, &w);
		for (int k = 0; ok && k < CASES_PER_CALENDAR; k++) {
			struct deadline_query q = random_query(&seed, &w, pauses);
			ok = agree(&w, &q);
		}
	}
}

TEST(large_allowances_too)
{
	uint64_t seed = 3650;

	for (int i = 0; i < 100; i++) {
		ARENA a = { 0 };
		struct world w;
		struct pause pauses[PAUSES];
		bool ok = true;
		random_world(&a, &seed, &w);
		for (int k = 0; ok && k < 20; k++) {
			struct deadline_query q = random_query(&seed, &w, pauses);
			q.allow.n = q.allow.unit == UNIT_MONTHS ? 1 + pick(&seed, 200)
								: 1 + pick(&seed, LIMIT_ALLOWANCE);
			ok = agree(&w, &q);
		}
	}
}

/* Runs check on PROPERTY_CASES random cases. */
static void for_random_cases(uint64_t seed, bool paused,
	void (*check)(const struct world *w, const struct deadline_query *q, uint64_t *seed))
{
	struct pause pauses[PAUSES];

	for (int i = 0; i < PROPERTY_CASES / 200; i++) {
		ARENA a = { 0 };
		struct world w;
		random_world(&a, &seed, &w);
		for (int k = 0; k < 200; k++) {
			struct deadline_query q = random_query(&seed, &w, pauses);
			q.pause_count = paused ? q.pause_count : 0;
			check(&w, &q, &seed);
		}
	}
}

static void check_monotone(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct deadline_query later = *q, longer = *q;
	struct deadline d = computed(w->calendar, q);

	later.received += pick(seed, 3 * DAY_S);
	longer.allow.n += pick(seed, 3);
	struct deadline after = computed(w->calendar, &later), more = computed(w->calendar, &longer);

	CHECK(due_cmp(d.due, after.due) <= 0);
	CHECK(due_cmp(d.due, more.due) <= 0);
}

TEST(who_submits_later_or_is_allowed_more_is_not_due_earlier)
{
	for_random_cases(11, false, check_monotone);
}

/*
 * n + m is n, then m from there. Not so for months (31 January + 1 + 1 is 28 March, + 2 is 31 March), nor
 * with a cut-off (it would apply twice), nor for N working days by the clock where office hours change: the
 * second half starts at an opening where the first ended in a lunch break.
 */
static void check_additive(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	bool by_clock = q->rule == RULE_HOURS && q->allow.unit == UNIT_WORKING_DAYS;
	struct deadline_query first = *q, second = *q, both = *q;

	if (q->allow.unit == UNIT_MONTHS || q->allow.unit == UNIT_IMMEDIATE || (by_clock && w->time.n > 0))
		return;
	first.cutoff_minute = second.cutoff_minute = both.cutoff_minute = 0;
	second.allow.n = 1 + pick(seed, 20);
	both.allow.n = first.allow.n + second.allow.n;
	struct deadline d = computed(w->calendar, &first), sum = computed(w->calendar, &both);

	second.received = d.due.kind == DUE_MINUTE ? d.due.at : instant_at(d.last_counted, pick(seed, DAY_S));
	struct deadline rest = computed(w->calendar, &second);

	CHECK(due_eq(rest.due, sum.due));
	CHECK_INT(rest.last_counted, sum.last_counted);
}

TEST(an_allowance_in_two_parts_is_the_same_allowance)
{
	for_random_cases(12, false, check_additive);
}

static void check_split(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct pause split[PAUSES + 1];
	struct deadline_query other = *q;
	struct deadline d = computed(w->calendar, q);

	if (q->pause_count == 0)
		return;
	size_t at = (size_t)pick(seed, (int)q->pause_count), n = 0;

	for (size_t i = 0; i < q->pause_count; i++) {
		struct pause p = q->pauses[i];
		instant middle = p.from + pick(seed, (int)(p.to - p.from) + 1);
		if (i == at)
			split[n++] = (struct pause){ p.from, middle };
		split[n++] = (struct pause){ i == at ? middle : p.from, p.to };
	}
	other.pauses = split;
	other.pause_count = n;
	struct deadline whole = computed(w->calendar, &other);

	CHECK(same(&d, &whole));
}

TEST(a_pause_split_in_two_changes_nothing)
{
	for_random_cases(13, true, check_split);
}

static void check_pause_helps(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct deadline_query unpaused = *q;

	(void)seed;
	unpaused.pause_count = 0;
	struct deadline with = computed(w->calendar, q), without = computed(w->calendar, &unpaused);

	CHECK(due_cmp(with.due, without.due) >= 0);
}

TEST(a_pause_never_brings_a_deadline_forward)
{
	for_random_cases(14, true, check_pause_helps);
}

static void check_due_day(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct deadline d = computed(w->calendar, q);

	(void)seed;
	CHECK(d.due.kind == DUE_MINUTE ? q->rule == RULE_HOURS : true);
	CHECK(naive_is_working(&w->naive, d.due.day));
	CHECK(d.due.day >= day_of(q->received));
	CHECK(d.first_day <= d.due.day);
	CHECK(!d.rolled || !naive_is_working(&w->naive, d.rolled_from) || q->pause_count > 0);
}

TEST(every_deadline_is_on_a_working_day)
{
	for_random_cases(15, true, check_due_day);
}

static void check_explanation(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct deadline d = computed(w->calendar, q);
	struct explained_day e = { 0 };
	int counted = 0, minutes = 0;
	bool by_clock = q->rule == RULE_HOURS && q->allow.unit == UNIT_WORKING_DAYS;

	(void)seed;
	for (daynum day = d.first_day; day <= d.due.day; day++) {
		e = explain_day(w->calendar, q, &d, day);
		CHECK_INT(e.day, day);
		CHECK(!(e.counted && e.reason == REASON_PAUSED));
		counted += e.counted;
		minutes += e.minutes;
	}
	CHECK(e.counted == !d.rolled || (by_clock && q->pause_count > 0));
	if (q->allow.unit == UNIT_IMMEDIATE)
		CHECK_INT(counted, 1);
	else if (q->allow.unit == UNIT_HOURS)
		CHECK_INT(minutes, q->allow.n * 60);
	else if (q->allow.unit != UNIT_MONTHS && !(by_clock && q->pause_count > 0))
		CHECK_INT(counted, q->allow.n);
}

TEST(the_days_of_the_explanation_add_up_to_the_allowance)
{
	for_random_cases(16, true, check_explanation);
}

static void check_remaining(const struct world *w, const struct deadline_query *q, uint64_t *seed)
{
	struct deadline d = computed(w->calendar, q);
	daynum today = d.due.day - pick(seed, 20) + 10;
	struct remaining r = deadline_remaining(w->calendar, d.due, instant_at(today, pick(seed, DAY_S)));
	int n = 0;

	for (daynum day = today < d.due.day ? today + 1 : d.due.day + 1;
		day <= (today < d.due.day ? d.due.day : today); day++)
		n += naive_is_working(&w->naive, day);
	if (today < d.due.day)
		CHECK_INT(r.kind, REMAINING_WORKING_DAYS);
	else if (today > d.due.day)
		CHECK_INT(r.kind, REMAINING_OVERDUE);
	if (today != d.due.day)
		CHECK_INT(r.n, n);
}

TEST(what_is_left_is_what_a_walk_counts)
{
	for_random_cases(17, false, check_remaining);
}
