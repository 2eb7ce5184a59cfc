#include "calendar/explain.h"

static const struct str reasons[REASON_COUNT] = {
	[REASON_WORKING_DAY] = S_INIT("working_day"),
	[REASON_WEEKEND] = S_INIT("weekend"),
	[REASON_HOLIDAY] = S_INIT("holiday"),
	[REASON_COMPENSATION] = S_INIT("compensation"),
	[REASON_SWAP_OFF] = S_INIT("swap_off"),
	[REASON_SWAP_WORK] = S_INIT("swap_work"),
	[REASON_RECEPTION_DAY] = S_INIT("reception_day"),
	[REASON_PAUSED] = S_INIT("paused"),
};
static_assert((int)REASON_WORKING_DAY == (int)DAY_WORKING && (int)REASON_SWAP_WORK == (int)DAY_SWAP_WORK,
	"a kind of day is a reason");

struct str day_reason_name(enum day_reason reason)
{
	return reasons[reason];
}

/* Whole days: those after the request until the one on which the supplement counts as received. */
static bool paused_day(const struct calendar *c, const struct deadline_query *q, daynum day)
{
	for (size_t i = 0; i < deadline_resumed_pauses(q); i++)
		if (day_of(q->pauses[i].from) < day &&
			day <= day_of(deadline_counts_from(c, q, q->pauses[i].to)))
			return true;
	return false;
}

static void explain_whole_day(const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d, struct explained_day *out)
{
	if (out->day <= day_of(d->start))
		return;
	if (paused_day(c, q, out->day)) {
		out->reason = REASON_PAUSED;
		return;
	}
	out->counted = out->day <= d->last_counted &&
		       (q->allow.unit != UNIT_WORKING_DAYS || calendar_is_working(c, out->day));
}

static instant later(instant a, instant b)
{
	return a > b ? a : b;
}

static instant earlier(instant a, instant b)
{
	return a < b ? a : b;
}

/* What of [from, to) the pauses take: working minutes, and whether they take all of it. */
struct taken {
	int minutes;
	bool all;
};

static struct taken taken_by_pauses(
	const struct calendar *c, const struct deadline_query *q, instant from, instant to)
{
	struct taken t = { 0 };
	instant free_from = from;

	for (size_t i = 0; i < deadline_resumed_pauses(q); i++) {
		instant a = later(q->pauses[i].from - second_of_day(q->pauses[i].from) % 60, free_from);
		instant b = earlier(deadline_counts_from(c, q, q->pauses[i].to), to);
		if (b <= a)
			continue;
		t.minutes += (int)calendar_working_minutes(c, a, b);
		t.all |= a == from && b == to;
		free_from = b;
	}
	return t;
}

/* Of a day under rule hours: its minutes between start and due without the pauses. */
static void explain_part_day(const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d, struct explained_day *out)
{
	instant from = later(d->start, instant_at(out->day, 0));
	instant to = earlier(d->due.at, instant_at(out->day, DAY_S - 1));

	if (to < from)
		return;
	struct taken taken = taken_by_pauses(c, q, from, to);
	int minutes = (int)calendar_working_minutes(c, from, to) - taken.minutes;

	if (q->allow.unit == UNIT_HOURS) {
		out->minutes = minutes;
		out->counted = minutes > 0;
	} else {
		out->counted = out->day > day_of(d->start) && calendar_is_working(c, out->day) &&
			       (minutes > 0 || taken.minutes == 0);
	}
	if (!out->counted && (taken.minutes > 0 || taken.all) && out->day > day_of(d->start))
		out->reason = REASON_PAUSED;
}

struct explained_day explain_day(
	const struct calendar *c, const struct deadline_query *q, const struct deadline *d, daynum day)
{
	struct explained_day e = { day, (enum day_reason)calendar_kind(c, day), false, 0 };

	if (q->allow.unit == UNIT_IMMEDIATE)
		e.counted = day == d->due.day;
	else if (q->rule == RULE_CIVIL)
		explain_whole_day(c, q, d, &e);
	else
		explain_part_day(c, q, d, &e);
	bool received = day == day_of(deadline_origin(q)) || (day == day_of(d->start) && !e.counted);

	if (received && calendar_is_working(c, day))
		e.reason = REASON_RECEPTION_DAY;
	return e;
}

static void json_due(struct json_out *j, struct str key, struct due due)
{
	json_key(j, key);
	if (due.kind == DUE_NONE)
		json_null(j);
	else
		json_str(j, fmt_due(j->out->a, due));
}

static void json_days(struct json_out *j, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d)
{
	json_member_array(j, S("days"));
	for (daynum day = d->first_day; d->due.kind != DUE_NONE && day <= d->due.day; day++) {
		struct explained_day e = explain_day(c, q, d, day);
		json_object(j);
		json_due(j, S("date"), due_on_day(day));
		json_member_bool(j, S("counted"), e.counted);
		json_member_str(j, S("reason"), day_reason_name(e.reason));
		json_end(j);
	}
	json_end(j);
}

void deadline_json_value(struct json_out *j, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d)
{
	json_object(j);
	json_due(j, S("due"), d->due);
	json_member_str(j, S("rule"), rule_name(q->rule));
	json_member_str(j, S("unit"), unit_name(q->allow.unit));
	if (q->allow.none)
		json_member_null(j, S("allow"));
	else
		json_member_int(j, S("allow"), q->allow.unit == UNIT_IMMEDIATE ? 0 : q->allow.n);
	json_member_bool(j, S("verified"), d->verified);
	json_due(j, S("rolled_from"), d->rolled ? due_on_day(d->rolled_from) : (struct due){ 0 });
	json_days(j, c, q, d);
	json_end(j);
}

void deadline_json(
	struct buf *out, const struct calendar *c, const struct deadline_query *q, const struct deadline *d)
{
	struct json_out j = { .out = out };

	deadline_json_value(&j, c, q, d);
}
