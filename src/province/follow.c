#include "province/follow.h"

#include "catalogue/catalogue_journal.h"
#include "dossier/dossier_store.h"
#include "figures/figures_follow.h"
#include "picture/picture_store.h"
#include "score/score_set_store.h"
#include "report/regime_store.h"

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

/* One batch in an arena of its own: a whole province may have to be folded. */
must_check static const struct fault *follow_batch(struct province *p, struct arena *a, struct following *x)
{
	ARENA of_one = { 0 };
	const struct fault *f = writer_run(province_writer(p), &of_one, follow, x);

	return f ? fault_at(a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}

const struct fault *province_follow(struct province *p, struct arena *a, int64_t *position)
{
	struct following x = { .province = p };
	int64_t size = 0;

	TRY(look(p, a, &x.position, &size));
	while (x.position < size)
		TRY(follow_batch(p, a, &x));
	*position = x.position;
	return NULL;
}

struct remaking {
	const struct record_type *const *types;
};

static const struct fault *make_again(struct write *w, void *arg)
{
	const struct remaking *order = arg;

	TRY(journal_rehash(w->db, w->journal));
	TRY(catalogue_rebuild(w));
	TRY(score_sets_rebuild(w));
	TRY(regimes_rebuild(w));
	TRY(dossier_rebuild(w));
	TRY(picture_clear(w->db));            /* records that show pictures have them made again */
	TRY(record_rebuild(w, order->types)); /* the figures look up which entries are a record's */
	return figures_forget(w);
}

const struct fault *province_rebuild(
	struct province *p, const struct record_type *const *types, struct arena *a, int64_t *position)
{
	struct remaking order = { types };

	TRY(writer_run(province_writer(p), a, make_again, &order));
	TRY(province_reload_catalogue(p, a));
	return province_follow(p, a, position);
}
