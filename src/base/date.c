#include "base/date.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

static bool is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool civil_valid(struct civil c)
{
	return c.year >= FIRST_YEAR && c.year <= LAST_YEAR && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
	       c.day <= days_in_month(c.year, c.month);
}

/* Days from civil by counting 400-year eras from 1 March of year 0, so that a leap day ends its year. */
daynum day_from_civil(struct civil c)
{
	int y = c.year - (c.month <= 2);
	int era = y / 400, year_of_era = y - era * 400;
	int day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct civil civil_from_day(daynum d)
{
	int z = d + 719468, era = z / 146097, day_of_era = z - era * 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted = (5 * day_of_year + 2) / 153;
	int month = shifted < 10 ? shifted + 3 : shifted - 9;

	return (struct civil){ year_of_era + era * 400 + (month <= 2), month,
		day_of_year - (153 * shifted + 2) / 5 + 1 };
}

daynum add_months(daynum d, int n)
{
	struct civil c = civil_from_day(d);
	int months = c.year * 12 + c.month - 1 + n;
	int year = months / 12, month = months % 12 + 1, last = days_in_month(year, month);

	return day_from_civil((struct civil){ year, month, c.day < last ? c.day : last });
}

/* Exactly n digits at s[at]; -1 when there are none. */
static int digits(struct str s, size_t at, size_t n)
{
	int v = 0;

	if (at + n > s.n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

static bool has(struct str s, size_t at, char c)
{
	return at < s.n && s.p[at] == c;
}

bool parse_day(struct str s, daynum *out)
{
	struct civil c = { digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2) };

	if (s.n != 10 || !has(s, 4, '-') || !has(s, 7, '-') || !civil_valid(c))
		return false;
	*out = day_from_civil(c);
	return true;
}

/* "HH:MM" or "HH:MM:SS" at the start of s; *used tells how long it was. */
static bool parse_clock(struct str s, int *second, size_t *used)
{
	int h = digits(s, 0, 2), m = digits(s, 3, 2), sec = 0;

	if (h < 0 || h > 23 || m < 0 || m > 59 || !has(s, 2, ':'))
		return false;
	*used = 5;
	if (has(s, 5, ':')) {
		sec = digits(s, 6, 2);
		if (sec < 0 || sec > 59)
			return false;
		*used = 8;
	}
	*second = h * 3600 + m * 60 + sec;
	return true;
}

bool parse_local_minute(struct str s, instant *out)
{
	daynum d;
	int second;
	size_t used;

	if (!parse_day(str_sub(s, 0, 10), &d) || !(has(s, 10, ' ') || has(s, 10, 'T')) ||
		!parse_clock(str_sub(s, 11, s.n), &second, &used) || s.n != 11 + used)
		return false;
	*out = instant_at(d, second);
	return true;
}

/* "Z" or "+07:00", in seconds east of UTC. */
static bool parse_zone(struct str s, int *offset)
{
	*offset = 0;
	if (s.n == 1)
		return s.p[0] == 'Z' || s.p[0] == 'z';
	int h = digits(s, 1, 2), m = digits(s, 4, 2);

	if (s.n != 6 || (s.p[0] != '+' && s.p[0] != '-') || s.p[3] != ':' || h < 0 || h > 23 || m < 0 ||
		m > 59)
		return false;
	*offset = (h * 3600 + m * 60) * (s.p[0] == '-' ? -1 : 1);
	return true;
}

bool parse_time(struct str s, int second_of_bare_day, instant *out)
{
	daynum d;
	int second, offset;
	size_t used;

	if (!parse_day(str_sub(s, 0, 10), &d))
		return false;
	if (s.n == 10) {
		*out = instant_at(d, second_of_bare_day);
		return true;
	}
	if (!(has(s, 10, 'T') || has(s, 10, 't') || has(s, 10, ' ')) ||
		!parse_clock(str_sub(s, 11, s.n), &second, &used))
		return false;
	struct str zone = str_sub(s, 11 + used, s.n);

	if (has(zone, 0, '.')) { /* a fraction of a second is read and dropped */
		size_t i = 1;
		while (digits(zone, i, 1) >= 0)
			i++;
		if (i == 1)
			return false;
		zone = str_sub(zone, i, zone.n);
	}
	if (!parse_zone(zone, &offset))
		return false;
	*out = (int64_t)d * DAY_S + second - offset;
	return true;
}

static void two(struct buf *b, int n)
{
	buf_char(b, (char)('0' + n / 10 % 10));
	buf_char(b, (char)('0' + n % 10));
}

void add_day(struct buf *b, daynum d)
{
	struct civil c = civil_from_day(d);

	two(b, c.year / 100);
	two(b, c.year % 100);
	buf_char(b, '-');
	two(b, c.month);
	buf_char(b, '-');
	two(b, c.day);
}

void add_day_vi(struct buf *b, daynum d)
{
	struct civil c = civil_from_day(d);

	two(b, c.day);
	buf_char(b, '/');
	two(b, c.month);
	buf_char(b, '/');
	two(b, c.year / 100);
	two(b, c.year % 100);
}

static void add_clock(struct buf *b, instant t)
{
	int s = second_of_day(t);

	two(b, s / 3600);
	buf_char(b, ':');
	two(b, s / 60 % 60);
}

void add_instant(struct buf *b, instant t)
{
	add_day(b, day_of(t));
	buf_char(b, 'T');
	add_clock(b, t);
	buf_char(b, ':');
	two(b, second_of_day(t) % 60);
	buf_add(b, S("+07:00"));
}

void add_minute_local(struct buf *b, instant t)
{
	add_day(b, day_of(t));
	buf_char(b, ' ');
	add_clock(b, t);
}

struct str fmt_day(struct arena *a, daynum d)
{
	struct buf b = { .a = a };

	add_day(&b, d);
	return buf_str(&b);
}

struct str fmt_day_vi(struct arena *a, daynum d)
{
	struct buf b = { .a = a };

	add_day_vi(&b, d);
	return buf_str(&b);
}

struct str fmt_instant(struct arena *a, instant t)
{
	struct buf b = { .a = a };

	add_instant(&b, t);
	return buf_str(&b);
}

struct str fmt_minute_vi(struct arena *a, instant t)
{
	struct buf b = { .a = a };

	add_clock(&b, t);
	buf_add(&b, S(" ngày "));
	add_day_vi(&b, day_of(t));
	return buf_str(&b);
}
