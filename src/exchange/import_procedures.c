#include "exchange/import_procedures.h"
#include "agency/agency_store.h"
#include "msg/messages.h"
#include "procedure/procedure_store.h"

enum { MOST_CANDIDATES = 10 }; /* named in a message */

static enum column_flaw set_column(void *version, int column, struct str value)
{
	return procedure_set(version, (enum procedure_column)column, value);
}

static struct str get_column(struct arena *a, const void *version, int column)
{
	return procedure_get(a, version, (enum procedure_column)column);
}

/* One import while it runs. */
struct run {
	struct import_job *job;
	struct write *w;
	struct arena *a;
	struct import_table table;
	struct agency_tree agencies;
	struct procedure_list list; /* what is stored */
	const struct procedure_version *stored;
	int stored_n;
	struct procedure_row *rows;
	int n, cap;
	struct code_index identities; /* "name\nagency" of all that have a code */
	struct str *identity_keys, *identity_codes;
	int identities_n;
	int64_t last_internal;
};
struct procedure_row {
	struct procedure_version v;
	int64_t line;
	bool bad, corrects, news;
};

static void keep_row(struct run *r, const struct procedure_row *row)
{
	if (r->n == r->cap) {
		int cap = r->cap ? r->cap * 2 : LIMIT_PAGE_ROWS;
		struct procedure_row *rows = NEW_ARRAY(r->a, struct procedure_row, cap);
		if (r->n)
			memcpy(rows, r->rows, sizeof *rows * (size_t)r->n);
		r->rows = rows;
		r->cap = cap;
	}
	r->rows[r->n++] = *row;
}

/* The agency as written becomes its code. False when it is none or several, which is reported. */
static bool find_agency(struct run *r, struct procedure_row *row)
{
	struct agency_wanted wanted = { .typed = row->v.agency };
	int found[MOST_CANDIDATES];
	int n = agency_match(&r->agencies, &wanted, found, MOST_CANDIDATES);
	struct buf list = { .a = r->a };

	if (n == 1) {
		row->v.agency = r->agencies.agencies[found[0]].code;
		return true;
	}
	for (int i = 0; i < n && i < MOST_CANDIDATES; i++) {
		buf_add(&list, i ? S(", ") : S(""));
		buf_add(&list, r->agencies.agencies[found[i]].code);
	}
	import_error_add(&r->job->errors, (struct import_error){ .line = row->line,
						  .field = r->table.columns[PROCEDURE_COLUMN_AGENCY].text,
						  .code = n ? IMPORT_AMBIGUOUS_AGENCY : IMPORT_UNKNOWN_AGENCY,
						  .piece = row->v.agency,
						  .also = buf_str(&list) });
	return false;
}

static void read_row(struct run *r, struct csv *c)
{
	struct procedure_row row = { .line = c->row_line };
	enum procedure_column at = PROCEDURE_COLUMN_N;
	bool fine = import_row(r->job, r->a, c, &r->table, &row.v);
	enum column_flaw flaw = fine ? procedure_finish(&row.v, &at) : COLUMN_FINE;

	if (flaw)
		import_flaw(r->job, row.line, &r->table.columns[at], procedure_get(r->a, &row.v, at), flaw);
	bool placed = row.v.agency.n > 0 && find_agency(r, &row);

	row.bad = !fine || flaw || !placed;
	keep_row(r, &row);
}

must_check static const struct fault *read_rows(struct run *r)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = r->job->bytes };
	bool more;

	TRY(csv_open(&c, r->a, csv_from_memory(&memory), import_csv_columns(r->a, &r->table),
		(size_t)r->table.n - 1, &r->job->errors));
	for (;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		read_row(r, &c);
	}
}

static void add_identity(struct run *r, const struct procedure_version *v)
{
	struct str key = str_fmt(r->a, "%.*s\n%.*s", ARG(v->name), ARG(v->agency));

	if (code_index_find(&r->identities, key))
		return;
	r->identity_keys[++r->identities_n] = key;
	r->identity_codes[r->identities_n] = v->code;
	code_index_add(&r->identities, r->identities_n);
}

static void see_internal(struct run *r, struct str code)
{
	int64_t internal = code_internal_number(code);

	r->last_internal = internal > r->last_internal ? internal : r->last_internal;
}

/* Rows without a code get the code of the procedure with their name and agency, or the next internal one. */
static void find_codes(struct run *r)
{
	int cap = r->stored_n + r->n;

	r->identity_keys = NEW_ARRAY(r->a, struct str, cap + 1);
	r->identity_codes = NEW_ARRAY(r->a, struct str, cap + 1);
	r->identities = code_index_new(r->a, r->identity_keys, cap);
	for (int i = 0; i < r->stored_n; i++) {
		add_identity(r, &r->stored[i]);
		see_internal(r, r->stored[i].code);
	}
	for (int i = 0; i < r->n; i++)
		see_internal(r, r->rows[i].v.code);
	for (int i = 0; i < r->n; i++) {
		struct procedure_version *v = &r->rows[i].v;
		if (r->rows[i].bad || v->code.n > 0)
			continue;
		int known = code_index_find(
			&r->identities, str_fmt(r->a, "%.*s\n%.*s", ARG(v->name), ARG(v->agency)));
		v->code = known ? r->identity_codes[known] : code_internal(r->a, ++r->last_internal);
		add_identity(r, v);
	}
}

static void find_doubles(struct run *r)
{
	struct str *keys = NEW_ARRAY(r->a, struct str, r->n + 1);
	struct code_index seen = code_index_new(r->a, keys, r->n);

	for (int i = 0; i < r->n; i++) {
		struct procedure_row *row = &r->rows[i];
		if (row->v.code.n == 0)
			continue;
		keys[i + 1] = str_fmt(r->a, "%.*s %d", ARG(row->v.code), (int)row->v.valid.from);
		int first = code_index_find(&seen, keys[i + 1]);
		if (!first) {
			code_index_add(&seen, i + 1);
			continue;
		}
		row->bad = true;
		import_error_add(&r->job->errors,
			(struct import_error){ .line = row->line,
				.field = S("row"),
				.code = IMPORT_DOUBLED_ROW,
				.piece = code_internal_number(row->v.code) ? row->v.name : row->v.code,
				.n = r->rows[first - 1].line });
	}
}

/* The stored version that row would be, or NULL. A row without a first day means the version that is valid
 * since ever; a procedure that has none makes it an error. */
static const struct procedure_version *stored_version(struct run *r, struct procedure_row *row)
{
	int number = procedure_number(&r->list, row->v.code);

	if (!number)
		return NULL;
	const struct procedure *p = &r->list.procedures[number];

	for (int i = p->versions_n - 1; i >= 0; i--)
		if (p->valid[i].from == row->v.valid.from)
			return p->versions[i];
	if (row->v.valid.from == DAYNUM_NONE) {
		struct buf words = { .a = r->job->errors.a };
		msg_import_valid_from_needed(&words, r->job->lang, row->v.code, p->valid[0].from);
		import_refuse(r->job, row->line, r->table.columns[PROCEDURE_COLUMN_EFFECTIVE_FROM].text,
			buf_str(&words));
		row->bad = true;
	}
	return NULL;
}

/* Sorts the row into one of the report's numbers and marks what is to be written. */
static void decide_row(struct run *r, struct procedure_row *row)
{
	const struct procedure_version *old = row->bad ? NULL : stored_version(r, row);

	if (row->bad)
		return;
	if (old && procedure_version_same(old, &row->v)) {
		r->job->report.unchanged++;
		return;
	}
	if (old && r->job->correct.n == 0) {
		struct import_difference d = { &r->table, get_column, &row->v, old };
		import_differs(r->job, r->a, row->line, &d);
		return;
	}
	row->news = true;
	row->corrects = old != NULL;
	r->job->report.corrected += row->corrects;
	r->job->report.added += !row->corrects;
}

must_check static const struct fault *write_rows(struct run *r)
{
	int64_t position;

	for (int i = 0; i < r->n; i++) {
		const struct procedure_row *row = &r->rows[i];
		if (row->news)
			TRY(procedure_add(r->w, &row->v, row->corrects ? r->job->correct : S(""), &position));
	}
	return NULL;
}

must_check static const struct fault *load(struct run *r)
{
	const struct agency_version *agencies;
	int n;

	TRY(agency_load(r->w->db, r->a, &agencies, &n));
	r->agencies = agency_tree_of(r->a, agencies, n);
	TRY(procedure_load(r->w->db, r->a, &r->stored, &r->stored_n));
	r->list = procedure_list_of(r->a, r->stored, r->stored_n, &r->agencies);
	return NULL;
}

const struct fault *import_procedures(struct write *w, void *job)
{
	struct run r = { .job = job,
		.w = w,
		.a = w->db->a,
		.table = { procedure_columns(), PROCEDURE_COLUMN_N, PROCEDURE_COLUMN_SOURCE, set_column } };

	if (!import_begin(r.job))
		return NULL;
	TRY(load(&r));
	TRY(read_rows(&r));
	find_codes(&r);
	find_doubles(&r);
	for (int i = 0; i < r.n; i++)
		decide_row(&r, &r.rows[i]);
	if (r.job->errors.total == 0)
		TRY(write_rows(&r));
	import_end(w, r.job);
	return NULL;
}
