#pragma once
/*
 * What an inspection found and what became of it, as numbers: the yearly summary adds them up, and each sum
 * opens into the inspections that make it.
 */
#include "inspection/inspection.h"

enum { INSPECTION_SEVERITIES = 3 };
/* clang-format off */
#define INSPECTION_MEASURES(X) /* name, as it stands in addresses */ \
	X(HELD,      held)      /* its session was opened: 0 or 1 */ \
	X(CONCLUDED, concluded) /* 0 or 1 */ \
	X(FINDINGS,  findings)  /* those that were not dropped */ \
	X(MADE,      made)      /* recommendations that were not withdrawn */ \
	X(ACCEPTED,  accepted)  /* of those: by the unit, whatever came then */ \
	X(REPORTED,  reported)  /* a remedy that waits for being verified */ \
	X(VERIFIED,  verified)  \
	X(OVERDUE,   overdue)   /* as of today */ \
	X(WITHDRAWN, withdrawn)
/* clang-format on */
#define X(name, text) INSPECTION_COUNT_##name,
enum inspection_measure { INSPECTION_MEASURES(X) INSPECTION_MEASURE_N };
#undef X
struct inspection_counts {
	int n[INSPECTION_MEASURE_N];
	int findings[INSPECTION_AREAS][INSPECTION_SEVERITIES];
};
/* A cancelled inspection counts nothing. */
struct inspection_counts inspection_counts_of(const struct inspection *x, daynum today);
void inspection_counts_add(struct inspection_counts *sum, const struct inspection_counts *one);
struct str inspection_measure_text(enum inspection_measure m);
must_check bool inspection_measure_from(struct str text, enum inspection_measure *out);
