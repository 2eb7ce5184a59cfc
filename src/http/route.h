#pragma once
/*
 * The route table and its one gate. app/routes.c holds the rows; http_handle() is what the server and the
 * tests call. In this order: language, limits of the client (429), match (404, 405 with Allow, OPTIONS), body
 * limit (413), CSRF for every unsafe method, session, the session's next step, form token, permission,
 * agency, handler, error page, security headers, ETag.
 */
#include "account/signin.h"
#include "http/rate.h"

enum route_flag {
	ROUTE_PAGE = 0,      /* HTML for people: errors are pages */
	ROUTE_API = 1,       /* errors are problem+json */
	ROUTE_CACHEABLE = 2, /* the same for everybody: shared caches may keep it for a minute */
	ROUTE_LOOKUP = 4,    /* with a query or a parameter it takes from the client's RATE_LOOKUP */
	ROUTE_COUNT = 8,     /* takes from RATE_COUNT */
	/* A public page that is kept finished while nothing that pages show has changed (http/kept.h). It
	 * depends on nothing else: not on who asks, no cookie but language and reading settings, no header,
	 * no second of the clock below the minute; its forms carry nothing made for one visitor. */
	ROUTE_KEPT = 16,
	ROUTE_KEPT_FIGURES = 32, /* kept, and shows what dossiers change */
	ROUTE_KEPT_VISITS = 64,  /* kept, and shows the counter of visits */
	/* A form of people without an account, on a page that is kept: a browser that does not say where a
	 * form comes from is let through, and the handler asks once more (visitor/visitor_web.h). */
	ROUTE_ANONYMOUS = 128,
	ROUTE_VOTE = 256, /* takes from RATE_VOTE */
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
	/* Whose file the address names, for rows of staff with a parameter: the code of an agency ("" is the
	 * whole province), or found is false. Somebody who may not there sees 404, as if it did not exist. */
	const struct fault *(*agency_of)(struct request *rq, struct str *agency, bool *found);
	/* Of kept pages: names of fields, by blanks. With any other field in its query a page is not kept:
	 * whoever makes up fields would fill the room for nothing. */
	const char *kept_query;
};

/* How the gate knows people. */
struct gate_people {
	/* The session of the request's cookie, *out NULL without one. In rq->a. */
	const struct fault *(*identify)(struct request *rq, const struct staff_session **out);
	/* Whether the agency is root or below it, today. */
	bool (*is_within)(const void *request, struct str agency, struct str root);
	/* Puts down that something was done with rq->delegated. */
	const struct fault *(*acted)(struct request *rq);
};
#define SESSION_COOKIE "phien"   /* its name, or the end of it */
#define FORM_TOKEN_NAME "_phien" /* the hidden field of every form of a session */
#define SIGN_IN_PATH "/dang-nhap"
#define SIGN_OUT_PATH "/dang-xuat"
#define STAFF_PATH "/lam-viec"
/* Where a session that still needs something is sent; empty for NEED_NOTHING. */
struct str need_path(enum session_need need);

struct kept_pages;
struct kept_state;
struct gate {
	const struct route *routes;
	size_t count;
	/* Makes the HTML of an error: status, what happened (maybe empty). Body and type are taken from it.
	 */
	struct reply (*error_page)(struct request *rq, int status, struct str detail);
	bool behind_tls;                  /* then Strict-Transport-Security is sent and cookies are Secure */
	const struct gate_people *people; /* NULL: nobody can sign in */
	struct rates *rates;              /* NULL: no limits per client; the server sets its own */
	/* Tells what public pages show at this moment, figures only when flags (of the route) say so, and
	 * which of the looks of a page the request wants beside its language. NULL: no page is kept. */
	void (*shown)(const struct request *rq, unsigned flags, struct kept_state *state, unsigned *look);
	struct kept_pages *kept; /* NULL: no page is kept; with shown the server sets its own */
	/* Told of each GET of a route open to everybody that is answered with 200, or with 304 because the
	 * client has it (r is whole even then), kept or made: to count visits. NULL: nobody is. */
	void (*served)(const struct request *rq, const struct reply *r);
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
