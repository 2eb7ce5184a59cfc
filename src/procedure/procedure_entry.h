#pragma once
/*
 * A procedure's version as columns of text: what an import reads and what its journal entry says
 * (docs/journal-format.md, "procedure.version").
 */
#include "agency/entry.h"
#include "base/limits.h"
#include "procedure/procedure.h"

/* clang-format off */
#define PROCEDURE_CHANGE_WORDS "new, amended, replaced, abolished, shortened, "
#define PROCESSING_UNIT_WORDS "working_days, calendar_days, months, hours, immediate, "
#define SUPPLEMENT_RULE_WORDS "restart, resume, "
#define PROCEDURE_COLUMNS(X) /* name, text, needed in a file, most characters or largest number, words; in the \
				order of RFC 8785 */ \
	X(AGENCY,          "agency",          true,  LIMIT_NAME_CHARS, "") \
	X(CHANGE,          "change",          false, LIMIT_CODE_CHARS, PROCEDURE_CHANGE_WORDS) \
	X(CODE,            "code",            true,  LIMIT_CODE_CHARS, "") \
	X(COMPONENTS,      "components",      true,  LIMIT_TEXT_CHARS, "") \
	X(CUTOFF_TIME,     "cutoff_time",     false, LIMIT_CODE_CHARS, "") \
	X(DECISION,        "decision",        false, LIMIT_NAME_CHARS, "") \
	X(DECISION_DATE,   "decision_date",   false, LIMIT_CODE_CHARS, "") \
	X(EFFECTIVE_FROM,  "effective_from",  false, LIMIT_CODE_CHARS, "") \
	X(EFFECTIVE_TO,    "effective_to",    false, LIMIT_CODE_CHARS, "") \
	X(FEE_VND,         "fee_vnd",         true,  LIMIT_FEE_VND, "") \
	X(FIELD,           "field",           true,  LIMIT_NAME_CHARS, "") \
	X(INTERAGENCY,     "interagency",     true,  LIMIT_CODE_CHARS, INTERAGENCY_KINDS(COLUMN_WORD)) \
	X(LEGAL_BASIS,     "legal_basis",     true,  LIMIT_TEXT_CHARS, "") \
	X(LEVEL,           "level",           true,  LIMIT_CODE_CHARS, AGENCY_LEVELS(COLUMN_WORD)) \
	X(NAME,            "name",            true,  LIMIT_NAME_CHARS, "") \
	X(ONLINE_LEVEL,    "online_level",    true,  LIMIT_CODE_CHARS, ONLINE_LEVELS(COLUMN_WORD)) \
	X(PROCESSING_DAYS, "processing_days", true,  LIMIT_ALLOWANCE, "") \
	X(PROCESSING_UNIT, "processing_unit", true,  LIMIT_CODE_CHARS, PROCESSING_UNIT_WORDS) \
	X(RESULT,          "result",          true,  LIMIT_NOTE_CHARS, "") \
	X(SOURCE,          "source",          false, LIMIT_NOTE_CHARS, "") \
	X(SUPPLEMENT_RULE, "supplement_rule", false, LIMIT_CODE_CHARS, SUPPLEMENT_RULE_WORDS)
/* clang-format on */
#define X(name, ...) PROCEDURE_COLUMN_##name,
enum procedure_column { PROCEDURE_COLUMNS(X) PROCEDURE_COLUMN_N };
#undef X
const struct column *procedure_columns(void); /* PROCEDURE_COLUMN_N of them */
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
