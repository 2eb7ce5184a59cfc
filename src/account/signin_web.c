#include "account/staff_web.h"
#include "account/signin_html.h"

/* Pages of staff alone: a door that leads anywhere would help somebody to mislead. Empty: none of them. */
static struct str safe_return(struct str back)
{
	struct url to;
	struct str rest = str_sub(back, sizeof STAFF_PATH - 1, back.n);
	bool staff = str_starts(back, S(STAFF_PATH)) && (!rest.n || rest.p[0] == '/' || rest.p[0] == '?');

	return staff && url_local(back, &to) ? to.s : S("");
}

static struct reply to_desk(struct str back)
{
	struct str to = safe_return(back);

	return reply_see_other(to.n ? to : S(STAFF_PATH));
}

struct signin_form {
	struct str login, password, back;
};

static struct reply show_signin(struct request *rq, const struct signin_form *x, bool failed)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_sign_in));
	struct html_out o = page_out(rq);
	struct signin_view v = { .login = failed ? x->login : S(""),
		.back = safe_return(x->back),
		.trial = rq->app->synthetic ? rq->app->trial : NULL,
		.lang = rq->lang };

	if (failed)
		v.flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_sign_in_failed), S("ten") };
	page.has_errors = failed;
	signin_page(&o, &page, &v);
	return staff_reply(&o, failed);
}

struct reply signin_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct signin_form, back, "ve", 0, LIMIT_RETURN_CHARS) };
	struct signin_form x = { 0 };
	const struct staff_session *s;
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	const struct fault *f = staff_people.identify(rq, &s);

	if (f)
		return reply_fault(f);
	if (form.unreadable)
		return reply_error(400, S(""));
	return s ? to_desk(x.back) : show_signin(rq, &x, false);
}

/* Whether the password is the account's. Takes as long for an account that does not exist or is locked. */
must_check static const struct fault *compare(
	struct request *rq, const struct account *a, struct str password, bool *may_try, bool *right)
{
	struct str unused;

	*may_try = a->number && signin_verdict(&a->facts, rq->now) == SIGNIN_OPEN;
	*right = false;
	return *may_try ? staff_matches(rq, password, a->password, right) : staff_hash(rq, password, &unused);
}

must_check static const struct fault *find(struct request *rq, struct str login, struct account *a)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return account_find(held.db, str_lower_ascii(rq->a, login), rq->now, a);
}

must_check static const struct fault *sign_in(
	struct request *rq, const struct signin_form *x, struct str token, bool *accepted, bool *needs_code)
{
	struct account a;
	bool may_try, right;

	*accepted = false;
	TRY(find(rq, x->login, &a));
	TRY(compare(rq, &a, x->password, &may_try, &right));
	if (!may_try)
		return NULL;
	struct signin_try try = { .by = staff_actor(rq),
		.account = a.number,
		.right = right,
		.seen = a.password,
		.move = staff_move(rq, token) };

	TRY(staff_run(rq, signin_try, &try));
	*accepted = try.accepted;
	*needs_code = a.facts.has_totp;
	return NULL;
}

struct reply signin_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_TEXT(struct signin_form, login, "ten", 1, LIMIT_CODE_CHARS),
		FIELD_TEXT(struct signin_form, password, "mat-khau", 1, LIMIT_PASSWORD_BYTES),
		FIELD_TEXT(struct signin_form, back, "ve", 0, LIMIT_RETURN_CHARS),
	};
	struct signin_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct str token = staff_new_token(rq);
	bool accepted = false, needs_code = false;

	if (form.unreadable)
		return reply_error(400, S(""));
	const struct fault *f = form.error_count ? NULL : sign_in(rq, &x, token, &accepted, &needs_code);

	if (f)
		return reply_fault(f);
	if (!accepted)
		return show_signin(rq, &x, true);
	struct reply r = to_desk(x.back);

	if (needs_code) {
		struct str back = safe_return(x.back);
		struct url to = url_path(S(SIGN_IN_PATH "/ma"));

		r = reply_see_other(back.n ? url_query(rq->a, to, S("ve"), back).s : to.s);
	}
	staff_set_cookie(rq, &r, token);
	return r;
}

struct code_form {
	struct str code, back;
};

/* The code of the authenticator that everybody may know, in a demonstration and for its own account alone. */
static struct str trial_code(struct request *rq)
{
	const struct trial *t = rq->app->synthetic ? rq->app->trial : NULL;
	READER held = { 0 };
	struct account a;

	if (!t || site_reader(rq, &held) || account_load(held.db, rq->session->account, rq->now, &a) ||
		!str_eq(a.totp, t->totp))
		return S("");
	int64_t step = rq->now / TOTP_STEP_S;

	step = step <= a.totp_step ? a.totp_step + 1 : step; /* the one of now may be used up */
	return str_fmt(rq->a, "%06lld", (long long)hotp(t->totp, step, TOTP_DIGITS));
}

static struct reply show_code(struct request *rq, const struct code_form *x, bool failed)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_code_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);
	struct signin_view v = { .back = safe_return(x->back), .code = trial_code(rq) };

	if (failed)
		v.flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_code_wrong), S("ma") };
	page.has_errors = failed;
	code_page(&o, &page, &s, &v);
	return staff_reply(&o, failed);
}

struct reply code_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct code_form, back, "ve", 0, LIMIT_RETURN_CHARS) };
	struct code_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);

	if (form.unreadable)
		return reply_error(400, S(""));
	return rq->session->need == NEED_CODE ? show_code(rq, &x, false) : to_desk(x.back);
}

struct reply code_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_TEXT(struct code_form, code, "ma", 1, LIMIT_CODE_CHARS),
		FIELD_TEXT(struct code_form, back, "ve", 0, LIMIT_RETURN_CHARS),
	};
	struct code_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct str token = staff_new_token(rq);

	if (form.unreadable)
		return reply_error(400, S(""));
	if (rq->session->need != NEED_CODE)
		return to_desk(x.back);
	if (form.error_count)
		return show_code(rq, &x, true);
	struct code_try try = { .by = staff_actor(rq),
		.account = rq->session->account,
		.code = x.code,
		.move = staff_move(rq, token) };
	const struct fault *f = staff_run(rq, code_try, &try);

	if (f)
		return reply_fault(f);
	if (!try.accepted && !try.ended)
		return show_code(rq, &x, true);
	struct reply r = try.accepted ? to_desk(x.back) : reply_see_other(S(SIGN_IN_PATH));

	if (try.accepted)
		staff_set_cookie(rq, &r, token);
	else
		staff_drop_cookie(rq, &r);
	return r;
}

static struct reply leave(struct request *rq, write_command *run, void *arg)
{
	const struct fault *f = staff_run(rq, run, arg);

	if (f)
		return reply_fault(f);
	struct reply r = reply_see_other(S(SIGN_IN_PATH));

	staff_drop_cookie(rq, &r);
	return r;
}

struct reply signout_post(struct request *rq)
{
	struct session_step step = { staff_actor(rq), rq->session->token };

	return leave(rq, session_end, &step);
}

struct reply signout_all_post(struct request *rq)
{
	struct account_change x = {
		.by = staff_actor(rq), .verb = ACCOUNT_SIGN_OUT, .account = rq->session->account
	};

	return leave(rq, account_change, &x);
}
