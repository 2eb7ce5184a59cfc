/* Questions to the index. Each costs a bounded number of rows, however common its words are. */
#include "search/search_store.h"
#include "search/search_sql.h"

#include <stdlib.h>

enum { DAY_BITS = 24 };

/* A document that holds the rarest word; the other words are counted as they are found in it. */
struct candidate {
	int64_t ref, day;
	int64_t weight; /* of where the words stand, summed; one more when its title has them in a row */
	size_t seen;
	bool exact;
};
struct candidates {
	struct candidate *list;
	size_t n;
	bool more; /* there are others that hold the rarest word */
};

static int by_ref(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return (x->ref > y->ref) - (x->ref < y->ref);
}

/* The best first. */
static int by_rank(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->exact != y->exact)
		return x->exact ? -1 : 1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->day != y->day)
		return x->day > y->day ? -1 : 1;
	return x->ref > y->ref ? -1 : x->ref < y->ref;
}

static void sort(struct candidates *c, int (*cmp)(const void *, const void *))
{
	if (c->n)
		qsort(c->list, c->n, sizeof *c->list, cmp);
}

/* Which word the fewest documents have; n is how many, counted up to one more than are looked at. */
must_check static const struct fault *rarest_of(
	struct db *db, enum search_kind kind, const struct str *keys, size_t n, size_t *rarest, int64_t *docs)
{
	*docs = INT64_MAX;
	for (size_t i = 0; i < n && *docs; i++) {
		struct search_sql_count_row row;

		TRY(search_sql_count(db, keys[i], kind, LIMIT_SEARCH_CANDIDATES + 1, &row));
		if (row.n < *docs) {
			*docs = row.n;
			*rarest = i;
		}
	}
	return NULL;
}

must_check static const struct fault *take_best(
	struct db *db, enum search_kind kind, struct str key, struct candidates *c)
{
	cleanup_with(search_sql_best_end) struct search_sql_best_rows rows = { 0 };
	bool more;

	c->list = NEW_ARRAY(db->a, struct candidate, LIMIT_SEARCH_CANDIDATES);
	TRY(search_sql_best(db, key, kind, LIMIT_SEARCH_CANDIDATES, &rows));
	while (c->n < LIMIT_SEARCH_CANDIDATES) {
		TRY(search_sql_best_next(&rows, &more));
		if (!more)
			break;
		c->list[c->n++] = (struct candidate){ .ref = rows.row.doc,
			.day = rows.row.rank & ((1 << DAY_BITS) - 1),
			.weight = rows.row.rank >> DAY_BITS,
			.seen = 1 };
	}
	sort(c, by_ref);
	return NULL;
}

/* Marks those of the candidates (by number) that hold another word too. */
must_check static const struct fault *mark_among(
	struct db *db, enum search_kind kind, struct str rarest, struct str other, struct candidates *c)
{
	cleanup_with(search_sql_among_end) struct search_sql_among_rows rows = { 0 };
	size_t at = 0;
	bool more;

	TRY(search_sql_among(db, rarest, kind, LIMIT_SEARCH_CANDIDATES, other, &rows));
	for (;;) {
		TRY(search_sql_among_next(&rows, &more));
		if (!more)
			return NULL;
		while (at < c->n && c->list[at].ref < rows.row.doc)
			at++;
		if (at < c->n && c->list[at].ref == rows.row.doc) {
			c->list[at].seen++;
			c->list[at].weight += rows.row.rank >> DAY_BITS;
		}
	}
}

/* The documents that hold all keys, by number. */
must_check static const struct fault *holding(
	struct db *db, enum search_kind kind, const struct str *keys, size_t n, struct candidates *out)
{
	size_t rarest = 0, kept = 0;
	int64_t docs;

	*out = (struct candidates){ 0 };
	TRY(rarest_of(db, kind, keys, n, &rarest, &docs));
	if (!docs || !n)
		return NULL;
	TRY(take_best(db, kind, keys[rarest], out));
	for (size_t i = 0; i < n; i++)
		if (i != rarest)
			TRY(mark_among(db, kind, keys[rarest], keys[i], out));
	for (size_t i = 0; i < out->n; i++)
		if (out->list[i].seen == n)
			out->list[kept++] = out->list[i];
	out->n = kept;
	out->more = docs > LIMIT_SEARCH_CANDIDATES;
	return NULL;
}

/* The marks of the query come first: documents that have them, then the others. */
must_check static const struct fault *all_candidates(
	struct db *db, const struct search_terms *t, enum search_kind kind, struct candidates *out)
{
	struct str keys[LIMIT_QUERY_WORDS] = { 0 };
	struct candidates exact = { 0 };

	for (size_t i = 0; i < t->n; i++)
		keys[i] = t->words[i].exact.n ? t->words[i].exact : t->words[i].folded;
	if (t->marked)
		TRY(holding(db, kind, keys, t->n, &exact));
	for (size_t i = 0; i < t->n; i++)
		keys[i] = t->words[i].folded;
	TRY(holding(db, kind, keys, t->n, out));
	struct candidate *both = NEW_ARRAY(db->a, struct candidate, exact.n + out->n + 1);
	size_t n = 0, at = 0;

	for (size_t i = 0; i < out->n; i++) {
		while (at < exact.n && exact.list[at].ref < out->list[i].ref)
			at++;
		if (at == exact.n || exact.list[at].ref != out->list[i].ref)
			both[n++] = out->list[i];
	}
	for (size_t i = 0; i < exact.n; i++) {
		both[n] = exact.list[i];
		both[n++].exact = true;
	}
	*out = (struct candidates){ both, n, out->more || exact.more };
	return NULL;
}

/* Titles that have the words in a row go first among equals. */
must_check static const struct fault *favour_phrases(
	struct db *db, const struct search_terms *t, struct candidates *c)
{
	size_t n = c->n < LIMIT_SEARCH_RANKED ? c->n : LIMIT_SEARCH_RANKED;
	struct buf query = { .a = db->a };
	struct search_query *q = NEW(db->a, struct search_query);

	for (size_t i = 0; i < t->n; i++) {
		buf_add(&query, i ? S(" ") : S(""));
		buf_add(&query, t->words[i].raw);
	}
	search_query_read(q, db->a, buf_str(&query));
	for (size_t i = 0; i < n && t->n > 1; i++) {
		struct search_sql_title_row row;
		bool found;

		TRY(search_sql_title(db, c->list[i].ref, &row, &found));
		int rank = found ? match_rank(q, search_text_of(db->a, row.title)) : MATCH_NONE;
		c->list[i].weight += rank == MATCH_BEST || rank == MATCH_PHRASE;
	}
	struct candidates first = { c->list, n, false };

	sort(&first, by_rank);
	return NULL;
}

const struct fault *search_refs_of(
	struct db *db, const struct search_terms *t, enum search_kind kind, struct search_refs *out)
{
	struct candidates c = { 0 };

	*out = (struct search_refs){ 0 };
	if (!t->n)
		return NULL;
	TRY(all_candidates(db, t, kind, &c));
	sort(&c, by_rank);
	TRY(favour_phrases(db, t, &c));
	int64_t *refs = NEW_ARRAY(db->a, int64_t, c.n + 1);

	for (size_t i = 0; i < c.n; i++) {
		refs[i] = c.list[i].ref;
		out->exact += c.list[i].exact;
	}
	out->refs = refs;
	out->n = c.n;
	out->more = c.more;
	return NULL;
}

/* What of a document shows why it was found: its summary, or its body when only that has the words. */
static struct search_excerpt excerpt_of(
	struct arena *a, const struct search_terms *t, const struct search_sql_doc_row *row, bool exact)
{
	struct search_excerpt summary = search_excerpt_of(a, t, row->summary, exact);

	if (summary.found || !row->body.n)
		return summary;
	struct search_excerpt body = search_excerpt_of(a, t, row->body, exact);

	if (!body.found && exact)
		body = search_excerpt_of(a, t, row->body, false); /* marks of bodies are not in the index */
	return body.found || !row->summary.n ? body : summary;
}

const struct fault *search_excerpt_in(
	struct db *db, const struct search_terms *t, int64_t ref, struct search_excerpt *out)
{
	struct search_sql_doc_row row;
	bool found;

	*out = (struct search_excerpt){ 0 };
	TRY(search_sql_doc(db, ref, &row, &found));
	if (found)
		*out = excerpt_of(db->a, t, &row, false);
	return NULL;
}

const struct fault *search_find(struct db *db, struct str query, enum search_kind kind, size_t from,
	size_t count, struct search_found *out)
{
	struct search_terms *t = NEW(db->a, struct search_terms);
	struct search_refs refs;
	size_t end;

	search_terms_read(t, db->a, query);
	TRY(search_refs_of(db, t, kind, &refs));
	from = from < refs.n ? from : refs.n;
	end = count < refs.n - from ? from + count : refs.n;
	struct search_hit *hits = NEW_ARRAY(db->a, struct search_hit, end - from + 1);

	*out = (struct search_found){ .hits = hits, .total = (int64_t)refs.n, .more = refs.more };
	for (size_t i = from; i < end; i++) {
		struct search_sql_doc_row row;
		bool found;

		TRY(search_sql_doc(db, refs.refs[i], &row, &found));
		if (found)
			hits[out->n++] = (struct search_hit){ refs.refs[i], (daynum)row.day, row.title,
				row.address, excerpt_of(db->a, t, &row, i < refs.exact) };
	}
	return NULL;
}
