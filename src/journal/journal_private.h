#pragma once
/*
 * The private parts of entries as a whole: erasing one, and holding all of them against the commitments that
 * the entries carry (docs/journal-format.md, "Commitments").
 */
#include "journal/journal_store.h"

/* Deletes one part with its salt and keeps that it was erased, and when. *erased is false when there was
 * none. Inside the writer's transaction. */
must_check const struct fault *journal_erase(
	struct db *db, int64_t position, struct str subject, instant now, bool *erased);

struct journal_parts {
	int64_t kept, erased;
	int64_t bad;   /* the first entry with a part that is not what it commits to; -1: none */
	bool lost;     /* that part is not there, and was not erased */
	int64_t loose; /* parts that no entry commits to */
};
must_check const struct fault *journal_examine_private(struct db *db, struct journal_parts *out);
