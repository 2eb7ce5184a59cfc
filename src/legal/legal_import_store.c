#include "legal/legal_import_store.h"
#include "legal/legal_store.h"

/* The columns in the order of the fields: all that a registration can say but `source`, which csv.h reads. */
static const int columns[] = { LEGAL_SIGN, LEGAL_ISSUED, LEGAL_ISSUER, LEGAL_KIND, LEGAL_FIELD, LEGAL_SUMMARY,
	LEGAL_FROM, LEGAL_TO, LEGAL_REPLACES, LEGAL_AMENDS, LEGAL_TEXT, LEGAL_VERIFIED, LEGAL_AGENCY };

struct legal_row_job {
	struct write *w;
	struct import_job *job;
	int64_t line;
	struct record_event e;
};

static void refuse(const struct legal_row_job *x, int field, enum msg why)
{
	import_refuse(x->job, x->line, field == RECORD_NO_FIELD ? S("row") : legal_kind.fields[field].name,
		msg_text(x->job->lang, why));
}

static const struct csv_column *csv_columns(struct arena *a)
{
	struct csv_column *list = NEW_ARRAY(a, struct csv_column, COUNT(columns));

	for (size_t i = 0; i < COUNT(columns); i++)
		list[i] = (struct csv_column){ legal_kind.fields[columns[i]].name,
			(legal_kind.verbs[LEGAL_REGISTER].needed & RECORD_FIELD_BIT(columns[i])) != 0 };
	return list;
}

/* Several documents in one field are parted by semicolons. */
static struct str as_lines(struct arena *a, struct str value)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < value.n; i++)
		buf_char(&b, value.p[i] == ';' ? '\n' : value.p[i]);
	return buf_str(&b);
}

static bool read_value(struct legal_row_job *x, int field, struct str typed)
{
	struct arena *a = x->w->db->a;
	struct str value =
		field == LEGAL_REPLACES || field == LEGAL_AMENDS ? as_lines(a, typed) : str_dup(a, typed);
	struct record_refusal r =
		record_value(a, &legal_kind.fields[field], field, value, &x->e.values[field]);

	if (r.refused)
		refuse(x, field, r.why);
	return !r.refused;
}

static bool read_row(struct legal_row_job *x, const struct csv *c)
{
	bool fine = c->bad_mask == 0;

	x->line = c->row_line;
	x->e = (struct record_event){ .verb = LEGAL_REGISTER, .by = ROLE_SYSTEM };
	for (size_t i = 0; i < COUNT(columns); i++)
		fine = read_value(x, columns[i], c->field[i]) && fine;
	fine = read_value(x, LEGAL_SOURCE, c->note) && fine;
	x->e.agency = x->e.values[LEGAL_AGENCY];
	return fine;
}

/* The entry of the same document; 0: none. */
must_check static const struct fault *find_known(const struct legal_row_job *x, int64_t *number)
{
	struct db *db = x->w->db;
	struct legal_rows rows;

	*number = 0;
	TRY(legal_with_key(db, legal_key(db->a, x->e.values[LEGAL_SIGN]), &rows));
	for (size_t i = 0; i < rows.n; i++)
		if (rows.rows[i].issued == record_day(&x->e, LEGAL_ISSUED) &&
			str_eq(rows.rows[i].issuer, x->e.values[LEGAL_ISSUER]))
			*number = rows.rows[i].number;
	return NULL;
}

/* Whether the row says what the entry says. */
must_check static const struct fault *is_same(const struct legal_row_job *x, int64_t number, bool *same)
{
	struct record_story story;
	struct legal *row = NEW(x->w->db->a, struct legal);
	void *state;

	TRY(record_load(x->w->db, &legal_type, number, &state, &story));
	const struct legal *l = state;

	assert(l);
	legal_apply(row, &x->e);
	*same = str_eq(row->sign, l->sign) && row->issued == l->issued && str_eq(row->issuer, l->issuer) &&
		str_eq(row->kind, l->kind) && str_eq(row->field, l->field) &&
		str_eq(row->summary, l->summary) && row->from == l->from && row->to == l->to &&
		str_eq(row->replaces, l->replaces) && str_eq(row->amends, l->amends) &&
		str_eq(row->text, l->text) && str_eq(row->source, l->source) && row->verified == l->verified;
	return NULL;
}

must_check static const struct fault *take(struct legal_row_job *x, int64_t *counter)
{
	struct record_run run = { .type = &legal_type, .event = x->e };

	TRY(record_run(x->w, &run));
	if (run.refusal.refused)
		refuse(x, run.refusal.field, run.refusal.why);
	else
		(*counter)++;
	return NULL;
}

must_check static const struct fault *take_row(struct legal_row_job *x)
{
	int64_t number;
	bool same;

	TRY(find_known(x, &number));
	if (!number)
		return take(x, &x->job->report.added);
	TRY(is_same(x, number, &same));
	if (same) {
		x->job->report.unchanged++;
		return NULL;
	}
	if (!x->job->correct.n) {
		refuse(x, RECORD_NO_FIELD, MSG_legal_differs);
		return NULL;
	}
	x->e.verb = LEGAL_AMEND;
	x->e.record = number;
	x->e.values[LEGAL_AGENCY] = (struct str){ 0 };
	x->e.values[LEGAL_REASON] = x->job->correct;
	return take(x, &x->job->report.corrected);
}

must_check static const struct fault *take_rows(struct legal_row_job *x)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = x->job->bytes };
	struct arena *a = x->w->db->a;
	bool more;

	TRY(csv_open(&c, a, csv_from_memory(&memory), csv_columns(a), COUNT(columns), &x->job->errors));
	for (;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		x->job->report.rows++;
		if (read_row(x, &c))
			TRY(take_row(x));
	}
}

const struct fault *import_legal(struct write *w, void *job)
{
	struct legal_row_job x = { .w = w, .job = job };

	if (!import_begin(x.job))
		return NULL;
	TRY(take_rows(&x));
	import_end(w, x.job);
	return NULL;
}
