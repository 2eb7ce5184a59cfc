#pragma once
/*
 * The sample of dossiers for a check of files: random, but anybody can draw it again. Each dossier gets the
 * key SHA-256(seed || "|" || code); in each stratum the smallest keys are taken, then the smallest of all
 * until there are enough. So the seed and the journal's size decide, and neither side can choose.
 */
#include "base/hash.h"

/* What makes a dossier worth a look; a dossier can be in several. */
enum inspection_stratum {
	STRATUM_LATE,         /* ended late, or overdue */
	STRATUM_SUPPLEMENTED, /* papers were asked for after reception or before */
	STRATUM_REFUSED,
	STRATUM_LAST_MINUTE, /* ended on the day it was due */
	STRATUM_N
};
struct inspection_candidate {
	struct str code;
	unsigned strata; /* bits of 1 << enum inspection_stratum */
	struct sha256 key;
	bool taken;
};
/* Takes size of them (all when there are fewer): each stratum gets a fifth of the sample, at least 1, as far
 * as it has dossiers; what is left comes from all. Sets keys, sorts list by key, marks what was taken;
 * returns how many. */
size_t inspection_draw(struct inspection_candidate *list, size_t n, struct str seed, size_t size);
