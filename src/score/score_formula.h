#pragma once
/*
 * How a component of a criteria set is scored from a figure of the system. All is integer arithmetic: points
 * in hundredths of a point, shares in hundredths of a percent. The usual forms of such formulas (domain.md
 * 5.1, 5.2): proportional to a target with a floor, steps, all or nothing.
 */
#include "base/limits.h"
#include "base/str.h"

/* clang-format off */
#define SCORE_METHODS(X) /* name, text in files and journal */ \
	X(BY_PEOPLE,    "people")       /* people score, by the evidence */ \
	X(PROPORTIONAL, "proportional") /* min(max, max * share / target); 0 below the floor */ \
	X(STEPS,        "steps")        /* the points of the highest step that the share reaches */ \
	X(ALL,          "all")          /* the maximum when nothing is lacking, else 0 */

/* What the system can measure of an agency and year. Each is a share of which more is better: so much of so
 * many. */
#define SCORE_INDICATORS(X) /* name, text in files and journal */ \
	X(NONE,             "")                     \
	X(RESOLVED_IN_TIME, "resolved_in_time")     /* of the resolved dossiers, those not late */ \
	X(NOT_OVERDUE,      "not_overdue")          /* of all received, those that are not overdue now */ \
	X(ONLINE_DOSSIERS,  "online_dossiers")      /* of the new dossiers, those submitted online */ \
	X(ONLINE_SERVICES,  "online_services_used") /* of the online services, those with a dossier */ \
	X(FEEDBACK_ANSWERED, "feedback_answered")   /* of the feedback, what was answered */ \
	X(REPORTS_IN_TIME,  "reports_in_time")      /* of the reports owed, those in time */ \
	X(TASKS_DONE,       "plan_tasks_done")      /* of the tasks of the plan, those done */ \
	X(PROCEDURE_CODES,  "procedure_codes")      /* of the procedures, those with their national code */ \
	X(PROCEDURE_BASIS,  "procedure_basis")      /* of the procedures, those with their legal basis */
/* clang-format on */
#define X(name, text) SCORE_##name,
enum score_method { SCORE_METHODS(X) SCORE_METHOD_N };
#undef X
#define X(name, text) SCORE_OF_##name,
enum score_indicator { SCORE_INDICATORS(X) SCORE_INDICATOR_N };
#undef X
struct str score_method_text(enum score_method m);
must_check bool score_method_from(struct str text, enum score_method *out);
struct str score_indicator_text(enum score_indicator i);
/* "" is SCORE_OF_NONE. */
must_check bool score_indicator_from(struct str text, enum score_indicator *out);

enum { SCORE_WHOLE = 10000, SCORE_POINT = 100 }; /* 100 %; one point */
/* So much of so many, 0 <= part <= whole. Not known: the system has no data, which is never a good result. */
struct score_fact {
	bool known;
	int64_t part, whole;
};
struct score_step {
	int64_t share, points; /* reached from this share on */
};
struct score_formula {
	enum score_method method;
	int64_t max;                                /* hundredths of a point */
	int64_t target, floor;                      /* of SCORE_PROPORTIONAL; target above 0 */
	struct score_step steps[LIMIT_SCORE_STEPS]; /* the highest share first */
	int steps_n;
};
/* A fact is usable: known, not out of nothing, balanced. */
bool score_fact_is_sound(const struct score_fact *fact);
/* The points, rounded to the nearest hundredth, a half upwards. False when there are none: scored by people,
 * or no data. */
must_check bool score_formula_points(
	const struct score_formula *f, const struct score_fact *fact, int64_t *points);
/* The share in hundredths of a percent, cut off: 99.999 % is shown as 99.99, never as 100. */
int64_t score_share(const struct score_fact *fact);

/* "98:4;95:3.5": shares in percent with the points from there on. False for anything else, more than
 * LIMIT_SCORE_STEPS, or shares or points that do not fall. */
must_check bool score_steps_from(struct str text, struct score_formula *out);
struct str score_steps_text(struct arena *a, const struct score_formula *f);
/* "9.5" or "9,5" as 950: at most two decimals, not negative, at most `most` hundredths. */
must_check bool score_hundredths_from(struct str text, int64_t most, int64_t *out);
