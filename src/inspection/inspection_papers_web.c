/* The documents of an inspection as links and files; the draft of an article. */
#include "inspection/inspection_papers_web.h"
#include "document/official_web.h"
#include "inspection/inspection_news.h"
#include "inspection/inspection_papers_html.h"
#include "inspection/inspection_story_web.h"
#include "inspection/inspection_web.h"
#include "inspection/news_template.h"
#include "out/official_out.h"

#define BASE S(INSPECTION_PATH)

static struct url record_page(struct arena *a, const struct inspection *x, struct str segment)
{
	return url_segment(a, url_segment_int(a, url_path(BASE), x->base.number), segment);
}

/* The name of the parameter that says which proposal or recommendation. */
static struct str item_parameter(enum inspection_paper_kind kind)
{
	return kind == PAPER_REPLY ? S("de-xuat") : S("kien-nghi");
}

static struct url file_url(struct arena *a, const struct inspection *x,
	const struct inspection_paper_ref *ref, struct str format)
{
	struct url u = url_segment(a, record_page(a, x, S("van-ban")), inspection_paper_word(ref->kind));

	u = url_query(a, u, S("dang"), format);
	return ref->item ? url_query_int(a, u, item_parameter(ref->kind), ref->item) : u;
}

static struct str label_of(struct request *rq, const struct inspection_paper_ref *ref)
{
	struct buf b = { .a = rq->a };

	switch (ref->kind) {
	case PAPER_DECISION: return msg_text(rq->lang, MSG_papers_decision);
	case PAPER_NOTICE: return msg_text(rq->lang, MSG_papers_notice);
	case PAPER_MINUTES: return msg_text(rq->lang, MSG_papers_minutes);
	case PAPER_CONCLUSION: return msg_text(rq->lang, MSG_papers_conclusion);
	case PAPER_REPLY: msg_papers_reply(&b, rq->lang, ref->item); return buf_str(&b);
	case PAPER_REMINDER: msg_papers_reminder(&b, rq->lang, ref->item); return buf_str(&b);
	case PAPER_KINDS: break;
	}
	impossible();
}

/* Drafts are for the side that inspects, and for who reads all; those of minutes for both, who sign them. */
static bool may_see(
	struct request *rq, const struct inspection *x, enum inspection_paper_kind kind, bool is_draft)
{
	const unsigned roles = INSPECTION_TEAM | INSPECTION_OFFICE | ROLE_BIT(AUDITOR);

	return !is_draft || kind == PAPER_MINUTES || staff_role_at(rq, roles, x->base.agency) != ROLE_NOBODY;
}

const struct inspection_paper_link *inspection_paper_links(
	struct request *rq, const struct inspection *x, size_t *n)
{
	struct inspection_paper_ref *refs = NEW_ARRAY(rq->a, struct inspection_paper_ref, INSPECTION_PAPERS);
	struct inspection_paper_link *links =
		NEW_ARRAY(rq->a, struct inspection_paper_link, INSPECTION_PAPERS + 1);

	size_t all = inspection_papers_of(x, day_of(rq->now), refs);

	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (may_see(rq, x, refs[i].kind, refs[i].is_draft))
			links[(*n)++] = (struct inspection_paper_link){ .label = label_of(rq, &refs[i]),
				.is_draft = refs[i].is_draft,
				.pdf = file_url(rq->a, x, &refs[i], S("pdf")),
				.odt = file_url(rq->a, x, &refs[i], S("odt")) };
	if (x->begun_at != INSTANT_NONE)
		links[(*n)++] = (struct inspection_paper_link){ .label = msg_text(rq->lang, MSG_papers_news),
			.page = record_page(rq->a, x, S("tin-bai")) };
	return links;
}

/* What the address asks for. */
struct asked {
	int format; /* of formats */
	int64_t proposal, recommendation;
};
static const char *const formats[] = { "pdf", "odt", NULL };
enum { ASKED_PDF, ASKED_ODT };

static bool read_asked(struct request *rq, struct asked *out)
{
	static const struct field fields[] = { FIELD_WORD(struct asked, format, "dang", formats),
		FIELD_INT(struct asked, proposal, "de-xuat", 1, INSPECTION_PROPOSALS),
		FIELD_INT(struct asked, recommendation, "kien-nghi", 1, INSPECTION_RECOMMENDATIONS) };

	return form_read_query(rq, fields, COUNT(fields), out).error_count == 0;
}

static struct reply not_found(struct request *rq, enum msg why)
{
	return reply_error(404, msg_text(rq->lang, why));
}

/* The name of the file: no names of persons. */
static struct str file_name(
	struct request *rq, const struct inspection_story *s, const struct inspection_paper_ref *ref)
{
	return str_fmt(rq->a, "%.*s %.*s%s", ARG(inspection_paper_word(ref->kind)), ARG(s->names.unit),
		ref->item ? str_c(rq->a, str_fmt(rq->a, " %d", ref->item)) : "");
}

struct reply inspection_paper_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .format = ASKED_PDF };
	struct inspection_paper_ref ref = { .kind = PAPER_DECISION };
	struct inspection_story s;
	bool found;

	if (!inspection_paper_from(request_param(rq, "document"), &ref.kind))
		return reply_error(404, S(""));
	if (!read_asked(rq, &asked))
		return not_found(rq, MSG_papers_no_such_item);
	const struct fault *f = inspection_story_open(rq, held.c, &s, &found);

	if (f || !found)
		return f ? reply_fault(f) : reply_error(404, S(""));
	ref.item = (int)(ref.kind == PAPER_REPLY      ? asked.proposal
			 : ref.kind == PAPER_REMINDER ? asked.recommendation
						      : 0);
	struct inspection_paper_state state =
		inspection_paper_state(s.now, ref.kind, ref.item, s.names.today);

	if (!state.exists)
		return not_found(rq, state.missing);
	if (!may_see(rq, s.now, ref.kind, state.is_draft))
		return not_found(rq, MSG_papers_draft_inside);
	struct official d = inspection_paper(rq->a, &s, ref.kind, ref.item);

	return official_reply(
		rq, &d, asked.format == ASKED_ODT ? OFFICIAL_ODT : OFFICIAL_PDF, file_name(rq, &s, &ref));
}

#define NEWS_TEMPLATE S("tin-kiem-tra.txt")
enum { NEWS_TEMPLATE_CHARS = 20000 };

/* The province's template, else the built-in one. */
static const struct fault *news_text(struct request *rq, struct str *template)
{
	struct str path;

	TRY(template_file_read(rq->a, province_dir(rq->app->province), NEWS_TEMPLATE, template, &path));
	if (!template->n)
		*template = news_template[0].raw;
	return NULL;
}

/* Refused: *problem says why. */
static bool write_news(struct request *rq, const struct inspection_story *list, int n, struct str template,
	struct str *text, struct str *problem)
{
	struct buf b = { .a = rq->a };
	struct str unknown = { 0 };

	if (text_check(template, NEWS_TEMPLATE_CHARS, TEXT_MANY_LINES) != TEXT_FINE) {
		msg_papers_template_broken(&b, rq->lang, NEWS_TEMPLATE);
		*problem = buf_str(&b);
		return false;
	}
	*text = inspection_news(rq->a, template, list, n, &unknown);
	if (unknown.n)
		msg_papers_template_unknown(&b, rq->lang, NEWS_TEMPLATE, unknown);
	*problem = buf_str(&b);
	return !unknown.n;
}

static struct reply show_news(
	struct request *rq, const struct inspection_story *s, struct str text, int inspections)
{
	struct url here = record_page(rq->a, s->now, S("tin-bai"));
	struct inspection_news_view v = { .unit = s->names.unit,
		.text = text,
		.inspections = inspections,
		.back = url_segment_int(rq->a, url_path(BASE), s->now->base.number),
		.file = url_query(rq->a, here, S("dang"), S("txt")) };
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_papers_news));
	struct staff staff = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	inspection_news_page(&o, &page, &staff, &v);
	return staff_reply(&o, false);
}

static bool wants_file(struct request *rq)
{
	struct wanted {
		struct str format;
	} wanted = { 0 };
	static const struct field fields[] = { FIELD_TEXT(
		struct wanted, format, "dang", 0, LIMIT_CODE_CHARS) };

	(void)form_read_query(rq, fields, COUNT(fields), &wanted);
	return str_eq(wanted.format, S("txt"));
}

static struct reply news_file(struct request *rq, struct str text)
{
	struct reply r = reply_file(rq, S("text/plain; charset=utf-8"), S("tin-bai.txt"), text);

	r.no_store = true;
	return r;
}

struct reply inspection_news_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct inspection_story s, list[NEWS_INSPECTIONS];
	struct str template = { 0 }, text, problem;
	bool found;
	int n = 0;
	const struct fault *f = inspection_story_open(rq, held.c, &s, &found);

	if (f || !found)
		return f ? reply_fault(f) : reply_error(404, S(""));
	if (s.now->begun_at == INSTANT_NONE)
		return not_found(rq, MSG_papers_need_session);
	f = inspection_stories_of_day(rq, held.c, &s, list, &n);
	if (!f)
		f = news_text(rq, &template);
	if (f)
		return reply_fault(f);
	if (!write_news(rq, list, n, template, &text, &problem))
		return reply_error(500, problem);
	return wants_file(rq) ? news_file(rq, text) : show_news(rq, &s, text, n);
}
