/* Feedback at work: the queue by due day, one of them, what waits. */
#include "feedback/feedback_parts_web.h"
#include "feedback/feedback_staff_html.h"

#define N(name) FEEDBACK_FIELD_##name
enum { MOST_FACTS = 16 };

/* The queue: those of one state, or all open ones, or all ended ones. */
struct asked {
	int which;
	int64_t page;
};
enum { OPEN_ONES, ENDED_ONES, FIRST_STATE };
static const char *const whiches[] = { "", "da-xong", "received", "waiting", "accepted", "drafted",
	"answered", NULL };
static const struct field fields[] = { FIELD_WORD(struct asked, which, "trang-thai", whiches),
	FIELD_INT(struct asked, page, "trang", 1, LIMIT_RECORDS_LISTED) };

static bool is_wanted(const struct asked *a, const struct feedback_row *r)
{
	return a->which < FIRST_STATE ||
	       str_eq(feedback_kind.states[r->state].text, str_of(whiches[a->which]));
}

static struct feedback_staff_row row_of(
	struct request *rq, const struct catalogue *c, const struct feedback_row *r)
{
	struct feedback_staff_row row = { .to = record_url(rq->a, &feedback_web, r->number),
		.code = r->code,
		.agency = feedback_agency_name(rq, c, r->agency),
		.content = feedback_kind_name(rq, r->content),
		.channel = feedback_word(rq, feedback_channel_words, r->channel),
		.state = msg_text(rq->lang, feedback_kind.states[r->state].name),
		.tone = feedback_tone(r->state),
		.sent_at = r->sent_at };

	if (r->due != DAYNUM_NONE)
		row.look = feedback_look(rq, c, r->agency, r->due, &row.due);
	return row;
}

static struct url of_which(struct request *rq, int which)
{
	struct url u = url_path(S(FEEDBACK_STAFF_PATH));

	return which == OPEN_ONES ? u : url_query(rq->a, u, S("trang-thai"), str_of(whiches[which]));
}

static void add_chips(
	struct request *rq, const struct asked *a, const int64_t *counts, struct feedback_list_view *v)
{
	for (int w = 0; whiches[w]; w++) {
		int state = w < FIRST_STATE ? 0 : record_state_of(&feedback_kind, str_of(whiches[w]));
		enum msg name = w == OPEN_ONES    ? MSG_feedback_web_open_ones
				: w == ENDED_ONES ? MSG_feedback_web_ended_ones
						  : feedback_kind.states[state].name;

		v->chips[v->chips_n++] = (struct feedback_chip){ msg_text(rq->lang, name), of_which(rq, w),
			a->which == w, counts[w] };
	}
}

/* A page of the queue under work. */
struct listing {
	struct request *rq;
	const struct catalogue *c;
	struct asked asked;
	int64_t counts[COUNT(whiches)]; /* of each chip */
	struct feedback_staff_row *rows;
	size_t rows_n;
	int64_t total;
};

/* Counts every chip, and takes one page of what is wanted. */
static void add_rows(struct listing *l, bool open, const struct feedback_row *list, size_t n)
{
	int64_t first = (l->asked.page - 1) * LIMIT_PAGE_ROWS;

	for (size_t i = 0; i < n; i++) {
		if (!staff_may_at(l->rq, PERMISSION_FEEDBACK_READ, list[i].agency))
			continue;
		l->counts[open ? OPEN_ONES : ENDED_ONES]++;
		for (int w = FIRST_STATE; open && whiches[w]; w++)
			l->counts[w] += str_eq(feedback_kind.states[list[i].state].text, str_of(whiches[w]));
		if ((l->asked.which == ENDED_ONES) == open || !is_wanted(&l->asked, &list[i]))
			continue;
		if (l->total >= first && l->rows_n < LIMIT_PAGE_ROWS)
			l->rows[l->rows_n++] = row_of(l->rq, l->c, &list[i]);
		l->total++;
	}
}

must_check static const struct fault *read_queue(struct listing *l)
{
	READER reader = { 0 };
	const struct feedback_row *list;
	size_t n;

	TRY(site_reader(l->rq, &reader));
	TRY(feedback_list(reader.db, true, &list, &n));
	add_rows(l, true, list, n);
	TRY(feedback_list(reader.db, false, &list, &n));
	add_rows(l, false, list, n);
	return NULL;
}

struct reply feedback_list_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct listing l = { .rq = rq,
		.c = held.c,
		.asked = { .page = 1 },
		.rows = NEW_ARRAY(rq->a, struct feedback_staff_row, LIMIT_PAGE_ROWS) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &l.asked);
	struct feedback_list_view v = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = read_queue(&l);

	if (f)
		return reply_fault(f);
	v.rows = l.rows;
	v.rows_n = l.rows_n;
	v.total = l.total;
	add_chips(rq, &l.asked, l.counts, &v);
	if (grants_roles(&rq->session->grants, day_of(rq->now)) & feedback_kind.verbs[FEEDBACK_ENTER].roles)
		v.enter = url_path(S(FEEDBACK_STAFF_PATH "/" RECORD_NEW_SEGMENT));
	v.pager =
		(struct pager){ of_which(rq, l.asked.which), S("trang"), l.asked.page, site_pages(l.total) };
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_feedback_web_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	feedback_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* A list of facts; empty ones are left out. */
struct facts {
	struct request *rq;
	struct feedback_fact list[MOST_FACTS];
	size_t n;
};
static void add(struct facts *f, int field, struct str text)
{
	if (text.n && f->n < MOST_FACTS)
		f->list[f->n++] =
			(struct feedback_fact){ msg_text(f->rq->lang, feedback_kind.fields[field].label),
				text, { { 0 } } };
}

static void add_who(struct facts *t, const struct feedback *f)
{
	add(t, N(SENDER), feedback_word(t->rq, feedback_sender_words, f->sender));
	add(t, N(NAME), f->name);
	add(t, N(ADDRESS), f->address);
	add(t, N(PHONE), f->phone);
	add(t, N(EMAIL), f->email);
	add(t, N(CONSENT),
		f->consent ? msg_text(t->rq->lang, MSG_record_yes)
			   : msg_text(t->rq->lang, MSG_feedback_web_no));
}

static void add_what(struct facts *t, const struct catalogue *c, const struct feedback *f)
{
	add(t, N(CHANNEL), feedback_word(t->rq, feedback_channel_words, f->channel));
	add(t, N(ABOUT), f->about.n ? feedback_agency_name(t->rq, c, f->about) : S(""));
	add(t, N(CLAIMED), feedback_word(t->rq, feedback_content_words, f->claimed));
	add(t, N(DOSSIER), f->dossier);
	if (f->dossier.n)
		t->list[t->n - 1].to = url_query(t->rq->a, url_path(S("/tra-cuu")), S("ma"), f->dossier);
	add(t, N(TITLE), f->title);
	add(t, N(TEXT), f->text);
	add(t, N(PROPOSAL), f->proposal);
	add(t, N(FILE), f->file_name);
	if (f->file.n)
		t->list[t->n - 1].to = url_segment(t->rq->a,
			url_segment(t->rq->a, record_url(t->rq->a, &feedback_web, f->base.number), S("tep")),
			f->file);
	for (int i = 0; i < f->replies_n; i++)
		add(t, N(REPLY), f->replies[i].text);
}

static void add_result(struct facts *t, const struct feedback *f)
{
	add(t, N(GROUND), feedback_word(t->rq, feedback_ground_words, f->ground));
	add(t, N(REASON), f->reason);
	add(t, N(INTO), f->into);
	add(t, N(HANDLER), f->handler);
	add(t, N(ENOUGH), feedback_word(t->rq, feedback_enough_words, f->enough));
	add(t, N(ANSWER), f->answer);
	add(t, N(CONCLUSION), feedback_word(t->rq, feedback_conclusion_words, f->conclusion));
	add(t, N(OUTCOME), feedback_word(t->rq, feedback_outcome_words, f->outcome));
	add(t, N(SIGN), f->sign);
	add(t, N(PUBLIC_TITLE), f->public_title);
	add(t, N(PUBLIC_TEXT), f->public_text);
	add(t, N(PUBLIC_ANSWER), f->public_answer);
	add(t, N(OPINION), feedback_word(t->rq, feedback_opinion_words, f->opinion));
	add(t, N(WORDS), f->words);
}

struct reply feedback_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct record_story story;
	struct facts *t = NEW_ARRAY(rq->a, struct facts, 3);
	void *state;
	const struct fault *fault = record_open(rq, &feedback_web, &state, &story);

	if (fault)
		return reply_fault(fault);
	if (!state)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	const struct feedback *f = state;
	struct feedback_staff_view v = { .notice = record_notice(rq, &feedback_web),
		.code = f->code,
		.state = msg_text(rq->lang, feedback_kind.states[f->base.state].name),
		.agency = feedback_agency_name(rq, held.c, f->base.agency),
		.content = feedback_word(rq, feedback_content_words, f->content),
		.tone = feedback_tone(f->base.state),
		.is_anonymous = f->base.state == FEEDBACK_IS_RECEIVED && feedback_is_anonymous(f) };

	for (int i = 0; i < 3; i++)
		t[i].rq = rq;
	add_who(&t[0], f);
	add_what(&t[1], held.c, f);
	add_result(&t[2], f);
	v.who = t[0].list;
	v.who_n = t[0].n;
	v.what = t[1].list;
	v.what_n = t[1].n;
	v.result = t[2].list;
	v.result_n = t[2].n;
	v.clocks = feedback_clock_lines(rq, held.c, f, &v.clocks_n);
	v.links = record_links(rq, &feedback_web, f, &v.links_n);
	v.history = record_lines(rq, &feedback_web, &story, &v.history_n);
	struct page page = staff_page(rq, f->code);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	feedback_staff_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* What whoever is signed in has to do next with one in that state; FEEDBACK_VERB_N: nothing. */
static int step_for(struct request *rq, const struct feedback_row *r)
{
	static const int next[FEEDBACK_STATE_N] = { [FEEDBACK_IS_RECEIVED] = FEEDBACK_ACCEPT,
		[FEEDBACK_IS_ACCEPTED] = FEEDBACK_DRAFT,
		[FEEDBACK_IS_DRAFTED] = FEEDBACK_ANSWER,
		[FEEDBACK_IS_ANSWERED] = FEEDBACK_PUBLISH };
	int verb = next[r->state];

	if (!verb || !staff_may_at(rq, PERMISSION_FEEDBACK_CHANGE, r->agency))
		return FEEDBACK_VERB_N;
	return staff_role_at(rq, feedback_kind.verbs[verb].roles, r->agency) == ROLE_NOBODY ? FEEDBACK_VERB_N
											    : verb;
}

const struct fault *feedback_waiting(struct request *rq, struct staff_lines *out)
{
	static const enum tone tones[] = {
		[DEADLINE_PLAIN] = TONE_PLAIN, [DEADLINE_SOON] = TONE_WARN, [DEADLINE_LATE] = TONE_BAD
	};
	struct staff_line *lines = NEW_ARRAY(rq->a, struct staff_line, STAFF_LINES);
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	const struct feedback_row *list;
	size_t n;

	out->list = lines;
	TRY(site_reader(rq, &reader));
	TRY(feedback_list(reader.db, true, &list, &n));
	for (size_t i = 0; i < n && out->n < STAFF_LINES; i++) {
		struct feedback_staff_row row = row_of(rq, held.c, &list[i]);
		int verb = step_for(rq, &list[i]);

		if (verb == FEEDBACK_VERB_N)
			continue;
		lines[out->n++] = (struct staff_line){ row.to,
			str_fmt(rq->a, "%.*s: %.*s", ARG(row.code),
				ARG(msg_text(rq->lang, feedback_kind.verbs[verb].label))),
			row.due, tones[row.look] };
	}
	return NULL;
}
