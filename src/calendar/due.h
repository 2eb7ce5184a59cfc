#pragma once
/*
 * A deadline as everybody keeps and compares it: none, a whole day (Civil Code 2015 art. 148: it ends at
 * 24:00), or a minute. How one is computed is deadline.h; this header needs no calendar.
 * Two due values are comparable by value once their unused fields are zero, as the makers below leave them.
 */
#include "base/date.h"

enum due_kind { DUE_NONE, DUE_DAY, DUE_MINUTE };
struct due {
	enum due_kind kind;
	daynum day; /* DUE_DAY, and the day of the minute of DUE_MINUTE; else 0 */
	instant at; /* DUE_MINUTE: the minute's first second; else 0 */
};
static inline struct due due_on_day(daynum day)
{
	return (struct due){ DUE_DAY, day, 0 };
}
/* The minute that holds t: a minute is whole, its seconds are dropped. */
static inline struct due due_at_minute(instant t)
{
	return (struct due){ DUE_MINUTE, day_of(t), t - second_of_day(t) % 60 };
}
static inline bool due_eq(struct due a, struct due b)
{
	return a.kind == b.kind && (a.kind == DUE_NONE || a.day == b.day) &&
	       (a.kind != DUE_MINUTE || a.at == b.at);
}

/* Contract "Figures": how an end at an instant stands to the deadline in force at that moment. */
enum due_verdict { DUE_NO_DEADLINE, DUE_EARLY, DUE_ON_TIME, DUE_LATE };
/* Early: on a day before the due day. On time: on the due day and, where due is a minute, not after that
 * minute (15:40:30 is in time for 15:40). Late: after. */
enum due_verdict due_compare_end(struct due due, instant ended);
/* The first instant at which an open dossier is overdue: 00:00 of the day after, the minute after;
 * INT64_MAX without a deadline, so that `now >= due_overdue_from(due)` asks the question. */
instant due_overdue_from(struct due due);
/* The earlier deadline first, by due_overdue_from; no deadline last. Like memcmp. */
int due_cmp(struct due a, struct due b);

/* The form of journal, tables and JSON: "", "2022-10-26", "2022-10-26T15:40:00+07:00". */
void add_due(struct buf *b, struct due due);
struct str fmt_due(struct arena *a, struct due due);
/* Reads that form back. False for anything else; a minute with seconds is refused. */
must_check bool parse_due(struct str s, struct due *out);
/* The column due_at of an import (contract.md "CSV"): "" is none, "2022-10-26" the day, "2022-10-26 15:40"
 * the minute. Callers that compute for an empty column test for it first. */
must_check bool parse_due_local(struct str s, struct due *out);
