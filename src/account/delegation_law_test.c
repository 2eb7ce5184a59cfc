/* Who may lend which role to whom for how long. */
#include "account/delegation.h"
#include "base/limits.h"
#include "tests/t.h"

/* A tree by names: "A" above "A1" above "A11". */
static bool within(const void *tree, struct str agency, struct str root)
{
	(void)tree;
	return str_starts(agency, root);
}
static const struct agency_scope scope = { within, NULL };

enum { TODAY = 1000 };

/* The leader of A1 from 900 to 1500, with a role that is borrowed, and one of the whole province. */
static const struct grant held[] = { { ROLE_LEADER, S_INIT("A1"), 900, 1500, 0, { NULL, 0 } },
	{ ROLE_CLERK, S_INIT("A1"), 0, 0, 9, S_INIT("B") },
	{ ROLE_INSPECTOR, S_INIT(""), 0, 0, 0, { NULL, 0 } },
	{ ROLE_ADMINISTRATOR, S_INIT("A1"), 0, 0, 0, { NULL, 0 } },
	{ ROLE_AUDITOR, S_INIT("A1"), 0, 0, 0, { NULL, 0 } } };
static const struct grants own = { held, COUNT(held) };
/* Lent already: the leader's role from 1100 to 1110. */
static const struct grant lent[] = { { ROLE_LEADER, S_INIT("A1"), 1100, 1110, 0, { NULL, 0 } } };

static const struct {
	enum role role;
	const char *agency;
	daynum from, to;
	const char *home, *reason; /* of the other one; a reason */
	enum delegation_refusal want;
} cases[] = {
	{ ROLE_LEADER, "A1", 1000, 1010, "A1", "x", DELEGATION_OK },
	{ ROLE_LEADER, "A1", 1000, 1000, "A11", "x", DELEGATION_OK },
	{ ROLE_LEADER, "A1", 1000, 1010, "A", "x", DELEGATION_STRANGER },
	{ ROLE_LEADER, "A1", 1000, 1010, "A2", "x", DELEGATION_STRANGER },
	{ ROLE_LEADER, "A1", 1000, 1010, "", "x", DELEGATION_STRANGER },
	{ ROLE_LEADER, "A1", 1000, 1010, "A1", "", DELEGATION_NO_REASON },
	{ ROLE_LEADER, "A1", 999, 1010, "A1", "x", DELEGATION_PAST },
	{ ROLE_LEADER, "A1", 1010, 1009, "A1", "x", DELEGATION_NO_DAYS },
	{ ROLE_LEADER, "A1", 0, 1009, "A1", "x", DELEGATION_NO_DAYS },
	{ ROLE_LEADER, "A1", 1000, 0, "A1", "x", DELEGATION_NO_DAYS },
	{ ROLE_LEADER, "A1", 1200, 1200 + LIMIT_DELEGATION_DAYS - 1, "A1", "x", DELEGATION_OK },
	{ ROLE_LEADER, "A1", 1200, 1200 + LIMIT_DELEGATION_DAYS, "A1", "x", DELEGATION_TOO_LONG },
	{ ROLE_LEADER, "A1", 1490, 1500, "A1", "x", DELEGATION_OK },
	{ ROLE_LEADER, "A1", 1490, 1501, "A1", "x", DELEGATION_NOT_HELD },
	{ ROLE_LEADER, "A11", 1000, 1010, "A1", "x", DELEGATION_NOT_HELD },
	{ ROLE_OFFICER, "A1", 1000, 1010, "A1", "x", DELEGATION_NOT_HELD },
	{ ROLE_CLERK, "A1", 1000, 1010, "A1", "x", DELEGATION_NOT_HELD }, /* no further */
	{ ROLE_ADMINISTRATOR, "A1", 1000, 1010, "A1", "x", DELEGATION_ROLE },
	{ ROLE_AUDITOR, "A1", 1000, 1010, "A1", "x", DELEGATION_ROLE },
	{ ROLE_SYSTEM, "A1", 1000, 1010, "A1", "x", DELEGATION_ROLE },
	{ ROLE_INSPECTOR, "", 1000, 1010, "A1", "x", DELEGATION_OK },
	{ ROLE_INSPECTOR, "", 1000, 1010, "B", "x", DELEGATION_STRANGER },
	{ ROLE_LEADER, "A1", 1090, 1099, "A1", "x", DELEGATION_OK },
	{ ROLE_LEADER, "A1", 1090, 1100, "A1", "x", DELEGATION_TWICE },
	{ ROLE_LEADER, "A1", 1105, 1106, "A1", "x", DELEGATION_TWICE },
	{ ROLE_LEADER, "A1", 1110, 1120, "A1", "x", DELEGATION_TWICE },
	{ ROLE_LEADER, "A1", 1111, 1120, "A1", "x", DELEGATION_OK },
};

static struct delegation_wish wish_of(size_t i)
{
	return (struct delegation_wish){ .what = { cases[i].role, str_of(cases[i].agency), cases[i].from,
						 cases[i].to, 0, { NULL, 0 } },
		.reason = str_of(cases[i].reason),
		.own = &own,
		.delegator_agency = S("A1"),
		.delegate_agency = str_of(cases[i].home),
		.delegate_is_open = true,
		.lent = lent,
		.lent_n = COUNT(lent) };
}

TEST(who_may_lend_what_to_whom)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct delegation_wish w = wish_of(i);
		enum delegation_refusal got = delegation_decide(&w, TODAY, &scope);

		test_check(got == cases[i].want, __FILE__, __LINE__, "case %d: %d, not %d", (int)i, (int)got,
			(int)cases[i].want);
	}
}

TEST(nobody_lends_to_themselves_or_to_nobody)
{
	struct delegation_wish w = wish_of(0);

	w.to_self = true;
	CHECK_INT(delegation_decide(&w, TODAY, &scope), DELEGATION_SELF);
	w.to_self = false;
	w.delegate_is_open = false;
	CHECK_INT(delegation_decide(&w, TODAY, &scope), DELEGATION_NOBODY);
}

TEST(it_counts_on_the_days_of_both)
{
	static const struct {
		daynum from, to, held_from, held_to, want_from, want_to; /* want_from 0: on no day */
	} rows[] = { { 10, 20, 0, 0, 10, 20 }, { 10, 20, 15, 0, 15, 20 }, { 10, 20, 0, 12, 10, 12 },
		{ 10, 20, 20, 30, 20, 20 }, { 10, 20, 21, 0, 0, 0 }, { 10, 20, 0, 9, 0, 0 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct grant borrowed = { ROLE_LEADER, S("A1"), rows[i].from, rows[i].to, 7, S("B") };
		const struct grant right = { ROLE_LEADER, S("A1"), rows[i].held_from, rows[i].held_to, 0,
			S("") };
		struct grant got;
		bool any = delegation_grant(&borrowed, &right, &got);

		CHECK_INT(any, rows[i].want_from != 0);
		if (any) {
			CHECK_INT(got.from, rows[i].want_from);
			CHECK_INT(got.to, rows[i].want_to);
			CHECK_INT(got.delegator, 7);
		}
	}
}
