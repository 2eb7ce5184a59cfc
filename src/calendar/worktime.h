#pragma once
/*
 * When an agency works: sessions by weekday, in periods of validity (summer and winter hours are two
 * periods). A table is data of the agency; calendar.h joins it with the holidays. Days that no period covers
 * have the default hours: 07:30-11:30 and 13:00-17:00, Monday to Friday.
 */
#include "base/date.h"
#include "base/limits.h"

enum { MINUTES_PER_DAY = 1440 };
struct session {
	int16_t from, to; /* minutes of the day; open in [from, to), both before 24:00 */
};
/* Sessions in the order of the day, apart from each other: what lies between them is the lunch break.
 * n = 0 is closed. */
struct day_hours {
	struct session s[LIMIT_SESSIONS];
	int n;
};
/* WEEKDAY_OFF: closed. WEEKDAY_COUNTER: open for receiving (Saturday sessions, QD 14/2010/QD-TTg) but not a
 * working day: no deadline is counted or ends there. WEEKDAY_WORKING: a working day. */
enum weekday_use { WEEKDAY_OFF, WEEKDAY_COUNTER, WEEKDAY_WORKING };
enum { DAYS_PER_WEEK = 7 };
struct work_period {
	daynum from, to;                       /* both included */
	struct day_hours hours[DAYS_PER_WEEK]; /* [0] Sunday ... [6] Saturday, as weekday() */
	enum weekday_use use[DAYS_PER_WEEK];
};
struct work_time {
	const struct work_period *periods; /* by from, not overlapping */
	size_t n;                          /* 0: the default hours always */
};
enum work_time_refusal {
	WORK_TIME_FINE,
	WORK_TIME_SESSIONS,       /* a session ends before it begins, overlaps the next or leaves the day */
	WORK_TIME_WITHOUT_HOURS,  /* a working or counter weekday without a session */
	WORK_TIME_NO_WORKING_DAY, /* a period without any working weekday */
	WORK_TIME_PERIODS,        /* ends before it begins, overlaps another, out of order */
	WORK_TIME_TOO_MANY,       /* more than LIMIT_WORK_PERIODS */
};
must_check enum work_time_refusal work_time_check(const struct work_time *w);

/* 07:30-11:30 and 13:00-17:00 from Monday to Friday, for the whole range of dates. */
struct work_period default_work_period(void);
/* Working minutes of one day. */
int day_hours_minutes(const struct day_hours *h);
bool day_hours_eq(const struct day_hours *a, const struct day_hours *b);
/* "07:30-11:30,13:00-17:00", "" is closed. False for anything else, or sessions that overlap. */
must_check bool parse_day_hours(struct str s, struct day_hours *out);
void add_day_hours(struct buf *b, const struct day_hours *h);
/* "15:00" <-> minutes of the day, to 23:59. */
must_check bool parse_clock_minute(struct str s, int *out);
void add_clock_minute(struct buf *b, int minute);
