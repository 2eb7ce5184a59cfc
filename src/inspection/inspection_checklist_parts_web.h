#pragma once
/* Between inspection_checklist_web.c and inspection_checklist_form_web.c. */
#include "inspection/inspection_checklist_view.h"
#include "inspection/inspection_checklist_web.h"

#include "inspection/inspection_checklist_store.h"
#include "inspection/inspection_store.h"

struct checklist_page {
	struct checklist list;
	struct checklist_facts facts;
	const struct inspection *x; /* NULL: there is none of that number */
};
/* The inspection of the address with what belongs to it. */
must_check const struct fault *checklist_open(struct request *rq, struct checklist_page *out);
struct checklist_row checklist_row_of(
	struct request *rq, const struct checklist_page *p, const struct checklist_criterion *c);
/* 250 as "2,5". */
struct str checklist_points_text(struct request *rq, int64_t hundredths);
struct url checklist_url(struct request *rq, const struct inspection *x);
/* Whether whoever is signed in may record answers now. */
bool checklist_can_record(struct request *rq, const struct inspection *x);
/* The form of an area: as it stands, or as it was typed. */
struct reply checklist_form_get(struct request *rq, const struct checklist_page *p, int area);
struct reply checklist_form_post(struct request *rq, const struct checklist_page *p, int area);
