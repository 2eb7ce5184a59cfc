#include "calendar/calendar.h"

enum {
	FIRST_DAY = -25567, /* 1900-01-01, a Monday: so week and day of the week are quotient and remainder */
	DAYS = 109573,      /* 1900-01-01 to 2199-12-31 */
	WEEKS = DAYS / DAYS_PER_WEEK + 1,
	DAY_TYPES = 256, /* indexes of one byte */
	SPANS = (LAST_CALENDAR_YEAR - FIRST_CALENDAR_YEAR) / 2 + 1,
	MONDAY = 1,
};

/* 16 bytes: four weeks share a cache line. */
struct week {
	int32_t days_before;    /* working days before its Monday */
	int32_t minutes_before; /* working minutes before its Monday */
	uint8_t type[DAYS_PER_WEEK];
	uint8_t working; /* bit 0 is Monday */
};
static_assert(sizeof(struct week) == 16, "a week is a quarter of a cache line");

/* What days can be: few combinations, so a day is one byte. */
struct day_type {
	enum day_kind kind;
	bool working;
	int minutes; /* of working time: 0 where not working */
	struct day_hours hours;
};
struct span {
	daynum from, to;
};
struct calendar {
	struct week weeks[WEEKS + 1]; /* the last one only closes the counts */
	struct day_type types[DAY_TYPES];
	int type_count;
	int most_days, most_minutes; /* working, in any week */
	struct span verified[SPANS];
	int span_count;
};

bool calendar_covers(daynum d)
{
	return d >= FIRST_DAY && d < FIRST_DAY + DAYS;
}

static const struct day_type *type_of(const struct calendar *c, daynum d)
{
	assert(calendar_covers(d));
	unsigned i = (unsigned)(d - FIRST_DAY);

	return &c->types[c->weeks[i / DAYS_PER_WEEK].type[i % DAYS_PER_WEEK]];
}

/* The number of this type; -1 when there are too many. */
static int intern(struct calendar *c, const struct day_type *t)
{
	for (int i = 0; i < c->type_count; i++)
		if (c->types[i].kind == t->kind && c->types[i].working == t->working &&
			day_hours_eq(&c->types[i].hours, &t->hours))
			return i;
	if (c->type_count == DAY_TYPES)
		return -1;
	c->types[c->type_count] = *t;
	return c->type_count++;
}

static struct day_type plain_day(const struct work_period *p, int wd)
{
	bool working = p->use[wd] == WEEKDAY_WORKING;
	struct day_type t = { working ? DAY_WORKING : DAY_WEEKEND, working, 0, { { { 0, 0 } }, 0 } };

	if (p->use[wd] != WEEKDAY_OFF)
		t.hours = p->hours[wd];
	t.minutes = working ? day_hours_minutes(&t.hours) : 0;
	return t;
}

/* A day off, or a swapped Saturday: a working day with Monday's hours (of the first working weekday, where an
 * office does not work on Mondays). */
static struct day_type special_type(const struct work_period *p, enum day_kind kind)
{
	struct day_type t = { 0 };

	if (kind == DAY_SWAP_WORK) {
		int wd = MONDAY;
		while (p->use[wd] != WEEKDAY_WORKING)
			wd = (wd + 1) % DAYS_PER_WEEK;
		t = plain_day(p, wd);
	}
	t.kind = kind;
	return t;
}

/* Where the days of a build come from, walked in step with the days. */
struct sources {
	const struct work_time *w;
	const struct holidays *h;
	size_t period, special;
	const struct work_period *current; /* whose plain[] is filled */
	int plain[DAYS_PER_WEEK];          /* type numbers */
};

static int type_of_source(struct calendar *c, struct sources *s, const struct work_period *usual, daynum d)
{
	const struct work_period *p = usual;

	while (s->period < s->w->n && s->w->periods[s->period].to < d)
		s->period++;
	if (s->period < s->w->n && s->w->periods[s->period].from <= d)
		p = &s->w->periods[s->period];
	while (s->special < s->h->n && s->h->days[s->special].day < d)
		s->special++;
	if (s->special < s->h->n && s->h->days[s->special].day == d) {
		struct day_type t = special_type(p, s->h->days[s->special].kind);
		return intern(c, &t);
	}
	for (int wd = 0; p != s->current && wd < DAYS_PER_WEEK; wd++) {
		struct day_type t = plain_day(p, wd);
		s->plain[wd] = intern(c, &t);
	}
	s->current = p;
	return s->plain[weekday(d)];
}

static bool fill_week(struct calendar *c, struct sources *s, const struct work_period *usual, int w)
{
	struct week *k = &c->weeks[w];
	int days = 0, minutes = 0;

	for (int i = 0; i < DAYS_PER_WEEK; i++) {
		int t = type_of_source(c, s, usual, FIRST_DAY + w * DAYS_PER_WEEK + i);
		if (t < 0)
			return false;
		k->type[i] = (uint8_t)t;
		k->working = (uint8_t)(k->working | c->types[t].working << i);
		days += c->types[t].working;
		minutes += c->types[t].minutes;
	}
	k[1].days_before = k->days_before + days;
	k[1].minutes_before = k->minutes_before + minutes;
	c->most_days = days > c->most_days ? days : c->most_days;
	c->most_minutes = minutes > c->most_minutes ? minutes : c->most_minutes;
	return true;
}

static void fill_verified(struct calendar *c, const struct year_set *years)
{
	for (int y = FIRST_CALENDAR_YEAR; y <= LAST_CALENDAR_YEAR; y++) {
		if (!year_verified(years, y))
			continue;
		if (y == FIRST_CALENDAR_YEAR || !year_verified(years, y - 1))
			c->verified[c->span_count++].from = day_from_civil((struct civil){ y, 1, 1 });
		c->verified[c->span_count - 1].to = day_from_civil((struct civil){ y, 12, 31 });
	}
}

enum work_time_refusal calendar_build(
	struct arena *a, const struct work_time *w, const struct holidays *h, const struct calendar **out)
{
	static const struct work_time usual_time = { 0 };
	static const struct holidays none = { 0 };
	struct work_period usual = default_work_period();
	struct sources s = { .w = w ? w : &usual_time, .h = h ? h : &none };
	enum work_time_refusal r = work_time_check(s.w);

	if (r != WORK_TIME_FINE)
		return r;
	struct calendar *c = NEW(a, struct calendar);

	for (int i = 0; i < WEEKS; i++)
		if (!fill_week(c, &s, &usual, i))
			return WORK_TIME_TOO_MANY;
	fill_verified(c, &s.h->verified);
	*out = c;
	return WORK_TIME_FINE;
}

enum day_kind calendar_kind(const struct calendar *c, daynum d)
{
	return type_of(c, d)->kind;
}

bool calendar_is_working(const struct calendar *c, daynum d)
{
	return type_of(c, d)->working;
}

struct day_hours calendar_hours(const struct calendar *c, daynum d)
{
	return type_of(c, d)->hours;
}

bool calendar_verified(const struct calendar *c, daynum from, daynum to)
{
	for (int i = 0; i < c->span_count; i++)
		if (c->verified[i].from <= from && to <= c->verified[i].to)
			return true;
	return false;
}

/* Working days on d and before. */
static int rank_of(const struct calendar *c, daynum d)
{
	unsigned i = (unsigned)(d - FIRST_DAY);
	const struct week *w = &c->weeks[i / DAYS_PER_WEEK];
	unsigned until = (2u << i % DAYS_PER_WEEK) - 1;

	return w->days_before + __builtin_popcount(w->working & until);
}

int calendar_working_days(const struct calendar *c, daynum from, daynum to)
{
	assert(calendar_covers(from) && calendar_covers(to));
	return rank_of(c, to) - rank_of(c, from);
}

daynum calendar_nth_working_day(const struct calendar *c, daynum d, int n)
{
	assert(calendar_covers(d) && n >= 1);
	int w = (d - FIRST_DAY) / DAYS_PER_WEEK, rank = rank_of(c, d) + n;

	if (rank > c->weeks[WEEKS].days_before)
		return PAST_LAST_DAY;
	/* No week has more than most_days, so this never jumps past the week that holds it. */
	while (c->weeks[w + 1].days_before < rank) {
		int jump = (rank - 1 - c->weeks[w].days_before) / c->most_days;
		w += jump > 1 ? jump : 1;
	}
	unsigned left = c->weeks[w].working;

	for (int i = c->weeks[w].days_before + 1; i < rank; i++)
		left &= left - 1; /* drops the earliest working day */
	daynum found = FIRST_DAY + w * DAYS_PER_WEEK + __builtin_ctz(left);

	return calendar_covers(found) ? found : PAST_LAST_DAY;
}

daynum calendar_working_day_from(const struct calendar *c, daynum d)
{
	return calendar_is_working(c, d) ? d : calendar_nth_working_day(c, d, 1);
}

/* Working minutes before minute m of a day of this type. */
static int minutes_until(const struct day_type *t, int m)
{
	int sum = 0;

	for (int i = 0; t->working && i < t->hours.n; i++) {
		struct session s = t->hours.s[i];
		sum += m >= s.to ? s.to - s.from : m > s.from ? m - s.from : 0;
	}
	return sum;
}

static int minute_of_day(instant t)
{
	return second_of_day(t) / 60;
}

/* Working minutes since 1900 before t's minute. */
static int64_t minutes_before(const struct calendar *c, instant t)
{
	daynum d = day_of(t);
	assert(calendar_covers(d));
	unsigned i = (unsigned)(d - FIRST_DAY), in_week = i % DAYS_PER_WEEK;
	const struct week *w = &c->weeks[i / DAYS_PER_WEEK];
	int sum = w->minutes_before;

	for (unsigned k = 0; k < in_week; k++)
		sum += c->types[w->type[k]].minutes;
	return sum + minutes_until(&c->types[w->type[in_week]], minute_of_day(t));
}

int64_t calendar_working_minutes(const struct calendar *c, instant from, instant to)
{
	return minutes_before(c, to) - minutes_before(c, from);
}

/* The minute of the day at which this many (>= 1) working minutes of it are over. */
static int minute_after(const struct day_type *t, int64_t minutes)
{
	for (int i = 0; i < t->hours.n; i++) {
		struct session s = t->hours.s[i];
		if (minutes <= s.to - s.from)
			return s.from + (int)minutes;
		minutes -= s.to - s.from;
	}
	impossible();
}

instant calendar_after_minutes(const struct calendar *c, instant from, int64_t minutes)
{
	assert(minutes >= 1);
	int w = (day_of(from) - FIRST_DAY) / DAYS_PER_WEEK, i = 0;
	int64_t target = minutes_before(c, from) + minutes;

	if (target > c->weeks[WEEKS].minutes_before)
		return PAST_LAST_INSTANT;
	while (c->weeks[w + 1].minutes_before < target) {
		int jump = (int)((target - 1 - c->weeks[w].minutes_before) / c->most_minutes);
		w += jump > 1 ? jump : 1;
	}
	int64_t left = target - c->weeks[w].minutes_before;

	for (; left > c->types[c->weeks[w].type[i]].minutes; i++)
		left -= c->types[c->weeks[w].type[i]].minutes;
	daynum d = FIRST_DAY + w * DAYS_PER_WEEK + i;

	if (!calendar_covers(d))
		return PAST_LAST_INSTANT;
	return instant_at(d, minute_after(&c->types[c->weeks[w].type[i]], left) * 60);
}

instant calendar_opening_from(const struct calendar *c, daynum d)
{
	d = calendar_working_day_from(c, d);
	return d == PAST_LAST_DAY ? PAST_LAST_INSTANT : instant_at(d, type_of(c, d)->hours.s[0].from * 60);
}

instant calendar_working_minute_from(const struct calendar *c, instant t)
{
	daynum d = day_of(t);
	int m = minute_of_day(t);
	const struct day_type *type = type_of(c, d);

	for (int i = 0; type->working && i < type->hours.n; i++)
		if (m < type->hours.s[i].to)
			return instant_at(d, (m > type->hours.s[i].from ? m : type->hours.s[i].from) * 60);
	return calendar_covers(d + 1) ? calendar_opening_from(c, d + 1) : PAST_LAST_INSTANT;
}

bool calendar_counter_open(const struct calendar *c, instant t)
{
	const struct day_type *type = type_of(c, day_of(t));
	int m = minute_of_day(t);

	for (int i = 0; i < type->hours.n; i++)
		if (m >= type->hours.s[i].from && m < type->hours.s[i].to)
			return true;
	return false;
}
