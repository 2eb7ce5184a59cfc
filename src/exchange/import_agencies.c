#include "exchange/import_agencies.h"
#include "agency/agency_store.h"
#include "exchange/agency_names.h"
#include "msg/messages.h"

static enum column_flaw set_column(void *version, int column, struct str value)
{
	return agency_set(version, (enum agency_column)column, value);
}

static struct str get_column(struct arena *a, const void *version, int column)
{
	return agency_get(a, version, (enum agency_column)column);
}

/* One import while it runs. */
struct run {
	struct import_job *job;
	struct write *w;
	struct arena *a;
	struct import_table table;
	struct agency_tree tree; /* what is stored */
	const struct agency_version *stored;
	int stored_n;
	struct agency_row *rows;
	int n, cap;
	struct agency_names names;
	struct code_index identities; /* "name\nparent" of all that have a code */
	struct str *identity_keys, *identity_codes;
	int identities_n;
	int64_t last_internal;
};

static void keep_row(struct run *r, const struct agency_row *row)
{
	if (r->n == r->cap) {
		int cap = r->cap ? r->cap * 2 : LIMIT_PAGE_ROWS;
		struct agency_row *rows = NEW_ARRAY(r->a, struct agency_row, cap);
		if (r->n)
			memcpy(rows, r->rows, sizeof *rows * (size_t)r->n);
		r->rows = rows;
		r->cap = cap;
	}
	r->rows[r->n++] = *row;
}

/* Reads all rows; also those with errors, so that rows below them find their parent. */
must_check static const struct fault *read_rows(struct run *r)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = r->job->bytes };
	bool more;

	TRY(csv_open(&c, r->a, csv_from_memory(&memory), import_csv_columns(r->a, &r->table),
		(size_t)r->table.n - 1, &r->job->errors));
	for (;;) {
		struct agency_row row = { .line = 0 };
		enum agency_column at = AGENCY_COLUMN_N;
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		bool fine = import_row(r->job, r->a, &c, &r->table, &row.v);
		enum column_flaw flaw = fine ? agency_check(&row.v, &at) : COLUMN_FINE;
		if (flaw)
			import_flaw(r->job, c.row_line, &r->table.columns[at], agency_get(r->a, &row.v, at),
				flaw);
		row.line = c.row_line;
		row.parent = row.v.parent;
		row.successor = row.v.successor;
		row.state = fine && !flaw ? ROW_WAITING : ROW_FAILED;
		keep_row(r, &row);
	}
}

/* Who an agency is when no code says it. */
static struct str identity_of(struct arena *a, struct str name, struct str parent)
{
	return str_fmt(a, "%.*s\n%.*s", ARG(name), ARG(parent));
}

static void add_identity(struct run *r, struct str name, struct str parent, struct str code)
{
	struct str key = identity_of(r->a, name, parent);
	int64_t internal = code_internal_number(code);

	if (internal > r->last_internal)
		r->last_internal = internal;
	if (code_index_find(&r->identities, key))
		return;
	r->identity_keys[++r->identities_n] = key;
	r->identity_codes[r->identities_n] = code;
	code_index_add(&r->identities, r->identities_n);
}

static void begin_identities(struct run *r)
{
	int cap = r->stored_n + r->n;

	r->identity_keys = NEW_ARRAY(r->a, struct str, cap + 1);
	r->identity_codes = NEW_ARRAY(r->a, struct str, cap + 1);
	r->identities = code_index_new(r->a, r->identity_keys, cap);
	for (int i = 0; i < r->stored_n; i++)
		add_identity(r, r->stored[i].name, r->stored[i].parent, r->stored[i].code);
	for (int i = 0; i < r->n; i++) {
		int64_t internal = code_internal_number(r->rows[i].v.code);
		r->last_internal = internal > r->last_internal ? internal : r->last_internal;
	}
}

static void place(struct run *r, struct agency_row *row, struct str parent)
{
	row->v.parent = parent;
	if (row->v.code.n == 0) {
		int known = code_index_find(&r->identities, identity_of(r->a, row->v.name, parent));
		row->v.code = known ? r->identity_codes[known] : code_internal(r->a, r->last_internal + 1);
	}
	add_identity(r, row->v.name, parent, row->v.code);
	row->state = ROW_PLACED;
}

static void report_lookup(struct run *r, struct agency_row *row, enum agency_lookup found,
	enum agency_column column, struct str codes)
{
	struct import_error e = { .line = row->line,
		.field = r->table.columns[column].text,
		.code = found == LOOKUP_NONE ? IMPORT_UNKNOWN_AGENCY : IMPORT_AMBIGUOUS_AGENCY,
		.piece = column == AGENCY_COLUMN_PARENT ? row->parent : row->successor,
		.also = codes };

	import_error_add(&r->job->errors, e);
	row->state = ROW_FAILED;
}

/* Gives a waiting row its parent, and its code, if the parent has one. True when it waits no longer. */
static bool try_row(struct run *r, struct agency_row *row)
{
	struct str parent = { 0 };
	enum agency_lookup found = LOOKUP_FOUND;

	if (row->parent.n > 0)
		found = agency_names_find(&r->names, r->a, row->parent, &parent);
	switch (found) {
	case LOOKUP_WAITING: return false;
	case LOOKUP_FOUND: place(r, row, parent); return true;
	case LOOKUP_FAILED: row->state = ROW_FAILED; return true;
	case LOOKUP_NONE:
	case LOOKUP_SEVERAL: report_lookup(r, row, found, AGENCY_COLUMN_PARENT, parent); return true;
	}
	impossible();
}

static void report_cycle(struct run *r, int64_t line, struct str name)
{
	struct buf words = { .a = r->job->errors.a };

	msg_import_agency_cycle(&words, r->job->lang, name, LIMIT_AGENCY_DEPTH);
	import_refuse(r->job, line, S("parent"), buf_str(&words));
}

/* A tree of so many levels is placed in as many rounds, in whatever order its rows stand; what waits then
 * hangs on a ring or too deep. */
static void place_rows(struct run *r)
{
	bool moved = true;

	for (int round = 0; round <= LIMIT_AGENCY_DEPTH && moved; round++) {
		moved = false;
		for (int i = 0; i < r->n; i++)
			if (r->rows[i].state == ROW_WAITING && try_row(r, &r->rows[i]))
				moved = true;
	}
	for (int i = 0; i < r->n; i++)
		if (r->rows[i].state == ROW_WAITING) {
			report_cycle(r, r->rows[i].line, r->rows[i].v.name);
			r->rows[i].state = ROW_FAILED;
		}
}

static void find_successors(struct run *r)
{
	for (int i = 0; i < r->n; i++) {
		struct agency_row *row = &r->rows[i];
		struct str code = { 0 };
		if (row->state != ROW_PLACED || row->successor.n == 0)
			continue;
		enum agency_lookup found = agency_names_find(&r->names, r->a, row->successor, &code);
		if (found == LOOKUP_FOUND)
			row->v.successor = code;
		else if (found != LOOKUP_FAILED)
			report_lookup(r, row, found, AGENCY_COLUMN_SUCCESSOR, code);
	}
}

/* Two rows for one version. */
static void find_doubles(struct run *r)
{
	struct str *keys = NEW_ARRAY(r->a, struct str, r->n + 1);
	struct code_index seen = code_index_new(r->a, keys, r->n);

	for (int i = 0; i < r->n; i++) {
		struct agency_row *row = &r->rows[i];
		if (row->state != ROW_PLACED)
			continue;
		keys[i + 1] = str_fmt(r->a, "%.*s %d", ARG(row->v.code), (int)row->v.valid.from);
		int first = code_index_find(&seen, keys[i + 1]);
		if (!first) {
			code_index_add(&seen, i + 1);
			continue;
		}
		row->state = ROW_FAILED;
		import_error_add(&r->job->errors, (struct import_error){ .line = row->line,
							  .field = S("row"),
							  .code = IMPORT_DOUBLED_ROW,
							  .piece = row->v.name,
							  .n = r->rows[first - 1].line });
	}
}

/* The stored version that row would be, or NULL. A row without a first day means the version that is valid
 * since ever; an agency that has none makes it an error. */
static const struct agency_version *stored_version(struct run *r, struct agency_row *row)
{
	int number = agency_number(&r->tree, row->v.code);

	if (!number)
		return NULL;
	const struct agency *g = &r->tree.agencies[number];

	for (int i = g->versions_n - 1; i >= 0; i--)
		if (g->valid[i].from == row->v.valid.from)
			return g->versions[i];
	if (row->v.valid.from == DAYNUM_NONE) {
		struct buf words = { .a = r->job->errors.a };
		msg_import_valid_from_needed(&words, r->job->lang, row->v.code, g->valid[0].from);
		import_refuse(r->job, row->line, S("valid_from"), buf_str(&words));
		row->state = ROW_FAILED;
	}
	return NULL;
}

enum news { NEWS_NONE, NEWS_ADDED, NEWS_CORRECTED };

/* Whether the row has to be written; the report counts it. */
static enum news news_of(struct run *r, struct agency_row *row)
{
	const struct agency_version *old = row->state == ROW_PLACED ? stored_version(r, row) : NULL;

	if (row->state != ROW_PLACED)
		return NEWS_NONE;
	if (!old) {
		r->job->report.added++;
		return NEWS_ADDED;
	}
	if (agency_version_same(old, &row->v)) {
		r->job->report.unchanged++;
		return NEWS_NONE;
	}
	if (r->job->correct.n > 0) {
		r->job->report.corrected++;
		return NEWS_CORRECTED;
	}
	struct import_difference d = { &r->table, get_column, &row->v, old };

	import_differs(r->job, r->a, row->line, &d);
	return NEWS_NONE;
}

static int64_t line_of(const struct run *r, struct str code)
{
	for (int i = 0; i < r->n; i++)
		if (str_eq(r->rows[i].v.code, code))
			return r->rows[i].line;
	return r->n ? r->rows[0].line : 0;
}

/* What is to be written, behind what is stored. */
struct news_list {
	struct agency_version *versions; /* stored ones first */
	enum news *kinds;
	int n;
};

static struct news_list gather_news(struct run *r)
{
	int cap = r->stored_n + r->n + 1;
	struct news_list l = { NEW_ARRAY(r->a, struct agency_version, cap), NEW_ARRAY(r->a, enum news, cap),
		r->stored_n };

	for (int i = 0; i < r->stored_n; i++)
		l.versions[i] = r->stored[i];
	for (int i = 0; i < r->n; i++) {
		enum news kind = news_of(r, &r->rows[i]);
		if (kind == NEWS_NONE)
			continue;
		l.versions[l.n] = r->rows[i].v;
		l.versions[l.n].valid.position = r->w->journal->tree.size + l.n;
		l.kinds[l.n++] = kind;
	}
	return l;
}

/* The tree as it would be, on all days. */
static void check_tree(struct run *r, const struct news_list *l)
{
	struct agency_tree t = agency_tree_of(r->a, l->versions, l->n);

	if (t.n > LIMIT_AGENCIES) {
		struct buf words = { .a = r->job->errors.a };
		msg_import_agencies_too_many(&words, r->job->lang, LIMIT_AGENCIES);
		import_refuse(r->job, 0, S("file"), buf_str(&words));
		return;
	}
	for (int i = 1; i <= t.n && l->n > r->stored_n; i++) {
		daynum on = DAYNUM_NONE;
		enum agency_flaw flaw = agency_flaw_ever(&t, i, &on);
		if (flaw == AGENCY_SOUND || flaw == AGENCY_WITHOUT_PARENT)
			continue; /* a missing parent is a row whose own error was reported */
		report_cycle(r, line_of(r, t.agencies[i].code), agency_described(&t, i, on, KNOWN_NOW)->name);
	}
}

must_check static const struct fault *write_news(struct run *r, const struct news_list *l)
{
	int64_t position;

	for (int i = r->stored_n; i < l->n; i++)
		TRY(agency_add(r->w, &l->versions[i], l->kinds[i] == NEWS_CORRECTED ? r->job->correct : S(""),
			&position));
	return NULL;
}

const struct fault *import_agencies(struct write *w, void *job)
{
	struct run r = { .job = job,
		.w = w,
		.a = w->db->a,
		.table = { agency_columns(), AGENCY_COLUMN_N, AGENCY_COLUMN_SOURCE, set_column } };

	if (!import_begin(r.job))
		return NULL;
	TRY(agency_load(w->db, r.a, &r.stored, &r.stored_n));
	r.tree = agency_tree_of(r.a, r.stored, r.stored_n);
	TRY(read_rows(&r));
	r.names = agency_names_of(r.a, &r.tree, r.rows, r.n);
	begin_identities(&r);
	place_rows(&r);
	find_successors(&r);
	find_doubles(&r);
	struct news_list news = gather_news(&r);

	check_tree(&r, &news);
	if (r.job->errors.total == 0)
		TRY(write_news(&r, &news));
	import_end(w, r.job);
	return NULL;
}
