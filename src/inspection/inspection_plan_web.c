/* What the page of a plan says of the units that were inspected under it. */
#include "inspection/inspection_web.h"

static const struct fault *find(struct request *rq, int64_t plan, const struct plan_visit **list, size_t *n)
{
	READER held = { 0 };
	const struct inspection_of_plan *all;

	TRY(site_reader(rq, &held));
	TRY(inspection_list_of_plan(held.db, plan, &all, n));
	struct plan_visit *visits = NEW_ARRAY(rq->a, struct plan_visit, *n + 1);

	for (size_t i = 0; i < *n; i++) {
		int state = record_state_of(&inspection_kind, all[i].state);

		visits[i] = (struct plan_visit){ .unit = all[i].unit,
			.words = msg_text(rq->lang, inspection_kind.states[state].name),
			.tone = inspection_state_tone(state) };
		if (staff_may_at(rq, PERMISSION_INSPECTION_READ, all[i].unit))
			visits[i].to = record_url(rq->a, &inspection_pages, all[i].inspection);
	}
	*list = visits;
	return NULL;
}

const struct plan_visits inspection_plan_visits = { find };
