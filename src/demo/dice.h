#pragma once
/*
 * Chance that is the same everywhere: integers only, one seed (splitmix64). At most one roll in an
 * expression: C leaves the order of two to the compiler.
 */
#include "base/words.h"

struct dice {
	uint64_t state;
};
static inline uint64_t dice_roll(struct dice *d)
{
	uint64_t z = d->state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}
/* 0 to n - 1; n >= 1. */
static inline int dice_below(struct dice *d, int64_t n)
{
	assert(n >= 1);
	return (int)(dice_roll(d) % (uint64_t)n);
}
/* from to upto, both included. */
static inline int dice_between(struct dice *d, int from, int upto)
{
	return from + dice_below(d, (int64_t)upto - from + 1);
}
static inline bool dice_percent(struct dice *d, int percent)
{
	return dice_below(d, 100) < percent;
}
