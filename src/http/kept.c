#define _GNU_SOURCE
#include "http/kept.h"
#include "base/limits.h"

#include <pthread.h>

enum { NONE = 0, CODINGS = CODING_BROTLI + 1, TABLE = 2 * LIMIT_KEPT_PAGES };

enum place_state { PLACE_FREE, PLACE_MAKING, PLACE_READY };
struct kept_page {
	struct reply reply;
	struct str forms[CODINGS]; /* compressed; empty when it does not get smaller */
	bool has_form[CODINGS];
};
/* A page, or one that is being made. Places are numbered from 1. */
struct place {
	enum place_state what;
	struct sha256 key;
	struct kept_state state;
	int next;         /* with the same hash; of free ones: the next free one */
	int newer, older; /* by last use; of ready ones */
	struct arena own;
	struct kept_page *page; /* in own; of ready ones */
};
struct kept_pages {
	pthread_mutex_t lock; /* guards everything */
	pthread_cond_t made;
	struct place *places; /* LIMIT_KEPT_PAGES + 1, the first is not used */
	int *table;           /* by hash: the first place */
	int free, newest, oldest;
	struct kept_counts counts;
};

struct kept_pages *kept_pages_new(struct arena *a)
{
	struct kept_pages *k = NEW(a, struct kept_pages);

	k->places = NEW_ARRAY(a, struct place, LIMIT_KEPT_PAGES + 1);
	k->table = NEW_ARRAY(a, int, TABLE);
	for (int i = LIMIT_KEPT_PAGES; i > 0; i--) {
		k->places[i].next = k->free;
		k->free = i;
	}
	pthread_mutex_init(&k->lock, NULL);
	pthread_cond_init(&k->made, NULL);
	return k;
}

void kept_pages_free(struct kept_pages *k)
{
	for (int i = 1; i <= LIMIT_KEPT_PAGES; i++)
		arena_free(&k->places[i].own);
	pthread_cond_destroy(&k->made);
	pthread_mutex_destroy(&k->lock);
}

/* What follows is called with the lock held, up to the functions of the header. */

static int *bucket(struct kept_pages *k, const struct sha256 *key)
{
	uint32_t h;

	memcpy(&h, key->b, sizeof h);
	return &k->table[h % TABLE];
}

static int find(struct kept_pages *k, const struct sha256 *key)
{
	int i = *bucket(k, key);

	while (i && memcmp(&k->places[i].key, key, sizeof *key) != 0)
		i = k->places[i].next;
	return i;
}

static void unlink_use(struct kept_pages *k, struct place *p)
{
	*(p->newer ? &k->places[p->newer].older : &k->newest) = p->older;
	*(p->older ? &k->places[p->older].newer : &k->oldest) = p->newer;
}

static void link_newest(struct kept_pages *k, int i)
{
	struct place *p = &k->places[i];

	p->newer = NONE;
	p->older = k->newest;
	*(k->newest ? &k->places[k->newest].newer : &k->oldest) = i;
	k->newest = i;
}

/* Gives back what the place holds; its key stays. */
static void empty(struct kept_pages *k, struct place *p)
{
	if (p->what == PLACE_READY) {
		unlink_use(k, p);
		k->counts.pages--;
		k->counts.bytes -= (int64_t)p->own.total;
	}
	arena_free(&p->own);
	p->page = NULL;
	p->what = PLACE_FREE;
}

static void remove_place(struct kept_pages *k, int i)
{
	struct place *p = &k->places[i];
	int *at = bucket(k, &p->key);

	empty(k, p);
	while (*at != i)
		at = &k->places[*at].next;
	*at = p->next;
	p->next = k->free;
	k->free = i;
}

static void drop_oldest(struct kept_pages *k)
{
	remove_place(k, k->oldest);
	k->counts.dropped++;
}

/* A place for the page that ask wants made; NONE when all are being made. */
static int place_for(struct kept_pages *k, const struct kept_ask *ask)
{
	int i = find(k, &ask->key);

	if (i) {
		empty(k, &k->places[i]);
	} else {
		if (!k->free && k->oldest)
			drop_oldest(k);
		i = k->free;
		if (!i)
			return NONE;
		k->free = k->places[i].next;
		k->places[i].key = ask->key;
		k->places[i].next = *bucket(k, &ask->key);
		*bucket(k, &ask->key) = i;
	}
	k->places[i].what = PLACE_MAKING;
	k->places[i].state = ask->state;
	return i;
}

static bool is_of(const struct place *p, const struct kept_ask *ask, enum place_state what)
{
	return p->what == what && memcmp(&p->state, &ask->state, sizeof p->state) == 0;
}

static struct reply copy_head(struct arena *a, const struct reply *from)
{
	struct reply r = { .status = from->status, .type = str_dup(a, from->type) };

	for (size_t i = 0; i < from->header_count; i++)
		reply_add_header(&r, str_dup(a, from->headers[i].name), str_dup(a, from->headers[i].value));
	return r;
}

static void hand_out(struct kept_pages *k, int i, enum coding coding, struct arena *a, struct reply *out)
{
	const struct kept_page *page = k->places[i].page;
	bool smaller = page->has_form[coding] && page->forms[coding].n;

	unlink_use(k, &k->places[i]);
	link_newest(k, i);
	*out = copy_head(a, &page->reply);
	out->body = str_dup(a, smaller ? page->forms[coding] : page->reply.body);
	out->is_encoded = page->has_form[coding]; /* or known to get no smaller */
	if (smaller)
		reply_add_header(out, S("Content-Encoding"), coding_text(coding));
}

static void make_room(struct kept_pages *k)
{
	while (k->counts.bytes > LIMIT_KEPT_BYTES && k->oldest)
		drop_oldest(k);
}

/* From here on: without the lock. */

struct kept_counts kept_pages_counts(struct kept_pages *k)
{
	pthread_mutex_lock(&k->lock);
	struct kept_counts counts = k->counts;
	pthread_mutex_unlock(&k->lock);
	return counts;
}

/* Somebody makes the page in another state, or the one waited for came to nothing: then this request makes
 * its own and nobody waits for it, so that a page that fails does not fail one request after the other. */
bool kept_take(struct kept_pages *k, struct kept_ask *ask, struct arena *a, struct reply *out)
{
	bool waited = false, hit = false;

	ask->making = false;
	pthread_mutex_lock(&k->lock);
	int i = find(k, &ask->key);

	while (i && is_of(&k->places[i], ask, PLACE_MAKING)) {
		waited = true;
		pthread_cond_wait(&k->made, &k->lock);
		i = find(k, &ask->key);
	}
	if (i && is_of(&k->places[i], ask, PLACE_READY)) {
		hand_out(k, i, ask->coding, a, out);
		hit = true;
	} else if (!waited && (!i || k->places[i].what == PLACE_READY)) {
		ask->making = place_for(k, ask) != NONE;
	}
	k->counts.hits += hit;
	k->counts.misses += !hit;
	pthread_mutex_unlock(&k->lock);
	return hit;
}

void kept_put(struct kept_pages *k, struct kept_ask *ask, const struct reply *r)
{
	if (r->body.n > LIMIT_KEPT_PAGE_BYTES || r->header_count > KEPT_HEADERS) {
		kept_give_up(k, ask);
		return;
	}
	if (!ask->making)
		return;
	pthread_mutex_lock(&k->lock);
	int i = find(k, &ask->key);
	struct place *p = &k->places[i];

	assert(i && is_of(p, ask, PLACE_MAKING));
	p->page = NEW(&p->own, struct kept_page);
	p->page->reply = copy_head(&p->own, r);
	p->page->reply.body = str_dup(&p->own, r->body);
	p->page->has_form[CODING_NONE] = true;
	p->what = PLACE_READY;
	link_newest(k, i);
	k->counts.pages++;
	k->counts.bytes += (int64_t)p->own.total;
	make_room(k);
	ask->making = false;
	pthread_cond_broadcast(&k->made);
	pthread_mutex_unlock(&k->lock);
}

void kept_give_up(struct kept_pages *k, struct kept_ask *ask)
{
	if (!ask->making)
		return;
	pthread_mutex_lock(&k->lock);
	remove_place(k, find(k, &ask->key));
	ask->making = false;
	pthread_cond_broadcast(&k->made);
	pthread_mutex_unlock(&k->lock);
}

void kept_put_form(struct kept_pages *k, const struct kept_ask *ask, struct str body)
{
	pthread_mutex_lock(&k->lock);
	int i = find(k, &ask->key);
	struct place *p = &k->places[i];

	if (i && is_of(p, ask, PLACE_READY) && !p->page->has_form[ask->coding]) {
		k->counts.bytes -= (int64_t)p->own.total;
		p->page->forms[ask->coding] = str_dup(&p->own, body);
		p->page->has_form[ask->coding] = true;
		k->counts.bytes += (int64_t)p->own.total;
		make_room(k);
	}
	pthread_mutex_unlock(&k->lock);
}
