#include "out/odt.h"

static void add_escaped(struct buf *b, char c)
{
	switch (c) {
	case '&': buf_add(b, S("&amp;")); break;
	case '<': buf_add(b, S("&lt;")); break;
	case '>': buf_add(b, S("&gt;")); break;
	case '"': buf_add(b, S("&quot;")); break;
	case '\n': buf_add(b, S("<text:line-break/>")); break;
	case '\t': buf_char(b, ' '); break;
	default:
		if ((unsigned char)c >= ' ') /* XML has no place for the other control characters */
			buf_char(b, c);
	}
}

void odt_text(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		bool again = text.p[i] == ' ' && (i == 0 || text.p[i - 1] == ' ');
		if (again)
			buf_add(b, S("<text:s/>")); /* blanks in a row are one in XML */
		else
			add_escaped(b, text.p[i]);
	}
}

void odt_paragraph(struct buf *b, const char *style, struct str text)
{
	buf_fmt(b, "<text:p text:style-name=\"%s\">", style);
	odt_text(b, text);
	buf_add(b, S("</text:p>"));
}

static void add_bold(struct buf *b, struct str text)
{
	buf_add(b, S("<text:span text:style-name=\"VbDam\">"));
	odt_text(b, text);
	buf_add(b, S("</text:span>"));
}

static const char *style_of(const struct block *b)
{
	static const char *const headings[OFFICIAL_LEVELS] = { "VbMuc1", "VbMuc2", "VbMuc3" };

	if (b->kind == BLOCK_HEADING)
		return headings[b->level - 1];
	return b->kind == BLOCK_CENTRED ? "VbGiua" : "VbNoiDung";
}

static void add_line(struct odt_writer *w, const struct block *b, struct str text, bool first)
{
	buf_fmt(w->body, "<text:p text:style-name=\"%s\">", style_of(b));
	if (first && b->label.n) {
		if (b->kind == BLOCK_ARTICLE || (b->lead.n && b->kind != BLOCK_ITEM))
			add_bold(w->body, b->label);
		else
			odt_text(w->body, b->label);
		buf_char(w->body, ' ');
	}
	if (first && b->lead.n) {
		add_bold(w->body, b->lead);
		buf_char(w->body, ' ');
	}
	odt_text(w->body, text);
	buf_add(w->body, S("</text:p>"));
}

static void add_text(struct odt_writer *w, const struct block *b)
{
	struct str rest = b->text, line;
	bool first = true;

	while (str_cut(&rest, '\n', &line)) {
		line = str_trim(line);
		if (!line.n && (!first || rest.p))
			continue;
		add_line(w, b, line, first);
		first = false;
	}
	if (first && (b->label.n || b->lead.n))
		add_line(w, b, S(""), true);
}

static void add_cell(struct odt_writer *w, const char *style, int across, struct str text)
{
	buf_fmt(w->body,
		"<table:table-cell table:style-name=\"VbO\" table:number-columns-spanned=\"%d\" "
		"office:value-type=\"string\">",
		across);
	odt_paragraph(w->body, style, text);
	buf_add(w->body, S("</table:table-cell>"));
	for (int i = 1; i < across; i++)
		buf_add(w->body, S("<table:covered-table-cell/>"));
}

static void add_row(struct odt_writer *w, const struct block_table *t, const struct block_row *r)
{
	static const char *const plain[] = { "VbBangTrai", "VbBangGiua", "VbBangPhai" };
	static const char *const bold[] = { "VbBangTraiDam", "VbBangDau", "VbBangPhaiDam" };

	buf_add(w->body, S("<table:table-row table:style-name=\"VbHang\">"));
	if (r->style == ROW_SECTION)
		add_cell(w, bold[CELL_LEFT], t->columns_n, r->cells[0]);
	else
		for (int i = 0; i < t->columns_n; i++)
			add_cell(w, (r->style == ROW_BOLD ? bold : plain)[t->columns[i].align], 1,
				r->cells[i]);
	buf_add(w->body, S("</table:table-row>"));
}

static void begin_table(struct odt_writer *w)
{
	w->tables++;
	buf_fmt(w->body, "<table:table table:name=\"VbBang%d\" table:style-name=\"VbBang\">", w->tables);
}

/* LibreOffice asks for a length, not for a share. */
static void add_column(struct odt_writer *w, int column, int width, int all)
{
	enum { TABLE_HUNDREDTHS_MM = 16500, HUNDREDTHS = 100 };
	int length = (int)((int64_t)TABLE_HUNDREDTHS_MM * width / all);

	buf_fmt(w->styles,
		"<style:style style:name=\"VbCot%d.%d\" style:family=\"table-column\">"
		"<style:table-column-properties style:column-width=\"%d.%02dmm\"/></style:style>",
		w->tables, column, length / HUNDREDTHS, length % HUNDREDTHS);
	buf_fmt(w->body, "<table:table-column table:style-name=\"VbCot%d.%d\"/>", w->tables, column);
}

static void add_table(struct odt_writer *w, const struct block_table *t)
{
	bool has_head = false;
	int all = 0;

	for (int i = 0; i < t->columns_n; i++)
		all += t->columns[i].width ? t->columns[i].width : 1;
	if (t->caption.n)
		odt_paragraph(w->body, "VbGiua", t->caption);
	begin_table(w);
	for (int i = 0; i < t->columns_n; i++) {
		add_column(w, i, t->columns[i].width ? t->columns[i].width : 1, all);
		has_head = has_head || t->columns[i].head.n;
	}
	if (has_head) {
		buf_add(w->body, S("<table:table-header-rows><table:table-row>"));
		for (int i = 0; i < t->columns_n; i++)
			add_cell(w, "VbBangDau", 1, t->columns[i].head);
		buf_add(w->body, S("</table:table-row></table:table-header-rows>"));
	}
	for (int i = 0; i < t->rows_n; i++)
		add_row(w, t, &t->rows[i]);
	if (!has_head && !t->rows_n) /* a table has at least one row (ODF 1.3, part 3, 9.1.2) */
		buf_add(w->body, S("<table:table-row><table:table-cell/></table:table-row>"));
	buf_add(w->body, S("</table:table>"));
	odt_paragraph(w->body, "VbSauBang", S(""));
}

void odt_blocks(struct odt_writer *w, const struct block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (blocks[i].kind == BLOCK_TABLE)
			add_table(w, blocks[i].table);
		else
			add_text(w, &blocks[i]);
}

void odt_columns_begin(struct odt_writer *w, int columns)
{
	begin_table(w);
	for (int i = 0; i < columns; i++)
		add_column(w, i, 1, columns);
	buf_add(w->body, S("<table:table-row>"));
}

void odt_columns_cell(struct odt_writer *w)
{
	bool first = str_ends(buf_str(w->body), S("<table:table-row>"));

	buf_add(w->body, first ? S("") : S("</table:table-cell>"));
	buf_add(w->body, S("<table:table-cell office:value-type=\"string\">"));
}

void odt_columns_end(struct odt_writer *w)
{
	buf_add(w->body, S("</table:table-cell></table:table-row></table:table>"));
}
