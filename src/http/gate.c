#include "http/route.h"
#include "base/limits.h"
#include "http/kept_gate.h"
#include "http/staff_gate.h"
#include "msg/messages.h"

/* No inline script or style anywhere: html2c refuses them in templates. */
static const struct http_header security_headers[] = {
	{ S_INIT("Content-Security-Policy"),
		S_INIT("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
		       "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
		       "frame-ancestors 'none'") },
	{ S_INIT("X-Content-Type-Options"), S_INIT("nosniff") },
	{ S_INIT("Referrer-Policy"), S_INIT("same-origin") },
	{ S_INIT("Permissions-Policy"),
		S_INIT("camera=(), geolocation=(), microphone=(), payment=(), usb=()") },
	{ S_INIT("Cross-Origin-Opener-Policy"), S_INIT("same-origin") },
	{ S_INIT("Cross-Origin-Resource-Policy"), S_INIT("same-origin") },
};
static const struct http_header transport_security = { S_INIT("Strict-Transport-Security"),
	S_INIT("max-age=31536000; includeSubDomains") };

/* ?lang= wins and is remembered in a cookie. */
static bool language_asked(const struct request *rq, enum lang *out)
{
	struct str rest = rq->query, pair;

	while (str_cut(&rest, '&', &pair))
		if (str_starts(pair, S("lang=")) && lang_from(str_sub(pair, 5, pair.n), out))
			return true;
	return false;
}

static void set_language(struct request *rq)
{
	if (!language_asked(rq, &rq->lang) && !lang_from(request_cookie(rq, S("lang")), &rq->lang))
		rq->lang = LANG_VI;
}

static bool is_safe(enum http_method m)
{
	return m == METHOD_GET || m == METHOD_HEAD || m == METHOD_OPTIONS;
}

/* Browsers say where a request comes from (Fetch Metadata; Origin, RFC 6454). A program that says neither may
 * use the API, which knows no cookies, and forms whose handlers ask again; it may not post others. */
static bool same_site(const struct request *rq, const struct route *r)
{
	struct str site = rq->headers.fetch_site, origin = rq->headers.origin;
	size_t scheme = str_find(origin, S("://"));

	if (site.n && !str_eq(site, S("same-origin")))
		return false;
	if (origin.n)
		return scheme < origin.n && rq->headers.host.n &&
		       str_eq_nocase(str_sub(origin, scheme + 3, origin.n), rq->headers.host);
	return site.n || (r->flags & (ROUTE_API | ROUTE_ANONYMOUS));
}

/* "/a/" where only "/a" exists: people type it. */
static bool has_spare_slash(const struct gate *g, const struct request *rq, struct str *path)
{
	*path = str_sub(rq->path, 0, rq->path.n - 1);
	return is_safe(rq->method) && path->n && str_ends(rq->path, S("/")) &&
	       route_find(g, METHOD_GET, *path);
}

static struct reply no_such_route(const struct gate *g, struct request *rq)
{
	struct str allowed = route_allowed(g, rq->a, rq->path), path;
	struct reply r = reply_error(allowed.n ? 405 : 404, S(""));

	if (allowed.n && rq->method == METHOD_OPTIONS)
		r = (struct reply){ .status = 204 };
	if (allowed.n) {
		reply_add_header(&r, S("Allow"), allowed);
	} else if (has_spare_slash(g, rq, &path)) {
		struct buf to = { .a = rq->a };

		add_path_encoded(&to, path);
		if (!str_starts(buf_str(&to), S("//")))
			r = (struct reply){ .status = 308, .location = buf_str(&to) };
	}
	return r;
}

/* Whether the client asked too often; *out is what it is told. */
static bool is_too_often(
	const struct gate *g, const struct request *rq, enum rate_budget budget, struct reply *out)
{
	int64_t wait = g->rates ? rate_take(g->rates, rate_client(rq), budget, rq->arrived_us) : 0;
	struct buf why = { .a = rq->a };

	if (!wait)
		return false;
	msg_http_too_often(&why, rq->lang, wait);
	*out = reply_error(429, buf_str(&why));
	reply_add_header(out, S("Retry-After"), str_fmt(rq->a, "%lld", (long long)wait));
	return true;
}

static bool is_over_route(
	const struct gate *g, const struct request *rq, const struct route *r, struct reply *out)
{
	bool looks_up = (r->flags & ROUTE_LOOKUP) && (rq->query.n || rq->param_count);

	return (looks_up && is_too_often(g, rq, RATE_LOOKUP, out)) ||
	       ((r->flags & ROUTE_COUNT) && is_too_often(g, rq, RATE_COUNT, out)) ||
	       ((r->flags & ROUTE_VOTE) && is_too_often(g, rq, RATE_VOTE, out));
}

/* Where files may come the form itself needs room too: a MiB of the limit. */
static struct reply too_large(struct request *rq, const struct route *r)
{
	struct buf why = { .a = rq->a };

	if (r->body_limit > HTTP_LARGE_BODY_BYTES)
		msg_http_too_large(
			&why, rq->lang, (r->body_limit - HTTP_LARGE_BODY_BYTES) / HTTP_LARGE_BODY_BYTES);
	return reply_error(413, buf_str(&why));
}

static struct reply run(const struct gate *g, struct request *rq)
{
	const struct route *r = route_find(g, rq->method, rq->path);
	struct reply refused;

	if (is_too_often(g, rq, RATE_ALL, &refused))
		return refused;
	if (!r)
		return no_such_route(g, rq);
	route_bind(rq, r);
	if (is_over_route(g, rq, r, &refused))
		return refused;
	if (rq->body_refused || rq->body.n > r->body_limit)
		return too_large(rq, r);
	if (!is_safe(rq->method) && !same_site(rq, r))
		return reply_error(403, S(""));
	switch (permission_kind(r->permission)) {
	case PERMISSION_NEVER: return reply_error(403, S(""));
	case PERMISSION_FOR_ALL: return kept_gate(g, rq);
	case PERMISSION_BY_ADDRESS:
		return is_loopback(rq->remote) && !rq->headers.forwarded_for.n ? r->handle(rq)
									       : reply_error(403, S(""));
	case PERMISSION_FOR_STAFF:
	case PERMISSION_TO_READ:
	case PERMISSION_TO_CHANGE: return staff_gate(g, rq);
	}
	impossible();
}

static bool is_api(const struct request *rq)
{
	return rq->route ? rq->route->flags & ROUTE_API : str_starts(rq->path, S("/api/"));
}

static void fill_error(const struct gate *g, struct request *rq, struct reply *r)
{
	struct reply page = is_api(rq) ? reply_problem(rq, r->status, (struct str){ 0 }, r->detail)
				       : g->error_page(rq, r->status, r->detail);

	r->body = page.body;
	r->type = page.type;
	r->needs_error_page = false;
}

static bool tag_matches(struct str wanted, struct str tag)
{
	struct str one;

	while (str_cut(&wanted, ',', &one)) {
		one = str_trim(one);
		if (str_eq(one, S("*")) || str_eq(one, tag) || str_eq(one, str_sub(tag, 2, tag.n)))
			return true;
	}
	return false;
}

/* The client has this body already. */
static void answer_by_tag(const struct request *rq, struct reply *r)
{
	if (!tag_matches(rq->headers.if_none_match, reply_header(r, S("ETag"))))
		return;
	r->status = reply_not_modified().status;
	r->body = r->type = (struct str){ 0 };
}

static bool is_get(const struct request *rq)
{
	return rq->method == METHOD_GET || rq->method == METHOD_HEAD;
}

static struct str cache_rule(const struct request *rq, const struct reply *r)
{
	if (r->no_store || r->status >= 400 || !is_get(rq))
		return S("no-store");
	if (r->immutable)
		return S("public, max-age=31536000, immutable");
	if (rq->route && (rq->route->flags & ROUTE_CACHEABLE))
		return S("public, max-age=60");
	return S("private, no-cache");
}

static void add_language(const struct gate *g, struct request *rq, struct reply *r)
{
	enum lang asked;

	if (!is_get(rq) || r->immutable || !language_asked(rq, &asked))
		return;
	reply_add_header(r, S("Set-Cookie"),
		str_fmt(rq->a, "lang=%.*s; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly%s",
			ARG(lang_code(asked)), g->behind_tls ? "; Secure" : ""));
}

static bool is_visit(const struct request *rq, const struct reply *r)
{
	return rq->method == METHOD_GET && rq->route &&
	       permission_kind(rq->route->permission) == PERMISSION_FOR_ALL && r->status == 200;
}

struct reply http_handle(const struct gate *g, struct request *rq)
{
	set_language(rq);
	rq->behind_tls = g->behind_tls;
	rq->rates = g->rates;
	struct reply r = run(g, rq);

	if (!r.status)
		r.status = 500;
	if (r.needs_error_page)
		fill_error(g, rq, &r);
	if (g->served && is_visit(rq, &r))
		g->served(rq, &r);
	reply_add_header(&r, S("Cache-Control"), cache_rule(rq, &r));
	if (is_get(rq) && r.status == 200 && !r.stream.next && !r.no_store && !r.immutable) {
		if (!reply_header(&r, S("ETag")).n)
			reply_add_tag(rq, &r);
		answer_by_tag(rq, &r);
	}
	if (!reply_header(&r, S("Vary")).n)
		reply_add_header(
			&r, S("Vary"), r.immutable ? S("Accept-Encoding") : S("Accept-Encoding, Cookie"));
	for (size_t i = 0; i < COUNT(security_headers); i++)
		reply_add_header(&r, security_headers[i].name, security_headers[i].value);
	if (g->behind_tls)
		reply_add_header(&r, transport_security.name, transport_security.value);
	add_language(g, rq, &r);
	return r;
}
