#pragma once
/*
 * The yearly plan of inspections of administrative reform (kế hoạch kiểm tra cải cách hành chính), like
 * "1296/KH-SNV ngày 27/6/2022": of the whole province, so its records have no agency. Inspections refer to a
 * plan by its record number and to a unit in it by the unit's code (plan_inspection_unit()).
 */
#include "plan/plan_rules.h"

enum {
	INSPECTION_PLAN_TITLE,
	INSPECTION_PLAN_YEAR,
	INSPECTION_PLAN_SIGN,
	INSPECTION_PLAN_DATE,
	INSPECTION_PLAN_ISSUER,
	INSPECTION_PLAN_BASIS,
	INSPECTION_PLAN_SCOPE,
	INSPECTION_PLAN_FROM,
	INSPECTION_PLAN_TO,
	INSPECTION_PLAN_METHOD,
	INSPECTION_PLAN_CONTENT, /* seven flags, by area */
	INSPECTION_PLAN_ITEM = INSPECTION_PLAN_CONTENT + PLAN_AREAS,
	INSPECTION_PLAN_UNIT,
	INSPECTION_PLAN_MONTH,
	INSPECTION_PLAN_DAY,
	INSPECTION_PLAN_BODY,
	INSPECTION_PLAN_DUTY,
	INSPECTION_PLAN_NOTE,
	INSPECTION_PLAN_REASON,
	INSPECTION_PLAN_FIELDS
};
enum {
	INSPECTION_PLAN_BEGIN,
	INSPECTION_PLAN_REVISE,
	INSPECTION_PLAN_ADD_UNIT,
	INSPECTION_PLAN_REMOVE_UNIT,
	INSPECTION_PLAN_ADD_BODY,
	INSPECTION_PLAN_REMOVE_BODY,
	INSPECTION_PLAN_ISSUE,
	INSPECTION_PLAN_AMEND_ADD,
	INSPECTION_PLAN_AMEND_UNIT,
	INSPECTION_PLAN_AMEND_DROP,
	INSPECTION_PLAN_CLOSE,
	INSPECTION_PLAN_WITHDRAW,
	INSPECTION_PLAN_VERBS
};
enum {
	INSPECTION_PLAN_NONE,
	INSPECTION_PLAN_DRAFT,
	INSPECTION_PLAN_ISSUED,
	INSPECTION_PLAN_CLOSED,
	INSPECTION_PLAN_WITHDRAWN,
	INSPECTION_PLAN_STATES
};
extern const struct record_kind plan_inspection_kind;

enum plan_method { PLAN_DIRECT, PLAN_BY_REPORT, PLAN_UNANNOUNCED, PLAN_METHODS };
/* As in the journal: "direct", "by_report", "unannounced"; ends with an empty one. */
extern const struct record_word plan_method_words[PLAN_METHODS + 1];
enum plan_duty { PLAN_LEADS, PLAN_TAKES_PART, PLAN_DUTIES };
extern const struct record_word plan_duty_words[PLAN_DUTIES + 1];

struct plan_unit {
	struct str code; /* of the agency to be inspected */
	int month;       /* 1 to 12: planned in that month of the plan's year */
	daynum day;      /* planned on that day; DAYNUM_NONE: within the month */
	bool has_method; /* its own; else the plan's */
	enum plan_method method;
	struct str why_changed; /* the reason of the newest amendment; empty: never amended */
	bool gone;              /* taken out again: not to be inspected under this plan */
};
struct plan_body {
	struct str code; /* of an agency or unit that sends people into the team */
	enum plan_duty duty;
	bool gone;
};
struct plan_inspection {
	struct record_base base;
	struct str title, sign, issuer, basis, scope, note, why_withdrawn;
	int year;
	daynum date;
	daynum from, to; /* the period that is inspected, both days counted; DAYNUM_NONE in a draft */
	bool has_method;
	enum plan_method method;
	unsigned content;      /* areas to be inspected: bit 1 << area */
	int units_n, bodies_n; /* units[i] is item i + 1, bodies[i] likewise; some are gone */
	struct plan_unit units[LIMIT_PLAN_UNITS];
	struct plan_body bodies[LIMIT_PLAN_BODIES];
};
void plan_inspection_apply(void *state, const struct record_event *e);
/* env is a struct plan_env. */
struct record_refusal plan_inspection_decide(
	const void *state, const struct record_event *e, const void *env);

/* The unit of that code which is to be inspected; NULL when it is not in the plan (any more). */
const struct plan_unit *plan_inspection_unit(const struct plan_inspection *p, struct str code);
/* Inspections may be held under it: it is issued and not yet closed. */
bool plan_inspection_is_open(const struct plan_inspection *p);
/* How many units are to be inspected. */
int plan_inspection_units(const struct plan_inspection *p);
enum plan_method plan_unit_method(const struct plan_inspection *p, const struct plan_unit *u);
/* The last day of what was planned for a unit: its day, or the end of its month. */
daynum plan_unit_last_day(const struct plan_inspection *p, const struct plan_unit *u);
