#include "site/access_web.h"

#include "site/access_html.h"

struct reply access_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_access_title));
	struct html_out o = page_out(rq);

	page.description = msg_text(rq->lang, MSG_access_lead);
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_portal_home), url_path(S("/")));
	page.crumb_count = 1; /* the home page alone stands above it */
	access_page(&o, &page);
	return page_reply(&o);
}
