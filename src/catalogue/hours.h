#pragma once
/*
 * The working time of agencies as the catalogue keeps it: versions with texts per weekday, and the journal
 * entry "calendar.hours" (docs/journal-format.md). An agency without versions of its own works like its
 * parent; without any above it the default hours hold (calendar/worktime.h).
 */
#include "agency/agency.h"
#include "agency/entry.h"
#include "calendar/worktime.h"

struct hours_version {
	struct validity valid;
	struct str agency;                     /* its code */
	struct day_hours hours[DAYS_PER_WEEK]; /* [0] Sunday, as weekday() */
	enum weekday_use use[DAYS_PER_WEEK];
};
/* One weekday: "", "07:30-11:30,13:00-17:00" or "counter 07:30-11:30". */
must_check bool weekday_hours_from(struct str text, struct day_hours *hours, enum weekday_use *use);
struct str weekday_hours_text(struct arena *a, const struct day_hours *hours, enum weekday_use use);

void hours_entry(struct buf *out, const struct hours_version *v, const struct entry_stamp *stamp);
must_check bool hours_from_entry(
	struct arena *a, struct str bytes, struct hours_version *v, struct entry_stamp *stamp);
/* Whether agency's working time is sound with these versions (calendar/worktime.h). WORK_TIME_TOO_MANY also
 * when more than LIMIT_OWN_HOURS agencies have their own. a: for scratch. */
must_check enum work_time_refusal hours_check(
	struct arena *a, const struct hours_version *versions, int n, struct str agency);
/* The working time that versions (in the order of the journal, those of other agencies too) give to agency,
 * as known by the first known entries. n = 0 when it has none of its own. */
struct work_time hours_work_time(
	struct arena *a, const struct hours_version *versions, int n, struct str agency, int64_t known);
