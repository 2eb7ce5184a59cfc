#pragma once
/* /co-quan and /co-quan/:code for everybody; /lam-viec/lien-he for those who edit contacts. */
#include "account/staff_web.h"

#define CONTACTS_PATH STAFF_PATH "/lien-he"
struct reply offices_get(struct request *rq);
struct reply office_get(struct request *rq);

struct reply contacts_get(struct request *rq);
struct reply contact_new_get(struct request *rq);
struct reply contact_new_post(struct request *rq);
struct reply contact_get(struct request *rq);
struct reply contact_step_get(struct request *rq);
struct reply contact_step_post(struct request *rq);
must_check const struct fault *contact_agency(struct request *rq, struct str *agency, bool *found);
