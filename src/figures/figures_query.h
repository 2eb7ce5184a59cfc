#pragma once
/*
 * Asking the tallies. A question is answered exactly: sums by day where they are enough, every step where the
 * question ends within a day or goes back to what was known at a time, and in both cases the entries that the
 * follower has not folded yet. Call inside a read transaction, so that all parts see one state.
 */
#include "figures/figures_fold.h"

struct figure_question {
	const int64_t *agencies; /* numbers of the subtree */
	size_t agencies_n;
	daynum from;
	instant until; /* T of the contract */
	int64_t size;  /* journal entries that may be used: all, or those known at a time */
	struct figure_numbers numbers;
};

/* How rows are made: the key of a step. Months are numbered year * 12 + month - 1 and need no function. */
enum figure_grouping { GROUP_NONE, GROUP_BY_KEY, GROUP_BY_MONTH };
struct figure_groups {
	enum figure_grouping grouping;
	const void *context;
	int64_t (*key)(const void *context, int64_t agency, int64_t procedure);
	bool by_procedure; /* the key depends on the procedure */
};
struct figure_row {
	int64_t key;
	struct figure_sums sums;
};
struct figure_answer {
	struct figure_sums total;
	struct figure_row *rows; /* in db->a, sorted by key */
	size_t rows_n;
	bool days_only; /* the rows of days were all that was needed */
};
must_check const struct fault *figures_ask(struct db *db, const struct figure_question *q,
	const struct figure_groups *g, struct figure_answer *out);

/* Which of these procedures (numbers) accepted at least one dossier online in the period. answer is that of
 * the same question: it says whether the rows of days are enough here too. */
must_check const struct fault *figures_online(struct db *db, const struct figure_question *q,
	const struct figure_answer *answer, const int64_t *procedures, size_t n, bool *used);

/* The dossiers (internal numbers, in order of their first step; feedback: the negative of its record's
 * number) that one of the cells counts. key is compared with that of the group when g groups by key. */
struct figure_list {
	int64_t *dossiers; /* in db->a */
	size_t n;
};
must_check const struct fault *figures_list(struct db *db, const struct figure_question *q,
	const struct figure_groups *g, int64_t key, struct figure_cells cells, struct figure_list *out);
