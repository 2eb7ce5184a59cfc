#include "plan/plan_paper_web.h"

enum plan_which plan_which_of(const struct request *rq)
{
	for (int k = 0; k < PLAN_KINDS; k++) {
		struct str path = str_of(plan_webs[k]->path);

		if (str_starts(rq->path, path) && (rq->path.n == path.n || rq->path.p[path.n] == '/'))
			return (enum plan_which)k;
	}
	return PLAN_KINDS;
}

enum msg plan_kind_name(enum plan_which which)
{
	static const enum msg names[PLAN_KINDS] = { [PLAN_OF_PROVINCE] = MSG_plan_web_of_province,
		[PLAN_OF_AGENCY] = MSG_plan_web_of_agency,
		[PLAN_OF_INSPECTIONS] = MSG_plan_web_of_inspections };

	return names[which];
}

enum tone plan_state_tone(int state)
{
	static const enum tone tones[REFORM_STATES] = { [REFORM_DRAFT] = TONE_WAIT,
		[REFORM_ISSUED] = TONE_GOOD,
		[REFORM_CLOSED] = TONE_PLAIN,
		[REFORM_WITHDRAWN] = TONE_WARN };

	/* The three kinds have the same states. */
	static_assert((int)REFORM_ISSUED == (int)INSPECTION_PLAN_ISSUED, "states");
	static_assert((int)REFORM_WITHDRAWN == (int)INSPECTION_PLAN_WITHDRAWN, "states");
	return tones[state];
}

bool plan_reads_province(struct request *rq)
{
	return staff_may_at(rq, PERMISSION_PLAN_READ, S(""));
}

const struct fault *plan_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, plan_webs[plan_which_of(rq)], agency, found);
}

const struct fault *plan_reader_agency(struct request *rq, struct str *agency, bool *found)
{
	READER held = { 0 };
	struct record_row row;
	int64_t number;
	const struct record_kind *k = plan_webs[plan_which_of(rq)]->type->kind;

	*found = false;
	if (!str_int(request_param(rq, "number"), &number))
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(record_find(held.db, k, number, &row, found));
	if (!*found)
		return NULL;
	*agency = row.agency;
	if (row.agency.n || str_eq(row.state, k->states[REFORM_DRAFT].text))
		return NULL;
	const struct grant *reads =
		grants_by(&rq->session->grants, day_of(rq->now), PERMISSION_PLAN_READ, NULL, NULL);

	if (reads)
		*agency = reads->agency;
	return NULL;
}

struct reply plan_new_get(struct request *rq)
{
	return record_new_get(rq, plan_webs[plan_which_of(rq)]);
}

struct reply plan_new_post(struct request *rq)
{
	return record_new_post(rq, plan_webs[plan_which_of(rq)]);
}

struct reply plan_step_get(struct request *rq)
{
	return record_step_get(rq, plan_webs[plan_which_of(rq)]);
}

struct reply plan_step_post(struct request *rq)
{
	return record_step_post(rq, plan_webs[plan_which_of(rq)]);
}

struct reply plan_get(struct request *rq)
{
	enum plan_which which = plan_which_of(rq);
	struct record_story story = { 0 };
	void *state;
	const struct fault *f = record_open(rq, plan_webs[which], &state, &story);

	if (f)
		return reply_fault(f);
	if (!state)
		return reply_error(404, S(""));
	enum plan_file file = plan_file_asked(rq);

	if (which == PLAN_OF_INSPECTIONS)
		return file ? plan_inspection_file(rq, state, file)
			    : plan_inspection_reply(rq, state, &story);
	if (file == PLAN_FILE_CSV || file == PLAN_FILE_XLSX)
		return plan_tasks_file(rq, state, file);
	return file ? plan_reform_file(rq, which, state, file) : plan_reform_reply(rq, which, &story);
}

const struct plan_line *plan_lines(struct request *rq, struct str text, size_t *n)
{
	struct str rest = text, line;
	struct plan_line *list = NULL;
	size_t cap = 0;

	*n = 0;
	while (rest.n && str_cut(&rest, '\n', &line)) {
		struct plan_line one = { .text = str_trim(line) };

		if (!one.text.n)
			continue;
		one.is_link = url_local(one.text, &one.to) || url_external(one.text, &one.to);
		list = arena_grow(rq->a, list, *n, &cap, sizeof *list);
		list[(*n)++] = one;
	}
	return list;
}

void plan_add_step(const struct plan_steps *of, int verb, int item, struct record_link *links, size_t *n)
{
	const struct record_kind *k = of->web->type->kind;
	int field = k == &plan_inspection_kind ? (int)INSPECTION_PLAN_ITEM : (int)REFORM_ITEM;
	struct url to;

	if (record_can(of->rq, of->web, of->state, verb, &to))
		links[(*n)++] = (struct record_link){ msg_text(of->rq->lang, k->verbs[verb].label),
			url_query_int(of->rq->a, to, k->fields[field].name, item) };
}

static struct str issuer_of(const void *state, enum plan_which which)
{
	if (which == PLAN_OF_INSPECTIONS)
		return ((const struct plan_inspection *)state)->issuer;
	return ((const struct plan_reform *)state)->issuer;
}

struct plan_head_view plan_head_view(struct request *rq, const struct catalogue *c, enum plan_which which,
	const void *state, const struct record_story *story)
{
	const struct record_web *web = plan_webs[which];
	const struct record_base *b = state;
	struct str issuer = issuer_of(state, which);
	struct plan_head_view v = { .kind = msg_text(rq->lang, plan_kind_name(which)),
		.state = msg_text(rq->lang, web->type->kind->states[b->state].name),
		.tone = plan_state_tone(b->state),
		.agency = b->agency.n ? str_dup(rq->a, site_agency_name(rq, c, b->agency)) : S(""),
		.issuer = issuer.n ? str_dup(rq->a, site_agency_name(rq, c, issuer)) : S(""),
		.notice = record_notice(rq, web) };

	plan_add_files(rq, which, record_url(rq->a, web, b->number), v.files, &v.files_n);
	v.links = record_links(rq, web, state, &v.links_n);
	v.history = record_lines(rq, web, story, &v.history_n);
	return v;
}
