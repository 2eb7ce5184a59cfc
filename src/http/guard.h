#pragma once
/*
 * What a request's head must look like before anything else looks at it. libmicrohttpd 0.9.75 lets through
 * most of what is refused here (docs/threat-model.md, "HTTP"). Pure: the engine gives what it saw.
 */
#include "http/http.h"

struct head {
	bool http_1_0;
	bool damaged; /* bytes were hidden: NUL, a bare LF or a folded line */
	struct str target;
	const struct http_header *headers;
	size_t count; /* LIMIT_HTTP_HEADERS + 1 when there were more */
	size_t bytes;
};
/* 0 when it is fine; else the status to answer with before closing the connection (RFC 9112 2.2, 3.2, 5,
 * 6.1, 6.3, 11.2). */
must_check int guard_head(const struct head *h);
/* The declared length of the body: 0 without one, -1 when it comes in chunks. The head must be fine. */
int64_t head_body_length(const struct head *h);
/* The headers the program knows, copied to a. */
struct http_headers head_known(struct arena *a, const struct head *h);
