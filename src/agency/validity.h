#pragma once
/*
 * Versions of one thing (an agency, a procedure) and which of them holds on a day. Nothing is overwritten:
 * each version was brought by a journal entry, and one with the same first day as an earlier one corrects it.
 * So the same list answers "what holds on that day" and "what was known of that day when the journal had so
 * many entries".
 */
#include "base/date.h"

/* Known by the newest entry. */
#define KNOWN_NOW INT64_MAX

struct validity {
	int64_t position; /* of the journal entry that brought it */
	daynum from;      /* DAYNUM_NONE: since ever */
	daynum to;        /* last day; DAYNUM_NONE: until a newer version begins, or further notice */
};
/* Before or after, by first day and then by position: the order in which the functions below want their
 * arrays. */
int validity_cmp(struct validity a, struct validity b);
/* The newest version begun on or before day, as known by the first known entries, whether or not it has
 * ended: it ended the one before it on the eve of its first day. -1: none has begun. */
int validity_begun(const struct validity *v, int n, daynum day, int64_t known);
/* The same if it has not ended; -1: none is in force. */
int validity_in_force(const struct validity *v, int n, daynum day, int64_t known);
/* v[i] is known and no newer known version corrects it. */
bool validity_counts(const struct validity *v, int n, int i, int64_t known);
/* The last day of v[i], the eve of the next version included; DAYNUM_NONE: open. */
daynum validity_last_day(const struct validity *v, int n, int i, int64_t known);
