#include "record/record_form_web.h"

struct url record_url(struct arena *a, const struct record_web *web, int64_t number)
{
	return url_segment_int(a, url_path(str_of(web->path)), number);
}

static bool number_of(struct request *rq, int64_t *number)
{
	return str_int(request_param(rq, "number"), number) && *number > 0;
}

const struct fault *record_agency(
	struct request *rq, const struct record_web *web, struct str *agency, bool *found)
{
	READER held = { 0 };
	struct record_row row;
	int64_t number;

	*found = false;
	if (!number_of(rq, &number))
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(record_find(held.db, web->type->kind, number, &row, found));
	if (*found)
		*agency = row.agency;
	return NULL;
}

const struct fault *record_open(
	struct request *rq, const struct record_web *web, void **state, struct record_story *story)
{
	READER held = { 0 };
	int64_t number;

	*state = NULL;
	if (!number_of(rq, &number))
		return NULL;
	TRY(site_reader(rq, &held));
	return record_load(held.db, web->type, number, state, story);
}

/* Who acts in a step of the record, or of a new one of that agency. */
static struct staff_acting acting(
	struct request *rq, const struct record_web *web, int verb, struct str agency)
{
	return staff_acting_at(rq, web->type->kind->verbs[verb].roles, agency);
}

static bool is_offered(
	struct request *rq, const struct record_web *web, const struct record_base *state, int verb)
{
	const struct record_kind *k = web->type->kind;

	if (web->hidden_verbs >> verb & 1 || !(k->verbs[verb].from >> state->state & 1))
		return false;
	return acting(rq, web, verb, state->agency).role != ROLE_NOBODY;
}

bool record_can(struct request *rq, const struct record_web *web, const void *state, int verb, struct url *to)
{
	const struct record_base *b = state;

	*to = url_segment(rq->a, record_url(rq->a, web, b->number), web->type->kind->verbs[verb].name);
	return is_offered(rq, web, b, verb);
}

const struct record_link *record_links(
	struct request *rq, const struct record_web *web, const void *state, size_t *n)
{
	const struct record_kind *k = web->type->kind;
	struct record_link *links = NEW_ARRAY(rq->a, struct record_link, k->verbs_n);

	*n = 0;
	for (int v = 0; v < k->verbs_n; v++) {
		struct url to;

		if (record_can(rq, web, state, v, &to))
			links[(*n)++] = (struct record_link){ msg_text(rq->lang, k->verbs[v].label), to };
	}
	return links;
}

struct str record_notice(struct request *rq, const struct record_web *web)
{
	struct done {
		struct str step;
	} done = { 0 };
	static const struct field fields[] = { FIELD_TEXT(
		struct done, step, RECORD_DONE_PARAMETER, 0, LIMIT_CODE_CHARS) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &done);
	int verb = record_verb_of(web->type->kind, done.step);
	struct buf b = { .a = rq->a };

	if (form.error_count || verb < 0)
		return (struct str){ 0 };
	msg_record_saved(&b, rq->lang, msg_text(rq->lang, web->type->kind->verbs[verb].label));
	return buf_str(&b);
}

/* What a step begins with; state NULL: a new record. */
static struct reply show_step(struct request *rq, const struct record_web *web, const void *state, int verb)
{
	struct record_event e = { .verb = verb };
	struct record_typed *typed = NEW(rq->a, struct record_typed);

	if (web->prefill) {
		const struct fault *f = web->prefill(rq, state, &e);
		if (f)
			return reply_fault(f);
	}
	record_form_read_query(rq, web, &e);
	return record_form_show(rq, web, state, &e, typed);
}

static struct reply not_now(struct request *rq)
{
	return reply_error(409, msg_text(rq->lang, MSG_record_not_now));
}

/* Whoever acts, into the event. False when nobody with such a role is signed in. */
static bool sign(struct request *rq, const struct record_web *web, struct record_event *e, struct str agency)
{
	struct staff_acting who = acting(rq, web, e->verb, agency);

	e->agency = agency;
	e->by = who.role;
	e->account = who.account;
	e->actor = who.name;
	e->delegated = who.delegator != 0;
	if (e->delegated)
		e->actor = str_fmt(rq->a, "%.*s (%.*s)", ARG(who.name), ARG(who.delegator_name));
	return who.role != ROLE_NOBODY;
}

static const struct fault *take(struct request *rq, const struct record_web *web, struct record_run *run,
	const struct record_typed *typed)
{
	run->file = typed->file.bytes;
	if (web->take_file && run->file.n)
		TRY(web->take_file(rq, run));
	return run->refusal.refused ? NULL : staff_run(rq, web->command ? web->command : record_run, run);
}

/* The form again, over the record as it is now. */
static struct reply show_moved(struct request *rq, const struct record_web *web, const struct record_event *e,
	struct record_typed *typed)
{
	struct record_story story;
	void *state;
	const struct fault *f = record_open(rq, web, &state, &story);

	if (f)
		return reply_fault(f);
	record_form_moved(rq, web, &story, typed);
	record_form_ask_again(rq, web, e->verb, typed);
	return record_form_show(rq, web, state, e, typed);
}

/* Reads, completes, runs; state NULL: a new record. */
static struct reply take_step(struct request *rq, const struct record_web *web, const void *state, int verb)
{
	const struct record_base *b = state;
	struct record_run run = { .type = web->type,
		.event = { .verb = verb, .record = b ? b->number : 0 },
		.seen_version = b ? record_form_seen(rq) : 0 };
	struct record_typed *typed = NEW(rq->a, struct record_typed);
	struct record_event *e = &run.event;
	const struct fault *f = NULL;

	if (!record_form_read(rq, web, e, typed))
		return reply_error(400, S(""));
	if (web->only_looks && web->only_looks(rq))
		return record_form_show(rq, web, state, e, typed);
	bool whole = !b && web->agency_field == RECORD_NO_FIELD;
	struct str agency = b ? b->agency : whole ? S("") : e->values[web->agency_field];

	if (!typed->errors_n && !sign(rq, web, e, agency)) {
		struct record_refusal no =
			RECORD_REFUSED_AT(MSG_record_not_your_role, b ? RECORD_NO_FIELD : web->agency_field);
		record_form_refuse(rq, typed, &no);
	} else if (!typed->errors_n) {
		if (web->complete)
			f = web->complete(rq, state, e);
		if (!f)
			f = take(rq, web, &run, typed);
		if (f)
			return reply_fault(f);
		if (run.refusal.refused)
			record_form_refuse(rq, typed, &run.refusal);
		if (run.moved)
			return show_moved(rq, web, e, typed);
	}
	if (typed->errors_n || typed->problem.n) {
		record_form_ask_again(rq, web, verb, typed);
		return record_form_show(rq, web, state, e, typed);
	}
	return reply_see_other(url_query(rq->a, record_url(rq->a, web, run.number), S(RECORD_DONE_PARAMETER),
		web->type->kind->verbs[verb].name)
				       .s);
}

/* The record and the step of the address; a reply when there is none. */
static struct reply with_step(struct request *rq, const struct record_web *web,
	struct reply (*then)(struct request *, const struct record_web *, const void *, int))
{
	struct record_story story;
	void *state;
	int verb = record_verb_of(web->type->kind, request_param(rq, "step"));
	const struct fault *f = record_open(rq, web, &state, &story);

	if (f)
		return reply_fault(f);
	if (!state || verb < 1)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	return is_offered(rq, web, state, verb) ? then(rq, web, state, verb) : not_now(rq);
}

struct reply record_new_get(struct request *rq, const struct record_web *web)
{
	return show_step(rq, web, NULL, 0);
}

struct reply record_new_post(struct request *rq, const struct record_web *web)
{
	return take_step(rq, web, NULL, 0);
}

struct reply record_step_get(struct request *rq, const struct record_web *web)
{
	return with_step(rq, web, show_step);
}

struct reply record_step_post(struct request *rq, const struct record_web *web)
{
	return with_step(rq, web, take_step);
}
