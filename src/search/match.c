#include "search/match.h"

static struct str exact_form(struct arena *a, const struct word *w)
{
	struct buf b = { .a = a };

	buf_char(&b, w->tone);
	buf_add(&b, w->letters);
	return buf_str(&b);
}

void search_query_read(struct search_query *q, struct arena *a, struct str query)
{
	struct words words = word_begin(a, utf8_clip(query, LIMIT_QUERY_CHARS));
	struct buf folded = { .a = a };
	struct word w;

	*q = (struct search_query){ 0 };
	while (q->count < LIMIT_QUERY_WORDS && word_next(&words, &w)) {
		buf_add(&folded, q->count ? S(" ") : S(""));
		buf_add(&folded, w.folded);
		q->words[q->count] = w.folded;
		q->exact[q->count++] = exact_form(a, &w);
	}
	q->folded = buf_str(&folded);
}

struct search_text search_text_of(struct arena *a, struct str text)
{
	struct words words = word_begin(a, text);
	struct buf folded = { .a = a }, exact = { .a = a };
	struct word w;

	while (word_next(&words, &w)) {
		buf_add(&folded, folded.n ? S(" ") : S(""));
		buf_add(&folded, w.folded);
		buf_add(&exact, exact.n ? S(" ") : S(""));
		buf_add(&exact, exact_form(a, &w));
	}
	return (struct search_text){ buf_str(&folded), buf_str(&exact) };
}

/* Whether a word of text begins so. */
static bool begins_word(struct str text, struct str start)
{
	while (text.n) {
		if (str_starts(text, start))
			return true;
		size_t blank = str_find_char(text, ' ');
		text = str_sub(text, blank + 1, text.n);
	}
	return false;
}

int match_rank(const struct search_query *q, struct search_text text)
{
	bool words = true, exact = true;

	for (size_t i = 0; i < q->count; i++) {
		if (str_find(text.folded, q->words[i]) == text.folded.n)
			return MATCH_NONE;
		words = words && begins_word(text.folded, q->words[i]);
		exact = exact && begins_word(text.exact, q->exact[i]);
	}
	if (!words)
		return MATCH_INSIDE;
	bool phrase = q->count && begins_word(text.folded, q->folded);
	if (exact && q->count)
		return phrase ? MATCH_BEST : MATCH_EXACT_WORDS;
	return phrase ? MATCH_PHRASE : MATCH_WORDS;
}
