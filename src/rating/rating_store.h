#pragma once
/*
 * Ratings in the database. They are not in the journal: no figure and no deadline depends on them, and an
 * entry is for ever, while who voted is to be forgotten the same night
 * (docs/decisions/0055-ratings-and-visits-beside-the-journal.md).
 */
#include "journal/write.h"
#include "rating/rating.h"

/* All zero when nobody voted. */
must_check const struct fault *rating_read(struct db *db, int64_t record, struct rating *out);

/* One vote; for writer_run(). The network's second vote of a day for the same record changes its first. */
enum rating_outcome { RATING_NEW, RATING_CHANGED, RATING_SAME, RATING_FULL };
struct rating_ballot {
	int64_t record;
	int stars; /* 1 to RATING_STARS */
	daynum today;
	struct str network; /* visitor_network() */
	/* Result. RATING_FULL: too many votes today (LIMIT_VOTES_A_DAY), nothing was counted. */
	enum rating_outcome outcome;
};
must_check const struct fault *rating_vote(struct write *w, void *rating_ballot);
/* Adds counts that another portal had. */
must_check const struct fault *rating_take_over(
	struct write *w, int64_t record, const int64_t by_stars[RATING_STARS]);
/* Forgets who voted on other days. */
must_check const struct fault *rating_forget(struct db *db, daynum today);
