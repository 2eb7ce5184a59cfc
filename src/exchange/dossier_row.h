#pragma once
/* One row of an import of dossiers, read and checked against the catalogue; turned into the commands of its
 * history. */
#include "dossier/dossier_history.h"
#include "exchange/dossier_job.h"

/* clang-format off */
#define DOSSIER_COLUMNS(X) \
	X(CODE, "code") X(PROCEDURE, "procedure") X(AGENCY, "agency") X(CHANNEL, "channel") X(APPLICANT, "applicant") \
	X(RECEIVED, "received_at") X(DUE, "due_at") X(ASKED, "supplement_requested_at") \
	X(SUPPLEMENTED, "supplement_received_at") X(RESOLVED, "resolved_at") X(RETURNED, "returned_at") X(OUTCOME, "outcome")
/* clang-format on */
#define X(name, text) FIELD_##name,
enum dossier_column { DOSSIER_COLUMNS(X) DOSSIER_FIELD_N };
#undef X
extern const struct csv_column dossier_columns[DOSSIER_FIELD_N];

struct dossier_line {
	int64_t line;
	struct str code, applicant, note;
	int agency; /* numbers of the catalogue */
	const struct procedure_version *procedure;
	enum channel channel;
	instant received, asked, supplemented, resolved, returned;
	bool due_given;
	struct due due;
	enum outcome outcome;
};

/* What was typed for agencies lately and which it was: the same names come again and again. */
enum { REMEMBERED_AGENCIES = 64 };
struct agency_memory {
	struct arena *a;
	struct str typed[REMEMBERED_AGENCIES];
	int number[REMEMBERED_AGENCIES];
	int n;
};

/* The current row of c. False when something is wrong with it; everything wrong has been added to the errors.
 * Slices are those of c. now: nothing may have happened later. */
must_check bool dossier_line_read(struct csv *c, const struct catalogue *k, struct agency_memory *memory,
	instant now, struct dossier_line *out);
/* The commands that make the row's dossier, in order; returns how many (at most DOSSIER_MAX_STEPS). */
int dossier_line_commands(
	const struct dossier_line *l, const struct catalogue *k, struct dossier_command *out);
