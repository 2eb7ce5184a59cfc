#pragma once
/*
 * Outlines (đề cương) of reports: headings, which of them must be filled, and which of the system's figures
 * stand beside each. An outline never changes, because records point to its sections by number; another one
 * gets another code.
 */
#include "base/base.h"
#include "msg/messages.h"

/* The system's figures of an agency and a period that a report freezes. */
/* clang-format off */
#define REPORT_FIGURES(X) /* name, text in the journal, label */ \
	X(RECEIVED,     "received",     MSG_report_figure_received)     \
	X(NEW,          "new",          MSG_report_figure_new)          \
	X(NEW_ONLINE,   "new_online",   MSG_report_figure_new_online)   \
	X(CARRIED_OVER, "carried_over", MSG_report_figure_carried_over) \
	X(RESOLVED,     "resolved",     MSG_report_figure_resolved)     \
	X(EARLY,        "early",        MSG_report_figure_early)        \
	X(ON_TIME,      "on_time",      MSG_report_figure_on_time)      \
	X(ENDED_LATE,   "late",         MSG_report_figure_late)         \
	X(NO_DEADLINE,  "no_deadline",  MSG_report_figure_no_deadline)  \
	X(IN_PROGRESS,  "in_progress",  MSG_report_figure_in_progress)  \
	X(OVERDUE,      "overdue",      MSG_report_figure_overdue)      \
	X(PROCEDURES,   "procedures",   MSG_report_figure_procedures)   \
	X(OFFERED,      "offered",      MSG_report_figure_offered)      \
	X(USED,         "used",         MSG_report_figure_used)         \
	X(GAPS,         "gaps",         MSG_report_figure_gaps)
/* clang-format on */
#define X(name, ...) REPORT_FIGURE_##name,
enum report_figure { REPORT_FIGURES(X) REPORT_FIGURE_N };
#undef X
#define REPORT_FIGURE_BIT(name) (1u << REPORT_FIGURE_##name)
struct report_figures {
	int64_t n[REPORT_FIGURE_N];
	int64_t journal_size;
	struct str journal_root; /* base64 */
};
enum msg report_figure_label(enum report_figure f);
/* received = new + carried over = resolved + in progress; resolved = early + on time + late + without
 * deadline. */
bool report_figures_balance(const struct report_figures *f);
/* At least four fifths of the eligible services are used online (Nghị quyết 76/NQ-CP: 80 %). */
enum { ONLINE_TARGET_PERCENT = 80 };
bool report_online_target_met(const struct report_figures *f);

struct outline_section {
	struct str mark;     /* "I", "II.2" */
	enum msg title, ask; /* the heading; what belongs there */
	bool needed;
	unsigned figures; /* set of REPORT_FIGURE_BIT */
	struct str group; /* a heading above it, with the first section of the group: "II" */
	enum msg group_title;
};
struct outline {
	struct str code;
	enum msg name;
	bool verified; /* compared with the text of the rule */
	const struct outline_section *sections;
	int n; /* at most LIMIT_REPORT_SECTIONS */
};
/* Appends the sentence that a section begins with, from the figures that belong to it; nothing when there are
 * none. The writer changes it at will. */
void report_suggest(
	struct buf *out, enum lang lang, const struct outline_section *s, const struct report_figures *f);
/* NULL: there is none with that code. */
const struct outline *outline_of(struct str code);
