/* The table of dossiers against the journal, one dossier at a time. */
#include "dossier/dossier_sql.h"
#include "dossier/dossier_store.h"

static bool row_fits(const struct dossier_row *r, int64_t number, const struct dossier *d)
{
	struct due first = d->dues_n ? d->dues[0].due : (struct due){ 0 };

	return r->number == number && r->version == d->version && str_eq(r->agency, d->agency) &&
	       str_eq(r->procedure, d->procedure) && r->procedure_version == d->procedure_version &&
	       r->channel == d->channel && r->state == d->state && r->outcome == d->outcome &&
	       r->submitted_at == d->submitted_at && r->accepted_at == d->accepted_at &&
	       r->ended_at == d->ended_at && r->returned_at == d->returned_at &&
	       due_eq(r->first_due, first) && due_eq(r->due, dossier_due_now(d));
}

must_check static const struct fault *examine_one(struct db *db, int64_t number, bool *fits)
{
	struct dossier d;
	struct dossier_row row;
	bool found;

	TRY(dossier_load(db, number, &d));
	TRY(dossier_find(db, d.code, &row, &found));
	*fits = found && row_fits(&row, number, &d);
	return NULL;
}

/* Stops at the first that does not fit; db->a is emptied after each dossier. */
must_check static const struct fault *examine_all(struct db *db, int64_t size, int64_t *bad, int64_t *n)
{
	JOURNAL_CURSOR c = { 0 };
	bool more, fits;

	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		if (c.row.dossier != c.row.position + 1) /* not a dossier's first entry */
			continue;
		int64_t number = c.row.dossier;
		TRY(examine_one(db, number, &fits));
		arena_reset(db->a);
		++*n;
		if (fits)
			continue;
		*bad = number;
		return NULL;
	}
}

const struct fault *dossier_examine(struct db *db, struct str *complaint)
{
	ARENA of_one = { 0 };
	struct arena *mine = db->a;
	struct dossier_sql_count_row rows;
	int64_t size, bad = 0, n = 0;

	*complaint = (struct str){ 0 };
	TRY(journal_size(db, &size));
	TRY(dossier_sql_count(db, &rows));
	db->a = &of_one;
	const struct fault *f = examine_all(db, size, &bad, &n);

	db->a = mine;
	if (f)
		return FAULT(mine, f->kind, "%.*s", ARG(f->what));
	if (bad)
		*complaint = str_fmt(mine,
			"the row of dossier %lld is not what the journal says: run motcua rebuild",
			(long long)bad);
	else if (rows.n != n)
		*complaint =
			str_fmt(mine, "the table has %lld dossiers, the journal %lld: run motcua rebuild",
				(long long)rows.n, (long long)n);
	return NULL;
}
