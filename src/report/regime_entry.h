#pragma once
/*
 * A version of a regime as columns of text: what `motcua import … report-regimes` reads and what its journal
 * entry says (docs/journal-format.md, "report_regime.version").
 */
#include "agency/entry.h"
#include "report/regime.h"

/* clang-format off */
#define REGIME_COLUMNS(X) /* name, text, needed in a file, most characters or number, words; in the order of RFC 8785 */ \
	X(BASIS,      "basis",      true,  LIMIT_NAME_CHARS, "") \
	X(CODE,       "code",       true,  LIMIT_CODE_CHARS, "") \
	X(DUE_DAY,    "due_day",    true,  31, "") \
	X(DUE_MONTHS, "due_months", true,  6, "") \
	X(NAME,       "name",       true,  LIMIT_NAME_CHARS, "") \
	X(OUTLINE,    "outline",    true,  LIMIT_CODE_CHARS, "") \
	X(OWES,       "owes",       true,  LIMIT_NAME_CHARS, "") \
	X(PERIOD,     "period",     true,  LIMIT_CODE_CHARS, REPORT_PERIODS(REGIME_PERIOD_WORD)) \
	X(RECEIVER,   "receiver",   true,  LIMIT_NAME_CHARS, "") \
	X(ROLL,       "roll",       true,  LIMIT_CODE_CHARS, REPORT_ROLLS(COLUMN_WORD)) \
	X(SERIES,     "series",     true,  LIMIT_CODE_CHARS, "") \
	X(SOURCE,     "source",     false, LIMIT_NOTE_CHARS, "") \
	X(TRUST,      "trust",      true,  LIMIT_CODE_CHARS, REPORT_TRUSTS(COLUMN_WORD)) \
	X(VALID_FROM, "valid_from", true,  LIMIT_CODE_CHARS, "") \
	X(VALID_TO,   "valid_to",   true,  LIMIT_CODE_CHARS, "")
#define REGIME_PERIOD_WORD(name, text, before, last) text ", "
/* clang-format on */
#define X(name, ...) REGIME_COLUMN_##name,
enum regime_column { REGIME_COLUMNS(X) REGIME_COLUMN_N };
#undef X
const struct column *regime_columns(void); /* REGIME_COLUMN_N of them */
/* Sets what the column says; the receiver as written. r keeps slices of value. */
must_check enum column_flaw regime_set(struct report_regime *r, enum regime_column c, struct str value);
/* The same back: regime_set of it changes nothing. */
struct str regime_get(struct arena *a, const struct report_regime *r, enum regime_column c);

/* After all columns: what they say together. */
enum regime_flaw {
	REGIME_SOUND,
	REGIME_ORDER,      /* ends before it begins */
	REGIME_DUE_BEFORE, /* due before its period's figures are cut off */
	REGIME_OWES,       /* owes cannot be read */
	REGIME_OUTLINE,    /* no such outline */
};
must_check enum regime_flaw regime_check(const struct report_regime *r);

/* Appends the canonical bytes of the entry. The receiver must be a code or REPORT_TO_PARENT. */
void regime_entry(struct buf *out, const struct report_regime *r, const struct entry_stamp *stamp);
/* Reads them back. False for bytes that regime_entry would not have written. */
must_check bool regime_from_entry(
	struct arena *a, struct str bytes, struct report_regime *r, struct entry_stamp *stamp);
