#pragma once
/*
 * Periodic reports (chế độ báo cáo định kỳ): who owes which report to whom by when. A regime is data of the
 * catalogue, in versions like an agency; what an agency owes in a year, and how late a report is, follows
 * from regimes and the calendar alone. Cut-offs: Nghị định 09/2019/NĐ-CP, article 12 (domain.md 3.1).
 */
#include "agency/agency.h"
#include "base/limits.h"
#include "calendar/calendar.h"

/* clang-format off */
#define REPORT_PERIODS(X) /* name, text, last month of the one before it, last month (0: any, a report each month) */ \
	X(MONTH,     "month",     0,  0)  \
	X(QUARTER_1, "quarter_1", 12, 3)  \
	X(QUARTER_2, "quarter_2", 3,  6)  \
	X(HALF_1,    "half_1",    12, 6)  \
	X(QUARTER_3, "quarter_3", 6,  9)  \
	X(HALF_2,    "half_2",    6,  12) \
	X(QUARTER_4, "quarter_4", 9,  12) \
	X(YEAR,      "year",      12, 12)
#define REPORT_ROLLS(X) /* a due day that is none of work */ \
	X(NEXT,     "next_working_day")     /* Bộ luật Dân sự 2015, article 148(5): the end of the next one */ \
	X(PREVIOUS, "previous_working_day") \
	X(KEEP,     "as_it_is")
#define REPORT_TRUSTS(X) \
	X(UNVERIFIED, "unverified") /* recalled or assumed: pages say so */ \
	X(VERIFIED,   "verified")   \
	X(SYNTHETIC,  "synthetic")  /* invented for a demonstration */
/* clang-format on */
#define X(name, ...) REPORT_PERIOD_##name,
enum report_period { REPORT_PERIODS(X) REPORT_PERIOD_N };
#undef X
#define X(name, text) REPORT_ROLL_##name,
enum report_roll { REPORT_ROLLS(X) REPORT_ROLL_N };
#undef X
#define X(name, text) REPORT_TRUST_##name,
enum report_trust { REPORT_TRUSTS(X) REPORT_TRUST_N };
#undef X
struct str report_period_text(enum report_period p);
must_check bool report_period_from(struct str text, enum report_period *out);
struct str report_roll_text(enum report_roll r);
must_check bool report_roll_from(struct str text, enum report_roll *out);
struct str report_trust_text(enum report_trust t);
must_check bool report_trust_from(struct str text, enum report_trust *out);

enum { REPORT_CUTOFF_DAY = 14 };     /* a period ends on the 14th and the next one begins on the 15th */
#define REPORT_TO_PARENT S("parent") /* receiver: the body above the one that owes */

struct report_regime {
	struct validity valid; /* asked for the last day of a period */
	struct str code, name; /* "CCHC.SO.Q1", "Báo cáo cải cách hành chính quý I" */
	struct str series;     /* reports that are seen side by side: "CCHC" */
	/* Who: items separated by ';', each "level", "level/kind" or "code:…" of an agency. */
	struct str owes;
	struct str receiver; /* code of an agency, or REPORT_TO_PARENT */
	struct str outline;  /* code of an outline (report/outline.h) */
	struct str basis, note;
	enum report_period period;
	int due_day, due_months; /* the 15th of the first month after the period's last: 15, 1 */
	enum report_roll roll;
	enum report_trust trust;
};
/* Everything that a version says, but for its entry and its note. */
bool report_regime_same(const struct report_regime *a, const struct report_regime *b);
/* Whether owes can be read. */
bool report_owes_valid(struct str owes);
/* Whether it means that agency; *by_code: by its code. */
bool report_owes(struct str owes, const struct agency_version *who, bool *by_code);

/* Versions by code and then by the order of validity_cmp. Zero is an empty list. */
struct report_regimes {
	const struct report_regime *list;
	const struct validity *valid; /* of each */
	int n;
};
struct report_regimes report_regimes_of(struct arena *a, const struct report_regime *versions, int n);
/* The version of code in force on day; NULL: none. */
const struct report_regime *report_regime_on(const struct report_regimes *r, struct str code, daynum day);

/* First and last day of a period. turn: 1, of monthly reports the month. */
struct report_span {
	daynum from, to;
};
struct report_span report_span(enum report_period p, int year, int turn);
/* How many a year: 12 or 1. */
int report_turns(enum report_period p);
/* The due day as the regime says it, before the calendar is asked. */
daynum report_due_nominal(const struct report_regime *r, int year, int turn);

/* One report that an agency owes. */
struct obligation {
	const struct report_regime *regime;
	int agency; /* number in the tree */
	int year, turn;
	daynum from, to;
	daynum nominal, due; /* before and after it moved off a day without work */
};
struct obligation obligation_of(const struct report_regime *r, int year, int turn, const struct calendar *c);
/* What an agency owes for a year, by due day and code. Asked on the last day of each period: who the agency
 * is and which regime holds. Of two regimes of one series for one period the one that names the agency by
 * code counts, else the first by code, so that nobody owes a report twice; nor does anybody to itself. At
 * most OBLIGATIONS_A_YEAR. */
enum { OBLIGATIONS_A_YEAR = 64 };
int obligations_of_agency(const struct report_regimes *r, const struct agency_tree *tree, int agency,
	int year, const struct calendar *c, struct obligation out[OBLIGATIONS_A_YEAR]);

/* clang-format off */
#define REPORT_STANDINGS(X) \
	X(RUNNING) /* the period has not ended */ \
	X(OPEN)    /* to be written; more than DUE_SOON_WORKING_DAYS left */ \
	X(SOON)    \
	X(OVERDUE) \
	X(IN_TIME) \
	X(LATE)    /* submitted after the due day */
/* clang-format on */
#define X(name) STANDING_##name,
enum report_standing { REPORT_STANDINGS(X) REPORT_STANDING_N };
#undef X
enum { DUE_SOON_WORKING_DAYS = 5 };
struct punctuality {
	enum report_standing standing;
	int days, working_days; /* late or overdue by; left when not yet due; 0 in time */
};
/* submitted: the day of the first submission, DAYNUM_NONE: none yet. A report that came back for rework keeps
 * the day on which it was first there. The due day counts to its end (Bộ luật Dân sự 2015, article 148(6)).
 */
struct punctuality obligation_punctuality(
	const struct obligation *o, daynum submitted, daynum today, const struct calendar *c);

/* A year of an agency in numbers. */
struct punctuality_year {
	int64_t owed;      /* due until today, or submitted */
	int64_t submitted; /* in_time + late */
	int64_t in_time, late;
	int64_t days_late; /* sum over those submitted late, calendar days */
	int64_t missing;   /* overdue: not submitted to this day */
};
void punctuality_add(struct punctuality_year *y, const struct punctuality *p);
