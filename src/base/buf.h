#pragma once
/* A byte buffer that grows inside an arena. Appending cannot fail. { .a = &arena } is a valid empty one. */
#include "base/str.h"

struct buf {
	struct arena *a;
	char *p;
	size_t n, cap; /* bytes */
};
void buf_add(struct buf *b, struct str s);
void buf_char(struct buf *b, char c);
void buf_int(struct buf *b, int64_t n);
void buf_fmt(struct buf *b, const char *fmt, ...) printf_like(2);
static inline struct str buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}
