#include "exchange/import_dossiers.h"
#include "catalogue/dossier_rules.h"
#include "dossier/dossier_say.h"
#include "dossier/dossier_store.h"
#include "exchange/dossier_known.h"
#include "exchange/dossier_row.h"

enum { PROGRESS_ROWS = 500 };

/* An import while it runs. Memory of a row is given back with the row. */
struct importing {
	struct write *w;
	struct dossier_job *job;
	struct arena *a;  /* of the command */
	struct arena row; /* of one row */
	struct csv csv;
	struct intmap meant; /* by the rows: dossier_code_key -> line */
	struct agency_memory memory;
	struct dossier_line *without_code; /* they get theirs after all given codes */
	size_t without_n, without_cap;
};

static void importing_end(struct importing *i)
{
	csv_close(&i->csv);
	arena_free(&i->row);
}

static bool first_of_its_code(struct importing *i, const struct dossier_line *l)
{
	bool added;
	int64_t line = intmap_put(&i->meant, dossier_code_key(l->code), l->line, &added);

	if (!added)
		csv_error(&i->csv, FIELD_CODE,
			(struct import_error){ .code = IMPORT_DOUBLED_ROW, .piece = l->code, .n = line });
	return added;
}

static void row_refused(struct importing *i, const struct dossier_line *l, enum dossier_refusal refusal)
{
	import_error_add(
		&i->job->errors, (struct import_error){ .line = l->line,
					 .field = S("row"),
					 .code = IMPORT_REFUSED,
					 .piece = msg_text(i->job->lang, dossier_refusal_msg(refusal)) });
}

static void row_warned(struct importing *i, const struct dossier_line *l, unsigned warnings)
{
	for (int k = 0; k < DOSSIER_WARNING_N; k++)
		if (warnings & 1u << k)
			import_error_add(&i->job->warnings,
				(struct import_error){ .line = l->line,
					.field = S("row"),
					.code = IMPORT_REFUSED,
					.piece = msg_text(i->job->lang,
						dossier_warning_msg((enum dossier_warning)k)) });
}

must_check static const struct fault *create(struct importing *i, const struct dossier_line *l, bool *taken)
{
	struct dossier_command commands[DOSSIER_MAX_STEPS];
	struct dossier_step steps[DOSSIER_MAX_STEPS] = { { { 0 } } };
	struct dossier_rules rules = catalogue_dossier_rules(i->job->catalogue, l->agency, l->procedure);
	struct dossier_part applicant = { S("applicant"), applicant_data(i->w->db->a, l) };
	int n = dossier_line_commands(l, i->job->catalogue, commands);
	struct dossier_result result;

	for (int k = 0; k < n; k++)
		steps[k].command = commands[k];
	steps[0].parts = &applicant;
	steps[0].parts_n = 1;
	rules.now = i->w->now;
	rules.history = true;
	struct dossier_new new = { .steps = steps, .steps_n = n, .rules = &rules };

	TRY(dossier_create(i->w, &new, &result));
	*taken = result.refusal == REFUSED_CODE_TAKEN;
	if (result.refusal && !*taken)
		row_refused(i, l, result.refusal);
	if (!result.refusal) {
		i->job->added++;
		row_warned(i, l, result.warnings);
	}
	return NULL;
}

/* A code that exists: the same, corrected, or an error. */
must_check static const struct fault *meet(struct importing *i, const struct dossier_line *l)
{
	struct dossier_known known;

	TRY(dossier_meet(i->w, i->job, l, &known));
	if (known.refusal)
		row_refused(i, l, known.refusal);
	else if (known.same)
		i->job->unchanged++;
	else if (known.corrected)
		i->job->corrected++;
	else
		csv_error(&i->csv, known.column,
			(struct import_error){ .code = IMPORT_EXISTS_OTHERWISE,
				.piece = known.typed,
				.also = known.stored });
	return NULL;
}

static struct dossier_line kept(struct arena *a, struct dossier_line l)
{
	l.applicant = str_dup(a, l.applicant);
	l.note = str_dup(a, l.note);
	return l;
}

static void keep_for_later(struct importing *i, const struct dossier_line *l)
{
	i->without_code =
		arena_grow(i->a, i->without_code, i->without_n, &i->without_cap, sizeof *i->without_code);
	i->without_code[i->without_n++] = kept(i->a, *l);
}

must_check static const struct fault *import_row(struct importing *i)
{
	struct dossier_line l;
	bool taken = false;

	if (!dossier_line_read(&i->csv, i->job->catalogue, &i->memory, i->w->now, &l))
		return NULL;
	if (!l.code.n) {
		keep_for_later(i, &l);
		return NULL;
	}
	if (!first_of_its_code(i, &l))
		return NULL;
	TRY(create(i, &l, &taken));
	return taken ? meet(i, &l) : NULL;
}

static void tell_progress(struct importing *i)
{
	const struct dossier_job *job = i->job;

	if (job->progress && job->rows % PROGRESS_ROWS == 0)
		job->progress(job->progress_arg, i->csv.text.bytes, i->csv.text.source.total);
}

/* A fault made in the memory of a row, moved to where it outlives it. */
static const struct fault *outlive(struct arena *a, const struct fault *f)
{
	return f ? fault_at(a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}

must_check static const struct fault *import_rows(struct importing *i)
{
	bool more;

	for (;;) {
		TRY(csv_next(&i->csv, &more));
		if (!more)
			return NULL;
		i->job->rows++;
		i->w->db->a = &i->row;
		const struct fault *f = outlive(i->a, import_row(i));
		i->w->db->a = i->a;
		arena_reset(&i->row);
		if (f)
			return f;
		tell_progress(i);
	}
}

must_check static const struct fault *meet_without_code(
	struct importing *i, const struct dossier_line *l, bool *same)
{
	i->w->db->a = &i->row;
	const struct fault *f = outlive(i->a, dossier_meet_without_code(i->w, i->job, &i->meant, l, same));
	i->w->db->a = i->a;
	arena_reset(&i->row);
	return f;
}

/* The rows that name no dossier: first which of them came before, then the new ones. */
must_check static const struct fault *import_without_code(struct importing *i)
{
	size_t new = 0;

	for (size_t k = 0; k < i->without_n; k++) {
		bool same = false;
		TRY(meet_without_code(i, &i->without_code[k], &same));
		if (same)
			i->job->unchanged++;
		else
			i->without_code[new ++] = i->without_code[k];
	}
	for (size_t k = 0; k < new; k++) {
		bool taken;
		TRY(create(i, &i->without_code[k], &taken));
	}
	return NULL;
}

/* After a restart of the command (journal/write.h) nothing of the first run may be left. */
static void start_over(struct dossier_job *job)
{
	job->rows = job->added = job->corrected = job->unchanged = 0;
	job->errors = (struct import_errors){ .a = job->errors.a };
	job->warnings = (struct import_errors){ .a = job->warnings.a };
}

const struct fault *import_dossiers(struct write *w, void *arg)
{
	struct dossier_job *job = arg;
	cleanup_with(importing_end) struct importing i = {
		.w = w, .job = job, .a = w->db->a, .meant = { .a = w->db->a }, .memory = { .a = w->db->a }
	};

	start_over(job);
	TRY(csv_open(&i.csv, i.a, job->source, dossier_columns, DOSSIER_FIELD_N, &job->errors));
	TRY(import_rows(&i));
	TRY(import_without_code(&i));
	if (job->errors.total || job->dry_run)
		db_undo(w->db);
	return NULL;
}
