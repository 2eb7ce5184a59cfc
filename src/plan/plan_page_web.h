#pragma once
/* What the pages of plans share; for this folder. */
#include "plan/plan_view.h"
#include "plan/plan_web.h"
#include "record/record_web.h"

/* By kind: how its steps are shown. */
extern const struct record_web *const plan_webs[PLAN_KINDS];
/* The kind that the address names; PLAN_KINDS: it names none. */
enum plan_which plan_which_of(const struct request *rq);
enum msg plan_kind_name(enum plan_which which);
enum tone plan_state_tone(int state);
/* Whoever is signed in reads plans for the whole province. */
bool plan_reads_province(struct request *rq);

/* What stands above a plan, its steps, its history. */
struct plan_head_view plan_head_view(struct request *rq, const struct catalogue *c, enum plan_which which,
	const void *state, const struct record_story *story);
/* A step about one item of a plan, if it can be taken now. Adds it to links. */
struct plan_steps {
	struct request *rq;
	const struct record_web *web;
	const void *state;
};
void plan_add_step(const struct plan_steps *of, int verb, int item, struct record_link *links, size_t *n);
/* Lines of a text; those that are addresses become links. */
const struct plan_line *plan_lines(struct request *rq, struct str text, size_t *n);

struct reply plan_reform_reply(struct request *rq, enum plan_which which, const struct record_story *story);
struct reply plan_inspection_reply(
	struct request *rq, const struct plan_inspection *p, const struct record_story *story);
