#include "figures/figures_out.h"
#include "msg/number.h"

enum {
	TT,
	NAME,
	RECEIVED,
	ONLINE,
	OFFLINE,
	CARRIED,
	RESOLVED,
	EARLY,
	ON_TIME,
	LATE,
	OPEN,
	WITHIN,
	OVERDUE,
	COLUMNS
};
enum { HEAD_ROWS = 4, MAX_SUBTITLES = 4, MAX_NOTES = 5, MAX_SUMMANDS = 2 };

/* Which cells a column of numbers adds up. The form has no place for dossiers without a deadline: they are
 * never late, so they stand with those in time, and a note says how many (domain.md 3.2: the mapping is
 * ours). */
struct number_column {
	enum figure_cell cells[MAX_SUMMANDS];
	int n;
};
static const struct number_column numbers[COLUMNS] = { [RECEIVED] = { { CELL_RECEIVED }, 1 },
	[ONLINE] = { { CELL_NEW_ONLINE }, 1 },
	[OFFLINE] = { { CELL_NEW_COUNTER, CELL_NEW_POSTAL }, 2 },
	[CARRIED] = { { CELL_CARRIED_OVER }, 1 },
	[RESOLVED] = { { CELL_RESOLVED }, 1 },
	[EARLY] = { { CELL_RESOLVED_EARLY }, 1 },
	[ON_TIME] = { { CELL_RESOLVED_ON_TIME, CELL_RESOLVED_NO_DEADLINE }, 2 },
	[LATE] = { { CELL_RESOLVED_LATE }, 1 },
	[OPEN] = { { CELL_IN_PROGRESS }, 1 },
	[WITHIN] = { { CELL_WITHIN_DEADLINE, CELL_NO_DEADLINE }, 2 },
	[OVERDUE] = { { CELL_OVERDUE }, 1 } };

static const struct table_column columns[COLUMNS] = { [TT] = { 5, true },
	[NAME] = { 34, true },
	[RECEIVED] = { 10, false },
	[ONLINE] = { 10, false },
	[OFFLINE] = { 12, false },
	[CARRIED] = { 10, false },
	[RESOLVED] = { 10, false },
	[EARLY] = { 10, false },
	[ON_TIME] = { 10, false },
	[LATE] = { 10, false },
	[OPEN] = { 10, false },
	[WITHIN] = { 10, false },
	[OVERDUE] = { 10, false } };

struct head_rule {
	enum msg text;
	int row, column, rows, columns;
};
static const struct head_rule head_rules[] = {
	{ MSG_figures_form_received, 0, RECEIVED, 1, 4 },
	{ MSG_figures_form_total, 1, RECEIVED, 2, 1 },
	{ MSG_figures_form_in_period, 1, ONLINE, 1, 2 },
	{ MSG_figures_form_online, 2, ONLINE, 1, 1 },
	{ MSG_figures_form_offline, 2, OFFLINE, 1, 1 },
	{ MSG_figures_form_carried, 1, CARRIED, 2, 1 },
	{ MSG_figures_form_resolved, 0, RESOLVED, 1, 4 },
	{ MSG_figures_form_total, 1, RESOLVED, 2, 1 },
	{ MSG_figures_early, 1, EARLY, 2, 1 },
	{ MSG_figures_on_time, 1, ON_TIME, 2, 1 },
	{ MSG_figures_late, 1, LATE, 2, 1 },
	{ MSG_figures_form_open, 0, OPEN, 1, 3 },
	{ MSG_figures_form_total, 1, OPEN, 2, 1 },
	{ MSG_figures_within_deadline, 1, WITHIN, 2, 1 },
	{ MSG_figures_overdue, 1, OVERDUE, 2, 1 },
};
enum { HEADS = COUNT(head_rules) + 2 + COLUMNS };

static const struct table_head *heads_of(struct arena *a, enum lang lang, enum figure_by by)
{
	static const enum msg names[FIGURE_BY_N] = { [BY_NOTHING] = MSG_figures_form_by_agency,
		[BY_FIELD] = MSG_figures_form_by_field,
		[BY_PROCEDURE] = MSG_figures_form_by_procedure,
		[BY_AGENCY] = MSG_figures_form_by_agency,
		[BY_MONTH] = MSG_figures_form_by_month };
	struct table_head *heads = NEW_ARRAY(a, struct table_head, HEADS);
	int n = 0;

	heads[n++] = (struct table_head){ msg_text(lang, MSG_figures_form_tt), 0, TT, HEAD_ROWS - 1, 1 };
	heads[n++] = (struct table_head){ msg_text(lang, names[by]), 0, NAME, HEAD_ROWS - 1, 1 };
	for (size_t i = 0; i < COUNT(head_rules); i++) {
		const struct head_rule *r = &head_rules[i];
		heads[n++] = (struct table_head){ msg_text(lang, r->text), r->row, r->column, r->rows,
			r->columns };
	}
	for (int c = 0; c < COLUMNS; c++) /* the form numbers its columns */
		heads[n++] = (struct table_head){ str_fmt(a, "(%d)", c + 1), HEAD_ROWS - 1, c, 1, 1 };
	assert(n == HEADS);
	return heads;
}

static void fill_row(struct table_cell *row, struct str tt, struct str name, const struct figure_sums *s)
{
	row[TT].text = tt;
	row[NAME].text = name;
	for (int c = RECEIVED; c < COLUMNS; c++)
		for (int i = 0; i < numbers[c].n; i++)
			row[c].n += figure_cell(s, numbers[c].cells[i]);
}

static void fill_rows(struct table_doc *f, struct arena *a, enum lang lang, const struct figure_report *r)
{
	struct table_cell *cells = NEW_ARRAY(a, struct table_cell, (r->rows_n + 1) * COLUMNS);

	for (size_t i = 0; i < r->rows_n; i++) {
		const struct figure_named_row *row = &r->rows[i];
		fill_row(&cells[i * COLUMNS], str_fmt(a, "%zu", i + 1), row->name.n ? row->name : row->key,
			&row->sums);
	}
	fill_row(&cells[r->rows_n * COLUMNS], S(""), msg_text(lang, MSG_figures_form_sum), &r->total);
	f->cells = cells;
	f->rows = (int)r->rows_n + 1;
	f->total = true;
}

static void add_subtitles(
	struct table_doc *f, struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic)
{
	struct str *lines = NEW_ARRAY(a, struct str, MAX_SUBTITLES);
	struct buf until = { .a = a }, known = { .a = a }, line = { .a = a }, line_known = { .a = a };

	add_time_lang(&until, lang, r->until);
	msg_figures_period(
		&line, lang, fmt_day_vi(a, r->request.from), fmt_day_vi(a, r->request.to), buf_str(&until));
	lines[f->subtitles_n++] = buf_str(&line);
	if (r->request.known_at != INSTANT_NONE) {
		add_time_lang(&known, lang, r->request.known_at);
		msg_figures_known_at(&line_known, lang, buf_str(&known));
		lines[f->subtitles_n++] = buf_str(&line_known);
	}
	if (synthetic)
		lines[f->subtitles_n++] = msg_text(lang, MSG_figures_synthetic);
	f->subtitles = lines;
}

static void add_notes(struct table_doc *f, struct arena *a, enum lang lang, const struct figure_report *r)
{
	struct str *lines = NEW_ARRAY(a, struct str, MAX_NOTES);
	struct buf none = { .a = a }, journal = { .a = a }, root = { .a = a };
	int64_t ended = figure_cell(&r->total, CELL_RESOLVED_NO_DEADLINE),
		open = figure_cell(&r->total, CELL_NO_DEADLINE);

	lines[f->notes_n++] = msg_text(lang, MSG_figures_balanced);
	if (ended || open) {
		msg_figures_form_no_deadline(&none, lang, ended, open);
		lines[f->notes_n++] = buf_str(&none);
	}
	if (r->request.by == BY_MONTH)
		lines[f->notes_n++] = msg_text(lang, MSG_figures_by_note_month);
	add_base64(&root, (struct str){ (const char *)r->journal_root.b, sizeof r->journal_root.b });
	msg_figures_journal(&journal, lang, r->journal_size, buf_str(&root));
	lines[f->notes_n++] = buf_str(&journal);
	f->notes = lines;
	f->page_foot = buf_str(&journal);
}

struct table_doc figures_form(struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic)
{
	struct table_doc f = { .sheet = msg_text(lang, MSG_figures_form_sheet),
		.nation = msg_text(lang, MSG_figures_form_nation),
		.motto = msg_text(lang, MSG_figures_form_motto),
		.number = msg_text(lang, MSG_figures_form_number),
		.title = msg_text(lang, MSG_figures_form_title),
		.unit = msg_text(lang, MSG_figures_form_unit),
		.columns = columns,
		.columns_n = COLUMNS,
		.heads = heads_of(a, lang, r->request.by),
		.heads_n = HEADS,
		.head_rows = HEAD_ROWS,
		.lang = lang,
		.made = r->request.now };
	struct buf issuer = { .a = a };

	assert(!r->broken);
	msg_figures_form_issuer(
		&issuer, lang, r->agency_name.n ? r->agency_name : msg_text(lang, MSG_figures_province));
	f.issuer = buf_str(&issuer);
	add_subtitles(&f, a, lang, r, synthetic);
	fill_rows(&f, a, lang, r);
	add_notes(&f, a, lang, r);
	return f;
}

const struct fault *figures_xlsx(
	struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic, struct str *bytes)
{
	struct table_doc f = figures_form(a, lang, r, synthetic);

	return table_doc_xlsx(a, &f, bytes);
}

const struct fault *figures_pdf(
	struct arena *a, enum lang lang, const struct figure_report *r, bool synthetic, struct str *bytes)
{
	struct table_doc f = figures_form(a, lang, r, synthetic);

	return table_doc_pdf(a, &f, bytes);
}
