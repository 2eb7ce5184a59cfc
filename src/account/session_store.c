#include "account/session_store.h"
#include "account/account_sql.h"
#include "base/limits.h"

static struct str bytes_of(const struct sha256 *h)
{
	return (struct str){ (const char *)h->b, sizeof h->b };
}

struct sha256 session_token_hash(struct str token)
{
	return sha256_of(S("session "), token);
}

const struct fault *session_find(
	struct db *db, struct str token, instant now, const struct staff_session **out)
{
	struct account_sql_session_find_row row = { 0 };
	struct sha256 hash = session_token_hash(token), form, totp;
	struct account a;
	bool found;

	*out = NULL;
	TRY(account_sql_session_find(db, bytes_of(&hash), &row, &found));
	if (!found)
		return NULL;
	TRY(account_load(db, row.account, now, &a));
	if (!a.number || signin_verdict(&a.facts, now) == SIGNIN_DISABLED ||
		!session_is_alive(row.started, row.used, a.facts.is_administrator, now))
		return NULL;
	struct staff_session *s = NEW(db->a, struct staff_session);

	*s = (struct staff_session){ .account = a.number,
		.login = a.login,
		.name = a.name,
		.agency = a.agency,
		.grants = a.grants,
		.need = session_need(&a.facts, row.second_factor != 0, now),
		.has_totp = a.facts.has_totp,
		.is_administrator = a.facts.is_administrator,
		.token = hash,
		.used = row.used };
	form = sha256_of(S("form "), token);
	totp = sha256_of(S("authenticator "), token);
	memcpy(s->form_key, form.b, sizeof s->form_key);
	memcpy(s->totp_seed, totp.b, sizeof s->totp_seed);
	*out = s;
	return NULL;
}

/* The old session ends, the new one begins; sessions past every bound are swept out. */
must_check static const struct fault *move_session(
	struct write *w, const struct session_move *m, int64_t account, bool second_factor, instant now)
{
	TRY(account_sql_session_end(w->db, bytes_of(&m->old)));
	TRY(account_sql_session_sweep(w->db, now - SESSION_LONGEST_S));
	return account_sql_session_add(w->db, bytes_of(&m->new), account, now, second_factor);
}

/* One more failure; true when the account is locked by it. */
must_check static const struct fault *fail(struct write *w, const struct account_actor *by,
	const struct account *a, const char *what, bool *locked)
{
	int64_t failures = a->facts.failures + 1;
	instant until = signin_locked_until(failures, by->now);

	TRY(account_sql_set_failures(w->db, a->number, failures, until));
	TRY(audit_add(w, by, a->number, what, S("")));
	*locked = until != INSTANT_NONE;
	return *locked ? audit_add(w, by, a->number, "locked", fmt_instant(w->db->a, until)) : NULL;
}

const struct fault *signin_try(struct write *w, void *arg)
{
	struct signin_try *x = arg;
	struct account a;
	bool locked;

	x->accepted = false;
	TRY(account_load(w->db, x->account, x->by.now, &a));
	if (!a.number || signin_verdict(&a.facts, x->by.now) != SIGNIN_OPEN || !str_eq(a.password, x->seen))
		return NULL;
	if (!x->right)
		return fail(w, &x->by, &a, "sign_in_failed", &locked);
	TRY(move_session(w, &x->move, a.number, false, x->by.now));
	x->by.account = a.number;
	if (!a.facts.has_totp)
		TRY(account_sql_set_used(w->db, a.number, x->by.now));
	TRY(audit_add(w, &x->by, a.number, a.facts.has_totp ? "password_given" : "signed_in", S("")));
	x->accepted = true;
	return NULL;
}

/* Whether the code is one of the authenticator or of the list; it is used up by that. */
must_check static const struct fault *use_code(
	struct write *w, const struct code_try *x, const struct account *a, const char **how)
{
	struct sha256 recovery = recovery_hash(w->db->a, a->number, x->code);
	int64_t step;

	*how = NULL;
	if (totp_fits(a->totp, x->code, x->by.now, a->totp_step, &step)) {
		*how = "signed_in_with_code";
		return account_sql_set_totp(w->db, a->number, a->totp, step);
	}
	TRY(account_sql_use_recovery(w->db, a->number, bytes_of(&recovery)));
	if (w->db->changed)
		*how = "signed_in_with_recovery_code";
	return NULL;
}

const struct fault *code_try(struct write *w, void *arg)
{
	struct code_try *x = arg;
	struct account a;
	const char *how;

	x->accepted = x->ended = false;
	TRY(account_load(w->db, x->account, x->by.now, &a));
	if (!a.number || signin_verdict(&a.facts, x->by.now) != SIGNIN_OPEN) {
		x->ended = true;
		return account_sql_session_end(w->db, bytes_of(&x->move.old));
	}
	TRY(use_code(w, x, &a, &how));
	if (!how) {
		TRY(fail(w, &x->by, &a, "code_failed", &x->ended));
		return x->ended ? account_sql_session_end(w->db, bytes_of(&x->move.old)) : NULL;
	}
	TRY(move_session(w, &x->move, a.number, true, x->by.now));
	TRY(account_sql_set_used(w->db, a.number, x->by.now));
	TRY(audit_add(w, &x->by, a.number, how, S("")));
	x->accepted = true;
	return NULL;
}

const struct fault *failure_note(struct write *w, void *arg)
{
	struct failure_note *x = arg;
	struct account a;
	bool locked = false;

	TRY(account_load(w->db, x->account, x->by.now, &a));
	if (!a.number)
		return NULL;
	TRY(fail(w, &x->by, &a, "password_wrong", &locked));
	return locked ? account_sql_session_end_all(w->db, a.number) : NULL;
}

/* Numbers go up; what is older than the last PASSWORDS_REMEMBERED is forgotten. */
must_check static const struct fault *remember(struct write *w, int64_t account, struct str password)
{
	int64_t newest = 0;
	{
		cleanup_with(account_sql_passwords_end) struct account_sql_passwords_rows rows = { 0 };
		bool more;

		TRY(account_sql_passwords(w->db, account, &rows));
		TRY(account_sql_passwords_next(&rows, &more));
		newest = more ? rows.row.number : 0;
	}
	TRY(account_sql_remember_password(w->db, account, newest + 1, password));
	return account_sql_forget_passwords(w->db, account, newest + 1 - PASSWORDS_REMEMBERED);
}

const struct fault *password_change(struct write *w, void *arg)
{
	struct password_change *x = arg;
	struct account a;

	TRY(account_load(w->db, x->account, x->by.now, &a));
	x->refusal = !a.number ? ACCOUNT_UNKNOWN : str_eq(a.password, x->seen) ? ACCOUNT_OK : ACCOUNT_CHANGED;
	if (x->refusal)
		return NULL;
	TRY(account_sql_set_password(w->db, a.number, x->password, 0, x->by.now));
	TRY(remember(w, a.number, x->password));
	TRY(account_sql_session_end_all(w->db, a.number));
	TRY(move_session(w, &x->move, a.number, x->second_factor, x->by.now));
	return audit_add(w, &x->by, a.number, "password_changed", S(""));
}

const struct fault *passwords_of(struct db *db, int64_t account, const struct str **hashes, size_t *n)
{
	cleanup_with(account_sql_passwords_end) struct account_sql_passwords_rows rows = { 0 };
	struct str *list = NEW_ARRAY(db->a, struct str, PASSWORDS_REMEMBERED);
	size_t count = 0;

	TRY(account_sql_passwords(db, account, &rows));
	for (bool more = true; count < PASSWORDS_REMEMBERED;) {
		TRY(account_sql_passwords_next(&rows, &more));
		if (!more)
			break;
		list[count++] = db_keep(db, rows.row.password);
	}
	*hashes = list;
	*n = count;
	return NULL;
}

const struct fault *totp_set(struct write *w, void *arg)
{
	const struct totp_setting *x = arg;

	TRY(account_sql_set_totp(w->db, x->account, x->secret, x->step));
	TRY(account_sql_forget_recovery(w->db, x->account));
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		TRY(account_sql_add_recovery(w->db, x->account, bytes_of(&x->codes[i])));
	TRY(account_sql_session_end_all(w->db, x->account));
	TRY(move_session(w, &x->move, x->account, true, x->by.now));
	return audit_add(w, &x->by, x->account, "totp_set", S(""));
}

const struct fault *recovery_left(struct db *db, int64_t account, int64_t *n)
{
	struct account_sql_recovery_left_row row = { 0 };

	TRY(account_sql_recovery_left(db, account, &row));
	*n = row.n;
	return NULL;
}

const struct fault *session_count(struct db *db, int64_t account, instant now, int64_t *n)
{
	struct account_sql_session_count_row row = { 0 };

	TRY(account_sql_session_count(db, account, now - SESSION_IDLE_S, now - SESSION_LONGEST_S, &row));
	*n = row.n;
	return NULL;
}

const struct fault *session_touch(struct write *w, void *arg)
{
	const struct session_step *x = arg;

	return account_sql_session_use(w->db, bytes_of(&x->token), x->by.now);
}

const struct fault *session_end(struct write *w, void *arg)
{
	const struct session_step *x = arg;

	TRY(account_sql_session_end(w->db, bytes_of(&x->token)));
	return audit_add(w, &x->by, x->by.account, "signed_out", S(""));
}
