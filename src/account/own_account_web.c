#include "account/staff_web.h"
#include "account/signin_html.h"
#include "account/totp.h"

static struct own_view view_of(struct request *rq)
{
	struct own_view v = { .has_totp = rq->session->has_totp,
		.is_administrator = rq->session->is_administrator };

	v.roles = staff_roles(rq, &rq->session->grants, false, &v.roles_n);
	return v;
}

typedef void own_template(
	struct html_out *o, const struct page *page, const struct staff *s, const struct own_view *v);

static struct reply show(struct request *rq, own_template *template, enum msg title, const struct own_view *v)
{
	struct page page = staff_page(rq, msg_text(rq->lang, title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = v->flaw.text.n > 0;
	template(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply staff_home_get(struct request *rq)
{
	struct desk_view v = { 0 };
	const struct fault *f = staff_cards(rq, &v);

	if (f)
		return reply_fault(f);
	v.roles = staff_roles(rq, &rq->session->grants, false, &v.roles_n);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_home));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	staff_home_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

must_check static const struct fault *count_own(struct request *rq, struct own_view *v)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	TRY(session_count(held.db, rq->session->account, rq->now, &v->sessions));
	return recovery_left(held.db, rq->session->account, &v->recovery_left);
}

struct saved_form {
	bool saved;
};

struct reply own_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_FLAG(struct saved_form, saved, "xong") };
	struct saved_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct own_view v = view_of(rq);
	const struct fault *f = count_own(rq, &v);

	v.done = x.saved && !form.error_count;
	return f ? reply_fault(f) : show(rq, own_page, MSG_account_own, &v);
}

struct reply password_get(struct request *rq)
{
	struct own_view v = view_of(rq);

	return show(rq, password_page, MSG_account_password_title, &v);
}

static struct reply refuse_password(struct request *rq, struct str text, struct str at)
{
	struct own_view v = view_of(rq);

	v.flaw = (struct form_flaw){ text, at };
	return show(rq, password_page, MSG_account_password_title, &v);
}

struct password_form {
	struct str old, new, again;
};

must_check static const struct fault *load_own(
	struct request *rq, struct account *a, const struct str **used, size_t *used_n)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	TRY(account_load(held.db, rq->session->account, rq->now, a));
	return passwords_of(held.db, rq->session->account, used, used_n);
}

/* Whether new is one of the last ones: their salts differ, so each is tried. */
must_check static const struct fault *is_used(
	struct request *rq, struct str new, const struct str *used, size_t n, bool *out)
{
	*out = false;
	for (size_t i = 0; i < n && !*out; i++)
		TRY(staff_matches(rq, new, used[i], out));
	return NULL;
}

/* The new hash is stored and the session begins anew; *text says what is wrong, *at where. */
must_check static const struct fault *change_password(
	struct request *rq, const struct password_form *x, struct str token, struct form_flaw *flaw)
{
	bool code = rq->session->has_totp || rq->session->is_administrator, right, repeated;
	struct account a;
	const struct str *used;
	size_t used_n;

	TRY(load_own(rq, &a, &used, &used_n));
	TRY(staff_matches(rq, x->old, a.password, &right));
	if (!right) {
		struct failure_note note = { staff_actor(rq), a.number };

		*flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_password_old_wrong), S("cu") };
		return staff_run(rq, failure_note, &note);
	}
	enum password_flaw wrong = password_flaw(rq->a, x->new, rq->session->login, code);

	if (!wrong) {
		TRY(is_used(rq, x->new, used, used_n, &repeated));
		wrong = repeated || str_eq(x->new, x->old) ? PASSWORD_USED : PASSWORD_FINE;
	}
	if (wrong) {
		*flaw = (struct form_flaw){ password_flaw_text(rq->a, rq->lang, wrong, code), S("moi") };
		return NULL;
	}
	struct password_change change = { .by = staff_actor(rq),
		.account = a.number,
		.seen = a.password,
		.second_factor = rq->session->has_totp,
		.move = staff_move(rq, token) };

	TRY(staff_hash(rq, x->new, &change.password));
	TRY(staff_run(rq, password_change, &change));
	if (change.refusal)
		*flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_changed_meanwhile), S("") };
	return NULL;
}

struct reply password_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_TEXT(struct password_form, old, "cu", 1, LIMIT_PASSWORD_BYTES),
		FIELD_TEXT(struct password_form, new, "moi", 0, LIMIT_PASSWORD_BYTES),
		FIELD_TEXT(struct password_form, again, "lai", 0, LIMIT_PASSWORD_BYTES),
	};
	struct password_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct str token = staff_new_token(rq);
	struct form_flaw flaw = { 0 };

	if (form.unreadable)
		return reply_error(400, S(""));
	if (form.error_count)
		return refuse_password(rq,
			msg_text(rq->lang, form_problem_of(&form, "cu") ? MSG_account_password_old_wrong
									: MSG_account_password_text),
			form_problem_of(&form, "cu") ? S("cu") : S("moi"));
	if (!str_eq(x.new, x.again))
		return refuse_password(rq, msg_text(rq->lang, MSG_account_password_differ), S("lai"));
	const struct fault *f = change_password(rq, &x, token, &flaw);

	if (f)
		return reply_fault(f);
	if (flaw.text.n)
		return refuse_password(rq, flaw.text, flaw.at);
	struct reply r = reply_see_other(
		rq->session->need == NEED_PASSWORD ? S(STAFF_PATH) : S(STAFF_PATH "/ban-than?xong=1"));

	staff_set_cookie(rq, &r, token);
	return r;
}

/* The new authenticator's secret follows from the session, so nothing has to be kept until it is proved. */
static struct str new_secret(const struct request *rq)
{
	return (struct str){ (const char *)rq->session->totp_seed, TOTP_SECRET_BYTES };
}

static struct reply show_totp(struct request *rq, struct form_flaw flaw)
{
	struct own_view v = view_of(rq);
	struct buf plain = { .a = rq->a }, groups = { .a = rq->a };

	add_base32(&plain, new_secret(rq));
	for (size_t i = 0; i < plain.n; i++) {
		if (i && i % 4 == 0)
			buf_char(&groups, ' ');
		buf_char(&groups, plain.p[i]);
	}
	v.flaw = flaw;
	v.secret = buf_str(&groups);
	v.uri = totp_uri(rq->a, rq->session->login, new_secret(rq));
	return show(rq, totp_page, MSG_account_totp_title, &v);
}

struct reply totp_get(struct request *rq)
{
	return show_totp(rq, (struct form_flaw){ 0 });
}

struct totp_form {
	struct str code;
};

struct reply totp_post(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct totp_form, code, "ma", 0, LIMIT_CODE_CHARS) };
	struct totp_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct str token = staff_new_token(rq), *codes = NEW_ARRAY(rq->a, struct str, RECOVERY_CODES);
	struct totp_setting set = { .by = staff_actor(rq),
		.account = rq->session->account,
		.secret = new_secret(rq),
		.move = staff_move(rq, token) };

	if (form.unreadable)
		return reply_error(400, S(""));
	if (form.error_count || !totp_fits(set.secret, x.code, rq->now, 0, &set.step))
		return show_totp(
			rq, (struct form_flaw){ msg_text(rq->lang, MSG_account_code_wrong), S("ma") });
	for (size_t i = 0; i < RECOVERY_CODES; i++) {
		uint8_t random[RECOVERY_BYTES];

		random_bytes(random, sizeof random);
		codes[i] = recovery_code(rq->a, random);
		set.codes[i] = recovery_hash(rq->a, set.account, codes[i]);
	}
	const struct fault *f = staff_run(rq, totp_set, &set);

	if (f)
		return reply_fault(f);
	/* The page belongs to the session that has just begun: its form to sign out needs that one's token.
	 */
	f = staff_session(rq, token, &rq->session);
	if (f || !rq->session)
		return f ? reply_fault(f) : reply_see_other(S(SIGN_IN_PATH));
	struct own_view v = view_of(rq);

	v.codes = codes;
	v.codes_n = RECOVERY_CODES;
	struct reply r = show(rq, recovery_page, MSG_account_recovery_title, &v);

	staff_set_cookie(rq, &r, token);
	return r;
}
