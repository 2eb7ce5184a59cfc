/* Published legal documents as a feed, newest first. */
#include "feed/feed.h"
#include "feed/feed_web.h"
#include "journal/journal_store.h"
#include "legal/legal_web.h"

/* A record's number is 1 + the position of its first entry. */
must_check static const struct fault *published_at(struct db *db, int64_t number, instant *out)
{
	JOURNAL_CURSOR cursor = { 0 };
	bool more = false;

	TRY(journal_read(db, number - 1, number, &cursor));
	TRY(journal_next(&cursor, &more));
	*out = more ? cursor.row.recorded : INSTANT_NONE;
	return NULL;
}

must_check static const struct fault *entry_of(
	struct request *rq, struct db *db, const struct legal_row *r, struct feed_entry *e)
{
	struct str slug;

	TRY(legal_slug(db, r, &slug));
	*e = (struct feed_entry){ .page = url_segment(rq->a, url_path(S(LEGAL_PATH)), slug),
		.key = str_fmt(rq->a, "%lld", (long long)r->number),
		.title = legal_title(rq, r->kind, r->sign),
		.summary = r->summary,
		.author = r->issuer,
		.category = r->field };
	return published_at(db, r->number, &e->updated);
}

must_check static const struct fault *fill(struct request *rq, struct feed *f, struct str *seed)
{
	READER reader = { 0 };
	const struct legal_filter filter = { .day = day_of(rq->now), .count = LIMIT_FEED_ENTRIES };
	struct feed_entry *entries = NEW_ARRAY(rq->a, struct feed_entry, LIMIT_FEED_ENTRIES);
	struct legal_rows rows = { 0 };

	TRY(site_reader(rq, &reader));
	TRY(feed_seed(rq, reader.db, seed));
	TRY(legal_list(reader.db, &filter, &rows));
	for (f->n = 0; f->n < rows.n && f->n < LIMIT_FEED_ENTRIES; f->n++)
		TRY(entry_of(rq, reader.db, &rows.rows[f->n], &entries[f->n]));
	f->entries = entries;
	return NULL;
}

struct reply legals_feed_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, S(""));
	struct feed f = { .title = msg_text(rq->lang, MSG_feed_legal),
		.subtitle = msg_text(rq->lang, MSG_feed_legal_what),
		.owner = page.owner.n ? page.owner : msg_text(rq->lang, MSG_portal_owner),
		.page = url_path(S(LEGAL_PATH)),
		.self = url_path(S(LEGAL_PATH "/atom.xml")),
		.updated = rq->now };
	struct str seed;
	const struct fault *fault = fill(rq, &f, &seed);

	return fault ? reply_fault(fault) : feed_reply(rq, &f, seed);
}
