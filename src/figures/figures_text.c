#include "figures/figures_out.h"
#include "base/utf8.h"
#include "exchange/csv_write.h"
#include "msg/number.h"

enum { LABEL_CHARS = 48, NUMBER_CHARS = 12 };

struct label_row {
	enum figure_cell cell;
	enum msg label;
	int indent;
};
/* In the order of reading: what came in, what went out, what is left. */
static const struct label_row label_rows[] = {
	{ CELL_RECEIVED, MSG_figures_received, 0 },
	{ CELL_NEW, MSG_figures_new, 1 },
	{ CELL_NEW_ONLINE, MSG_figures_online, 2 },
	{ CELL_NEW_COUNTER, MSG_figures_counter, 2 },
	{ CELL_NEW_POSTAL, MSG_figures_postal, 2 },
	{ CELL_CARRIED_OVER, MSG_figures_carried_over, 1 },
	{ CELL_RESOLVED, MSG_figures_resolved, 0 },
	{ CELL_RESOLVED_EARLY, MSG_figures_early, 1 },
	{ CELL_RESOLVED_ON_TIME, MSG_figures_on_time, 1 },
	{ CELL_RESOLVED_LATE, MSG_figures_late, 1 },
	{ CELL_RESOLVED_NO_DEADLINE, MSG_figures_no_deadline, 1 },
	{ CELL_REFUSED, MSG_figures_refused, 2 },
	{ CELL_WITHDRAWN, MSG_figures_withdrawn, 2 },
	{ CELL_STOPPED, MSG_figures_stopped, 2 },
	{ CELL_APOLOGISED, MSG_figures_apologised, 2 },
	{ CELL_IN_PROGRESS, MSG_figures_in_progress, 0 },
	{ CELL_WITHIN_DEADLINE, MSG_figures_within_deadline, 1 },
	{ CELL_OVERDUE, MSG_figures_overdue, 1 },
	{ CELL_NO_DEADLINE, MSG_figures_no_deadline, 1 },
	{ CELL_WAITING_SUPPLEMENT, MSG_figures_waiting_supplement, 2 },
	{ CELL_WAITING_PAYMENT, MSG_figures_waiting_payment, 2 },
	{ CELL_FEEDBACK, MSG_figures_feedback, 0 },
	{ CELL_FEEDBACK_RULES, MSG_figures_feedback_rules, 1 },
	{ CELL_FEEDBACK_CONDUCT, MSG_figures_feedback_conduct, 1 },
};
enum { FEEDBACK_ROWS = 3 }; /* the last of them: told behind the procedures */

struct str figure_cell_label(enum lang lang, enum figure_cell c)
{
	for (size_t i = 0; i < COUNT(label_rows); i++)
		if (label_rows[i].cell == c)
			return msg_text(lang, label_rows[i].label);
	impossible();
}

struct str figure_cells_label(struct arena *a, enum lang lang, struct figure_cells cells)
{
	struct buf b = { .a = a };

	for (int c = 0; c < FIGURE_CELL_N; c++)
		if (figure_cells_have(cells, (enum figure_cell)c))
			buf_fmt(&b, "%s%.*s", b.n ? ", " : "",
				ARG(figure_cell_label(lang, (enum figure_cell)c)));
	return buf_str(&b);
}

static void pad(struct buf *out, size_t n)
{
	while (n--)
		buf_char(out, ' ');
}

/* Left and right justified by characters: every letter of the stored form is one column wide. */
static void add_left(struct buf *out, struct str s, size_t width)
{
	struct str shown = utf8_clip(s, width);

	buf_add(out, shown);
	pad(out, width - utf8_count(shown));
}

static void add_right(struct buf *out, enum lang lang, int64_t n, size_t width)
{
	struct buf text = { .a = out->a };

	add_number(&text, lang, n);
	pad(out, text.n < width ? width - text.n : 0);
	buf_add(out, buf_str(&text));
}

static void add_line(struct buf *out, enum lang lang, struct str label, int indent, int64_t n)
{
	size_t margin = (size_t)indent * 2;

	pad(out, margin);
	add_left(out, label, LABEL_CHARS - margin);
	add_right(out, lang, n, NUMBER_CHARS);
	buf_char(out, '\n');
}

static void add_head(struct buf *out, enum lang lang, const struct figure_report *r)
{
	struct buf until = { .a = out->a }, known = { .a = out->a };

	buf_add(out, msg_text(lang, MSG_figures_title));
	buf_char(out, '\n');
	if (r->agency_name.n)
		msg_figures_agency(out, lang, r->agency_name, r->agency_code);
	else
		buf_add(out, msg_text(lang, MSG_figures_province));
	buf_char(out, '\n');
	add_time_lang(&until, lang, r->until);
	msg_figures_period(out, lang, fmt_day_vi(out->a, r->request.from), fmt_day_vi(out->a, r->request.to),
		buf_str(&until));
	buf_char(out, '\n');
	if (r->request.known_at != INSTANT_NONE) {
		add_time_lang(&known, lang, r->request.known_at);
		msg_figures_known_at(out, lang, buf_str(&known));
		buf_char(out, '\n');
	}
	buf_char(out, '\n');
}

static void add_procedures(struct buf *out, enum lang lang, const struct procedure_counts *p)
{
	add_line(out, lang, msg_text(lang, MSG_figures_procedures), 0, p->total);
	add_line(out, lang, msg_text(lang, MSG_figures_inter_agency), 1, p->same_level + p->cross_level);
	add_line(out, lang, msg_text(lang, MSG_figures_same_level), 2, p->same_level);
	add_line(out, lang, msg_text(lang, MSG_figures_cross_level), 2, p->cross_level);
	for (int l = ONLINE_1; l <= ONLINE_4; l++) {
		struct buf label = { .a = out->a };
		if (!p->online[l])
			continue;
		msg_figures_level(&label, lang, online_level_text((enum online_level)l));
		add_line(out, lang, buf_str(&label), 1, p->online[l]);
	}
	if (p->online[ONLINE_PARTIAL])
		add_line(out, lang, msg_text(lang, MSG_figures_level_partial), 1, p->online[ONLINE_PARTIAL]);
	if (p->online[ONLINE_FULL])
		add_line(out, lang, msg_text(lang, MSG_figures_level_full), 1, p->online[ONLINE_FULL]);
}

static void add_changes(struct buf *out, enum lang lang, const struct procedure_counts *p)
{
	static const enum msg labels[PROCEDURE_CHANGE_N] = { [CHANGE_NEW] = MSG_figures_change_new,
		[CHANGE_AMENDED] = MSG_figures_change_amended,
		[CHANGE_REPLACED] = MSG_figures_change_replaced,
		[CHANGE_ABOLISHED] = MSG_figures_change_abolished,
		[CHANGE_SHORTENED] = MSG_figures_change_shortened };

	for (int c = CHANGE_NEW; c < PROCEDURE_CHANGE_N; c++)
		if (p->changes[c])
			add_line(out, lang, msg_text(lang, labels[c]), 1, p->changes[c]);
}

static void add_cells(struct buf *out, enum lang lang, const struct figure_report *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add_line(out, lang, msg_text(lang, label_rows[i].label), label_rows[i].indent,
			figure_cell(&r->total, label_rows[i].cell));
}

static void add_foot(struct buf *out, enum lang lang, const struct figure_report *r)
{
	struct buf share = { .a = out->a }, required = { .a = out->a }, root = { .a = out->a };

	add_share(&share, lang, (struct share){ r->services_with_dossiers, r->procedures.offered });
	buf_fmt(&required, "%d%%", ONLINE_SHARE_REQUIRED_PERCENT);
	add_base64(&root, (struct str){ (const char *)r->journal_root.b, sizeof r->journal_root.b });
	buf_add(out, msg_text(lang, MSG_figures_services));
	buf_add(out, S(": "));
	msg_figures_services_share(out, lang, r->services_with_dossiers, r->procedures.offered,
		buf_str(&share), buf_str(&required));
	buf_add(out, S("\n\n"));
	buf_add(out, msg_text(lang, MSG_figures_balanced));
	buf_char(out, '\n');
	msg_figures_journal(out, lang, r->journal_size, buf_str(&root));
	buf_char(out, '\n');
}

static void add_rows(struct buf *out, enum lang lang, const struct figure_report *r)
{
	static const enum msg what[FIGURE_BY_N] = { [BY_FIELD] = MSG_figures_by_field,
		[BY_PROCEDURE] = MSG_figures_by_procedure,
		[BY_AGENCY] = MSG_figures_by_agency,
		[BY_MONTH] = MSG_figures_by_month };
	static const struct {
		enum figure_cell cell;
		enum msg label;
	} columns[] = { { CELL_RECEIVED, MSG_figures_received }, { CELL_RESOLVED, MSG_figures_resolved },
		{ CELL_RESOLVED_LATE, MSG_figures_column_late },
		{ CELL_IN_PROGRESS, MSG_figures_in_progress }, { CELL_OVERDUE, MSG_figures_column_overdue } };

	buf_char(out, '\n');
	msg_figures_by(out, lang, msg_text(lang, what[r->request.by]));
	buf_char(out, '\n');
	pad(out, LABEL_CHARS);
	for (size_t c = 0; c < COUNT(columns); c++) {
		struct str label = msg_text(lang, columns[c].label);
		size_t n = utf8_count(label);
		pad(out, n < NUMBER_CHARS + 5 ? NUMBER_CHARS + 5 - n : 1);
		buf_add(out, label);
	}
	buf_char(out, '\n');
	for (size_t i = 0; i < r->rows_n; i++) {
		add_left(out, r->rows[i].name.n ? r->rows[i].name : r->rows[i].key, LABEL_CHARS);
		for (size_t c = 0; c < COUNT(columns); c++)
			add_right(
				out, lang, figure_cell(&r->rows[i].sums, columns[c].cell), NUMBER_CHARS + 5);
		buf_char(out, '\n');
	}
	if (r->request.by == BY_MONTH) {
		buf_add(out, msg_text(lang, MSG_figures_by_note_month));
		buf_char(out, '\n');
	}
}

void figures_text(struct buf *out, enum lang lang, const struct figure_report *r)
{
	assert(!r->broken);
	add_head(out, lang, r);
	add_cells(out, lang, r, 0, COUNT(label_rows) - FEEDBACK_ROWS);
	buf_char(out, '\n');
	add_procedures(out, lang, &r->procedures);
	add_changes(out, lang, &r->procedures);
	buf_char(out, '\n');
	add_cells(out, lang, r, COUNT(label_rows) - FEEDBACK_ROWS, COUNT(label_rows));
	add_foot(out, lang, r);
	if (r->request.by != BY_NOTHING)
		add_rows(out, lang, r);
}

static void add_csv_row(struct csv_out *c, struct str key, struct str name, const struct figure_sums *s)
{
	csv_out_str(c, key);
	csv_out_str(c, name);
	for (int cell = 0; cell < FIGURE_CELL_N; cell++)
		csv_out_int(c, figure_cell(s, (enum figure_cell)cell));
	csv_out_end(c);
}

void figures_csv(struct buf *out, const struct figure_report *r)
{
	struct csv_out c = { .out = out };

	assert(!r->broken);
	csv_out_mark(&c);
	csv_out_str(&c, S("key"));
	csv_out_str(&c, S("name"));
	for (int cell = 0; cell < FIGURE_CELL_N; cell++)
		csv_out_str(&c, figure_cell_name((enum figure_cell)cell));
	csv_out_end(&c);
	if (r->request.by == BY_NOTHING)
		add_csv_row(&c, r->agency_code, r->agency_name, &r->total);
	for (size_t i = 0; i < r->rows_n; i++)
		add_csv_row(&c, r->rows[i].key, r->rows[i].name, &r->rows[i].sums);
}
