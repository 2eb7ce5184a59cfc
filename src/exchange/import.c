#include "exchange/import.h"
#include "msg/messages.h"

void import_report_say(struct buf *out, const struct import_job *job)
{
	const struct import_report *r = &job->report;

	if (r->added == 0 && r->corrected == 0)
		msg_import_unchanged(out, job->lang, r->rows);
	else
		msg_import_report(out, job->lang, r->rows, r->added, r->corrected, r->unchanged);
}

bool import_begin(struct import_job *job)
{
	struct arena *a = job->errors.a;

	job->report = (struct import_report){ 0 };
	job->errors = (struct import_errors){ .a = a };
	if (job->correct.n == 0 || text_check(job->correct, LIMIT_NOTE_CHARS, TEXT_ONE_LINE) == TEXT_FINE)
		return true;
	struct buf words = { .a = a };

	msg_import_reason(&words, job->lang, LIMIT_NOTE_CHARS);
	import_refuse(job, 0, S("file"), buf_str(&words));
	return false;
}

void import_end(struct write *w, const struct import_job *job)
{
	if (job->errors.total > 0 || job->dry_run)
		db_undo(w->db);
}

const struct csv_column *import_csv_columns(struct arena *a, const struct import_table *t)
{
	struct csv_column *columns = NEW_ARRAY(a, struct csv_column, t->n);

	for (int i = 0; i < t->n - 1; i++) {
		const struct column *c = &t->columns[import_column(t, i)];
		columns[i] = (struct csv_column){ c->text, c->needed };
	}
	return columns;
}

bool import_row(
	struct import_job *job, struct arena *a, struct csv *c, const struct import_table *t, void *version)
{
	bool fine = true;
	enum column_flaw flaw = t->set(version, t->note, str_dup(a, c->note));

	job->report.rows++;
	if (flaw) {
		import_flaw(job, c->row_line, &t->columns[t->note], c->note, flaw);
		fine = false;
	}
	for (int i = 0; i < t->n - 1; i++) {
		int column = import_column(t, i);
		bool broken = c->bad_mask >> i & 1; /* reported already */
		flaw = broken ? COLUMN_FINE : t->set(version, column, str_dup(a, c->field[i]));
		if (flaw)
			import_flaw(job, c->row_line, &t->columns[column], c->field[i], flaw);
		fine = fine && !broken && !flaw;
	}
	return fine;
}

void import_refuse(struct import_job *job, int64_t line, struct str field, struct str words)
{
	import_error_add(
		&job->errors, (struct import_error){
				      .line = line, .field = field, .code = IMPORT_REFUSED, .piece = words });
}

/* What a rule says about a flaw that has no error of its own. */
static struct str words_of(const struct import_job *job, struct str value, enum column_flaw flaw)
{
	struct buf words = { .a = job->errors.a };

	switch (flaw) {
	case COLUMN_CODE: msg_import_code(&words, job->lang, utf8_clip(value, LIMIT_CODE_CHARS)); break;
	case COLUMN_CLOCK: msg_import_clock(&words, job->lang, utf8_clip(value, LIMIT_CODE_CHARS)); break;
	case COLUMN_ORDER: return msg_text(job->lang, MSG_import_order);
	case COLUMN_SURPLUS: return msg_text(job->lang, MSG_import_surplus);
	case COLUMN_ABOLISHED_WHEN: return msg_text(job->lang, MSG_import_abolished_when);
	case COLUMN_FINE:
	case COLUMN_MISSING:
	case COLUMN_TEXT:
	case COLUMN_TOO_LONG:
	case COLUMN_WORD:
	case COLUMN_DAY:
	case COLUMN_NUMBER:
	case COLUMN_FLAW_N: impossible();
	}
	return buf_str(&words);
}

void import_flaw(struct import_job *job, int64_t line, const struct column *column, struct str value,
	enum column_flaw flaw)
{
	static const enum import_code codes[COLUMN_FLAW_N] = { [COLUMN_MISSING] = IMPORT_MISSING_VALUE,
		[COLUMN_TEXT] = IMPORT_CONTROL_CHARACTER,
		[COLUMN_TOO_LONG] = IMPORT_TOO_LONG,
		[COLUMN_WORD] = IMPORT_NOT_IN_LIST,
		[COLUMN_DAY] = IMPORT_NOT_A_DATE,
		[COLUMN_NUMBER] = IMPORT_OUT_OF_RANGE };
	struct import_error e = { .line = line, .field = column->text, .code = codes[flaw], .piece = value };
	int64_t n;

	if (flaw == COLUMN_NUMBER) {
		e.n = str_eq(column->text, S("fee_vnd")) ? 0 : 1;
		e.m = column->most;
		e.code = str_int(value, &n) ? IMPORT_OUT_OF_RANGE : IMPORT_NOT_A_NUMBER;
	}
	if (flaw == COLUMN_TOO_LONG)
		e.n = column->most;
	if (flaw == COLUMN_WORD)
		e.also = column->words;
	if (!e.code)
		import_refuse(job, line, column->text, words_of(job, value, flaw));
	else
		import_error_add(&job->errors, e);
}

void import_differs(struct import_job *job, struct arena *a, int64_t line, const struct import_difference *d)
{
	for (int i = 0; i < d->table->n; i++) {
		struct str in_file = d->get(a, d->in_file, i), stored = d->get(a, d->stored, i);
		if (i == d->table->note || str_eq(in_file, stored))
			continue;
		import_error_add(&job->errors, (struct import_error){ .line = line,
						       .field = d->table->columns[i].text,
						       .code = IMPORT_EXISTS_OTHERWISE,
						       .piece = in_file,
						       .also = stored });
	}
}
