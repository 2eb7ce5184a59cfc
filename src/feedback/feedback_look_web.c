/*
 * The look-up: code and key come in the body, never in an address. The end of the telephone number opens it
 * too, for who sent by telephone or lost the key; supplement and rating need the key where there is one.
 * Guessing is bounded by client and by code.
 */
#include "feedback/feedback_html.h"
#include "feedback/feedback_leak.h"
#include "feedback/feedback_parts_web.h"
#include "search/fold.h"

#define N(name) FEEDBACK_FIELD_##name
enum { PHONE_END = 4 };

struct asked {
	struct str code, key, reply, words;
	int opinion;
};
static const char *const opinions[] = { "", "like", "dislike", NULL };
static const struct field fields[] = { FIELD_TEXT(struct asked, code, "ma", 0, LIMIT_CODE_CHARS),
	FIELD_TEXT(struct asked, key, "khoa", 0, LIMIT_CODE_CHARS),
	FIELD_LINES(struct asked, reply, "bo-sung", 0, LIMIT_FEEDBACK_TEXT_CHARS),
	FIELD_LINES(struct asked, words, "y-kien", 0, LIMIT_FEEDBACK_WORDS_CHARS),
	FIELD_WORD(struct asked, opinion, "danh-gia", opinions) };

/* What was found, and how it was opened. */
struct opened {
	const struct feedback *f, *main; /* main: the one that it was merged into */
	struct record_story story;
	bool with_key;
};

static struct reply answer(
	struct request *rq, const struct catalogue *c, struct feedback_look_view *v, int status)
{
	struct page page = site_page(
		rq, c, NAV_FEEDBACK, v->found ? v->state : msg_text(rq->lang, MSG_feedback_web_look));
	struct html_out o = page_out(rq);

	page.no_index = v->found || v->problem.n > 0;
	page.has_errors = v->problem.n > 0;
	page.synthetic = v->found && rq->app->synthetic;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_feedback_web_title), url_path(S(FEEDBACK_PATH)));
	feedback_look_page(&o, &page, v);
	struct reply r = page_reply(&o);

	r.status = status;
	r.no_store = true;
	return r;
}

struct reply feedback_look_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct feedback_look_view v = { 0 };

	return answer(rq, held.c, &v, 200);
}

/* "abcde-fghjk" as it is told on the telephone is "ABCDE-FGHJK". */
static struct str as_key(struct arena *a, struct str typed)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < typed.n; i++) {
		char ch = typed.p[i];

		if (ch == ' ' || ch == '-')
			continue;
		if (b.n == 5)
			buf_char(&b, '-');
		buf_char(&b, ch >= 'a' && ch <= 'z' ? (char)(ch - 'a' + 'A') : ch);
	}
	return buf_str(&b);
}

static struct str as_code(struct arena *a, struct str typed)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < typed.n; i++)
		if (typed.p[i] != ' ')
			buf_char(&b, typed.p[i] >= 'a' && typed.p[i] <= 'z' ? (char)(typed.p[i] - 'a' + 'A')
									    : typed.p[i]);
	return buf_str(&b);
}

static bool opens_by_phone(struct request *rq, const struct feedback *f, struct str typed)
{
	struct str phone = feedback_phone(rq->a, f->phone);

	return typed.n == PHONE_END && phone.n > PHONE_END &&
	       str_eq(typed, str_sub(phone, phone.n - PHONE_END, phone.n));
}

/* out->f is NULL when the code or the key is wrong: which of them, nobody is told. */
must_check static const struct fault *open_it(
	struct request *rq, const struct asked *asked, struct opened *out)
{
	READER reader = { 0 };
	struct record_story of_main;
	int64_t number, main;
	struct str code = as_code(rq->a, asked->code);

	*out = (struct opened){ 0 };
	TRY(site_reader(rq, &reader));
	TRY(feedback_find(reader.db, code, &number));
	if (!number)
		return NULL;
	TRY(feedback_load(reader.db, number, &out->f, &out->story));
	if (!out->f)
		return NULL;
	out->with_key = out->f->secret.n &&
			str_eq(out->f->secret, feedback_secret(rq->a, code, as_key(rq->a, asked->key)));
	if (!out->with_key && !opens_by_phone(rq, out->f, asked->key)) {
		out->f = NULL;
		return NULL;
	}
	/* What came by telephone has no key. */
	out->with_key = out->with_key || !out->f->secret.n;
	if (!out->f->into.n)
		return NULL;
	TRY(feedback_find(reader.db, out->f->into, &main));
	return main ? feedback_load(reader.db, main, &out->main, &of_main) : NULL;
}

static void say_state(struct request *rq, const struct opened *x, struct feedback_look_view *v)
{
	static const enum msg more[FEEDBACK_STATE_N] = { [FEEDBACK_IS_RECEIVED] =
								 MSG_feedback_web_next_received,
		[FEEDBACK_IS_WAITING] = MSG_feedback_web_next_waiting,
		[FEEDBACK_IS_ACCEPTED] = MSG_feedback_web_next_accepted,
		[FEEDBACK_IS_DRAFTED] = MSG_feedback_web_next_accepted,
		[FEEDBACK_IS_ANSWERED] = MSG_feedback_web_next_answered,
		[FEEDBACK_IS_PUBLISHED] = MSG_feedback_web_next_published,
		[FEEDBACK_IS_CLOSED] = MSG_feedback_web_next_closed,
		[FEEDBACK_IS_REFUSED] = MSG_feedback_web_next_refused,
		[FEEDBACK_IS_MERGED] = MSG_feedback_web_next_merged };
	int state = x->f->base.state;

	/* Whether an answer waits for a signature is the agency's own matter. */
	v->state = msg_text(rq->lang,
		feedback_kind.states[state == FEEDBACK_IS_DRAFTED ? FEEDBACK_IS_ACCEPTED : state].name);
	v->state_more = msg_text(rq->lang, more[state]);
	if (state == FEEDBACK_IS_WAITING)
		v->question = x->f->question;
	if (state == FEEDBACK_IS_REFUSED)
		v->reason = x->f->reason.n
				    ? str_fmt(rq->a, "%.*s\n%.*s",
					      ARG(feedback_word(rq, feedback_ground_words, x->f->ground)),
					      ARG(x->f->reason))
				    : feedback_word(rq, feedback_ground_words, x->f->ground);
}

/* The answer; of a merged one the common answer, unless it names the other sender. */
static void say_answer(struct request *rq, const struct opened *x, struct feedback_look_view *v)
{
	const struct feedback *f = x->main ? x->main : x->f;
	bool own = !x->main || feedback_leak(rq->a, f, f->answer) == FEEDBACK_LEAKS_NOTHING;

	v->into = x->f->into;
	if (!feedback_is_answered(f))
		return;
	v->answer = own                  ? f->answer
		    : f->public_answer.n ? f->public_answer
					 : msg_text(rq->lang, MSG_feedback_web_common);
	v->conclusion = feedback_word(rq, feedback_conclusion_words, f->conclusion);
	v->outcome = feedback_word(rq, feedback_outcome_words, f->outcome);
	v->sign = f->sign;
	v->date = f->date;
	if (f->base.state == FEEDBACK_IS_PUBLISHED)
		v->published = url_segment(rq->a, url_path(S(FEEDBACK_PATH)), f->code);
	v->may_rate = !x->main && x->f->opinion == FEEDBACK_NO_WORD && x->with_key;
	v->opinion = feedback_word(rq, feedback_opinion_words, x->f->opinion);
}

/* What of the story its sender may read. */
static void say_story(
	struct request *rq, const struct catalogue *c, const struct opened *x, struct feedback_look_view *v)
{
	static const unsigned told = 1u << FEEDBACK_ENTER | 1u << FEEDBACK_SEND | 1u << FEEDBACK_ACCEPT |
				     1u << FEEDBACK_FORWARD | 1u << FEEDBACK_REFUSE | 1u << FEEDBACK_ASK |
				     1u << FEEDBACK_SUPPLEMENT | 1u << FEEDBACK_ANSWER |
				     1u << FEEDBACK_PUBLISH | 1u << FEEDBACK_RATE | 1u << FEEDBACK_MERGE;
	struct feedback_line *lines = NEW_ARRAY(rq->a, struct feedback_line, x->story.n + 1);

	for (int i = x->story.n; i-- > 0;) {
		const struct record_event *e = &x->story.events[i];

		if (!(told >> e->verb & 1))
			continue;
		lines[v->lines_n++] = (struct feedback_line){ msg_text(rq->lang,
								      feedback_kind.verbs[e->verb].label),
			e->verb == FEEDBACK_FORWARD ? feedback_agency_name(rq, c, e->values[N(TO)]) : S(""),
			e->happened };
	}
	v->lines = lines;
}

static void show(struct request *rq, const struct catalogue *c, const struct opened *x,
	const struct asked *asked, struct feedback_look_view *v)
{
	v->found = true;
	v->code = x->f->code;
	v->secret = asked->key;
	v->with_key = x->with_key;
	v->agency = feedback_agency_name(rq, c, x->f->base.agency);
	say_state(rq, x, v);
	say_answer(rq, x, v);
	say_story(rq, c, x, v);
	v->clocks = feedback_clock_lines(rq, c, x->f, &v->clocks_n);
}

static bool is_too_much(struct request *rq, struct str code)
{
	struct str bucket = str_fmt(rq->a, "feedback %.*s", ARG(as_code(rq->a, code)));

	return rq->rates && (rate_take(rq->rates, rate_client(rq), RATE_LOOKUP, rq->arrived_us) ||
				    rate_take(rq->rates, bucket, RATE_FEEDBACK_KEY, rq->arrived_us));
}

/* Reads, opens, lets `act` do something, shows. */
typedef const struct fault *look_act(
	struct request *rq, const struct opened *x, const struct asked *asked, struct record_run *run);

static struct reply look(struct request *rq, look_act *act)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .opinion = 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &asked);
	struct feedback_look_view v = { .code = asked.code };
	struct record_run run = { .type = &feedback_type };
	struct opened x;

	if (form.unreadable)
		return reply_error(400, S(""));
	if (is_too_much(rq, asked.code)) {
		v.problem = msg_text(rq->lang, MSG_feedback_web_too_many_looks);
		return answer(rq, held.c, &v, 429);
	}
	const struct fault *f = open_it(rq, &asked, &x);

	if (!f && x.f && act && !form.error_count)
		f = act(rq, &x, &asked, &run);
	if (!f && run.number)
		f = open_it(rq, &asked, &x);
	if (f)
		return reply_fault(f);
	if (!x.f) {
		v.problem = msg_text(rq->lang, MSG_feedback_web_wrong_key);
		return answer(rq, held.c, &v, 404);
	}
	if (run.refusal.refused)
		v.problem = msg_text(rq->lang, run.refusal.why);
	else if (form.error_count)
		v.problem = site_form_problem(rq, &form);
	v.done = run.number > 0;
	v.reply = v.done ? S("") : asked.reply;
	v.words = v.done ? S("") : asked.words;
	show(rq, held.c, &x, &asked, &v);
	return answer(rq, held.c, &v, v.problem.n ? 400 : 200);
}

struct reply feedback_look_post(struct request *rq)
{
	return look(rq, NULL);
}

static const struct fault *take(struct request *rq, const struct opened *x, struct record_run *run)
{
	run->event.record = x->f->base.number;
	run->event.by = ROLE_APPLICANT;
	if (!x->with_key) {
		run->refusal = RECORD_REFUSED(MSG_feedback_web_needs_key);
		return NULL;
	}
	return staff_run(rq, record_run, run);
}

static const struct fault *supplement(
	struct request *rq, const struct opened *x, const struct asked *asked, struct record_run *run)
{
	run->event.verb = FEEDBACK_SUPPLEMENT;
	run->event.values[N(REPLY)] = nfc(rq->a, asked->reply);
	return take(rq, x, run);
}

struct reply feedback_reply_post(struct request *rq)
{
	return look(rq, supplement);
}

static const struct fault *rate(
	struct request *rq, const struct opened *x, const struct asked *asked, struct record_run *run)
{
	run->event.verb = FEEDBACK_RATE;
	run->event.values[N(OPINION)] = str_of(opinions[asked->opinion]);
	run->event.values[N(WORDS)] = nfc(rq->a, asked->words);
	return take(rq, x, run);
}

struct reply feedback_rate_post(struct request *rq)
{
	return look(rq, rate);
}
