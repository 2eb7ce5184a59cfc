/* A sample anybody can draw again: against a naive twin, and its properties on random input. */
#include "inspection/inspection_sample.h"
#include "tests/t.h"

enum { MOST = 60 };

static struct inspection_candidate *candidates(struct arena *a, size_t n, uint64_t *dice)
{
	struct inspection_candidate *list = NEW_ARRAY(a, struct inspection_candidate, n + 1);

	for (size_t i = 0; i < n; i++)
		list[i] = (struct inspection_candidate){ .code = str_fmt(a, "H54.1-221001-%04zu", i),
			.strata = (unsigned)test_random(dice) & ((1u << STRATUM_N) - 1) &
				  (unsigned)test_random(dice) };
	return list;
}

static struct sha256 key_of(struct arena *a, struct str seed, struct str code)
{
	return sha256_of(S(""), str_fmt(a, "%.*s|%.*s", ARG(seed), ARG(code)));
}

/* The smallest key among those not taken, of a stratum (STRATUM_N: of all); n when there is none. */
static size_t smallest(
	struct arena *a, const struct inspection_candidate *list, size_t n, struct str seed, unsigned s)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++) {
		if (list[i].taken || (s < STRATUM_N && !(list[i].strata >> s & 1)))
			continue;
		struct sha256 k = key_of(a, seed, list[i].code), b = { 0 };
		if (best < n)
			b = key_of(a, seed, list[best].code);
		if (best == n || memcmp(k.b, b.b, sizeof k.b) < 0)
			best = i;
	}
	return best;
}

static size_t naive(
	struct arena *a, struct inspection_candidate *list, size_t n, struct str seed, size_t size)
{
	size_t share = (size + STRATUM_N) / (STRATUM_N + 1), taken = 0;

	for (unsigned s = 0; s <= STRATUM_N; s++)
		for (size_t k = 0; (s == STRATUM_N || k < share) && taken < size; k++) {
			size_t i = smallest(a, list, n, seed, s);
			if (i == n)
				break;
			list[i].taken = true;
			taken++;
		}
	return taken;
}

TEST(the_sample_is_that_of_a_naive_twin)
{
	uint64_t dice = 20221025;

	for (int round = 0; round < 60; round++) {
		ARENA a = { 0 };
		size_t n = (size_t)test_random(&dice) % 90, size = (size_t)test_random(&dice) % MOST;
		struct inspection_candidate *one = candidates(&a, n, &dice),
					    *two = NEW_ARRAY(&a, struct inspection_candidate, n + 1);
		struct str seed = str_fmt(&a, "seed %d", round);

		memcpy(two, one, n * sizeof *one);
		CHECK_INT(inspection_draw(one, n, seed, size), naive(&a, two, n, seed, size));
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < n; j++)
				if (str_eq(one[i].code, two[j].code))
					CHECK_INT(one[i].taken, two[j].taken);
	}
}

TEST(the_order_of_the_candidates_does_not_matter)
{
	uint64_t dice = 7;
	ARENA a = { 0 };
	struct inspection_candidate *one = candidates(&a, 50, &dice),
				    *two = NEW_ARRAY(&a, struct inspection_candidate, 50);

	for (size_t i = 0; i < 50; i++)
		two[i] = one[49 - i];
	CHECK_INT(inspection_draw(one, 50, S("x"), 20), 20);
	CHECK_INT(inspection_draw(two, 50, S("x"), 20), 20);
	for (size_t i = 0; i < 50; i++) {
		CHECK_STR(one[i].code, two[i].code);
		CHECK_INT(one[i].taken, two[i].taken);
	}
}

TEST(rare_kinds_are_in_the_sample)
{
	ARENA a = { 0 };
	struct inspection_candidate *list = NEW_ARRAY(&a, struct inspection_candidate, 1000);

	for (size_t i = 0; i < 1000; i++)
		list[i].code = str_fmt(&a, "C%zu", i);
	list[500].strata = 1u << STRATUM_LATE;
	struct str late = list[500].code;

	CHECK_INT(inspection_draw(list, 1000, S("2022"), 10), 10);
	for (size_t i = 0; i < 1000; i++)
		if (str_eq(list[i].code, late))
			CHECK(list[i].taken);
	CHECK_INT(inspection_draw(list, 3, S("2022"), 10), 3);
	CHECK_INT(inspection_draw(list, 0, S("2022"), 10), 0);
}
