#pragma once
/* Between the handlers of scoring. */
#include "record/record_web.h"
#include "score/score_facts.h"
#include "score/score_store.h"
#include "score/score_view.h"
#include "score/score_web.h"

extern const struct record_web score_record_web;

/* A sheet with all that its pages need; in rq->a. s is NULL when there is none. */
struct score_sheet {
	const struct score *s;
	const struct score_set *set;
	struct record_story story;
	struct score_sums sums;
	struct score_facts facts; /* as counted now; only while nothing is frozen */
	struct str agency;        /* its name */
};
must_check const struct fault *score_sheet_open(struct request *rq, struct score_sheet *out);

/* "9,5"; a dash when there are none. */
struct str score_points_words(struct request *rq, bool has, int64_t hundredths);
struct str score_percent_words(struct request *rq, int64_t hundredths);
struct str score_state_words(enum lang lang, struct str state);
enum tone score_tone(struct str state);
/* The points of a column beside those of the column before it (has_before false: there is none). */
struct score_cell score_cell_of(
	struct request *rq, bool has, int64_t points, bool has_before, int64_t before);
void score_fill_head(struct request *rq, const struct score_sheet *x, struct score_head *head);
/* A component as it stands. */
struct score_row score_row_of(struct request *rq, const struct score_sheet *x, int component);
/* What formulas count now, as events: NULL when nothing is counted. */
struct record_event *score_measures(struct request *rq, const struct score_sheet *x, int *n);
/* The refusal in words, with the last day when a step comes too late. */
struct str score_refusal_words(
	struct request *rq, const struct score *s, const struct record_refusal *refusal);
/* Whoever acts, into the event: false when no such role is held there. */
bool score_sign(struct request *rq, int verb, struct str agency, struct record_event *e);
struct reply score_show_sheet(struct request *rq, const struct score_sheet *x, struct str problem);
struct reply score_no_sheet(struct request *rq);
