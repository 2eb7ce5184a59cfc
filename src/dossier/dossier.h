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
/* clang-format on */

enum wait_kind { WAIT_SUPPLEMENT, WAIT_PAYMENT, WAIT_N };

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
};

/* Whether figures count it at all: accepted and not annulled. */
static inline bool dossier_counts(const struct dossier *d)
{
	return d->accepted_at != INSTANT_NONE && d->state != DOSSIER_ANNULLED;
}
