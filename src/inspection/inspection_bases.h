#pragma once
/*
 * The acts that decisions on an inspection rest on ("Căn cứ …"), by the day from which and until which each
 * is to be cited. They are data (packs/vn/legal-bases.csv) that somebody may have to correct: no act stands
 * in the code.
 */
#include "base/date.h"
#include "base/fault.h"

enum { INSPECTION_BASES = 32 };
struct inspection_basis {
	struct str text; /* "Căn cứ Luật …", without a mark at its end */
	daynum from, to; /* DAYNUM_NONE: since ever, until further notice */
};
struct inspection_bases {
	const struct inspection_basis *list; /* in the order in which a document names them */
	int n;
};
/* Reads the file; what is not such a file is FAULT_CORRUPT. In a. */
must_check const struct fault *inspection_bases_read(
	struct arena *a, struct str csv, struct inspection_bases *out);
/* Whether it is cited on that day. */
bool inspection_basis_holds(const struct inspection_basis *b, daynum day);
