/* What somebody is about to type, or meant to type. */
#include "search/search_store.h"
#include "search/search_sql.h"

#include <stdlib.h>

/* The end of the range of words that begin with start: no word has the last code point. */
static struct str range_end(struct arena *a, struct str start)
{
	return str_fmt(a, "%.*s\xF4\x8F\xBF\xBF", ARG(start));
}

static bool is_taken(const struct search_ideas *ideas, struct str title)
{
	for (size_t i = 0; i < ideas->n; i++)
		if (str_eq(ideas->titles[i], title))
			return true;
	return false;
}

must_check static const struct fault *consider(
	struct db *db, const struct search_query *q, int64_t ref, struct search_ideas *out)
{
	struct search_sql_title_row row;
	bool found;

	TRY(search_sql_title(db, ref, &row, &found));
	if (found && match_rank(q, search_text_of(db->a, row.title)) >= MATCH_WORDS &&
		!is_taken(out, row.title)) {
		out->addresses[out->n] = row.address;
		out->titles[out->n++] = row.title;
	}
	return NULL;
}

/* Titles of the best documents that have the word. */
must_check static const struct fault *best_of(struct db *db, const struct search_query *q, struct str word,
	enum search_kind kind, struct search_ideas *out)
{
	cleanup_with(search_sql_best_end) struct search_sql_best_rows rows = { 0 };
	bool more;

	TRY(search_sql_best(db, word, kind, LIMIT_SEARCH_IDEAS, &rows));
	while (out->n < LIMIT_SEARCH_IDEAS) {
		TRY(search_sql_best_next(&rows, &more));
		if (!more)
			break;
		TRY(consider(db, q, rows.row.doc, out));
	}
	return NULL;
}

/* Titles with a word that begins so: from word to word, so that common ones cost no more than rare ones. */
must_check static const struct fault *begun(
	struct db *db, const struct search_query *q, struct str start, struct search_ideas *out)
{
	struct str end = range_end(db->a, start), from = start;

	for (int i = 0; i < LIMIT_SEARCH_IDEA_WORDS && out->n < LIMIT_SEARCH_IDEAS; i++) {
		struct search_sql_from_row row;

		TRY(search_sql_from(db, from, end, &row));
		if (!row.word.n)
			break;
		for (int k = SEARCH_NONE + 1; k < SEARCH_KINDS; k++)
			TRY(best_of(db, q, row.word, (enum search_kind)k, out));
		from = str_fmt(db->a, "%.*s\x01", ARG(row.word));
	}
	return NULL;
}

/* Titles with all words but the last, which they have begun. */
must_check static const struct fault *continued(struct db *db, const struct search_query *q,
	const struct search_terms *t, enum search_kind kind, struct search_ideas *out)
{
	struct search_terms whole = *t;
	struct search_refs refs;

	whole.n--;
	TRY(search_refs_of(db, &whole, kind, &refs));
	for (size_t i = 0; i < refs.n && i < LIMIT_SEARCH_RANKED && out->n < LIMIT_SEARCH_IDEAS; i++)
		TRY(consider(db, q, refs.refs[i], out));
	return NULL;
}

const struct fault *search_suggest(struct db *db, struct str query, struct search_ideas *out)
{
	struct search_terms *t = NEW(db->a, struct search_terms);
	struct search_query *q = NEW(db->a, struct search_query);

	*out = (struct search_ideas){ 0 };
	search_terms_read(t, db->a, query);
	search_query_read(q, db->a, str_sub(query, 0, utf8_good_bytes(query)));
	if (t->n == 1)
		return begun(db, q, t->words[0].folded, out);
	for (int k = SEARCH_NONE + 1; k < SEARCH_KINDS && t->n; k++)
		TRY(continued(db, q, t, (enum search_kind)k, out));
	return NULL;
}

static int spelling_cmp(const void *a, const void *b)
{
	const struct search_spelling *x = a, *y = b;

	return str_cmp(x->folded, y->folded);
}

void search_lexicon_sort(struct search_lexicon *l)
{
	if (l->n)
		qsort(l->words, l->n, sizeof *l->words, spelling_cmp);
}

/* How the word is spelled where it is known; empty: nowhere. */
must_check static const struct fault *spelling_of(
	struct db *db, const struct search_lexicon *l, struct str word, struct str *shown)
{
	struct search_spelling key = { .folded = word };
	const struct search_spelling *known =
		l->n ? bsearch(&key, l->words, l->n, sizeof *l->words, spelling_cmp) : NULL;
	struct search_sql_spelling_row row;
	bool found = false;

	if (!known)
		TRY(search_sql_spelling(db, word, &row, &found));
	*shown = known ? known->shown : found ? row.shown : (struct str){ 0 };
	return NULL;
}

/* How many documents have it, up to a bound: the more, the likelier it was meant. */
must_check static const struct fault *popularity(struct db *db, struct str word, int64_t *n)
{
	*n = 0;
	for (int k = SEARCH_NONE + 1; k < SEARCH_KINDS; k++) {
		struct search_sql_count_row row;

		TRY(search_sql_count(db, word, k, LIMIT_SEARCH_CANDIDATES, &row));
		*n += row.n;
	}
	return NULL;
}

must_check static const struct fault *nearest(
	struct db *db, const struct search_lexicon *l, struct str word, struct str *shown)
{
	struct str keys = search_typed_raw(db->a, word);
	int64_t best = -1;

	*shown = (struct str){ 0 };
	if (keys.n)
		TRY(spelling_of(db, l, keys, shown));
	if (shown->n)
		return NULL;
	struct search_near near = search_near_words(db->a, word);

	for (size_t i = 0; i < near.n; i++) {
		struct str candidate;
		int64_t n = 0;

		TRY(spelling_of(db, l, near.words[i], &candidate));
		if (!candidate.n)
			continue;
		TRY(popularity(db, near.words[i], &n));
		if (n > best) {
			best = n;
			*shown = candidate;
		}
	}
	return NULL;
}

const struct fault *search_correct(
	struct db *db, const struct search_terms *t, const struct search_lexicon *l, struct str *out)
{
	struct buf b = { .a = db->a };
	int corrected = 0;

	*out = (struct str){ 0 };
	for (size_t i = 0; i < t->n; i++) {
		struct str shown, word = t->words[i].raw;

		TRY(spelling_of(db, l, t->words[i].folded, &shown));
		if (!shown.n && corrected < LIMIT_SEARCH_CORRECTED) {
			TRY(nearest(db, l, t->words[i].folded, &shown));
			if (!shown.n)
				return NULL; /* a word that nothing has: no correction would find */
			corrected++;
			word = shown;
		}
		buf_add(&b, i ? S(" ") : S(""));
		buf_add(&b, word);
	}
	*out = corrected ? buf_str(&b) : (struct str){ 0 };
	return NULL;
}
