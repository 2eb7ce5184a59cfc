/* Metrics are not hinted and glyphs not rounded to whole points, or the letters stand apart. */
#include "out/pen.h"
#include "out/pdf_language.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static const double thin = 0.5;

struct pen {
	struct arena *a;
	struct buf out;
	cairo_surface_t *surface;
	cairo_t *cairo;
	PangoLayout *layout;
};

static cairo_status_t keep_bytes(void *out, const unsigned char *bytes, unsigned n)
{
	buf_add(out, (struct str){ (const char *)bytes, n });
	return CAIRO_STATUS_SUCCESS;
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

struct pen *pen_open(struct arena *a, const struct pen_paper *paper)
{
	struct pen *p = NEW(a, struct pen);

	p->a = a;
	p->out.a = a;
	p->surface = cairo_pdf_surface_create_for_stream(keep_bytes, &p->out, paper->width, paper->height);
	p->cairo = cairo_create(p->surface);
	p->layout = pango_cairo_create_layout(p->cairo);
	set_context(p->cairo, p->layout);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE, str_c(a, paper->title));
	if (paper->author.n)
		cairo_pdf_surface_set_metadata(
			p->surface, CAIRO_PDF_METADATA_AUTHOR, str_c(a, paper->author));
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE,
		paper->made == INSTANT_NONE ? "" : str_c(a, fmt_instant(a, paper->made)));
	return p;
}

static void set_font(struct pen *p, struct pen_look look)
{
	PangoFontDescription *font =
		pango_font_description_from_string("Tinos, Times New Roman, Times, serif");

	pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
	pango_font_description_set_weight(
		font, look.style & PEN_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(
		font, look.style & PEN_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_layout_set_font_description(p->layout, font);
	pango_font_description_free(font);
}

static void set_bold_start(struct pen *p, size_t bytes)
{
	PangoAttrList *list = pango_attr_list_new();

	if (bytes) {
		PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
		bold->start_index = 0;
		bold->end_index = (guint)bytes;
		pango_attr_list_insert(list, bold);
	}
	pango_layout_set_attributes(p->layout, list);
	pango_attr_list_unref(list);
}

static struct pen_extent extent_of(const struct pen *p)
{
	int width, height;

	pango_layout_get_size(p->layout, &width, &height);
	return (struct pen_extent){ width / (double)PANGO_SCALE, height / (double)PANGO_SCALE,
		pango_layout_get_line_count(p->layout) };
}

struct pen_extent pen_set(struct pen *p, struct str text, struct pen_look look, double width)
{
	static const PangoAlignment aligns[] = { [PEN_LEFT] = PANGO_ALIGN_LEFT,
		[PEN_CENTRE] = PANGO_ALIGN_CENTER,
		[PEN_RIGHT] = PANGO_ALIGN_RIGHT,
		[PEN_JUSTIFIED] = PANGO_ALIGN_LEFT };

	set_font(p, look);
	pango_layout_set_width(p->layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
	pango_layout_set_wrap(p->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(p->layout, aligns[look.align]);
	pango_layout_set_justify(p->layout, look.align == PEN_JUSTIFIED);
	pango_layout_set_indent(p->layout, (int)(look.indent * PANGO_SCALE));
	pango_layout_set_line_spacing(p->layout, (float)look.spacing);
	pango_layout_set_text(p->layout, text.n ? text.p : "", (int)text.n);
	set_bold_start(p, look.bold_bytes);
	return extent_of(p);
}

struct pen_extent pen_set_balanced(struct pen *p, struct str text, struct pen_look look, double width)
{
	struct pen_extent e = pen_set(p, text, look, width);
	double low = width / 2, high = width;

	/* The narrowest box that needs no more lines. */
	while (e.lines > 1 && high - low > 1) {
		double middle = (low + high) / 2;
		if (pen_set(p, text, look, middle).lines > e.lines)
			low = middle;
		else
			high = middle;
	}
	struct buf b = { .a = p->a };

	if (e.lines < 2)
		return e;
	pen_set(p, text, look, high);
	for (int i = 0; i < e.lines; i++) {
		PangoLayoutLine *line = pango_layout_get_line_readonly(p->layout, i);
		struct str piece =
			str_sub(text, (size_t)line->start_index, (size_t)(line->start_index + line->length));
		piece = str_trim(piece); /* a blank at the end would be centred too */
		buf_fmt(&b, "%s%.*s", i ? "\n" : "", ARG(piece));
	}
	return pen_set(p, buf_str(&b), look, width);
}

void pen_show(struct pen *p, double x, double y)
{
	cairo_move_to(p->cairo, x, y);
	pango_cairo_show_layout(p->cairo, p->layout);
}

/* Where each line begins and ends, one after the other. */
struct line_walk {
	PangoLayoutIter *i;
	int line;
	double top, bottom;
	bool more;
};

static void read_line(struct line_walk *w)
{
	int top, bottom;

	pango_layout_iter_get_line_yrange(w->i, &top, &bottom);
	w->top = top / (double)PANGO_SCALE;
	w->bottom = bottom / (double)PANGO_SCALE;
}

static struct line_walk walk_begin(const struct pen *p, int from)
{
	struct line_walk w = { .i = pango_layout_get_iter(p->layout), .more = true };

	while (w.line < from && (w.more = pango_layout_iter_next_line(w.i)))
		w.line++;
	read_line(&w);
	return w;
}

static void walk_next(struct line_walk *w)
{
	w->more = pango_layout_iter_next_line(w->i);
	w->line++;
	if (w->more)
		read_line(w);
}

static void walk_end(struct line_walk *w)
{
	pango_layout_iter_free(w->i);
}

int pen_fitting(const struct pen *p, int from, double height)
{
	cleanup_with(walk_end) struct line_walk w = walk_begin(p, from);
	double top = w.top;

	while (w.more && w.bottom - top <= height)
		walk_next(&w);
	return w.line - from;
}

double pen_lines_height(const struct pen *p, int from, int to)
{
	cleanup_with(walk_end) struct line_walk w = walk_begin(p, from);
	double top = w.top, bottom = w.top;

	for (; w.more && w.line < to; walk_next(&w))
		bottom = w.bottom;
	return bottom - top;
}

void pen_show_lines(struct pen *p, double x, double y, int from, int to)
{
	cleanup_with(walk_end) struct line_walk w = walk_begin(p, from);
	PangoRectangle box;

	for (double top = w.top; w.more && w.line < to; walk_next(&w)) {
		pango_layout_iter_get_line_extents(w.i, NULL, &box);
		double base = pango_layout_iter_get_baseline(w.i) / (double)PANGO_SCALE - top;
		cairo_move_to(p->cairo, x + box.x / (double)PANGO_SCALE, y + base);
		pango_cairo_show_layout_line(p->cairo, pango_layout_iter_get_line_readonly(w.i));
	}
}

void pen_rule(struct pen *p, double x, double y, double width)
{
	cairo_set_line_width(p->cairo, thin);
	cairo_move_to(p->cairo, x, y);
	cairo_line_to(p->cairo, x + width, y);
	cairo_stroke(p->cairo);
}

void pen_frame(struct pen *p, double x, double y, double width, double height)
{
	cairo_set_line_width(p->cairo, thin);
	cairo_rectangle(p->cairo, x, y, width, height);
	cairo_stroke(p->cairo);
}

void pen_next_page(struct pen *p)
{
	cairo_show_page(p->cairo);
}

const struct fault *pen_finish(struct pen *p, struct str *bytes)
{
	cairo_show_page(p->cairo);
	cairo_status_t status = cairo_status(p->cairo);

	cairo_surface_finish(p->surface);
	status = status ? status : cairo_surface_status(p->surface);
	if (status)
		return FAULT(p->a, FAULT_IO, "pdf: %s", cairo_status_to_string(status));
	*bytes = pdf_with_language(p->a, buf_str(&p->out), "vi");
	return NULL;
}

void pen_close(struct pen **p)
{
	if (!*p)
		return;
	g_object_unref((*p)->layout);
	cairo_destroy((*p)->cairo);
	cairo_surface_destroy((*p)->surface);
}
