/* Any text: folding is stable, blind to composition, and its keys stay within their alphabets. */
#include "search/match.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	ARENA a = { 0 };
	struct buf safe = { .a = &a };

	utf8_add_safe(&safe, s);
	MUST(utf8_valid(buf_str(&safe)));
	if (!utf8_valid(s))
		s = buf_str(&safe);
	struct str once = fold(&a, s), composed = nfc(&a, s), address = slug(&a, s);
	MUST(utf8_valid(once) && utf8_valid(composed));
	MUST(str_eq(nfc(&a, composed), composed));
	MUST(str_eq(fold(&a, composed), once));
	MUST(str_eq(sort_key(&a, composed), sort_key(&a, s)));
	MUST(utf8_valid(sort_key(&a, s)) && utf8_valid(name_sort_key(&a, s)));
	MUST(address.n <= LIMIT_SLUG_CHARS);
	for (size_t i = 0; i < address.n; i++)
		MUST((address.p[i] >= 'a' && address.p[i] <= 'z') ||
			(address.p[i] >= '0' && address.p[i] <= '9') || (address.p[i] == '-' && i));
	struct search_query q;
	struct search_text text = search_text_of(&a, s);
	search_query_read(&q, &a, utf8_clip(s, 40));
	MUST(str_eq(text.folded, once));
	MUST(match_rank(&q, text) >= MATCH_NONE && match_rank(&q, text) <= MATCH_BEST);
	return 0;
}
