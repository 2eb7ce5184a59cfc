#pragma once
/* Periodic reports and reminders in the database (record/record_store.h). */
#include "record/record_store.h"
#include "report/board.h"

extern const struct record_type report_type, reminder_type;

/* Those of the years first to last; in db->a. */
must_check const struct fault *report_filed_in(
	struct db *db, int first, int last, const struct report_filed **list, size_t *n);
must_check const struct fault *report_reminders_in(
	struct db *db, int first, int last, const struct report_reminded **list, size_t *n);

/* Opens a report and writes its first texts, all or nothing; for writer_run(). */
struct report_drafting {
	struct record_event open; /* as in struct record_run */
	const struct str *texts;  /* by section, less 1; empty: none */
	int texts_n;
	struct record_refusal refusal;
	int64_t number;
};
must_check const struct fault *report_draft(struct write *w, void *report_drafting);
