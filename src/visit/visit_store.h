#pragma once
/* How often the portal was visited, by day. Nothing about who; not in the journal, since no figure depends on
 * it (docs/decisions/0055-ratings-and-visits-beside-the-journal.md). */
#include "journal/write.h"
#include "visit/visit.h"

/* Visits that were counted on a day. */
must_check const struct fault *visit_add(struct write *w, daynum day, int64_t n);
/* Visits that another portal counted from one day to another, within one month. */
must_check const struct fault *visit_take_over(struct write *w, daynum from, daynum to, int64_t n);
/* All but now. */
must_check const struct fault *visit_read(struct db *db, daynum today, struct visit_numbers *out);

struct visit_month {
	daynum first;     /* its first day */
	int64_t n, taken; /* taken: part of n */
};
enum { VISIT_MONTHS = 240 };
/* Months with visits, newest first, at most VISIT_MONTHS. */
must_check const struct fault *visit_months(struct db *db, struct visit_month out[VISIT_MONTHS], size_t *n);
