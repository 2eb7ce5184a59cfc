/* Procedures and agencies that a search finds: out of the picture of the catalogue. */
#include "find/find_web.h"
#include "search/search_store.h"

enum { SHOWN = 5 };

static struct find_hit procedure_hit(
	struct request *rq, const struct catalogue *c, const struct procedure_version *v)
{
	return (struct find_hit){ .to = url_segment(rq->a, url_path(S("/thu-tuc")), v->code),
		.title = v->name,
		.note = site_agency_name(rq, c, v->agency) };
}

void find_procedures(
	struct request *rq, const struct catalogue *c, struct str query, struct find_group_view *out)
{
	struct catalogue_filter filter = { .query = query, .day = day_of(rq->now) };
	struct catalogue_found found = catalogue_search(c, rq->a, &filter);
	struct find_hit *hits = NEW_ARRAY(rq->a, struct find_hit, SHOWN);

	for (int i = 0; i < found.n && out->n < SHOWN; i++)
		hits[out->n++] = procedure_hit(
			rq, c, procedure_on(&c->procedures, found.numbers[i], filter.day, KNOWN_NOW));
	out->hits = hits;
	out->total = found.n;
}

/* Each word of the query begins a word of the name, or the query is the short name. */
static bool agency_matches(const struct catalogue *c, int number, const struct search_query *q)
{
	struct search_text name = { c->agency_names[number], c->agency_names[number] };

	return str_eq(c->agency_shorts[number], q->folded) || match_rank(q, name) > MATCH_INSIDE;
}

void find_agencies(struct request *rq, const struct catalogue *c, struct str query, struct find_range range,
	struct find_group_view *out)
{
	struct search_query *q = NEW(rq->a, struct search_query);
	struct find_hit *hits = NEW_ARRAY(rq->a, struct find_hit, range.count);
	daynum today = day_of(rq->now);

	search_query_read(q, rq->a, query);
	for (int i = 1; i <= c->agencies.n && q->count; i++) {
		const struct agency_version *v = agency_described(&c->agencies, i, today, KNOWN_NOW);

		if (!v || !agency_matches(c, i, q))
			continue;
		if (out->total++ >= (int64_t)range.from && out->n < range.count)
			hits[out->n++] = (struct find_hit){ .to = url_query(rq->a, url_path(S("/so-lieu")),
								    S("co-quan"), v->code),
				.title = v->name };
	}
	out->hits = hits;
}

static void add_words(struct arena *a, struct search_lexicon *l, size_t *cap, struct str text)
{
	struct search_words words = { .rest = text, .a = a };
	struct search_word w;

	while (search_word_next(&words, &w)) {
		l->words = arena_grow(a, l->words, l->n, cap, sizeof *l->words);
		l->words[l->n++] = (struct search_spelling){ w.folded, w.raw };
	}
}

/* All words of names of the catalogue. */
static struct search_lexicon lexicon_of(struct request *rq, const struct catalogue *c)
{
	struct search_lexicon l = { 0 };
	daynum today = day_of(rq->now);
	size_t cap = 0;

	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *v = procedure_on(&c->procedures, i, today, KNOWN_NOW);

		if (v)
			add_words(rq->a, &l, &cap, v->name);
	}
	for (int i = 1; i <= c->agencies.n; i++) {
		const struct agency_version *v = agency_described(&c->agencies, i, today, KNOWN_NOW);

		if (v)
			add_words(rq->a, &l, &cap, v->name);
	}
	search_lexicon_sort(&l);
	return l;
}

const struct fault *find_meant(
	struct request *rq, const struct catalogue *c, struct db *db, struct str query, struct str *meant)
{
	struct search_terms *t = NEW(rq->a, struct search_terms);
	struct search_lexicon l = lexicon_of(rq, c);

	search_terms_read(t, rq->a, query);
	return search_correct(db, t, &l, meant);
}

const struct fault *find_ideas(struct request *rq, const struct catalogue *c, struct db *db, struct str query,
	struct find_link ideas[LIMIT_SEARCH_IDEAS], size_t *n)
{
	enum { OF_CATALOGUE = 3 };
	struct find_group_view procedures = { 0 };
	struct search_ideas *found = NEW(rq->a, struct search_ideas);
	struct search_terms *t = NEW(rq->a, struct search_terms);

	*n = 0;
	search_terms_read(t, rq->a, query);
	if (!t->n)
		return NULL;
	find_procedures(rq, c, query, &procedures);
	for (size_t i = 0; i < procedures.n && *n < OF_CATALOGUE; i++)
		ideas[(*n)++] = (struct find_link){ procedures.hits[i].to, procedures.hits[i].title };
	TRY(search_suggest(db, query, found));
	for (size_t i = 0; i < found->n && *n < LIMIT_SEARCH_IDEAS; i++) {
		struct find_link *idea = &ideas[*n];

		if (url_local(found->addresses[i], &idea->to)) {
			idea->title = found->titles[i];
			(*n)++;
		}
	}
	return NULL;
}
