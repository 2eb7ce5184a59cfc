#pragma once
/* Versions of holidays and of working time in the journal and in their tables. */
#include "catalogue/holidays_entry.h"
#include "catalogue/hours.h"
#include "journal/write.h"

/* All versions, numbers from 1 at [0], each with what held since then; in a. */
must_check const struct fault *holidays_load(
	struct db *db, struct arena *a, const struct holidays_version **versions, int *n);
/* Appends file as the next version. *fits is false, and nothing is written, when its entry would be longer
 * than LIMIT_ENTRY_BYTES. */
must_check const struct fault *holidays_add(
	struct write *w, const struct holidays *file, int64_t *number, bool *fits);

/* The rows of an entry again, and all rows away: for making the tables anew (catalogue/catalogue_journal.h).
 */
must_check const struct fault *holidays_restore(struct db *db, int64_t position, struct str bytes);
must_check const struct fault *hours_restore(struct db *db, int64_t position, struct str bytes);
must_check const struct fault *calendar_forget(struct db *db);

must_check const struct fault *hours_load(
	struct db *db, struct arena *a, const struct hours_version **versions, int *n);
/* Appends a version of an agency's working time. Refused, and nothing is written, when the agency's periods
 * would not be sound (calendar/worktime.h) or LIMIT_OWN_HOURS agencies have their own: WORK_TIME_TOO_MANY. */
must_check const struct fault *hours_add(struct write *w, const struct hours_version *v,
	struct str correction, enum work_time_refusal *refusal);
