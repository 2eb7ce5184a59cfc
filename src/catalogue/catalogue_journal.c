#include "catalogue/catalogue_journal.h"

#include "agency/agency_store.h"
#include "catalogue/calendar_store.h"
#include "procedure/procedure_store.h"

/* The rows of the tables in the order of the journal, and how many were met. */
struct tables {
	const struct agency_version *agencies;
	const struct procedure_version *procedures;
	const struct hours_version *hours;
	const struct holidays_version *holidays;
	int agencies_n, procedures_n, hours_n, holidays_n;
	int agency, procedure, hour, holiday;
};
/* One entry, and what it makes of a row. */
struct met {
	struct arena *a;
	struct str bytes;
	int64_t position;
	struct tables *t;
};

/* Each row must stand where its entry stands and give the entry's bytes again; the stamp is not in the row.
 */
static bool agency_fits(const struct met *m)
{
	const struct agency_version *row = &m->t->agencies[m->t->agency++];
	struct agency_version entry;
	struct entry_stamp stamp;
	struct buf again = { .a = m->a };

	if (m->t->agency > m->t->agencies_n || row->valid.position != m->position ||
		!agency_from_entry(m->a, m->bytes, &entry, &stamp))
		return false;
	agency_entry(&again, row, &stamp);
	return str_eq(buf_str(&again), m->bytes);
}

static bool procedure_fits(const struct met *m)
{
	const struct procedure_version *row = &m->t->procedures[m->t->procedure++];
	struct procedure_version entry;
	struct entry_stamp stamp;
	struct buf again = { .a = m->a };

	if (m->t->procedure > m->t->procedures_n || row->valid.position != m->position ||
		!procedure_from_entry(m->a, m->bytes, &entry, &stamp))
		return false;
	procedure_entry(&again, row, &stamp);
	return str_eq(buf_str(&again), m->bytes);
}

static bool hours_fit(const struct met *m)
{
	const struct hours_version *row = &m->t->hours[m->t->hour++];
	struct hours_version entry;
	struct entry_stamp stamp;
	struct buf again = { .a = m->a };

	if (m->t->hour > m->t->hours_n || row->valid.position != m->position ||
		!hours_from_entry(m->a, m->bytes, &entry, &stamp))
		return false;
	hours_entry(&again, row, &stamp);
	return str_eq(buf_str(&again), m->bytes);
}

static bool holidays_fit(const struct met *m)
{
	const struct holidays_version *row = &m->t->holidays[m->t->holiday++];
	struct holidays_version entry;
	struct entry_stamp stamp;
	struct buf again = { .a = m->a };

	if (m->t->holiday > m->t->holidays_n || row->position != m->position ||
		!holidays_from_entry(m->a, m->bytes, &entry, &stamp))
		return false;
	holidays_entry(&again, row, &stamp);
	return str_eq(buf_str(&again), m->bytes);
}

static bool fits(const struct met *m)
{
	struct str kind = entry_kind_of(m->bytes);

	if (str_eq(kind, S("agency.version")))
		return agency_fits(m);
	if (str_eq(kind, S("procedure.version")))
		return procedure_fits(m);
	if (str_eq(kind, S("calendar.hours")))
		return hours_fit(m);
	return str_eq(kind, S("calendar.holidays")) ? holidays_fit(m) : true;
}

must_check static const struct fault *load_tables(struct db *db, struct arena *a, struct tables *t)
{
	TRY(agency_load(db, a, &t->agencies, &t->agencies_n));
	TRY(procedure_load(db, a, &t->procedures, &t->procedures_n));
	TRY(hours_load(db, a, &t->hours, &t->hours_n));
	return holidays_load(db, a, &t->holidays, &t->holidays_n);
}

static bool all_met(const struct tables *t)
{
	return t->agency == t->agencies_n && t->procedure == t->procedures_n && t->hour == t->hours_n &&
	       t->holiday == t->holidays_n;
}

const struct fault *catalogue_examine(struct db *db, struct str *complaint)
{
	JOURNAL_CURSOR c = { 0 };
	ARENA rows = { 0 }, of_one = { 0 };
	struct tables t = { 0 };
	int64_t size;
	bool more = true;

	*complaint = (struct str){ 0 };
	TRY(journal_size(db, &size));
	TRY(load_tables(db, &rows, &t));
	TRY(journal_read(db, 0, size, &c));
	while (more && !complaint->n) {
		TRY(journal_next(&c, &more));
		struct met m = { &of_one, c.row.bytes, c.row.position, &t };

		if (more && !c.row.dossier && !fits(&m))
			*complaint = str_fmt(db->a,
				"the tables of the catalogue are not what journal entry %lld says: "
				"run motcua rebuild",
				(long long)c.row.position);
		arena_reset(&of_one);
	}
	if (!complaint->n && !all_met(&t))
		*complaint = S("the tables of the catalogue have rows that the journal has not: "
			       "run motcua rebuild");
	return NULL;
}

must_check static const struct fault *restore(struct db *db, int64_t position, struct str bytes)
{
	struct str kind = entry_kind_of(bytes);

	if (str_eq(kind, S("agency.version")))
		return agency_restore(db, position, bytes);
	if (str_eq(kind, S("procedure.version")))
		return procedure_restore(db, position, bytes);
	if (str_eq(kind, S("calendar.hours")))
		return hours_restore(db, position, bytes);
	if (str_eq(kind, S("calendar.holidays")))
		return holidays_restore(db, position, bytes);
	return NULL; /* of another folder */
}

must_check static const struct fault *restore_all(struct db *db)
{
	JOURNAL_CURSOR c = { 0 };
	int64_t size;
	bool more;

	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		if (!c.row.dossier)
			TRY(restore(db, c.row.position, c.row.bytes));
		arena_reset(db->a);
	}
}

const struct fault *catalogue_rebuild(struct write *w)
{
	ARENA of_one = { 0 };
	struct arena *mine = w->db->a;

	TRY(agency_forget(w->db));
	TRY(procedure_forget(w->db));
	TRY(calendar_forget(w->db));
	w->db->a = &of_one;
	const struct fault *f = restore_all(w->db);

	w->db->a = mine;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}
