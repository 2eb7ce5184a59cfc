#pragma once
/* What the templates of recommendations and of the year show. */
#include "account/account_page.h"
#include "inspection/inspection_followup_web.h"

struct followup_view {
	struct form_flaw flaw;
	struct str agency; /* as typed */
	const struct choice *states;
	size_t states_n;
	const struct followup_row *rows;
	size_t rows_n;
	int64_t total, overdue;
	int64_t year;
	bool is_whole; /* may see the summary of the year */
	struct url year_to;
	struct pager pager;
};
struct year_number {
	struct str label;
	int64_t n;
	struct url to;
	enum tone tone;
};
struct year_area {
	struct str name;
	struct year_number by[INSPECTION_SEVERITIES], all;
	double share; /* of the largest area, in percent: for the bar */
};
struct year_line {
	struct str title, unit, state;
	daynum day;
	struct url to;
	int64_t n; /* of what is shown */
};
struct year_view {
	int64_t year, planned, of_plan, outside;
	struct year_number held, concluded, recommendations[INSPECTION_MEASURE_N];
	int64_t recommendations_n;
	struct str severities[INSPECTION_SEVERITIES];
	struct year_area areas[INSPECTION_AREAS], total;
	struct str what; /* which number is opened; empty: all inspections */
	struct url all, previous;
	const struct year_line *lines;
	size_t lines_n;
	bool is_empty;
};
