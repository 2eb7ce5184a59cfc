/* What goes into the index. */
#include "search/search_store.h"
#include "search/search_sql.h"

#include <stdlib.h>

struct entry {
	struct str word, shown;
	int weight; /* where it stands: enum weight */
	size_t order;
};
enum weight { IN_BODY = 1, IN_SUMMARY, IN_TITLE };
struct entries {
	struct arena *a;
	struct entry *list;
	size_t n, cap;
};

static void add_entry(struct entries *all, struct str word, struct str shown, int weight)
{
	all->list = arena_grow(all->a, all->list, all->n, &all->cap, sizeof *all->list);
	all->list[all->n] = (struct entry){ word, shown, weight, all->n };
	all->n++;
}

static void add_text(struct entries *all, struct str text, int weight)
{
	struct search_words words = { .rest = nfc(all->a, text), .a = all->a };
	struct search_word w;

	for (int i = 0; i < LIMIT_SEARCH_TOKENS && search_word_next(&words, &w); i++) {
		add_entry(all, w.folded, w.raw, weight);
		if (w.exact.n && weight != IN_BODY)
			add_entry(all, w.exact, w.raw, weight);
	}
}

/* By word; the weightiest, then the first, before the others. */
static int entry_cmp(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int by_word = str_cmp(x->word, y->word);

	if (by_word)
		return by_word;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

enum { DAY_BITS = 24 };

static int64_t rank_of(int weight, daynum day)
{
	int64_t d = day == DAYNUM_NONE || day < 0 ? 0 : day;
	int64_t most = (INT64_C(1) << DAY_BITS) - 1;

	return ((int64_t)weight << DAY_BITS) | (d < most ? d : most);
}

must_check static const struct fault *put_words(struct db *db, const struct search_doc *d)
{
	ARENA own = { 0 };
	struct entries all = { .a = &own };

	add_text(&all, d->title, IN_TITLE);
	add_text(&all, d->summary, IN_SUMMARY);
	add_text(&all, d->body, IN_BODY);
	if (all.n)
		qsort(all.list, all.n, sizeof *all.list, entry_cmp);
	for (size_t i = 0; i < all.n; i++) {
		const struct entry *e = &all.list[i];

		if (i == 0 || !str_eq(e->word, all.list[i - 1].word))
			TRY(search_sql_put_word(
				db, e->word, d->ref, d->kind, rank_of(e->weight, d->day), e->shown));
	}
	return NULL;
}

const struct fault *search_put(struct db *db, const struct search_doc *d)
{
	assert(d->ref > 0 && d->kind > SEARCH_NONE && d->kind < SEARCH_KINDS);
	TRY(search_sql_drop_words(db, d->ref));
	TRY(search_sql_put_doc(db, d->ref, d->kind, d->day == DAYNUM_NONE ? 0 : d->day, nfc(db->a, d->title),
		d->address, nfc(db->a, d->summary), nfc(db->a, d->body)));
	return put_words(db, d);
}

const struct fault *search_remove(struct db *db, int64_t ref)
{
	TRY(search_sql_drop_words(db, ref));
	return search_sql_drop_doc(db, ref);
}

const struct fault *search_clear(struct db *db, enum search_kind kind)
{
	TRY(search_sql_clear_words(db, kind));
	return search_sql_clear_docs(db, kind);
}

const struct fault *search_count(struct db *db, enum search_kind kind, int64_t *n)
{
	struct search_sql_docs_row row;

	TRY(search_sql_docs(db, kind, &row));
	*n = row.n;
	return NULL;
}
