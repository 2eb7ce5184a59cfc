/* The documents of an inspection as links. */
#include "inspection/inspection_papers_web.h"
#include "inspection/inspection_papers.h"

#define BASE S("/lam-viec/kiem-tra")

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

const struct inspection_paper_link *inspection_paper_links(
	struct request *rq, const struct inspection *x, size_t *n)
{
	struct inspection_paper_ref *refs = NEW_ARRAY(rq->a, struct inspection_paper_ref, INSPECTION_PAPERS);
	struct inspection_paper_link *links =
		NEW_ARRAY(rq->a, struct inspection_paper_link, INSPECTION_PAPERS + 1);

	*n = inspection_papers_of(x, day_of(rq->now), refs);
	for (size_t i = 0; i < *n; i++)
		links[i] = (struct inspection_paper_link){ .label = label_of(rq, &refs[i]),
			.is_draft = refs[i].is_draft,
			.pdf = file_url(rq->a, x, &refs[i], S("pdf")),
			.odt = file_url(rq->a, x, &refs[i], S("odt")) };
	if (x->begun_at != INSTANT_NONE)
		links[(*n)++] = (struct inspection_paper_link){ .label = msg_text(rq->lang, MSG_papers_news),
			.page = record_page(rq->a, x, S("tin-bai")) };
	return links;
}
