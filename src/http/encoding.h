#pragma once
/* Content codings: which one a client takes (RFC 9110 12.5.3), and compressing replies on the worker. */
#include "http/http.h"
#include "out/deflate.h"

enum coding { CODING_NONE, CODING_GZIP, CODING_BROTLI };

/* The best of brotli and gzip that Accept-Encoding allows, by weight, brotli when both weigh the same. */
enum coding coding_for(struct str accept_encoding);
/* The weight of "br" in thousandths, 0 when it is refused or not named ("*" names everything). */
int coding_weight(struct str accept_encoding, struct str name);
struct str coding_text(enum coding c); /* "br", "gzip" */
/* Compresses text of more than HTTP_COMPRESS_FROM_BYTES when the client takes it and it gets smaller. */
void reply_compress(struct request *rq, struct reply *r);

/* Empty when it would not get smaller. */
struct str brotli_compress(struct arena *a, struct str s);
