#pragma once
/*
 * What can happen to a dossier, and what one event of it says. The table is the law's: which command is
 * allowed in which states, what comes of it, who may give it, on what ground. Each accepted command becomes
 * one event, the public part of one journal entry (dossier_entry.h); a dossier is its events folded with
 * dossier_apply().
 */
#include "dossier/dossier.h"

/* clang-format off */
#define IN(name) (1u << DOSSIER_##name)
#define DOSSIER_IN_PROGRESS (IN(ACCEPTED) | IN(PROCESSING) | IN(WAITING_SUPPLEMENT) | IN(WAITING_PAYMENT))
#define DOSSIER_ENDED (IN(RESOLVED) | IN(WITHDRAWN) | IN(STOPPED) | IN(RETURNED))
#define DOSSIER_ANY_LIVE (IN(SUBMITTED) | IN(DECLINED) | DOSSIER_IN_PROGRESS | DOSSIER_ENDED)
#define DESK (ROLE_BIT(CLERK) | ROLE_BIT(HEAD_OF_UNIT))
#define WORK (ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT))
#define SIGN (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER))

/* name, text in the journal, allowed in, state after, who may (a program that acts for people always may), needs a
 * reason, legal basis (DOSSIER_BASES) */
#define DOSSIER_COMMANDS(X) \
	X(SUBMIT, "submit", IN(NONE), IN(SUBMITTED), \
		ROLE_BIT(APPLICANT) | DESK, false, ND61_16) \
	X(ACCEPT, "accept", IN(SUBMITTED), IN(ACCEPTED), \
		DESK, false, ND61_17_1C) \
	X(DECLINE, "decline", IN(SUBMITTED) | IN(WAITING_SUPPLEMENT), IN(DECLINED), \
		DESK, true, ND61_17_1B) \
	X(REQUEST_SUPPLEMENT, "request_supplement", \
		IN(SUBMITTED) | IN(ACCEPTED) | IN(PROCESSING), IN(WAITING_SUPPLEMENT), \
		DESK | WORK, true, ND61_19_4) \
	X(RECEIVE_SUPPLEMENT, "receive_supplement", IN(WAITING_SUPPLEMENT), IN(SUBMITTED) | IN(PROCESSING), \
		DESK, false, ND61_19_4) \
	X(START, "start", IN(ACCEPTED), IN(PROCESSING), \
		WORK, false, ND61_19_1) \
	X(WAIT_PAYMENT, "wait_payment", IN(ACCEPTED) | IN(PROCESSING), IN(WAITING_PAYMENT), \
		DESK | WORK, true, SECTOR_LAW) \
	X(RECEIVE_PAYMENT, "receive_payment", IN(WAITING_PAYMENT), IN(PROCESSING), \
		DESK | WORK, false, SECTOR_LAW) \
	X(APOLOGISE, "apologise", IN(ACCEPTED) | IN(PROCESSING), IN(ACCEPTED) | IN(PROCESSING), \
		SIGN, true, ND61_19_9) \
	X(APPROVE, "approve", IN(ACCEPTED) | IN(PROCESSING), IN(RESOLVED), \
		SIGN, false, ND61_19_3) \
	X(REFUSE, "refuse", DOSSIER_IN_PROGRESS, IN(RESOLVED), \
		SIGN, true, ND61_19_8) \
	X(WITHDRAW, "withdraw", IN(SUBMITTED) | DOSSIER_IN_PROGRESS, IN(WITHDRAWN), \
		ROLE_BIT(APPLICANT) | DESK, false, PORTAL_7) \
	X(STOP, "stop", DOSSIER_IN_PROGRESS, IN(STOPPED), \
		SIGN, true, TT03_05) \
	X(RETURN, "return", IN(RESOLVED) | IN(WITHDRAWN) | IN(STOPPED), IN(RETURNED), \
		DESK, false, ND61_20) \
	X(CORRECT, "correct", DOSSIER_ANY_LIVE, DOSSIER_ANY_LIVE, \
		SIGN, true, ND61_21) \
	X(ANNUL, "annul", DOSSIER_IN_PROGRESS | DOSSIER_ENDED, IN(ANNULLED), \
		SIGN, true, ND61_21)

#define DOSSIER_BASES(X) /* the citations stand in dossier.*.msg */ \
	X(ND61_16) X(ND61_17_1B) X(ND61_17_1C) X(ND61_19_1) X(ND61_19_3) X(ND61_19_4) X(ND61_19_8) X(ND61_19_9) \
	X(ND61_20) X(ND61_21) X(TT03_05) X(PORTAL_7) X(SECTOR_LAW)

#define X(name, ...) VERB_##name,
enum dossier_verb { DOSSIER_COMMANDS(X) DOSSIER_VERB_N };
#undef X
#define X(name) BASIS_##name,
enum dossier_basis { DOSSIER_BASES(X) BASIS_N };
#undef X
/* clang-format on */

/* One row of the table. */
struct dossier_rule_row {
	unsigned from, to; /* sets of states */
	unsigned roles;
	bool needs_reason;
	enum dossier_basis basis;
};
const struct dossier_rule_row *dossier_rule_of(enum dossier_verb v);
/* "dossier.accept": the kind of a journal entry, and back. */
struct str dossier_verb_text(enum dossier_verb v);
must_check bool dossier_verb_from(struct str text, enum dossier_verb *out);

/* A commitment to what is not public about one person (or to free words): journal/journal_store.h seals it.
 */
struct dossier_person {
	struct str as;         /* "applicant", "actor", "note" */
	struct str commitment; /* base64 of the SHA-256, 44 characters */
};
enum { DOSSIER_MAX_PERSONS = 4 };

/* Everything of it is public. A follower needs nothing else to fold a dossier. */
struct dossier_event {
	enum dossier_verb verb;
	enum dossier_state before, state;
	instant happened, recorded;
	enum role by;
	struct str code, agency, procedure;
	int64_t procedure_version;
	enum channel channel;
	struct due due_before, due; /* in force before and after */
	enum due_rule rule;         /* what a new deadline came from; DUE_RULE_NONE when it stays */
	int64_t calendar;           /* and the calendar version it was computed with */
	enum outcome outcome;       /* after; OUTCOME_NONE while in progress */
	enum reason reason;
	const struct dossier *facts; /* CORRECT: all facts as now believed; else NULL */
	int persons_n;
	struct dossier_person persons[DOSSIER_MAX_PERSONS]; /* sorted by as */
};

/* Whether the command is allowed in the state that d is in. */
must_check bool dossier_allows(const struct dossier *d, enum dossier_verb v);
/* The state after an allowed command; facts are those of a correction. */
enum dossier_state dossier_state_after(
	const struct dossier *d, enum dossier_verb v, const struct dossier *facts);
enum outcome dossier_outcome_after(const struct dossier *d, enum dossier_verb v, const struct dossier *facts);

/* Whether e can be the next event of d: its state, code, deadline and times fit, and there is room. An entry
 * that does not fit is a broken journal. */
must_check bool dossier_fits(const struct dossier *d, const struct dossier_event *e);
/* The dossier after e, which must fit. Its strings are those of its SUBMIT, ACCEPT or CORRECT event. */
struct dossier dossier_apply(struct dossier d, const struct dossier_event *e);

/* Whether facts are well-formed: state, times, waits, deadlines and outcome agree with each other. */
must_check bool dossier_well_formed(const struct dossier *d);
/* The newest instant that the facts hold. */
instant dossier_last_instant(const struct dossier *d);
/* Whether a correction from one to the other would change nothing. */
bool dossier_same_facts(const struct dossier *a, const struct dossier *b);
