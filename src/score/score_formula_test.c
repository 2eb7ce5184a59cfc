#include "score/score_formula.h"
#include "tests/t.h"

static const struct score_formula proportional = { SCORE_PROPORTIONAL, 300, .target = 10000, .floor = 9500 };
static const struct score_formula services = { SCORE_PROPORTIONAL, 200, .target = 8000 };
static const struct score_formula steps = { SCORE_STEPS, 250,
	.steps = { { 5000, 250 }, { 4000, 200 }, { 1000, 50 } }, .steps_n = 3 };
static const struct score_formula all = { SCORE_ALL, 100 };
static const struct score_formula people = { SCORE_BY_PEOPLE, 100 };

enum { NONE = -1 };

TEST(formulas_give_the_points_of_their_table)
{
	static const struct {
		const struct score_formula *f;
		struct score_fact fact;
		int64_t points; /* NONE: there are none */
	} cases[] = { { &proportional, { true, 15706, 15706 }, 300 },
		{ &proportional, { true, 1668, 1713 }, 292 }, /* 97.373 % of 3 points: 2.9212 */
		{ &proportional, { true, 95, 100 }, 285 },    /* on the floor */
		{ &proportional, { true, 9499, 10000 }, 0 },  /* just below */
		{ &proportional, { true, 0, 5 }, 0 }, { &proportional, { true, 0, 0 }, NONE },
		{ &proportional, { false, 0, 0 }, NONE },
		{ &proportional, { false, 10, 10 }, NONE }, /* not known, whatever stands there */
		{ &proportional, { true, 6, 5 }, NONE },    /* does not balance */
		{ &proportional, { true, -1, 5 }, NONE }, { &services, { true, 8, 10 }, 200 },
		{ &services, { true, 10, 10 }, 200 }, /* never more than the most */
		{ &services, { true, 4, 10 }, 100 }, { &services, { true, 1, 3 }, 83 },
		{ &services, { true, 1, 1600 }, 0 }, /* 0.156 hundredths */
		{ &services, { true, 1, 320 }, 1 },  /* 0.78 */
		{ &services, { true, 1, 500 }, 1 },  /* exactly a half: upwards */
		{ &services, { true, 1, 501 }, 0 },  /* just below it */
		{ &services, { true, 0, 10 }, 0 }, { &steps, { true, 50, 100 }, 250 },
		{ &steps, { true, 4999, 10000 }, 200 }, { &steps, { true, 2, 5 }, 200 },
		{ &steps, { true, 1, 10 }, 50 }, { &steps, { true, 99, 1000 }, 0 },
		{ &steps, { false, 0, 0 }, NONE }, { &all, { true, 7, 7 }, 100 },
		{ &all, { true, 999999, 1000000 }, 0 }, { &all, { true, 0, 0 }, NONE },
		{ &people, { true, 7, 7 }, NONE } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t points = NONE;

		CHECK_INT(score_formula_points(cases[i].f, &cases[i].fact, &points), cases[i].points >= 0);
		CHECK_INT(points, cases[i].points);
	}
}

/* The same by counting: the points are the most hundredths p whose middle, p - 1/2, is not above the exact
 * value max * part / whole / target. No division. */
static int64_t naive(const struct score_formula *f, int64_t part, int64_t whole)
{
	int64_t p = 0;

	if (f->method == SCORE_ALL)
		return whole - part ? 0 : f->max;
	if (f->method == SCORE_STEPS) {
		for (int i = 0; i < f->steps_n; i++)
			if (part * 100 * 100 >= f->steps[i].share * whole && f->steps[i].points > p)
				p = f->steps[i].points;
		return p;
	}
	if (part * 10000 < whole * f->floor)
		return 0;
	while (p < f->max && (2 * (p + 1) - 1) * whole * f->target <= 2 * f->max * part * 10000)
		p++;
	return p;
}

TEST(formulas_agree_with_a_naive_twin)
{
	uint64_t seed = 20221025;

	for (int i = 0; i < 200000; i++) {
		struct score_formula f = { .method = 1 + test_random(&seed) % 3,
			.max = 1 + (int64_t)(test_random(&seed) % 1000),
			.target = 1 + (int64_t)(test_random(&seed) % 10000) };
		int64_t most = test_random(&seed) % 4 ? 200 : 1000000000;
		int64_t whole = 1 + (int64_t)(test_random(&seed) % (uint64_t)most), points = NONE;
		struct score_fact fact = { true, (int64_t)(test_random(&seed) % (uint64_t)(whole + 1)),
			whole };

		f.floor = (int64_t)(test_random(&seed) % (uint64_t)(f.target + 1));
		f.steps_n = 2;
		f.steps[0] = (struct score_step){ f.target, f.max };
		f.steps[1] = (struct score_step){ f.target - 1, f.max / 2 };
		if (test_random(&seed) % 8 == 0) /* exactly on an edge */
			fact = (struct score_fact){ true, f.floor, 10000 };
		CHECK(score_formula_points(&f, &fact, &points));
		CHECK_INT(points, naive(&f, fact.part, fact.whole));
		CHECK(points >= 0 && points <= f.max);
	}
}

TEST(more_of_the_share_is_never_fewer_points)
{
	const struct score_formula *const formulas[] = { &proportional, &services, &steps, &all };

	for (size_t i = 0; i < COUNT(formulas); i++)
		for (int64_t part = 1, last = 0, points = 0; part <= 997; part++, last = points) {
			struct score_fact fact = { true, part, 997 };

			CHECK(score_formula_points(formulas[i], &fact, &points));
			CHECK(points >= last);
		}
}

TEST(a_share_is_cut_off_and_never_shown_as_all)
{
	struct score_fact nearly = { true, 99999, 100000 }, whole = { true, 5, 5 }, none = { false, 0, 0 };

	CHECK_INT(score_share(&nearly), 9999);
	CHECK_INT(score_share(&whole), 10000);
	CHECK_INT(score_share(&none), 0);
}

TEST(numbers_and_steps_have_bounds)
{
	static const char *const bad[] = { "", "-1", "1.", ".5", "1.234", "1,2,3", "1e3", " 1", "101",
		"100.01", "99999999999999999999", "-0" };
	static const char *const bad_steps[] = { "98", "98:", ":4", "98:4;98:3", "98:4;95:4", "95:3;98:4",
		"98:4;", "101:1", "9:9;8:8;7:7;6:6;5:5;4:4;3:3;2:2;1:1", "98:4,95:3" };
	ARENA a = { 0 };
	struct score_formula f = { 0 };
	int64_t n = NONE;

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(!score_hundredths_from(str_of(bad[i]), 10000, &n));
	CHECK_INT(n, NONE);
	CHECK(score_hundredths_from(S("97,5"), 10000, &n));
	CHECK_INT(n, 9750);
	for (size_t i = 0; i < COUNT(bad_steps); i++)
		CHECK(!score_steps_from(str_of(bad_steps[i]), &f));
	CHECK(score_steps_from(S("98:4; 95:3,50 ;90 : 1"), &f));
	CHECK_STR(score_steps_text(&a, &f), S("98:4;95:3.5;90:1"));
	CHECK(score_steps_from(S(""), &f));
	CHECK_INT(f.steps_n, 0);
}
