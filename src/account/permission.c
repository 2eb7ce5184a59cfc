#include "account/permission.h"

struct row {
	enum permission_kind kind;
	unsigned roles;
};
#define X(name, kind, roles) [PERMISSION_##name] = { PERMISSION_##kind, (roles) },
static const struct row rows[PERMISSION_N] = { PERMISSIONS(X) };
#undef X

enum permission_kind permission_kind(enum permission p)
{
	assert(p < PERMISSION_N);
	return rows[p].kind;
}

bool role_is_staff(enum role r)
{
	return r < ROLE_N && r != ROLE_NOBODY && r != ROLE_APPLICANT && r != ROLE_SYSTEM;
}

bool role_may(enum role r, enum permission p)
{
	assert(r < ROLE_N && p < PERMISSION_N);
	bool listed = rows[p].roles >> (unsigned)r & 1u;

	switch (rows[p].kind) {
	case PERMISSION_NEVER:
	case PERMISSION_BY_ADDRESS: return false;
	case PERMISSION_FOR_ALL: return true;
	case PERMISSION_FOR_STAFF: return role_is_staff(r);
	case PERMISSION_TO_READ: return listed || r == ROLE_AUDITOR;
	case PERMISSION_TO_CHANGE: return listed && r != ROLE_AUDITOR;
	}
	impossible();
}

bool grant_is_in_force(const struct grant *g, daynum day)
{
	return (g->from == DAYNUM_NONE || g->from <= day) && (g->to == DAYNUM_NONE || day <= g->to);
}

bool grants_may(const struct grants *g, daynum day, enum permission p)
{
	if (permission_kind(p) == PERMISSION_FOR_STAFF)
		return true; /* signed in, with whatever role */
	for (size_t i = 0; i < g->n; i++)
		if (grant_is_in_force(&g->list[i], day) && role_may(g->list[i].role, p))
			return true;
	return role_may(ROLE_NOBODY, p);
}

static bool covers(const struct grant *g, struct str agency, const struct agency_scope *scope)
{
	if (!g->agency.n)
		return true;
	return agency.n && scope->is_within(scope->tree, agency, g->agency);
}

static bool is_before(const struct grant *a, const struct grant *b)
{
	if (!a->delegator != !b->delegator)
		return !a->delegator;
	return a->role < b->role;
}

const struct grant *grants_by(const struct grants *g, daynum day, enum permission p, const struct str *agency,
	const struct agency_scope *scope)
{
	const struct grant *found = NULL;

	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];

		if (grant_is_in_force(x, day) && role_may(x->role, p) && (!found || is_before(x, found)) &&
			(!agency || covers(x, *agency, scope)))
			found = x;
	}
	return found;
}

bool grants_may_at(const struct grants *g, daynum day, enum permission p, struct str agency,
	const struct agency_scope *scope)
{
	return grants_by(g, day, p, &agency, scope) != NULL;
}

bool grants_have(const struct grants *g, daynum day, enum role r)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->list[i].role == r && grant_is_in_force(&g->list[i], day))
			return true;
	return false;
}

const struct grant *grants_role_at(const struct grants *g, daynum day, unsigned roles, struct str agency,
	const struct agency_scope *scope)
{
	const struct grant *found = NULL;

	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];

		if ((roles >> (unsigned)x->role & 1u) && grant_is_in_force(x, day) &&
			(!found || is_before(x, found)) && covers(x, agency, scope))
			found = x;
	}
	return found;
}

unsigned grants_roles(const struct grants *g, daynum day)
{
	unsigned set = 0;

	for (size_t i = 0; i < g->n; i++)
		if (grant_is_in_force(&g->list[i], day))
			set |= 1u << (unsigned)g->list[i].role;
	return set;
}
