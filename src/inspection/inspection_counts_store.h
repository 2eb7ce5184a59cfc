#pragma once
/* The inspections of a year with their numbers, and the recommendations of one for lists. */
#include "inspection/inspection_counts.h"
#include "inspection/inspection_store.h"

struct inspection_line {
	struct record_row row;
	int64_t plan; /* 0: of none */
	struct inspection_counts counts;
};
/* Newest first, in db->a; year 0: of all years. Each is read from the journal. */
must_check const struct fault *inspection_lines(
	struct db *db, int year, daynum today, const struct inspection_line **lines, size_t *n);

/* What is sealed of a recommendation, for whoever may read its inspection; in db->a. Empty: erased, or there
 * is none. */
struct inspection_wording {
	struct str title, text; /* title: of the inspection */
	int state;              /* of the inspection: enum inspection_state */
};
must_check const struct fault *inspection_wording(
	struct db *db, int64_t inspection, int64_t number, struct inspection_wording *out);
