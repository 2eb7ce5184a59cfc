#include "exchange/import_regimes.h"
#include "agency/agency_store.h"
#include "exchange/agency_names.h"
#include "msg/messages.h"
#include "report/regime_store.h"

static enum column_flaw set_column(void *version, int column, struct str value)
{
	return regime_set(version, (enum regime_column)column, value);
}

static struct str get_column(struct arena *a, const void *version, int column)
{
	return regime_get(a, version, (enum regime_column)column);
}

struct regime_row {
	struct report_regime r;
	int64_t line;
	bool bad, corrects, news;
};
/* One import while it runs. */
struct run {
	struct import_job *job;
	struct arena *a;
	struct import_table table;
	struct agency_names names;
	struct report_regimes stored;
	struct regime_row *rows;
	int n;
	bool too_many;
};

static void refuse(struct run *r, struct regime_row *row, enum regime_column at, enum msg why)
{
	import_refuse(r->job, row->line, r->table.columns[at].text, msg_text(r->job->lang, why));
	row->bad = true;
}

/* What the columns say together. */
static void check_row(struct run *r, struct regime_row *row)
{
	switch (regime_check(&row->r)) {
	case REGIME_SOUND: return;
	case REGIME_ORDER: refuse(r, row, REGIME_COLUMN_VALID_TO, MSG_import_order); return;
	case REGIME_DUE_BEFORE: refuse(r, row, REGIME_COLUMN_DUE_DAY, MSG_import_regime_due); return;
	case REGIME_OWES: refuse(r, row, REGIME_COLUMN_OWES, MSG_import_regime_owes); return;
	case REGIME_OUTLINE: refuse(r, row, REGIME_COLUMN_OUTLINE, MSG_import_regime_outline); return;
	}
	impossible();
}

/* The receiver as written becomes its code. */
static void find_receiver(struct run *r, struct regime_row *row)
{
	struct str codes = { 0 };
	enum agency_lookup found;

	if (str_eq(row->r.receiver, REPORT_TO_PARENT))
		return;
	found = agency_names_find(&r->names, r->a, row->r.receiver, &codes);
	if (found == LOOKUP_FOUND) {
		row->r.receiver = codes;
		return;
	}
	import_error_add(&r->job->errors,
		(struct import_error){ .line = row->line,
			.field = r->table.columns[REGIME_COLUMN_RECEIVER].text,
			.code = found == LOOKUP_NONE ? IMPORT_UNKNOWN_AGENCY : IMPORT_AMBIGUOUS_AGENCY,
			.piece = row->r.receiver,
			.also = codes });
	row->bad = true;
}

/* Two rows for one version. */
static void find_double(struct run *r, struct regime_row *row)
{
	for (int i = 0; i < r->n; i++) {
		const struct regime_row *other = &r->rows[i];

		if (row->bad || !str_eq(other->r.code, row->r.code) ||
			other->r.valid.from != row->r.valid.from)
			continue;
		import_error_add(&r->job->errors, (struct import_error){ .line = row->line,
							  .field = S("row"),
							  .code = IMPORT_DOUBLED_ROW,
							  .piece = row->r.code,
							  .n = other->line });
		row->bad = true;
	}
}

must_check static const struct fault *read_rows(struct run *r)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = r->job->bytes };
	bool more;

	TRY(csv_open(&c, r->a, csv_from_memory(&memory), import_csv_columns(r->a, &r->table),
		(size_t)r->table.n - 1, &r->job->errors));
	for (;;) {
		struct regime_row row = { 0 };

		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		row.bad = !import_row(r->job, r->a, &c, &r->table, &row.r);
		row.line = c.row_line;
		if (!row.bad) {
			check_row(r, &row);
			find_receiver(r, &row);
			find_double(r, &row);
		}
		if (r->n < LIMIT_REPORT_REGIMES)
			r->rows[r->n++] = row;
		else
			r->too_many = true;
	}
}

/* The newest stored version with the same first day, or NULL. */
static const struct report_regime *stored_version(const struct run *r, const struct report_regime *v)
{
	for (int i = r->stored.n - 1; i >= 0; i--)
		if (r->stored.list[i].valid.from == v->valid.from && str_eq(r->stored.list[i].code, v->code))
			return &r->stored.list[i];
	return NULL;
}

/* Whether the row has to be written; the report counts it. */
static void judge(struct run *r, struct regime_row *row)
{
	const struct report_regime *old = row->bad ? NULL : stored_version(r, &row->r);

	if (row->bad)
		return;
	row->corrects = old && !report_regime_same(old, &row->r) && r->job->correct.n > 0;
	row->news = !old || row->corrects;
	if (!old)
		r->job->report.added++;
	else if (row->corrects)
		r->job->report.corrected++;
	else if (report_regime_same(old, &row->r))
		r->job->report.unchanged++;
	else
		import_differs(r->job, r->a, row->line,
			&(struct import_difference){ &r->table, get_column, &row->r, old });
}

static void check_size(struct run *r)
{
	struct buf words = { .a = r->job->errors.a };
	int news = 0;

	for (int i = 0; i < r->n; i++)
		news += r->rows[i].news;
	if (!r->too_many && r->stored.n + news <= LIMIT_REPORT_REGIMES)
		return;
	msg_import_regime_too_many(&words, r->job->lang, LIMIT_REPORT_REGIMES);
	import_refuse(r->job, 0, S("file"), buf_str(&words));
}

must_check static const struct fault *write_news(struct write *w, const struct run *r)
{
	for (int i = 0; i < r->n; i++)
		if (r->rows[i].news)
			TRY(regime_add(w, &r->rows[i].r, r->rows[i].corrects ? r->job->correct : S("")));
	return NULL;
}

const struct fault *import_regimes(struct write *w, void *job)
{
	struct run r = { .job = job,
		.a = w->db->a,
		.table = { regime_columns(), REGIME_COLUMN_N, REGIME_COLUMN_SOURCE, set_column } };
	const struct agency_version *agencies;
	int agencies_n;

	if (!import_begin(r.job))
		return NULL;
	r.rows = NEW_ARRAY(r.a, struct regime_row, LIMIT_REPORT_REGIMES);
	TRY(agency_load(w->db, r.a, &agencies, &agencies_n));
	TRY(regimes_load(w->db, r.a, &r.stored));
	struct agency_tree tree = agency_tree_of(r.a, agencies, agencies_n);

	r.names = agency_names_of(r.a, &tree, NULL, 0);
	TRY(read_rows(&r));
	for (int i = 0; i < r.n; i++)
		judge(&r, &r.rows[i]);
	check_size(&r);
	if (r.job->errors.total == 0)
		TRY(write_news(w, &r));
	import_end(w, r.job);
	return NULL;
}
