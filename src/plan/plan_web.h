#pragma once
/*
 * The pages of plans, below /lam-viec/ke-hoach: tinh (of the province), co-quan (of agencies), kiem-tra (of
 * inspections). The three have the same routes and handlers; the address says which kind it is.
 */
#include "account/staff_web.h"
#include "plan/plan_store.h"

#define PLANS_PATH STAFF_PATH "/ke-hoach"

/* Which units of an inspection plan were inspected: inspections know, plans only show it. The program sets
 * app.plan_visits; NULL: nothing is known, and nothing is said about it. */
struct plan_visit {
	struct str unit;  /* its code */
	struct url to;    /* the inspection; empty: whoever is signed in may not see it */
	struct str words; /* "Đã kết luận ngày 10/11/2022" */
	enum tone tone;
};
struct plan_visits {
	/* Of that plan, in rq->a. */
	const struct fault *(*find)(
		struct request *rq, int64_t plan, const struct plan_visit **list, size_t *n);
};

/* The handlers of the route table. */
struct reply plans_get(struct request *rq); /* PLANS_PATH and the path of each kind */
struct reply plan_new_get(struct request *rq);
struct reply plan_new_post(struct request *rq);
struct reply plan_get(struct request *rq);
struct reply plan_step_get(struct request *rq);
struct reply plan_step_post(struct request *rq);
/* Whose plan it is, for its steps. */
must_check const struct fault *plan_agency(struct request *rq, struct str *agency, bool *found);
/* The same for reading: a plan of the whole province that is no draft is for everybody who reads plans. */
must_check const struct fault *plan_reader_agency(struct request *rq, struct str *agency, bool *found);
/* Tasks that are overdue or due soon, for the first screen. */
must_check const struct fault *plans_waiting(struct request *rq, struct staff_lines *out);
