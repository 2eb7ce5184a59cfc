#include "catalogue/catalogue.h"

#include <stdlib.h>

struct hit {
	int rank, number;
	struct str order;
};

static int hit_cmp(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;
	int by_name = str_cmp(x->order, y->order);

	if (x->rank != y->rank)
		return x->rank > y->rank ? -1 : 1;
	return by_name ? by_name : (x->number > y->number) - (x->number < y->number);
}

/* v passes the filters; in tells which agencies do. */
static bool passes(const struct catalogue *c, const struct catalogue_filter *f, const bool *in,
	const struct procedure_version *v)
{
	if (f->online && !(f->online & 1u << v->online))
		return false;
	if (f->field.n && !str_eq(f->field, v->field))
		return false;
	return in[catalogue_agency(c, v->agency)];
}

struct catalogue_found catalogue_search(
	const struct catalogue *c, struct arena *a, const struct catalogue_filter *f)
{
	int procedures = c->procedures.n, n = 0;
	struct search_query *q = NEW(a, struct search_query);
	struct hit *hits = NEW_ARRAY(a, struct hit, procedures + 1);
	bool *in = NEW_ARRAY(a, bool, c->agencies.n + 1);
	int *numbers = NEW_ARRAY(a, int, procedures + 1);

	search_query_read(q, a, f->query);
	agency_subtree(&c->agencies, f->agency, f->day, KNOWN_NOW, in);
	for (int i = 1; i <= procedures; i++) {
		const struct procedure_version *v = procedure_on(&c->procedures, i, f->day, KNOWN_NOW);
		if (!v || !passes(c, f, in, v))
			continue;
		int rank = match_rank(q, c->procedure_texts[i]);
		if (rank != MATCH_NONE)
			hits[n++] = (struct hit){ rank, i, c->procedure_order[i] };
	}
	qsort(hits, (size_t)n, sizeof *hits, hit_cmp);
	for (int i = 0; i < n; i++)
		numbers[i] = hits[i].number;
	return (struct catalogue_found){ numbers, n };
}

struct field {
	struct str order, name;
};

static int field_cmp(const void *a, const void *b)
{
	const struct field *x = a, *y = b;
	int by_order = str_cmp(x->order, y->order);

	return by_order ? by_order : str_cmp(x->name, y->name);
}

int catalogue_fields(const struct catalogue *c, struct arena *a, daynum day, const struct str **fields)
{
	struct field *all = NEW_ARRAY(a, struct field, c->procedures.n + 1);
	struct str *names = NEW_ARRAY(a, struct str, c->procedures.n + 1);
	int n = 0, distinct = 0;

	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *v = procedure_on(&c->procedures, i, day, KNOWN_NOW);
		if (v)
			all[n++] = (struct field){ sort_key(a, v->field), v->field };
	}
	qsort(all, (size_t)n, sizeof *all, field_cmp);
	for (int i = 0; i < n; i++)
		if (distinct == 0 || !str_eq(names[distinct - 1], all[i].name))
			names[distinct++] = all[i].name;
	*fields = names;
	return distinct;
}
