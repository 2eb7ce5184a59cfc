/* The map of the site: as XML for machines, as a tree for people (TT 32/2017/TT-BTTTT art. 16 [recalled]). */
#include "article/article_web.h"
#include "feed/feed.h"
#include "feed/feed_html.h"
#include "feed/feed_web.h"
#include "legal/legal_web.h"
#include "msg/messages.h"

struct own_page {
	struct str path;
	enum msg name;
};
/* Pages that are one of a kind, in the order of the menu. */
static const struct own_page own_pages[] = {
	{ S_INIT("/"), MSG_portal_home },
	{ S_INIT("/thu-tuc"), MSG_portal_procedures },
	{ S_INIT("/tra-cuu"), MSG_portal_tracking },
	{ S_INIT(NEWS_PATH), MSG_feed_news },
	{ S_INIT(GUIDES_PATH), MSG_feed_guides },
	{ S_INIT("/van-ban"), MSG_feed_legal_page },
	{ S_INIT("/so-lieu"), MSG_portal_figures },
	{ S_INIT("/co-quan"), MSG_office_title },
	{ S_INIT("/du-lieu-mo"), MSG_opendata_title },
	{ S_INIT("/nhat-ky"), MSG_publiclog_title },
	{ S_INIT("/tro-nang"), MSG_portal_access },
	{ S_INIT("/so-do"), MSG_feed_map },
};
enum { OWN_PAGES = COUNT(own_pages) };

typedef const struct fault *sitemap_part(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n);

must_check static const struct fault *add_own(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	(void)c, (void)rq;
	for (size_t i = 0; i < OWN_PAGES; i++)
		urls[(*n)++] = (struct sitemap_url){ url_path(own_pages[i].path), INSTANT_NONE };
	return NULL;
}

must_check static const struct fault *add_procedures(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	for (int i = 1; i <= c->procedures.n && *n < LIMIT_SITEMAP_URLS; i++) {
		const struct procedure_version *v =
			procedure_on(&c->procedures, i, day_of(rq->now), KNOWN_NOW);

		if (v)
			urls[(*n)++].page = url_segment(rq->a, url_path(S("/thu-tuc")), v->code);
	}
	return NULL;
}

must_check static const struct fault *add_agencies(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	for (int i = 1; i <= c->agencies.n && *n < LIMIT_SITEMAP_URLS; i++) {
		const struct agency_version *v = agency_on(&c->agencies, i, day_of(rq->now), KNOWN_NOW);

		if (v)
			urls[(*n)++].page = url_segment(rq->a, url_path(S("/co-quan")), v->code);
	}
	return NULL;
}

must_check static const struct fault *add_legal(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	enum { PIECE = 200 };
	READER reader = { 0 };
	struct legal_filter filter = { .day = day_of(rq->now), .count = PIECE };
	struct legal_rows rows = { .n = PIECE };
	struct str slug;

	(void)c;
	TRY(site_reader(rq, &reader));
	for (; rows.n == PIECE; filter.from += PIECE) {
		TRY(legal_list(reader.db, &filter, &rows));
		for (size_t i = 0; i < rows.n && *n < LIMIT_SITEMAP_URLS; i++) {
			TRY(legal_slug(reader.db, &rows.rows[i], &slug));
			urls[(*n)++].page = url_segment(rq->a, url_path(S(LEGAL_PATH)), slug);
		}
	}
	return NULL;
}

must_check static const struct fault *add_articles(struct request *rq, enum article_section section,
	struct url base, struct sitemap_url *urls, size_t *n)
{
	enum { PIECE = 200 };
	READER reader = { 0 };
	struct article_ask ask = { .section = section, .most = PIECE };
	const struct article_row *rows;
	size_t got = PIECE;

	TRY(site_reader(rq, &reader));
	for (; got == PIECE; ask.skip += PIECE) {
		TRY(article_list(reader.db, &ask, &rows, &got));
		for (size_t i = 0; i < got && *n < LIMIT_SITEMAP_URLS; i++)
			urls[(*n)++] = (struct sitemap_url){ url_segment(rq->a, base, rows[i].slug),
				rows[i].updated };
	}
	return NULL;
}

must_check static const struct fault *add_news(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	(void)c;
	return add_articles(rq, ARTICLE_NEWS, url_path(S(NEWS_PATH)), urls, n);
}

must_check static const struct fault *add_guides(
	struct request *rq, const struct catalogue *c, struct sitemap_url *urls, size_t *n)
{
	(void)c;
	return add_articles(rq, ARTICLE_PAGE, url_path(S(GUIDES_PATH)), urls, n);
}

/* The part "thu-tuc" is /sitemap/thu-tuc.xml. */
static const struct {
	struct str name;
	sitemap_part *add;
} parts[] = {
	{ S_INIT("trang"), add_own },
	{ S_INIT("thu-tuc"), add_procedures },
	{ S_INIT("co-quan"), add_agencies },
	{ S_INIT("van-ban"), add_legal },
	{ S_INIT("tin-tuc"), add_news },
	{ S_INIT("huong-dan"), add_guides },
};

struct reply sitemap_get(struct request *rq)
{
	struct html_out o = page_out(rq);

	html_raw(&o, S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
	html_raw(&o, S("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct str file = str_fmt(rq->a, "%.*s.xml", ARG(parts[i].name));

		html_raw(&o, S("<sitemap><loc>"));
		html_address(&o, site_absolute(rq, url_segment(rq->a, url_path(S("/sitemap")), file)));
		html_raw(&o, S("</loc></sitemap>\n"));
	}
	html_raw(&o, S("</sitemapindex>\n"));
	return (struct reply){
		.status = 200, .type = S("application/xml; charset=utf-8"), .body = buf_str(o.out)
	};
}

struct reply sitemap_part_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct sitemap_url *urls = NEW_ARRAY(rq->a, struct sitemap_url, LIMIT_SITEMAP_URLS + OWN_PAGES);
	struct str wanted = request_param(rq, "part");
	size_t n = 0;

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (!str_eq(wanted, str_fmt(rq->a, "%.*s.xml", ARG(parts[i].name))))
			continue;
		const struct fault *f = parts[i].add(rq, held.c, urls, &n);

		return f ? reply_fault(f) : sitemap_reply(rq, urls, n);
	}
	return reply_error(404, S(""));
}

static void add_fields(struct request *rq, const struct catalogue *c, struct site_map_view *v)
{
	const struct str *fields;
	int n = catalogue_fields(c, rq->a, day_of(rq->now), &fields);
	struct site_map_link *list = NEW_ARRAY(rq->a, struct site_map_link, n + 1);

	for (int i = 0; i < n; i++)
		list[i] = (struct site_map_link){
			url_query(rq->a, url_path(S("/thu-tuc")), S("linh-vuc"), fields[i]), fields[i]
		};
	v->fields = list;
	v->fields_n = (size_t)n;
}

struct reply site_map_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_feed_map));
	struct site_map_link pages[OWN_PAGES];
	struct site_map_view v = { .pages = pages };
	struct html_out o = page_out(rq);

	for (size_t i = 1; i < OWN_PAGES; i++)
		pages[v.pages_n++] = (struct site_map_link){ url_path(own_pages[i].path),
			msg_text(rq->lang, own_pages[i].name) };
	add_fields(rq, held.c, &v);
	page.description = msg_text(rq->lang, MSG_feed_map_what);
	site_map_page(&o, &page, &v);
	return page_reply(&o);
}
