#pragma once
/*
 * Inspections in the database: the journal holds them (record/record_store.h), the tables of this folder are
 * for questions across inspections.
 */
#include "catalogue/catalogue.h"
#include "inspection/inspection.h"
#include "inspection/inspection_sample.h"
#include "record/record_store.h"

extern const struct record_type inspection_type;

/* Recommendations that are neither verified nor dropped, the earliest deadline first; at most
 * LIMIT_RECORDS_LISTED, in db->a. */
struct inspection_open {
	int64_t inspection, number;
	struct str unit, owner;
	enum inspection_remedy state;
	daynum deadline;
};
must_check const struct fault *inspection_open_list(
	struct db *db, const struct inspection_open **list, size_t *n);

/* The inspections that came from a plan. */
struct inspection_of_plan {
	int64_t inspection;
	struct str unit, state; /* state: its text */
};
must_check const struct fault *inspection_list_of_plan(
	struct db *db, int64_t plan, const struct inspection_of_plan **list, size_t *n);

/* The system's figures of the unit (with everything below it) for the inspection's period as known now, into
 * the fields of a step "begin": with the journal's size and root they were computed from. Reads in
 * a transaction of its own. */
must_check const struct fault *inspection_freeze(struct db *db, const struct catalogue *c,
	const struct inspection *x, instant now, struct record_event *e);

/* The dossiers that the unit received in the period or carried into it, with what makes each worth a look
 * (inspection_sample.h). In db->a. */
struct inspection_pool {
	struct inspection_candidate *list;
	size_t n;
	int64_t journal_size; /* the prefix that it comes from */
};
must_check const struct fault *inspection_candidates(struct db *db, const struct catalogue *c,
	const struct inspection *x, instant now, struct inspection_pool *out);
