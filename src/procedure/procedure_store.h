#pragma once
/* Versions of procedures in the journal and in their table. */
#include "journal/write.h"
#include "procedure/procedure_entry.h"

/* Appends the entry and its row. v as procedure_finish leaves it, codes resolved; correction: the reason, or
 * empty. The limits of procedure_set keep the entry below LIMIT_ENTRY_BYTES. */
must_check const struct fault *procedure_add(
	struct write *w, const struct procedure_version *v, struct str correction, int64_t *position);
/* The row of an entry again, and all rows away: for making the table anew (catalogue/catalogue_journal.h). */
must_check const struct fault *procedure_restore(struct db *db, int64_t position, struct str bytes);
must_check const struct fault *procedure_forget(struct db *db);
/* All versions in the order of the journal, in a. */
must_check const struct fault *procedure_load(
	struct db *db, struct arena *a, const struct procedure_version **versions, int *n);
