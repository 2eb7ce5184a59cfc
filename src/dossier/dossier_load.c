/* Reading dossiers and their rows, and writing the rows. */
#include "dossier/dossier_code.h"
#include "dossier/dossier_entry.h"
#include "dossier/dossier_save.h"
#include "dossier/dossier_sql.h"
#include "dossier/dossier_store.h"

enum { DUE_ROOM = 32 };

/* Deadlines as texts, in room of the caller's. */
struct due_texts {
	char room[2][DUE_ROOM];
	struct str first, now;
};

static void write_dues(const struct dossier *d, struct due_texts *t)
{
	struct buf first = { .p = t->room[0], .cap = DUE_ROOM }, now = { .p = t->room[1], .cap = DUE_ROOM };

	if (d->dues_n)
		add_due(&first, d->dues[0].due);
	add_due(&now, dossier_due_now(d));
	t->first = buf_str(&first);
	t->now = buf_str(&now);
}

const struct fault *dossier_insert(struct db *db, int64_t number, const struct dossier *d, bool *taken)
{
	struct due_texts due;

	write_dues(d, &due);
	TRY(dossier_sql_insert(db, d->code, number, d->version, d->agency, d->procedure, d->procedure_version,
		channel_text(d->channel), dossier_state_text(d->state), outcome_text(d->outcome),
		d->submitted_at, d->accepted_at, d->ended_at, d->returned_at, due.first, due.now));
	*taken = db->changed == 0;
	return NULL;
}

const struct fault *dossier_update(struct db *db, int64_t number, const struct dossier *d)
{
	struct due_texts due;

	write_dues(d, &due);
	TRY(dossier_sql_update(db, d->code, number, d->version, d->agency, d->procedure, d->procedure_version,
		channel_text(d->channel), dossier_state_text(d->state), outcome_text(d->outcome),
		d->submitted_at, d->accepted_at, d->ended_at, d->returned_at, due.first, due.now));
	if (db->changed == 1)
		return NULL;
	return FAULT(db->a, FAULT_CORRUPT, "the row of dossier %lld is not what its journal says",
		(long long)number);
}

/* Both statements that read rows have the same columns. */
must_check static const struct fault *row_of(
	struct db *db, const struct dossier_sql_find_row *r, struct dossier_row *out)
{
	struct dossier_row row = { .code = r->code,
		.agency = r->agency,
		.procedure = r->procedure,
		.number = r->number,
		.version = r->version,
		.procedure_version = r->procedure_version,
		.submitted_at = r->submitted_at,
		.accepted_at = r->accepted_at,
		.ended_at = r->ended_at,
		.returned_at = r->returned_at };

	if (!channel_from(r->channel, &row.channel) || !dossier_state_from(r->state, &row.state) ||
		!outcome_from(r->outcome, &row.outcome) || !parse_due(r->first_due, &row.first_due) ||
		!parse_due(r->due, &row.due))
		return FAULT(db->a, FAULT_CORRUPT, "the row of dossier %lld", (long long)r->number);
	*out = row;
	return NULL;
}

const struct fault *dossier_find(struct db *db, struct str code, struct dossier_row *row, bool *found)
{
	struct dossier_sql_find_row r;

	TRY(dossier_sql_find(db, code, &r, found));
	return *found ? row_of(db, &r, row) : NULL;
}

static struct dossier_sql_find_row as_found(struct db *db, const struct dossier_sql_list_row *r)
{
	return (struct dossier_sql_find_row){ .code = db_keep(db, r->code),
		.number = r->number,
		.version = r->version,
		.agency = db_keep(db, r->agency),
		.procedure = db_keep(db, r->procedure),
		.procedure_version = r->procedure_version,
		.channel = r->channel,
		.state = r->state,
		.outcome = r->outcome,
		.submitted_at = r->submitted_at,
		.accepted_at = r->accepted_at,
		.ended_at = r->ended_at,
		.returned_at = r->returned_at,
		.first_due = r->first_due,
		.due = r->due };
}

const struct fault *dossier_list(struct db *db, struct str agency, const struct dossier_after *after, int n,
	struct dossier_row *rows, int *rows_n)
{
	cleanup_with(dossier_sql_list_end) struct dossier_sql_list_rows all = { 0 };
	int filled = 0;
	bool more;

	TRY(dossier_sql_list(db, agency, after->accepted_at, after->code, n, &all));
	for (;;) {
		TRY(dossier_sql_list_next(&all, &more));
		if (!more)
			break;
		struct dossier_sql_find_row r = as_found(db, &all.row);
		TRY(row_of(db, &r, &rows[filled++]));
	}
	*rows_n = filled;
	return NULL;
}

const struct fault *dossier_alike(struct db *db, const struct dossier *like, struct dossier_codes *out)
{
	cleanup_with(dossier_sql_alike_end) struct dossier_sql_alike_rows all = { 0 };
	struct dossier_codes found = { 0 };
	size_t cap = 0;
	bool more;

	TRY(dossier_sql_alike(db, like->agency, like->procedure, like->accepted_at, &all));
	for (;;) {
		TRY(dossier_sql_alike_next(&all, &more));
		if (!more)
			break;
		found.codes = arena_grow(db->a, found.codes, found.n, &cap, sizeof *found.codes);
		found.codes[found.n++] = db_keep(db, all.row.code);
	}
	*out = found;
	return NULL;
}

/* Strings of an event are slices of the row: those that the dossier takes over are kept. */
static void keep_strings(struct db *db, const struct dossier *was, struct dossier *d)
{
	if (d->code.p != was->code.p)
		d->code = db_keep(db, d->code);
	if (d->agency.p != was->agency.p)
		d->agency = db_keep(db, d->agency);
	if (d->procedure.p != was->procedure.p)
		d->procedure = db_keep(db, d->procedure);
}

must_check static const struct fault *fold_row(
	struct db *db, const struct journal_row *row, struct dossier *d)
{
	struct dossier_event e;

	if (dossier_entry_read(db->a, row->bytes, &e) != ENTRY_DOSSIER || !dossier_fits(d, &e))
		return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld does not follow from those before it",
			(long long)row->position);
	struct dossier next = dossier_apply(*d, &e);

	keep_strings(db, d, &next);
	*d = next;
	return NULL;
}

const struct fault *dossier_load(struct db *db, int64_t number, struct dossier *out)
{
	JOURNAL_CURSOR c = { 0 };
	struct dossier d = { 0 };
	bool more;

	TRY(journal_read_dossier(db, number, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			break;
		TRY(fold_row(db, &c.row, &d));
	}
	if (d.state == DOSSIER_NONE)
		return FAULT(db->a, FAULT_NOT_FOUND, "no dossier %lld in the journal", (long long)number);
	*out = d;
	return NULL;
}

const struct fault *dossier_load_code(
	struct db *db, struct str code, int64_t *number, struct dossier *out, bool *found)
{
	struct dossier_sql_find_row row;

	TRY(dossier_sql_find(db, code, &row, found));
	if (!*found)
		return NULL;
	*number = row.number;
	return dossier_load(db, row.number, out);
}

const struct fault *dossier_events(
	struct db *db, int64_t number, struct dossier_event *events, int max, int *n)
{
	JOURNAL_CURSOR c = { 0 };
	int count = 0;
	bool more;

	TRY(journal_read_dossier(db, number, &c));
	while (count < max) {
		TRY(journal_next(&c, &more));
		if (!more)
			break;
		if (dossier_entry_read(db->a, db_keep(db, c.row.bytes), &events[count++]) != ENTRY_DOSSIER)
			return FAULT(db->a, FAULT_CORRUPT, "journal entry %lld is none of a dossier",
				(long long)c.row.position);
	}
	*n = count;
	return NULL;
}

const struct fault *dossier_private(
	struct db *db, int64_t number, struct str as, struct str *data, bool *found)
{
	return journal_private(db, number - 1, as, data, found); /* numbers are positions counted from 1 */
}

/* A row for the dossier that begins with this entry, as it is by now. */
must_check static const struct fault *rebuild_one(struct db *db, int64_t number)
{
	struct dossier d = { 0 };
	struct dossier_code c;
	bool taken;

	TRY(dossier_load(db, number, &d));
	TRY(dossier_insert(db, number, &d, &taken));
	if (taken || !dossier_code_parse(d.code, &c))
		return FAULT(db->a, FAULT_CORRUPT, "dossier %lld has a code that is taken or none",
			(long long)number);
	return dossier_sql_raise_counter(db, c.prefix, c.day, c.number);
}

must_check static const struct fault *rebuild_all(struct db *db)
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
		if (c.row.dossier != c.row.position + 1)
			continue;
		TRY(rebuild_one(db, c.row.dossier));
		arena_reset(db->a);
	}
}

const struct fault *dossier_rebuild(struct write *w)
{
	ARENA of_one = { 0 };
	struct arena *mine = w->db->a;

	TRY(dossier_sql_clear(w->db));
	TRY(dossier_sql_clear_counters(w->db));
	w->db->a = &of_one;
	const struct fault *f = rebuild_all(w->db);

	w->db->a = mine;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}
