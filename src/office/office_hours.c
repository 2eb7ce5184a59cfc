#include "office/office_hours.h"

enum { MINUTE_S = 60 };

static bool is_closed_by_list(enum day_kind k)
{
	return k == DAY_HOLIDAY || k == DAY_COMPENSATION || k == DAY_SWAP_OFF;
}

static struct office_day day_at(const struct calendar *c, daynum d)
{
	struct office_day day = { .day = d, .kind = calendar_kind(c, d), .hours = calendar_hours(c, d) };

	if (is_closed_by_list(day.kind))
		day.hours.n = 0;
	day.counter = day.hours.n > 0 && !calendar_is_working(c, d);
	return day;
}

/* The session of the day that t lies in; NULL: none. */
static const struct session *session_at(const struct office_day *day, instant t)
{
	int minute = second_of_day(t) / MINUTE_S;

	for (int i = 0; i < day->hours.n; i++)
		if (minute >= day->hours.s[i].from && minute < day->hours.s[i].to)
			return &day->hours.s[i];
	return NULL;
}

/* The first beginning of a session after t, counter sessions too; INSTANT_NONE: none in the days looked at.
 */
static instant next_opening(const struct calendar *c, instant t)
{
	for (daynum d = day_of(t); d <= day_of(t) + OFFICE_AHEAD_DAYS && calendar_covers(d); d++) {
		struct office_day day = day_at(c, d);

		for (int i = 0; i < day.hours.n; i++) {
			instant opens = instant_at(d, day.hours.s[i].from * MINUTE_S);

			if (opens > t)
				return opens;
		}
	}
	return INSTANT_NONE;
}

struct office_hours office_hours(const struct calendar *c, instant now)
{
	daynum today = day_of(now);
	struct office_hours h = { .verified = calendar_verified(c, today, today + OFFICE_AHEAD_DAYS) };
	struct office_day day = day_at(c, today);
	const struct session *open = session_at(&day, now);
	daynum monday = today - (weekday(today) + OFFICE_WEEK - 1) % OFFICE_WEEK;

	h.open_now = open != NULL;
	h.closes = open ? instant_at(today, open->to * MINUTE_S) : INSTANT_NONE;
	h.opens = open ? INSTANT_NONE : next_opening(c, now);
	for (int i = 0; i < OFFICE_WEEK; i++)
		h.week[i] = day_at(c, monday + i);
	for (daynum d = today; d <= today + OFFICE_AHEAD_DAYS && h.special_n < OFFICE_CLOSED_DAYS; d++) {
		struct office_day one = day_at(c, d);

		if (is_closed_by_list(one.kind) || one.kind == DAY_SWAP_WORK)
			h.special[h.special_n++] = one;
	}
	return h;
}
