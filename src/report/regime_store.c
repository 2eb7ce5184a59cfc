#include "report/regime_store.h"
#include "report/report_sql.h"

must_check static const struct fault *keep_row(
	struct arena *a, const struct report_sql_regimes_row *row, struct report_regime *r)
{
	if (!report_period_from(row->period, &r->period) || !report_roll_from(row->roll, &r->roll) ||
		!report_trust_from(row->trust, &r->trust))
		return FAULT(a, FAULT_CORRUPT, "report_regime %lld", (long long)row->position);
	r->valid = (struct validity){ row->position, (daynum)row->valid_from, (daynum)row->valid_to };
	r->code = str_dup(a, row->code);
	r->name = str_dup(a, row->name);
	r->series = str_dup(a, row->series);
	r->owes = str_dup(a, row->owes);
	r->receiver = str_dup(a, row->receiver);
	r->outline = str_dup(a, row->outline);
	r->basis = str_dup(a, row->basis);
	r->note = str_dup(a, row->note);
	r->due_day = (int)row->due_day;
	r->due_months = (int)row->due_months;
	return NULL;
}

/* In the order of the journal. */
must_check static const struct fault *load_rows(
	struct db *db, struct arena *a, struct report_regime **list, int *n)
{
	cleanup_with(report_sql_regimes_end) struct report_sql_regimes_rows rows = { 0 };
	struct report_sql_regimes_count_row count;
	int read = 0;

	TRY(report_sql_regimes_count(db, &count));
	struct report_regime *all = NEW_ARRAY(a, struct report_regime, count.n + 1);

	TRY(report_sql_regimes(db, &rows));
	for (;;) {
		bool more;

		TRY(report_sql_regimes_next(&rows, &more));
		if (!more)
			break;
		if (read == count.n)
			return FAULT(a, FAULT_CONFLICT, "report_regime grew while it was read");
		TRY(keep_row(a, &rows.row, &all[read++]));
	}
	*list = all;
	*n = read;
	return NULL;
}

const struct fault *regimes_load(struct db *db, struct arena *a, struct report_regimes *out)
{
	struct report_regime *all;
	int n;

	TRY(load_rows(db, a, &all, &n));
	*out = report_regimes_of(a, all, n);
	return NULL;
}

must_check static const struct fault *add_row(struct db *db, int64_t position, const struct report_regime *r)
{
	return report_sql_add_regime(db, position, r->code, r->name, r->series, report_period_text(r->period),
		r->owes, r->receiver, r->due_day, r->due_months, report_roll_text(r->roll), r->outline,
		report_trust_text(r->trust), r->basis, r->note, r->valid.from, r->valid.to);
}

const struct fault *regime_add(struct write *w, const struct report_regime *r, struct str correction)
{
	struct entry_stamp stamp = { .recorded = w->now, .by = ROLE_SYSTEM, .correction = correction };
	struct buf bytes = { .a = w->db->a };
	int64_t at;

	regime_entry(&bytes, r, &stamp);
	struct journal_record record = { .recorded = w->now, .bytes = buf_str(&bytes) };

	TRY(journal_append(w->db, w->journal, &record, &at));
	return add_row(w->db, at, r);
}

/* Entries of this kind, one after the other. */
must_check static const struct fault *next_entry(struct journal_cursor *c, bool *more)
{
	for (;;) {
		TRY(journal_next(c, more));
		if (!*more ||
			(!c->row.dossier && str_find(c->row.bytes, S("\"kind\":\"report_regime.version\"")) <
						    c->row.bytes.n))
			return NULL;
	}
}

must_check static const struct fault *restore_all(struct db *db)
{
	JOURNAL_CURSOR c = { 0 };
	int64_t size;

	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		struct report_regime r;
		struct entry_stamp stamp;
		bool more;

		TRY(next_entry(&c, &more));
		if (!more)
			return NULL;
		if (!regime_from_entry(db->a, c.row.bytes, &r, &stamp))
			return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is no regime of reports",
				(long long)c.row.position);
		TRY(add_row(db, c.row.position, &r));
		arena_reset(db->a);
	}
}

const struct fault *regimes_rebuild(struct write *w)
{
	ARENA of_one = { 0 };
	struct arena *mine = w->db->a;

	TRY(report_sql_forget_regimes(w->db));
	w->db->a = &of_one;
	const struct fault *f = restore_all(w->db);

	w->db->a = mine;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}

/* Whether the row at hand stands where the entry stands and gives its bytes again. */
static bool fits(const struct journal_cursor *c, struct arena *a, const struct report_regime *row)
{
	struct report_regime entry;
	struct entry_stamp stamp;
	struct buf again = { .a = a };

	if (row->valid.position != c->row.position || !regime_from_entry(a, c->row.bytes, &entry, &stamp))
		return false;
	regime_entry(&again, row, &stamp);
	return str_eq(buf_str(&again), c->row.bytes);
}

const struct fault *regimes_examine(struct db *db, struct str *complaint)
{
	JOURNAL_CURSOR c = { 0 };
	ARENA of_one = { 0 };
	struct report_regime *rows;
	int64_t size;
	int n, met = 0;
	bool more = true;

	*complaint = (struct str){ 0 };
	TRY(load_rows(db, db->a, &rows, &n));
	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(next_entry(&c, &more));
		if (!more)
			break;
		if (met == n || !fits(&c, &of_one, &rows[met++])) {
			*complaint = str_fmt(db->a,
				"the regimes of reports are not what journal entry %lld says: run motcua "
				"rebuild",
				(long long)c.row.position);
			return NULL;
		}
		arena_reset(&of_one);
	}
	if (met < n)
		*complaint =
			S("the regimes of reports have rows that the journal has not: run motcua rebuild");
	return NULL;
}
