#include "score/score_import.h"
#include "msg/messages.h"
#include "score/score_set_store.h"

enum { MAX_ROWS = 4 * LIMIT_SCORE_COMPONENTS };

/* The rows of a file that could be read. */
struct criteria_rows {
	struct score_component *list;
	int64_t *lines;
	bool *taken; /* belongs to a set that was dealt with */
	int n;
};

static void refuse(struct import_job *job, int64_t line, struct str field, enum msg why)
{
	import_refuse(job, line, field, msg_text(job->lang, why));
}

static bool read_row(struct import_job *job, struct arena *a, struct csv *c, struct score_component *out)
{
	bool fine = c->bad_mask == 0;
	struct record_refusal r = criteria_set(out, CRITERIA_SOURCE, str_dup(a, c->note));

	for (int i = 0, column = 0; column < CRITERIA_COLUMN_N; column++) {
		if (column != CRITERIA_SOURCE) {
			bool broken = c->bad_mask >> i & 1; /* reported already */

			r = broken ? RECORD_FINE
				   : criteria_set(out, (enum criteria_column)column, str_dup(a, c->field[i]));
			i++;
		}
		if (r.refused)
			refuse(job, c->row_line, criteria_columns[column].text, r.why);
		fine = fine && !r.refused;
	}
	r = fine ? criteria_check(out) : RECORD_FINE;
	if (r.refused)
		refuse(job, c->row_line, criteria_columns[r.field].text, r.why);
	return fine && !r.refused;
}

/* The columns for csv.h, which reads `source` by itself. */
static const struct csv_column *csv_columns(struct arena *a)
{
	struct csv_column *columns = NEW_ARRAY(a, struct csv_column, CRITERIA_COLUMN_N);
	int n = 0;

	for (int i = 0; i < CRITERIA_COLUMN_N; i++)
		if (i != CRITERIA_SOURCE)
			columns[n++] =
				(struct csv_column){ criteria_columns[i].text, criteria_columns[i].needed };
	return columns;
}

must_check static const struct fault *read_rows(
	struct import_job *job, struct arena *a, struct criteria_rows *rows)
{
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_memory memory = { .rest = job->bytes };
	bool more;

	rows->list = NEW_ARRAY(a, struct score_component, MAX_ROWS);
	rows->lines = NEW_ARRAY(a, int64_t, MAX_ROWS);
	rows->taken = NEW_ARRAY(a, bool, MAX_ROWS);
	TRY(csv_open(&c, a, csv_from_memory(&memory), csv_columns(a), CRITERIA_COLUMN_N - 1, &job->errors));
	for (;;) {
		TRY(csv_next(&c, &more));
		if (!more)
			return NULL;
		if (job->report.rows++ >= MAX_ROWS) {
			refuse(job, c.row_line, S("row"), MSG_score_set_full);
			return NULL;
		}
		rows->list[rows->n] = (struct score_component){ 0 };
		rows->lines[rows->n] = c.row_line;
		rows->n += read_row(job, a, &c, &rows->list[rows->n]);
	}
}

/* The rows of the set that row `first` belongs to. */
static int take_set(struct criteria_rows *rows, int first, struct score_component *list, int64_t *lines)
{
	const struct score_component *me = &rows->list[first];
	int n = 0;

	for (int i = first; i < rows->n; i++) {
		const struct score_component *c = &rows->list[i];

		if (rows->taken[i] || c->version != me->version || !str_eq(c->set, me->set))
			continue;
		rows->taken[i] = true;
		list[n] = *c;
		lines[n++] = rows->lines[i];
	}
	return n;
}

/* A version that exists is never another one. */
static void compare(struct import_job *job, struct arena *a, const struct score_set *file,
	const struct score_set *stored, const int64_t *lines)
{
	if (file->n != stored->n)
		refuse(job, lines[file->n - 1], S("row"), MSG_score_set_frozen);
	for (int i = 0; i < file->n && i < stored->n; i++)
		for (int c = 0; c < CRITERIA_COLUMN_N; c++) {
			enum criteria_column column = (enum criteria_column)c;

			if (!str_eq(criteria_get(a, &file->components[i], column),
				    criteria_get(a, &stored->components[i], column)))
				refuse(job, lines[i], criteria_columns[c].text, MSG_score_set_frozen);
		}
	job->report.unchanged += file->n;
}

static const struct str flaw_fields[] = { [SCORE_SET_FULL] = S_INIT("row"),
	[SCORE_SET_CODE_TWICE] = S_INIT("component_code"),
	[SCORE_SET_AREA_TWICE] = S_INIT("criterion_code"),
	[SCORE_SET_OTHERWISE] = S_INIT("name") };
static const enum msg flaw_words[] = { [SCORE_SET_FULL] = MSG_score_set_full,
	[SCORE_SET_CODE_TWICE] = MSG_score_set_code_twice,
	[SCORE_SET_AREA_TWICE] = MSG_score_set_area_twice,
	[SCORE_SET_OTHERWISE] = MSG_score_set_otherwise };

must_check static const struct fault *import_set(
	struct write *w, struct import_job *job, struct criteria_rows *rows, int first)
{
	struct arena *a = w->db->a;
	struct score_component *list = NEW_ARRAY(a, struct score_component, rows->n);
	int64_t *lines = NEW_ARRAY(a, int64_t, rows->n);
	int n = take_set(rows, first, list, lines), at;
	const struct score_set *stored;
	struct score_set set;
	enum score_set_flaw flaw = score_set_of(list, n, &set, &at);

	if (flaw) {
		refuse(job, lines[at], flaw_fields[flaw], flaw_words[flaw]);
		return NULL;
	}
	TRY(score_set_load(w->db, set.code, set.version, &stored));
	if (stored) {
		compare(job, a, &set, stored, lines);
		return NULL;
	}
	job->report.added += n;
	/* With errors everything is taken back; a set that lost a row to one must not be written at all. */
	return job->errors.total ? NULL : score_set_add(w, &set);
}

const struct fault *import_criteria(struct write *w, void *arg)
{
	struct import_job *job = arg;
	struct criteria_rows rows = { 0 };
	const struct score_set *stored;
	int n;

	if (!import_begin(job))
		return NULL;
	TRY(read_rows(job, w->db->a, &rows));
	for (int i = 0; i < rows.n; i++)
		if (!rows.taken[i])
			TRY(import_set(w, job, &rows, i));
	TRY(score_sets_load(w->db, &stored, &n));
	if (n >= LIMIT_SCORE_SETS)
		refuse(job, 0, S("file"), MSG_score_sets_full);
	import_end(w, job);
	return NULL;
}
