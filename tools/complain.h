#pragma once
/* What the compilers of messages and templates share: the first error with its place, and C literals. */
#include "base/base.h"

/* The first error of one run; later ones are its consequences and are dropped. */
struct complaint {
	struct arena *a;
	struct str text; /* "file:line: error: what\n"; empty while all is well */
};
void complain(struct complaint *c, struct str path, int line, const char *fmt, ...) printf_like(4);
static inline bool complained(const struct complaint *c)
{
	return c->text.n != 0;
}

/* True for well-formed UTF-8 without control characters other than tab and newline; else *line is where. */
must_check bool text_is_clean(struct str s, int *line);
/* s as the inside of a C string literal, readable; a newline in s also breaks the literal into two lines. */
void add_c_string(struct buf *b, struct str s);
