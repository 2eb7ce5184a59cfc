#include "calendar/due.h"

enum due_verdict due_compare_end(struct due due, instant ended)
{
	if (due.kind == DUE_NONE)
		return DUE_NO_DEADLINE;
	if (day_of(ended) < due.day)
		return DUE_EARLY;
	return ended < due_overdue_from(due) ? DUE_ON_TIME : DUE_LATE;
}

instant due_overdue_from(struct due due)
{
	switch (due.kind) {
	case DUE_NONE: return INT64_MAX;
	case DUE_DAY: return instant_at(due.day, DAY_S);
	case DUE_MINUTE: return due.at + 60;
	}
	impossible();
}

int due_cmp(struct due a, struct due b)
{
	instant x = due_overdue_from(a), y = due_overdue_from(b);

	return (x > y) - (x < y);
}

void add_due(struct buf *b, struct due due)
{
	switch (due.kind) {
	case DUE_NONE: return;
	case DUE_DAY: add_day(b, due.day); return;
	case DUE_MINUTE: add_instant(b, due.at); return;
	}
	impossible();
}

struct str fmt_due(struct arena *a, struct due due)
{
	struct buf b = { .a = a };

	add_due(&b, due);
	return buf_str(&b);
}

/* "" and "2022-10-26"; false leaves the longer forms to the caller. */
static bool parse_none_or_day(struct str s, struct due *out)
{
	daynum day;

	if (s.n == 0) {
		*out = (struct due){ 0 };
		return true;
	}
	if (!parse_day(s, &day))
		return false;
	*out = due_on_day(day);
	return true;
}

bool parse_due(struct str s, struct due *out)
{
	static const struct str tail = S_INIT(":00+07:00");
	const size_t minute_chars = 16;
	instant t;

	if (parse_none_or_day(s, out))
		return true;
	struct str minute = str_sub(s, 0, minute_chars);

	if (str_find_char(minute, 'T') != 10 || !str_eq(str_sub(s, minute_chars, s.n), tail) ||
		!parse_local_minute(minute, &t))
		return false;
	*out = due_at_minute(t);
	return true;
}

bool parse_due_local(struct str s, struct due *out)
{
	instant t;

	if (parse_none_or_day(s, out))
		return true;
	if (!parse_local_minute(s, &t))
		return false;
	*out = due_at_minute(t);
	return true;
}
