#pragma once
/* The follower: folds the journal into the tallies of 0006_figures.sql, a batch at a time. */
#include "figures/figures_fold.h"
#include "journal/write.h"

enum { FIGURES_BATCH = 20000 }; /* entries in one transaction */

/* How far the follower came. */
must_check const struct fault *figures_position(struct db *db, int64_t *position);
/* Folds at most FIGURES_BATCH further entries, inside the writer's transaction. *position is how far it came.
 */
must_check const struct fault *figures_follow(
	struct write *w, struct figure_numbers numbers, int64_t *position);
/* Throws all tallies away; following then makes them anew. */
must_check const struct fault *figures_forget(struct write *w);
