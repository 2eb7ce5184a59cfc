#include "score/score_sample.h"
#include "tests/t.h"

/* A sheet that steps are tried on, as the store does it. */
struct bench {
	struct arena a;
	struct score_set set;
	struct score_env env;
	struct score *s; /* in a: it is too large for a stack */
};

static void bench_end(struct bench *b)
{
	arena_free(&b->a);
}
#define BENCH(name) \
	cleanup_with(bench_end) struct bench name = { 0 }; \
	(name).s = NEW(&(name).a, struct score); \
	score_sample_set(&(name).set); \
	(name).env = (struct score_env) \
	{ \
		.set = &(name).set, .fits = true \
	}

static struct record_refusal judge(struct bench *b, const struct record_event *e)
{
	struct record_refusal r = record_allows(&score_kind, &b->s->base, e);

	return r.refused ? r : score_decide(b->s, e, &b->env);
}

/* Takes the step, which must be allowed. */
static void step(struct bench *b, struct record_event e)
{
	struct record_refusal r = judge(b, &e);

	CHECK_INT(r.refused ? (int)r.why : -1, -1);
	score_apply(b->s, &e);
	record_step(&score_kind, &b->s->base, &e);
}

/* Tries it: what is wrong, and at which field. */
static void refused(struct bench *b, struct record_event e, enum msg why, int field)
{
	struct record_refusal r = judge(b, &e);

	CHECK(r.refused);
	CHECK_INT(r.why, why);
	CHECK_INT(r.field, field);
}

static struct record_event with(struct record_event e, int field, const char *value)
{
	e.values[field] = str_of(value);
	return e;
}

static struct record_event self(const char *component, const char *points)
{
	return score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-05", component, points);
}

static struct record_event first(const char *component, const char *points)
{
	return with(score_sample_points(SCORE_V_FIRST, ROLE_HOME_AFFAIRS, "2022-12-12", component, points),
		SCORE_F_COMMENT, "Theo tài liệu");
}

static struct record_event second(const char *component, const char *points)
{
	return with(score_sample_points(SCORE_V_SECOND, ROLE_HOME_AFFAIRS, "2022-12-22", component, points),
		SCORE_F_COMMENT, "Sau giải trình");
}

static void to_submitted(struct bench *b)
{
	step(b, score_sample_open());
	step(b, self("A.1.1", "2.5"));
	step(b, with(self("A.1.2", "1"), SCORE_F_EVIDENCE, "Quyết định 1/QĐ"));
	step(b, score_sample_measure(&b->a, "B.1.1", 97, 100));
	step(b, score_sample_measure(&b->a, "B.1.2", 100, 100));
	step(b, score_sample_measure(&b->a, "B.2.1", 0, 0));
	step(b, score_sample_event(SCORE_V_SUBMIT, ROLE_LEADER, "2022-12-10"));
}

static void to_explained(struct bench *b)
{
	to_submitted(b);
	step(b, first("A.1.1", "2"));
	step(b, first("A.1.2", "1"));
	step(b, first("B.2.1", "0"));
	step(b, score_sample_event(SCORE_V_END_FIRST, ROLE_HOME_AFFAIRS, "2022-12-15"));
	step(b, with(with(score_sample_event(SCORE_V_EXPLAIN, ROLE_HEAD_OF_UNIT, "2022-12-16"),
			     SCORE_F_COMPONENT, "A.1.1"),
			SCORE_F_COMMENT, "Đã ban hành bổ sung"));
	step(b, score_sample_event(SCORE_V_END_EXPLAIN, ROLE_LEADER, "2022-12-20"));
}

TEST(a_sheet_from_opening_to_publication)
{
	BENCH(b);
	struct score_sums sums;

	to_explained(&b);
	step(&b, second("A.1.1", "2.25"));
	step(&b,
		with(with(with(score_sample_points(SCORE_V_EXTRA, ROLE_HOME_AFFAIRS, "2022-12-22", "", "1.5"),
				  SCORE_F_EXTRA, "bonus"),
			     SCORE_F_REASON, "Sáng kiến"),
			SCORE_F_EVIDENCE, "Quyết định khen"));
	step(&b, score_sample_event(SCORE_V_CLOSE, ROLE_HOME_AFFAIRS, "2022-12-25"));
	CHECK(score_sums_of(&b.set, b.s, &sums));
	CHECK_INT(sums.areas[0][SCORE_BY_SELF].points, 350);
	CHECK_INT(sums.areas[0][SCORE_BY_FIRST].points, 300);
	CHECK_INT(sums.areas[0][SCORE_BY_SECOND].points, 325);
	CHECK_INT(sums.areas[1][SCORE_BY_SELF].points, 391); /* 2.91 of 97 %, 1, no data */
	CHECK_INT(sums.areas[1][SCORE_BY_SELF].without, 1);
	CHECK_INT(sums.areas[1][SCORE_FINAL].without, 0); /* appraised by people: 0 points */
	CHECK_INT(sums.total[SCORE_FINAL].points, 716);
	CHECK_INT(sums.result, 866);
	CHECK_INT(score_criterion_sum(&b.set, b.s, 2, SCORE_FINAL).points, 391);
	step(&b, score_sample_event(SCORE_V_PUBLISH, ROLE_HOME_AFFAIRS, "2022-12-30"));
	step(&b, with(score_sample_points(SCORE_V_AMEND, ROLE_HOME_AFFAIRS, "2022-12-31", "A.1.1", "0"),
			 SCORE_F_REASON, "Đính chính"));
	CHECK(score_sums_of(&b.set, b.s, &sums));
	CHECK_INT(sums.total[SCORE_BY_SECOND].points, 716); /* what was decided stays visible */
	CHECK_INT(sums.result, 641);
	CHECK_INT(b.s->amendments, 1);
}

TEST(points_are_refused_at_their_field)
{
	BENCH(b);

	step(&b, score_sample_open());
	refused(&b, self("A.1.1", "2.51"), MSG_score_above_max, SCORE_F_POINTS);
	refused(&b, self("A.1.1", "-0.5"), MSG_score_negative, SCORE_F_POINTS);
	refused(&b, self("A.1.1", ""), MSG_record_missing, SCORE_F_POINTS);
	refused(&b, self("A.9", "1"), MSG_score_no_component, SCORE_F_COMPONENT);
	refused(&b, self("B.1.1", "1"), MSG_score_by_formula, SCORE_F_COMPONENT);
	step(&b, self("A.1.1", "2.5"));
	step(&b, self("A.1.1", "0")); /* again, while self-scoring goes on: the newest holds */
	CHECK_INT(score_line_of(b.s, S("A.1.1"))->points[SCORE_BY_SELF], 0);
	CHECK_INT(b.s->lines_n, 1);
}

TEST(after_its_last_day_a_step_is_refused)
{
	BENCH(b);
	struct record_event late = score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-11", "A.1.1", "1");

	step(&b, score_sample_open());
	refused(&b, late, MSG_score_late_self, RECORD_NO_FIELD);
	refused(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_LEADER, "2022-12-11"), MSG_score_late_self,
		RECORD_NO_FIELD);
	refused(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_HOME_AFFAIRS, "2022-12-10"),
		MSG_score_not_over_yet, RECORD_NO_FIELD);
	/* More time, with a reason; then the agency can go on. */
	struct record_event more = score_sample_open();

	more = with(more, SCORE_F_SELF_UNTIL, "2022-12-12");
	more.verb = SCORE_V_EXTEND;
	for (int f = SCORE_F_SET; f <= SCORE_F_YEAR; f++)
		more.values[f] = (struct str){ 0 };
	more.values[SCORE_F_BONUS_MAX] = more.values[SCORE_F_PENALTY_MAX] = (struct str){ 0 };
	refused(&b, more, MSG_record_missing, SCORE_F_REASON);
	step(&b, with(more, SCORE_F_REASON, "Bão số 4"));
	step(&b, late);
	/* Nothing more came: the department ends it, scored or not. */
	step(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_HOME_AFFAIRS, "2022-12-13"));
	refused(&b, with(late, SCORE_F_POINTS, "2"), MSG_record_not_now, RECORD_NO_FIELD);
}

TEST(nothing_is_handed_in_half)
{
	BENCH(b);

	step(&b, score_sample_open());
	step(&b, self("A.1.1", "1"));
	refused(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_LEADER, "2022-12-05"), MSG_score_incomplete_self,
		RECORD_NO_FIELD);
	step(&b, self("A.1.2", "0"));
	/* What formulas count has to be frozen with it. */
	refused(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_LEADER, "2022-12-05"), MSG_score_incomplete_self,
		RECORD_NO_FIELD);
	step(&b, score_sample_measure(&b.a, "B.1.1", 1, 2));
	step(&b, score_sample_measure(&b.a, "B.1.2", 1, 2));
	step(&b, score_sample_measure(&b.a, "B.2.1", 0, 0));
	step(&b, score_sample_event(SCORE_V_SUBMIT, ROLE_HEAD_OF_UNIT, "2022-12-05"));
	refused(&b, score_sample_event(SCORE_V_END_FIRST, ROLE_HOME_AFFAIRS, "2022-12-06"),
		MSG_score_incomplete_first, RECORD_NO_FIELD);
}

TEST(a_measure_is_what_the_formula_gives)
{
	BENCH(b);
	struct record_event m = score_sample_measure(&b.a, "B.1.1", 97, 100);

	step(&b, score_sample_open());
	refused(&b, with(m, SCORE_F_POINTS, "3"), MSG_score_other_measure, SCORE_F_POINTS);
	refused(&b, with(m, SCORE_F_POINTS, ""), MSG_score_other_measure, SCORE_F_POINTS);
	refused(&b, with(score_sample_measure(&b.a, "B.2.1", 0, 0), SCORE_F_POINTS, "2"),
		MSG_score_other_measure, SCORE_F_POINTS);
	refused(&b, with(m, SCORE_F_COMPONENT, "A.1.1"), MSG_score_by_people, SCORE_F_COMPONENT);
	step(&b, m);
	CHECK_INT(score_line_of(b.s, S("B.1.1"))->measure.points, 291);
}

TEST(an_appraisal_that_differs_says_why)
{
	BENCH(b);

	to_submitted(&b);
	refused(&b, with(first("A.1.1", "2"), SCORE_F_COMMENT, ""), MSG_score_say_why, SCORE_F_COMMENT);
	step(&b, with(first("A.1.1", "2.5"), SCORE_F_COMMENT, "")); /* the same: nothing to say */
	/* There is no data: whoever gives points says why, and what was counted can be corrected so too. */
	refused(&b, with(first("B.2.1", "0"), SCORE_F_COMMENT, ""), MSG_score_say_why, SCORE_F_COMMENT);
	step(&b, first("B.1.1", "2"));
	refused(&b, with(first("A.1.1", "2"), SCORE_F_POINTS, "2.6"), MSG_score_above_max, SCORE_F_POINTS);
}

TEST(bonuses_and_penalties_have_a_most)
{
	BENCH(b);
	struct record_event x =
		with(with(with(score_sample_points(SCORE_V_EXTRA, ROLE_HOME_AFFAIRS, "2022-12-12", "", "1.5"),
				  SCORE_F_EXTRA, "bonus"),
			     SCORE_F_REASON, "Sáng kiến"),
			SCORE_F_EVIDENCE, "Quyết định");
	struct record_event drop =
		with(with(score_sample_event(SCORE_V_DROP_EXTRA, ROLE_HOME_AFFAIRS, "2022-12-12"),
			     SCORE_F_ITEM, "1"),
			SCORE_F_REASON, "Ghi nhầm");
	struct score_sums sums;

	to_submitted(&b);
	refused(&b, drop, MSG_score_no_extra, SCORE_F_ITEM);
	refused(&b, with(x, SCORE_F_POINTS, "0"), MSG_score_not_positive, SCORE_F_POINTS);
	refused(&b, with(x, SCORE_F_POINTS, "-1"), MSG_score_not_positive, SCORE_F_POINTS);
	refused(&b, with(x, SCORE_F_EVIDENCE, ""), MSG_record_missing, SCORE_F_EVIDENCE);
	step(&b, x);
	refused(&b, x, MSG_score_extra_above, SCORE_F_POINTS);
	step(&b, with(x, SCORE_F_EXTRA, "penalty"));
	step(&b, drop);
	refused(&b, drop, MSG_score_no_extra, SCORE_F_ITEM);
	step(&b, with(x, SCORE_F_POINTS, "2"));
	CHECK(score_sums_of(&b.set, b.s, &sums));
	CHECK_INT(sums.bonus, 200);
	CHECK_INT(sums.penalty, 150);
}

TEST(a_sheet_is_opened_once_in_order)
{
	BENCH(b);
	struct record_event e = score_sample_open();

	refused(&b, with(e, SCORE_F_YEAR, "2023"), MSG_score_bad_year, SCORE_F_YEAR);
	refused(&b, with(e, SCORE_F_SELF_UNTIL, "2022-11-30"), MSG_score_day_past, SCORE_F_SELF_UNTIL);
	refused(&b, with(e, SCORE_F_FIRST_UNTIL, "2022-12-09"), MSG_score_day_order, SCORE_F_FIRST_UNTIL);
	refused(&b, with(e, SCORE_F_BONUS_MAX, "-1"), MSG_score_negative, SCORE_F_BONUS_MAX);
	b.env.taken = true;
	refused(&b, e, MSG_score_taken, RECORD_NO_FIELD);
	b.env = (struct score_env){ .set = &b.set };
	refused(&b, e, MSG_score_wrong_level, RECORD_NO_FIELD);
	b.env = (struct score_env){ .fits = true };
	refused(&b, e, MSG_score_no_set, SCORE_F_SET);
	e.by = ROLE_LEADER;
	refused(&b, e, MSG_record_not_your_role, RECORD_NO_FIELD);
}

/* Whoever may take a step and when: said once more, from the procedure and not from the tables. */
TEST(roles_and_states_are_those_of_the_procedure)
{
	static const struct {
		int verb;
		const char *states; /* S F E T C P: self, first, explain, second (T), closed, published */
		const char *roles;  /* A: the agency, H: home affairs */
	} cases[] = { { SCORE_V_SELF, "S", "A" }, { SCORE_V_SUBMIT, "S", "AH" }, { SCORE_V_FIRST, "F", "H" },
		{ SCORE_V_END_FIRST, "F", "H" }, { SCORE_V_EXPLAIN, "E", "A" },
		{ SCORE_V_END_EXPLAIN, "E", "AH" }, { SCORE_V_SECOND, "T", "H" },
		{ SCORE_V_EXTRA, "FT", "H" }, { SCORE_V_DROP_EXTRA, "FT", "H" },
		{ SCORE_V_EXTEND, "SFET", "H" }, { SCORE_V_CLOSE, "T", "H" }, { SCORE_V_PUBLISH, "C", "H" },
		{ SCORE_V_AMEND, "CP", "H" } };
	static const char letters[] = "-SFETCP";

	for (size_t i = 0; i < COUNT(cases); i++)
		for (int state = 0; state < SCORE_STATE_N; state++)
			for (int r = 0; r < ROLE_N; r++) {
				bool agency = r == ROLE_LEADER || r == ROLE_HEAD_OF_UNIT;
				bool may = r == ROLE_SYSTEM || (agency && strchr(cases[i].roles, 'A')) ||
					   (r == ROLE_HOME_AFFAIRS && strchr(cases[i].roles, 'H'));
				bool now = strchr(cases[i].states, letters[state]) != NULL;

				CHECK_INT(record_verb_is_open(&score_kind, state, cases[i].verb, 1u << r),
					may && now);
			}
}

TEST(equal_results_share_a_place)
{
	static const int64_t results[] = { 900, 950, 900, 100, 0 };
	int places[COUNT(results)];

	score_places(results, COUNT(results), places);
	CHECK_INT(places[0], 2);
	CHECK_INT(places[1], 1);
	CHECK_INT(places[2], 2);
	CHECK_INT(places[3], 4);
	CHECK_INT(places[4], 5);
}

/* Random steps by anybody at any time. */
static struct record_event any_step(struct bench *b, uint64_t *seed)
{
	static const char *const codes[] = { "A.1.1", "A.1.2", "B.1.1", "B.1.2", "B.2.1", "C.1" };
	static const enum role roles[] = { ROLE_LEADER, ROLE_HOME_AFFAIRS, ROLE_HEAD_OF_UNIT, ROLE_SYSTEM };
	int verb = 1 + (int)(test_random(seed) % (SCORE_VERB_N - 1));

	for (int i = 0; i < 9 && !record_verb_is_open(&score_kind, b->s->base.state, verb, UINT32_MAX); i++)
		verb = 1 + (int)(test_random(seed) % (SCORE_VERB_N - 1));
	struct record_event e = score_sample_event(verb, roles[test_random(seed) % 4], "2022-12-05");
	uint64_t needed =
		score_kind.verbs[e.verb].needed | (test_random(seed) & score_kind.verbs[e.verb].other);

	if (e.verb == SCORE_V_MEASURE)
		return score_sample_measure(
			&b->a, codes[test_random(seed) % 3 + 2], (int64_t)(test_random(seed) % 10), 10);
	for (int f = 0; f < SCORE_FIELD_N; f++)
		if (needed & RECORD_FIELD_BIT(f))
			e.values[f] = S("2022-12-20");
	if (e.values[SCORE_F_COMPONENT].n)
		e.values[SCORE_F_COMPONENT] = str_of(codes[test_random(seed) % 6]);
	if (e.values[SCORE_F_POINTS].n)
		e.values[SCORE_F_POINTS] = record_points_text(&b->a, (int64_t)(test_random(seed) % 320) - 10);
	if (e.values[SCORE_F_EXTRA].n)
		e.values[SCORE_F_EXTRA] = test_random(seed) % 2 ? S("bonus") : S("penalty");
	if (e.values[SCORE_F_ITEM].n)
		e.values[SCORE_F_ITEM] = str_fmt(&b->a, "%d", 1 + (int)(test_random(seed) % 4));
	return e;
}

/* Sums without the law: by the lines as they stand. */
static int64_t naive_total(const struct bench *b, enum score_column column)
{
	int64_t sum = 0;

	for (int i = 0; i < b->s->lines_n; i++) {
		const struct score_line *l = &b->s->lines[i];
		int64_t points = l->measure.has_points ? l->measure.points : 0;

		for (int c = 1; c <= (int)column; c++)
			points = l->given[c] ? l->points[c] : points;
		if (column == SCORE_BY_SELF && l->given[0])
			points = l->points[0];
		sum += points;
	}
	return sum;
}

TEST(whatever_happens_sums_balance_and_closed_stays_closed)
{
	uint64_t seed = 1296;
	int closed = 0;

	for (int round = 0; round < 300; round++) {
		BENCH(b);

		step(&b, score_sample_open());
		for (int i = 0; i < 200; i++) {
			struct record_event e = any_step(&b, &seed);
			struct score_sums before, after;
			bool was_closed = b.s->base.state >= SCORE_IS_CLOSED;

			CHECK(score_sums_of(&b.set, b.s, &before));
			if (judge(&b, &e).refused)
				continue;
			score_apply(b.s, &e);
			record_step(&score_kind, &b.s->base, &e);
			CHECK(score_sums_of(&b.set, b.s, &after));
			for (int c = 0; c < SCORE_COLUMN_N; c++)
				CHECK_INT(after.total[c].points, naive_total(&b, (enum score_column)c));
			CHECK(after.result >= 0 && after.bonus <= 200 && after.penalty <= 300);
			if (was_closed && e.verb != SCORE_V_AMEND)
				CHECK_INT(after.result, before.result);
			if (was_closed)
				CHECK_INT(after.total[SCORE_BY_SECOND].points,
					before.total[SCORE_BY_SECOND].points);
			closed += !was_closed && b.s->base.state == SCORE_IS_CLOSED;
		}
	}
	CHECK(closed > 20); /* or the walk proves nothing */
	printf("# %d of 300 sheets were closed\n", closed);
}
