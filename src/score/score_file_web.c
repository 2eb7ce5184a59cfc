/* Rankings and sheets as files: the same figures as on the pages, printed by out/table_doc.h. */
#include "msg/number.h"
#include "out/table_doc.h"
#include "score/score_rank_web.h"

static const char *const formats[] = { "xlsx", "pdf", NULL };
struct file_form {
	int format;
};
enum { AREA_WIDTH = 11, POINTS_WIDTH = 9, NOTES = 4 };

/* A table that grows column by column, then row by row. */
struct table {
	struct arena *a;
	struct table_column *columns;
	struct table_head *heads;
	struct table_cell *cells;
	int columns_n, cells_n;
};

static struct table table_of(struct arena *a, int columns, int cells)
{
	return (struct table){ .a = a,
		.columns = NEW_ARRAY(a, struct table_column, columns),
		.heads = NEW_ARRAY(a, struct table_head, columns),
		.cells = NEW_ARRAY(a, struct table_cell, cells + 1) };
}

static void add_column(struct table *t, struct str head, int width, bool points)
{
	t->heads[t->columns_n] = (struct table_head){ head, 0, t->columns_n, 1, 1 };
	t->columns[t->columns_n++] =
		(struct table_column){ .width = width, .text = !points, .hundredths = points };
}

static void put_text(struct table *t, struct str text)
{
	t->cells[t->cells_n++] = (struct table_cell){ .text = text };
}

static void put_points(struct table *t, int64_t hundredths)
{
	t->cells[t->cells_n++] = (struct table_cell){ .n = hundredths };
}

/* What all files have; the rows are whole by now. */
static struct table_doc doc_of(struct request *rq, const struct table *t, struct str title, struct str *notes)
{
	CATALOGUE held = site_catalogue(rq);
	struct buf made = { .a = rq->a };
	int notes_n = 0;

	add_time_lang(&made, rq->lang, rq->now);
	if (rq->app->synthetic)
		notes[notes_n++] = msg_text(rq->lang, MSG_score_web_synthetic);
	return (struct table_doc){ .sheet = msg_text(rq->lang, MSG_score_web_tab),
		.nation = msg_text(rq->lang, MSG_figures_form_nation),
		.motto = msg_text(rq->lang, MSG_figures_form_motto),
		.issuer = str_dup(rq->a, site_page(rq, held.c, NAV_NONE, S("")).owner),
		.title = title,
		.notes = notes,
		.notes_n = notes_n,
		.unit = msg_text(rq->lang, MSG_score_web_unit),
		.page_foot = buf_str(&made),
		.columns = t->columns,
		.columns_n = t->columns_n,
		.heads = t->heads,
		.heads_n = t->columns_n,
		.head_rows = 1,
		.cells = t->cells,
		.rows = t->cells_n / t->columns_n,
		.lang = rq->lang,
		.made = rq->now };
}

static struct reply reply_table(struct request *rq, const struct table_doc *doc, struct str name)
{
	static const struct field fields[] = { FIELD_WORD(struct file_form, format, "dang", formats) };
	struct file_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct str bytes;

	if (form_problem_of(&form, "dang"))
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f =
		x.format ? table_doc_pdf(rq->a, doc, &bytes) : table_doc_xlsx(rq->a, doc, &bytes);

	if (f)
		return reply_fault(f);
	struct reply r = reply_file(rq,
		x.format ? S("application/pdf")
			 : S("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
		str_fmt(rq->a, "%.*s.%s", ARG(name), formats[x.format]), bytes);

	r.no_store = true;
	return r;
}

static void ranking_rows(struct request *rq, const struct score_ranking *r, struct table *t)
{
	CATALOGUE held = site_catalogue(rq);

	for (int i = 0; i < r->n; i++) {
		const struct score_result *row = &r->rows[i], *before = score_before(r, row->agency);

		put_text(t, str_fmt(rq->a, "%d", r->places[i]));
		put_text(t, str_dup(rq->a, site_agency_name(rq, held.c, row->agency)));
		for (int a = 0; a < r->set->areas_n; a++)
			put_points(t, row->areas[a][SCORE_FINAL]);
		put_points(t, row->bonus);
		put_points(t, row->penalty);
		put_points(t, row->result);
		put_text(t, score_points_words(rq, before != NULL, before ? before->result : 0));
		put_text(t, score_state_words(rq->lang, row->state));
	}
}

struct reply score_ranking_file_get(struct request *rq)
{
	struct score_ranking r;
	const struct fault *f = score_ranking_open(rq, &r);
	struct buf title = { .a = rq->a };
	struct str notes[NOTES];

	if (f)
		return reply_fault(f);
	if (!r.set)
		return reply_error(404, msg_text(rq->lang, MSG_score_no_set));
	int columns = r.set->areas_n + 7;
	struct table t = table_of(rq->a, columns, columns * r.n);

	add_column(&t, msg_text(rq->lang, MSG_score_web_place), 6, false);
	add_column(&t, msg_text(rq->lang, MSG_score_web_agency), 26, false);
	for (int a = 0; a < r.set->areas_n; a++)
		add_column(&t, r.set->areas[a].name, AREA_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_bonus), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_penalty), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_web_result), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_web_before), POINTS_WIDTH, false);
	add_column(&t, msg_text(rq->lang, MSG_score_web_state), 12, false);
	ranking_rows(rq, &r, &t);
	msg_score_web_ranking_title(&title, rq->lang, r.year);
	struct table_doc doc = doc_of(rq, &t, buf_str(&title), notes);

	doc.subtitles = &r.set->name;
	doc.subtitles_n = 1;
	return reply_table(rq, &doc, str_fmt(rq->a, "xep-hang-%.*s-%d", ARG(r.set->code), r.year));
}

static void sheet_row(struct table *t, const struct score_sheet *x, int i)
{
	const struct score_component *c = &x->set->components[i];
	const struct score_line *l = score_line_of(x->s, c->code);
	int64_t points;

	put_text(t, c->code);
	put_text(t, c->text);
	put_points(t, c->formula.max);
	for (int column = 0; column < SCORE_COLUMN_N; column++) {
		if (score_points(l, (enum score_column)column, &points))
			put_points(t, points);
		else
			t->cells[t->cells_n++] = (struct table_cell){ .empty = true };
	}
}

static void sheet_total(struct request *rq, struct table *t, const struct score_sheet *x)
{
	put_text(t, S(""));
	put_text(t, msg_text(rq->lang, MSG_score_web_total));
	put_points(t, x->set->max);
	for (int c = 0; c < SCORE_COLUMN_N; c++)
		put_points(t, x->sums.total[c].points);
}

struct reply score_file_get(struct request *rq)
{
	struct score_sheet *x = NEW(rq->a, struct score_sheet);
	const struct fault *f = score_sheet_open(rq, x);
	struct buf title = { .a = rq->a }, sums = { .a = rq->a };
	struct str notes[NOTES], subtitles[2];

	if (f)
		return reply_fault(f);
	if (!x->s)
		return score_no_sheet(rq);
	struct table t = table_of(rq->a, 7, 7 * (x->set->n + 1));

	add_column(&t, msg_text(rq->lang, MSG_score_web_code), 10, false);
	add_column(&t, msg_text(rq->lang, MSG_score_f_component), 60, false);
	add_column(&t, msg_text(rq->lang, MSG_score_web_max), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_v_self), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_v_first), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_v_second), POINTS_WIDTH, true);
	add_column(&t, msg_text(rq->lang, MSG_score_web_result), POINTS_WIDTH, true);
	for (int i = 0; i < x->set->n; i++)
		sheet_row(&t, x, i);
	sheet_total(rq, &t, x);
	msg_score_web_sheet_title(&title, rq->lang, x->s->year);
	msg_score_web_sheet_sums(&sums, rq->lang, score_points_words(rq, true, x->sums.bonus),
		score_points_words(rq, true, x->sums.penalty), score_points_words(rq, true, x->sums.result));
	struct table_doc doc = doc_of(rq, &t, buf_str(&title), notes);

	subtitles[0] = x->agency;
	subtitles[1] = x->set->name;
	doc.subtitles = subtitles;
	doc.subtitles_n = 2;
	doc.total = true;
	notes[doc.notes_n++] = buf_str(&sums);
	return reply_table(rq, &doc, str_fmt(rq->a, "phieu-%lld", (long long)x->s->base.number));
}
