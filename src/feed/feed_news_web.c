/* Published news as a feed, newest first. */
#include "article/article_web.h"
#include "feed/feed.h"
#include "feed/feed_web.h"

must_check static const struct fault *fill(struct request *rq, struct feed *f, struct str *seed)
{
	READER reader = { 0 };
	const struct article_ask ask = { .section = ARTICLE_NEWS, .most = LIMIT_FEED_ENTRIES };
	const struct article_row *rows;
	struct feed_entry *entries = NEW_ARRAY(rq->a, struct feed_entry, LIMIT_FEED_ENTRIES);
	size_t n;

	TRY(site_reader(rq, &reader));
	TRY(feed_seed(rq, reader.db, seed));
	TRY(article_list(reader.db, &ask, &rows, &n));
	for (f->n = 0; f->n < n && f->n < LIMIT_FEED_ENTRIES; f->n++) {
		const struct article_row *r = &rows[f->n];

		/* Known by its number: the address follows the title, which may be corrected. */
		entries[f->n] =
			(struct feed_entry){ .page = url_segment(rq->a, url_path(S(NEWS_PATH)), r->slug),
				.key = str_fmt(rq->a, "%lld", (long long)r->number),
				.title = r->title,
				.summary = r->lead,
				.author = r->author,
				.published = r->published,
				.updated = r->updated != INSTANT_NONE ? r->updated : r->published };
	}
	f->entries = entries;
	return NULL;
}

struct reply news_feed_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, S(""));
	struct feed f = { .title = msg_text(rq->lang, MSG_feed_news),
		.subtitle = msg_text(rq->lang, MSG_feed_news_what),
		.owner = page.owner.n ? page.owner : msg_text(rq->lang, MSG_portal_owner),
		.page = url_path(S(NEWS_PATH)),
		.self = url_path(S(NEWS_PATH "/atom.xml")),
		.updated = rq->now };
	struct str seed;
	const struct fault *fault = fill(rq, &f, &seed);

	return fault ? reply_fault(fault) : feed_reply(rq, &f, seed);
}
