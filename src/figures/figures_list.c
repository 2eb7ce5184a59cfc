/* A cell, or a sum of cells, opens into its dossiers: the same steps, summed by dossier. */
#include "figures/figures_steps.h"

/* One dossier's sums are small numbers; a list may have to hold a million of them. */
struct counted {
	int64_t dossier;
	int8_t before[FIGURE_MEASURE_N], upto[FIGURE_MEASURE_N];
};
struct listing {
	struct arena *a;
	const struct figure_question *q;
	const struct figure_groups *g;
	int64_t key;
	struct intmap known;
	struct counted *dossiers;
	size_t n, cap;
};

static struct counted *counted_of(struct listing *l, int64_t dossier)
{
	bool added;
	int64_t at = intmap_put(&l->known, dossier, (int64_t)l->n, &added);

	if (!added)
		return &l->dossiers[at];
	l->dossiers = arena_grow(l->a, l->dossiers, l->n, &l->cap, sizeof *l->dossiers);
	l->dossiers[l->n++] = (struct counted){ .dossier = dossier };
	return &l->dossiers[at];
}

static void count_dossier(void *arg, const struct figure_fact *where, const struct figure_totals *totals)
{
	struct listing *l = arg;

	if (l->g->grouping == GROUP_BY_KEY &&
		l->g->key(l->g->context, where->agency, where->procedure) != l->key)
		return;
	struct counted *c = counted_of(l, where->dossier);
	bool before = where->step.at < instant_at(l->q->from, 0);

	for (int m = 0; m < FIGURE_MEASURE_N; m++) {
		c->upto[m] = (int8_t)(c->upto[m] + totals->n[m]);
		c->before[m] = (int8_t)(c->before[m] + (before ? totals->n[m] : 0));
	}
}

static struct figure_sums sums_of(const struct counted *c)
{
	struct figure_sums s = { 0 };

	for (int m = 0; m < FIGURE_MEASURE_N; m++) {
		s.before.n[m] = c->before[m];
		s.upto.n[m] = c->upto[m];
	}
	return s;
}

static bool counts_in(const struct figure_sums *s, struct figure_cells cells)
{
	for (int c = 0; c < FIGURE_CELL_N; c++)
		if (figure_cells_have(cells, (enum figure_cell)c) && figure_cell(s, (enum figure_cell)c) > 0)
			return true;
	return false;
}

const struct fault *figures_list(struct db *db, const struct figure_question *q,
	const struct figure_groups *g, int64_t key, struct figure_cells cells, struct figure_list *out)
{
	struct listing l = { .a = db->a, .q = q, .g = g, .key = key, .known = { .a = db->a } };
	struct figure_walk w = { db, q, true, count_dossier, &l };

	TRY(walk_steps(&w));
	int64_t *dossiers = NEW_ARRAY(db->a, int64_t, l.n ? l.n : 1);
	size_t n = 0;

	for (size_t i = 0; i < l.n; i++) {
		struct figure_sums s = sums_of(&l.dossiers[i]);
		if (counts_in(&s, cells))
			dossiers[n++] = l.dossiers[i].dossier;
	}
	*out = (struct figure_list){ dossiers, n };
	return NULL;
}
