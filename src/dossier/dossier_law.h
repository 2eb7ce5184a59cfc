#pragma once
/*
 * The law of the dossier: decide(dossier, command, rules) is a refusal or an event. Pure: no clock, no
 * memory, no database. What may be done in which state, by whom and on which ground stands in the table of
 * dossier_event.h; here stand the conditions that need more than a table.
 */
#include "calendar/deadline.h"
#include "dossier/dossier_event.h"

/* clang-format off */
#define DOSSIER_REFUSALS(X) /* name, HTTP status; the words are dossier.refusal.NAME and say what to do */ \
	X(NONE,                     200) \
	X(NOT_FOUND,                404) \
	X(CHANGED_MEANWHILE,        409) /* the actor did not see the newest version */ \
	X(WRONG_STATE,              409) \
	X(NOT_YOUR_ROLE,            403) \
	X(REASON_MISSING,           422) /* ND 61/2018 art. 17(1), 19(4), (8), (9): with the reason */ \
	X(HAPPENED_IN_FUTURE,       422) \
	X(HAPPENED_BEFORE_PREVIOUS, 422) \
	X(TOO_MANY_WAITS,           422) /* DOSSIER_MAX_WAITS */ \
	X(NOTHING_TO_MOVE,          422) /* an apology for a dossier without deadline */ \
	X(ALREADY_APOLOGISED,       422) /* ND 61/2018 art. 19(9): not more than once */ \
	X(TOO_LATE_TO_APOLOGISE,    422) /* the same: at the latest one day before the due day */ \
	X(NEW_DAY_NOT_LATER,        422) \
	X(DUE_BEFORE_RECEPTION,     422) \
	X(NO_DEADLINE_POSSIBLE,     422) /* the allowance does not fit its rule, or the calendar ends before it */ \
	X(FACTS_CONTRADICT,         422) /* a correction whose facts cannot all be true */ \
	X(NOTHING_TO_CORRECT,       422) \
	X(IDENTITY_MISSING,         422) /* agency, procedure or code left out */ \
	X(CODE_TAKEN,               409) \
	X(CODE_INVALID,             422) \
	X(CODES_USED_UP,            422) /* all 9999 of an agency's day */

#define DOSSIER_WARNINGS(X) /* said beside the event; the words are dossier.warning.NAME */ \
	X(SECOND_SUPPLEMENT)      /* ND 61/2018 art. 17(1)(a): all at once; the portal counts it as overdue */ \
	X(LATE_SUPPLEMENT_REQUEST) /* ND 61/2018 art. 19(4): within 3 working days of reception */ \
	X(OUTSIDE_OFFICE_HOURS)   \
	X(UNVERIFIED_CALENDAR)    /* the deadline uses a year whose holidays are not known yet */ \
	X(NEW_DAY_OFF)            /* the day that an apology names is no working day */ \
	X(ENDED_LATE)             /* after the deadline in force */ \
	X(NOT_YOUR_ROLE)          /* in history only, as the two below: refusals for a person */ \
	X(LATE_APOLOGY)           \
	X(DUE_BEFORE_RECEPTION)

#define X(name, status) REFUSED_##name,
enum dossier_refusal { DOSSIER_REFUSALS(X) DOSSIER_REFUSAL_N };
#undef X
#define X(name) WARNING_##name,
enum dossier_warning { DOSSIER_WARNINGS(X) DOSSIER_WARNING_N };
#undef X
#define WARNING_BIT(name) (1u << WARNING_##name)
/* clang-format on */
int dossier_refusal_status(enum dossier_refusal r);

enum { SUPPLEMENT_REQUEST_DAYS = 3 }; /* working days; ND 61/2018 art. 19(4) */

struct dossier_command {
	enum dossier_verb verb;
	int64_t seen;     /* the version of the dossier that the actor saw; 0 for SUBMIT */
	instant happened; /* CORRECT: INSTANT_NONE is the newest instant of the facts */
	enum role by;
	enum reason reason;
	struct str code, agency, procedure; /* SUBMIT */
	enum channel channel;               /* SUBMIT */
	bool due_given; /* ACCEPT: due is stated, not computed, and then final (history) */
	struct due due; /* that one; APOLOGISE: the new day or minute */
	const struct dossier
		*facts; /* CORRECT: everything as now believed; code, version, last_at are ignored */
};

/* What else the law needs to know at this moment. */
struct dossier_rules {
	instant now;  /* the time of record */
	bool history; /* past events are entered: rules of a clerk's moment warn */
	int64_t procedure_version;
	struct allowance allow; /* of that version of the procedure */
	enum rule rule;
	enum supplement_rule supplement;
	int cutoff_minute;               /* 0: none */
	const struct calendar *calendar; /* of the agency; required */
	int64_t calendar_version;
};

struct dossier_decision {
	enum dossier_refusal refusal;
	unsigned warnings; /* WARNING_BIT()s; also with an event only */
	struct dossier_event event;
};
struct dossier_decision dossier_decide(
	const struct dossier *d, const struct dossier_command *cmd, const struct dossier_rules *rules);

/* The deadline as computed after reception, a supplement or a payment that came at `happened`; for decide. A
 * deadline that had passed before the wait began stays; one that an apology appointed is never made earlier.
 */
struct dossier_deadline {
	struct due due;
	enum due_rule rule;
	bool verified;
};
must_check bool dossier_deadline_of(const struct dossier *d, const struct dossier_command *cmd,
	const struct dossier_rules *rules, struct dossier_deadline *out);
