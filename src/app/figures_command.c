#include "app/commands.h"
#include "app/open.h"
#include "feedback/feedback_store.h"
#include "app/output.h"
#include "dossier/dossier_store.h"
#include "figures/figures_out.h"
#include "setting/setting_store.h"

enum figure_format { AS_TEXT, AS_JSON, AS_CSV, AS_XLSX, AS_PDF, FORMAT_N };
static const struct str formats[FORMAT_N] = { [AS_TEXT] = S_INIT("text"),
	[AS_JSON] = S_INIT("json"),
	[AS_CSV] = S_INIT("csv"),
	[AS_XLSX] = S_INIT("xlsx"),
	[AS_PDF] = S_INIT("pdf") };

/* text when nothing was asked for; FORMAT_N when it is none of them. */
static enum figure_format format_of(struct str text)
{
	int i = AS_TEXT;

	while (text.n && i < FORMAT_N && !str_eq(formats[i], text))
		i++;
	return (enum figure_format)i;
}

/* Files laid out as the statutory form. */
static bool is_form(enum figure_format f)
{
	return f == AS_XLSX || f == AS_PDF;
}

/* What the options say; the exit code when they say it wrongly. */
static int read_options(
	const struct cli *c, const struct catalogue *k, struct figure_request *rq, enum figure_format *format)
{
	struct str f = cli_value(c, "--format"), by = cli_value(c, "--by");
	struct buf b = { .a = c->a };
	int code;

	if ((code = cli_engine(c)) || (code = cli_day(c, "--from", &rq->from)) ||
		(code = cli_day(c, "--to", &rq->to)) ||
		(code = cli_time(c, "--as-of", DAY_S - 1, &rq->as_of)) ||
		(code = cli_time(c, "--known-at", DAY_S - 1, &rq->known_at)) ||
		(code = cli_time(c, "--now", 8 * 3600, &rq->now)) ||
		(code = cli_agency(c, k, cli_value(c, "--agency"), true, &rq->agency)))
		return code;
	*format = format_of(f);
	if (*format == FORMAT_N)
		msg_app_bad_word(&b, c->lang, S("--format"), f, S("text, json, csv, xlsx, pdf"));
	else if (is_form(*format) && !cli_given(c, "--out"))
		msg_app_out_needed(&b, c->lang, f, f);
	else if (by.n && !figure_by_from(by, &rq->by))
		msg_app_bad_word(&b, c->lang, S("--by"), by, S("field, procedure, agency, month"));
	else if (rq->from > rq->to)
		buf_add(&b, msg_text(c->lang, MSG_app_period_backwards));
	if (is_form(*format) && rq->by == BY_NOTHING)
		rq->by = BY_FIELD; /* as the form is prescribed */
	return b.n ? cli_usage(c, buf_str(&b)) : EXIT_DONE;
}

must_check static const struct fault *write_report(const struct cli *c, struct db *db,
	enum figure_format format, const struct figure_report *report, struct buf *out)
{
	struct str bytes = { 0 };
	bool synthetic;

	switch (format) {
	case AS_JSON: figures_json(out, report); return NULL;
	case AS_CSV: figures_csv(out, report); return NULL;
	case AS_TEXT: figures_text(out, c->lang, report); return NULL;
	case AS_XLSX:
	case AS_PDF:
		TRY(setting_is_synthetic(db, &synthetic));
		TRY((format == AS_PDF ? figures_pdf : figures_xlsx)(
			c->a, c->lang, report, synthetic, &bytes));
		buf_add(out, bytes);
		return NULL;
	case FORMAT_N: break;
	}
	impossible();
}

must_check static const struct fault *add_code(struct db *db, int64_t number, struct buf *out)
{
	struct dossier d = { 0 };

	if (number < 0) {
		struct record_row row = { 0 };
		bool found;

		TRY(record_find(db, &feedback_kind, -number, &row, &found));
		buf_add(out, row.title);
	} else {
		TRY(dossier_load(db, number, &d));
		buf_add(out, d.code);
	}
	buf_char(out, '\n');
	return NULL;
}

/* --list CELL: the dossiers that the cell counts, one a line: code, procedure, accepted, due, ended. */
static int list_cell(struct cli *c, struct db *db, const struct figure_request *rq, struct buf *out)
{
	struct figure_list list;
	struct figure_cells cells;
	struct str wrong;
	struct buf b = { .a = c->a };

	if (!figure_cells_from(cli_value(c, "--list"), &cells, &wrong)) {
		msg_figures_unknown_cell(&b, c->lang, wrong);
		for (int i = 0; i < FIGURE_CELL_N; i++)
			buf_fmt(&b, "\n  %.*s", ARG(figure_cell_name((enum figure_cell)i)));
		return cli_usage(c, buf_str(&b));
	}
	const struct fault *f = figures_cell_dossiers(db, rq, cells, NULL, &list);

	for (size_t i = 0; !f && i < list.n; i++)
		f = add_code(db, list.dossiers[i], out);
	return f ? cli_fault(c, f) : EXIT_DONE;
}

/* Whatever shows synthetic dossiers says so; JSON and CSV keep their form, so there it goes to stderr. */
static int mark_synthetic(const struct cli *c, struct db *db, enum figure_format format, struct buf *out)
{
	bool synthetic;
	const struct fault *f = setting_is_synthetic(db, &synthetic);

	if (f)
		return cli_fault(c, f);
	if (synthetic && format == AS_TEXT)
		buf_fmt(out, "\n%.*s\n", ARG(msg_text(c->lang, MSG_figures_synthetic)));
	else if (synthetic && format != AS_XLSX) /* the sheet says it itself */
		cli_err(msg_text(c->lang, MSG_figures_synthetic));
	return EXIT_DONE;
}

static int print_report(
	struct cli *c, struct db *db, const struct figure_request *rq, enum figure_format format)
{
	struct figure_report report;
	struct buf out = { .a = c->a }, b = { .a = c->a };

	if (cli_given(c, "--list")) {
		int code = list_cell(c, db, rq, &out);
		return code ? code : write_output(c, buf_str(&out));
	}
	const struct fault *f = figures_report(db, rq, &report);

	if (f)
		return cli_fault(c, f);
	if (report.broken) {
		msg_figures_not_balanced(&b, c->lang, str_of(report.broken));
		return cli_refuse(c, buf_str(&b));
	}
	f = write_report(c, db, format, &report, &out);
	if (f)
		return cli_fault(c, f);
	int code = mark_synthetic(c, db, format, &out);

	return code ? code : write_output(c, buf_str(&out));
}

int run_figures(struct cli *c)
{
	struct province *p;
	struct province_options o = { .clock = clock_real(), .read_only = true };
	enum figure_format format;
	struct db *db;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct catalogue *k = province_take_catalogue(p);
	struct figure_request rq = {
		.agencies = &k->agencies, .procedures = &k->procedures, .now = province_now(p)
	};

	code = read_options(c, k, &rq, &format);
	if (!code) {
		const struct fault *f = province_take_reader(p, c->a, &db);
		code = f ? cli_fault(c, f) : print_report(c, db, &rq, format);
		if (!f)
			province_give_reader(p, db);
	}
	province_give_catalogue(p, k);
	province_close(p);
	return code;
}
