#include "account/delegation.h"
#include "base/limits.h"

bool role_can_be_lent(enum role r)
{
	return role_is_staff(r) && r != ROLE_ADMINISTRATOR && r != ROLE_AUDITOR;
}

static bool is_same(const struct grant *a, const struct grant *b)
{
	return a->role == b->role && str_eq(a->agency, b->agency);
}

/* In one's own right, on the first and the last day. */
static bool is_held(const struct delegation_wish *w)
{
	for (size_t i = 0; i < w->own->n; i++) {
		const struct grant *g = &w->own->list[i];

		if (!g->delegator && is_same(g, &w->what) && grant_is_in_force(g, w->what.from) &&
			grant_is_in_force(g, w->what.to))
			return true;
	}
	return false;
}

static bool is_lent(const struct delegation_wish *w)
{
	for (size_t i = 0; i < w->lent_n; i++)
		if (is_same(&w->lent[i], &w->what) && w->lent[i].from <= w->what.to &&
			w->what.from <= w->lent[i].to)
			return true;
	return false;
}

bool delegation_is_near(const struct delegation_wish *w, const struct agency_scope *scope)
{
	struct str home = w->delegator_agency, top = w->what.agency, other = w->delegate_agency;

	if (!home.n && !top.n)
		return true;
	return other.n && ((home.n && scope->is_within(scope->tree, other, home)) ||
				  (top.n && scope->is_within(scope->tree, other, top)));
}

static enum delegation_refusal judge_days(const struct grant *what, daynum today)
{
	if (what->from == DAYNUM_NONE || what->to == DAYNUM_NONE || what->to < what->from)
		return DELEGATION_NO_DAYS;
	if (what->from < today)
		return DELEGATION_PAST;
	return what->to - what->from >= LIMIT_DELEGATION_DAYS ? DELEGATION_TOO_LONG : DELEGATION_OK;
}

enum delegation_refusal delegation_decide(
	const struct delegation_wish *w, daynum today, const struct agency_scope *scope)
{
	enum delegation_refusal days = judge_days(&w->what, today);

	if (!role_can_be_lent(w->what.role))
		return DELEGATION_ROLE;
	if (w->to_self)
		return DELEGATION_SELF;
	if (!w->delegate_is_open)
		return DELEGATION_NOBODY;
	if (!delegation_is_near(w, scope))
		return DELEGATION_STRANGER;
	if (days)
		return days;
	if (!is_held(w))
		return DELEGATION_NOT_HELD;
	if (!w->reason.n)
		return DELEGATION_NO_REASON;
	return is_lent(w) ? DELEGATION_TWICE : DELEGATION_OK;
}

bool delegation_grant(const struct grant *lent, const struct grant *held, struct grant *out)
{
	struct grant g = *lent;

	if (held->from != DAYNUM_NONE && held->from > g.from)
		g.from = held->from;
	if (held->to != DAYNUM_NONE && held->to < g.to)
		g.to = held->to;
	*out = g;
	return is_same(lent, held) && g.from <= g.to;
}
