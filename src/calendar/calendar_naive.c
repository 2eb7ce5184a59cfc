#include "calendar/calendar_naive.h"

static const struct work_period *period_of(const struct naive *n, daynum d)
{
	for (size_t i = 0; i < n->time->n; i++)
		if (d >= n->time->periods[i].from && d <= n->time->periods[i].to)
			return &n->time->periods[i];
	return NULL;
}

static const struct special_day *special_of(const struct naive *n, daynum d)
{
	for (size_t i = 0; i < n->holidays->n; i++)
		if (n->holidays->days[i].day == d)
			return &n->holidays->days[i];
	return NULL;
}

bool naive_is_working(const struct naive *n, daynum d)
{
	const struct special_day *s = special_of(n, d);
	const struct work_period *p = period_of(n, d);

	if (s)
		return s->kind == DAY_SWAP_WORK;
	if (p)
		return p->use[weekday(d)] == WEEKDAY_WORKING;
	return weekday(d) >= 1 && weekday(d) <= 5;
}

/* The sessions of a working day; NULL for the default ones. */
static const struct day_hours *hours_of(const struct naive *n, daynum d)
{
	const struct work_period *p = period_of(n, d);
	const struct special_day *s = special_of(n, d);

	if (!p)
		return NULL;
	if (!s)
		return &p->hours[weekday(d)];
	for (int i = 0; i < 7; i++)
		if (p->use[(1 + i) % 7] == WEEKDAY_WORKING)
			return &p->hours[(1 + i) % 7];
	return NULL;
}

static bool in_sessions(const struct day_hours *h, int minute)
{
	if (!h)
		return (minute >= 450 && minute < 690) || (minute >= 780 && minute < 1020);
	for (int i = 0; i < h->n; i++)
		if (minute >= h->s[i].from && minute < h->s[i].to)
			return true;
	return false;
}

static instant floor_minute(instant t)
{
	return t - second_of_day(t) % 60;
}

/* A clock that walks a minute at a time and looks its day up once. */
struct step {
	const struct naive *n;
	instant t;
	int minute; /* of the day */
	bool working_day;
	const struct day_hours *hours;
};

static struct step step_at(const struct naive *n, instant t)
{
	daynum d = day_of(t);

	return (struct step){ n, floor_minute(t), second_of_day(t) / 60, naive_is_working(n, d),
		hours_of(n, d) };
}

static bool step_works(const struct step *s)
{
	return s->working_day && in_sessions(s->hours, s->minute);
}

static void step_on(struct step *s)
{
	s->t += 60;
	if (++s->minute == MINUTES_PER_DAY)
		*s = step_at(s->n, s->t);
}

/* Walks on to the next working minute, t's own included. */
static instant opening(const struct naive *n, instant t)
{
	struct step s = step_at(n, t);

	while (!step_works(&s))
		step_on(&s);
	return s.t;
}

/* "Received after it counts as received on the next working day." */
static instant arrival(const struct naive *n, const struct deadline_query *q, instant t)
{
	daynum d = day_of(t);

	if (q->cutoff_minute == 0)
		return floor_minute(t);
	if (naive_is_working(n, d) && floor_minute(t) <= instant_at(d, q->cutoff_minute * 60))
		return floor_minute(t);
	do
		d++;
	while (!naive_is_working(n, d));
	return opening(n, instant_at(d, 0));
}

static bool anew(const struct deadline_query *q)
{
	return q->pause_count && (q->supplement == SUPPLEMENT_RESTART || q->allow.unit == UNIT_IMMEDIATE);
}

enum { MANY = 8 };
/* What the walk needs to know: where it starts, what it skips. */
struct walk {
	const struct naive *n;
	enum unit unit;
	instant origin, start;
	struct pause pauses[MANY];
	size_t pause_count;
};

static bool day_paused(const struct walk *w, daynum d)
{
	for (size_t i = 0; i < w->pause_count; i++)
		if (d > day_of(w->pauses[i].from) && d <= day_of(w->pauses[i].to))
			return true;
	return false;
}

static bool minute_paused(const struct walk *w, instant t)
{
	for (size_t i = 0; i < w->pause_count; i++)
		if (t >= w->pauses[i].from && t < w->pauses[i].to)
			return true;
	return false;
}

/* How many days from d until the same day n months later, or the last day of that month. */
static int days_of_months(daynum d, int n)
{
	struct civil from = civil_from_day(d), c = from;
	int days = 0, month = from.year * 12 + from.month + n;

	while (c.year * 12 + c.month != month ||
		(c.day != from.day && c.day != days_in_month(c.year, c.month)))
		c = civil_from_day(d + ++days);
	return days;
}

static void walk_days(const struct walk *w, int allowed, struct deadline *out)
{
	daynum d = day_of(w->start);
	int left = w->unit == UNIT_MONTHS ? days_of_months(d, allowed) : allowed;

	while (left > 0) {
		d++;
		if (!day_paused(w, d) && (w->unit != UNIT_WORKING_DAYS || naive_is_working(w->n, d)))
			left--;
	}
	out->last_counted = d;
	while (!naive_is_working(w->n, d) || day_paused(w, d))
		d++;
	out->due = due_on_day(d);
	out->rolled = d != out->last_counted;
	out->rolled_from = out->rolled ? out->last_counted : 0;
}

static instant walk_minutes(const struct walk *w, instant t, int left)
{
	struct step s = step_at(w->n, t);

	for (; left > 0; step_on(&s))
		if (step_works(&s) && !minute_paused(w, s.t))
			left--;
	return s.t;
}

/* The same clock time so many working days later, then on by the working minutes that were paused before it.
 */
static instant walk_clock(const struct walk *w, int allowed)
{
	daynum d = day_of(w->start);
	struct walk unpaused = *w;

	while (allowed > 0)
		allowed -= naive_is_working(w->n, ++d);
	instant due = instant_at(d, second_of_day(w->start)), counted = w->start, over = w->start;

	unpaused.pause_count = 0;
	for (size_t i = 0; i < w->pause_count; i++) {
		if (floor_minute(w->pauses[i].from) >= due && floor_minute(w->pauses[i].from) > over)
			break;
		over = w->pauses[i].to > over ? w->pauses[i].to : over;
		struct step s = step_at(w->n, counted > w->pauses[i].from ? counted : w->pauses[i].from);
		int lost = 0;
		for (; s.t < w->pauses[i].to; step_on(&s))
			lost += step_works(&s);
		counted = s.t;
		if (lost)
			due = walk_minutes(&unpaused, due, lost);
	}
	return due;
}

static bool days_verified(const struct naive *n, daynum from, daynum to)
{
	bool all = true;

	for (daynum d = from; d <= to; d++)
		all &= year_verified(&n->holidays->verified, civil_from_day(d).year);
	return all;
}

struct deadline naive_deadline(const struct naive *n, const struct deadline_query *q)
{
	instant origin = anew(q) ? q->pauses[q->pause_count - 1].to : q->received;
	struct walk w = { .n = n, .unit = q->allow.unit, .origin = origin, .start = arrival(n, q, origin) };
	bool by_hours = q->rule == RULE_HOURS && q->allow.unit != UNIT_IMMEDIATE;
	struct deadline out = { .verified = true };
	daynum d = day_of(w.start);

	assert(q->pause_count <= MANY);
	for (size_t i = 0; i < q->pause_count && !anew(q); i++)
		w.pauses[w.pause_count++] =
			(struct pause){ floor_minute(q->pauses[i].from), arrival(n, q, q->pauses[i].to) };
	out.start = w.start = by_hours ? opening(n, w.start) : w.start;
	if (q->allow.none)
		return out;
	if (q->allow.unit == UNIT_IMMEDIATE) {
		while (!naive_is_working(n, d))
			d++;
		out.due = due_on_day(d);
		out.last_counted = d;
	} else if (by_hours) {
		out.due =
			due_at_minute(q->allow.unit == UNIT_HOURS ? walk_minutes(&w, w.start, q->allow.n * 60)
								  : walk_clock(&w, q->allow.n));
		out.last_counted = out.due.day;
	} else {
		walk_days(&w, q->allow.n, &out);
	}
	out.first_day = day_of(origin) + (q->rule == RULE_CIVIL && q->allow.unit != UNIT_IMMEDIATE);
	out.verified = days_verified(n, q->cutoff_minute ? day_of(origin) : out.first_day, out.due.day);
	return out;
}
