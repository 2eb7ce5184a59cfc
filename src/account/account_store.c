#include "account/account_store.h"
#include "account/account_sql.h"
#include "account/delegation.h"
#include "base/limits.h"
#include "setting/setting_store.h"

#define SETTING_AUDIT_SALT S("audit-salt")

/* What others lend, from today on. Of more than fit the oldest count. */
must_check static const struct fault *load_borrowed(
	struct db *db, int64_t account, daynum today, struct grant *list, size_t *n)
{
	cleanup_with(account_sql_borrowed_end) struct account_sql_borrowed_rows rows = { 0 };

	TRY(account_sql_borrowed(db, account, today, &rows));
	for (bool more = true; *n < (size_t)2 * LIMIT_GRANTS;) {
		TRY(account_sql_borrowed_next(&rows, &more));
		if (!more)
			break;
		struct grant held = { .from = (daynum)rows.row.held_from, .to = (daynum)rows.row.held_to };
		struct grant lent = { .agency = db_keep(db, rows.row.agency),
			.from = (daynum)rows.row.valid_from,
			.to = (daynum)rows.row.valid_to,
			.delegator = rows.row.delegator,
			.delegator_name = db_keep(db, rows.row.name) };

		if (!role_from(rows.row.role, &lent.role))
			return FAULT(db->a, FAULT_CORRUPT, "account %lld: delegations", (long long)account);
		held.role = lent.role;
		held.agency = lent.agency;
		if (delegation_grant(&lent, &held, &list[*n]))
			++*n;
	}
	return NULL;
}

must_check static const struct fault *load_grants(
	struct db *db, int64_t account, daynum today, struct grants *out)
{
	cleanup_with(account_sql_roles_end) struct account_sql_roles_rows rows = { 0 };
	struct grant *list = NEW_ARRAY(db->a, struct grant, 2 * LIMIT_GRANTS);
	size_t n = 0;

	TRY(account_sql_roles(db, account, &rows));
	for (bool more = true;;) {
		TRY(account_sql_roles_next(&rows, &more));
		if (!more)
			break;
		struct grant g = { .agency = db_keep(db, rows.row.agency),
			.from = (daynum)rows.row.valid_from,
			.to = (daynum)rows.row.valid_to };

		if (n == LIMIT_GRANTS || !role_from(rows.row.role, &g.role))
			return FAULT(db->a, FAULT_CORRUPT, "account %lld: roles", (long long)account);
		list[n++] = g;
	}
	TRY(load_borrowed(db, account, today, list, &n));
	*out = (struct grants){ list, n };
	return NULL;
}

const struct fault *account_load(struct db *db, int64_t number, instant now, struct account *out)
{
	struct account_sql_get_row row = { 0 };
	struct account x = { 0 };
	bool found;

	TRY(account_sql_get(db, number, &row, &found));
	if (found) {
		x = (struct account){ .number = row.number,
			.login = row.login,
			.name = row.name,
			.agency = row.agency,
			.password = row.password,
			.totp = row.totp,
			.totp_step = row.totp_step,
			.created_at = row.created_at };
		TRY(load_grants(db, number, day_of(now), &x.grants));
		x.facts = (struct signin_facts){ .disabled = row.disabled != 0,
			.must_change = row.must_change != 0,
			.last_used = row.last_used,
			.password_at = row.password_at,
			.locked_until = row.locked_until,
			.failures = row.failures,
			.has_totp = row.totp.n > 0,
			.is_administrator = grants_have(&x.grants, day_of(now), ROLE_ADMINISTRATOR) };
	}
	*out = x;
	return NULL;
}

const struct fault *account_find(struct db *db, struct str login, instant now, struct account *out)
{
	struct account_sql_number_of_row row = { 0 };
	bool found;

	TRY(account_sql_number_of(db, login, &row, &found));
	return account_load(db, found ? row.number : 0, now, out);
}

/* An address is one of few, so its hash needs a salt that stays in the province. */
must_check static const struct fault *origin_of(struct write *w, struct str from, struct str *out)
{
	enum { SALT_BYTES = 16, SHOWN_BYTES = 8 };
	struct str salt = { 0 };
	struct buf made = { .a = w->db->a }, hex = { .a = w->db->a };

	*out = (struct str){ 0 };
	if (!from.n)
		return NULL;
	TRY(setting_get(w->db, SETTING_AUDIT_SALT, &salt));
	if (!salt.n) {
		char random[SALT_BYTES];

		random_bytes(random, sizeof random);
		add_hex(&made, (struct str){ random, sizeof random });
		salt = buf_str(&made);
		TRY(setting_set(w, SETTING_AUDIT_SALT, salt));
	}
	struct sha256 h = sha256_of(salt, from);

	add_hex(&hex, (struct str){ (const char *)h.b, SHOWN_BYTES });
	*out = buf_str(&hex);
	return NULL;
}

const struct fault *audit_add(struct write *w, const struct account_actor *by, int64_t account,
	const char *action, struct str detail)
{
	struct account_sql_audit_next_row next = { 0 };
	struct str origin;

	TRY(origin_of(w, by->from, &origin));
	TRY(account_sql_audit_next(w->db, &next));
	return account_sql_audit(
		w->db, next.number, by->now, by->account, account, str_of(action), detail, origin);
}

/* "clerk SGTVT" */
static struct str grant_text(struct arena *a, const struct grant *g)
{
	return str_fmt(a, "%.*s %.*s", ARG(role_text(g->role)), ARG(g->agency));
}

must_check static const struct fault *add_grant(struct write *w, int64_t account, const struct grant *g)
{
	return account_sql_add_role(w->db, account, role_text(g->role), g->agency, g->from, g->to);
}

const struct fault *account_add(struct write *w, void *arg)
{
	struct account_adding *x = arg;
	struct account_sql_number_of_row taken = { 0 };
	struct account_sql_next_number_row next = { 0 };
	bool found;

	x->refusal = ACCOUNT_OK;
	TRY(account_sql_number_of(w->db, x->login, &taken, &found));
	if (found) {
		x->refusal = ACCOUNT_LOGIN_TAKEN;
		return NULL;
	}
	TRY(account_sql_next_number(w->db, &next));
	TRY(account_sql_add(w->db, next.number, x->login, x->name, x->agency, x->password, x->by.now, S("")));
	TRY(account_sql_remember_password(w->db, next.number, 1, x->password));
	TRY(audit_add(w, &x->by, next.number, "account_added", S("")));
	if (x->first.role != ROLE_NOBODY) {
		TRY(add_grant(w, next.number, &x->first));
		TRY(audit_add(w, &x->by, next.number, "role_added", grant_text(w->db->a, &x->first)));
	}
	x->number = next.number;
	return NULL;
}

const struct fault *account_make_ready(struct write *w, int64_t account, struct str password, struct str totp)
{
	TRY(account_sql_set_password(w->db, account, password, 0, w->now));
	TRY(account_sql_open_again(w->db, account, w->now));
	TRY(account_sql_session_end_all(w->db, account));
	return account_sql_set_totp(w->db, account, totp, 0);
}

must_check static const struct fault *reset_password(struct write *w, const struct account_change *x)
{
	TRY(account_sql_set_password(w->db, x->account, x->password, 1, x->by.now));
	TRY(account_sql_open_again(w->db, x->account, x->by.now));
	TRY(account_sql_session_end_all(w->db, x->account));
	return audit_add(w, &x->by, x->account, "password_reset", S(""));
}

must_check static const struct fault *drop_totp(struct write *w, const struct account_change *x)
{
	TRY(account_sql_set_totp(w->db, x->account, S(""), 0));
	TRY(account_sql_must_change(w->db, x->account)); /* without a code it has to be a longer one */
	TRY(account_sql_forget_recovery(w->db, x->account));
	TRY(account_sql_session_end_all(w->db, x->account));
	return audit_add(w, &x->by, x->account, "totp_removed", S(""));
}

/* Of one's own; *n counts all of those. */
static bool holds(const struct account *a, const struct grant *g, size_t *n)
{
	bool found = false;

	*n = 0;
	for (size_t i = 0; i < a->grants.n; i++) {
		const struct grant *x = &a->grants.list[i];

		if (x->delegator)
			continue;
		++*n;
		found = found || (x->role == g->role && str_eq(x->agency, g->agency));
	}
	return found;
}

must_check static const struct fault *change_role(
	struct write *w, struct account_change *x, const struct account *a)
{
	bool adds = x->verb == ACCOUNT_GRANT;
	size_t own;

	if (holds(a, &x->grant, &own) == adds) {
		x->refusal = adds ? ACCOUNT_ROLE_TWICE : ACCOUNT_NO_ROLE;
		return NULL;
	}
	if (adds && own == LIMIT_GRANTS) {
		x->refusal = ACCOUNT_ROLES_FULL;
		return NULL;
	}
	if (adds)
		TRY(add_grant(w, x->account, &x->grant));
	else
		TRY(account_sql_drop_role(w->db, x->account, role_text(x->grant.role), x->grant.agency));
	TRY(account_sql_session_end_all(w->db, x->account));
	return audit_add(
		w, &x->by, x->account, adds ? "role_added" : "role_removed", grant_text(w->db->a, &x->grant));
}

const struct fault *account_change(struct write *w, void *arg)
{
	struct account_change *x = arg;
	struct account a;

	TRY(account_load(w->db, x->account, x->by.now, &a));
	x->refusal = a.number ? ACCOUNT_OK : ACCOUNT_UNKNOWN;
	if (x->refusal)
		return NULL;
	switch (x->verb) {
	case ACCOUNT_DISABLE:
		TRY(account_sql_set_disabled(w->db, x->account, 1));
		TRY(account_sql_session_end_all(w->db, x->account));
		return audit_add(w, &x->by, x->account, "disabled", S(""));
	case ACCOUNT_ENABLE:
		TRY(account_sql_open_again(w->db, x->account, x->by.now));
		return audit_add(w, &x->by, x->account, "enabled", S(""));
	case ACCOUNT_RESET: return reset_password(w, x);
	case ACCOUNT_DROP_TOTP: return drop_totp(w, x);
	case ACCOUNT_GRANT:
	case ACCOUNT_REVOKE: return change_role(w, x, &a);
	case ACCOUNT_SIGN_OUT:
		TRY(account_sql_session_end_all(w->db, x->account));
		return audit_add(w, &x->by, x->account, "signed_out_everywhere", S(""));
	}
	impossible();
}

const struct fault *account_list(struct db *db, instant now, const struct account_row **out, size_t *n)
{
	cleanup_with(account_sql_all_end) struct account_sql_all_rows rows = { 0 };
	struct account_row *list = NULL;
	size_t cap = 0, count = 0;

	TRY(account_sql_all(db, &rows));
	for (bool more = true;;) {
		TRY(account_sql_all_next(&rows, &more));
		if (!more)
			break;
		const struct account_sql_all_row *r = &rows.row;
		struct signin_facts f = { .disabled = r->disabled != 0,
			.last_used = r->last_used,
			.locked_until = r->locked_until };

		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct account_row){ .number = r->number,
			.login = db_keep(db, r->login),
			.name = db_keep(db, r->name),
			.agency = db_keep(db, r->agency),
			.verdict = signin_verdict(&f, now),
			.last_used = r->last_used,
			.has_totp = r->totp_bytes > 0 };
	}
	for (size_t i = 0; i < count; i++)
		TRY(load_grants(db, list[i].number, day_of(now), &list[i].grants));
	*out = list;
	*n = count;
	return NULL;
}

const struct fault *account_audit(struct db *db, int64_t account, const struct audit_row **out, size_t *n)
{
	cleanup_with(account_sql_audit_of_end) struct account_sql_audit_of_rows rows = { 0 };
	struct audit_row *list = NEW_ARRAY(db->a, struct audit_row, AUDIT_SHOWN);
	size_t count = 0;

	TRY(account_sql_audit_of(db, account, AUDIT_SHOWN, &rows));
	for (bool more = true; count < AUDIT_SHOWN;) {
		TRY(account_sql_audit_of_next(&rows, &more));
		if (!more)
			break;
		list[count++] = (struct audit_row){ rows.row.at, db_keep(db, rows.row.actor_login),
			db_keep(db, rows.row.action), db_keep(db, rows.row.detail),
			db_keep(db, rows.row.origin) };
	}
	*out = list;
	*n = count;
	return NULL;
}
