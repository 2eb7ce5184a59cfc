#include "calendar/words.h"
#include "msg/messages.h"

enum { MINUTE_S = 60, MINUTES_PER_HOUR = 60 };

struct str weekday_words(enum lang lang, daynum day)
{
	static const enum msg names[] = { MSG_calendar_sunday, MSG_calendar_monday, MSG_calendar_tuesday,
		MSG_calendar_wednesday, MSG_calendar_thursday, MSG_calendar_friday, MSG_calendar_saturday };

	return msg_text(lang, names[weekday(day)]);
}

struct str day_reason_words(enum lang lang, enum day_reason reason)
{
	static const enum msg names[REASON_COUNT] = {
		[REASON_WORKING_DAY] = MSG_calendar_reason_working_day,
		[REASON_WEEKEND] = MSG_calendar_reason_weekend,
		[REASON_HOLIDAY] = MSG_calendar_reason_holiday,
		[REASON_COMPENSATION] = MSG_calendar_reason_compensation,
		[REASON_SWAP_OFF] = MSG_calendar_reason_swap_off,
		[REASON_SWAP_WORK] = MSG_calendar_reason_swap_work,
		[REASON_RECEPTION_DAY] = MSG_calendar_reason_reception_day,
		[REASON_PAUSED] = MSG_calendar_reason_paused,
	};

	return msg_text(lang, names[reason]);
}

void allowance_words(struct buf *out, enum lang lang, struct allowance allow)
{
	if (allow.none) {
		buf_add(out, msg_text(lang, MSG_calendar_unit_none));
		return;
	}
	switch (allow.unit) {
	case UNIT_WORKING_DAYS: msg_calendar_unit_working_days(out, lang, allow.n); return;
	case UNIT_CALENDAR_DAYS: msg_calendar_unit_calendar_days(out, lang, allow.n); return;
	case UNIT_MONTHS: msg_calendar_unit_months(out, lang, allow.n); return;
	case UNIT_HOURS: msg_calendar_unit_hours(out, lang, allow.n); return;
	case UNIT_IMMEDIATE: buf_add(out, msg_text(lang, MSG_calendar_unit_immediate)); return;
	}
	impossible();
}

void due_words(struct buf *out, enum lang lang, struct due due)
{
	struct buf clock = { .a = out->a };

	switch (due.kind) {
	case DUE_NONE: buf_add(out, msg_text(lang, MSG_calendar_due_none)); return;
	case DUE_DAY: msg_calendar_due_day(out, lang, weekday_words(lang, due.day), due.day); return;
	case DUE_MINUTE:
		add_clock_minute(&clock, second_of_day(due.at) / MINUTE_S);
		msg_calendar_due_minute(out, lang, buf_str(&clock), weekday_words(lang, due.day), due.day);
		return;
	}
	impossible();
}

/* "2 giờ 30 phút" */
static struct str time_words(struct arena *a, enum lang lang, int minutes)
{
	struct buf b = { .a = a };
	int h = minutes / MINUTES_PER_HOUR, m = minutes % MINUTES_PER_HOUR;

	if (h == 0)
		msg_calendar_minutes(&b, lang, m);
	else if (m == 0)
		msg_calendar_hours(&b, lang, h);
	else
		msg_calendar_hours_minutes(&b, lang, h, m);
	return buf_str(&b);
}

void remaining_words(struct buf *out, enum lang lang, struct remaining r)
{
	switch (r.kind) {
	case REMAINING_NO_DEADLINE: buf_add(out, msg_text(lang, MSG_calendar_due_none)); return;
	case REMAINING_WORKING_DAYS: msg_calendar_left_working_days(out, lang, r.n); return;
	case REMAINING_CALENDAR_DAYS: msg_calendar_left_calendar_days(out, lang, r.n); return;
	case REMAINING_TODAY: buf_add(out, msg_text(lang, MSG_calendar_left_today)); return;
	case REMAINING_MINUTES:
		if (r.n > 0)
			msg_calendar_left_time(out, lang, time_words(out->a, lang, r.n));
		else
			buf_add(out, msg_text(lang, MSG_calendar_left_no_time));
		return;
	case REMAINING_OVERDUE_TODAY: buf_add(out, msg_text(lang, MSG_calendar_overdue_today)); return;
	case REMAINING_OVERDUE:
		if (r.n > 0)
			msg_calendar_overdue_days(out, lang, r.n);
		else
			buf_add(out, msg_text(lang, MSG_calendar_overdue));
		return;
	}
	impossible();
}

void explained_day_words(struct buf *out, enum lang lang, const struct deadline_query *q,
	const struct explained_day *e, int nth)
{
	struct str name = weekday_words(lang, e->day), reason = day_reason_words(lang, e->reason);

	if (!e->counted)
		msg_calendar_line_not_counted(out, lang, name, e->day, reason);
	else if (q->allow.unit == UNIT_HOURS)
		msg_calendar_line_time(out, lang, name, e->day, reason, time_words(out->a, lang, e->minutes));
	else if (q->allow.unit == UNIT_IMMEDIATE)
		msg_calendar_line_immediate(out, lang, name, e->day, reason);
	else
		msg_calendar_line_counted(out, lang, name, e->day, reason, nth);
}

static void first_line(
	struct buf *out, enum lang lang, const struct deadline_query *q, const struct deadline *d)
{
	struct buf allowance = { .a = out->a }, due = { .a = out->a };

	allowance_words(&allowance, lang, q->allow);
	due_words(&due, lang, d->due);
	if (d->due.kind == DUE_NONE)
		buf_add(out, msg_text(lang, MSG_calendar_ends_none));
	else if (d->due.kind == DUE_DAY)
		msg_calendar_ends_day(out, lang, buf_str(&allowance), buf_str(&due));
	else
		msg_calendar_ends_minute(out, lang, buf_str(&allowance), buf_str(&due));
	buf_char(out, '\n');
}

void deadline_words(struct buf *out, enum lang lang, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d)
{
	int nth = 0;

	first_line(out, lang, q, d);
	if (d->due.kind == DUE_NONE)
		return;
	if (d->rolled) {
		msg_calendar_rolled(out, lang, d->rolled_from);
		buf_char(out, '\n');
	}
	if (!d->verified) {
		buf_add(out, msg_text(lang, MSG_calendar_unverified));
		buf_char(out, '\n');
	}
	for (daynum day = d->first_day; day <= d->due.day; day++) {
		struct explained_day e = explain_day(c, q, d, day);
		nth += e.counted;
		explained_day_words(out, lang, q, &e, nth);
		buf_char(out, '\n');
	}
}
