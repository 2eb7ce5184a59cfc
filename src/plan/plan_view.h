#pragma once
/* What the templates of plans show. */
#include "plan/plan_inspection.h"
#include "plan/plan_reform.h"
#include "portal/portal.h"
#include "record/record_view.h"
#include "site/site.h"

/* A row of the list of plans. */
struct plan_list_row {
	struct url to;
	struct str title, sign, agency, kind, state;
	enum tone tone;
	int year;
	daynum date;
	int64_t tasks, done, overdue, units;
	bool has_tasks;
};
/* A link that may be the chosen one. */
struct plan_chip {
	struct url to;
	struct str name;
	bool chosen;
};
enum { PLAN_NEW_LINKS = 3 };
struct plan_list_view {
	struct url action;
	const struct plan_chip *kinds; /* of plans, and all */
	size_t kinds_n;
	const struct choice *years;
	size_t years_n;
	struct str agency_typed, problem;
	const struct plan_list_row *rows;
	size_t rows_n;
	int64_t total;
	struct pager pager;
	struct record_link news[PLAN_NEW_LINKS]; /* plans that whoever is signed in may draft */
	size_t news_n;
};

/* What stands above every plan. */
struct plan_head_view {
	struct str kind, title, sign, state, agency, issuer, notice;
	enum tone tone;
	int year;
	daynum date;
	const struct record_link *links;
	size_t links_n;
	const struct record_line *history;
	size_t history_n;
	struct record_link files[4]; /* the plan as a document, its tasks as a table */
	size_t files_n;
};
/* A piece of text as lines, each perhaps a link. */
struct plan_line {
	struct str text;
	bool is_link;
	struct url to;
};
struct plan_report_line {
	daynum day;
	int percent;
	struct str note, reason;
};
struct plan_task_row {
	int item;
	struct str id, title, result, area, owner, person, standing, why_open, why_changed;
	enum deadline_look look;
	daynum due, first_due, done;
	int percent;
	const struct plan_line *evidence;
	size_t evidence_n;
	const struct plan_report_line *reports; /* the newest first */
	size_t reports_n;
	struct record_link steps[4]; /* about this task */
	size_t steps_n;
};
/* The tasks of one area. */
struct plan_task_group {
	struct str name;
	const struct plan_task_row *tasks;
	size_t n;
};
/* Sums of tasks: of one area, of one agency. */
struct plan_sum_row {
	struct str name;
	struct plan_sum sum;
};
struct plan_reform_view {
	struct plan_head_view head;
	const struct plan_line *basis;
	size_t basis_n;
	struct str purpose, note, why_withdrawn;
	daynum on;
	struct str on_typed, problem; /* the day as typed, and what is wrong with it */
	struct url action;
	struct plan_sum all;
	const struct plan_sum_row *areas, *owners;
	size_t areas_n, owners_n;
	const struct plan_task_group *groups;
	size_t groups_n, tasks_n;
	const struct plan_task_row *const *urgent; /* overdue or due soon, by due day */
	size_t urgent_n;
};
struct plan_unit_row {
	struct str name, planned, method, why_changed, visit;
	struct url to; /* to its inspection; empty: none yet */
	enum tone tone;
	struct record_link steps[2];
	size_t steps_n;
};
struct plan_body_row {
	struct str name, duty;
};
struct plan_inspection_view {
	struct plan_head_view head;
	const struct plan_line *basis;
	size_t basis_n;
	struct str scope, method, note, why_withdrawn;
	daynum from, to;
	const struct str *content;
	size_t content_n;
	const struct plan_unit_row *units;
	size_t units_n, visited;
	bool knows_visits;
	const struct plan_body_row *bodies;
	size_t bodies_n;
};

/* part of whole in percent, for the sizes of bars. */
static inline double plan_share(int part, int whole)
{
	return whole > 0 ? 100.0 * part / whole : 0;
}
