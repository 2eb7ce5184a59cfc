#include "figures/figures_table_web.h"

/* In the order of the form; the last two of resolved and in progress only where they are not zero. */
static const enum figure_cell columns[] = { CELL_RECEIVED, CELL_NEW, CELL_NEW_ONLINE, CELL_NEW_COUNTER,
	CELL_NEW_POSTAL, CELL_CARRIED_OVER, CELL_RESOLVED, CELL_RESOLVED_EARLY, CELL_RESOLVED_ON_TIME,
	CELL_RESOLVED_LATE, CELL_RESOLVED_NO_DEADLINE, CELL_IN_PROGRESS, CELL_WITHIN_DEADLINE, CELL_OVERDUE,
	CELL_NO_DEADLINE };
_Static_assert(COUNT(columns) <= FIGURE_COLUMNS, "a row has room for all columns");

struct str figures_by_word(int by)
{
	static const struct str words[FIGURE_BY_N] = { [BY_NOTHING] = S_INIT(""),
		[BY_FIELD] = S_INIT("linh-vuc"),
		[BY_PROCEDURE] = S_INIT("thu-tuc"),
		[BY_AGENCY] = S_INIT("co-quan"),
		[BY_MONTH] = S_INIT("thang") };

	return words[by];
}

struct used_columns {
	enum figure_cell cells[FIGURE_COLUMNS];
	size_t n;
};

static struct used_columns add_columns(
	struct request *rq, const struct figure_report *r, struct figure_table *t)
{
	struct used_columns used = { .n = 0 };

	for (size_t i = 0; i < COUNT(columns); i++) {
		enum figure_cell c = columns[i];
		bool rare = c == CELL_RESOLVED_NO_DEADLINE || c == CELL_NO_DEADLINE;

		if (rare && !figure_cell(&r->total, c))
			continue;
		if (c < CELL_RESOLVED)
			t->received_n++;
		else if (c < CELL_IN_PROGRESS)
			t->resolved_n++;
		else
			t->in_progress_n++;
		bool total = c == CELL_RECEIVED || c == CELL_RESOLVED || c == CELL_IN_PROGRESS;

		t->columns[t->columns_n++] =
			total ? msg_text(rq->lang, MSG_figures_web_total) : figure_cell_label(rq->lang, c);
		used.cells[used.n++] = c;
	}
	return used;
}

static struct figure_table_row row_of(struct request *rq, const struct used_columns *used, struct str name,
	const struct figure_sums *s, struct url list)
{
	struct figure_table_row row = { .name = name, .bar = figure_bar_of(s) };

	for (size_t i = 0; i < used->n; i++) {
		struct figure_number *n = &row.numbers[i];

		n->label = figure_cell_label(rq->lang, used->cells[i]);
		n->n = figure_cell(s, used->cells[i]);
		if (n->n)
			n->to = url_query(rq->a, list, S("chi-tieu"), figure_cell_name(used->cells[i]));
	}
	return row;
}

static void add_rows(struct request *rq, const struct figures_ask *ask, const struct figure_report *r,
	const struct used_columns *used, struct figure_table *t)
{
	struct figure_table_row *rows = NEW_ARRAY(rq->a, struct figure_table_row, LIMIT_PAGE_ROWS);
	struct url list = figures_url(rq, ask, url_path(S("/so-lieu/ho-so")), FIGURES_PAGE);
	int64_t pages = site_pages((int64_t)r->rows_n), page = ask->page < pages ? ask->page : pages;

	for (size_t i = (size_t)(page - 1) * LIMIT_PAGE_ROWS; i < r->rows_n && t->rows_n < LIMIT_PAGE_ROWS;
		i++) {
		const struct figure_named_row *g = &r->rows[i];

		rows[t->rows_n++] = row_of(rq, used, g->name.n ? g->name : g->key, &g->sums,
			url_query(rq->a, list, S("dong"), g->key));
	}
	t->rows = rows;
	t->pager = (struct pager){ figures_url(rq, ask, url_path(S("/so-lieu")), FIGURES_PAGE), S("trang"),
		page, pages };
}

void figures_fill_table(struct request *rq, const struct figures_ask *ask, const struct figure_report *r,
	struct figure_table *t)
{
	static const enum msg names[FIGURE_BY_N] = { [BY_NOTHING] = MSG_figures_by_field,
		[BY_FIELD] = MSG_figures_by_field,
		[BY_AGENCY] = MSG_figures_by_agency,
		[BY_PROCEDURE] = MSG_figures_by_procedure,
		[BY_MONTH] = MSG_figures_by_month };
	static const enum msg headings[FIGURE_BY_N] = { [BY_NOTHING] = MSG_figures_web_by_field,
		[BY_FIELD] = MSG_figures_web_by_field,
		[BY_AGENCY] = MSG_figures_web_by_agency,
		[BY_PROCEDURE] = MSG_figures_web_by_procedure,
		[BY_MONTH] = MSG_figures_web_by_month };
	struct buf heading = { .a = rq->a };
	struct used_columns used = add_columns(rq, r, t);
	struct figures_ask whole = *ask;

	whole.by = BY_NOTHING;
	t->row_heading = msg_text(rq->lang, headings[ask->by]);
	msg_figures_web_table(&heading, rq->lang, msg_text(rq->lang, names[ask->by]));
	t->heading = buf_str(&heading);
	t->sums = ask->by != BY_MONTH;
	add_rows(rq, ask, r, &used, t);
	t->total = row_of(rq, &used, S(""), &r->total,
		figures_url(rq, &whole, url_path(S("/so-lieu/ho-so")), FIGURES_PAGE));
}
