#include "calendar/deadline.h"

enum { MINUTE_S = 60, MINUTES_PER_HOUR = 60 };

static const struct str units[] = {
	[UNIT_WORKING_DAYS] = S_INIT("working_days"),
	[UNIT_CALENDAR_DAYS] = S_INIT("calendar_days"),
	[UNIT_MONTHS] = S_INIT("months"),
	[UNIT_HOURS] = S_INIT("hours"),
	[UNIT_IMMEDIATE] = S_INIT("immediate"),
};
static const struct str rules[] = { [RULE_CIVIL] = S_INIT("civil"), [RULE_HOURS] = S_INIT("hours") };
static const struct str supplement_rules[] = {
	[SUPPLEMENT_RESTART] = S_INIT("restart"),
	[SUPPLEMENT_RESUME] = S_INIT("resume"),
};

/* The place of s among n names, n when it is none of them. */
static size_t find_name(struct str s, const struct str *names, size_t n)
{
	size_t i = 0;

	while (i < n && !str_eq(names[i], s))
		i++;
	return i;
}

bool parse_unit(struct str s, enum unit *out)
{
	size_t i = find_name(s, units, COUNT(units));

	if (i == COUNT(units))
		return false;
	*out = (enum unit)i;
	return true;
}

bool parse_rule(struct str s, enum rule *out)
{
	size_t i = find_name(s, rules, COUNT(rules));

	if (i == COUNT(rules))
		return false;
	*out = (enum rule)i;
	return true;
}

bool parse_supplement_rule(struct str s, enum supplement_rule *out)
{
	size_t i = find_name(s, supplement_rules, COUNT(supplement_rules));

	if (i == COUNT(supplement_rules))
		return false;
	*out = (enum supplement_rule)i;
	return true;
}

struct str unit_name(enum unit unit)
{
	return units[unit];
}

struct str rule_name(enum rule rule)
{
	return rules[rule];
}

struct str supplement_rule_name(enum supplement_rule rule)
{
	return supplement_rules[rule];
}

enum rule default_rule(enum unit unit)
{
	return unit == UNIT_HOURS ? RULE_HOURS : RULE_CIVIL;
}

enum deadline_refusal allowance_check(struct allowance allow, enum rule rule)
{
	if (rule == RULE_HOURS && (allow.unit == UNIT_MONTHS || allow.unit == UNIT_CALENDAR_DAYS))
		return DEADLINE_NOT_UNDER_HOURS;
	if (rule == RULE_CIVIL && allow.unit == UNIT_HOURS)
		return DEADLINE_NOT_UNDER_CIVIL;
	if (!allow.none && allow.unit != UNIT_IMMEDIATE && (allow.n < 1 || allow.n > LIMIT_ALLOWANCE))
		return DEADLINE_NUMBER;
	return DEADLINE_FINE;
}

static instant minute_of(instant t)
{
	return t - second_of_day(t) % MINUTE_S;
}

static enum deadline_refusal query_check(const struct deadline_query *q)
{
	instant last = q->received;

	if (!calendar_covers(day_of(q->received)))
		return DEADLINE_RANGE;
	if (q->pause_count > LIMIT_PAUSES)
		return DEADLINE_PAUSES;
	for (size_t i = 0; i < q->pause_count; i++) {
		if (q->pauses[i].from < last || q->pauses[i].to < q->pauses[i].from)
			return DEADLINE_PAUSES;
		last = q->pauses[i].to;
	}
	if (!calendar_covers(day_of(last)))
		return DEADLINE_RANGE;
	return allowance_check(q->allow, q->rule);
}

instant deadline_counts_from(const struct calendar *c, const struct deadline_query *q, instant t)
{
	daynum d = day_of(t);

	if (q->cutoff_minute == 0)
		return minute_of(t);
	if (!calendar_is_working(c, d))
		return calendar_opening_from(c, d);
	if (second_of_day(t) / MINUTE_S <= q->cutoff_minute)
		return minute_of(t);
	return calendar_covers(d + 1) ? calendar_opening_from(c, d + 1) : PAST_LAST_INSTANT;
}

/* By restart, and for immediate, the last supplement starts all counting anew. */
static bool starts_anew(const struct deadline_query *q)
{
	return q->pause_count > 0 && (q->supplement == SUPPLEMENT_RESTART || q->allow.unit == UNIT_IMMEDIATE);
}

instant deadline_origin(const struct deadline_query *q)
{
	return starts_anew(q) ? q->pauses[q->pause_count - 1].to : q->received;
}

size_t deadline_resumed_pauses(const struct deadline_query *q)
{
	return starts_anew(q) ? 0 : q->pause_count;
}

static daynum add_days(const struct calendar *c, enum unit unit, daynum d, int n)
{
	if (unit == UNIT_WORKING_DAYS)
		return calendar_nth_working_day(c, d, n);
	return calendar_covers(d + n) ? d + n : PAST_LAST_DAY;
}

/* A due day that falls into a pause or on no working day moves on. first: the first pause that begins on it
 * or later. */
static daynum roll_on(const struct calendar *c, const struct deadline_query *q, size_t first, daynum d)
{
	if (d != PAST_LAST_DAY)
		d = calendar_working_day_from(c, d);
	for (size_t i = first; d != PAST_LAST_DAY && i < deadline_resumed_pauses(q); i++) {
		instant again = deadline_counts_from(c, q, q->pauses[i].to);
		if (again == PAST_LAST_INSTANT)
			return PAST_LAST_DAY;
		if (day_of(q->pauses[i].from) < d && d <= day_of(again))
			d = calendar_nth_working_day(c, day_of(again), 1);
	}
	return d;
}

static enum deadline_refusal by_days(
	const struct calendar *c, const struct deadline_query *q, struct deadline *out)
{
	daynum d = day_of(out->start);
	enum unit unit = q->allow.unit;
	int left = unit == UNIT_MONTHS ? add_months(d, q->allow.n) - d : q->allow.n;
	size_t i = 0;

	for (; i < deadline_resumed_pauses(q); i++) {
		instant again = deadline_counts_from(c, q, q->pauses[i].to);
		if (again == PAST_LAST_INSTANT)
			return DEADLINE_RANGE;
		daynum asked = day_of(q->pauses[i].from) > d ? day_of(q->pauses[i].from) : d;
		int used = unit == UNIT_WORKING_DAYS ? calendar_working_days(c, d, asked) : asked - d;
		if (left <= used)
			break;
		left -= used;
		d = day_of(again);
	}
	out->last_counted = add_days(c, unit, d, left);
	daynum due = roll_on(c, q, i, out->last_counted);

	if (due == PAST_LAST_DAY)
		return DEADLINE_RANGE;
	out->rolled = due != out->last_counted;
	out->rolled_from = out->rolled ? out->last_counted : 0;
	out->due = due_on_day(due);
	return DEADLINE_FINE;
}

static enum deadline_refusal at_once(const struct calendar *c, struct deadline *out)
{
	daynum d = calendar_working_day_from(c, day_of(out->start));

	if (d == PAST_LAST_DAY)
		return DEADLINE_RANGE;
	out->due = due_on_day(d);
	out->last_counted = d;
	return DEADLINE_FINE;
}

/* The pause's end, and where it begins to matter: not before the counting did, nor before an earlier pause's
 * end after its own cut-off. False past 2199. */
static bool pause_of(const struct calendar *c, const struct deadline_query *q, size_t i, instant not_before,
	struct pause *out)
{
	instant again = deadline_counts_from(c, q, q->pauses[i].to), from = minute_of(q->pauses[i].from);

	if (again == PAST_LAST_INSTANT)
		return false;
	out->from = from > not_before ? from : not_before;
	out->to = again > out->from ? again : out->from;
	return true;
}

static enum deadline_refusal by_hours(const struct calendar *c, const struct deadline_query *q, instant *due)
{
	instant t = *due;
	int64_t left = (int64_t)q->allow.n * MINUTES_PER_HOUR;
	struct pause p;

	for (size_t i = 0; i < deadline_resumed_pauses(q); i++) {
		if (!pause_of(c, q, i, t, &p))
			return DEADLINE_RANGE;
		int64_t used = calendar_working_minutes(c, t, p.from);
		if (left <= used)
			break;
		left -= used;
		t = p.to;
	}
	*due = calendar_after_minutes(c, t, left);
	return *due == PAST_LAST_INSTANT ? DEADLINE_RANGE : DEADLINE_FINE;
}

static enum deadline_refusal by_days_at_clock(
	const struct calendar *c, const struct deadline_query *q, instant *due)
{
	instant resumed = *due;
	daynum d = calendar_nth_working_day(c, day_of(*due), q->allow.n);
	struct pause p;

	if (d == PAST_LAST_DAY)
		return DEADLINE_RANGE;
	instant t = instant_at(d, second_of_day(*due));

	for (size_t i = 0; i < deadline_resumed_pauses(q); i++) {
		if (!pause_of(c, q, i, resumed, &p))
			return DEADLINE_RANGE;
		/* The deadline had passed when the pause began, unless the pause only goes on. */
		if (q->pauses[i].from >= t && minute_of(q->pauses[i].from) > resumed)
			break;
		int64_t lost = calendar_working_minutes(c, p.from, p.to);
		if (lost > 0)
			t = calendar_after_minutes(c, t, lost);
		if (t == PAST_LAST_INSTANT)
			return DEADLINE_RANGE;
		resumed = p.to;
	}
	*due = t;
	return DEADLINE_FINE;
}

static enum deadline_refusal to_the_minute(
	const struct calendar *c, const struct deadline_query *q, struct deadline *out)
{
	out->start = calendar_working_minute_from(c, out->start);
	if (out->start == PAST_LAST_INSTANT)
		return DEADLINE_RANGE;
	instant due = out->start;
	enum deadline_refusal r =
		q->allow.unit == UNIT_HOURS ? by_hours(c, q, &due) : by_days_at_clock(c, q, &due);

	if (r != DEADLINE_FINE)
		return r;
	out->due = due_at_minute(due);
	out->last_counted = out->due.day;
	return DEADLINE_FINE;
}

/* The first day that the explanation lists, and the first whose kind was asked: a cut-off asks the day of
 * reception too. */
static void note_days_used(const struct calendar *c, const struct deadline_query *q, struct deadline *out)
{
	daynum day = day_of(deadline_origin(q));
	bool whole_days = q->rule == RULE_CIVIL && q->allow.unit != UNIT_IMMEDIATE;

	out->first_day = whole_days ? day + 1 : day;
	out->verified = calendar_verified(c, q->cutoff_minute > 0 ? day : out->first_day, out->due.day);
}

enum deadline_refusal deadline_compute(
	const struct calendar *c, const struct deadline_query *q, struct deadline *out)
{
	struct deadline d = { 0 };
	enum deadline_refusal r = query_check(q);

	if (r != DEADLINE_FINE)
		return r;
	d.start = deadline_counts_from(c, q, deadline_origin(q));
	if (d.start == PAST_LAST_INSTANT)
		return DEADLINE_RANGE;
	if (q->allow.none)
		d.verified = true;
	else if (q->allow.unit == UNIT_IMMEDIATE)
		r = at_once(c, &d);
	else
		r = q->rule == RULE_CIVIL ? by_days(c, q, &d) : to_the_minute(c, q, &d);
	if (r != DEADLINE_FINE)
		return r;
	if (!q->allow.none)
		note_days_used(c, q, &d);
	*out = d;
	return DEADLINE_FINE;
}
