#include "procedure/procedure_deadline_web.h"

#include "calendar/words.h"
#include "http/form.h"
#include "site/site_web.h"

/* Seven weeks are shown; of more days the first six weeks and the last one. */
enum { DAYS_SHOWN = 49, DAYS_AT_END = 7, MINUTE_S = 60, HOUR_MINUTES = 60 };

struct asked_time {
	daynum day;
	struct str clock;
};
static const struct field time_fields[] = {
	FIELD_DAY(struct asked_time, day, "ngay"),
	FIELD_TEXT(struct asked_time, clock, "gio", 0, 5),
};

static void fill_form(struct request *rq, struct deadline_view *d)
{
	struct buf clock = { .a = rq->a };

	add_clock_minute(&clock, second_of_day(d->received) / MINUTE_S);
	d->day_value = fmt_day_vi(rq->a, day_of(d->received));
	d->time_value = buf_str(&clock);
}

static void read_time(struct request *rq, struct deadline_view *d)
{
	struct asked_time t = { day_of(rq->now), { 0 } };
	struct form f = form_read_query(rq, time_fields, COUNT(time_fields), &t);
	int minute = second_of_day(rq->now) / MINUTE_S;
	struct buf why = { .a = rq->a };

	d->received = rq->now;
	fill_form(rq, d);
	d->problem = site_form_problem(rq, &f);
	d->asked = form_given(&f, "ngay") || form_given(&f, "gio");
	if (d->problem.n || !d->asked)
		return;
	if (t.clock.n && !parse_clock_minute(t.clock, &minute)) {
		msg_procedure_web_bad_clock(&why, rq->lang, t.clock);
		d->problem = buf_str(&why);
		return;
	}
	d->received = instant_at(t.day, minute * MINUTE_S);
	fill_form(rq, d);
}

static struct str off_words(enum lang lang, enum day_reason reason)
{
	static const enum msg words[REASON_COUNT] = { [REASON_WORKING_DAY] = MSG_procedure_web_why_working,
		[REASON_WEEKEND] = MSG_procedure_web_why_weekend,
		[REASON_HOLIDAY] = MSG_procedure_web_why_holiday,
		[REASON_COMPENSATION] = MSG_procedure_web_why_compensation,
		[REASON_SWAP_OFF] = MSG_procedure_web_why_swap_off,
		[REASON_SWAP_WORK] = MSG_procedure_web_why_swap_work,
		[REASON_RECEPTION_DAY] = MSG_procedure_web_why_reception,
		[REASON_PAUSED] = MSG_procedure_web_why_paused };

	return msg_text(lang, words[reason]);
}

static struct str time_words(struct request *rq, int minutes)
{
	struct buf b = { .a = rq->a };
	int h = minutes / HOUR_MINUTES, m = minutes % HOUR_MINUTES;

	if (h && m)
		msg_calendar_hours_minutes(&b, rq->lang, h, m);
	else if (h)
		msg_calendar_hours(&b, rq->lang, h);
	else
		msg_calendar_minutes(&b, rq->lang, m);
	return buf_str(&b);
}

static struct str why_of(
	struct request *rq, const struct explained_day *e, enum unit unit, bool is_due, int64_t nth)
{
	struct buf b = { .a = rq->a }, due = { .a = rq->a };

	if (!e->counted)
		buf_add(&b, off_words(rq->lang, e->reason));
	else
		switch (unit) {
		case UNIT_WORKING_DAYS: msg_procedure_web_counted_working(&b, rq->lang, nth); break;
		case UNIT_CALENDAR_DAYS:
		case UNIT_MONTHS: msg_procedure_web_counted_calendar(&b, rq->lang, nth); break;
		case UNIT_HOURS:
			msg_procedure_web_counted_time(&b, rq->lang, time_words(rq, e->minutes));
			break;
		case UNIT_IMMEDIATE: buf_add(&b, msg_text(rq->lang, MSG_procedure_web_counted_return)); break;
		}
	if (!is_due)
		return buf_str(&b);
	msg_procedure_web_is_due(&due, rq->lang, buf_str(&b));
	return buf_str(&due);
}

/* Of a long explanation the middle is left out. */
static void add_days(struct request *rq, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *found, struct deadline_view *d)
{
	struct day_row *rows = NEW_ARRAY(rq->a, struct day_row, DAYS_SHOWN + 1);
	int total = found->due.day - found->first_day + 1,
	    hidden = total > DAYS_SHOWN ? total - DAYS_SHOWN : 0;
	int64_t nth = 0;

	for (daynum day = found->first_day; day <= found->due.day; day++) {
		struct explained_day e = explain_day(c, q, found, day);
		bool is_due = day == found->due.day;
		int place = day - found->first_day, left = found->due.day - day;

		nth += e.counted;
		if (hidden && place >= DAYS_SHOWN - DAYS_AT_END && left >= DAYS_AT_END) {
			if (place == DAYS_SHOWN - DAYS_AT_END)
				rows[d->days_n++] = (struct day_row){ .hidden = hidden };
			continue;
		}
		rows[d->days_n++] = (struct day_row){ day, weekday_words(rq->lang, day),
			why_of(rq, &e, q->allow.unit, is_due, nth),
			is_due      ? S("due")
			: e.counted ? S("counted")
				    : S("off"),
			0 };
	}
	d->days = rows;
}

static void say_deadline(struct request *rq, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *found, struct deadline_view *d)
{
	struct buf due = { .a = rq->a }, later = { .a = rq->a };

	due_words(&due, rq->lang, found->due);
	d->due = buf_str(&due);
	d->verified = found->verified;
	d->rolled = found->rolled;
	d->rolled_from = found->rolled_from;
	if (found->start > q->received && (q->rule == RULE_HOURS || q->cutoff_minute)) {
		msg_procedure_web_reception_later(&later, rq->lang, found->start);
		d->reception = buf_str(&later);
	}
	add_days(rq, c, q, found, d);
}

struct deadline_view procedure_deadline_view(
	struct request *rq, const struct catalogue *c, const struct procedure_version *v)
{
	struct deadline_view d = { .shown = true, .none = v->allow.none };
	const struct calendar *calendar = catalogue_calendar(c, catalogue_agency(c, v->agency));
	struct deadline found;

	d.allowance = allowance_text(rq->a, rq->lang, v->allow);
	read_time(rq, &d);
	if (d.problem.n || d.none)
		return d;
	struct deadline_query q = { .received = d.received,
		.allow = v->allow,
		.rule = default_rule(v->allow.unit),
		.cutoff_minute = v->cutoff_plus_1 ? v->cutoff_plus_1 - 1 : 0,
		.supplement = v->supplement };

	if (deadline_compute(calendar, &q, &found) == DEADLINE_FINE)
		say_deadline(rq, calendar, &q, &found, &d);
	else
		d.problem = msg_text(rq->lang, MSG_procedure_web_day_outside);
	return d;
}
