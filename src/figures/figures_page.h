#pragma once
/* What the pages of the figures show; filled by figures_web.c and figures_list_web.c. */
#include "feedback/feedback.h"
#include "figures/figures_out.h"
#include "portal/portal.h"
#include "site/site.h"

/* One number; no link when it is zero. */
struct figure_number {
	struct str label;
	int64_t n;
	int indent;
	struct url to;
};
/* Received, resolved, in progress: the total and its parts. */
enum { FIGURE_GROUPS = 3, FIGURE_LINES = 10 };
struct figure_group {
	struct figure_number total, lines[FIGURE_LINES];
	size_t lines_n;
};
/* Shares of a bar in percent, from the left; what is missing to 100 has no deadline. */
struct figure_bar {
	double early, on_time, late, open;
	double on_time_x, late_x, open_x;
};
enum { FIGURE_COLUMNS = 16 };
struct figure_table_row {
	struct str name;
	struct figure_number numbers[FIGURE_COLUMNS];
	struct figure_bar bar;
};
/* The columns in use, as in form II.06 of the statistics (TT 02/2017/TT-VPCP and those after it). */
struct figure_table {
	struct str heading, row_heading;
	struct str columns[FIGURE_COLUMNS];
	int64_t columns_n, received_n, resolved_n, in_progress_n;
	const struct figure_table_row *rows;
	size_t rows_n;
	struct figure_table_row total;
	bool sums; /* the columns add up to the total */
	struct pager pager;
};
struct figure_by_link {
	struct str name;
	struct url to;
	bool chosen;
};
struct figures_view {
	struct str problem, agency, agency_typed, as_of, known_at; /* as typed, for the form */
	struct str required;                                       /* 80 % */
	const struct figure_by_link *candidates; /* agencies of which one is meant, or those with dossiers */
	size_t candidates_n;
	const struct choice *agencies; /* for the list of the form */
	size_t agencies_n;
	daynum from, to;
	struct str from_value, to_value, by_value;
	const struct figure_report *report; /* NULL with a problem */
	bool is_province, empty;
	struct str summary; /* the balance in words */
	int64_t in_time, overdue;
	struct figure_number received, resolved_in_time, in_progress, late;
	struct figure_bar bar;
	struct figure_group groups[FIGURE_GROUPS];
	struct figure_by_link by[FIGURE_BY_N];
	size_t by_n;
	struct figure_table table;
	struct str root, share_words;
	struct figure_number feedback, feedback_rules, feedback_conduct;
	struct url csv, json, xlsx;
};
struct figure_dossier {
	struct str code, procedure_code, procedure, due;
	instant accepted, ended;
	struct str outcome;
	enum tone tone;
};
/* A feedback of a list: nothing but what everybody may know. */
struct figure_feedback {
	struct str code, agency, content;
	instant accepted;
	struct url to; /* empty: not published */
};
struct figures_list_view {
	struct str cell, agency, row;
	struct url back, json;
	const struct figure_dossier *rows;
	size_t rows_n;
	const struct figure_feedback *feedback;
	size_t feedback_n;
	bool is_feedback; /* the cells count feedback */
	int64_t total;
	daynum from, to;
	instant until;
	struct pager pager;
};

/* Fill by cells. */
struct figure_bar figure_bar_of(const struct figure_sums *s);
enum figure_cell figure_group_cell(int group);
/* The sums of two tiles: resolved early and on time; resolved late and overdue. */
struct figure_cells figure_cells_in_time(void);
struct figure_cells figure_cells_late(void);
/* The cells of a group after its total, in the order of reading; indent as in the form. */
struct figure_part {
	enum figure_cell cell;
	int indent;
};
const struct figure_part *figure_parts(int group, size_t *n);
