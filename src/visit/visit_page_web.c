/* GET /thong-ke-truy-cap: the numbers, by month, and how they are counted. */
#include "visit/visit_html.h"
#include "visit/visit_web.h"

enum { PERCENT = 100 };

static void fill(struct request *rq, const struct visit_month *months, size_t n, struct visit_page_view *v)
{
	struct visit_page_month *out = NEW_ARRAY(rq->a, struct visit_page_month, n);
	int64_t most = 1;

	for (size_t i = 0; i < n; i++)
		most = months[i].n > most ? months[i].n : most;
	for (size_t i = 0; i < n; i++) {
		struct civil c = civil_from_day(months[i].first);

		out[i] = (struct visit_page_month){ str_fmt(rq->a, "%02d/%d", c.month, c.year), months[i].n,
			months[i].taken, months[i].n * PERCENT / most };
		v->taken += months[i].taken;
	}
	v->months = out;
	v->months_n = n;
}

struct reply visits_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_visit_title));
	struct visit_month *months = NEW_ARRAY(rq->a, struct visit_month, VISIT_MONTHS);
	struct visit_page_view v = { .box = visit_view_of(rq) };
	struct html_out o = page_out(rq);
	size_t n = 0;
	const struct fault *f = site_reader(rq, &reader);

	f = f ? f : visit_months(reader.db, months, &n);
	if (f)
		return reply_fault(f);
	fill(rq, months, n, &v);
	page.description = msg_text(rq->lang, MSG_visit_lead);
	visits_page(&o, &page, &v);
	return page_reply(&o);
}
