#include "account/people_parts_web.h"
#include "account/people_html.h"

/* The number in the address; 0 when it is none. */
static int64_t number_of(const struct request *rq)
{
	int64_t n;

	return str_int(request_param(rq, "number"), &n) && n > 0 ? n : 0;
}

must_check static const struct fault *load(struct request *rq, int64_t number, struct account *a)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return account_load(held.db, number, rq->now, a);
}

const struct fault *person_agency(struct request *rq, struct str *agency, bool *found)
{
	struct account a;

	TRY(load(rq, number_of(rq), &a));
	*agency = a.agency;
	*found = a.number != 0;
	return NULL;
}

/* "clerk SGTVT", as it is stored, in words. */
static struct str detail_text(struct request *rq, const struct catalogue *c, struct str detail)
{
	struct str rest = detail, word, agency;
	enum role r;

	if (!str_cut(&rest, ' ', &word) || !rest.p || !role_from(word, &r) || !role_is_staff(r))
		return detail;
	size_t end = str_find(rest, S(": ")); /* "clerk SGTVT: POST /…" */

	agency = str_sub(rest, 0, end);
	return str_fmt(rq->a, "%.*s, %.*s%.*s", ARG(role_name(rq->lang, r)),
		ARG(staff_agency_name(rq, c, agency)), ARG(str_sub(rest, end, rest.n)));
}

must_check static const struct fault *load_audit(struct request *rq, int64_t number, struct person_view *v)
{
	READER held = { 0 };
	const struct audit_row *rows;
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(account_audit(held.db, number, &rows, &n));
	CATALOGUE cat = site_catalogue(rq);
	struct audit_line *lines = NEW_ARRAY(rq->a, struct audit_line, n + 1);

	for (size_t i = 0; i < n; i++)
		lines[i] = (struct audit_line){ rows[i].at,
			rows[i].actor.n ? rows[i].actor : msg_text(rq->lang, MSG_account_by_terminal),
			audit_action_text(rq->lang, rows[i].action), detail_text(rq, cat.c, rows[i].detail),
			rows[i].origin };
	v->audit = lines;
	v->audit_n = n;
	return NULL;
}

static struct reply show_person(struct request *rq, struct form_flaw flaw, bool done)
{
	struct account a;
	struct person_view v = { .flaw = flaw, .done = done };
	const struct fault *f = load(rq, number_of(rq), &a);

	if (!f)
		f = load_audit(rq, a.number, &v);
	if (f)
		return reply_fault(f);
	enum signin_verdict verdict = signin_verdict(&a.facts, rq->now);
	CATALOGUE held = site_catalogue(rq);

	v.number = a.number;
	v.name = a.name;
	v.login = a.login;
	v.agency = staff_agency_name(rq, held.c, a.agency);
	v.state = signin_state_text(rq->lang, verdict);
	v.tone = people_tone(verdict);
	v.is_shut = verdict != SIGNIN_OPEN;
	v.is_self = a.number == rq->session->account;
	v.has_totp = a.facts.has_totp;
	v.last_used = a.facts.last_used;
	v.roles = staff_roles(rq, &a.grants, true, &v.roles_n);
	v.choices = people_role_choices(rq, S(""), MSG_account_role_none, &v.choices_n);
	struct page page = staff_page(rq, a.name);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = flaw.text.n > 0;
	person_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

struct done_form {
	bool done;
};

struct reply person_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_FLAG(struct done_form, done, "xong") };
	struct done_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);

	return show_person(rq, (struct form_flaw){ 0 }, x.done && !form.error_count);
}

struct act_form {
	int verb;
	struct str role, agency;
	daynum from, to;
};

static const char *const verb_words[] = { [ACCOUNT_DISABLE] = "khoa",
	[ACCOUNT_ENABLE] = "mo",
	[ACCOUNT_RESET] = "cap-mat-khau",
	[ACCOUNT_DROP_TOTP] = "go-xac-thuc",
	[ACCOUNT_GRANT] = "giao",
	[ACCOUNT_REVOKE] = "thu-hoi",
	[ACCOUNT_SIGN_OUT] = "dang-xuat",
	NULL };

/* Nobody changes their own rights; and who has a role outside of the own scope is changed by those above. */
static enum msg barred(struct request *rq, const struct account *a, bool *is_barred)
{
	*is_barred = true;
	if (a->number == rq->session->account)
		return MSG_account_self;
	for (size_t i = 0; i < a->grants.n; i++)
		if (!staff_may_at(rq, PERMISSION_ACCOUNT_CHANGE, a->grants.list[i].agency))
			return MSG_account_higher;
	*is_barred = false;
	return MSG_account_done;
}

static struct str refusal_text(enum lang lang, enum account_refusal r)
{
	switch (r) {
	case ACCOUNT_ROLE_TWICE: return msg_text(lang, MSG_account_role_twice);
	case ACCOUNT_NO_ROLE: return msg_text(lang, MSG_account_role_lacking);
	case ACCOUNT_ROLES_FULL: return msg_text(lang, MSG_account_roles_full);
	case ACCOUNT_UNKNOWN: return msg_text(lang, MSG_account_gone);
	case ACCOUNT_LOGIN_TAKEN:
	case ACCOUNT_CHANGED: return msg_text(lang, MSG_account_changed_meanwhile);
	case ACCOUNT_OK: break;
	}
	return (struct str){ 0 };
}

/* The role to give or to revoke. A role that is revoked may be at an agency that is no more. */
static struct form_flaw read_grant(struct request *rq, const struct act_form *x, struct grant *g)
{
	struct form_flaw flaw = { 0 };

	if (x->verb == ACCOUNT_GRANT)
		flaw = people_read_place(rq, x->role, x->agency, g);
	else if (role_from(x->role, &g->role))
		g->agency = x->agency;
	if (!flaw.text.n && !role_is_staff(g->role))
		flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_role_lacking), S("vai-tro") };
	g->from = x->from;
	g->to = x->to;
	return flaw;
}

static struct reply act(struct request *rq, const struct account *a, const struct act_form *x)
{
	struct account_change change = {
		.by = staff_actor(rq), .verb = (enum account_verb)x->verb, .account = a->number
	};
	struct form_flaw flaw = { 0 };
	struct str once = people_password_for_once(rq);
	const struct fault *f = NULL;

	if (change.verb == ACCOUNT_GRANT || change.verb == ACCOUNT_REVOKE)
		flaw = read_grant(rq, x, &change.grant);
	if (flaw.text.n)
		return show_person(rq, flaw, false);
	if (change.verb == ACCOUNT_RESET)
		f = staff_hash(rq, once, &change.password);
	if (!f)
		f = staff_run(rq, account_change, &change);
	if (f)
		return reply_fault(f);
	if (change.refusal)
		return show_person(
			rq, (struct form_flaw){ refusal_text(rq->lang, change.refusal), S("") }, false);
	if (change.verb == ACCOUNT_RESET)
		return people_show_once(rq, a->name, once, a->number);
	return reply_see_other(str_fmt(rq->a, STAFF_PATH "/tai-khoan/%lld?xong=1", (long long)a->number));
}

struct reply person_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_WORD(struct act_form, verb, "viec", verb_words),
		FIELD_CODE(struct act_form, role, "vai-tro", 0),
		FIELD_TEXT(struct act_form, agency, "co-quan", 0, LIMIT_QUERY_CHARS),
		FIELD_DAY(struct act_form, from, "tu"),
		FIELD_DAY(struct act_form, to, "den"),
	};
	struct act_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct account a;
	bool is_barred;

	if (form.unreadable || !form_given(&form, "viec"))
		return reply_error(400, S(""));
	const struct fault *f = load(rq, number_of(rq), &a);

	if (f)
		return reply_fault(f);
	enum msg why = barred(rq, &a, &is_barred);

	if (is_barred)
		return reply_error(403, msg_text(rq->lang, why));
	if (form.error_count)
		return show_person(rq,
			(struct form_flaw){ site_form_problem(rq, &form),
				form_problem_of(&form, "tu") ? S("tu") : S("den") },
			false);
	return act(rq, &a, &x);
}
