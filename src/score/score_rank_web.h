#pragma once
/* Between the page of a ranking and its files. */
#include "score/score_parts_web.h"

/* The results of a set and year, in order, as whoever is signed in may see them. */
struct score_ranking {
	const struct score_set *set; /* the newest version; NULL: there is no such set */
	int year;
	const struct score_result *rows;
	const int *places;
	const struct score_set *const *sets; /* of each row, by its version */
	int n;
	const struct score_result *before; /* the year before */
	int before_n;
	bool sees_all; /* drafts too */
};
/* What the address asks: ?bo=CODE&nam=YEAR; without them the first set and its newest year. */
must_check const struct fault *score_ranking_open(struct request *rq, struct score_ranking *out);
/* The result of the same agency the year before; NULL: none. */
const struct score_result *score_before(const struct score_ranking *r, struct str agency);
bool score_is_published(const struct score_result *r);
