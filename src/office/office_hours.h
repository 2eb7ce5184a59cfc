#pragma once
/* When an agency is open, as its calendar says it: today, this week, and the closed days that are ahead. */
#include "calendar/calendar.h"

enum { OFFICE_CLOSED_DAYS = 8, OFFICE_AHEAD_DAYS = 60, OFFICE_WEEK = 7 };
struct office_day {
	daynum day;
	enum day_kind kind;
	struct day_hours hours; /* n 0: closed */
	bool counter;           /* open for receiving alone: no working day */
};
struct office_hours {
	bool open_now;
	instant opens;                       /* when it opens next, unless open now */
	instant closes;                      /* the end of the session, when open now */
	struct office_day week[OFFICE_WEEK]; /* from Monday of the week of now */
	/* Days within OFFICE_AHEAD_DAYS that differ from their weekday: holidays and swapped days. */
	struct office_day special[OFFICE_CLOSED_DAYS];
	int special_n;
	bool verified; /* of all these days the lists of holidays are known */
};
struct office_hours office_hours(const struct calendar *c, instant now);
