#pragma once
/* Sets of criteria in the journal and in their index. */
#include "journal/write.h"
#include "score/score_set.h"

/* The version of the set; *out NULL: there is none. In db->a. */
must_check const struct fault *score_set_load(
	struct db *db, struct str code, int64_t version, const struct score_set **out);
/* All versions of all sets, by code, the newest first; at most LIMIT_SCORE_SETS. In db->a. */
must_check const struct fault *score_sets_load(struct db *db, const struct score_set **out, int *n);
/* Appends a set that score_set_of found sound. */
must_check const struct fault *score_set_add(struct write *w, const struct score_set *set);
/* Makes the index anew from the journal: before the sheets are. */
must_check const struct fault *score_sets_rebuild(struct write *w);
