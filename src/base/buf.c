#include "base/buf.h"

#include <stdarg.h>

static void reserve(struct buf *b, size_t more)
{
	if (b->n + more <= b->cap)
		return;
	size_t cap = b->cap ? b->cap : 512;

	while (cap < b->n + more)
		cap *= 2;
	char *p = arena_alloc(b->a, cap, 1);
	if (b->n)
		memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

void buf_add(struct buf *b, struct str s)
{
	if (!s.n)
		return;
	reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void buf_char(struct buf *b, char c)
{
	reserve(b, 1);
	b->p[b->n++] = c;
}

void buf_int(struct buf *b, int64_t n)
{
	char digits[20];
	size_t i = sizeof digits;
	uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		digits[--i] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (n < 0)
		buf_char(b, '-');
	buf_add(b, (struct str){ digits + i, sizeof digits - i });
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	buf_add(b, str_vfmt(b->a, fmt, ap));
	va_end(ap);
}
