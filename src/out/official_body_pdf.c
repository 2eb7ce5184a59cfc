/* Blocks on pages: paragraphs that break between lines, headings that stay with what they head, tables. */
#include "out/official_page.h"

enum { KEPT_LINES = 2 }; /* of a paragraph, at least, on each side of a page's end */
static const double pad_x = 4, pad_y = 3, table_gap = 6, cell_spacing = 1.04, high_row = 150;

static bool is_centred(const struct block *b)
{
	return b->kind == BLOCK_CENTRED;
}

/* One paragraph as it will be set. */
struct paragraph {
	struct str text;
	struct pen_look look;
};

static size_t bold_bytes(const struct block *b, size_t label, size_t lead, size_t all)
{
	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CENTRED)
		return all;
	if (lead)
		return label + lead;
	return b->kind == BLOCK_ARTICLE ? label : 0;
}

/* Label, bold words and text; first: not what follows a line feed in the same block. */
static struct paragraph paragraph_of(struct paper *p, const struct block *b, struct str text, bool first)
{
	struct pen_look look = { .size = SIZE_BODY,
		.style = p->italic ? PEN_ITALIC : PEN_PLAIN,
		.align = is_centred(b) ? PEN_CENTRE : PEN_JUSTIFIED,
		.indent = is_centred(b) ? 0 : INDENT,
		.spacing = LINE_SPACING };
	struct buf out = { .a = p->a };

	if (first && b->label.n)
		buf_fmt(&out, "%.*s ", ARG(b->label));
	size_t label = out.n;

	if (first && b->lead.n)
		buf_fmt(&out, "%.*s%s", ARG(b->lead), text.n ? " " : "");
	size_t lead = out.n - label;

	buf_add(&out, text);
	look.bold_bytes = first ? bold_bytes(b, label, lead, out.n) : bold_bytes(b, 0, 0, out.n);
	return (struct paragraph){ buf_str(&out), look };
}

/* How many of the lines from `from` on go onto this page: all if `kept` (what must stand behind the last one)
 * goes there too, else so many that neither side is left with less than KEPT_LINES. On a fresh page never
 * none. */
static int lines_here(const struct paper *p, int from, int lines, double kept)
{
	int left = lines - from, fit = pen_fitting(p->pen, from, paper_room(p)), n = fit;

	if (n >= left && pen_lines_height(p->pen, from, lines) + kept <= paper_room(p))
		return left;
	if (n > left - KEPT_LINES)
		n = left - KEPT_LINES;
	if (n >= KEPT_LINES)
		return n;
	if (!p->fresh)
		return 0;
	return fit > 0 ? fit : 1; /* the next page will not be any emptier */
}

static void draw_paragraph(struct paper *p, struct paragraph g, double kept)
{
	struct pen_extent e = pen_set(p->pen, g.text, g.look, TEXT_WIDTH);
	int from = 0, n;

	for (; from < e.lines; from += n) {
		n = lines_here(p, from, e.lines, kept);
		pen_show_lines(p->pen, MARGIN_LEFT, p->y, from, from + n);
		p->y += pen_lines_height(p->pen, from, from + n);
		p->fresh = p->fresh && n == 0;
		if (from + n == e.lines)
			break;
		paper_next_page(p); /* uses the pen */
		pen_set(p->pen, g.text, g.look, TEXT_WIDTH);
	}
	p->y += PARAGRAPH_GAP;
}

/* The texts between line feeds are paragraphs of their own; kept belongs to the last of them. */
static void draw_text(struct paper *p, const struct block *b, double kept)
{
	struct str rest = b->text, line;
	bool first = true;

	while (str_cut(&rest, '\n', &line)) {
		line = str_trim(line);
		if (!line.n && (!first || rest.p))
			continue;
		draw_paragraph(p, paragraph_of(p, b, line, first), rest.p ? 0 : kept);
		first = false;
	}
	if (first && (b->label.n || b->lead.n))
		draw_paragraph(p, paragraph_of(p, b, S(""), true), kept);
}

/* A table on its way down the pages. */
struct grid {
	const struct block_table *t;
	double edges[LIMIT_OFFICIAL_COLUMNS + 1];
	double head_height;
	bool has_head;
};
struct cell {
	struct str text;
	struct pen_look look;
	double x, width;
	int from, lines; /* drawn so far; all */
	int here;        /* on this page */
};
struct row {
	struct cell cells[LIMIT_OFFICIAL_COLUMNS];
	int n;
};

static struct grid grid_of(const struct block_table *t)
{
	struct grid g = { .t = t };
	int all = 0, before = 0;

	for (int i = 0; i < t->columns_n; i++) {
		all += t->columns[i].width ? t->columns[i].width : 1;
		g.has_head = g.has_head || t->columns[i].head.n;
	}
	for (int i = 0; i <= t->columns_n; i++) {
		g.edges[i] = MARGIN_LEFT + TEXT_WIDTH * before / all;
		before += i == t->columns_n ? 0 : t->columns[i].width ? t->columns[i].width : 1;
	}
	return g;
}

static void add_cell(struct paper *p, struct row *r, struct cell c)
{
	c.look.size = SIZE_CELL;
	c.look.spacing = cell_spacing;
	c.lines = pen_set(p->pen, c.text, c.look, c.width - 2 * pad_x).lines;
	r->cells[r->n++] = c;
}

static struct row head_row(struct paper *p, const struct grid *g)
{
	struct row r = { .n = 0 };

	for (int i = 0; i < g->t->columns_n; i++)
		add_cell(p, &r,
			(struct cell){ .text = g->t->columns[i].head,
				.look = { .style = PEN_BOLD, .align = PEN_CENTRE },
				.x = g->edges[i],
				.width = g->edges[i + 1] - g->edges[i] });
	return r;
}

static struct row row_of(struct paper *p, const struct grid *g, const struct block_row *from)
{
	static const enum pen_align aligns[] = {
		[CELL_LEFT] = PEN_LEFT, [CELL_CENTRE] = PEN_CENTRE, [CELL_RIGHT] = PEN_RIGHT
	};
	struct row r = { .n = 0 };
	bool section = from->style == ROW_SECTION;

	for (int i = 0; i < (section ? 1 : g->t->columns_n); i++) {
		double end = section ? g->edges[g->t->columns_n] : g->edges[i + 1];
		add_cell(p, &r,
			(struct cell){ .text = from->cells[i],
				.look = { .style = from->style == ROW_PLAIN ? PEN_PLAIN : PEN_BOLD,
					.align = section ? PEN_LEFT : aligns[g->t->columns[i].align] },
				.x = g->edges[i],
				.width = end - g->edges[i] });
	}
	return r;
}

/* How high what is left of the row would be, cut to what fits into room. */
static double measure_row(struct paper *p, struct row *r, double room)
{
	double height = 0;

	for (int i = 0; i < r->n; i++) {
		struct cell *c = &r->cells[i];
		pen_set(p->pen, c->text, c->look, c->width - 2 * pad_x);
		int fit = pen_fitting(p->pen, c->from, room - 2 * pad_y);
		c->here = fit < c->lines - c->from ? fit : c->lines - c->from;
		double h = pen_lines_height(p->pen, c->from, c->from + c->here);
		height = h > height ? h : height;
	}
	return height + 2 * pad_y;
}

/* Draws what measure_row() found room for; true when that was the rest of the row. */
static bool draw_slice(struct paper *p, struct row *r, double height)
{
	bool done = true;

	for (int i = 0; i < r->n; i++) {
		struct cell *c = &r->cells[i];
		double text = 0;

		pen_frame(p->pen, c->x, p->y, c->width, height);
		pen_set(p->pen, c->text, c->look, c->width - 2 * pad_x);
		text = pen_lines_height(p->pen, c->from, c->from + c->here);
		/* numbers and heads stand in the middle of a row, texts and what is in a high row at its top
		 */
		bool top = c->look.align == PEN_LEFT || height > high_row;
		double y = top ? p->y + pad_y : p->y + (height - text) / 2;
		pen_show_lines(p->pen, c->x + pad_x, y, c->from, c->from + c->here);
		c->from += c->here;
		done = done && c->from >= c->lines;
	}
	p->y += height;
	p->fresh = false;
	return done;
}

static void draw_head(struct paper *p, const struct grid *g)
{
	struct row r = head_row(p, g);

	if (g->has_head)
		draw_slice(p, &r, measure_row(p, &r, PAPER_HEIGHT));
}

/* What a page has room for below the table's head. */
static double page_room(const struct grid *g)
{
	return TEXT_BOTTOM - MARGIN_TOP - g->head_height;
}

static void draw_row(struct paper *p, const struct grid *g, const struct block_row *from)
{
	const double least = 4 * SIZE_CELL; /* a piece of a row that is worth beginning */
	struct row r = row_of(p, g, from);
	double height = measure_row(p, &r, PAPER_HEIGHT * LIMIT_OFFICIAL_ROWS);
	bool done = false;

	if (height > paper_room(p) && (height <= page_room(g) || paper_room(p) < least)) {
		paper_next_page(p);
		draw_head(p, g);
	}
	while (!done) {
		done = draw_slice(p, &r, measure_row(p, &r, paper_room(p)));
		if (!done) {
			paper_next_page(p);
			draw_head(p, g);
		}
	}
}

/* The caption, the head and the first row begin on one page where they can. */
static double table_start(struct paper *p, const struct grid *g)
{
	double height = g->head_height;

	if (g->t->rows_n > 0) {
		struct row r = row_of(p, g, &g->t->rows[0]);
		height += measure_row(p, &r, PAPER_HEIGHT);
	}
	return height;
}

static void draw_table(struct paper *p, const struct block_table *t)
{
	struct grid g = grid_of(t);
	struct row head = head_row(p, &g);

	g.head_height = g.has_head ? measure_row(p, &head, PAPER_HEIGHT) : 0;
	if (g.head_height > (TEXT_BOTTOM - MARGIN_TOP) / 2)
		g.has_head = false; /* it would leave no room for rows: drawn never, rather than for ever */
	double start = table_start(p, &g);

	if (t->caption.n) {
		struct block caption = { .kind = BLOCK_CENTRED, .text = t->caption };
		draw_text(p, &caption, start);
	} else if (start > paper_room(p) && !p->fresh) {
		paper_next_page(p);
	}
	draw_head(p, &g);
	for (int i = 0; i < t->rows_n; i++)
		draw_row(p, &g, &t->rows[i]);
	p->y += table_gap + PARAGRAPH_GAP;
}

/* What follows belongs to it: headings, bold words alone, "… như sau:". */
static bool announces(const struct block *b)
{
	return b->kind == BLOCK_HEADING || b->kind == BLOCK_CENTRED || (b->lead.n && !b->text.n) ||
	       str_ends(b->text, S(":"));
}

void paper_blocks(struct paper *p, const struct block *blocks, size_t n, double tail)
{
	const double next_lines = KEPT_LINES * SIZE_BODY * LINE_SPACING * 1.2; /* of what a heading heads */

	for (size_t i = 0; i < n; i++) {
		const struct block *b = &blocks[i];
		bool heads = announces(b);

		if (b->kind == BLOCK_TABLE)
			draw_table(p, b->table);
		else
			draw_text(p, b, i + 1 == n ? tail : heads ? next_lines : 0);
	}
}
