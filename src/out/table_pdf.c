/*
 * Statutory forms as pages, laid out by NĐ 30/2020/NĐ-CP, phụ lục I: A4 with its margins, the state's name
 * and motto on the right, the page's number in the middle of the top margin from the second page on.
 */
#include "out/table_doc.h"
#include "msg/number.h"
#include "out/pen.h"

static const double page_width = 297 * PEN_MM, page_height = 210 * PEN_MM;
static const double margin_left = 30 * PEN_MM, margin_right = 15 * PEN_MM, margin_top = 20 * PEN_MM,
		    margin_bottom = 20 * PEN_MM;
static const double pad = 3, gap = 6, size_heading = 13, size_table = 11, size_small = 9;
static const double rule_of_text = 0.4; /* the line under the issuer: a third to a half of the text */

/* Where a text stands: height 0 is as high as the text is. */
struct box {
	double x, y, width, height;
};
struct sheet {
	struct arena *a;
	const struct table_doc *doc;
	struct pen *pen;
	double *edges;      /* of the columns, columns_n + 1 */
	double *head_edges; /* of the rows of the head, from its top, head_rows + 1 */
	double y;
	int page;
};

static double height_of(struct sheet *p, struct str text, struct pen_look look, double width)
{
	return pen_set(p->pen, text, look, width).height;
}

/* Draws the text, in the middle of the box's height, and says how large it was. */
static struct pen_extent draw(struct sheet *p, struct str text, struct pen_look look, struct box b)
{
	struct pen_extent e = pen_set(p->pen, text, look, b.width);

	pen_show(p->pen, b.x, b.y + (b.height > e.height ? (b.height - e.height) / 2 : 0));
	return e;
}

/* A framed cell. */
static void cell(struct sheet *p, struct str text, struct pen_look look, struct box b)
{
	pen_frame(p->pen, b.x, b.y, b.width, b.height);
	draw(p, text, look, (struct box){ b.x + pad, b.y, b.width - 2 * pad, b.height });
}

static void begin_page(struct sheet *p)
{
	const struct pen_look number = { size_heading, PEN_PLAIN, PEN_CENTRE };
	const struct pen_look foot = { size_small, PEN_PLAIN, PEN_LEFT };
	double width = page_width - margin_left - margin_right;

	if (p->page++ > 0) {
		pen_next_page(p->pen);
		draw(p, str_fmt(p->a, "%d", p->page), number,
			(struct box){ margin_left, 0, width, margin_top });
	}
	draw(p, p->doc->page_foot, foot,
		(struct box){ margin_left, page_height - margin_bottom, width, margin_bottom });
	p->y = margin_top;
}

static bool fits(const struct sheet *p, double height)
{
	return p->y + height <= page_height - margin_bottom;
}

/* Both sides of the heading: a text, and under its last line a rule of so much of its width. */
static double side(struct sheet *p, double x, double width, const struct str texts[2],
	const struct pen_look looks[2], double rule)
{
	struct pen_extent first = draw(p, texts[0], looks[0], (struct box){ x, p->y, width, 0 });
	struct pen_extent second =
		draw(p, texts[1], looks[1], (struct box){ x, p->y + first.height, width, 0 });
	double y = p->y + first.height + second.height + 2;
	/* the logical width of a layout is that of its lines, not of the box */
	double length = second.width * rule;

	if (texts[1].n)
		pen_rule(p->pen, x + (width - length) / 2, y, length);
	return y - p->y;
}

static void heading(struct sheet *p)
{
	const struct table_doc *d = p->doc;
	const struct pen_look caps = { size_heading - 1, PEN_BOLD, PEN_CENTRE };
	const struct pen_look bold = { size_heading, PEN_BOLD, PEN_CENTRE };
	const struct pen_look plain = { size_heading, PEN_PLAIN, PEN_CENTRE };
	const struct pen_look italic = { size_table, PEN_ITALIC, PEN_RIGHT };
	double width = page_width - margin_left - margin_right, half = width / 2;
	double left = side(p, margin_left, half, (struct str[]){ d->number, d->issuer },
		(struct pen_look[]){ plain, caps }, rule_of_text);
	double right = side(p, margin_left + half, half, (struct str[]){ d->nation, d->motto },
		(struct pen_look[]){ caps, bold }, 1);

	p->y += (left > right ? left : right) + 3 * gap;
	p->y += draw(p, d->title, bold, (struct box){ margin_left, p->y, width, 0 }).height;
	for (int i = 0; i < d->subtitles_n; i++)
		p->y += draw(p, d->subtitles[i], plain, (struct box){ margin_left, p->y, width, 0 }).height;
	p->y += gap;
	p->y += draw(p, d->unit, italic, (struct box){ margin_left, p->y, width, 0 }).height + pad;
}

/* Columns share the width of the page in proportion. */
static void measure_columns(struct sheet *p)
{
	const struct table_doc *d = p->doc;
	int all = 0, before = 0;

	for (int i = 0; i < d->columns_n; i++)
		all += d->columns[i].width;
	p->edges = NEW_ARRAY(p->a, double, d->columns_n + 1);
	for (int i = 0; i <= d->columns_n; i++) {
		p->edges[i] = margin_left + (page_width - margin_left - margin_right) * before / all;
		before += i < d->columns_n ? d->columns[i].width : 0;
	}
}

static const struct pen_look head_look = { size_table, PEN_BOLD, PEN_CENTRE };

static double head_width(const struct sheet *p, const struct table_head *h)
{
	return p->edges[h->column + h->columns] - p->edges[h->column];
}

/* A row is as high as the texts that end in it need. */
static void measure_head(struct sheet *p)
{
	const struct table_doc *d = p->doc;

	p->head_edges = NEW_ARRAY(p->a, double, d->head_rows + 1);
	for (int r = 0; r < d->head_rows; r++) {
		p->head_edges[r + 1] = p->head_edges[r];
		for (int i = 0; i < d->heads_n; i++) {
			const struct table_head *h = &d->heads[i];
			if (h->row + h->rows - 1 != r)
				continue;
			double need = p->head_edges[h->row] + 2 * pad +
				      height_of(p, h->text, head_look, head_width(p, h) - 2 * pad);
			if (need > p->head_edges[r + 1])
				p->head_edges[r + 1] = need;
		}
	}
}

static void draw_head(struct sheet *p)
{
	for (int i = 0; i < p->doc->heads_n; i++) {
		const struct table_head *h = &p->doc->heads[i];
		double top = p->head_edges[h->row], bottom = p->head_edges[h->row + h->rows];
		cell(p, h->text, head_look,
			(struct box){ p->edges[h->column], p->y + top, head_width(p, h), bottom - top });
	}
	p->y += p->head_edges[p->doc->head_rows];
}

static struct str cell_text(struct sheet *p, const struct table_cell *row, int column)
{
	struct buf b = { .a = p->a };

	if (p->doc->columns[column].text)
		return row[column].text;
	if (row[column].empty)
		return S("");
	if (p->doc->columns[column].hundredths)
		add_points(&b, p->doc->lang, row[column].n);
	else
		add_number(&b, p->doc->lang, row[column].n);
	return buf_str(&b);
}

static void draw_row(struct sheet *p, const struct table_cell *row, bool sum)
{
	const struct table_doc *d = p->doc;
	struct pen_look look = { size_table, sum ? PEN_BOLD : PEN_PLAIN, PEN_LEFT };
	double height = 0;

	for (int c = 0; c < d->columns_n; c++) {
		double need =
			height_of(p, cell_text(p, row, c), look, p->edges[c + 1] - p->edges[c] - 2 * pad);
		height = need > height ? need : height;
	}
	height += pad;
	if (!fits(p, height)) {
		begin_page(p);
		draw_head(p);
	}
	for (int c = 0; c < d->columns_n; c++) {
		look.align = d->columns[c].text ? PEN_LEFT : PEN_RIGHT;
		cell(p, cell_text(p, row, c), look,
			(struct box){ p->edges[c], p->y, p->edges[c + 1] - p->edges[c], height });
	}
	p->y += height;
}

static void draw_notes(struct sheet *p)
{
	const struct pen_look look = { size_table, PEN_PLAIN, PEN_LEFT };
	double width = page_width - margin_left - margin_right;

	p->y += gap;
	for (int i = 0; i < p->doc->notes_n; i++) {
		double height = height_of(p, p->doc->notes[i], look, width);
		if (!fits(p, height))
			begin_page(p);
		draw(p, p->doc->notes[i], look, (struct box){ margin_left, p->y, width, 0 });
		p->y += height;
	}
}

static void draw_all(struct sheet *p)
{
	const struct table_doc *d = p->doc;

	measure_columns(p);
	measure_head(p);
	begin_page(p);
	heading(p);
	draw_head(p);
	for (int r = 0; r < d->rows; r++)
		draw_row(p, &d->cells[r * d->columns_n], d->total && r == d->rows - 1);
	draw_notes(p);
}

const struct fault *table_doc_pdf(struct arena *a, const struct table_doc *d, struct str *bytes)
{
	PEN *pen = pen_open(a, &(struct pen_paper){ page_width, page_height, d->title, .made = d->made });
	struct sheet p = { .a = a, .doc = d, .pen = pen };

	draw_all(&p);
	return pen_finish(pen, bytes);
}
