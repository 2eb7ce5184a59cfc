#pragma once
/* What the templates of agency files show. */
#include "account/account_page.h"
#include "agencyfile/agency_gaps.h"
#include "inspection/inspection_followup_web.h"

struct agencyfile_number {
	struct str label;
	int64_t n;
	struct url to;
	enum tone tone;
};
enum { AGENCYFILE_CELLS = 4 }; /* received, in time, in progress, overdue */
struct agencyfile_row {
	struct str name, code;
	struct url to;
	struct agencyfile_number numbers[AGENCYFILE_CELLS];
	int64_t recommendations, overdue;
	struct url recommendations_to;
};
struct agencyfile_list_view {
	struct str query;
	const struct agencyfile_row *rows;
	size_t rows_n;
	int64_t total, year;
	struct pager pager;
};
struct agencyfile_year {
	int64_t year;
	bool so_far;
	struct agencyfile_number numbers[AGENCYFILE_CELLS];
	struct url all;
};
/* A line that leads somewhere, with a word beside it. */
struct agencyfile_line {
	struct str text, note;
	struct url to;
	enum tone tone;
	daynum day;
};
struct agencyfile_lines {
	const struct agencyfile_line *list;
	size_t n;
};
/* Online services with dossiers against the required share, in a year. */
struct agencyfile_online {
	int64_t year, offered, used, missing; /* missing: services to the required share */
	struct str share;
	double percent;
	bool is_reached;
	struct agencyfile_lines unused; /* those that hold it down */
};
struct agencyfile_gap {
	struct str label;
	struct agencyfile_lines procedures;
};
/* Something that another feature keeps of the agency: reports, scores. */
struct agencyfile_part {
	struct str id, heading, none; /* none: what stands there without lines */
	struct agencyfile_lines lines;
};
enum { AGENCYFILE_YEARS = 2, AGENCYFILE_PARTS = 4 };
struct agencyfile_view {
	struct str name, code, code_words;
	struct agencyfile_year years[AGENCYFILE_YEARS];
	struct agencyfile_online online[AGENCYFILE_YEARS];
	int64_t year, procedures;
	struct agencyfile_gap gaps[AGENCY_GAP_N];
	const struct followup_row *recommendations;
	size_t recommendations_n;
	int64_t overdue;
	struct agencyfile_lines inspections, plans, tasks;
	struct agencyfile_part parts[AGENCYFILE_PARTS];
	size_t parts_n;
};
