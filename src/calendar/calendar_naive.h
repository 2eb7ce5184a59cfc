#pragma once
/*
 * The law of deadline.h once more, for tests only: from the same words but by walking, a day or a minute at a
 * time, without tables, counts or look-ups. Slow and plain on purpose; shares no code with what it judges.
 */
#include "calendar/deadline.h"

struct naive {
	const struct work_time *time;
	const struct holidays *holidays;
};
bool naive_is_working(const struct naive *n, daynum d);
/* What deadline_compute must answer; q must be one that it does not refuse, and stay far from 2199. */
struct deadline naive_deadline(const struct naive *n, const struct deadline_query *q);
