#pragma once
/*
 * The yearly plan of administrative reform (kế hoạch cải cách hành chính năm), of the province and of each
 * agency: two kinds of records with the same fields, steps and states. They differ in who takes the steps,
 * and a plan of the province has no agency.
 */
#include "plan/plan_rules.h"

enum {
	REFORM_TITLE,
	REFORM_YEAR,
	REFORM_SIGN,
	REFORM_DATE,
	REFORM_ISSUER,
	REFORM_BASIS,
	REFORM_PURPOSE,
	REFORM_ITEM,
	REFORM_AREA,
	REFORM_TASK,
	REFORM_RESULT,
	REFORM_OWNER,
	REFORM_PERSON,
	REFORM_DUE,
	REFORM_PERCENT,
	REFORM_DAY,
	REFORM_EVIDENCE,
	REFORM_NOTE,
	REFORM_REASON,
	REFORM_FIELDS
};
enum {
	REFORM_BEGIN,
	REFORM_REVISE,
	REFORM_ADD,
	REFORM_CHANGE,
	REFORM_REMOVE,
	REFORM_ISSUE,
	REFORM_PROGRESS,
	REFORM_EXPLAIN,
	REFORM_AMEND_ADD,
	REFORM_AMEND,
	REFORM_DROP,
	REFORM_CLOSE,
	REFORM_WITHDRAW,
	REFORM_VERBS
};
enum { REFORM_NONE, REFORM_DRAFT, REFORM_ISSUED, REFORM_CLOSED, REFORM_WITHDRAWN, REFORM_STATES };
extern const struct record_kind plan_province_kind, plan_agency_kind;

struct plan_task {
	int area;
	struct str title, result, owner, person; /* owner: the code of an agency or unit */
	struct str evidence, note;               /* of the newest report that gave them */
	struct str why_open;                     /* why it is not finished, said before the plan is closed */
	struct str why_changed; /* the reason of the newest amendment; empty: never amended */
	daynum due, first_due;  /* now, and as it was first planned */
	int percent;            /* done, 0 to 100 */
	daynum reported;        /* the day of the newest report */
	daynum done;            /* the day from which it is at 100; none: open */
	bool gone;              /* taken out of the draft, or dropped by an amendment */
};
struct plan_reform {
	struct record_base base;
	struct str title, sign, issuer, basis, purpose, note, why_withdrawn;
	int year;
	daynum date;
	int tasks_n; /* tasks[i] is item i + 1 */
	struct plan_task tasks[LIMIT_PLAN_TASKS];
};
void plan_reform_apply(void *state, const struct record_event *e);
/* env is a struct plan_env. */
struct record_refusal plan_province_decide(const void *state, const struct record_event *e, const void *env);
struct record_refusal plan_agency_decide(const void *state, const struct record_event *e, const void *env);

/* How a task stands on a day. Only days count: whoever finishes on the due day is in time. */
enum plan_standing {
	PLAN_RUNNING,
	PLAN_SOON,    /* due within PLAN_SOON_DAYS */
	PLAN_OVERDUE, /* quá hạn */
	PLAN_IN_TIME, /* hoàn thành đúng hạn */
	PLAN_LATE,    /* hoàn thành chậm */
	PLAN_STANDINGS
};
enum { PLAN_SOON_DAYS = 15 };
/* done: the day on which it was finished, DAYNUM_NONE when it is not. */
enum plan_standing plan_standing_of(daynum due, daynum done, daynum on);
enum msg plan_standing_name(enum plan_standing s);
/* Tasks by their standing; tasks is the sum of all five. */
struct plan_sum {
	int tasks, by[PLAN_STANDINGS];
	int percent; /* the mean of their percentages, rounded down; of no tasks 0 */
};
/* Of one area, or of all (-1); of one owner, or of all (""). */
struct plan_sum plan_reform_sum(const struct plan_reform *p, int area, struct str owner, daynum on);
