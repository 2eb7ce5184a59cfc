/* The tasks of a plan as a table for spreadsheets. */
#include "exchange/csv_write.h"
#include "out/table_doc.h"
#include "plan/plan_paper_web.h"

enum { TASK_COLUMNS = 10 };

static void head_names(struct request *rq, struct str names[TASK_COLUMNS])
{
	static const enum msg labels[TASK_COLUMNS] = { MSG_plan_f_item, MSG_plan_f_area, MSG_plan_f_task,
		MSG_plan_f_result, MSG_plan_f_owner, MSG_plan_f_due, MSG_plan_web_standing,
		MSG_plan_f_percent, MSG_plan_web_finished, MSG_plan_web_why_open };

	for (int i = 0; i < TASK_COLUMNS; i++)
		names[i] = msg_text(rq->lang, labels[i]);
}

static struct table_cell text(struct str s)
{
	return (struct table_cell){ .text = s };
}

/* A row of cells; the first and the percentage are numbers. */
static void fill_row(struct request *rq, const struct catalogue *c, const struct plan_task *t, int item,
	struct table_cell *cells)
{
	enum plan_standing s = plan_standing_of(t->due, t->done, day_of(rq->now));

	cells[0] = (struct table_cell){ .text = S(""), .n = item };
	cells[1] = text(msg_text(rq->lang, plan_area_name(t->area)));
	cells[2] = text(t->title);
	cells[3] = text(t->result);
	cells[4] = text(str_dup(rq->a, site_agency_name(rq, c, t->owner)));
	cells[5] = text(fmt_day_vi(rq->a, t->due));
	cells[6] = text(msg_text(rq->lang, plan_standing_name(s)));
	cells[7] = (struct table_cell){ .text = S(""), .n = t->percent };
	cells[8] = text(t->done != DAYNUM_NONE ? fmt_day_vi(rq->a, t->done) : S(""));
	cells[9] = text(t->why_open);
}

static struct table_cell *all_cells(struct request *rq, const struct plan_reform *p, int *rows)
{
	struct table_cell *cells = NEW_ARRAY(rq->a, struct table_cell, (p->tasks_n + 1) * TASK_COLUMNS);
	CATALOGUE held = site_catalogue(rq);

	*rows = 0;
	for (int i = 0; i < p->tasks_n; i++)
		if (!p->tasks[i].gone)
			fill_row(rq, held.c, &p->tasks[i], i + 1, &cells[(*rows)++ * TASK_COLUMNS]);
	return cells;
}

static bool is_number(int column)
{
	return column == 0 || column == 7;
}

static struct reply csv_file(struct request *rq, const struct table_cell *cells, int rows)
{
	struct buf out = { .a = rq->a };
	struct csv_out c = { .out = &out };
	struct str names[TASK_COLUMNS];

	head_names(rq, names);
	csv_out_mark(&c);
	for (int i = 0; i < TASK_COLUMNS; i++)
		csv_out_str(&c, names[i]);
	csv_out_end(&c);
	for (int r = 0; r < rows; r++) {
		for (int i = 0; i < TASK_COLUMNS; i++) {
			const struct table_cell *cell = &cells[r * TASK_COLUMNS + i];

			if (is_number(i))
				csv_out_int(&c, cell->n);
			else
				csv_out_str(&c, cell->text);
		}
		csv_out_end(&c);
	}
	return reply_file(rq, S("text/csv; charset=utf-8"), S("ke-hoach.csv"), buf_str(&out));
}

static struct reply xlsx_file(
	struct request *rq, const struct plan_reform *p, const struct table_cell *cells, int rows)
{
	static const int widths[TASK_COLUMNS] = { 6, 22, 40, 30, 24, 12, 18, 10, 12, 30 };
	struct table_column columns[TASK_COLUMNS];
	struct table_head heads[TASK_COLUMNS];
	struct str names[TASK_COLUMNS], bytes;
	struct table_doc doc = { .sheet = S("CCHC"),
		.title = p->title,
		.number = p->sign,
		.columns = columns,
		.columns_n = TASK_COLUMNS,
		.heads = heads,
		.heads_n = TASK_COLUMNS,
		.head_rows = 1,
		.cells = cells,
		.rows = rows,
		.lang = rq->lang,
		.made = rq->now };

	head_names(rq, names);
	for (int i = 0; i < TASK_COLUMNS; i++) {
		columns[i] = (struct table_column){ widths[i], !is_number(i) };
		heads[i] = (struct table_head){ names[i], 0, i, 1, 1 };
	}
	const struct fault *f = table_doc_xlsx(rq->a, &doc, &bytes);

	if (f)
		return reply_fault(f);
	return reply_file(rq, S("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
		S("ke-hoach.xlsx"), bytes);
}

struct reply plan_tasks_file(struct request *rq, const struct plan_reform *p, enum plan_file file)
{
	int rows;
	const struct table_cell *cells = all_cells(rq, p, &rows);

	return file == PLAN_FILE_CSV ? csv_file(rq, cells, rows) : xlsx_file(rq, p, cells, rows);
}
