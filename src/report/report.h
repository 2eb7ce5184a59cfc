#pragma once
/*
 * A periodic report of an agency as a record: opened for one obligation, written section by section,
 * submitted with the system's figures of agency and period frozen beside the texts, accepted or returned by
 * the receiving body, submitted again as a new version. After acceptance only amendments are appended.
 */
#include "record/record.h"
#include "report/outline.h"

/* clang-format off */
#define REPORT_FIELDS(X) \
	X(REGIME) X(NAME) X(SERIES) X(YEAR) X(TURN) X(FROM) X(TO) X(DUE) X(OUTLINE) X(CONSOLIDATED) \
	X(SECTION) X(TEXT) X(VERSION) X(REASON) X(JOURNAL_SIZE) X(JOURNAL_ROOT)
/* clang-format on */
#define X(name) REPORT_F_##name,
enum report_field { REPORT_FIELDS(X) REPORT_F_FIGURES };
#undef X
/* The figures are fields of their own, behind the others. */
enum { REPORT_FIELD_N = REPORT_F_FIGURES + REPORT_FIGURE_N };
enum report_verb {
	REPORT_OPEN,
	REPORT_WRITE, /* one section; the newest text counts */
	REPORT_SUBMIT,
	REPORT_ACCEPT,
	REPORT_RETURN,
	REPORT_AMEND,
	REPORT_VERBS
};
enum report_state {
	REPORT_NONE,
	REPORT_DRAFT,
	REPORT_SUBMITTED,
	REPORT_RETURNED,
	REPORT_ACCEPTED,
	REPORT_STATES
};
extern const struct record_kind report_kind;

enum report_fate { FATE_WAITING, FATE_RETURNED, FATE_ACCEPTED };
struct report_version {
	instant at; /* submitted */
	struct report_figures figures;
	enum report_fate fate;
	instant decided_at;
	struct str reason; /* why it was returned */
};
struct report_amendment {
	instant at;
	int section; /* 0: of the whole */
	struct str text;
};
struct report {
	struct record_base base;
	struct str regime, name, series;
	int year, turn;
	daynum from, to, due;
	const struct outline *outline;
	bool consolidated;                          /* of the province, from the reports of its agencies */
	struct str sections[LIMIT_REPORT_SECTIONS]; /* by number of the section, less 1 */
	struct report_version versions[LIMIT_REPORT_VERSIONS];
	int versions_n;
	struct report_amendment amendments[LIMIT_REPORT_AMENDMENTS];
	int amendments_n;
};
void report_apply(void *state, const struct record_event *e);

/* What decide needs to know beside the report. */
struct report_env {
	int64_t other; /* number of another report for the same obligation; 0: none */
};
struct record_refusal report_decide(const void *state, const struct record_event *e, const void *env);
/* The first needed section that is empty, from 1; 0: none. */
int report_empty_section(const struct report *r);
/* Day of the first submission; DAYNUM_NONE: none yet. */
daynum report_first_day(const struct report *r);
/* The texts as version v (from 1) had them: how many of the events that is. */
int report_events_of_version(const struct record_event *events, int n, int version);

/* Sets the figures' fields of an event. */
void report_put_figures(struct arena *a, const struct report_figures *f, struct record_event *e);
struct report_figures report_figures_of(const struct record_event *e);

/* A reminder (đôn đốc) by the receiving body: a record of its own, because the report may not be begun yet.
 */
enum {
	REMINDER_F_REGIME,
	REMINDER_F_NAME,
	REMINDER_F_YEAR,
	REMINDER_F_TURN,
	REMINDER_F_DUE,
	REMINDER_FIELDS
};
enum { REMINDER_SEND, REMINDER_VERBS };
enum { REMINDER_NONE, REMINDER_SENT, REMINDER_STATES };
extern const struct record_kind reminder_kind;
struct reminder {
	struct record_base base;
	struct str regime, name;
	int year, turn;
	daynum due;
};
struct reminder_env {
	bool today; /* the same was sent on the same day already */
};
void reminder_apply(void *state, const struct record_event *e);
struct record_refusal reminder_decide(const void *state, const struct record_event *e, const void *env);
