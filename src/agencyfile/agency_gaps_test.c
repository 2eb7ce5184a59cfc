/* What is missing in the catalogue, procedure by procedure. */
#include "agencyfile/agency_gaps.h"
#include "tests/t.h"

TEST(gaps_are_listed)
{
	static const struct agency_version offices[] = { { .code = S_INIT("SMA"),
								 .valid = { .position = 1 } },
		{ .code = S_INIT("SMB"), .valid = { .position = 2 } } };
	static const struct procedure_version versions[] = {
		{ .code = S_INIT("1.000001"),
			.agency = S_INIT("SMA"),
			.valid = { .position = 3 },
			.fee_known = true,
			.components = S_INIT("Đơn"),
			.legal_basis = S_INIT("Luật Mẫu") },
		{ .code = S_INIT("NB.7"),
			.agency = S_INIT("SMA"),
			.valid = { .position = 4 },
			.fee_known = true,
			.legal_basis = S_INIT("Luật Mẫu") },
		{ .code = S_INIT("1.000002"),
			.agency = S_INIT("SMA"),
			.valid = { .position = 5 },
			.components = S_INIT("Đơn") },
		{ .code = S_INIT("NB.8"), .agency = S_INIT("SMB"), .valid = { .position = 6 } },
		{ .code = S_INIT("NB.9"),
			.agency = S_INIT("SMA"),
			.valid = { .position = 7, .from = 30000, .to = DAYNUM_NONE } },
	};
	static const struct {
		enum agency_gap gap;
		int n;
		struct str first;
	} wanted[] = { { AGENCY_GAP_CODE, 1, S_INIT("NB.7") }, { AGENCY_GAP_FEE, 1, S_INIT("1.000002") },
		{ AGENCY_GAP_COMPONENTS, 1, S_INIT("NB.7") }, { AGENCY_GAP_BASIS, 1, S_INIT("1.000002") } };
	ARENA a = { 0 };
	struct agency_tree tree = agency_tree_of(&a, offices, COUNT(offices));
	struct procedure_list list = procedure_list_of(&a, versions, COUNT(versions), &tree);
	const bool in[] = { false, true, false };
	struct agency_gaps gaps = agency_gaps_of(&a, &list, &tree, in, 19000);

	CHECK_INT(gaps.procedures, 3); /* not the other agency's, not the one that begins later */
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CHECK_INT(gaps.n[wanted[i].gap], wanted[i].n);
		CHECK_STR(gaps.lists[wanted[i].gap][0]->code, wanted[i].first);
	}
}

TEST(an_agency_without_procedures_has_no_gaps)
{
	ARENA a = { 0 };
	struct agency_tree tree = { 0 };
	struct procedure_list list = { 0 };
	const bool in[] = { false };
	struct agency_gaps gaps = agency_gaps_of(&a, &list, &tree, in, 19000);

	CHECK_INT(gaps.procedures, 0);
	CHECK_INT(gaps.n[AGENCY_GAP_FEE], 0);
}
