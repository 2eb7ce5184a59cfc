#pragma once
/*
 * multipart/form-data (RFC 7578, framed as in RFC 2046 5.1) over a body that is in memory: what a form with a
 * file sends. Strict, because browsers all write it alike: the body begins with the first boundary and ends
 * with the closing one, every part has one Content-Disposition with a name, no name comes twice, heads hold
 * no control characters. Slices of the result lie in the body.
 */
#include "base/base.h"

struct multipart_part {
	struct str name;  /* of the field: never empty, UTF-8 */
	bool is_file;     /* it came with a file name, which may be empty */
	struct str file;  /* the name as sent, with its "%22": UTF-8 without control characters */
	struct str bytes; /* the value */
};
struct multipart {
	const struct multipart_part *parts;
	size_t n;
};
/* The boundary of a Content-Type; false when it is none of multipart/form-data or its boundary is bad (RFC
 * 2046: 1 to 70 characters of a small set). */
must_check bool multipart_boundary(struct str content_type, struct str *boundary);
/* All parts, in a. False when the body is not whole or breaks a rule or a limit (LIMIT_MULTIPART_…). */
must_check bool multipart_read(struct arena *a, struct str boundary, struct str body, struct multipart *out);
