#include "account/people_parts_web.h"
#include "account/people_html.h"
#include "search/fold.h"

enum tone people_tone(enum signin_verdict v)
{
	return v == SIGNIN_OPEN ? TONE_GOOD : TONE_WARN;
}

struct people_form {
	struct str q;
	int64_t page;
};

/* In the scope of whoever asks, and found by the words. */
static bool is_wanted(struct request *rq, const struct account_row *r, struct str folded)
{
	if (!staff_may_at(rq, PERMISSION_ACCOUNT_READ, r->agency))
		return false;
	return !folded.n || str_find(fold(rq->a, r->name), folded) < fold(rq->a, r->name).n ||
	       str_find(r->login, folded) < r->login.n;
}

static struct str roles_text(struct request *rq, const struct grants *g)
{
	struct buf b = { .a = rq->a };

	for (size_t i = 0; i < g->n; i++)
		if (grant_is_in_force(&g->list[i], day_of(rq->now)))
			buf_fmt(&b, "%s%.*s", b.n ? "; " : "", ARG(role_name(rq->lang, g->list[i].role)));
	return b.n ? buf_str(&b) : msg_text(rq->lang, MSG_account_role_none);
}

must_check static const struct fault *find_people(
	struct request *rq, const struct people_form *x, struct people_view *v)
{
	READER held = { 0 };
	CATALOGUE cat = site_catalogue(rq);
	const struct account_row *all;
	struct people_row *rows = NEW_ARRAY(rq->a, struct people_row, LIMIT_PAGE_ROWS);
	struct str folded = fold(rq->a, x->q);
	int64_t first = (x->page - 1) * LIMIT_PAGE_ROWS;
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(account_list(held.db, rq->now, &all, &n));
	for (size_t i = 0; i < n; i++) {
		const struct account_row *r = &all[i];

		if (!is_wanted(rq, r, folded) || v->total++ < first || v->rows_n == LIMIT_PAGE_ROWS)
			continue;
		rows[v->rows_n++] = (struct people_row){ r->number, r->name, r->login,
			staff_agency_name(rq, cat.c, r->agency), roles_text(rq, &r->grants),
			signin_state_text(rq->lang, r->verdict), people_tone(r->verdict), r->has_totp,
			r->last_used };
	}
	v->rows = rows;
	return NULL;
}

struct reply people_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct people_form, q, "q", 0, LIMIT_QUERY_CHARS),
		FIELD_INT(struct people_form, page, "trang", 1, 10000) };
	struct people_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct people_view v = { .query = x.q };
	struct url base = url_path(S(STAFF_PATH "/tai-khoan"));

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = find_people(rq, &x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_people));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	v.pager = (struct pager){ x.q.n ? url_query(rq->a, base, S("q"), x.q) : base, S("trang"), x.page,
		site_pages(v.total) };
	people_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

struct new_form {
	struct str login, name, agency, role;
};

const struct choice *people_role_choices(struct request *rq, struct str chosen, enum msg none, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, ROLE_N + 1);
	size_t count = 0;

	list[count++] = (struct choice){ S(""), msg_text(rq->lang, none), !chosen.n };
	for (int r = 0; r < ROLE_N; r++)
		if (role_is_staff((enum role)r))
			list[count++] = (struct choice){ role_text((enum role)r),
				role_name(rq->lang, (enum role)r), str_eq(role_text((enum role)r), chosen) };
	*n = count;
	return list;
}

static struct reply show_new(struct request *rq, const struct new_form *x, struct form_flaw flaw)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_add));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);
	struct person_form v = { .flaw = flaw, .login = x->login, .name = x->name, .agency = x->agency };

	v.choices = people_role_choices(rq, x->role, MSG_account_role_none, &v.choices_n);
	page.has_errors = flaw.text.n > 0;
	person_form_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

struct reply person_new_get(struct request *rq)
{
	struct new_form x = { 0 };

	return show_new(rq, &x, (struct form_flaw){ 0 });
}

struct form_flaw people_read_place(struct request *rq, struct str role, struct str typed, struct grant *out)
{
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, typed);
	struct grant g = { ROLE_NOBODY };

	if (typed.n && !choice.number)
		return (struct form_flaw){ site_agency_problem(rq, held.c, typed, &choice), S("co-quan") };
	if (choice.number)
		g.agency = str_dup(rq->a, held.c->agencies.agencies[choice.number].code);
	if (role.n && (!role_from(role, &g.role) || !role_is_staff(g.role)))
		return (struct form_flaw){ msg_text(rq->lang, MSG_site_web_unreadable), S("vai-tro") };
	if (!staff_may_at(rq, PERMISSION_ACCOUNT_CHANGE, g.agency))
		return (struct form_flaw){ msg_text(rq->lang, MSG_account_out_of_scope), S("co-quan") };
	*out = g;
	return (struct form_flaw){ 0 };
}

struct reply people_show_once(struct request *rq, struct str name, struct str password, int64_t number)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_once_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);
	struct once_view v = { name, password, number };

	once_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

struct str people_password_for_once(struct request *rq)
{
	uint8_t random[ONE_TIME_PASSWORD_BYTES];

	random_bytes(random, sizeof random);
	return password_of_bytes(rq->a, random);
}

static struct reply add(struct request *rq, const struct new_form *x, const struct grant *place)
{
	struct str once = people_password_for_once(rq);
	struct account_adding adding = { .by = staff_actor(rq),
		.login = x->login,
		.name = x->name,
		.agency = place->agency,
		.first = *place };
	const struct fault *f = staff_hash(rq, once, &adding.password);

	if (!f)
		f = staff_run(rq, account_add, &adding);
	if (f)
		return reply_fault(f);
	if (adding.refusal)
		return show_new(
			rq, x, (struct form_flaw){ msg_text(rq->lang, MSG_account_login_taken), S("ten") });
	return people_show_once(rq, x->name, once, adding.number);
}

struct reply person_new_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_TEXT(struct new_form, login, "ten", 0, LIMIT_CODE_CHARS),
		FIELD_TEXT(struct new_form, name, "ho-ten", 0, LIMIT_QUERY_CHARS),
		FIELD_TEXT(struct new_form, agency, "co-quan", 0, LIMIT_QUERY_CHARS),
		FIELD_CODE(struct new_form, role, "vai-tro", 0),
	};
	struct new_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	struct grant place;
	struct form_flaw flaw = { 0 };

	if (form.unreadable)
		return reply_error(400, S(""));
	x.name = nfc(rq->a, x.name);
	if (form.error_count)
		flaw.text = site_form_problem(rq, &form);
	else if (!x.name.n)
		flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_name_missing), S("ho-ten") };
	else if (!login_is_valid(x.login))
		flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_login_bad), S("ten") };
	else
		flaw = people_read_place(rq, x.role, x.agency, &place);
	return flaw.text.n ? show_new(rq, &x, flaw) : add(rq, &x, &place);
}
