#pragma once
/* What the templates of inspections show. */
#include "inspection/inspection_papers_view.h"
#include "inspection/inspection_store.h"
#include "record/record_view.h"

struct inspection_list_row {
	int64_t number;
	struct str title, unit, state;
	enum tone tone;
	daynum day;
};
struct inspection_list_view {
	int year;
	int years[10]; /* to choose from */
	int years_n;
	const struct inspection_list_row *rows;
	size_t rows_n;
	int this_year;
	bool may_open, sees_year;
};

struct inspection_fact {
	struct str label, text;
};
struct inspection_figure_row {
	struct str label;
	bool declared, computed, differs; /* known */
	int64_t declared_n, computed_n;
};
struct inspection_member_row {
	struct str name, position, body, part, released; /* released: why; empty while a member */
};
struct inspection_attendant_row {
	struct str side, name, position, body;
};
/* A file to download; without text: none. */
struct inspection_file_link {
	struct str text;
	struct url to;
};
struct inspection_finding_row {
	int number;
	const struct inspection_finding *f;
	struct str area, severity;
	enum tone tone;
	struct inspection_file_link file, explanation_file;
	const struct record_link *links;
	size_t links_n;
};
struct inspection_recommendation_row {
	int number;
	const struct inspection_recommendation *r;
	struct str owner, state;
	enum tone tone;
	struct inspection_file_link file;
	bool is_overdue, is_open;
	const struct record_link *links;
	size_t links_n;
};
struct inspection_proposal_row {
	int number;
	const struct inspection_proposal *p;
	const struct record_link *links;
	size_t links_n;
};
struct inspection_check_row {
	struct str code, result;
	enum tone tone;
	const struct inspection_check *c;
	struct url to, step;
	bool may_check;
};
struct inspection_page_view {
	const struct inspection *x;
	struct str unit, state, notice;
	enum tone tone;
	bool synthetic;
	struct url csv; /* empty: figures cannot be declared now */
	struct inspection_file_link report_file;
	struct url unit_figures; /* of the period, in /so-lieu */
	const struct inspection_fact *facts;
	const struct inspection_figure_row *figures;
	const struct inspection_member_row *members;
	const struct inspection_attendant_row *attendants;
	const struct inspection_finding_row *findings;
	const struct inspection_recommendation_row *recommendations;
	const struct inspection_proposal_row *proposals;
	const struct inspection_check_row *checks;
	const struct inspection_fact *amendments;
	const struct record_link *links;
	const struct record_line *lines;
	const struct inspection_paper_link *papers;
	size_t papers_n;
	size_t facts_n, figures_n, links_n, lines_n;
	int differences, checked, faulty;
};
/* A dossier of the sample: what happened, and its deadline day by day. */
struct inspection_dossier_event {
	struct str step, due; /* due: after it; empty when it stays */
	instant happened, recorded;
};
struct inspection_dossier_view {
	struct str code, procedure, state, inspection;
	struct url back, check;
	bool may_check;
	struct str accepted, due, ended;
	const struct inspection_dossier_event *events;
	size_t events_n;
	const struct str *days; /* the explanation of the first deadline */
	size_t days_n;
};
/* The figures of a self-report from a spreadsheet. */
struct inspection_csv_view {
	struct str title, typed;
	struct url action, back, file;
	const struct str *errors;
	size_t errors_n;
};
