#include "calendar/worktime.h"

enum { MONDAY = 1, FRIDAY = 5, CLOCK_CHARS = 5, SESSION_CHARS = 2 * CLOCK_CHARS + 1 };

struct work_period default_work_period(void)
{
	struct work_period p = { day_from_civil((struct civil){ 1900, 1, 1 }),
		day_from_civil((struct civil){ 2199, 12, 31 }) };
	const struct day_hours office = { { { 7 * 60 + 30, 11 * 60 + 30 }, { 13 * 60, 17 * 60 } }, 2 };

	for (int i = MONDAY; i <= FRIDAY; i++) {
		p.hours[i] = office;
		p.use[i] = WEEKDAY_WORKING;
	}
	return p;
}

static bool sessions_ok(const struct day_hours *h)
{
	int end = 0;

	if (h->n < 0 || h->n > LIMIT_SESSIONS)
		return false;
	for (int i = 0; i < h->n; i++) {
		if (h->s[i].from < end || h->s[i].to <= h->s[i].from || h->s[i].to >= MINUTES_PER_DAY)
			return false;
		end = h->s[i].to + 1; /* sessions that touch are one session */
	}
	return true;
}

static enum work_time_refusal period_check(const struct work_period *p)
{
	bool works = false;

	for (int i = 0; i < DAYS_PER_WEEK; i++) {
		if (!sessions_ok(&p->hours[i]))
			return WORK_TIME_SESSIONS;
		if (p->use[i] != WEEKDAY_OFF && p->hours[i].n == 0)
			return WORK_TIME_WITHOUT_HOURS;
		works |= p->use[i] == WEEKDAY_WORKING;
	}
	return works ? WORK_TIME_FINE : WORK_TIME_NO_WORKING_DAY;
}

enum work_time_refusal work_time_check(const struct work_time *w)
{
	if (w->n > LIMIT_WORK_PERIODS)
		return WORK_TIME_TOO_MANY;
	for (size_t i = 0; i < w->n; i++) {
		const struct work_period *p = &w->periods[i];
		if (p->to < p->from || (i > 0 && p->from <= p[-1].to))
			return WORK_TIME_PERIODS;
		enum work_time_refusal r = period_check(p);
		if (r != WORK_TIME_FINE)
			return r;
	}
	return WORK_TIME_FINE;
}

int day_hours_minutes(const struct day_hours *h)
{
	int sum = 0;

	for (int i = 0; i < h->n; i++)
		sum += h->s[i].to - h->s[i].from;
	return sum;
}

bool day_hours_eq(const struct day_hours *a, const struct day_hours *b)
{
	if (a->n != b->n)
		return false;
	for (int i = 0; i < a->n; i++)
		if (a->s[i].from != b->s[i].from || a->s[i].to != b->s[i].to)
			return false;
	return true;
}

/* The digit at s[i]; -1 when there is none. */
static int digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9' ? s.p[i] - '0' : -1;
}

bool parse_clock_minute(struct str s, int *out)
{
	static const size_t places[] = { 0, 1, 3, 4 };
	int d[COUNT(places)];

	if (s.n != CLOCK_CHARS || s.p[2] != ':')
		return false;
	for (size_t i = 0; i < COUNT(places); i++)
		if ((d[i] = digit(s, places[i])) < 0)
			return false;
	int h = d[0] * 10 + d[1], m = d[2] * 10 + d[3];

	if (m > 59 || h * 60 + m >= MINUTES_PER_DAY)
		return false;
	*out = h * 60 + m;
	return true;
}

bool parse_day_hours(struct str s, struct day_hours *out)
{
	struct day_hours h = { 0 };
	struct str rest = s.n ? s : (struct str){ 0 }, piece;

	while (str_cut(&rest, ',', &piece)) {
		int from, to;
		if (h.n == LIMIT_SESSIONS || piece.n != SESSION_CHARS || piece.p[CLOCK_CHARS] != '-' ||
			!parse_clock_minute(str_sub(piece, 0, CLOCK_CHARS), &from) ||
			!parse_clock_minute(str_sub(piece, CLOCK_CHARS + 1, SESSION_CHARS), &to))
			return false;
		h.s[h.n++] = (struct session){ (int16_t)from, (int16_t)to };
	}
	if (!sessions_ok(&h))
		return false;
	*out = h;
	return true;
}

void add_clock_minute(struct buf *b, int minute)
{
	buf_fmt(b, "%02d:%02d", minute / 60, minute % 60);
}

void add_day_hours(struct buf *b, const struct day_hours *h)
{
	for (int i = 0; i < h->n; i++) {
		if (i > 0)
			buf_char(b, ',');
		add_clock_minute(b, h->s[i].from);
		buf_char(b, '-');
		add_clock_minute(b, h->s[i].to);
	}
}
