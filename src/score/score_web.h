#pragma once
/* The pages of scoring, below /lam-viec/cham-diem. */
#include "account/staff_web.h"

#define SCORE_PATH STAFF_PATH "/cham-diem"
enum { SCORE_BODY_BYTES = 1 << 20 }; /* the form of an area: up to 120 fields, some of many lines */

struct reply scores_get(struct request *rq);
struct reply score_opening_get(struct request *rq);
struct reply score_opening_post(struct request *rq);
struct reply score_ranking_get(struct request *rq);
struct reply score_ranking_post(struct request *rq); /* publishes */
struct reply score_ranking_file_get(struct request *rq);
struct reply score_sheet_get(struct request *rq);
struct reply score_submit_post(struct request *rq);
struct reply score_file_get(struct request *rq);
struct reply score_area_get(struct request *rq);
struct reply score_area_post(struct request *rq);
struct reply score_step_get(struct request *rq);
struct reply score_step_post(struct request *rq);
/* Whose sheet /lam-viec/cham-diem/:number is. */
must_check const struct fault *score_agency(struct request *rq, struct str *agency, bool *found);
