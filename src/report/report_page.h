#pragma once
/* What the templates of this folder show. */
#include "account/account_page.h"
#include "record/record_view.h"
#include "report/board.h"
#include "site/site.h"

/* A report that is owed, as a line of a list. */
struct duty_line {
	struct str agency, agency_code;
	struct str name, receiver;
	struct str regime;
	int year, turn;
	daynum from, to, due;
	struct url page;     /* of the report; empty: not begun */
	struct str standing; /* "Nộp chậm 5 ngày" */
	struct str note;     /* "3 ngày làm việc"; may be empty */
	enum tone tone;
	struct str state; /* "Đang soạn"; empty: not begun */
	daynum reminded;
	bool can_open, can_remind, unverified, is_synthetic;
};
struct duty_table {
	struct str caption;
	const struct duty_line *lines;
	size_t n;
	bool with_agency;
};
/* A number that opens into its reports. */
struct duty_number {
	int64_t n;
	struct url to;
	struct str label;
};
struct matrix_cell {
	struct str text; /* empty: nothing is owed */
	struct url to;
	enum tone tone;
};
struct matrix_row {
	struct str agency;
	struct url to;
	const struct matrix_cell *cells;
};
/* One year, with the links to the years beside it. */
struct year_view {
	int year;
	struct url earlier, later;
	const struct staff_link *series; /* to choose from; series_n 0: there is one only */
	size_t series_n;
};
struct board_view {
	struct year_view when;
	struct str saved; /* what was just done; may be empty */
	struct duty_number owed, in_time, late, missing;
	struct duty_table duties; /* of few agencies */
	const struct str *columns;
	size_t columns_n;
	const struct matrix_row *rows;
	size_t rows_n;
	int64_t agencies;
	struct str query;
	struct pager pager;
	bool sees_many, has_unverified;
};
struct punctuality_row {
	struct str agency;
	struct duty_number owed, submitted, in_time, late, missing;
	int64_t days_late;
};
struct punctuality_view {
	struct year_view when;
	const struct punctuality_row *rows; /* the last one is the sum */
	size_t rows_n;
	struct url xlsx;
};
struct duties_view {
	struct str title;
	struct duty_table duties;
	struct url back;
	struct str saved, problem;
	bool is_reminding; /* the page of reminders: says what a reminder does */
};
struct regime_line {
	struct str code, name, owes, receiver, due, basis, note;
	struct str trust;
	enum tone tone;
	daynum from, to;
};
struct regimes_view {
	const struct regime_line *lines;
	size_t n;
};
/* A figure beside a text. */
struct figure_line {
	struct str label;
	int64_t n;
	struct url to; /* its dossiers; empty: none to show */
};
struct section_view {
	struct str mark, title, text;
	struct str group_mark, group_title; /* a heading above; empty: none */
	bool needed, is_below;              /* is_below: part of the group above */
	struct url write;                   /* empty: not now */
	const struct figure_line *figures;
	size_t figures_n;
};
struct version_line {
	int number;
	instant at;
	struct url to;
	struct str fate, reason;
	enum tone tone;
	bool here;
};
struct amendment_line {
	instant at;
	struct str section, text;
};
struct report_view {
	struct str agency, name, receiver, state, standing, note, saved;
	enum tone state_tone, tone;
	int year, version; /* version shown; 0: the draft */
	daynum from, to, due, first;
	const struct section_view *sections;
	size_t sections_n;
	const struct version_line *versions;
	size_t versions_n;
	const struct amendment_line *amendments;
	size_t amendments_n;
	const struct figure_line *figures; /* frozen ones */
	size_t figures_n;
	bool is_frozen, target_met, has_services, outline_unverified;
	int64_t journal_size;
	struct str journal_root;
	struct share online;
	const struct record_link *steps;
	size_t steps_n;
	const struct record_line *lines;
	size_t lines_n;
	struct url pdf, odt; /* empty: not before the first submission */
};
/* Texts beside the one that is written. */
struct beside_text {
	struct str name, text;
};
struct write_view {
	struct str agency, name, mark, title, ask, text, problem;
	int year;
	bool needed;
	struct url action, back;
	const struct figure_line *figures;
	size_t figures_n;
	daynum from, to;
	instant as_of;
	const struct beside_text *beside;
	size_t beside_n;
	bool is_suggested; /* the text was made from the figures */
	int64_t most;
};
