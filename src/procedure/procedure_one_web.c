#include "procedure/procedure_web.h"

#include "base/utf8.h"
#include "msg/number.h"
#include "portal/meta.h"
#include "procedure/procedure_deadline_web.h"
#include "procedure/procedure_html.h"
#include "site/site_web.h"

enum { MAX_PARTS = 200, MAX_MARKS = 16 };

/* "one; two; three" */
static size_t split(struct arena *a, struct str list, const struct str **parts)
{
	struct str *out = NEW_ARRAY(a, struct str, MAX_PARTS), piece;
	size_t n = 0;

	while (n < MAX_PARTS && str_cut(&list, ';', &piece)) {
		piece = str_trim(piece);
		if (piece.n)
			out[n++] = piece;
	}
	*parts = out;
	return n;
}

struct mark_word {
	struct str key;
	enum msg word;
	enum tone tone;
};
static const struct mark_word facts[] = { { S_INIT("name"), MSG_procedure_web_fact_name, TONE_PLAIN },
	{ S_INIT("code"), MSG_procedure_web_fact_code, TONE_PLAIN },
	{ S_INIT("days"), MSG_procedure_web_fact_days, TONE_PLAIN },
	{ S_INIT("fee"), MSG_procedure_web_fact_fee, TONE_PLAIN },
	{ S_INIT("flags"), MSG_procedure_web_fact_flags, TONE_PLAIN },
	{ S_INIT("change"), MSG_procedure_web_fact_change, TONE_PLAIN },
	{ S_INIT("seen"), MSG_procedure_web_fact_seen, TONE_PLAIN } };
static const struct mark_word hows[] = { { S_INIT("sure"), MSG_procedure_web_how_sure, TONE_GOOD },
	{ S_INIT("checked"), MSG_procedure_web_how_checked, TONE_GOOD },
	{ S_INIT("search"), MSG_procedure_web_how_search, TONE_INFO },
	{ S_INIT("page"), MSG_procedure_web_how_page, TONE_PLAIN },
	{ S_INIT("db2026"), MSG_procedure_web_how_db2026, TONE_PLAIN },
	{ S_INIT("none"), MSG_procedure_web_how_none, TONE_PLAIN },
	{ S_INIT("recalled"), MSG_procedure_web_how_recalled, TONE_WARN },
	{ S_INIT("unknown"), MSG_procedure_web_how_unknown, TONE_WARN },
	{ S_INIT("assigned"), MSG_procedure_web_how_assigned, TONE_WARN },
	{ S_INIT("synthetic"), MSG_procedure_web_how_synthetic, TONE_WARN } };

/* The word of key; key itself when the catalogue of words does not know it. */
static struct str word_of(
	enum lang lang, const struct mark_word *words, size_t n, struct str key, enum tone *tone)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(words[i].key, key)) {
			*tone = words[i].tone;
			return msg_text(lang, words[i].word);
		}
	return key;
}

/* "name:search (where);days:recalled" */
static void add_marks(struct request *rq, struct str note, struct procedure_view *view)
{
	struct fact_mark *marks = NEW_ARRAY(rq->a, struct fact_mark, MAX_MARKS);
	struct str piece;

	while (view->marks_n < MAX_MARKS && str_cut(&note, ';', &piece)) {
		struct str how = piece, key = { 0 }, comment;
		enum tone tone = TONE_PLAIN, unused = TONE_PLAIN;

		(void)str_cut(&how, ':', &key);
		if (str_eq(str_trim(key), S("synthetic"))) { /* the text behind it says what: the change */
			key = S("change");
			how = S("synthetic");
		}
		if (!how.p || !str_trim(how).n)
			continue;
		comment = str_sub(how, str_find_char(how, '('), how.n);
		how = str_trim(str_sub(how, 0, how.n - comment.n));
		marks[view->marks_n].fact = word_of(rq->lang, facts, COUNT(facts), str_trim(key), &unused);
		marks[view->marks_n].how = word_of(rq->lang, hows, COUNT(hows), how, &tone);
		marks[view->marks_n].comment = comment;
		marks[view->marks_n++].tone = tone;
	}
	view->marks = marks;
}

static void add_versions(struct request *rq, const struct procedure *p, const struct procedure_version *now,
	struct procedure_view *view)
{
	static const enum msg words[PROCEDURE_CHANGE_N] = { [CHANGE_NONE] = MSG_procedure_web_change_none,
		[CHANGE_NEW] = MSG_procedure_web_change_new,
		[CHANGE_AMENDED] = MSG_procedure_web_change_amended,
		[CHANGE_REPLACED] = MSG_procedure_web_change_replaced,
		[CHANGE_ABOLISHED] = MSG_procedure_web_change_abolished,
		[CHANGE_SHORTENED] = MSG_procedure_web_change_shortened };
	struct version_row *rows = NEW_ARRAY(rq->a, struct version_row, p->versions_n + 1);

	for (int i = p->versions_n - 1; i >= 0; i--) {
		const struct procedure_version *v = p->versions[i];

		if (!validity_counts(p->valid, p->versions_n, i, KNOWN_NOW))
			continue;
		rows[view->versions_n++] =
			(struct version_row){ v->valid.from, msg_text(rq->lang, words[v->change]),
				v->decision, allowance_text(rq->a, rq->lang, v->allow), v->decision_date,
				v == now && view->in_force };
	}
	view->versions = rows;
}

static struct str fee_words(struct request *rq, const struct procedure_version *v)
{
	struct buf b = { .a = rq->a };

	if (!v->fee_known)
		return msg_text(rq->lang, MSG_procedure_web_fee_unknown);
	if (!v->fee_vnd)
		return msg_text(rq->lang, MSG_procedure_web_fee_none);
	add_money_vnd(&b, rq->lang, v->fee_vnd);
	return buf_str(&b);
}

static struct str cutoff_words(struct request *rq, const struct procedure_version *v)
{
	struct buf b = { .a = rq->a }, clock = { .a = rq->a };

	if (!v->cutoff_plus_1)
		return (struct str){ 0 };
	add_clock_minute(&clock, v->cutoff_plus_1 - 1);
	msg_procedure_web_cutoff(&b, rq->lang, buf_str(&clock));
	return buf_str(&b);
}

static struct procedure_view view_of(struct request *rq, const struct catalogue *c, int number)
{
	static const enum msg inter[INTERAGENCY_N] = { [INTERAGENCY_NONE] = MSG_procedure_web_inter_none,
		[INTERAGENCY_SAME_LEVEL] = MSG_procedure_web_inter_same_level,
		[INTERAGENCY_CROSS_LEVEL] = MSG_procedure_web_inter_cross_level };
	const struct procedure *p = &c->procedures.procedures[number];
	const struct procedure_version *v = procedure_on(&c->procedures, number, day_of(rq->now), KNOWN_NOW);
	struct procedure_view view = { .in_force = v != NULL };

	v = v ? v : p->versions[p->versions_n - 1];
	view.v = v;
	view.agency = site_agency_name(rq, c, v->agency);
	view.agency_code = v->agency;
	view.allowance = allowance_text(rq->a, rq->lang, v->allow);
	view.online = online_words(rq->lang, v->online);
	view.tone = online_tone(v->online);
	view.interagency = msg_text(rq->lang, inter[v->interagency]);
	view.fee = fee_words(rq, v);
	view.cutoff = cutoff_words(rq, v);
	view.components_n = split(rq->a, v->components, &view.components);
	view.bases_n = split(rq->a, v->legal_basis, &view.bases);
	add_marks(rq, v->note, &view);
	add_versions(rq, p, v, &view);
	if (view.in_force)
		view.deadline = procedure_deadline_view(rq, c, v);
	return view;
}

static struct reply unknown(struct request *rq, struct str code)
{
	struct buf why = { .a = rq->a };

	msg_procedure_web_unknown(&why, rq->lang, utf8_clip(code, LIMIT_CODE_CHARS));
	return reply_error(404, buf_str(&why));
}

/* What machines read: nothing that the page does not show. */
static void add_meta(struct request *rq, const struct procedure_view *view, struct page *page)
{
	const struct procedure_version *v = view->v;
	struct linked_service service = { .name = v->name,
		.code = v->code,
		.field = v->field,
		.agency = view->agency,
		.page = url_segment(rq->a, url_path(S("/thu-tuc")), v->code),
		.online = view->in_force && online_offered(v->online),
		.fee_known = v->fee_known,
		.fee_vnd = v->fee_vnd };
	struct buf b = { .a = rq->a };

	msg_procedure_web_description(&b, rq->lang, v->name, view->allowance, view->agency);
	page->description = buf_str(&b);
	page->meta.canonical = service.page; /* whatever day and hour the form asks about */
	page_linked(page, linked_service(rq->a, page, &service));
}

struct reply procedure_page_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct str code = request_param(rq, "code");
	int number = catalogue_procedure(held.c, code);

	if (number == PROCEDURE_NONE)
		return unknown(rq, code);
	struct procedure_view view = view_of(rq, held.c, number);
	struct page page = site_page(rq, held.c, NAV_PROCEDURES, view.v->name);
	struct html_out o = page_out(rq);

	page.has_errors = view.deadline.problem.n > 0;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_portal_procedures), url_path(S("/thu-tuc")));
	add_meta(rq, &view, &page);
	procedure_page(&o, &page, &view);
	struct reply reply = page_reply(&o);

	reply.status = page.has_errors ? 400 : 200;
	return reply;
}
