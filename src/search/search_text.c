#include "search/search_text.h"

#include "search/unicode.h"

static enum unicode_kind kind_of(uint32_t c)
{
	bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

	if (c < 0x80)
		return letter ? UNICODE_WORD : UNICODE_OTHER;
	return unicode_kind_of((int32_t)c);
}

/* The next run of letters and digits with their marks. */
static bool next_run(struct str *rest, struct str *raw)
{
	struct str before = *rest;
	const char *start = NULL;
	uint32_t c;

	for (; utf8_next(rest, &c); before = *rest) {
		enum unicode_kind kind = kind_of(c);

		if (kind == UNICODE_OTHER && start)
			break;
		if (kind == UNICODE_WORD && !start)
			start = before.p;
	}
	if (start)
		*raw = (struct str){ start, (size_t)(before.p - start) };
	return start != NULL;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((uint8_t)s.p[i] >= 0x80)
			return false;
	return true;
}

static struct str clip(struct str s)
{
	size_t n = s.n < LIMIT_SEARCH_WORD_BYTES ? s.n : (size_t)LIMIT_SEARCH_WORD_BYTES;

	return (struct str){ s.p, utf8_good_bytes((struct str){ s.p, n }) };
}

bool search_word_next(struct search_words *w, struct search_word *out)
{
	struct word word;

	while (!word_next(&w->inner, &word)) {
		if (!next_run(&w->rest, &w->raw))
			return false;
		w->inner = word_begin(w->a, w->raw);
	}
	*out = (struct search_word){ .raw = w->raw, .folded = clip(word.folded) };
	if (!is_ascii(w->raw))
		out->exact = clip(str_fmt(w->a, "=%c%.*s", word.tone, ARG(word.letters)));
	return true;
}

static bool has_word(const struct search_terms *t, const struct search_word *w)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->words[i].folded, w->folded) && str_eq(t->words[i].exact, w->exact))
			return true;
	return false;
}

/* The first LIMIT_QUERY_CHARS characters; a word that this would cut in two is left out. */
static struct str cut_query(struct str query)
{
	struct str cut = utf8_clip(query, LIMIT_QUERY_CHARS);
	size_t n = cut.n;

	while (cut.n < query.n && n > 0 && query.p[n] != ' ' && query.p[n] != '\n')
		n--;
	return n ? str_sub(cut, 0, n) : cut;
}

void search_terms_read(struct search_terms *t, struct arena *a, struct str query)
{
	struct str good = { query.p, utf8_good_bytes(query) };
	struct search_words words = { .rest = nfc(a, cut_query(good)), .a = a };
	struct search_word w;

	*t = (struct search_terms){ 0 };
	while (t->n < LIMIT_QUERY_WORDS && search_word_next(&words, &w)) {
		if (has_word(t, &w))
			continue;
		t->words[t->n++] = w;
		t->marked = t->marked || w.exact.n;
	}
}

static bool is_asked(const struct search_terms *t, const struct search_word *w, bool exact)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->words[i].folded, w->folded) &&
			(!exact || !t->words[i].exact.n || str_eq(t->words[i].exact, w->exact)))
			return true;
	return false;
}

/* Where the first word that was asked for begins, as bytes; text.n: nowhere near the beginning. */
static size_t first_asked(struct arena *a, const struct search_terms *t, struct str text, bool exact)
{
	struct str near = str_sub(text, 0, LIMIT_EXCERPT_SCAN_BYTES);
	struct search_words words = { .rest = { near.p, utf8_good_bytes(near) }, .a = a };
	struct search_word w;

	while (search_word_next(&words, &w))
		if (is_asked(t, &w, exact))
			return (size_t)(w.raw.p - text.p);
	return text.n;
}

enum { BEFORE_FIRST = 90 }; /* bytes of text before the first marked word, about */

/* The window of text to show: whole words. */
static struct str window(struct str text, size_t first)
{
	size_t from = first < text.n && first > BEFORE_FIRST ? first - BEFORE_FIRST : 0;

	while (from > 0 && from < first && text.p[from - 1] != ' ' && text.p[from - 1] != '\n')
		from++;
	struct str rest = str_sub(text, from, text.n), clipped = utf8_clip(rest, LIMIT_EXCERPT_CHARS);
	size_t n = clipped.n;

	while (n > 0 && n < rest.n && rest.p[n] != ' ' && rest.p[n] != '\n')
		n--;
	return (struct str){ rest.p, n ? n : clipped.n };
}

static void add_part(struct arena *a, struct search_part **parts, struct search_excerpt *e, size_t *cap,
	struct search_part part)
{
	if (!part.text.n)
		return;
	*parts = arena_grow(a, *parts, e->n, cap, sizeof **parts);
	(*parts)[e->n++] = part;
	e->found += part.marked;
}

struct search_excerpt search_excerpt_of(
	struct arena *a, const struct search_terms *t, struct str text, bool exact)
{
	struct str shown = window(text, first_asked(a, t, text, exact));
	struct search_excerpt e = { .cut_before = shown.p != text.p,
		.cut_after = shown.p + shown.n < text.p + text.n };
	struct search_words words = { .rest = shown, .a = a };
	struct search_part *parts = NULL;
	struct search_word w;
	size_t cap = 0;
	const char *done = shown.p;

	while (search_word_next(&words, &w)) {
		if (w.raw.p < done || !is_asked(t, &w, exact))
			continue;
		add_part(a, &parts, &e, &cap,
			(struct search_part){ { done, (size_t)(w.raw.p - done) }, false });
		add_part(a, &parts, &e, &cap, (struct search_part){ w.raw, true });
		done = w.raw.p + w.raw.n;
	}
	add_part(a, &parts, &e, &cap,
		(struct search_part){ { done, (size_t)(shown.p + shown.n - done) }, false });
	e.parts = parts;
	return e;
}
