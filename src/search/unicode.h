#pragma once
/* The little of Unicode that folding needs; behind it stands libutf8proc. Valid UTF-8 only. */
#include "base/str.h"

struct code_points {
	int32_t *p;
	size_t n;
};
/* Compatibility decomposition with case folding. */
struct code_points unicode_decompose(struct arena *a, struct str s);
struct str unicode_compose(struct arena *a, struct str s);
enum unicode_kind { UNICODE_OTHER, UNICODE_WORD, UNICODE_MARK }; /* word: letters and digits of any script */
enum unicode_kind unicode_kind_of(int32_t code_point);
