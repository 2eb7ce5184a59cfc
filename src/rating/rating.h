#pragma once
/* Stars that readers gave: counts, and what follows from them. */
#include "base/base.h"

enum { RATING_STARS = 5, TENTHS = 10 };
struct rating {
	int64_t by_stars[RATING_STARS]; /* [0]: votes with one star */
	int64_t taken;                  /* how many of them were taken over from another portal */
};
int64_t rating_votes(const struct rating *r);
int64_t rating_points(const struct rating *r); /* "34 trong 7 đánh giá": 34 */
/* The mean in tenths of a star, rounded half up; 0 without votes. */
int64_t rating_tenths(const struct rating *r);
/* "4,9" or "4.9". */
struct str rating_text(struct arena *a, int64_t tenths, bool comma);
