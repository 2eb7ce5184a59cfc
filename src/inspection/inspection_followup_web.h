#pragma once
/* Recommendations across inspections, and the summary of a year. */
#include "account/staff_web.h"
#include "inspection/inspection_counts_store.h"

/* GET /lam-viec/kien-nghi: those that are open, where whoever is signed in may read; overdue ones first. */
struct reply recommendations_get(struct request *rq);
/* What waits for whoever is signed in: to accept and to report at one's own unit, to verify elsewhere. */
must_check const struct fault *recommendations_waiting(struct request *rq, struct staff_lines *out);
/* GET /lam-viec/kiem-tra/nam/:year: a page of the whole province. */
struct reply inspection_year_get(struct request *rq);
must_check const struct fault *inspection_year_agency(struct request *rq, struct str *agency, bool *found);

/* A recommendation as lists of several pages show it. */
struct followup_row {
	struct inspection_open open;
	struct str title, text, unit, owner, state, deadline; /* as words; deadline: what is left of it */
	enum deadline_look look;
	bool is_overdue;
	struct url to; /* empty: the inspection is not for this person */
};
/* The words of those rows; texts are read when texts is true. */
must_check const struct fault *followup_rows(struct request *rq, struct db *db,
	const struct inspection_open *list, size_t n, bool texts, struct followup_row *rows);
struct str followup_remedy_name(enum lang lang, enum inspection_remedy state);
