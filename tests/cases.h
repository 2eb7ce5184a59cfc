#pragma once
/* Tables of cases in text files: "== what is expected" in one line, and under it the input. Lines before the
 * first case are for the reader, and so is what follows an empty line with "# " below it, to the next case.
 */
#include "base/base.h"

struct cases {
	struct str rest;
	int line; /* of the case that was read last, for messages */
};
struct test_case {
	struct str want, input;
	int line;
};
/* The whole file below tests/golden/. Stops the test program when it cannot be read. */
struct str golden_file(struct arena *a, const char *name);
must_check bool next_case(struct cases *c, struct test_case *out);
