#pragma once
/* One page per agency for those who inspect and for its own people, and the list of agencies. */
#include "account/staff_web.h"

/* GET /lam-viec/co-quan: the agencies where whoever is signed in may read. */
struct reply agency_files_get(struct request *rq);
/* GET /lam-viec/co-quan/:code */
struct reply agency_file_get(struct request *rq);
must_check const struct fault *agency_file_agency(struct request *rq, struct str *agency, bool *found);
