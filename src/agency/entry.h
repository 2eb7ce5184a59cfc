#pragma once
/*
 * What all catalogue entries of the journal have in common (docs/journal-format.md): kind, when it was
 * recorded, by whom as a role, why if it corrects, and "version", an object of texts whose members are the
 * columns of the import.
 */
#include "account/role.h"
#include "agency/column.h"

enum { CATALOGUE_ENTRY_FORM = 1 }; /* member "v" */

struct entry_stamp {
	instant recorded;
	enum role by;
	struct str correction; /* the reason; empty: not a correction */
};
struct entry_kind {
	struct str kind;              /* "agency.version" */
	const struct column *columns; /* in the order of RFC 8785 */
	int columns_n;
};
/* "agency.version" of any canonical entry of the journal; empty when it says none. A slice of bytes. */
struct str entry_kind_of(struct str bytes);
enum { ENTRY_MAX_COLUMNS = 32 };
/* Appends the canonical bytes; values by column. */
void entry_write(struct buf *out, const struct entry_kind *k, const struct str *values,
	const struct entry_stamp *stamp);
/* Reads them back into values[0..columns_n). False unless entry_write would write exactly these bytes. */
must_check bool entry_read(struct arena *a, const struct entry_kind *k, struct str bytes, struct str *values,
	struct entry_stamp *stamp);
