#pragma once
/*
 * A slice of bytes that somebody else owns: an arena, a literal, a row. By value, never NULL-terminated
 * by promise (str_c makes a C string at a foreign boundary). The zero value is the empty string.
 */
#include "base/arena.h"

#include <stdarg.h>

struct str {
	const char *p;
	size_t n; /* bytes */
};
#define S(lit) ((struct str){ "" lit, sizeof(lit) - 1 })
#define S_INIT(lit) \
	{ \
		"" lit, sizeof(lit) - 1 \
	}
/* For printf: "%.*s", ARG(s) */
#define ARG(s) (int)(s).n, (s).p ? (s).p : ""

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
static inline struct str str_of(const char *c)
{
	return (struct str){ c, c ? strlen(c) : 0 };
}
/* Bytes [from, to) of s, clipped to s. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	to = to < s.n ? to : s.n;
	from = from < to ? from : to;
	return (struct str){ s.p ? s.p + from : s.p, to - from };
}
int str_cmp(struct str a, struct str b); /* by bytes, like memcmp; a prefix sorts first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Where needle begins in s, or s.n when it does not occur. */
size_t str_find(struct str s, struct str needle);
size_t str_find_char(struct str s, char c);
struct str str_trim(struct str s); /* without ASCII white space at both ends */
/* Cuts *rest at the first sep: returns what stood before, *rest becomes what follows. False when *rest is
 * spent (p is NULL). "a,,b" gives "a", "", "b". */
bool str_cut(struct str *rest, char sep, struct str *piece);
struct str str_dup(struct arena *a, struct str s); /* a copy, NUL behind it */
const char *str_c(struct arena *a, struct str s);  /* a C string; s must not contain NUL */
struct str str_fmt(struct arena *a, const char *fmt, ...) printf_like(2);
struct str str_vfmt(struct arena *a, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
struct str str_lower_ascii(struct arena *a, struct str s);
/* Whole s as a decimal number, an optional '-', no '+', no blanks. False when it is none or does not fit. */
must_check bool str_int(struct str s, int64_t *out);
