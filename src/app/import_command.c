#include "app/commands.h"
#include "app/open.h"
#include "exchange/csv_file_store.h"
#include "exchange/import_dossiers.h"
#include "exchange/import_agencies.h"
#include "exchange/import_holidays.h"
#include "exchange/import_hours.h"
#include "exchange/import_procedures.h"
#include "legal/legal_import_store.h"
#include "score/score_import.h"
#include "exchange/import_regimes.h"
#include "province/follow.h"

#include <stdio.h>

enum { SHOWN_WARNINGS = 10 };

struct import_kind {
	struct str name;
	write_command *run;
};
static const struct import_kind kinds[] = {
	{ S_INIT("agencies"), import_agencies }, { S_INIT("procedures"), import_procedures },
	{ S_INIT("holidays"), import_holidays }, { S_INIT("hours"), import_hours },
	{ S_INIT("criteria"), import_criteria }, { S_INIT("report-regimes"), import_regimes },
	{ S_INIT("legal"), import_legal },
	{ S_INIT("dossiers"), NULL }, /* a stream, with progress: run_dossiers() */
};

static const struct import_kind *kind_of(struct str name)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_eq(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

/* What is drawn while a long file is read. */
struct progress_line {
	const struct cli *c;
	struct arena a;
	int shown; /* percent, plus one */
};

static void draw_progress(void *arg, uint64_t done, uint64_t total)
{
	struct progress_line *p = arg;
	int percent = total ? (int)(done * 100 / total) : 0;
	struct buf b = { .a = &p->a };

	if (!p->c->is_terminal || percent + 1 == p->shown)
		return;
	arena_reset(&p->a);
	p->shown = percent + 1;
	msg_app_import_progress(&b, p->c->lang, p->c->words[1], percent);
	(void)!fprintf(stderr, "\r%.*s\033[K", ARG(buf_str(&b)));
}

static void clear_progress(struct progress_line *p)
{
	if (p->shown)
		(void)!fprintf(stderr, "\r\033[K");
	arena_free(&p->a);
}

/* Warnings come by the thousand in a file of history: the first ones are examples. */
static void say_warnings(const struct cli *c, const struct import_errors *list)
{
	struct buf b = { .a = c->a };

	msg_app_import_warnings(&b, c->lang, list->total);
	for (size_t i = 0; i < list->kept && i < SHOWN_WARNINGS; i++) {
		buf_char(&b, '\n');
		import_error_say(&b, c->lang, c->words[1], &list->list[i]);
	}
	cli_err(buf_str(&b));
}

static void say_list(const struct cli *c, const struct import_errors *list)
{
	struct buf b = { .a = c->a };

	import_errors_say(&b, c->lang, c->words[1], list);
	(void)!fwrite(b.p, 1, b.n, stderr);
}

static int say_errors(const struct cli *c, const struct import_errors *errors)
{
	struct buf b = { .a = c->a };

	say_list(c, errors);
	msg_app_import_errors(&b, c->lang, c->words[1], errors->total);
	return cli_refuse(c, buf_str(&b));
}

static int say_done(const struct cli *c, struct str what)
{
	struct buf b = { .a = c->a };

	buf_fmt(&b, "%.*s\n", ARG(what));
	if (cli_given(c, "--dry-run"))
		buf_fmt(&b, "%.*s\n", ARG(msg_text(c->lang, MSG_app_import_dry)));
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

static int say_dossiers(const struct cli *c, const struct dossier_job *job)
{
	struct buf b = { .a = c->a };

	if (job->warnings.total)
		say_warnings(c, &job->warnings);
	if (job->errors.total)
		return say_errors(c, &job->errors);
	if (!job->added && !job->corrected)
		msg_app_import_same(&b, c->lang, c->words[1], job->rows);
	else
		msg_app_import_done(
			&b, c->lang, c->words[1], job->rows, job->added, job->corrected, job->unchanged);
	return say_done(c, buf_str(&b));
}

static int run_dossiers(struct cli *c, struct province *p, struct csv_file *file)
{
	struct progress_line line = { .c = c };
	const struct catalogue *k = province_take_catalogue(p);
	struct dossier_job job = { .source = csv_from_file(file),
		.catalogue = k,
		.dry_run = cli_given(c, "--dry-run"),
		.lang = c->lang,
		.correct = str_trim(cli_value(c, "--correct")),
		.progress = draw_progress,
		.progress_arg = &line,
		.errors = { .a = c->a },
		.warnings = { .a = c->a } };
	const struct fault *f = writer_run(province_writer(p), c->a, import_dossiers, &job);

	clear_progress(&line);
	province_give_catalogue(p, k);
	return f ? cli_fault(c, f) : say_dossiers(c, &job);
}

/* Files of the catalogue are small: read whole. */
must_check static const struct fault *read_whole(struct csv_file *file, struct arena *a, struct str *out)
{
	struct csv_source source = csv_from_file(file);
	struct buf all = { .a = a };
	char piece[16 * 1024];

	for (size_t n = 1; n && all.n <= LIMIT_CSV_FILE_BYTES;) {
		TRY(source.read(source.from, piece, sizeof piece, &n));
		buf_add(&all, (struct str){ piece, n });
	}
	*out = buf_str(&all);
	return NULL;
}

static int run_catalogue(
	struct cli *c, struct province *p, const struct import_kind *kind, struct csv_file *file)
{
	struct import_job job = { .correct = str_trim(cli_value(c, "--correct")),
		.dry_run = cli_given(c, "--dry-run"),
		.lang = c->lang,
		.errors = { .a = c->a } };
	struct buf b = { .a = c->a };
	const struct fault *f = read_whole(file, c->a, &job.bytes);

	if (!f)
		f = writer_run(province_writer(p), c->a, kind->run, &job);
	if (f)
		return cli_fault(c, f);
	if (job.errors.total)
		return say_errors(c, &job.errors);
	buf_fmt(&b, "%.*s: ", ARG(c->words[1]));
	import_report_say(&b, &job);
	return say_done(c, buf_str(&b));
}

static int check_options(const struct cli *c, const struct import_kind **kind)
{
	struct buf b = { .a = c->a };

	*kind = kind_of(c->words[0]);
	if (!*kind)
		msg_app_unknown_kind(&b, c->lang, c->words[0]);
	else if (cli_given(c, "--correct") && !str_trim(cli_value(c, "--correct")).n)
		buf_add(&b, msg_text(c->lang, MSG_app_reason_missing));
	return b.n ? cli_usage(c, buf_str(&b)) : cli_engine(c);
}

/* The catalogue may have changed, and the figures are to know what was imported. */
must_check static const struct fault *bring_up(struct province *p, struct arena *a)
{
	int64_t position;

	TRY(province_reload_catalogue(p, a));
	return province_follow(p, a, &position);
}

static int refuse_no_file(const struct cli *c)
{
	struct buf b = { .a = c->a };

	msg_app_no_file(&b, c->lang, c->words[1]);
	return cli_refuse(c, buf_str(&b));
}

int run_import(struct cli *c)
{
	cleanup_with(csv_file_close) struct csv_file file = { 0 };
	struct province_options o = { .clock = clock_real(), .purpose = "import" };
	struct province *p;
	const struct import_kind *kind;
	int code = check_options(c, &kind);

	if (code)
		return code;
	const struct fault *f = csv_file_open(&file, c->a, c->words[1]);

	if (f)
		return f->kind == FAULT_NOT_FOUND ? refuse_no_file(c) : cli_fault(c, f);
	code = open_province(c, &o, &p);
	if (code)
		return code;
	code = kind->run ? run_catalogue(c, p, kind, &file) : run_dossiers(c, p, &file);
	if (!code)
		f = bring_up(p, c->a);
	province_close(p);
	return f ? cli_fault(c, f) : code;
}
