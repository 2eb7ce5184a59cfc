#include "account/delegation_store.h"
#include "account/account_sql.h"
#include "base/limits.h"

static struct str what_text(struct arena *a, const struct grant *g)
{
	return str_fmt(a, "%.*s %.*s", ARG(role_text(g->role)), ARG(g->agency));
}

must_check static const struct fault *audit_both(
	struct write *w, const struct account_actor *by, int64_t other, const char *action, struct str detail)
{
	TRY(audit_add(w, by, by->account, action, detail));
	return audit_add(w, by, other, action, detail);
}

must_check static const struct fault *load_lent(struct db *db, int64_t account, struct delegation_wish *wish)
{
	cleanup_with(account_sql_lent_end) struct account_sql_lent_rows rows = { 0 };
	struct grant *list = NULL;
	size_t n = 0, cap = 0;

	TRY(account_sql_lent(db, account, &rows));
	for (bool more = true;;) {
		TRY(account_sql_lent_next(&rows, &more));
		if (!more)
			break;
		struct grant g = { .agency = db_keep(db, rows.row.agency),
			.from = (daynum)rows.row.valid_from,
			.to = (daynum)rows.row.valid_to };

		if (!role_from(rows.row.role, &g.role))
			return FAULT(db->a, FAULT_CORRUPT, "account %lld: delegations", (long long)account);
		list = arena_grow(db->a, list, n, &cap, sizeof *list);
		list[n++] = g;
	}
	wish->lent = list;
	wish->lent_n = n;
	return NULL;
}

const struct fault *delegation_add(struct write *w, void *arg)
{
	struct delegation_adding *x = arg;
	struct account from, to;
	struct account_sql_delegation_next_row next = { 0 };

	TRY(account_load(w->db, x->by.account, x->by.now, &from));
	TRY(account_find(w->db, x->delegate, x->by.now, &to));
	struct delegation_wish wish = { .what = x->what,
		.reason = x->reason,
		.own = &from.grants,
		.delegator_agency = from.agency,
		.delegate_agency = to.agency,
		.to_self = from.number == to.number,
		.delegate_is_open = to.number && !to.facts.disabled };

	TRY(load_lent(w->db, from.number, &wish));
	x->refusal = delegation_decide(&wish, day_of(x->by.now), x->scope);
	if (x->refusal)
		return NULL;
	TRY(account_sql_delegation_next(w->db, &next));
	TRY(account_sql_delegation_add(w->db, next.number, from.number, to.number, role_text(x->what.role),
		x->what.agency, x->what.from, x->what.to, x->reason, x->by.now));
	x->number = next.number;
	return audit_both(w, &x->by, to.number, "delegated", what_text(w->db->a, &x->what));
}

const struct fault *delegation_revoke(struct write *w, void *arg)
{
	struct delegation_revoking *x = arg;
	struct account_sql_delegation_get_row row = { 0 };
	bool found;

	TRY(account_sql_delegation_get(w->db, x->number, &row, &found));
	if (!found || (row.delegator != x->by.account && row.delegate != x->by.account))
		x->refusal = DELEGATION_GONE;
	else
		x->refusal = row.revoked_at ? DELEGATION_OVER : DELEGATION_OK;
	if (x->refusal)
		return NULL;
	TRY(account_sql_delegation_revoke(w->db, x->number, x->by.now, x->by.account));
	return audit_both(w, &x->by, row.delegator == x->by.account ? row.delegate : row.delegator,
		"delegation_revoked", str_fmt(w->db->a, "%.*s %.*s", ARG(row.role), ARG(row.agency)));
}

const struct fault *delegations_of(struct db *db, int64_t account, const struct delegation **out, size_t *n)
{
	cleanup_with(account_sql_delegations_end) struct account_sql_delegations_rows rows = { 0 };
	struct delegation *list = NEW_ARRAY(db->a, struct delegation, LIMIT_PAGE_ROWS);
	size_t count = 0;

	TRY(account_sql_delegations(db, account, LIMIT_PAGE_ROWS, &rows));
	for (bool more = true; count < LIMIT_PAGE_ROWS;) {
		TRY(account_sql_delegations_next(&rows, &more));
		if (!more)
			break;
		const struct account_sql_delegations_row *r = &rows.row;
		struct delegation d = { r->number, r->delegator, r->delegate, db_keep(db, r->delegator_name),
			db_keep(db, r->delegate_name),
			{ .agency = db_keep(db, r->agency),
				.from = (daynum)r->valid_from,
				.to = (daynum)r->valid_to },
			db_keep(db, r->reason), r->made_at, r->revoked_at };

		if (!role_from(r->role, &d.what.role))
			return FAULT(db->a, FAULT_CORRUPT, "delegation %lld", (long long)r->number);
		list[count++] = d;
	}
	*out = list;
	*n = count;
	return NULL;
}

const struct fault *delegation_use(struct write *w, void *arg)
{
	const struct delegation_use *x = arg;
	struct str detail = str_fmt(w->db->a, "%.*s: %.*s", ARG(what_text(w->db->a, &x->with)), ARG(x->what));

	return audit_both(w, &x->by, x->with.delegator, "acted_by_delegation", detail);
}
