/* What feedback is, the published ones, one of them. */
#include "feedback/feedback_html.h"
#include "feedback/feedback_parts_web.h"
#include "search/match.h"

enum { EXCERPT_CHARS = 220 };

struct asked {
	struct str words, agency;
	int kind;
	int64_t page;
};
enum { KIND_ANY, KIND_CONDUCT, KIND_RULES };
static const char *const kinds[] = { "", "hanh-vi", "quy-dinh", NULL };
static const struct field fields[] = { FIELD_TEXT(struct asked, words, "tu-khoa", 0, LIMIT_QUERY_CHARS),
	FIELD_CODE(struct asked, agency, "co-quan", 0), FIELD_WORD(struct asked, kind, "loai", kinds),
	FIELD_INT(struct asked, page, "trang", 1, LIMIT_RECORDS_LISTED) };

static struct str excerpt(struct request *rq, struct str text)
{
	struct str cut = utf8_clip(text, EXCERPT_CHARS);

	return cut.n < text.n ? str_fmt(rq->a, "%.*s…", ARG(cut)) : text;
}

static struct feedback_card card_of(
	struct request *rq, const struct catalogue *c, const struct feedback_public *p)
{
	return (struct feedback_card){ .to = url_segment(rq->a, url_path(S(FEEDBACK_PATH)), p->code),
		.title = p->title,
		.agency = feedback_agency_name(rq, c, p->agency),
		.content = feedback_kind_name(rq, p->content),
		.excerpt = excerpt(rq, p->text),
		.conclusion = feedback_word(rq, feedback_conclusion_words, p->conclusion),
		.outcome = feedback_word(rq, feedback_outcome_words, p->outcome),
		.opinion = p->opinion == FEEDBACK_NO_WORD
				   ? S("")
				   : msg_text(rq->lang, p->opinion == FEEDBACK_LIKE_OPINION
								? MSG_feedback_web_sender_liked
								: MSG_feedback_web_sender_disliked),
		.opinion_tone = p->opinion == FEEDBACK_LIKE_OPINION ? TONE_GOOD : TONE_WARN,
		.answered_at = p->answered_at };
}

static bool fits(struct request *rq, const struct asked *a, const struct search_query *q,
	const struct feedback_public *p)
{
	bool conduct = feedback_content_is_conduct(p->content);

	if ((a->kind == KIND_CONDUCT && !conduct) || (a->kind == KIND_RULES && conduct))
		return false;
	if (a->agency.n && !str_eq(a->agency, p->agency))
		return false;
	return !q->count || match_rank(q, search_text_of(rq->a, str_fmt(rq->a, "%.*s %.*s", ARG(p->title),
									ARG(p->text)))) != MATCH_NONE;
}

static void add_cards(struct request *rq, const struct catalogue *c, const struct asked *a,
	const struct feedback_public *list, size_t n, struct feedback_home_view *v)
{
	struct feedback_card *cards = NEW_ARRAY(rq->a, struct feedback_card, LIMIT_PAGE_ROWS);
	struct search_query q;
	int64_t first = (a->page - 1) * LIMIT_PAGE_ROWS;

	search_query_read(&q, rq->a, a->words);
	for (size_t i = 0; i < n; i++) {
		if (!fits(rq, a, &q, &list[i]))
			continue;
		if (v->total >= first && v->cards_n < LIMIT_PAGE_ROWS)
			cards[v->cards_n++] = card_of(rq, c, &list[i]);
		v->total++;
	}
	v->cards = cards;
}

static const struct choice *kind_choices(struct request *rq, int chosen, size_t *n)
{
	static const enum msg names[] = { MSG_feedback_web_any_kind, MSG_figures_feedback_conduct,
		MSG_figures_feedback_rules };
	struct choice *list = NEW_ARRAY(rq->a, struct choice, COUNT(names));

	for (size_t i = 0; i < COUNT(names); i++)
		list[i] = (struct choice){ str_of(kinds[i]), msg_text(rq->lang, names[i]),
			(size_t)chosen == i };
	*n = COUNT(names);
	return list;
}

static struct url here(struct request *rq, const struct asked *a)
{
	struct url u = url_path(S(FEEDBACK_PATH));

	if (a->words.n)
		u = url_query(rq->a, u, S("tu-khoa"), a->words);
	if (a->agency.n)
		u = url_query(rq->a, u, S("co-quan"), a->agency);
	return a->kind ? url_query(rq->a, u, S("loai"), str_of(kinds[a->kind])) : u;
}

/* The figures begin with the year before: in January they would be empty. */
static daynum last_year(struct request *rq)
{
	return day_from_civil((struct civil){ civil_from_day(day_of(rq->now)).year - 1, 1, 1 });
}

struct reply feedback_home_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct asked a = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &a);
	struct feedback_home_view v = { .since = last_year(rq) };
	const struct feedback_public *list;
	size_t n = 0;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = site_reader(rq, &reader);

	f = f ? f : feedback_published(reader.db, &list, &n);
	f = f ? f : feedback_count(reader.db, instant_at(v.since, 0), rq->now, &v.counts);
	if (f)
		return reply_fault(f);
	add_cards(rq, held.c, &a, list, n, &v);
	v.query = a.words;
	v.filtered = a.words.n || a.agency.n || a.kind || a.page > 1;
	v.agencies = feedback_agencies(rq, held.c, a.agency, MSG_feedback_web_any_agency, &v.agencies_n);
	v.kinds = kind_choices(rq, a.kind, &v.kinds_n);
	v.pager = (struct pager){ here(rq, &a), S("trang"), a.page, site_pages(v.total) };
	struct page page = site_page(rq, held.c, NAV_FEEDBACK, msg_text(rq->lang, MSG_feedback_web_title));
	struct html_out o = page_out(rq);

	page.description = msg_text(rq->lang, MSG_feedback_web_lead);
	page.synthetic = rq->app->synthetic;
	feedback_home_page(&o, &page, &v);
	return page_reply(&o);
}

struct reply feedback_one_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct feedback_public p;
	bool found = false;
	const struct fault *f = site_reader(rq, &reader);

	f = f ? f : feedback_published_one(reader.db, request_param(rq, "code"), &p, &found);
	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_feedback_web_no_such));
	struct feedback_one_view v = { card_of(rq, held.c, &p), p.code, p.text, p.answer, p.published_at };
	struct page page = site_page(rq, held.c, NAV_FEEDBACK, p.title);
	struct html_out o = page_out(rq);

	page.description = v.card.excerpt;
	page.synthetic = rq->app->synthetic;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_feedback_web_title), url_path(S(FEEDBACK_PATH)));
	feedback_one_page(&o, &page, &v);
	return page_reply(&o);
}
