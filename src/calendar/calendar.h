#pragma once
/*
 * The calendar of an agency: its working time joined with one version of the holidays into a table of weeks
 * with running counts, so that "the Nth working day after" and "so many working minutes later" are look-ups.
 * Covers 1900-2199; immutable once built, safe to share between threads. Agencies with the same working time
 * share one.
 */
#include "calendar/holidays.h"
#include "calendar/worktime.h"

/* The answer of a search that leads past 31 December 2199: no day and no instant that the calendar covers. */
#define PAST_LAST_DAY INT32_MAX
#define PAST_LAST_INSTANT INT64_MAX

struct calendar;
/* NULL in *out never happens on WORK_TIME_FINE. About 250 kB in a, about a millisecond. w NULL or empty: the
 * default hours. h NULL: no holidays known, nothing verified. Keeps nothing of w and h. */
must_check enum work_time_refusal calendar_build(
	struct arena *a, const struct work_time *w, const struct holidays *h, const struct calendar **out);

bool calendar_covers(daynum d); /* 1900-01-01 to 2199-12-31: what the functions below ask for */
enum day_kind calendar_kind(const struct calendar *c, daynum d);
bool calendar_is_working(const struct calendar *c, daynum d);
/* Sessions of that day, counter sessions included. */
struct day_hours calendar_hours(const struct calendar *c, daynum d);
/* Every day of [from, to] lies in a verified year. */
bool calendar_verified(const struct calendar *c, daynum from, daynum to);

/* Working days in (from, to]; negative when to < from. */
int calendar_working_days(const struct calendar *c, daynum from, daynum to);
/* The nth working day after d (n >= 1), PAST_LAST_DAY past 2199. */
daynum calendar_nth_working_day(const struct calendar *c, daynum d, int n);
/* d itself or the next working day; PAST_LAST_DAY past 2199. */
daynum calendar_working_day_from(const struct calendar *c, daynum d);

/* Whole working minutes in [from, to): both are cut to their minute. Negative when to < from. */
int64_t calendar_working_minutes(const struct calendar *c, instant from, instant to);
/* The earliest minute t with minutes (>= 1) working minutes in [from, t): the end of a session rather than
 * the beginning of the next. PAST_LAST_INSTANT past 2199. */
instant calendar_after_minutes(const struct calendar *c, instant from, int64_t minutes);
/* t's minute when it lies in the working time of a working day, else the next opening of one.
 * PAST_LAST_INSTANT past 2199. */
instant calendar_working_minute_from(const struct calendar *c, instant t);
/* The first opening of working time on d or later. */
instant calendar_opening_from(const struct calendar *c, daynum d);
/* Is the counter open: working time, or a counter session that no holiday closes. */
bool calendar_counter_open(const struct calendar *c, instant t);
