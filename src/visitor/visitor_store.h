#pragma once
/* The key of the day. It stands in the database, so that a restart does not give everybody a second vote, and
 * nowhere else; the engine overwrites what is deleted (secure_delete). */
#include "journal/write.h"
#include "visitor/visitor.h"

/* Today's key; the first call of a day makes it and deletes the one of the day before. */
must_check const struct fault *visitor_day_key(struct write *w, daynum today, struct visitor_key *out);
/* Deletes the keys of other days. */
must_check const struct fault *visitor_forget(struct db *db, daynum today);
/* Whether there is one of another day. */
must_check const struct fault *visitor_is_stale(struct db *db, daynum today, bool *stale);
