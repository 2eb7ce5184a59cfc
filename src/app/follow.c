#include "app/follow.h"
#include "dossier/dossier_store.h"

static int64_t agency_of(const void *catalogue, struct str code)
{
	return catalogue_agency(catalogue, code);
}

static int64_t procedure_of(const void *catalogue, struct str code)
{
	return catalogue_procedure(catalogue, code);
}

struct figure_numbers figure_numbers_of(const struct catalogue *c)
{
	return (struct figure_numbers){ c, agency_of, procedure_of };
}

struct batch {
	struct figure_numbers numbers;
	int64_t position, size;
};

static const struct fault *follow_batch(struct write *w, void *arg)
{
	struct batch *b = arg;

	b->size = w->journal->tree.size;
	return figures_follow(w, b->numbers, &b->position);
}

static const struct fault *forget(struct write *w, void *arg)
{
	(void)arg;
	TRY(dossier_rebuild(w));
	return figures_forget(w);
}

must_check static const struct fault *follow_to_end(struct province *p, const struct catalogue *c)
{
	struct batch b = { .numbers = figure_numbers_of(c) };

	do {
		ARENA batch = { 0 };
		const struct fault *f = writer_run(province_writer(p), &batch, follow_batch, &b);
		if (f)
			return f;
	} while (b.position < b.size);
	return NULL;
}

const struct fault *follow_figures(struct province *p, struct arena *a)
{
	TRY(province_reload_catalogue(p, a));
	const struct catalogue *c = province_take_catalogue(p);
	const struct fault *f = follow_to_end(p, c);

	province_give_catalogue(p, c);
	return f;
}

const struct fault *rebuild_all(struct province *p, struct arena *a)
{
	TRY(writer_run(province_writer(p), a, forget, NULL));
	return follow_figures(p, a);
}
