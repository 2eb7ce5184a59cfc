#include "base/hash.h"
#include "calendar/sample.h"
#include "demo/dice.h"
#include "demo/plan.h"

enum { PROCEDURES = 12, ONLINE = 5, REAL = 0, INVENTED = 1 };

struct world {
	struct arena a;
	struct plan_period periods[2][3];
	struct plan_office offices[2];
	struct plan_demand demand[1];
	struct procedure_list procedures;
	struct plan_request rq;
};

static void world_end(struct world *w)
{
	arena_free(&w->a);
}
#define WORLD cleanup_with(world_end) struct world

static const struct allowance allowances[PROCEDURES] = { { UNIT_WORKING_DAYS, 5, false },
	{ UNIT_WORKING_DAYS, 10, false }, { UNIT_CALENDAR_DAYS, 20, false }, { UNIT_WORKING_DAYS, 2, false },
	{ UNIT_CALENDAR_DAYS, 50, false }, { UNIT_IMMEDIATE, 0, false }, { UNIT_HOURS, 2, false },
	{ UNIT_MONTHS, 1, false }, { UNIT_WORKING_DAYS, 3, false }, { UNIT_WORKING_DAYS, 7, false },
	{ UNIT_WORKING_DAYS, 0, true }, { UNIT_WORKING_DAYS, 15, false } };

static void add_procedures(struct world *w)
{
	struct procedure_version *v = NEW_ARRAY(&w->a, struct procedure_version, 2 * PROCEDURES);
	struct agency_tree none = { 0 };

	for (int i = 0; i < 2 * PROCEDURES; i++)
		v[i] = (struct procedure_version){ .code = str_fmt(&w->a, "P.%02d", i),
			.agency = i < PROCEDURES ? S("REAL") : S("MAU"),
			.online = i % 3 ? ONLINE_4 : ONLINE_2,
			.supplement = i % 2 ? SUPPLEMENT_RESTART : SUPPLEMENT_RESUME,
			.cutoff_plus_1 = i == 3 ? 15 * 60 + 1 : 0,
			.valid = { .position = i },
			.allow = allowances[i % PROCEDURES] };
	w->procedures = procedure_list_of(&w->a, v, 2 * PROCEDURES, &none);
}

static void world_open(struct world *w, uint64_t seed)
{
	const struct calendar *c = sample_calendar(&w->a, NULL, 0);
	struct plan_period real[3] = { { sample_day(20211201), sample_day(20211231), 240, 30 },
		{ sample_day(20220101), sample_day(20221025), 1500, 12 },
		{ sample_day(20221026), sample_day(20230131), 500, PLAN_OPEN_AS_IT_COMES } };
	struct plan_period invented[1] = { { sample_day(20220101), sample_day(20230131), 700,
		PLAN_OPEN_AS_IT_COMES } };

	memcpy(w->periods[REAL], real, sizeof real);
	memcpy(w->periods[INVENTED], invented, sizeof invented);
	add_procedures(w);
	w->offices[REAL] =
		(struct plan_office){ S("REAL"), PLAN_EXEMPLARY, c, w->periods[REAL], 3, 1, ONLINE };
	w->offices[INVENTED] =
		(struct plan_office){ S("MAU"), PLAN_ORDINARY, c, w->periods[INVENTED], 1, 0, ONLINE };
	w->demand[0] = (struct plan_demand){ S("P.00"), 40 };
	w->rq = (struct plan_request){ .seed = seed,
		.procedures = &w->procedures,
		.offices = w->offices,
		.demand = w->demand,
		.offices_n = 2,
		.demand_n = 1,
		.calendar_version = 1,
		.end = instant_at(sample_day(20230109), 8 * 3600) };
}

/* What became of one dossier, read from the events alone. */
struct fate {
	instant accepted, ended;
	struct due due, due_at_end;
	int supplements, apologies, stops;
	bool waiting, annulled, corrected;
};

static struct fate *fates_of(struct arena *a, const struct plan *plan, instant upto)
{
	struct fate *f = NEW_ARRAY(a, struct fate, plan->dossiers_n + 1);

	for (int i = 0; i < plan->events_n && plan->events[i].at <= upto; i++) {
		const struct plan_event *e = &plan->events[i];
		struct fate *x = &f[e->dossier];
		bool ends = e->verb == VERB_APPROVE || e->verb == VERB_REFUSE || e->verb == VERB_WITHDRAW ||
			    e->verb == VERB_STOP;
		if (e->verb == VERB_ACCEPT)
			x->accepted = e->at;
		if (ends) {
			x->ended = e->at;
			x->due_at_end = x->due;
		}
		x->supplements += e->verb == VERB_REQUEST_SUPPLEMENT;
		x->apologies += e->verb == VERB_APOLOGISE;
		x->stops += e->verb == VERB_STOP;
		x->annulled = x->annulled || e->verb == VERB_ANNUL;
		x->corrected = x->corrected || e->verb == VERB_CORRECT;
		x->waiting = e->verb == VERB_REQUEST_SUPPLEMENT || e->verb == VERB_WAIT_PAYMENT;
		x->due = e->due;
	}
	return f;
}

/* Accepted in the period; of those, open after its last day. */
static void check_period(struct world *w, const struct plan *plan, const struct plan_period *period)
{
	instant end = day_end(period->to);
	const struct fate *f = fates_of(&w->a, plan, end);
	int accepted = 0, open = 0;

	for (int i = 0; i < plan->dossiers_n; i++) {
		if (plan->dossiers[i].office != REAL || !f[i].accepted)
			continue;
		bool in = f[i].accepted >= instant_at(period->from, 0);
		accepted += in;
		if (f[i].ended)
			continue;
		open++;
		CHECK(in);
		CHECK(f[i].waiting || f[i].due.day > period->to);
	}
	CHECK_INT(accepted, period->accepted);
	CHECK_INT(open, period->open_at_end);
}

TEST(periods_have_the_counts_that_were_asked_for)
{
	for (uint64_t seed = 1; seed <= 20; seed++) {
		WORLD w = { 0 };
		world_open(&w, seed);
		struct plan plan = plan_make(&w.a, &w.rq);
		check_period(&w, &plan, &w.periods[REAL][0]);
		check_period(&w, &plan, &w.periods[REAL][1]);
	}
}

TEST(nothing_unfavourable_happens_at_a_real_agency)
{
	WORLD w = { 0 };

	world_open(&w, 7);
	struct plan plan = plan_make(&w.a, &w.rq);
	const struct fate *f = fates_of(&w.a, &plan, w.rq.end);

	for (int i = 0; i < plan.dossiers_n; i++) {
		if (plan.dossiers[i].office != REAL)
			continue;
		CHECK(!f[i].apologies && !f[i].stops && !f[i].annulled && !f[i].corrected);
		CHECK(f[i].supplements <= 1);
		if (f[i].ended)
			CHECK(due_compare_end(f[i].due_at_end, f[i].ended) != DUE_LATE);
		else if (f[i].accepted && !f[i].waiting)
			CHECK(w.rq.end < due_overdue_from(f[i].due));
	}
	for (int i = 0; i < plan.events_n; i++)
		if (plan.dossiers[plan.events[i].dossier].office == REAL)
			CHECK_INT(plan.events[i].warnings, 0);
}

TEST(an_invented_agency_has_everything)
{
	WORLD w = { 0 };
	int late = 0, overdue = 0, apologies = 0, twice = 0, stops = 0, annulled = 0, corrected = 0;

	world_open(&w, 7);
	struct plan plan = plan_make(&w.a, &w.rq);
	const struct fate *f = fates_of(&w.a, &plan, w.rq.end);

	for (int i = 0; i < plan.dossiers_n; i++) {
		if (plan.dossiers[i].office != INVENTED)
			continue;
		late += f[i].ended && due_compare_end(f[i].due_at_end, f[i].ended) == DUE_LATE;
		overdue += f[i].accepted && !f[i].ended && !f[i].waiting &&
			   w.rq.end >= due_overdue_from(f[i].due);
		apologies += f[i].apologies;
		twice += f[i].supplements == 2;
		stops += f[i].stops;
		annulled += f[i].annulled;
		corrected += f[i].corrected;
	}
	CHECK(late > 10);
	CHECK(overdue > 2);
	CHECK(apologies > 5);
	CHECK(twice > 2);
	CHECK(stops > 2);
	CHECK_INT(annulled, 1);
	CHECK_INT(corrected, 1);
}

TEST(events_are_in_order_and_inside_working_time)
{
	WORLD w = { 0 };
	int evening = 0;

	world_open(&w, 3);
	struct plan plan = plan_make(&w.a, &w.rq);
	const struct calendar *c = w.offices[REAL].calendar;

	for (int i = 0; i < plan.events_n; i++) {
		const struct plan_event *e = &plan.events[i];
		CHECK(i == 0 || e->at >= plan.events[i - 1].at);
		CHECK(e->at <= w.rq.end);
		if (e->by != ROLE_APPLICANT)
			CHECK(calendar_counter_open(c, e->at));
		evening += !calendar_counter_open(c, e->at);
	}
	CHECK(evening > 20); /* people submit online at any hour */
}

/* Services with an online dossier in the main period: those asked for, and no others. */
TEST(as_many_services_are_used_online_as_asked_for)
{
	WORLD w = { 0 };
	bool used[2 * PROCEDURES + 1] = { 0 };
	int n = 0;

	world_open(&w, 11);
	struct plan plan = plan_make(&w.a, &w.rq);
	const struct fate *f = fates_of(&w.a, &plan, day_end(w.periods[REAL][1].to));

	for (int i = 0; i < plan.dossiers_n; i++)
		if (plan.dossiers[i].office == REAL && plan.dossiers[i].channel == CHANNEL_ONLINE &&
			f[i].accepted >= instant_at(w.periods[REAL][1].from, 0))
			used[plan.dossiers[i].procedure] = true;
	for (int i = 1; i <= 2 * PROCEDURES; i++)
		n += used[i];
	CHECK_INT(n, ONLINE);
}

TEST(the_same_request_gives_the_same_plan)
{
	WORLD w = { 0 };

	world_open(&w, 5);
	struct plan one = plan_make(&w.a, &w.rq), two = plan_make(&w.a, &w.rq);

	CHECK_INT(one.events_n, two.events_n);
	CHECK_INT(one.dossiers_n, two.dossiers_n);
	int different = 0;

	for (int i = 0; i < one.events_n && i < two.events_n; i++)
		different += one.events[i].at != two.events[i].at ||
			     one.events[i].dossier != two.events[i].dossier ||
			     one.events[i].verb != two.events[i].verb;
	CHECK_INT(different, 0);
	w.rq.seed = 6;
	struct plan other = plan_make(&w.a, &w.rq);

	CHECK(other.events_n != one.events_n || other.events[9].at != one.events[9].at);
}

/* Compilers and machines may not disagree: the journal of the demonstration follows from the plan. */
TEST(a_plan_is_the_same_everywhere)
{
	WORLD w = { 0 };
	struct buf b = { .a = &w.a }, hex = { .a = &w.a };

	world_open(&w, 5);
	struct plan plan = plan_make(&w.a, &w.rq);

	for (int i = 0; i < plan.events_n; i++) {
		const struct plan_event *e = &plan.events[i];
		buf_fmt(&b, "%lld %d %d %d %d ", (long long)e->at, e->dossier, (int)e->verb, (int)e->by,
			(int)e->reason);
		add_due(&b, e->due);
		buf_char(&b, '\n');
	}
	struct sha256 h = sha256_of(S(""), buf_str(&b));

	add_hex(&hex, (struct str){ (const char *)h.b, 8 });
	CHECK_STR(buf_str(&hex), S("1d1ca44d88b1026a"));
}

TEST(dice_are_fair_enough_and_the_same_everywhere)
{
	struct dice d = { 42 };
	int seen[6] = { 0 };

	CHECK(dice_roll(&d) == UINT64_C(13679457532755275413));
	for (int i = 0; i < 60000; i++)
		seen[dice_between(&d, 1, 6) - 1]++;
	for (int i = 0; i < 6; i++)
		CHECK(seen[i] > 9500 && seen[i] < 10500);
}
