#pragma once
/* Score sheets in the database: steps in one command, results for rankings. */
#include "record/record_store.h"
#include "score/score.h"
#include "score/score_set_store.h"

extern const struct record_type score_type;

/* Opens sheets of one set and year for agencies, all or none. For writer_run(). */
struct score_opening {
	struct record_event event; /* SCORE_V_OPEN; agency is set by the command */
	const struct str *agencies;
	int agencies_n;
	/* Results. */
	struct record_refusal refusal;
	struct str refused; /* the agency that it is about */
	int opened;
};
must_check const struct fault *score_open_all(struct write *w, void *score_opening);

/* Steps on one sheet, all or none. For writer_run(). */
struct score_batch {
	int64_t number;
	const struct record_event *events; /* record is set by the command */
	int n;
	/* Results. */
	struct record_refusal refusal;
	int at; /* the event that was refused */
	bool unknown;
};
must_check const struct fault *score_steps(struct write *w, void *score_batch);

/* Publishes all sheets of a set and year; refused while one is not closed. For writer_run(). */
struct score_publication {
	struct record_event event; /* SCORE_V_PUBLISH */
	struct str set;
	int year;
	struct record_refusal refusal;
	int published;
};
must_check const struct fault *score_publish(struct write *w, void *score_publication);

/* A sheet's result, for lists and rankings. */
struct score_result {
	int64_t number, version;
	struct str agency, state;
	int64_t bonus, penalty, result, without;
	int64_t areas[LIMIT_SCORE_AREAS][SCORE_COLUMN_N];
	int areas_n;
};
/* The largest result first. In db->a. */
must_check const struct fault *score_results(
	struct db *db, struct str set, int year, const struct score_result **out, int *n);
