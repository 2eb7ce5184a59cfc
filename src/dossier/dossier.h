#pragma once
/*
 * The dossier (hồ sơ): what is known of it, folded from the public part of its journal entries. Nothing here
 * is personal data. A dossier enters the figures at acceptance and leaves them when it ends (contract,
 * "Figures"); one that was declined, or asked to supplement before acceptance, was never counted (NĐ 61/2018
 * art. 17).
 */
#include "account/role.h"
#include "base/date.h"
#include "calendar/due.h"

/* clang-format off */
#define DOSSIER_STATES(X) /* name, code of the national portal (domain.md 2.1; 0: none), text in the journal */ \
	X(NONE,               0,  "")                   /* before its first event */ \
	X(SUBMITTED,          1,  "submitted")          \
	X(ACCEPTED,           2,  "accepted")           \
	X(DECLINED,           3,  "declined")           \
	X(PROCESSING,         4,  "processing")         \
	X(WAITING_SUPPLEMENT, 5,  "waiting_supplement") \
	X(WAITING_PAYMENT,    6,  "waiting_payment")    \
	X(WITHDRAWN,          7,  "withdrawn")          \
	X(STOPPED,            8,  "stopped")            \
	X(RESOLVED,           9,  "resolved")           \
	X(RETURNED,           10, "returned")           \
	X(ANNULLED,           0,  "annulled")           /* accepted by mistake: never counted from now on */

#define DOSSIER_CHANNELS(X) /* name, code of the national portal (domain.md 1.2), text */ \
	X(COUNTER, 1, "counter") \
	X(ONLINE,  2, "online")  \
	X(POSTAL,  3, "postal")

#define DOSSIER_OUTCOMES(X) \
	X(NONE,      "")          /* in progress */ \
	X(APPROVED,  "approved")  \
	X(REFUSED,   "refused")   \
	X(WITHDRAWN, "withdrawn") \
	X(STOPPED,   "stopped")

#define DOSSIER_DUE_REASONS(X) /* why a deadline came to be in force */ \
	X(ACCEPTANCE, "acceptance") \
	X(SUPPLEMENT, "supplement") /* restart or resume after it came (NĐ 61/2018 art. 19(4)) */ \
	X(PAYMENT,    "payment")    \
	X(APOLOGY,    "apology")    /* once (NĐ 61/2018 art. 19(9)) */

#define DOSSIER_WAITS(X) \
	X(SUPPLEMENT, "supplement") \
	X(PAYMENT,    "payment")

#define DOSSIER_RULES(X) /* what the newest deadline came from */ \
	X(NONE,  "")      /* no deadline yet, or the procedure has none */ \
	X(CIVIL, "civil") /* computed: Civil Code 2015 art. 147-148 */ \
	X(HOURS, "hours") /* computed: working time by the minute */ \
	X(GIVEN, "given") /* stated by an import, and then final */ \
	X(APPOINTED, "appointed") /* by an apology */

#define DOSSIER_REASONS(X) /* the public kind of a reason; its words may name people and are sealed */ \
	X(NONE,           "")               \
	X(INCOMPLETE,     "incomplete")     /* papers missing or not accurate */ \
	X(NOT_COMPETENT,  "not_competent")  /* another agency decides this */ \
	X(NOT_ELIGIBLE,   "not_eligible")   /* the conditions of the procedure are not met */ \
	X(FINANCIAL_DUTY, "financial_duty") /* taxes and fees that the applicant owes first */ \
	X(VERIFICATION,   "verification")   /* checking on the spot takes longer */ \
	X(CONSULTATION,   "consultation")   /* another agency has not answered */ \
	X(WORKLOAD,       "workload")       \
	X(FORCE_MAJEURE,  "force_majeure")  \
	X(NO_ANSWER,      "no_answer")      /* the applicant did not supplement or pay in time */ \
	X(NOT_NEEDED,     "not_needed")     /* what was asked for no longer exists or is no longer needed */ \
	X(DUPLICATE,      "duplicate")      /* entered twice */ \
	X(WRONG_ENTRY,    "wrong_entry")    /* a slip of the pen */ \
	X(OTHER,          "other")

#define X(name, ...) DOSSIER_##name,
enum dossier_state { DOSSIER_STATES(X) DOSSIER_STATE_N };
#undef X
#define X(name, ...) CHANNEL_##name,
enum channel { DOSSIER_CHANNELS(X) CHANNEL_N };
#undef X
#define X(name, ...) OUTCOME_##name,
enum outcome { DOSSIER_OUTCOMES(X) OUTCOME_N };
#undef X
#define X(name, ...) DUE_BY_##name,
enum due_reason { DOSSIER_DUE_REASONS(X) DUE_REASON_N };
#undef X
#define X(name, ...) WAIT_##name,
enum wait_kind { DOSSIER_WAITS(X) WAIT_N };
#undef X
#define X(name, ...) DUE_RULE_##name,
enum due_rule { DOSSIER_RULES(X) DUE_RULE_N };
#undef X
#define X(name, ...) REASON_##name,
enum reason { DOSSIER_REASONS(X) REASON_N };
#undef X
/* clang-format on */

/* A deadline and since when it was in force; it stays so until the next one's since. */
struct dossier_due {
	instant since;
	struct due due;
	enum due_reason reason;
};
/* A time in which the clock stood still, [from, to); to is INSTANT_NONE while it lasts. */
struct dossier_wait {
	enum wait_kind kind;
	instant from, to;
};

enum {
	DOSSIER_MAX_WAITS = 8, /* a second supplement warns; the ninth wait is refused */
	DOSSIER_MAX_DUES = 10, /* acceptance, one per wait, one apology */
};

struct dossier {
	enum dossier_state state;
	int64_t version; /* how many events it has had: an actor must have seen the newest */
	struct str code, agency, procedure; /* agency: the code of the one that processes and is counted */
	int64_t procedure_version;          /* journal position of the catalogue entry it stays on */
	enum channel channel;
	instant submitted_at, accepted_at, ended_at, returned_at; /* INSTANT_NONE: not yet */
	enum outcome outcome;
	int waits_n, dues_n;
	struct dossier_wait waits[DOSSIER_MAX_WAITS]; /* in order, before and after acceptance */
	struct dossier_due dues[DOSSIER_MAX_DUES];    /* in order of since; dues[0] is the first one */
	bool apologised;                              /* re-appointed once */
	enum due_rule rule;                           /* what gave the newest deadline, */
	int64_t calendar; /* and the journal position of the calendar version it was computed with; 0: none */
	instant last_at;  /* when its newest event happened */
};

/* Whether figures count it at all: accepted and not annulled. */
static inline bool dossier_counts(const struct dossier *d)
{
	return d->accepted_at != INSTANT_NONE && d->state != DOSSIER_ANNULLED;
}
/* Texts of the journal and back; false for a text that is none of them. */
struct str dossier_state_text(enum dossier_state x);
must_check bool dossier_state_from(struct str text, enum dossier_state *out);
struct str channel_text(enum channel x);
must_check bool channel_from(struct str text, enum channel *out);
struct str outcome_text(enum outcome x);
must_check bool outcome_from(struct str text, enum outcome *out);
struct str due_reason_text(enum due_reason x);
must_check bool due_reason_from(struct str text, enum due_reason *out);
struct str wait_text(enum wait_kind x);
must_check bool wait_from(struct str text, enum wait_kind *out);
struct str due_rule_text(enum due_rule x);
must_check bool due_rule_from(struct str text, enum due_rule *out);
struct str reason_text(enum reason x);
must_check bool reason_from(struct str text, enum reason *out);
/* The national portal's codes (domain of TrangThaiHoSo, KenhThucHien); 0 for a state it does not know. */
int dossier_state_code(enum dossier_state x);
int channel_code(enum channel x);

/* The deadline that is in force after its newest event; DUE_NONE before acceptance. */
static inline struct due dossier_due_now(const struct dossier *d)
{
	return d->dues_n ? d->dues[d->dues_n - 1].due : (struct due){ 0 };
}
/* Whether it waits for the applicant now; the open wait is the last one. */
static inline bool dossier_is_waiting(const struct dossier *d)
{
	return d->waits_n && d->waits[d->waits_n - 1].to == INSTANT_NONE;
}
