#pragma once
/* What the templates of scoring show. Points are text: "9,5", or a dash where there are none. */
#include "record/record_view.h"
#include "score/score.h"

/* A column of a component: its points and how they differ from the column before. */
struct score_cell {
	struct str points;
	struct str delta; /* "−0,5"; empty: the same, or one of both is none */
	bool less;
};
/* What a formula gave. */
struct score_counted {
	struct str indicator, rule; /* "Hồ sơ đã giải quyết đúng hạn…", "100% được điểm tối đa…" */
	struct str words; /* "1.668 trên 1.713 (97,37%)", or that there is no data */
	struct str points;
	bool known;
	struct url to; /* the figures it was counted from */
};
/* What is typed for a component. */
struct score_typed {
	struct str points, words, more; /* words: evidence, comment or explanation; more: its evidence */
	struct str points_error, words_error, more_error;
};
struct score_said_line {
	struct str label, text;
};
enum { SCORE_SAID_LINES = 6 };
struct score_row {
	struct str code, text, wanted, max; /* wanted: which evidence */
	bool begins;                        /* a criterion begins with it */
	struct str criterion_code, criterion, criterion_max;
	struct score_cell cells[3];
	struct str amended; /* points after closing; empty: never amended */
	const struct score_counted *counted;
	struct score_said_line said[SCORE_SAID_LINES];
	size_t said_n;
	bool open; /* can be entered now */
	struct score_typed typed;
};
struct score_link {
	struct url to;
	struct str name;
	bool here;
};
struct score_area_line {
	struct url to;
	struct str name, max;
	struct score_cell cells[3];
	struct str result;
	double shares[3]; /* percent of the most, for the picture */
};
struct score_day {
	struct str step;
	daynum until;
	bool now, over;
};
struct score_extra_line {
	int64_t number;
	struct str kind, points, reason, evidence, why_dropped;
	bool dropped;
};
struct score_error {
	struct str at, text; /* at: the id of a field */
};
/* The head of a sheet's pages. */
struct score_head {
	int64_t number;
	struct str agency, set, state;
	enum tone tone;
	int year;
	struct score_day days[4];
	struct url sheet;
};
struct score_sheet_view {
	struct score_head head;
	struct str notice, problem;
	const struct score_area_line *areas;
	size_t areas_n;
	struct score_area_line total;
	struct str bonus, penalty, result;
	int64_t without;
	const struct score_row *counted; /* the components with a formula */
	size_t counted_n;
	struct str frozen; /* the journal that the counts are frozen to; empty: they still move */
	const struct score_extra_line *extras;
	size_t extras_n;
	const struct record_link *links;
	size_t links_n;
	bool can_submit;
	const struct record_line *lines;
	size_t lines_n;
	int64_t lines_more;
	struct url xlsx, pdf;
};
enum score_form_kind {
	SCORE_FORM_NONE,
	SCORE_FORM_SELF,
	SCORE_FORM_FIRST,
	SCORE_FORM_EXPLAIN,
	SCORE_FORM_SECOND
};
struct score_area_view {
	struct score_head head;
	struct str notice, problem, name, max, lead;
	const struct score_link *areas; /* all of the sheet */
	size_t areas_n;
	struct url action;
	enum score_form_kind form;
	const struct score_row *rows;
	size_t rows_n;
	struct score_cell sums[3];
	const struct score_error *errors;
	size_t errors_n;
};
struct score_list_line {
	struct url to;
	struct str agency, set, state, result;
	enum tone tone;
	int year;
	daynum until; /* of the state; DAYNUM_NONE: none */
};
struct score_list_view {
	const struct score_link *years, *rankings;
	size_t years_n, rankings_n;
	bool can_open;
	const struct score_list_line *lines;
	size_t lines_n;
	int64_t total;
	struct pager pager;
};
struct score_opening_view {
	struct str problem;
	const struct choice *sets;
	size_t sets_n;
	const struct record_input *inputs;
	size_t inputs_n, errors_n;
	struct str agencies, agencies_error;
	const struct score_link *links; /* the sets, to begin with */
	size_t links_n;
	bool chosen;
};
struct score_rank_line {
	int place;
	struct url to; /* empty: may not be opened */
	struct str agency, state, result, bonus, penalty, before;
	struct score_cell change; /* against the year before */
	struct str areas[LIMIT_SCORE_AREAS];
	double share, area_shares[LIMIT_SCORE_AREAS]; /* percent */
	bool published;
};
struct score_rank_view {
	struct str set, problem, notice;
	int year;
	const struct score_link *sets, *years;
	size_t sets_n, years_n;
	const struct str *areas, *area_max;
	size_t areas_n;
	struct str max;
	const struct score_rank_line *lines;
	size_t lines_n;
	bool has_before, has_drafts, multiples, can_publish;
	struct str set_code;
	struct url xlsx, pdf;
};
