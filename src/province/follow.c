#include "province/follow.h"

#include "figures/figures_follow.h"

struct following {
	struct province *province;
	int64_t position;
};

static int64_t agency_of(const void *catalogue, struct str code)
{
	return catalogue_agency(catalogue, code);
}

static int64_t procedure_of(const void *catalogue, struct str code)
{
	return catalogue_procedure(catalogue, code);
}

static const struct fault *follow(struct write *w, void *arg)
{
	struct following *x = arg;
	const struct catalogue *c = province_take_catalogue(x->province);
	int64_t position = 0;
	const struct fault *f =
		figures_follow(w, (struct figure_numbers){ c, agency_of, procedure_of }, &position);

	province_give_catalogue(x->province, c);
	if (!f)
		x->position = position;
	return f;
}

/* How far the figures are and how far they could be; asks without the writer. */
must_check static const struct fault *look(
	struct province *p, struct arena *a, int64_t *position, int64_t *size)
{
	struct db *db;

	TRY(province_take_reader(p, a, &db));
	const struct fault *f = figures_position(db, position);

	if (!f)
		f = journal_size(db, size);
	province_give_reader(p, db);
	return f;
}

const struct fault *province_follow(struct province *p, struct arena *a, int64_t *position)
{
	struct following x = { .province = p };
	int64_t size = 0;

	TRY(look(p, a, &x.position, &size));
	while (x.position < size)
		TRY(writer_run(province_writer(p), a, follow, &x));
	*position = x.position;
	return NULL;
}
