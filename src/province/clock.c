#define _POSIX_C_SOURCE 200809L
#include "province/clock.h"

#include <time.h>

static instant real_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec;
}

struct clock clock_real(void)
{
	return (struct clock){ 0 };
}

struct clock clock_from(instant now)
{
	return (struct clock){ .ahead_s = now - real_now() };
}

instant clock_now(const struct clock *c)
{
	return real_now() + c->ahead_s;
}

int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
