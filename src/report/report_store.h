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

/* The report for an obligation; 0: none. */
must_check const struct fault *report_number_of(
	struct db *db, struct str agency, int year, struct str regime, int turn, int64_t *number);

/* The system's figures of an agency and a period, as a report freezes them. The period must have begun. */
struct report_question {
	const struct agency_tree *agencies;
	const struct procedure_list *procedures;
	int agency; /* number */
	daynum from, to;
	instant now;
};
/* In a transaction of its own, and inside one of the caller. */
must_check const struct fault *report_figures_read(
	struct db *db, const struct report_question *q, struct report_figures *out);
must_check const struct fault *report_figures_within(
	struct db *db, const struct report_question *q, struct report_figures *out);

/* Opens a report and writes its first texts, all or nothing; for writer_run(). */
struct report_drafting {
	struct record_event open; /* as in struct record_run */
	const struct str *texts;  /* by section, less 1; empty: none */
	int texts_n;
	struct record_refusal refusal;
	int64_t number;
};
must_check const struct fault *report_draft(struct write *w, void *report_drafting);
