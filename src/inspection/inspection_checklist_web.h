#pragma once
/* The checklist of an inspection as a page, and a form for each of its areas. */
#include "account/staff_web.h"

/* GET /lam-viec/kiem-tra/:number/tieu-chi; with ?ghi=AREA the form of that area. */
struct reply checklist_get(struct request *rq);
/* POST: the answers of one area, all or none. */
struct reply checklist_post(struct request *rq);
/* For the route table: whose inspection :number is. */
must_check const struct fault *checklist_agency(struct request *rq, struct str *agency, bool *found);
