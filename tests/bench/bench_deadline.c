/*
 * Deadlines per second on one core, and how many times that is what the naive twin does in the same run: the
 * second number does not depend on the machine. Built with the tests, run by ./dev bench.
 */
#define _POSIX_C_SOURCE 200809L
#include "calendar/calendar_naive.h"
#include "calendar/sample.h"

#include <time.h>

enum { QUERIES = 4096, SLOW_ROUNDS = 4, FAST_ROUNDS = 1000 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What a province asks: mostly days, some hours, months and supplements, received in 2021-2026. */
static void random_queries(struct deadline_query *q, struct pause *pauses)
{
	static const struct allowance allows[] = { { UNIT_WORKING_DAYS, 3, false },
		{ UNIT_WORKING_DAYS, 15, false }, { UNIT_WORKING_DAYS, 30, false },
		{ UNIT_CALENDAR_DAYS, 10, false }, { UNIT_HOURS, 4, false }, { UNIT_HOURS, 8, false },
		{ UNIT_IMMEDIATE, 0, false }, { UNIT_MONTHS, 1, false } };
	uint64_t seed = 1;

	for (size_t i = 0; i < QUERIES; i++) {
		daynum d = sample_day(20210104) + (daynum)(test_random(&seed) % 2000);
		q[i] = (struct deadline_query){ .received = instant_at(d, (int)(test_random(&seed) % DAY_S)),
			.allow = allows[test_random(&seed) % COUNT(allows)] };
		q[i].rule = default_rule(q[i].allow.unit);
		q[i].supplement = (enum supplement_rule)(i % 2);
		q[i].pauses = &pauses[i];
		q[i].pause_count = i % 8 == 0;
		pauses[i].from = q[i].received + DAY_S;
		pauses[i].to = pauses[i].from + 5 * DAY_S;
	}
}

/* The sum keeps the compiler from leaving the work out, and both must find the same. */
static double fast(const struct calendar *c, const struct deadline_query *q, int64_t *sum)
{
	double start = now();

	for (int round = 0; round < FAST_ROUNDS; round++)
		for (size_t i = 0; i < QUERIES; i++) {
			struct deadline d = { 0 };
			if (deadline_compute(c, &q[i], &d) == DEADLINE_FINE)
				*sum += d.due.day;
		}
	return (double)QUERIES * FAST_ROUNDS / (now() - start);
}

static double slow(const struct naive *n, const struct deadline_query *q, int64_t *sum)
{
	double start = now();

	for (int round = 0; round < SLOW_ROUNDS; round++)
		for (size_t i = 0; i < QUERIES; i++)
			*sum += naive_deadline(n, &q[i]).due.day;
	return (double)QUERIES * SLOW_ROUNDS / (now() - start);
}

TEST(deadlines_per_second)
{
	ARENA a = { 0 };
	static struct deadline_query q[QUERIES];
	static struct pause pauses[QUERIES];
	struct holidays h = sample_holidays(&a);
	struct naive n = { &(struct work_time){ 0 }, &h };
	int64_t fast_sum = 0, slow_sum = 0;

	random_queries(q, pauses);
	double per_second = fast(sample_calendar(&a, NULL, 0), q, &fast_sum), naive = slow(&n, q, &slow_sum);

	CHECK_INT(fast_sum / FAST_ROUNDS, slow_sum / SLOW_ROUNDS);
	printf("deadlines_per_second %.0f\n", per_second);
	printf("times_the_naive_twin %.0f\n", per_second / naive);
}
