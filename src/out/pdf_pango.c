/*
 * Pages by Pango and Cairo, laid out by NĐ 30/2020/NĐ-CP, phụ lục I: A4 with its margins, a font of the
 * metrics of Times New Roman, the state's name and motto on the right, the page's number in the middle of the
 * top margin from the second page on. Metrics are not hinted and glyphs not rounded to whole points, or the
 * letters stand apart.
 */
#include "out/table_doc.h"
#include "msg/number.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define MM (72 / 25.4) /* in points, the unit of all lengths here */
static const double page_width = 297 * MM, page_height = 210 * MM;
static const double margin_left = 30 * MM, margin_right = 15 * MM, margin_top = 20 * MM,
		    margin_bottom = 20 * MM;
static const double pad = 3, thin = 0.5, gap = 6, size_heading = 13, size_table = 11, size_small = 9;
static const double rule_of_text = 0.4; /* the line under the issuer: a third to a half of the text */

enum style { STYLE_PLAIN, STYLE_BOLD, STYLE_ITALIC };
struct look {
	double size;
	enum style style;
	PangoAlignment align;
};
/* Where a text stands: height 0 is as high as the text is. */
struct box {
	double x, y, width, height;
};
struct pen {
	struct arena *a;
	const struct table_doc *doc;
	cairo_t *cairo;
	PangoLayout *layout;
	double *edges;      /* of the columns, columns_n + 1 */
	double *head_edges; /* of the rows of the head, from its top, head_rows + 1 */
	double y;
	int page;
};

static void set_text(struct pen *p, struct str text, struct look look, double width)
{
	PangoFontDescription *font =
		pango_font_description_from_string("Tinos, Times New Roman, Times, serif");

	pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
	pango_font_description_set_weight(
		font, look.style == STYLE_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(
		font, look.style == STYLE_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_layout_set_font_description(p->layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(p->layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(p->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(p->layout, look.align);
	pango_layout_set_text(p->layout, text.n ? text.p : "", (int)text.n);
}

struct extent {
	double width, height;
};
static struct extent extent_of(const struct pen *p)
{
	int width, height;

	pango_layout_get_size(p->layout, &width, &height);
	return (struct extent){ width / (double)PANGO_SCALE, height / (double)PANGO_SCALE };
}

static double height_of(struct pen *p, struct str text, struct look look, double width)
{
	set_text(p, text, look, width);
	return extent_of(p).height;
}

/* Draws the text, in the middle of the box's height, and says how large it was. */
static struct extent draw(struct pen *p, struct str text, struct look look, struct box b)
{
	set_text(p, text, look, b.width);
	struct extent e = extent_of(p);

	cairo_move_to(p->cairo, b.x, b.y + (b.height > e.height ? (b.height - e.height) / 2 : 0));
	pango_cairo_show_layout(p->cairo, p->layout);
	return e;
}

static void line(struct pen *p, double x, double y, double width)
{
	cairo_set_line_width(p->cairo, thin);
	cairo_move_to(p->cairo, x, y);
	cairo_line_to(p->cairo, x + width, y);
	cairo_stroke(p->cairo);
}

/* A framed cell. */
static void cell(struct pen *p, struct str text, struct look look, struct box b)
{
	cairo_set_line_width(p->cairo, thin);
	cairo_rectangle(p->cairo, b.x, b.y, b.width, b.height);
	cairo_stroke(p->cairo);
	draw(p, text, look, (struct box){ b.x + pad, b.y, b.width - 2 * pad, b.height });
}

static void begin_page(struct pen *p)
{
	const struct look number = { size_heading, STYLE_PLAIN, PANGO_ALIGN_CENTER };
	const struct look foot = { size_small, STYLE_PLAIN, PANGO_ALIGN_LEFT };
	double width = page_width - margin_left - margin_right;

	if (p->page++ > 0) {
		cairo_show_page(p->cairo);
		draw(p, str_fmt(p->a, "%d", p->page), number,
			(struct box){ margin_left, 0, width, margin_top });
	}
	draw(p, p->doc->page_foot, foot,
		(struct box){ margin_left, page_height - margin_bottom, width, margin_bottom });
	p->y = margin_top;
}

static bool fits(const struct pen *p, double height)
{
	return p->y + height <= page_height - margin_bottom;
}

/* Both sides of the heading: a text, and under its last line a rule of so much of its width. */
static double side(struct pen *p, double x, double width, const struct str texts[2],
	const struct look looks[2], double rule)
{
	struct extent first = draw(p, texts[0], looks[0], (struct box){ x, p->y, width, 0 });
	struct extent second = draw(p, texts[1], looks[1], (struct box){ x, p->y + first.height, width, 0 });
	double y = p->y + first.height + second.height + 2;
	/* the logical width of a layout is that of its lines, not of the box */
	double length = second.width * rule;

	if (texts[1].n)
		line(p, x + (width - length) / 2, y, length);
	return y - p->y;
}

static void heading(struct pen *p)
{
	const struct table_doc *d = p->doc;
	const struct look caps = { size_heading - 1, STYLE_BOLD, PANGO_ALIGN_CENTER };
	const struct look bold = { size_heading, STYLE_BOLD, PANGO_ALIGN_CENTER };
	const struct look plain = { size_heading, STYLE_PLAIN, PANGO_ALIGN_CENTER };
	const struct look italic = { size_table, STYLE_ITALIC, PANGO_ALIGN_RIGHT };
	double width = page_width - margin_left - margin_right, half = width / 2;
	double left = side(p, margin_left, half, (struct str[]){ d->number, d->issuer },
		(struct look[]){ plain, caps }, rule_of_text);
	double right = side(p, margin_left + half, half, (struct str[]){ d->nation, d->motto },
		(struct look[]){ caps, bold }, 1);

	p->y += (left > right ? left : right) + 3 * gap;
	p->y += draw(p, d->title, bold, (struct box){ margin_left, p->y, width, 0 }).height;
	for (int i = 0; i < d->subtitles_n; i++)
		p->y += draw(p, d->subtitles[i], plain, (struct box){ margin_left, p->y, width, 0 }).height;
	p->y += gap;
	p->y += draw(p, d->unit, italic, (struct box){ margin_left, p->y, width, 0 }).height + pad;
}

/* Columns share the width of the page in proportion. */
static void measure_columns(struct pen *p)
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

static const struct look head_look = { size_table, STYLE_BOLD, PANGO_ALIGN_CENTER };

static double head_width(const struct pen *p, const struct table_head *h)
{
	return p->edges[h->column + h->columns] - p->edges[h->column];
}

/* A row is as high as the texts that end in it need. */
static void measure_head(struct pen *p)
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

static void draw_head(struct pen *p)
{
	for (int i = 0; i < p->doc->heads_n; i++) {
		const struct table_head *h = &p->doc->heads[i];
		double top = p->head_edges[h->row], bottom = p->head_edges[h->row + h->rows];
		cell(p, h->text, head_look,
			(struct box){ p->edges[h->column], p->y + top, head_width(p, h), bottom - top });
	}
	p->y += p->head_edges[p->doc->head_rows];
}

static struct str cell_text(struct pen *p, const struct table_cell *row, int column)
{
	struct buf b = { .a = p->a };

	if (p->doc->columns[column].text)
		return row[column].text;
	add_number(&b, p->doc->lang, row[column].n);
	return buf_str(&b);
}

static void draw_row(struct pen *p, const struct table_cell *row, bool sum)
{
	const struct table_doc *d = p->doc;
	struct look look = { size_table, sum ? STYLE_BOLD : STYLE_PLAIN, PANGO_ALIGN_LEFT };
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
		look.align = d->columns[c].text ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
		cell(p, cell_text(p, row, c), look,
			(struct box){ p->edges[c], p->y, p->edges[c + 1] - p->edges[c], height });
	}
	p->y += height;
}

static void draw_notes(struct pen *p)
{
	const struct look look = { size_table, STYLE_PLAIN, PANGO_ALIGN_LEFT };
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

static void draw_all(struct pen *p)
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

static cairo_status_t keep_bytes(void *out, const unsigned char *bytes, unsigned n)
{
	buf_add(out, (struct str){ (const char *)bytes, n });
	return CAIRO_STATUS_SUCCESS;
}

static void end_surface(cairo_surface_t **s)
{
	cairo_surface_destroy(*s);
}
static void end_cairo(cairo_t **c)
{
	cairo_destroy(*c);
}
static void end_layout(PangoLayout **l)
{
	g_object_unref(*l);
}

static void set_context(cairo_t *cairo, PangoLayout *layout)
{
	PangoContext *context = pango_layout_get_context(layout);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string("vi"));
	pango_cairo_update_layout(cairo, layout);
}

const struct fault *table_doc_pdf(struct arena *a, const struct table_doc *d, struct str *bytes)
{
	struct buf out = { .a = a };
	cleanup_with(end_surface) cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(keep_bytes, &out, page_width, page_height);
	cleanup_with(end_cairo) cairo_t *cairo = cairo_create(surface);
	cleanup_with(end_layout) PangoLayout *layout = pango_cairo_create_layout(cairo);
	struct pen p = { .a = a, .doc = d, .cairo = cairo, .layout = layout };

	set_context(cairo, layout);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, str_c(a, d->title));
	cairo_pdf_surface_set_metadata(
		surface, CAIRO_PDF_METADATA_CREATE_DATE, str_c(a, fmt_instant(a, d->made)));
	draw_all(&p);
	cairo_show_page(cairo);
	cairo_status_t status = cairo_status(cairo);

	cairo_surface_finish(surface);
	status = status ? status : cairo_surface_status(surface);
	if (status)
		return FAULT(a, FAULT_IO, "pdf: %s", cairo_status_to_string(status));
	*bytes = buf_str(&out);
	return NULL;
}
