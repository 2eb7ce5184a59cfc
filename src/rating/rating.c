#include "rating/rating.h"

int64_t rating_votes(const struct rating *r)
{
	int64_t n = 0;

	for (int i = 0; i < RATING_STARS; i++)
		n += r->by_stars[i];
	return n;
}

int64_t rating_points(const struct rating *r)
{
	int64_t n = 0;

	for (int i = 0; i < RATING_STARS; i++)
		n += r->by_stars[i] * (i + 1);
	return n;
}

int64_t rating_tenths(const struct rating *r)
{
	int64_t n = rating_votes(r);

	return n ? (rating_points(r) * TENTHS * 2 + n) / (2 * n) : 0;
}

struct str rating_text(struct arena *a, int64_t tenths, bool comma)
{
	return str_fmt(a, "%lld%c%lld", (long long)(tenths / TENTHS), comma ? ',' : '.',
		(long long)(tenths % TENTHS));
}
