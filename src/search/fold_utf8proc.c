/* The only file that knows libutf8proc. Its functions that allocate are not used. */
#include "search/unicode.h"

#include <utf8proc.h>

static struct code_points decompose(struct arena *a, struct str s, unsigned how)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.p;
	utf8proc_option_t option = (utf8proc_option_t)how; /* a set of them, which the type does not say */
	size_t cap =
		s.n + 1; /* enough but for rare signs that stand for a whole word; reencode needs one more */

	for (;;) {
		struct code_points c = { NEW_ARRAY(a, int32_t, cap + 1), 0 };
		utf8proc_ssize_t need =
			utf8proc_decompose(bytes, (utf8proc_ssize_t)s.n, c.p, (utf8proc_ssize_t)cap, option);
		assert(need >= 0); /* fails only for broken UTF-8 */
		c.n = (size_t)need;
		if (c.n <= cap)
			return c;
		cap = c.n;
	}
}

struct code_points unicode_decompose(struct arena *a, struct str s)
{
	return decompose(a, s, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

struct str unicode_compose(struct arena *a, struct str s)
{
	struct code_points c = decompose(a, s, UTF8PROC_DECOMPOSE);
	unsigned how = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
	utf8proc_ssize_t n = utf8proc_reencode(c.p, (utf8proc_ssize_t)c.n, (utf8proc_option_t)how);

	assert(n >= 0);
	return (struct str){ (char *)c.p, (size_t)n }; /* it writes the bytes where the code points were */
}

enum unicode_kind unicode_kind_of(int32_t code_point)
{
	utf8proc_category_t category = utf8proc_category(code_point);

	if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
		return UNICODE_WORD;
	if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME)
		return UNICODE_MARK;
	if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO)
		return UNICODE_WORD;
	return UNICODE_OTHER;
}
