#pragma once
/*
 * An agency's version as columns of text: what an import reads and what its journal entry says
 * (docs/journal-format.md, "agency.version").
 */
#include "agency/agency.h"
#include "agency/entry.h"
#include "base/limits.h"

/* clang-format off */
#define AGENCY_COLUMNS(X) /* name, text, needed in a file, most characters, words; in the order of RFC 8785 */ \
	X(CODE,       "code",       true,  LIMIT_CODE_CHARS, "") \
	X(KIND,       "kind",       true,  LIMIT_CODE_CHARS, "") \
	X(LEVEL,      "level",      true,  LIMIT_CODE_CHARS, AGENCY_LEVELS(COLUMN_WORD)) \
	X(NAME,       "name",       true,  LIMIT_NAME_CHARS, "") \
	X(PARENT,     "parent",     true,  LIMIT_NAME_CHARS, "") \
	X(SHORT_NAME, "short_name", true,  LIMIT_NAME_CHARS, "") \
	X(SOURCE,     "source",     false, LIMIT_NOTE_CHARS, "") \
	X(SUCCESSOR,  "successor",  false, LIMIT_NAME_CHARS, "") \
	X(VALID_FROM, "valid_from", false, LIMIT_CODE_CHARS, "") \
	X(VALID_TO,   "valid_to",   false, LIMIT_CODE_CHARS, "")
/* clang-format on */
#define X(name, ...) AGENCY_COLUMN_##name,
enum agency_column { AGENCY_COLUMNS(X) AGENCY_COLUMN_N };
#undef X
const struct column *agency_columns(void); /* AGENCY_COLUMN_N of them */
/* Sets what the column says; parent and successor as written. v keeps slices of value. */
must_check enum column_flaw agency_set(struct agency_version *v, enum agency_column c, struct str value);
/* The same back: agency_set of it changes nothing. */
struct str agency_get(struct arena *a, const struct agency_version *v, enum agency_column c);
/* After all columns: what they say together. *at is the column of a flaw. */
must_check enum column_flaw agency_check(const struct agency_version *v, enum agency_column *at);

/* Appends the canonical bytes of the entry. Codes must be set, parent and successor be codes. */
void agency_entry(struct buf *out, const struct agency_version *v, const struct entry_stamp *stamp);
/* Reads them back. False for bytes that agency_entry would not have written. */
must_check bool agency_from_entry(
	struct arena *a, struct str bytes, struct agency_version *v, struct entry_stamp *stamp);
