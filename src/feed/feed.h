#pragma once
/*
 * What machines read of the site: Atom feeds (RFC 4287), sitemaps (sitemaps.org 0.9), robots.txt (RFC 9309),
 * security.txt (RFC 9116). Everything in them is on a page for people too.
 */
#include "html/html.h"
#include "site/site_web.h"

/* An entry of a feed. */
struct feed_entry {
	struct url page;
	struct str key; /* its identity in the feed, which never changes; its address may */
	struct str title, summary, author, category;
	instant published, updated; /* published INSTANT_NONE: as updated */
};
struct feed {
	struct str title, subtitle, owner;
	struct url page, self; /* for people; this feed */
	instant updated;       /* when there are no entries; else the newest of theirs counts */
	const struct feed_entry *entries;
	size_t n;
};
/* A feed as a reply. seed: what no other province has, see feed_seed(). */
struct reply feed_reply(struct request *rq, const struct feed *f, struct str seed);
/* The hash of the first entry of the journal: identities of entries are made of it, so they stay when the
 * site moves to another address, and no two provinces share any. */
must_check const struct fault *feed_seed(struct request *rq, struct db *db, struct str *seed);
/* urn:uuid:… (RFC 9562 version 8) of seed and name. */
struct str feed_id(struct arena *a, struct str seed, struct str name);

struct sitemap_url {
	struct url page;
	instant changed; /* INSTANT_NONE: not known */
};
/* <urlset>; at most LIMIT_SITEMAP_URLS. */
struct reply sitemap_reply(struct request *rq, const struct sitemap_url *urls, size_t n);

/* <name>text</name>, escaped. */
void xml_element(struct html_out *o, const char *name, struct str text);
void xml_instant(struct html_out *o, const char *name, instant t);
