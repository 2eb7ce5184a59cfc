#pragma once
/* Plans in the database: three kinds of records, and the tables for lists across them. */
#include "plan/plan_inspection.h"
#include "plan/plan_reform.h"
#include "record/record_store.h"

extern const struct record_type plan_province_type, plan_agency_type, plan_inspection_type;
/* The three of them, in the order of enum plan_which. */
enum plan_which { PLAN_OF_PROVINCE, PLAN_OF_AGENCY, PLAN_OF_INSPECTIONS, PLAN_KINDS };
extern const struct record_type *const plan_types[PLAN_KINDS];
/* Of which kind the record of that number is, with its row; *found false: it is no plan. */
must_check const struct fault *plan_find(
	struct db *db, int64_t number, enum plan_which *which, struct record_row *row, bool *found);

/* An inspection plan as it stands now, in db->a; NULL when there is none of that number. For inspections: its
 * units, period, number and sign, date; plan_inspection_unit() finds a unit, plan_inspection_is_open() tells
 * whether one may be inspected under it. */
must_check const struct fault *plan_inspection_load(
	struct db *db, int64_t number, const struct plan_inspection **out);

/* A row of the list of plans. */
struct plan_row {
	int64_t number;
	struct str agency, state, title, sign;
	int year;
	daynum date;              /* DAYNUM_NONE: not yet */
	int tasks, done, overdue; /* of a reform plan, overdue as of today */
	int units;                /* of an inspection plan */
};
/* By year, the newest first; year 0: of all years. At most LIMIT_RECORDS_LISTED, in db->a. */
must_check const struct fault *plan_list(struct db *db, enum plan_which which, int year, daynum today,
	const struct plan_row **rows, size_t *n);
/* The years that have plans, the newest first. At most max. */
must_check const struct fault *plan_years(struct db *db, int *years, size_t max, size_t *n);

/* Tasks of issued reform plans that are not finished. */
struct plan_waiting {
	int64_t plan;
	int item;
	struct str agency, owner, title; /* agency: whose plan; empty: the province's */
	daynum due;
	int percent;
};
/* Due on or before that day, the most urgent first. At most LIMIT_PLAN_WAITING, in db->a. */
must_check const struct fault *plan_waiting(
	struct db *db, daynum upto, const struct plan_waiting **list, size_t *n);
