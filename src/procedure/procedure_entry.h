#pragma once
/*
 * A procedure's version as columns of text: what an import reads and what its journal entry says
 * (docs/journal-format.md, "procedure.version").
 */
#include "agency/entry.h"
#include "agency/column.h"
#include "procedure/procedure.h"

/* clang-format off */
#define PROCEDURE_COLUMNS(X) /* name, text; in the order of RFC 8785 */ \
	X(AGENCY,          "agency")          \
	X(CHANGE,          "change")          \
	X(CODE,            "code")            \
	X(COMPONENTS,      "components")      \
	X(CUTOFF_TIME,     "cutoff_time")     \
	X(DECISION,        "decision")        \
	X(DECISION_DATE,   "decision_date")   \
	X(EFFECTIVE_FROM,  "effective_from")  \
	X(EFFECTIVE_TO,    "effective_to")    \
	X(FEE_VND,         "fee_vnd")         \
	X(FIELD,           "field")           \
	X(INTERAGENCY,     "interagency")     \
	X(LEGAL_BASIS,     "legal_basis")     \
	X(LEVEL,           "level")           \
	X(NAME,            "name")            \
	X(ONLINE_LEVEL,    "online_level")    \
	X(PROCESSING_DAYS, "processing_days") \
	X(PROCESSING_UNIT, "processing_unit") \
	X(RESULT,          "result")          \
	X(SOURCE,          "source")          \
	X(SUPPLEMENT_RULE, "supplement_rule")
/* clang-format on */
#define X(name, text) PROCEDURE_COLUMN_##name,
enum procedure_column { PROCEDURE_COLUMNS(X) PROCEDURE_COLUMN_N };
#undef X
struct str procedure_column_text(enum procedure_column c);
/* Sets what the column says; agency as written. v keeps slices of value. */
must_check enum column_flaw procedure_set(
	struct procedure_version *v, enum procedure_column c, struct str value);
/* The same back: procedure_set of it changes nothing. */
struct str procedure_get(struct arena *a, const struct procedure_version *v, enum procedure_column c);
/* After all columns: what they say together, and whether there is a deadline. *at is the column of a flaw. */
must_check enum column_flaw procedure_finish(struct procedure_version *v, enum procedure_column *at);

/* Appends the canonical bytes of the entry. Codes must be set, agency be a code. */
void procedure_entry(struct buf *out, const struct procedure_version *v, const struct entry_stamp *stamp);
/* Reads them back. False for bytes that procedure_entry would not have written. */
must_check bool procedure_from_entry(
	struct arena *a, struct str bytes, struct procedure_version *v, struct entry_stamp *stamp);
