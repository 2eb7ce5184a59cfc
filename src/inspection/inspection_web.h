#pragma once
/* The pages of inspections under /lam-viec/kiem-tra. */
#include "inspection/inspection_view.h"
#include "plan/plan_web.h"
#include "record/record_web.h"

extern const struct record_web inspection_pages;
/* For app.plan_visits: the units of a plan that were inspected. */
extern const struct plan_visits inspection_plan_visits;
#define INSPECTION_PATH STAFF_PATH "/kiem-tra"

struct reply inspections_get(struct request *rq);
struct reply inspection_new_get(struct request *rq);
struct reply inspection_new_post(struct request *rq);
struct reply inspection_get(struct request *rq);
struct reply inspection_step_get(struct request *rq);
struct reply inspection_step_post(struct request *rq);
/* Figures from a spreadsheet fill the form of the declaration. */
struct reply inspection_csv_get(struct request *rq);
struct reply inspection_csv_post(struct request *rq);
struct reply inspection_csv_file_get(struct request *rq);
/* A dossier of the sample; others are 404. */
/* /:number/tep/:hash */
#define INSPECTION_FILE_SEGMENT "tep"
/* A file of evidence that a step of this inspection names; others are 404. */
struct reply inspection_file_get(struct request *rq);
struct reply inspection_dossier_get(struct request *rq);
/* For the route table: whose file /lam-viec/kiem-tra/:number is. */
must_check const struct fault *inspection_agency(struct request *rq, struct str *agency, bool *found);
/* The inspection of :number; *out is NULL when there is none. */
must_check const struct fault *inspection_of(
	struct request *rq, struct inspection **out, struct record_story *story);
/* How loud a state is, and a recommendation's. */
enum tone inspection_state_tone(int state);
struct str inspection_remedy_text(enum lang lang, const struct inspection_recommendation *r, daynum today);
enum tone inspection_remedy_tone(const struct inspection_recommendation *r, daynum today);
