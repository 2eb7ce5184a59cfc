#pragma once
/* Regimes of periodic reports in the journal and in their table. */
#include "journal/write.h"
#include "report/regime_entry.h"

/* All versions, by code; in a. */
must_check const struct fault *regimes_load(struct db *db, struct arena *a, struct report_regimes *out);
/* Appends a version; correction: the reason, or empty. The receiver must be a code or REPORT_TO_PARENT. */
must_check const struct fault *regime_add(
	struct write *w, const struct report_regime *r, struct str correction);

/* Makes the table anew from the journal. */
must_check const struct fault *regimes_rebuild(struct write *w);
/* Holds the table against the journal; *complaint names the first entry that differs, else it is empty. */
must_check const struct fault *regimes_examine(struct db *db, struct str *complaint);
