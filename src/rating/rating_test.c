#include "rating/rating.h"
#include "tests/t.h"

TEST(the_article_has_34_points_in_7_votes)
{
	/* 7 votes of at most 5 that sum to 34: one short of 35, so six fives and one four. */
	struct rating r = { .by_stars = { 0, 0, 0, 1, 6 } };
	ARENA a = { 0 };

	CHECK_INT(rating_votes(&r), 7);
	CHECK_INT(rating_points(&r), 34);
	CHECK_INT(rating_tenths(&r), 49);
	CHECK_STR(rating_text(&a, 49, true), S("4,9"));
	CHECK_STR(rating_text(&a, 50, false), S("5.0"));
	int ways = 0;

	for (int n = 0; n < 78125; n++) { /* 5 to the 7th */
		int sum = 0, sorted = 1, last = 0;

		for (int i = 0, rest = n; i < 7; i++, rest /= 5) {
			int stars = rest % 5 + 1;

			sum += stars;
			sorted = sorted && stars >= last;
			last = stars;
		}
		ways += sorted && sum == 34;
	}
	CHECK_INT(ways, 1);
}

TEST(means)
{
	static const struct {
		int64_t by_stars[RATING_STARS], tenths;
	} cases[] = { { { 0 }, 0 }, { { 1 }, 10 }, { { 0, 0, 0, 0, 1 }, 50 }, { { 1, 0, 0, 0, 1 }, 30 },
		{ { 1, 1, 0, 0, 0 }, 15 }, { { 0, 0, 2, 1, 0 }, 33 }, { { 0, 0, 1, 2, 0 }, 37 },
		{ { 0, 0, 0, 19, 1 }, 41 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rating r = { 0 };

		memcpy(r.by_stars, cases[i].by_stars, sizeof r.by_stars);
		CHECK_INT(rating_tenths(&r), cases[i].tenths);
	}
}
