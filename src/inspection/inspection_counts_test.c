/* What an inspection adds to the summary of its year. */
#include "inspection/inspection_counts.h"
#include "tests/t.h"

enum { TODAY = 19000 };

static struct inspection *sample(struct arena *a)
{
	struct inspection *x = NEW(a, struct inspection);

	x->base.state = INSPECTION_IS_CONCLUDED;
	x->begun_at = 5;
	x->findings_n = 3;
	x->findings[0] = (struct inspection_finding){ .area = 2, .severity = INSPECTION_SERIOUS };
	x->findings[1] = (struct inspection_finding){ .area = 2, .severity = INSPECTION_MINOR };
	x->findings[2] =
		(struct inspection_finding){ .area = 6, .severity = INSPECTION_MINOR, .dropped = true };
	x->recommendations_n = 6;
	for (int i = 0; i < 6; i++)
		x->recommendations[i].deadline = TODAY + 1;
	x->recommendations[0].state = REMEDY_OPEN;
	x->recommendations[0].deadline = TODAY - 1;
	x->recommendations[1].state = REMEDY_ACCEPTED;
	x->recommendations[1].deadline = TODAY; /* the whole day is in time */
	x->recommendations[2].state = REMEDY_REPORTED;
	x->recommendations[2].deadline = TODAY - 9;
	x->recommendations[3].state = REMEDY_VERIFIED;
	x->recommendations[3].deadline = TODAY - 9;
	x->recommendations[4].state = REMEDY_DROPPED;
	x->recommendations[4].deadline = TODAY - 9;
	x->recommendations[5].state = REMEDY_OPEN;
	return x;
}

TEST(everything_is_counted_once)
{
	static const int wanted[INSPECTION_MEASURE_N] = { [INSPECTION_COUNT_HELD] = 1,
		[INSPECTION_COUNT_CONCLUDED] = 1,
		[INSPECTION_COUNT_FINDINGS] = 2,
		[INSPECTION_COUNT_MADE] = 5,
		[INSPECTION_COUNT_ACCEPTED] = 3,
		[INSPECTION_COUNT_REPORTED] = 1,
		[INSPECTION_COUNT_VERIFIED] = 1,
		[INSPECTION_COUNT_OVERDUE] = 2,
		[INSPECTION_COUNT_WITHDRAWN] = 1 };
	ARENA a = { 0 };
	struct inspection_counts one = inspection_counts_of(sample(&a), TODAY), sum = { 0 };

	inspection_counts_add(&sum, &one);
	inspection_counts_add(&sum, &one);
	for (int i = 0; i < INSPECTION_MEASURE_N; i++) {
		test_check(one.n[i] == wanted[i] && sum.n[i] == 2 * wanted[i], __FILE__, __LINE__,
			"%.*s: %d, %d", ARG(inspection_measure_text((enum inspection_measure)i)), one.n[i],
			sum.n[i]);
	}
	CHECK_INT(sum.findings[2][INSPECTION_SERIOUS], 2);
	CHECK_INT(sum.findings[2][INSPECTION_MINOR], 2);
	CHECK_INT(sum.findings[6][INSPECTION_MINOR], 0);
}

TEST(a_cancelled_one_counts_nothing)
{
	static const struct inspection_counts nothing = { 0 };
	ARENA a = { 0 };
	struct inspection *x = sample(&a);

	x->base.state = INSPECTION_IS_CANCELLED;
	struct inspection_counts c = inspection_counts_of(x, TODAY);
	CHECK(!memcmp(&c, &nothing, sizeof c));
}

TEST(a_prepared_one_was_not_held)
{
	ARENA a = { 0 };
	struct inspection *x = NEW(&a, struct inspection);

	x->base.state = INSPECTION_IS_NOTIFIED;
	struct inspection_counts c = inspection_counts_of(x, TODAY);
	CHECK_INT(c.n[INSPECTION_COUNT_HELD], 0);
	CHECK_INT(c.n[INSPECTION_COUNT_CONCLUDED], 0);
}

TEST(measures_have_names)
{
	enum inspection_measure m = INSPECTION_COUNT_HELD;

	CHECK(inspection_measure_from(S("overdue"), &m));
	CHECK_INT(m, INSPECTION_COUNT_OVERDUE);
	CHECK(!inspection_measure_from(S("late"), &m));
	CHECK(!inspection_measure_from(S(""), &m));
}
