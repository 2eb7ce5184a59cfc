#pragma once
/*
 * Counting (contract.md, "Figures"). A dossier's life is turned into steps: at this instant this measure goes
 * up or down by one. A figure is a sum of steps, so it is exact as of any instant, additive over agencies and
 * procedures, and opens into the dossiers whose steps it sums. Nothing here knows where steps are kept.
 */
#include "dossier/dossier.h"
#include "feedback/feedback.h"

/* clang-format off */
#define FIGURE_MEASURES(X) \
	X(ACCEPTED_COUNTER) X(ACCEPTED_ONLINE) X(ACCEPTED_POSTAL) \
	X(ENDED_EARLY) X(ENDED_ON_TIME) X(ENDED_LATE) X(ENDED_NO_DEADLINE) /* by the deadline in force at the end */ \
	X(ENDED_REFUSED) X(ENDED_WITHDRAWN) X(ENDED_STOPPED) X(ENDED_APOLOGISED) /* parts of those */ \
	X(OVERDUE) X(NO_DEADLINE) X(WAITING_SUPPLEMENT) X(WAITING_PAYMENT) /* while open: up, later down */ \
	X(FEEDBACK) X(FEEDBACK_RULES) X(FEEDBACK_CONDUCT) /* accepted, and what it is about */

/* Each cell of the figures: its place in the JSON and where its dossiers are listed. */
#define FIGURE_CELLS(X) \
	X(RECEIVED,            "received.total")                \
	X(NEW,                 "received.new.total")            \
	X(NEW_ONLINE,          "received.new.online")           \
	X(NEW_COUNTER,         "received.new.counter")          \
	X(NEW_POSTAL,          "received.new.postal")           \
	X(CARRIED_OVER,        "received.carried_over")         \
	X(RESOLVED,            "resolved.total")                \
	X(RESOLVED_EARLY,      "resolved.early")                \
	X(RESOLVED_ON_TIME,    "resolved.on_time")              \
	X(RESOLVED_LATE,       "resolved.late")                 \
	X(RESOLVED_NO_DEADLINE, "resolved.no_deadline")         \
	X(WITHDRAWN,           "resolved.withdrawn")            \
	X(STOPPED,             "resolved.stopped")              \
	X(REFUSED,             "resolved.refused")              \
	X(APOLOGISED,          "resolved.apologised")           \
	X(IN_PROGRESS,         "in_progress.total")             \
	X(WITHIN_DEADLINE,     "in_progress.within_deadline")   \
	X(OVERDUE,             "in_progress.overdue")           \
	X(NO_DEADLINE,         "in_progress.no_deadline")       \
	X(WAITING_SUPPLEMENT,  "in_progress.waiting_supplement") \
	X(WAITING_PAYMENT,     "in_progress.waiting_payment")   \
	X(FEEDBACK,            "feedback.received")             \
	X(FEEDBACK_RULES,      "feedback.rules")                \
	X(FEEDBACK_CONDUCT,    "feedback.conduct")
/* clang-format on */

#define X(name) MEASURE_##name,
enum figure_measure { FIGURE_MEASURES(X) FIGURE_MEASURE_N };
#undef X
#define X(name, text) CELL_##name,
enum figure_cell { FIGURE_CELLS(X) FIGURE_CELL_N };
#undef X

struct figure_step {
	instant at;
	enum figure_measure measure;
	int delta; /* +1 or -1 */
};
/* Acceptance, end with up to four measures, and for each stretch of deadline or wait an up and a down. */
enum { FIGURE_MAX_STEPS = 8 + 2 * (DOSSIER_MAX_DUES + DOSSIER_MAX_WAITS) * 2 };
/* The steps of a dossier as it is known now, in no particular order; none while it does not count.
 * Writes at most FIGURE_MAX_STEPS and returns how many. */
int figure_steps(const struct dossier *d, struct figure_step *out);

/* The same of a feedback: none before it is accepted, and none when it was refused after all. */
enum { FIGURE_FEEDBACK_STEPS = 2 };
int figure_feedback_steps(const struct feedback *f, struct figure_step *out);
/* Feedback belongs to no procedure: its steps stand under this number, which no procedure has. */
enum { FIGURE_NO_PROCEDURE = (1 << 20) - 1 };

/* Sums of steps, by measure. */
struct figure_totals {
	int64_t n[FIGURE_MEASURE_N];
};
/* What figures of a period are made of: steps before its first instant, and up to T. */
struct figure_sums {
	struct figure_totals before, upto;
};
int64_t figure_cell(const struct figure_sums *s, enum figure_cell c);
struct str figure_cell_name(enum figure_cell c);
must_check bool figure_cell_from(struct str name, enum figure_cell *out);
/* A sum of cells opens as one list: the dossiers that at least one of them counts. Written as their names
 * with commas, "resolved.early,resolved.on_time"; each cell once, whatever the order. */
struct figure_cells {
	uint32_t set; /* bit c: cell c */
};
_Static_assert(FIGURE_CELL_N <= 32, "a set of cells is a word");
struct figure_cells figure_cells_of(enum figure_cell c);
struct figure_cells figure_cells_and(struct figure_cells a, struct figure_cells b);
bool figure_cells_have(struct figure_cells cells, enum figure_cell c);
/* False for an unknown or an empty name; *wrong is that name. */
must_check bool figure_cells_from(struct str names, struct figure_cells *out, struct str *wrong);
struct str figure_cells_name(struct arena *a, struct figure_cells cells);
/* Their sum: the length of the list where no dossier is in two of them. */
int64_t figure_cells_sum(const struct figure_sums *s, struct figure_cells cells);
/* The identities of the contract. On failure *broken names the first one that does not hold. */
must_check bool figures_balance(const struct figure_sums *s, const char **broken);

/* The deadline in force at t: the last one whose since is not after t; none before the first. */
struct due dossier_due_at(const struct dossier *d, instant t);
