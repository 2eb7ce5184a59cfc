#pragma once
/*
 * Kept pages: finished replies of public pages, good as long as nothing that they show has changed. What that
 * is, is a vector of numbers (struct kept_state) that the program takes before the page is made: equal
 * numbers, equal page. Nothing expires and nobody has to remember which pages to throw away: an old page is
 * simply never found again (docs/decisions/0066-kept-pages.md). For any number of threads; a page that
 * several want at once is made once.
 */
#include "http/encoding.h"
#include "base/hash.h"

enum { KEPT_MARKS = 8, KEPT_HEADERS = 4 };
struct kept_state {
	uint64_t marks[KEPT_MARKS];
};
struct kept_pages;
struct kept_counts {
	int64_t hits, misses, dropped; /* dropped: to make room */
	int64_t pages, bytes;
};

/* Lives in a, except for the pages: kept_pages_free() gives those back. */
struct kept_pages *kept_pages_new(struct arena *a);
void kept_pages_free(struct kept_pages *k);
struct kept_counts kept_pages_counts(struct kept_pages *k);

/* One request's question. key names the page in all that makes a difference (address, language, settings). */
struct kept_ask {
	struct sha256 key;
	struct kept_state state;
	enum coding coding;
	bool making; /* others wait for this one: it must end with kept_put() or kept_give_up() */
};
/* Whether there is one. *out is then a copy in a: compressed when that form was kept, else as it was put.
 * False: the caller makes it. Waits while somebody else makes the same. */
must_check bool kept_take(struct kept_pages *k, struct kept_ask *ask, struct arena *a, struct reply *out);
/* r is a finished page, not compressed. One too large, or with too many headers, is not kept. */
void kept_put(struct kept_pages *k, struct kept_ask *ask, const struct reply *r);
void kept_give_up(struct kept_pages *k, struct kept_ask *ask);
/* The form in ask->coding of the page that was taken or put; empty: it does not get smaller. */
void kept_put_form(struct kept_pages *k, const struct kept_ask *ask, struct str body);
