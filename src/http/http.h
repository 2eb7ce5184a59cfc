#pragma once
/*
 * A request and a reply as plain values. A handler is `struct reply x_get(struct request *rq)`: it cannot
 * write to a socket, so a test calls it directly or through the gate (http/route.h). Everything in a
 * request was checked before a handler sees it; everything a handler returns lives in rq->a or longer.
 */
#include "base/base.h"
#include "msg/lang.h"

struct app;           /* the program's own state: app/ defines it */
struct server;        /* http/server.h */
struct rates;         /* http/rate.h */
struct route;         /* http/route.h */
struct staff_session; /* account/signin.h */
struct grant;         /* account/permission.h */

enum http_method {
	METHOD_OTHER,
	METHOD_GET,
	METHOD_HEAD,
	METHOD_POST,
	METHOD_PUT,
	METHOD_DELETE,
	METHOD_OPTIONS
};

/* The only headers that exist for the program. Empty when absent. */
struct http_headers {
	struct str host, origin, fetch_site, cookie, accept_encoding, accept_language, if_none_match;
	struct str content_type, forwarded_for, user_agent;
	struct str purpose; /* why a browser fetches a page before anybody wants it: "prefetch" */
};

enum { HTTP_PATH_PARAMS = 4 };
struct path_param {
	struct str name, value;
};

struct request {
	struct arena *a; /* lives until the reply is sent */
	struct app *app;
	struct server *server; /* NULL in tests without one */
	int64_t arrived_us;    /* monotonic, for limits; no time of day */
	int worker;            /* which worker runs this, from 0: one database connection each */
	enum http_method method;
	struct str path;  /* decoded, UTF-8, no NUL, no control character, no "." or ".." segment */
	struct str query; /* as sent, without '?': read it through form_read_query() */
	struct str body;  /* as sent: read it through form_read_body() */
	struct http_headers headers;
	struct str remote;         /* the peer's address, never logged */
	enum lang lang;            /* set by the gate: ?lang=, then the cookie, then Vietnamese */
	bool body_refused;         /* the body was larger than its route allows and was not kept */
	instant now;               /* the only clock a handler has */
	uint64_t id;               /* of this request, in logs and on error pages */
	const struct route *route; /* set by the gate */
	const struct staff_session
		*session; /* who is signed in: set by the gate for routes of staff, never NULL there */
	/* The role that somebody else lends and that this request makes use of, NULL: none. Set by the gate
	 * when it lets in by that role alone, and by staff_acting_at(). */
	const struct grant *delegated;
	bool behind_tls;     /* set by the gate */
	struct rates *rates; /* set by the gate; NULL: no limits per client */
	struct path_param params[HTTP_PATH_PARAMS];
	size_t param_count;
};

/* Splits "/path?query" into rq->path and rq->query. False when it must be answered with 400: broken percent
 * code, broken or overlong UTF-8, NUL or other control character, an encoded '/', "." or "..", no leading
 * '/' (RFC 3986 2.1, 3.3). */
must_check bool request_set_target(struct request *rq, struct str target);
/* The part of the path that ":name" of the route's pattern matched. The pattern must have it. */
struct str request_param(const struct request *rq, const char *name);
/* path percent-encoded, '/' kept (RFC 3986 3.3). */
void add_path_encoded(struct buf *b, struct str path);
/* The value of a cookie, empty when absent (RFC 6265 4.2). */
struct str request_cookie(const struct request *rq, struct str name);

/* A body in pieces, for exports: next appends one piece to out, whose arena is emptied after each piece, and
 * says whether there is more. Runs on a worker and may read the database. state lives in rq->a. */
struct http_stream {
	const struct fault *(*next)(void *state, struct buf *out, bool *more);
	void *state;
};

enum { REPLY_HEADERS = 20 };
struct http_header {
	struct str name, value; /* neither may contain CR, LF or NUL */
};
struct reply {
	int status; /* 0 is 500 */
	struct str type;
	struct str body;
	struct http_stream stream; /* instead of body when next is set */
	struct str location;
	struct http_header headers[REPLY_HEADERS];
	size_t header_count;
	bool no_store;             /* personal data: no cache may keep it */
	bool immutable;            /* the address names the content: caches may keep it for a year */
	bool is_encoded;           /* body is compressed already, Content-Encoding is among the headers */
	bool needs_error_page;     /* body is empty: the gate fills it, as a page or as a problem */
	struct str detail;         /* with needs_error_page: what happened and what to do, for people */
	const struct fault *fault; /* logged once, by the server */
};

struct reply reply_html(int status, struct str html);
struct reply reply_json(int status, struct str json);
struct reply reply_text(int status, struct str text);
/* An attachment, name being the file name offered (ASCII letters, digits, '-', '_', '.'). */
struct reply reply_file(struct request *rq, struct str type, struct str name, struct str bytes);
struct reply reply_stream(struct request *rq, struct str type, struct str name, struct http_stream s);
/* application/problem+json (RFC 9457): kind is the last part of the type URI, "about:blank" when empty. */
struct reply reply_problem(struct request *rq, int status, struct str kind, struct str detail);
/* 303 to a path of this site (must begin with a single '/'): the answer to every accepted POST. */
struct reply reply_see_other(struct str location);
struct reply reply_not_modified(void);
/* An error without a body: the gate makes an HTML page of it (through the program's error page) or, for API
 * routes, a problem. detail may be empty. */
struct reply reply_error(int status, struct str detail);
/* What broke: 503 for busy and full, 404 for a missing row, 409 for a conflict, 500 otherwise. The server
 * logs the fault; the client sees only the request's id. */
struct reply reply_fault(const struct fault *f);
/* Adds a header; handlers have room for a few. Both strings must outlive the reply. */
void reply_add_header(struct reply *r, struct str name, struct str value);
/* "Not Found" for 404. Never empty. */
struct str http_status_text(int status);
struct str http_method_text(enum http_method m);
/* The value of a header of the reply, empty when absent: for tests. */
struct str reply_header(const struct reply *r, struct str name);
bool str_eq_nocase(struct str a, struct str b); /* ASCII letters only */
