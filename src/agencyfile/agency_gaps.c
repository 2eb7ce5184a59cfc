#include "agencyfile/agency_gaps.h"
#include "agency/code.h"

static bool has_gap(const struct procedure_version *v, enum agency_gap gap)
{
	switch (gap) {
	case AGENCY_GAP_CODE: return code_internal_number(v->code) > 0;
	case AGENCY_GAP_FEE: return !v->fee_known;
	case AGENCY_GAP_COMPONENTS: return !v->components.n;
	case AGENCY_GAP_BASIS: return !v->legal_basis.n;
	case AGENCY_GAP_N: break;
	}
	impossible();
}

struct agency_gaps agency_gaps_of(struct arena *a, const struct procedure_list *l,
	const struct agency_tree *agencies, const bool *in, daynum day)
{
	const struct procedure_version **lists[AGENCY_GAP_N];
	struct agency_gaps gaps = { 0 };

	for (int g = 0; g < AGENCY_GAP_N; g++)
		gaps.lists[g] = lists[g] = NEW_ARRAY(a, const struct procedure_version *, l->n + 1);
	for (int p = 1; p <= l->n; p++) {
		const struct procedure_version *v = procedure_on(l, p, day, KNOWN_NOW);
		int agency = v ? agency_number(agencies, v->agency) : AGENCY_NONE;

		if (!agency || !in[agency])
			continue;
		gaps.procedures++;
		for (int g = 0; g < AGENCY_GAP_N; g++)
			if (has_gap(v, (enum agency_gap)g))
				lists[g][gaps.n[g]++] = v;
	}
	return gaps;
}
