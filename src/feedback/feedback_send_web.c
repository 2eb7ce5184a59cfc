/* The form for everybody and its receipt. Nothing of what was typed stands in an address or a log. */
#include "feedback/feedback_html.h"
#include "feedback/feedback_parts_web.h"
#include "record/record_form_web.h"

#define N(name) FEEDBACK_FIELD_##name
#define F(name) RECORD_FIELD_BIT(FEEDBACK_FIELD_##name)
enum { KEY_GROUP = 5, KEY_CHARS = 10 };

/* What the form carries beside the fields of the law. */
struct around {
	struct str stamp, trap;
	bool anonymous;
};
static const struct field around_fields[] = { FIELD_TEXT(struct around, stamp, STAMP_FIELD, 0, STAMP_CHARS),
	FIELD_TEXT(struct around, trap, "trang-web", 0, LIMIT_QUERY_CHARS),
	FIELD_FLAG(struct around, anonymous, "khong-ten") };

static const struct choice *choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	CATALOGUE held = site_catalogue(rq);

	(void)state;
	*n = 0;
	return field == N(ABOUT)
		       ? feedback_agencies(rq, held.c, e->values[field], MSG_feedback_web_not_sure, n)
		       : NULL;
}

/* The step "send" as a form; its pages are those of this file. */
static const struct record_web sending = { .type = &feedback_type,
	.path = FEEDBACK_PATH,
	.agency_field = N(ABOUT),
	.set_by_program = F(CODE) | F(CHANNEL) | F(SECRET) | F(CALENDAR) | F(DUE_DECIDE) | F(DUE_ASK) |
			  F(DUE_FORWARD) | F(DUE_HANDLE),
	.choices = choices };

static void say(struct request *rq, struct record_input *in, enum msg label, enum msg hint)
{
	in->label = msg_text(rq->lang, label);
	in->hint = msg_text(rq->lang, hint);
}

/* Labels and hints for who writes such a thing for the first time. */
static void explain(struct request *rq, struct record_input *in)
{
	static const struct {
		int field;
		enum msg label, hint;
		bool needed;
	} words[] = {
		{ N(NAME), MSG_feedback_f_NAME, MSG_feedback_web_hint_name, true },
		{ N(ADDRESS), MSG_feedback_f_ADDRESS, MSG_feedback_web_hint_address, false },
		{ N(PHONE), MSG_feedback_f_PHONE, MSG_feedback_web_hint_phone, false },
		{ N(EMAIL), MSG_feedback_f_EMAIL, MSG_feedback_web_hint_email, false },
		{ N(ABOUT), MSG_feedback_web_which_agency, MSG_feedback_web_hint_agency, false },
		{ N(CLAIMED), MSG_feedback_web_which_content, MSG_feedback_web_hint_content, false },
		{ N(DOSSIER), MSG_feedback_web_which_dossier, MSG_feedback_web_hint_dossier, false },
		{ N(TITLE), MSG_feedback_f_TITLE, MSG_feedback_web_hint_title, false },
		{ N(TEXT), MSG_feedback_web_what_happened, MSG_feedback_web_hint_text, true },
		{ N(PROPOSAL), MSG_feedback_f_PROPOSAL, MSG_feedback_web_hint_proposal, false },
		{ N(FILE), MSG_feedback_f_FILE, MSG_feedback_web_hint_file, false },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq(in->id, feedback_kind.fields[words[i].field].name)) {
			say(rq, in, words[i].label, words[i].hint);
			in->needed = words[i].needed;
		}
}

static bool is_about_sender(const struct record_input *in)
{
	static const int who[] = { N(SENDER), N(NAME), N(ADDRESS), N(PHONE), N(EMAIL) };

	for (size_t i = 0; i < COUNT(who); i++)
		if (str_eq(in->id, feedback_kind.fields[who[i]].name))
			return true;
	return false;
}

static struct reply show(struct request *rq, const struct record_event *e, const struct record_typed *typed,
	struct feedback_form_view *v, int status)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_FEEDBACK, msg_text(rq->lang, MSG_feedback_web_send));
	struct html_out o = page_out(rq);
	struct record_input *inputs = record_form_inputs(rq, &sending, NULL, e, typed, &v->inputs_n);

	for (size_t i = 0; i < v->inputs_n; i++) {
		explain(rq, &inputs[i]);
		v->who_n += is_about_sender(&inputs[i]);
	}
	v->inputs = inputs;
	v->errors_n = typed->errors_n;
	v->stamp = stamp_make(rq->a, &rq->app->stamps, rq->now, rq->id);
	page.has_errors = v->errors_n > 0 || v->problem.n > 0;
	page.no_index = page.has_errors;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_feedback_web_title), url_path(S(FEEDBACK_PATH)));
	feedback_form_page(&o, &page, v);
	struct reply r = page_reply(&o);

	r.status = status;
	r.no_store = true;
	return r;
}

struct reply feedback_send_get(struct request *rq)
{
	struct record_event e = { .verb = FEEDBACK_SEND };
	struct record_typed *typed = NEW(rq->a, struct record_typed);
	struct feedback_form_view v = { 0 };

	e.values[N(SENDER)] = feedback_sender_words[FEEDBACK_FROM_PERSON].text;
	return show(rq, &e, typed, &v, 200);
}

/* Programs: they fill in what people do not see, and are faster than anybody can write. */
static enum msg trap_of(struct request *rq, const struct around *around)
{
	if (around->trap.n)
		return MSG_feedback_web_trapped;
	switch (stamp_check(&rq->app->stamps, around->stamp, rq->now)) {
	case STAMP_FINE: return 0;
	case STAMP_TOO_SOON: return MSG_feedback_web_too_soon;
	case STAMP_TOO_OLD:
	case STAMP_FORGED: return MSG_feedback_web_too_old;
	}
	impossible();
}

/* A key that follows from this form and this text: whoever sends the same form twice sees the same receipt.
 */
static struct str key_of(struct request *rq, const struct around *around, const struct record_event *e)
{
	static const char letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
	struct sha256 mark = stamp_mark(
		&rq->app->stamps, str_fmt(rq->a, "%.*s|%.*s", ARG(around->stamp), ARG(e->values[N(TEXT)])));
	struct buf b = { .a = rq->a };

	for (int i = 0; i < KEY_CHARS; i++) {
		if (i == KEY_GROUP)
			buf_char(&b, '-');
		buf_char(&b, letters[mark.b[i] % (sizeof letters - 1)]);
	}
	return buf_str(&b);
}

static struct reply receipt(
	struct request *rq, const struct feedback_send *send, const struct feedback *f, struct str key)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_FEEDBACK, msg_text(rq->lang, MSG_feedback_web_receipt));
	struct html_out o = page_out(rq);
	struct feedback_receipt_view v = { .code = f->code,
		.key = !send->is_same || send->same_key ? key : S(""),
		.agency = feedback_agency_name(rq, held.c, f->base.agency),
		.at = f->sent_at,
		.is_refused = f->base.state == FEEDBACK_IS_REFUSED };
	bool again = send->is_same && !send->same_key;

	v.said = msg_text(rq->lang, v.is_refused ? MSG_feedback_web_registered_refused
				    : again      ? MSG_feedback_web_same
						 : MSG_feedback_web_registered);
	v.clocks = feedback_clock_lines(rq, held.c, f, &v.clocks_n);
	page.no_index = true;
	page.synthetic = rq->app->synthetic;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_feedback_web_title), url_path(S(FEEDBACK_PATH)));
	feedback_receipt_page(&o, &page, &v);
	struct reply r = page_reply(&o);

	r.no_store = true;
	return r;
}

/* The store's strings end with its command: the feedback is read again. */
static struct reply answer(struct request *rq, const struct feedback_send *send, struct str key)
{
	READER reader = { 0 };
	const struct feedback *f = NULL;
	struct record_story story;
	const struct fault *fault = site_reader(rq, &reader);

	fault = fault ? fault : feedback_load(reader.db, send->number, &f, &story);
	if (fault)
		return reply_fault(fault);
	return f ? receipt(rq, send, f, key) : reply_error(404, S(""));
}

static bool is_anonymous(const struct record_event *e)
{
	return !e->values[N(NAME)].n ||
	       !(e->values[N(ADDRESS)].n || e->values[N(PHONE)].n || e->values[N(EMAIL)].n);
}

/* Refused before anything is looked at: too many from there, or from everywhere. */
static bool is_too_much(struct request *rq)
{
	struct str everybody = S("feedback");

	return rq->rates && (rate_take(rq->rates, rate_client(rq), RATE_FEEDBACK, rq->arrived_us) ||
				    rate_take(rq->rates, everybody, RATE_FEEDBACK_ALL, rq->arrived_us));
}

static const struct fault *run(struct request *rq, struct feedback_send *send, struct str key)
{
	struct record_event *e = &send->event;

	e->by = ROLE_APPLICANT;
	e->agency = e->values[N(ABOUT)];
	e->values[N(CHANNEL)] = feedback_channel_words[FEEDBACK_BY_WEB].text;
	e->values[N(SECRET)] = key;
	return staff_run(rq, feedback_send, send);
}

struct reply feedback_send_post(struct request *rq)
{
	struct feedback_send send = { .event = { .verb = FEEDBACK_SEND } };
	struct record_typed *typed = NEW(rq->a, struct record_typed);
	struct around around = { 0 };
	struct form form = form_read_body(rq, around_fields, COUNT(around_fields), &around);
	struct feedback_form_view v = { 0 };
	int status = 400;

	if (form.unreadable || !record_form_read(rq, &sending, &send.event, typed))
		return reply_error(400, S(""));
	enum msg trap = trap_of(rq, &around);

	if (trap)
		v.problem = msg_text(rq->lang, trap);
	else if (!typed->errors_n && is_anonymous(&send.event) && !around.anonymous)
		v.asks_anonymous = true;
	if (!typed->errors_n && !v.problem.n && !v.asks_anonymous) {
		if (is_too_much(rq)) {
			v.problem = msg_text(rq->lang, MSG_feedback_web_too_much);
			status = 429;
		} else {
			struct str key = key_of(rq, &around, &send.event);

			send.file = typed->file.bytes;
			const struct fault *f = run(rq, &send, key);

			if (f)
				return reply_fault(f);
			if (!send.refusal.refused)
				return answer(rq, &send, key);
			record_form_refuse(rq, typed, &send.refusal);
			v.problem = typed->problem;
		}
	}
	if (v.asks_anonymous)
		v.problem = msg_text(rq->lang, MSG_feedback_web_anonymous_ask);
	record_form_ask_again(rq, &sending, FEEDBACK_SEND, typed);
	return show(rq, &send.event, typed, &v, status);
}
