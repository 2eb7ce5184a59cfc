#include "calendar/deadline.h"

/* Working days in (from, to], calendar days where the calendar does not reach. */
static int days_apart(const struct calendar *c, daynum from, daynum to)
{
	if (!calendar_covers(from) || !calendar_covers(to))
		return to - from;
	return calendar_working_days(c, from, to);
}

static struct remaining within_the_day(const struct calendar *c, struct due due, instant now)
{
	if (due.kind == DUE_DAY)
		return (struct remaining){ REMAINING_TODAY, 0 };
	if (now >= due_overdue_from(due))
		return (struct remaining){ REMAINING_OVERDUE_TODAY, 0 };
	int64_t minutes = calendar_covers(due.day) ? calendar_working_minutes(c, now, due.at) : 0;

	return (struct remaining){ REMAINING_MINUTES, minutes > 0 ? (int)minutes : 0 };
}

struct remaining deadline_remaining(const struct calendar *c, struct due due, instant now)
{
	daynum today = day_of(now);

	if (due.kind == DUE_NONE)
		return (struct remaining){ REMAINING_NO_DEADLINE, 0 };
	if (today == due.day)
		return within_the_day(c, due, now);
	if (today > due.day)
		return (struct remaining){ REMAINING_OVERDUE, days_apart(c, due.day, today) };
	int n = days_apart(c, today, due.day);

	if (n > 0)
		return (struct remaining){ REMAINING_WORKING_DAYS, n };
	return (struct remaining){ REMAINING_CALENDAR_DAYS, due.day - today };
}
