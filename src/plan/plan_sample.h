#pragma once
/* For tests: steps of plans written as text, "add_task area=2|task_title=Rà soát|owner=SMA|due=30/09/2022".
 */
#include "plan/plan_inspection.h"
#include "plan/plan_reform.h"

/* The event of a step; values as people type them. By a leader of SMA or by home affairs, as the kind wants,
 * on 23/12/2022 at 09:00. A word that is no verb, or a field that does not exist, ends the test. */
struct record_event plan_step(struct arena *a, const struct record_kind *k, const char *text);
