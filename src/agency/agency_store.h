#pragma once
/* Versions of agencies in the journal and in their table. */
#include "agency/agency_entry.h"
#include "journal/write.h"

/* Appends the entry and its row. v as agency_set leaves it, codes resolved; correction: the reason, or empty.
 * The limits of agency_set keep the entry below LIMIT_ENTRY_BYTES. */
must_check const struct fault *agency_add(
	struct write *w, const struct agency_version *v, struct str correction, int64_t *position);
/* The row of an entry again, and all rows away: for making the table anew (catalogue/catalogue_journal.h). */
must_check const struct fault *agency_restore(struct db *db, int64_t position, struct str bytes);
must_check const struct fault *agency_forget(struct db *db);
/* All versions in the order of the journal, in a. */
must_check const struct fault *agency_load(
	struct db *db, struct arena *a, const struct agency_version **versions, int *n);
