#pragma once
/* One walk over all that a question may use; private to figures/. */
#include "figures/figures_query.h"

/* Called with sums of one agency and procedure (0: all of them, when procedures are not asked for) at a time.
 * For sums of whole days at is the day's first second. dossier is 0 for sums. */
typedef void figure_visit(void *arg, const struct figure_fact *where, const struct figure_totals *totals);

struct figure_walk {
	struct db *db;
	const struct figure_question *q;
	bool procedures; /* sums by procedure, not by agency */
	figure_visit *visit;
	void *arg;
};
/* Sums of days plus the tail. *enough is false, and what was visited is to be forgotten, when days are too
 * coarse. *tail tells whether the follower was behind. */
must_check const struct fault *walk_days(const struct figure_walk *w, bool *enough, bool *tail);
/* Every step plus the tail. */
must_check const struct fault *walk_steps(const struct figure_walk *w);
