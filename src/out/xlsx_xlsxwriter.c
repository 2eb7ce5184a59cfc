/*
 * Sheets by libxlsxwriter in its constant memory: rows go to its own file in /tmp one after the other, so a
 * cell is written once, in order, and the cells that a merged range covers are drawn before the range is
 * named (with an empty text and no format it writes nothing).
 */
#define _GNU_SOURCE
#include "out/table_doc.h"
#include "base/utf8.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { PAPER_A4 = 9, LIMIT_SHEET_NAME_CHARS = 31, SIZE_TITLE = 14, SIZE_BODY = 12, SIZE_SMALL = 10 };
static const char font[] = "Times New Roman";
#define INCH_PER_MM (1 / 25.4)
#define PAGE_MARGIN_MM 20
#define LINE_POINTS 16.0
/* Characters of a 12 point text on a line of as many digits' width. */
#define CHARS_PER_WIDTH 1.25

enum look {
	LOOK_PLAIN,
	LOOK_CENTRE,
	LOOK_BOLD,
	LOOK_TITLE,
	LOOK_RIGHT,
	LOOK_HEAD,
	LOOK_TEXT,
	LOOK_NUMBER,
	LOOK_TEXT_SUM,
	LOOK_NUMBER_SUM,
	LOOK_POINTS,
	LOOK_POINTS_SUM,
	LOOK_NOTE,
	LOOK_N
};

struct sheet {
	struct arena *a;
	const struct table_doc *form;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *looks[LOOK_N];
	lxw_row_t row; /* the next one */
	lxw_error error;
};

static void note(struct sheet *s, lxw_error e)
{
	if (!s->error)
		s->error = e;
}

struct look_rule {
	int size;
	bool bold, italic, wrap, border, number, points;
	uint8_t align;
};
static const struct look_rule rules[LOOK_N] = {
	[LOOK_PLAIN] = { .size = SIZE_BODY },
	[LOOK_CENTRE] = { .size = SIZE_BODY, .align = LXW_ALIGN_CENTER, .wrap = true },
	[LOOK_BOLD] = { .size = SIZE_BODY, .bold = true, .align = LXW_ALIGN_CENTER, .wrap = true },
	[LOOK_TITLE] = { .size = SIZE_TITLE, .bold = true, .align = LXW_ALIGN_CENTER, .wrap = true },
	[LOOK_RIGHT] = { .size = SIZE_BODY, .italic = true, .align = LXW_ALIGN_RIGHT },
	[LOOK_HEAD] = { .size = SIZE_BODY,
		.bold = true,
		.align = LXW_ALIGN_CENTER,
		.wrap = true,
		.border = true },
	[LOOK_TEXT] = { .size = SIZE_BODY, .wrap = true, .border = true },
	[LOOK_NUMBER] = { .size = SIZE_BODY, .border = true, .number = true },
	[LOOK_TEXT_SUM] = { .size = SIZE_BODY, .bold = true, .wrap = true, .border = true },
	[LOOK_NUMBER_SUM] = { .size = SIZE_BODY, .bold = true, .border = true, .number = true },
	[LOOK_POINTS] = { .size = SIZE_BODY, .border = true, .points = true },
	[LOOK_POINTS_SUM] = { .size = SIZE_BODY, .bold = true, .border = true, .points = true },
	[LOOK_NOTE] = { .size = SIZE_SMALL, .wrap = true },
};

static void make_looks(struct sheet *s)
{
	for (int i = 0; i < LOOK_N; i++) {
		lxw_format *f = workbook_add_format(s->book);
		const struct look_rule *r = &rules[i];
		format_set_font_name(f, font);
		format_set_font_size(f, r->size);
		format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
		if (r->bold)
			format_set_bold(f);
		if (r->italic)
			format_set_italic(f);
		if (r->wrap)
			format_set_text_wrap(f);
		if (r->border)
			format_set_border(f, LXW_BORDER_THIN);
		if (r->align)
			format_set_align(f, r->align);
		if (r->number)
			format_set_num_format(f, "#,##0"); /* the reader's own separator is shown */
		if (r->points)
			format_set_num_format(f, "#,##0.00");
		s->looks[i] = f;
	}
}

/* Excel takes no text longer than this. */
static const char *text_of(struct sheet *s, struct str text)
{
	return str_c(s->a, utf8_clip(text, LIMIT_TEXT_CHARS));
}

static void put(struct sheet *s, int column, struct str text, enum look look)
{
	if (text.n)
		note(s, worksheet_write_string(
				s->sheet, s->row, (lxw_col_t)column, text_of(s, text), s->looks[look]));
	else
		note(s, worksheet_write_blank(s->sheet, s->row, (lxw_col_t)column, s->looks[look]));
}

static void merge(struct sheet *s, lxw_row_t row, int rows, int column, int columns)
{
	if (rows * columns > 1)
		note(s, worksheet_merge_range(s->sheet, row, (lxw_col_t)column, row + (lxw_row_t)rows - 1,
				(lxw_col_t)(column + columns - 1), "", NULL));
}

/* A text over columns [from, to) of the next row, which stays the current one. */
static void put_across(struct sheet *s, int from, int to, struct str text, enum look look)
{
	if (!text.n)
		return;
	put(s, from, text, look);
	merge(s, s->row, 1, from, to - from);
}

static int width_of(const struct table_doc *f)
{
	int width = 0;

	for (int i = 0; i < f->columns_n; i++)
		width += f->columns[i].width;
	return width;
}

/* How many lines a text takes over so many columns. */
static int lines_of(const struct table_doc *f, struct str text, int column, int columns)
{
	int width = 0;

	for (int i = column; i < column + columns; i++)
		width += f->columns[i].width;
	return (int)utf8_count(text) / (int)(width * CHARS_PER_WIDTH) + 1;
}

/* Merged cells do not grow with their text, so a row is made high enough before anything stands in it. */
static void set_lines(struct sheet *s, int lines)
{
	note(s, worksheet_set_row(s->sheet, s->row, lines * LINE_POINTS, NULL));
}

static void put_note(struct sheet *s, struct str text, enum look look)
{
	set_lines(s, lines_of(s->form, text, 0, s->form->columns_n) + (look == LOOK_TITLE));
	put_across(s, 0, s->form->columns_n, text, look);
	s->row++;
}

static void put_heading(struct sheet *s)
{
	const struct table_doc *f = s->form;
	int middle = 0;

	for (int width = 0; width * 2 < width_of(f); middle++)
		width += f->columns[middle].width;
	put_across(s, 0, middle, f->issuer, LOOK_BOLD);
	put_across(s, middle, f->columns_n, f->nation, LOOK_BOLD);
	s->row++;
	put_across(s, 0, middle, f->number, LOOK_CENTRE);
	put_across(s, middle, f->columns_n, f->motto, LOOK_BOLD);
	s->row += 2;
	put_note(s, f->title, LOOK_TITLE);
	for (int i = 0; i < f->subtitles_n; i++)
		put_note(s, f->subtitles[i], LOOK_CENTRE);
	if (f->unit.n) {
		put_across(s, 0, f->columns_n, f->unit, LOOK_RIGHT);
		s->row++;
	}
}

/* What stands at a place of the head; NULL where a range covers it. */
static const struct table_head *head_at(const struct table_doc *f, int row, int column)
{
	for (int i = 0; i < f->heads_n; i++)
		if (f->heads[i].row == row && f->heads[i].column == column)
			return &f->heads[i];
	return NULL;
}

/* Lines of a row of the head: the longest text that ends in it, less the rows above that it covers. */
static int head_lines(const struct table_doc *f, int row)
{
	int most = 1;

	for (int i = 0; i < f->heads_n; i++) {
		const struct table_head *h = &f->heads[i];
		int lines = lines_of(f, h->text, h->column, h->columns) - h->rows + 1;
		if (h->row + h->rows - 1 == row && lines > most)
			most = lines;
	}
	return most;
}

/* The ranges that end in this row of the head: the library wants none that ends above the current row. */
static void merge_heads(struct sheet *s, lxw_row_t first, int row)
{
	for (int i = 0; i < s->form->heads_n; i++) {
		const struct table_head *h = &s->form->heads[i];
		if (h->row + h->rows - 1 == row)
			merge(s, first + (lxw_row_t)h->row, h->rows, h->column, h->columns);
	}
}

static void put_head(struct sheet *s)
{
	const struct table_doc *f = s->form;
	lxw_row_t first = s->row;

	for (int r = 0; r < f->head_rows; r++, s->row++) {
		set_lines(s, head_lines(f, r));
		for (int c = 0; c < f->columns_n; c++) {
			const struct table_head *h = head_at(f, r, c);
			put(s, c, h ? h->text : S(""), LOOK_HEAD);
		}
		merge_heads(s, first, r);
	}
	note(s, worksheet_repeat_rows(s->sheet, first, s->row - 1));
	worksheet_freeze_panes(s->sheet, s->row, 0);
}

static int row_lines(const struct table_doc *f, const struct table_cell *row)
{
	int most = 1;

	for (int c = 0; c < f->columns_n; c++) {
		int lines = lines_of(f, row[c].text, c, 1);
		most = lines > most ? lines : most;
	}
	return most;
}

static void put_number(struct sheet *s, int column, const struct table_cell *cell, bool sum)
{
	bool points = s->form->columns[column].hundredths;
	enum look look =
		points ? (sum ? LOOK_POINTS_SUM : LOOK_POINTS) : (sum ? LOOK_NUMBER_SUM : LOOK_NUMBER);

	if (cell->empty)
		put(s, column, S(""), look);
	else
		note(s, worksheet_write_number(s->sheet, s->row, (lxw_col_t)column,
				points ? (double)cell->n / 100 : (double)cell->n, s->looks[look]));
}

static void put_rows(struct sheet *s)
{
	const struct table_doc *f = s->form;

	for (int r = 0; r < f->rows; r++, s->row++) {
		bool sum = f->total && r == f->rows - 1;
		set_lines(s, row_lines(f, &f->cells[r * f->columns_n]));
		for (int c = 0; c < f->columns_n; c++) {
			const struct table_cell *cell = &f->cells[r * f->columns_n + c];
			if (f->columns[c].text)
				put(s, c, cell->text, sum ? LOOK_TEXT_SUM : LOOK_TEXT);
			else
				put_number(s, c, cell, sum);
		}
	}
}

/* "&" begins a command in a header or footer. */
static void put_page_foot(struct sheet *s)
{
	struct buf b = { .a = s->a };

	buf_add(&b, S("&L&8 "));
	for (struct str rest = s->form->page_foot, piece; str_cut(&rest, '&', &piece);) {
		buf_add(&b, piece);
		if (rest.p)
			buf_add(&b, S("&&"));
	}
	buf_add(&b, S("&R&8&P/&N"));
	note(s, worksheet_set_footer(s->sheet, str_c(s->a, buf_str(&b))));
}

static void set_page(struct sheet *s)
{
	const double margin = PAGE_MARGIN_MM * INCH_PER_MM;

	worksheet_set_landscape(s->sheet);
	worksheet_set_paper(s->sheet, PAPER_A4);
	worksheet_fit_to_pages(s->sheet, 1, 0);
	worksheet_set_margins(s->sheet, margin, margin, margin, margin);
	worksheet_gridlines(s->sheet, LXW_HIDE_ALL_GRIDLINES);
	for (int i = 0; i < s->form->columns_n; i++)
		note(s, worksheet_set_column(
				s->sheet, (lxw_col_t)i, (lxw_col_t)i, s->form->columns[i].width, NULL));
	put_page_foot(s);
}

static void set_properties(struct sheet *s)
{
	char *title = NEW_ARRAY(s->a, char, s->form->title.n + 1); /* the library wants it writable */
	lxw_doc_properties p = { .title = title, .created = (time_t)s->form->made };

	if (s->form->title.n)
		memcpy(title, s->form->title.p, s->form->title.n);
	note(s, workbook_set_properties(s->book, &p));
}

static lxw_error write_book(struct arena *a, const struct table_doc *f, const char *path)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	struct sheet s = { .a = a, .form = f, .book = workbook_new_opt(path, &options) };

	if (!s.book)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	s.sheet = workbook_add_worksheet(s.book, str_c(a, utf8_clip(f->sheet, LIMIT_SHEET_NAME_CHARS)));
	if (s.sheet) {
		make_looks(&s);
		set_properties(&s);
		set_page(&s);
		put_heading(&s);
		put_head(&s);
		put_rows(&s);
		s.row++;
		for (int i = 0; i < f->notes_n; i++)
			put_note(&s, f->notes[i], LOOK_NOTE);
	} else {
		note(&s, LXW_ERROR_CREATING_TMPFILE);
	}
	lxw_error closed = workbook_close(s.book); /* frees it, whatever comes */

	return s.error ? s.error : closed;
}

must_check static const struct fault *read_all(struct arena *a, int fd, struct str *bytes)
{
	off_t size = lseek(fd, 0, SEEK_END);
	size_t done = 0, n = size > 0 ? (size_t)size : 0;
	char *p = NEW_ARRAY(a, char, n + 1);

	while (done < n) {
		ssize_t got = pread(fd, p + done, n - done, (off_t)done);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return FAULT(a, FAULT_IO, "xlsx: %s", strerror(errno));
		done += (size_t)got;
	}
	*bytes = (struct str){ p, n };
	return NULL;
}

static void close_file(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

const struct fault *table_doc_xlsx(struct arena *a, const struct table_doc *f, struct str *bytes)
{
	cleanup_with(close_file) int fd = memfd_create("xlsx", MFD_CLOEXEC); /* the library wants a name */

	if (fd < 0)
		return FAULT(a, FAULT_IO, "memfd: %s", strerror(errno));
	lxw_error e = write_book(a, f, str_fmt(a, "/proc/self/fd/%d", fd).p);

	if (e)
		return FAULT(a, FAULT_IO, "xlsx: %s", lxw_strerror(e));
	return read_all(a, fd, bytes);
}
