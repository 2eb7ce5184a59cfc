#pragma once
/*
 * The route table and its one gate. app/routes.c holds the rows; http_handle() is what the server and the
 * tests call. In this order: language, match (404, 405 with Allow, OPTIONS), body limit (413), CSRF for every
 * unsafe method, permission, handler, error page, security headers, ETag.
 */
#include "http/http.h"

/* Who may use a route. There is no default: PERMISSION_MISSING is refused by gate_check(). */
enum permission {
	PERMISSION_MISSING,
	PERMISSION_PUBLIC,     /* anybody */
	PERMISSION_OPERATIONS, /* the operator's own machine: the peer is a loopback address, no proxy between
				*/
};

enum route_flag {
	ROUTE_PAGE = 0,      /* HTML for people: errors are pages */
	ROUTE_API = 1,       /* errors are problem+json */
	ROUTE_CACHEABLE = 2, /* the same for everybody: shared caches may keep it for a minute */
};

/* Pattern: literal segments, ":name" for one segment, "*name" at the end for all that is left. Literal rows
 * win over rows with parameters whatever their order. HEAD is answered by GET rows, OPTIONS by the gate. */
struct route {
	enum http_method method;
	const char *pattern;
	struct reply (*handle)(struct request *rq);
	enum permission permission;
	uint32_t body_limit; /* bytes; 0: no body; for METHOD_POST mostly LIMIT_HTTP_BODY_BYTES */
	unsigned flags;      /* enum route_flag */
};

struct gate {
	const struct route *routes;
	size_t count;
	/* Makes the HTML of an error: status, what happened (maybe empty). Body and type are taken from it.
	 */
	struct reply (*error_page)(struct request *rq, int status, struct str detail);
	bool behind_tls; /* then Strict-Transport-Security is sent and cookies are Secure */
};

/* Runs one request. Never faults: whatever happens is a reply. */
struct reply http_handle(const struct gate *g, struct request *rq);
/* The row that would run, NULL when none. Method HEAD finds GET rows. */
const struct route *route_find(const struct gate *g, enum http_method method, struct str path);
/* "GET, HEAD, POST, OPTIONS": what a 405 allows; empty when the path does not exist. */
struct str route_allowed(const struct gate *g, struct arena *a, struct str path);
/* Sets rq->route and its parameters; r must match rq->path. */
void route_bind(struct request *rq, const struct route *r);
/* NULL, or what is wrong with the table: a row without permission or handler, a bad or doubled pattern. For
 * the start of the program and for tests. */
must_check const char *gate_check(const struct gate *g);
