/* The steps of feedback for staff: what forms begin with and choose from. */
#include "feedback/feedback_parts_web.h"

#define N(name) FEEDBACK_FIELD_##name
#define F(name) RECORD_FIELD_BIT(FEEDBACK_FIELD_##name)

static struct str title_of(struct request *rq, const void *state)
{
	const struct feedback *f = state;

	return str_fmt(rq->a, "%.*s: %.*s", ARG(f->code), ARG(feedback_kind_name(rq, f->content)));
}

/* The first agency for which whoever is signed in receives feedback. */
static struct str own_agency(struct request *rq)
{
	const struct grants *g = &rq->session->grants;
	const unsigned roles = feedback_kind.verbs[FEEDBACK_ENTER].roles;

	for (size_t i = 0; i < g->n; i++)
		if ((roles >> (unsigned)g->list[i].role & 1u) &&
			grant_is_in_force(&g->list[i], day_of(rq->now)))
			return g->list[i].agency;
	return S("");
}

static void prefill_new(struct request *rq, struct record_event *e)
{
	struct buf now = { .a = rq->a };

	add_minute_local(&now, rq->now);
	e->values[N(RECEIVED)] = buf_str(&now);
	e->values[N(SENDER)] = feedback_sender_words[FEEDBACK_FROM_PERSON].text;
	e->values[N(ABOUT)] = own_agency(rq);
}

/* The sender's own words are where the editor begins; the law then says what must go. */
static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct feedback *f = state;

	if (!f) {
		prefill_new(rq, e);
		return NULL;
	}
	switch (e->verb) {
	case FEEDBACK_ACCEPT:
		if (f->claimed != FEEDBACK_NO_WORD)
			e->values[N(CONTENT)] = feedback_content_words[f->claimed].text;
		break;
	case FEEDBACK_DRAFT:
		e->values[N(ANSWER)] = f->answer;
		if (f->conclusion != FEEDBACK_NO_WORD)
			e->values[N(CONCLUSION)] = feedback_conclusion_words[f->conclusion].text;
		if (f->outcome != FEEDBACK_NO_WORD)
			e->values[N(OUTCOME)] = feedback_outcome_words[f->outcome].text;
		break;
	case FEEDBACK_ANSWER: e->values[N(DATE)] = fmt_day(rq->a, day_of(rq->now)); break;
	case FEEDBACK_PUBLISH:
		e->values[N(PUBLIC_TITLE)] = f->title;
		e->values[N(PUBLIC_TEXT)] = f->text;
		e->values[N(PUBLIC_ANSWER)] = f->answer;
		break;
	default: break;
	}
	return NULL;
}

const struct record_web feedback_web = { .type = &feedback_type,
	.path = FEEDBACK_STAFF_PATH,
	.agency_field = N(ABOUT),
	.set_by_program = F(CODE) | F(SECRET) | F(CALENDAR) | F(DUE_DECIDE) | F(DUE_ASK) | F(DUE_FORWARD) |
			  F(DUE_HANDLE) | F(DUE_PUBLISH),
	.hidden_verbs = UINT64_C(1) << FEEDBACK_SEND | UINT64_C(1) << FEEDBACK_RATE,
	.file_segment = "tep",
	.title = title_of,
	.prefill = prefill };

struct reply feedback_new_get(struct request *rq)
{
	return record_new_get(rq, &feedback_web);
}

struct reply feedback_new_post(struct request *rq)
{
	return record_new_post(rq, &feedback_web);
}

struct reply feedback_step_get(struct request *rq)
{
	return record_step_get(rq, &feedback_web);
}

struct reply feedback_step_post(struct request *rq)
{
	return record_step_post(rq, &feedback_web);
}

const struct fault *feedback_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &feedback_web, agency, found);
}

struct reply feedback_file_get(struct request *rq)
{
	return record_file_get(rq, &feedback_web);
}
