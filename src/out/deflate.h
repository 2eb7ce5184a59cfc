#pragma once
/* What zlib does for the program: RFC 1951 and 1952. */
#include "base/str.h"

/* Empty when it would not get smaller. */
struct str gzip_compress(struct arena *a, struct str s);
/* Raw deflate that must give exactly size bytes; false when it gives less, more or is broken. No more than
 * size is ever written, so whoever bounds size is safe from bombs. */
must_check bool inflate_raw(struct arena *a, struct str s, size_t size, struct str *out);
