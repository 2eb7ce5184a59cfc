#pragma once
/* What the system can measure of an agency and year, for the formulas of criteria. */
#include "figures/figures_report.h"
#include "score/score_formula.h"

struct score_question {
	const struct agency_tree *agencies;
	const struct procedure_list *procedures;
	int agency; /* number */
	int year;
	instant now;
};
struct score_facts {
	struct score_fact facts[SCORE_INDICATOR_N];
	daynum from, until; /* the days counted */
	int64_t size;       /* entries of the journal that were counted */
	struct str root;    /* their root, hexadecimal */
};
/* Asks the figures, and what other features measure, in db->a. Figures that do not balance give no facts. */
must_check const struct fault *score_facts(
	struct db *db, const struct score_question *q, struct score_facts *out);
