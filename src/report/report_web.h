#pragma once
/* The pages of periodic reports, below /lam-viec/bao-cao. */
#include "account/staff_web.h"

#define REPORT_PATH "/lam-viec/bao-cao"

struct reply reports_get(struct request *rq);            /* the board of a year */
struct reply report_punctuality_get(struct request *rq); /* late, in time, missing by agency; ?format=xlsx */
struct reply report_duties_get(struct request *rq);      /* the reports behind one of those numbers */
struct reply report_regimes_get(struct request *rq);
struct reply report_reminders_get(struct request *rq);
struct reply report_reminders_post(struct request *rq);
struct reply report_open_post(struct request *rq);
struct reply report_get(struct request *rq);
struct reply report_section_get(struct request *rq);
struct reply report_section_post(struct request *rq);
struct reply report_paper_get(struct request *rq);
struct reply report_step_get(struct request *rq);
struct reply report_step_post(struct request *rq);
/* Whose report /lam-viec/bao-cao/:number is. */
must_check const struct fault *report_agency(struct request *rq, struct str *agency, bool *found);
/* What waits for whoever is signed in. */
must_check const struct fault *report_waiting(struct request *rq, struct staff_lines *out);
