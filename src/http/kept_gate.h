#pragma once
/* The part of the gate that answers with kept pages. */
#include "http/route.h"

/* Runs the handler of rq->route, whose permission is granted to everybody, or answers with the page as it was
 * kept. A kept page comes with its ETag and compressed. */
struct reply kept_gate(const struct gate *g, struct request *rq);
/* A weak validator of the body (RFC 9110 8.8.1): the compressed forms share it. */
void reply_add_tag(struct request *rq, struct reply *r);
