#pragma once
/*
 * An agency's version as columns of text: what an import reads and what its journal entry says
 * (docs/journal-format.md, "agency.version").
 */
#include "agency/agency.h"
#include "agency/entry.h"
#include "agency/column.h"

/* clang-format off */
#define AGENCY_COLUMNS(X) /* name, text; in the order of RFC 8785 */ \
	X(CODE,       "code")       \
	X(KIND,       "kind")       \
	X(LEVEL,      "level")      \
	X(NAME,       "name")       \
	X(PARENT,     "parent")     \
	X(SHORT_NAME, "short_name") \
	X(SOURCE,     "source")     \
	X(SUCCESSOR,  "successor")  \
	X(VALID_FROM, "valid_from") \
	X(VALID_TO,   "valid_to")
/* clang-format on */
#define X(name, text) AGENCY_COLUMN_##name,
enum agency_column { AGENCY_COLUMNS(X) AGENCY_COLUMN_N };
#undef X
struct str agency_column_text(enum agency_column c);
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
