#pragma once
/* The clock of a province: the real one, or one that started at a given instant and runs (--now). */
#include "base/date.h"

struct clock {
	int64_t ahead_s; /* of the real time */
};
struct clock clock_real(void);
struct clock clock_from(instant now);
instant clock_now(const struct clock *c);
/* Milliseconds that only grow: for measuring, never for dates. */
int64_t clock_ms(void);
