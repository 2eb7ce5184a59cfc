#pragma once
/*
 * Delegation while absent (ủy quyền khi vắng mặt): somebody lends a role of their own at an agency to a
 * colleague, from a day to a day, with a reason. Either of them can end it. Pure: the day is an argument.
 */
#include "account/permission.h"

enum delegation_refusal {
	DELEGATION_OK,
	DELEGATION_NO_REASON,
	DELEGATION_ROLE,     /* an administrator's and an auditor's role cannot be lent */
	DELEGATION_NOT_HELD, /* not held there on all of these days, or only by delegation itself */
	DELEGATION_NO_DAYS,  /* a bound is missing, or it ends before it begins */
	DELEGATION_PAST,     /* begins before today */
	DELEGATION_TOO_LONG, /* more than LIMIT_DELEGATION_DAYS */
	DELEGATION_SELF,     /* to oneself */
	DELEGATION_NOBODY,   /* there is no such account, or it is disabled */
	DELEGATION_STRANGER, /* the other one belongs neither to the own agency nor below it */
	DELEGATION_TWICE,    /* the role there is lent on some of these days already */
	DELEGATION_GONE,     /* to revoke: there is none, or it is of others */
	DELEGATION_OVER,     /* to revoke: it was revoked before */
};
/* What is wished; role, agency and days in what. */
struct delegation_wish {
	struct grant what;
	struct str reason;
	const struct grants *own; /* what the delegator holds, all */
	struct str delegator_agency, delegate_agency;
	bool to_self, delegate_is_open;
	const struct grant *lent; /* what the delegator lends already and was not revoked */
	size_t lent_n;
};
bool role_can_be_lent(enum role r);
enum delegation_refusal delegation_decide(
	const struct delegation_wish *w, daynum today, const struct agency_scope *scope);
/* What comes of it for the other one: the role while the delegator holds it, on the days of both. False when
 * there is no such day. */
bool delegation_grant(const struct grant *lent, const struct grant *held, struct grant *out);
/* Whether somebody of that agency is a colleague: they belong to the agency of the delegator or of the role,
 * or below it. */
bool delegation_is_near(const struct delegation_wish *w, const struct agency_scope *scope);
