#pragma once
/*
 * An inspection as its events make it, and what the law says of the next one. Items are numbered from 1 in
 * the order of their events; [0] of the lists holds number 1. Strings are those of the events.
 */
#include "account/permission.h"
#include "inspection/inspection_tables.h"

struct inspection_member {
	struct str name, position, body;
	enum inspection_part part;
	bool released; /* for a conflict of interest; reason says which */
	struct str reason;
};
struct inspection_attendant {
	enum inspection_side side;
	struct str name, position, body;
};
/* A file of evidence: its hash, empty when there is none, and its name, empty when that was erased. */
struct inspection_file {
	struct str hash, name;
};
struct inspection_finding {
	int area;
	enum inspection_severity severity;
	struct str text, evidence, explanation, explanation_evidence;
	struct inspection_file file, explanation_file;
	bool dropped;
	struct str reason;
};
enum inspection_remedy { REMEDY_OPEN, REMEDY_ACCEPTED, REMEDY_REPORTED, REMEDY_VERIFIED, REMEDY_DROPPED };
struct inspection_recommendation {
	int finding; /* 0: of none in particular */
	struct str text, owner;
	daynum first_deadline, deadline; /* by the end of that day */
	enum inspection_remedy state;
	struct str commitment, report, evidence, verdict, sent_back, reason;
	struct inspection_file file; /* of the newest report of remedy */
	daynum accepted_on, reported_on, verified_on, reminded_on;
	int reminders;
};
struct inspection_proposal {
	struct str text, addressee, answer, answer_number;
	daynum answered_on;
	bool answered;
};
struct inspection_check {
	struct str dossier, text;
	enum inspection_result result;
	bool checked;
};
struct inspection_criterion {
	struct str code, text, evidence;
	enum inspection_answer answer;
	int64_t points; /* hundredths */
};
struct inspection_amendment {
	int document;
	struct str text, reason;
	daynum on;
};
struct inspection_figures {
	bool given; /* anything was said */
	bool known[INSPECTION_FIGURE_N];
	int64_t n[INSPECTION_FIGURE_N];
};
/* Number and date of a document. */
struct inspection_paper {
	struct str number;
	daynum date;
};
struct inspection_signature {
	struct str name, position;
	instant at;
};

struct inspection {
	struct record_base base; /* base.agency is the unit */
	struct str title, plan_number;
	int64_t plan;
	enum inspection_method method;
	daynum period_from, period_to, plan_date;
	bool declared_only; /* the unit's dossiers are not in this system */
	struct inspection_paper decision, notice, report, conclusion;
	struct str place, notice_text, report_text, conclusion_text, unit_remark, cancelled_for, closing_text;
	instant from, to, begun_at;
	struct inspection_figures declared, computed;
	struct inspection_file report_file;
	int declarations;     /* how often the unit declared */
	int64_t journal_size; /* of the frozen figures */
	struct str journal_root;
	struct str seed;
	int64_t sample_journal_size;
	struct inspection_signature team_signature, unit_signature;
	int members_n, attendants_n, findings_n, recommendations_n, proposals_n, checks_n, criteria_n,
		amendments_n;
	struct inspection_member members[INSPECTION_MEMBERS];
	struct inspection_attendant attendants[INSPECTION_ATTENDANTS];
	struct inspection_finding findings[INSPECTION_FINDINGS];
	struct inspection_recommendation recommendations[INSPECTION_RECOMMENDATIONS];
	struct inspection_proposal proposals[INSPECTION_PROPOSALS];
	struct inspection_check checks[INSPECTION_SAMPLE];
	struct inspection_criterion criteria[INSPECTION_ANSWERS];
	struct inspection_amendment amendments[INSPECTION_AMENDMENTS];
};

/* What the law must know beside the inspection itself. */
struct inspection_env {
	struct agency_scope
		scope;      /* the tree of agencies; is_within NULL: unknown, and nobody is refused for it */
	bool session_taken; /* another session of the same unit overlaps with the one asked for */
};

/* For struct record_type. */
void inspection_apply(void *inspection, const struct record_event *e);
struct record_refusal inspection_decide(
	const void *inspection, const struct record_event *e, const void *env);

/* The figures that an event carries. */
struct inspection_figures inspection_figures_of(const struct record_event *e);
/* Holds declared figures against their identities: received = new + carried over, received = resolved + in
 * progress, resolved = in time + late, in progress = within + overdue, inter-agency = same level + cross
 * level, parts at most their wholes. Only those of which all terms are given. What the refusal says names the
 * identity. */
struct record_refusal inspection_balance(const struct inspection_figures *f);
/* Whether the two disagree where both are known. */
static inline bool inspection_figure_differs(
	const struct inspection_figures *a, const struct inspection_figures *b, enum inspection_figure f)
{
	return a->known[f] && b->known[f] && a->n[f] != b->n[f];
}
/* How many figures disagree. */
int inspection_differences(const struct inspection *x);

/* A recommendation that is neither verified nor dropped and whose deadline has passed. */
bool inspection_is_overdue(const struct inspection_recommendation *r, daynum today);
/* Those that are neither verified nor dropped. */
int inspection_open_recommendations(const struct inspection *x);
/* The leader, or NULL. */
const struct inspection_member *inspection_leader(const struct inspection *x);
