#pragma once
/*
 * What the catalogue does not say of an agency's procedures: a procedure is published with its code, fee,
 * papers and legal basis (NĐ 63/2010/NĐ-CP, Điều 8, 15). Gaps of the data, not of the agency's work: the page
 * shows them so that they get filled.
 */
#include "procedure/procedure.h"

/* clang-format off */
#define AGENCY_GAPS(X) /* name */ \
	X(CODE)       /* an internal code, NB.<n>: the national one is not known */ \
	X(FEE)        /* unknown, or a percentage */ \
	X(COMPONENTS) /* no papers are named */ \
	X(BASIS)      /* no legal basis is named */
/* clang-format on */
#define X(name) AGENCY_GAP_##name,
enum agency_gap { AGENCY_GAPS(X) AGENCY_GAP_N };
#undef X

struct agency_gaps {
	int procedures;                                             /* in force */
	const struct procedure_version *const *lists[AGENCY_GAP_N]; /* in the order of the catalogue */
	int n[AGENCY_GAP_N];
};
/* Of the procedures in force on day whose agency is in[number]; the lists are in a. */
struct agency_gaps agency_gaps_of(struct arena *a, const struct procedure_list *l,
	const struct agency_tree *agencies, const bool *in, daynum day);
