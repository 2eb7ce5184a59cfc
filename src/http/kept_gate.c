#include "http/kept_gate.h"
#include "base/limits.h"
#include "http/kept.h"

static bool is_declared(const char *names, struct str name)
{
	struct str rest = str_of(names), one;

	while (str_cut(&rest, ' ', &one))
		if (one.n && str_eq(one, name))
			return true;
	return false;
}

/* The query without the switch of language, which rq->lang holds. False: it has a field that is not declared.
 */
static bool add_query(const struct request *rq, struct buf *key)
{
	struct str rest = rq->query, pair, name;

	if (rest.n > LIMIT_KEPT_QUERY_BYTES)
		return false;
	while (str_cut(&rest, '&', &pair)) {
		struct str value = pair;

		if (!pair.n || str_starts(pair, S("lang=")))
			continue;
		if (!str_cut(&value, '=', &name) || !is_declared(rq->route->kept_query, name))
			return false;
		buf_char(key, '&');
		buf_add(key, pair);
	}
	return true;
}

/* Whoever is signed in never sees a kept page, nor leaves one behind. */
static bool may_be_kept(const struct gate *g, const struct request *rq)
{
	struct str cookies = rq->headers.cookie;

	return g->kept && g->shown &&
	       rq->route->flags & (ROUTE_KEPT | ROUTE_KEPT_FIGURES | ROUTE_KEPT_VISITS) &&
	       (rq->method == METHOD_GET || rq->method == METHOD_HEAD) &&
	       str_find(cookies, S(SESSION_COOKIE "=")) == cookies.n;
}

static bool ask_of(const struct gate *g, struct request *rq, struct kept_ask *ask)
{
	struct buf key = { .a = rq->a };
	unsigned look = 0;

	if (!may_be_kept(g, rq))
		return false;
	*ask = (struct kept_ask){ .coding = coding_for(rq->headers.accept_encoding) };
	g->shown(rq, rq->route->flags, &ask->state, &look);
	buf_fmt(&key, "%d %u ", (int)rq->lang, look);
	buf_add(&key, rq->path);
	buf_char(&key, '?'); /* ends the path: add_query() begins with '&' */
	if (!add_query(rq, &key))
		return false;
	ask->key = sha256_of(S(""), buf_str(&key));
	return true;
}

static bool is_for_everybody(const struct reply *r)
{
	return r->status == 200 && !r->stream.next && !r->needs_error_page && !r->fault && !r->no_store &&
	       !r->immutable && !r->is_encoded && !r->location.n && !reply_header(r, S("Set-Cookie")).n;
}

void reply_add_tag(struct request *rq, struct reply *r)
{
	struct sha256 hash = sha256_of((struct str){ 0 }, r->body);
	struct buf tag = { .a = rq->a };

	enum { TAG_BYTES = 12 };
	buf_add(&tag, S("W/\""));
	add_hex(&tag, (struct str){ (const char *)hash.b, TAG_BYTES });
	buf_char(&tag, '"');
	reply_add_header(r, S("ETag"), buf_str(&tag));
}

struct reply kept_gate(const struct gate *g, struct request *rq)
{
	struct kept_ask ask;
	struct reply r;

	if (!ask_of(g, rq, &ask))
		return rq->route->handle(rq);
	if (!kept_take(g->kept, &ask, rq->a, &r)) {
		r = rq->route->handle(rq);
		if (!is_for_everybody(&r)) {
			kept_give_up(g->kept, &ask);
			return r;
		}
		reply_add_tag(rq, &r);
		kept_put(g->kept, &ask, &r);
	}
	if (!r.is_encoded && ask.coding != CODING_NONE) {
		reply_compress(rq, &r);
		kept_put_form(g->kept, &ask, r.is_encoded ? r.body : S(""));
	}
	return r;
}
