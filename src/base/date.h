#pragma once
/*
 * Civil dates (proleptic Gregorian) and the one time zone of the product: Asia/Ho_Chi_Minh, +07:00 all
 * year. No clock in here: time is an argument. Years 1900-2199 only; everything else is rejected input.
 */
#include "base/buf.h"

#define LOCAL_OFFSET_S (7 * 3600)
#define DAY_S 86400
/* "None" is the zero value, so 1970-01-01 cannot be meant; nothing the program handles is that old. */
#define DAYNUM_NONE ((daynum)0)
#define INSTANT_NONE ((instant)0)

struct civil {
	int year, month, day; /* month 1-12, day 1-31 */
};
daynum day_from_civil(struct civil c); /* c must be a real date */
struct civil civil_from_day(daynum d);
bool civil_valid(struct civil c);
int days_in_month(int year, int month);
/* 0 = Sunday ... 6 = Saturday */
static inline int weekday(daynum d)
{
	return (int)(((int64_t)d + 4 + 7LL * 1000000) % 7);
}
/* Local day and second of the day of an instant, and back. */
static inline daynum day_of(instant t)
{
	int64_t s = t + LOCAL_OFFSET_S;

	return (daynum)(s >= 0 ? s / DAY_S : -((-s + DAY_S - 1) / DAY_S));
}
static inline int second_of_day(instant t)
{
	return (int)(t + LOCAL_OFFSET_S - (int64_t)day_of(t) * DAY_S);
}
static inline instant instant_at(daynum d, int second)
{
	return (int64_t)d * DAY_S + second - LOCAL_OFFSET_S;
}
static inline instant day_end(daynum d) /* 23:59:59 */
{
	return instant_at(d, DAY_S - 1);
}

/* "2022-10-25". False for anything else, 2022-02-31 included. */
must_check bool parse_day(struct str s, daynum *out);
/* "2022-10-25 15:40" or with 'T', seconds optional. Local. */
must_check bool parse_local_minute(struct str s, instant *out);
/* T of the contract: a bare date (then at second_of_bare_day, local), or RFC 3339 with zone. */
must_check bool parse_time(struct str s, int second_of_bare_day, instant *out);

void add_day(struct buf *b, daynum d);           /* 2022-10-25 */
void add_day_vi(struct buf *b, daynum d);        /* 25/10/2022 */
void add_instant(struct buf *b, instant t);      /* 2022-10-25T15:40:00+07:00 */
void add_minute_local(struct buf *b, instant t); /* 2022-10-25 15:40 */
struct str fmt_day(struct arena *a, daynum d);
struct str fmt_day_vi(struct arena *a, daynum d);
struct str fmt_instant(struct arena *a, instant t);
struct str fmt_minute_vi(struct arena *a, instant t); /* 15:40 ngày 25/10/2022 */
/* The nth day of the same month n months later, or that month's last day (Civil Code art. 148(3)). */
daynum add_months(daynum d, int n);
