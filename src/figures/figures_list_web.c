#include "figures/figures_web.h"

#include "calendar/words.h"
#include "dossier/dossier_store.h"
#include "feedback/feedback_store.h"
#include "figures/figures_ask_web.h"
#include "figures/figures_html.h"
#include "figures/figures_page.h"
#include "figures/figures_table_web.h"
#include "json/json_write.h"

/* One page of the dossiers behind a cell. */
struct cell_page {
	struct figure_report report;
	const struct figure_named_row *row; /* NULL: the whole */
	int64_t total, page, pages;
	const struct dossier *dossiers;
	size_t n;
	const struct feedback **feedback;
	size_t feedback_n;
};

static const struct figure_named_row *row_of(const struct figure_report *r, struct str key)
{
	for (size_t i = 0; i < r->rows_n; i++)
		if (str_eq(r->rows[i].key, key))
			return &r->rows[i];
	return NULL;
}

must_check static const struct fault *load_page(struct request *rq, struct db *db,
	const struct figure_list *list, int64_t wanted, struct cell_page *out)
{
	struct dossier *dossiers = NEW_ARRAY(rq->a, struct dossier, LIMIT_PAGE_ROWS);

	out->feedback = NEW_ARRAY(rq->a, const struct feedback *, LIMIT_PAGE_ROWS);
	out->total = (int64_t)list->n;
	out->pages = site_pages(out->total);
	out->page = wanted < out->pages ? wanted : out->pages;
	for (size_t i = (size_t)(out->page - 1) * LIMIT_PAGE_ROWS;
		i < list->n && out->n + out->feedback_n < LIMIT_PAGE_ROWS; i++) {
		struct record_story story;

		if (list->dossiers[i] > 0)
			TRY(dossier_load(db, list->dossiers[i], &dossiers[out->n++]));
		else
			TRY(feedback_load(db, -list->dossiers[i], &out->feedback[out->feedback_n++], &story));
	}
	out->dossiers = dossiers;
	return NULL;
}

must_check static const struct fault *read_page(
	struct request *rq, const struct figures_ask *ask, struct cell_page *out, bool *no_row)
{
	READER held = { 0 };
	struct figure_list list = { 0 };

	TRY(site_reader(rq, &held));
	TRY(figures_report(held.db, &ask->request, &out->report));
	if (ask->row.n) {
		out->row = row_of(&out->report, ask->row);
		*no_row = !out->row;
		if (*no_row)
			return NULL;
	}
	TRY(figures_cell_dossiers(held.db, &ask->request, ask->cells, out->row, &list));
	return load_page(rq, held.db, &list, ask->page, out);
}

/* How it ended, seen from T. */
static void judge(struct request *rq, const struct dossier *d, instant until, struct figure_dossier *out)
{
	static const enum msg words[] = { [DUE_NO_DEADLINE] = MSG_figures_web_result_none,
		[DUE_EARLY] = MSG_figures_web_result_early,
		[DUE_ON_TIME] = MSG_figures_web_result_on_time,
		[DUE_LATE] = MSG_figures_web_result_late };
	bool ended = d->ended_at != INSTANT_NONE && d->ended_at <= until;
	struct due due = dossier_due_at(d, ended ? d->ended_at : until);
	struct buf b = { .a = rq->a };

	due_words(&b, rq->lang, due);
	out->due = site_capital(rq->a, buf_str(&b));
	if (ended) {
		enum due_verdict verdict = due_compare_end(due, d->ended_at);

		out->ended = d->ended_at;
		out->outcome = msg_text(rq->lang, words[verdict]);
		out->tone = verdict == DUE_LATE          ? TONE_BAD
			    : verdict == DUE_NO_DEADLINE ? TONE_PLAIN
							 : TONE_GOOD;
		return;
	}
	bool overdue = until >= due_overdue_from(due);

	out->outcome = msg_text(rq->lang, overdue ? MSG_figures_web_result_late : MSG_figures_web_open);
	out->tone = overdue ? TONE_BAD : TONE_INFO;
}

static void add_dossiers(
	struct request *rq, const struct catalogue *c, const struct cell_page *p, struct figures_list_view *v)
{
	struct figure_dossier *rows = NEW_ARRAY(rq->a, struct figure_dossier, LIMIT_PAGE_ROWS);

	for (size_t i = 0; i < p->n; i++) {
		const struct dossier *d = &p->dossiers[i];
		int number = catalogue_procedure(c, d->procedure);
		const struct procedure_version *pv =
			number ? procedure_version_at(&c->procedures, number, d->procedure_version) : NULL;
		struct figure_dossier *row = &rows[v->rows_n++];

		*row = (struct figure_dossier){ .code = d->code,
			.procedure_code = d->procedure,
			.procedure = pv ? pv->name : d->procedure,
			.accepted = d->accepted_at };
		judge(rq, d, p->report.until, row);
	}
	v->rows = rows;
}

static void add_feedback(
	struct request *rq, const struct catalogue *c, const struct cell_page *p, struct figures_list_view *v)
{
	struct figure_feedback *rows = NEW_ARRAY(rq->a, struct figure_feedback, LIMIT_PAGE_ROWS);

	for (size_t i = 0; i < p->feedback_n; i++) {
		const struct feedback *f = p->feedback[i];

		if (!f)
			continue;
		rows[v->feedback_n] = (struct figure_feedback){ .code = f->code,
			.agency = str_dup(rq->a, site_agency_name(rq, c, f->base.agency)),
			.content = msg_text(rq->lang, feedback_content_is_conduct(f->content)
							      ? MSG_figures_feedback_conduct
							      : MSG_figures_feedback_rules),
			.accepted = f->accepted_at };
		if (f->base.state == FEEDBACK_IS_PUBLISHED)
			rows[v->feedback_n].to = url_segment(rq->a, url_path(S("/phan-anh")), f->code);
		v->feedback_n++;
	}
	v->feedback = rows;
}

static bool is_feedback(struct figure_cells cells)
{
	return figure_cells_have(cells, CELL_FEEDBACK) || figure_cells_have(cells, CELL_FEEDBACK_RULES) ||
	       figure_cells_have(cells, CELL_FEEDBACK_CONDUCT);
}

static struct str no_row_problem(struct request *rq, struct str row)
{
	struct buf b = { .a = rq->a };

	msg_figures_web_no_row(&b, rq->lang, row);
	return buf_str(&b);
}

/* The sums that the page itself shows have a name of their own. */
static struct str name_of(struct request *rq, struct figure_cells cells)
{
	if (cells.set == figure_cells_in_time().set)
		return msg_text(rq->lang, MSG_figures_web_in_time);
	if (cells.set == figure_cells_late().set)
		return msg_text(rq->lang, MSG_figures_web_bar_late);
	return figure_cells_label(rq->a, rq->lang, cells);
}

struct reply figures_list_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct figures_ask ask = figures_asked(rq, held.c, FIGURES_PAGE, BY_NOTHING);
	struct cell_page p = { 0 };
	bool no_row = false;

	if (ask.problem.n)
		return reply_error(400, ask.problem);
	const struct fault *f = read_page(rq, &ask, &p, &no_row);

	if (f)
		return reply_fault(f);
	if (no_row)
		return reply_error(404, no_row_problem(rq, ask.row));
	struct url here = figures_url(rq, &ask, url_path(S("/so-lieu/ho-so")), FIGURES_PAGE);
	struct url json = figures_url(rq, &ask, url_path(S("/api/v1/figures/dossiers")), FIGURES_API);
	struct figures_list_view v = { .cell = name_of(rq, ask.cells),
		.agency = p.report.agency_name.n ? p.report.agency_name
						 : msg_text(rq->lang, MSG_figures_web_province),
		.row = p.row ? p.row->name : S(""),
		.total = p.total,
		.from = ask.from,
		.to = ask.to,
		.until = p.report.until,
		.back = figures_url(rq, &ask, url_path(S("/so-lieu")), FIGURES_PAGE) };

	here = url_query(rq->a, here, S("chi-tieu"), figure_cells_name(rq->a, ask.cells));
	v.json = url_query(rq->a, json, S("cell"), figure_cells_name(rq->a, ask.cells));
	if (p.row) {
		here = url_query(rq->a, here, S("dong"), ask.row);
		v.json = url_query(rq->a, v.json, S("row"), ask.row);
	}
	v.pager = (struct pager){ here, S("trang"), p.page, p.pages };
	add_dossiers(rq, held.c, &p, &v);
	add_feedback(rq, held.c, &p, &v);
	v.is_feedback = is_feedback(ask.cells);
	struct page page = site_page(rq, held.c, NAV_FIGURES, v.cell);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	page.no_index = true;
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_portal_figures), v.back);
	figures_list_page(&o, &page, &v);
	return page_reply(&o);
}

static void add_time(struct json_out *j, struct arena *a, struct str key, instant t)
{
	json_key(j, key);
	if (t == INSTANT_NONE)
		json_null(j);
	else
		json_str(j, fmt_instant(a, t));
}

static void add_dossier(struct json_out *j, struct arena *a, const struct dossier *d, instant until)
{
	bool ended = d->ended_at != INSTANT_NONE && d->ended_at <= until;
	struct due due = dossier_due_at(d, ended ? d->ended_at : until);

	json_object(j);
	json_member_str(j, S("code"), d->code);
	json_member_str(j, S("procedure"), d->procedure);
	json_member_str(j, S("agency"), d->agency);
	add_time(j, a, S("received_at"), d->accepted_at);
	json_key(j, S("due"));
	if (due.kind == DUE_NONE)
		json_null(j);
	else
		json_str(j, fmt_due(a, due));
	add_time(j, a, S("resolved_at"), ended ? d->ended_at : INSTANT_NONE);
	json_end(j);
}

/* Only where cells of feedback are asked for: the form of the others stays as it is. */
static void add_feedback_json(struct json_out *j, struct arena *a, const struct cell_page *p)
{
	json_member_array(j, S("feedback"));
	for (size_t i = 0; i < p->feedback_n; i++) {
		const struct feedback *f = p->feedback[i];

		if (!f)
			continue;
		json_object(j);
		json_member_str(j, S("code"), f->code);
		json_member_str(j, S("agency"), f->base.agency);
		json_member_str(j, S("content"), feedback_content_words[f->content].text);
		add_time(j, a, S("accepted_at"), f->accepted_at);
		json_member_bool(j, S("published"), f->base.state == FEEDBACK_IS_PUBLISHED);
		json_end(j);
	}
	json_end(j);
}

struct reply api_figures_list_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct figures_ask ask = figures_asked(rq, held.c, FIGURES_API, BY_NOTHING);
	struct cell_page p = { 0 };
	struct buf out = { .a = rq->a };
	struct json_out j = { .out = &out };
	bool no_row = false;

	if (ask.problem.n)
		return reply_error(400, ask.problem);
	const struct fault *f = read_page(rq, &ask, &p, &no_row);

	if (f)
		return reply_fault(f);
	if (no_row)
		return reply_error(404, no_row_problem(rq, ask.row));
	json_object(&j);
	json_member_str(&j, S("agency"), p.report.agency_code);
	json_member_str(&j, S("cell"), figure_cells_name(rq->a, ask.cells));
	json_member_int(&j, S("total"), p.total);
	json_member_int(&j, S("page"), p.page);
	json_member_int(&j, S("pages"), p.pages);
	json_member_bool(&j, S("synthetic"), rq->app->synthetic);
	json_member_array(&j, S("dossiers"));
	for (size_t i = 0; i < p.n; i++)
		add_dossier(&j, rq->a, &p.dossiers[i], p.report.until);
	json_end(&j);
	if (is_feedback(ask.cells))
		add_feedback_json(&j, rq->a, &p);
	json_end(&j);
	return reply_json(200, buf_str(&out));
}

/* Form II.06, its rows by field unless the question says otherwise. */
static struct reply reply_form(struct request *rq, const struct figure_report *report)
{
	struct str bytes;
	const struct fault *f = figures_xlsx(rq->a, rq->lang, report, rq->app->synthetic, &bytes);

	if (f)
		return reply_fault(f);
	return reply_file(rq, S("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
		S("figures.xlsx"), bytes);
}

struct reply api_figures_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct figures_ask ask = figures_asked(rq, held.c, FIGURES_API, BY_NOTHING);
	struct figure_report report;
	struct buf out = { .a = rq->a };

	if (ask.problem.n)
		return reply_error(400, ask.problem);
	if (ask.format == FIGURES_XLSX && ask.request.by == BY_NOTHING)
		ask.request.by = BY_FIELD;
	const struct fault *f = site_reader(rq, &reader);

	if (!f)
		f = figures_report(reader.db, &ask.request, &report);
	held_reader_end(&reader);
	if (f)
		return reply_fault(f);
	if (report.broken) {
		msg_figures_not_balanced(&out, rq->lang, str_of(report.broken));
		return reply_error(500, buf_str(&out));
	}
	if (ask.format == FIGURES_XLSX)
		return reply_form(rq, &report);
	if (ask.format == FIGURES_CSV) {
		figures_csv(&out, &report);
		return reply_file(rq, S("text/csv; charset=utf-8"), S("figures.csv"), buf_str(&out));
	}
	figures_json(&out, &report);
	return reply_json(200, buf_str(&out));
}
