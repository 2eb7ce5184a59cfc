#include "account/delegation_html.h"
#include "account/delegation_store.h"
#include "account/staff_web.h"

enum { MOST_COLLEAGUES = 500 };

enum act { ACT_NONE, ACT_LEND, ACT_REVOKE };
static const char *const act_words[] = { "", "giao", "huy", NULL };

struct lend_form {
	int act;
	struct str role, person, reason;
	daynum first, last;
	int64_t number;
	struct str first_typed, last_typed;
};

static struct str refusal_text(struct request *rq, enum delegation_refusal r)
{
	static const enum msg texts[] = { [DELEGATION_OK] = MSG_account_done,
		[DELEGATION_NO_REASON] = MSG_account_delegation_no_reason,
		[DELEGATION_ROLE] = MSG_account_delegation_bad_role,
		[DELEGATION_NOT_HELD] = MSG_account_delegation_not_held,
		[DELEGATION_NO_DAYS] = MSG_account_delegation_no_days,
		[DELEGATION_PAST] = MSG_account_delegation_past,
		[DELEGATION_TOO_LONG] = MSG_account_delegation_too_long,
		[DELEGATION_SELF] = MSG_account_delegation_self,
		[DELEGATION_NOBODY] = MSG_account_delegation_nobody,
		[DELEGATION_STRANGER] = MSG_account_delegation_stranger,
		[DELEGATION_TWICE] = MSG_account_delegation_twice,
		[DELEGATION_GONE] = MSG_account_delegation_gone,
		[DELEGATION_OVER] = MSG_account_delegation_over };

	return msg_text(rq->lang, texts[r]);
}

/* The field that a refusal is about. */
static struct str refused_at(enum delegation_refusal r)
{
	switch (r) {
	case DELEGATION_NO_REASON: return S("ly-do");
	case DELEGATION_ROLE:
	case DELEGATION_NOT_HELD:
	case DELEGATION_TWICE: return S("vai-tro");
	case DELEGATION_NO_DAYS:
	case DELEGATION_PAST: return S("tu");
	case DELEGATION_TOO_LONG: return S("den");
	case DELEGATION_SELF:
	case DELEGATION_NOBODY:
	case DELEGATION_STRANGER: return S("nguoi");
	case DELEGATION_OK:
	case DELEGATION_GONE:
	case DELEGATION_OVER: break;
	}
	return S("");
}

/* "leader SMA", "inspector": what the select sends. */
static struct str role_value(struct arena *a, const struct grant *g)
{
	return g->agency.n ? str_fmt(a, "%.*s %.*s", ARG(role_text(g->role)), ARG(g->agency))
			   : role_text(g->role);
}

static bool can_lend(struct request *rq, const struct grant *g)
{
	return !g->delegator && role_can_be_lent(g->role) &&
	       (g->to == DAYNUM_NONE || g->to >= day_of(rq->now));
}

static void add_roles(
	struct request *rq, const struct catalogue *c, struct str chosen, struct delegation_view *v)
{
	const struct grants *g = &rq->session->grants;
	struct choice *list = NEW_ARRAY(rq->a, struct choice, g->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];
		struct str value = role_value(rq->a, x);

		if (can_lend(rq, x))
			list[n++] = (struct choice){ value,
				str_fmt(rq->a, "%.*s, %.*s", ARG(role_name(rq->lang, x->role)),
					ARG(staff_agency_name(rq, c, x->agency))),
				str_eq(value, chosen) };
	}
	v->roles = list;
	v->roles_n = n;
}

/* For any of the own roles. */
static bool is_colleague(struct request *rq, const struct account_row *r)
{
	const struct agency_scope scope = staff_scope(rq);
	const struct grants *g = &rq->session->grants;
	struct delegation_wish w = { .delegator_agency = rq->session->agency, .delegate_agency = r->agency };
	bool near = false;

	for (size_t i = 0; i < g->n && !near; i++) {
		w.what = g->list[i];
		near = can_lend(rq, &g->list[i]) && delegation_is_near(&w, &scope);
	}
	return near && r->number != rq->session->account && r->verdict != SIGNIN_DISABLED;
}

must_check static const struct fault *add_people(
	struct request *rq, struct db *db, struct str chosen, struct delegation_view *v)
{
	const struct account_row *all;
	struct choice *list = NEW_ARRAY(rq->a, struct choice, MOST_COLLEAGUES);
	size_t n, count = 0;

	TRY(account_list(db, rq->now, &all, &n));
	for (size_t i = 0; i < n && count < MOST_COLLEAGUES; i++)
		if (is_colleague(rq, &all[i]))
			list[count++] = (struct choice){ all[i].login,
				str_fmt(rq->a, "%.*s (%.*s)", ARG(all[i].name), ARG(all[i].login)),
				str_eq(all[i].login, chosen) };
	v->people = list;
	v->people_n = count;
	return NULL;
}

static void say_state(struct request *rq, const struct delegation *d, struct delegation_row *row)
{
	daynum today = day_of(rq->now);
	enum msg state = MSG_account_delegation_now;

	row->tone = TONE_GOOD;
	row->can_revoke = d->revoked_at == INSTANT_NONE && today <= d->what.to;
	if (!row->can_revoke) {
		state = d->revoked_at == INSTANT_NONE ? MSG_account_delegation_past_state
						      : MSG_account_delegation_revoked;
		row->tone = TONE_PLAIN;
	} else if (today < d->what.from) {
		state = MSG_account_delegation_coming;
		row->tone = TONE_INFO;
	}
	row->state = msg_text(rq->lang, state);
}

must_check static const struct fault *add_rows(
	struct request *rq, struct db *db, const struct catalogue *c, struct delegation_view *v)
{
	const struct delegation *all;
	size_t n;

	TRY(delegations_of(db, rq->session->account, &all, &n));
	struct delegation_row *rows = NEW_ARRAY(rq->a, struct delegation_row, n + 1);

	for (size_t i = 0; i < n; i++) {
		rows[i] = (struct delegation_row){ .number = all[i].number,
			.from = all[i].delegator_name,
			.to = all[i].delegate_name,
			.role = role_name(rq->lang, all[i].what.role),
			.agency = staff_agency_name(rq, c, all[i].what.agency),
			.days = grant_days_text(rq->a, rq->lang, &all[i].what),
			.reason = all[i].reason };
		say_state(rq, &all[i], &rows[i]);
	}
	v->rows = rows;
	v->rows_n = n;
	return NULL;
}

must_check static const struct fault *fill(
	struct request *rq, const struct lend_form *x, struct delegation_view *v)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };

	TRY(site_reader(rq, &reader));
	add_roles(rq, held.c, x->role, v);
	if (v->roles_n)
		TRY(add_people(rq, reader.db, x->person, v));
	v->first = x->first_typed;
	v->last = x->last_typed;
	v->reason = x->reason;
	return add_rows(rq, reader.db, held.c, v);
}

static struct reply show(struct request *rq, const struct lend_form *x, struct form_flaw flaw, bool done)
{
	struct delegation_view v = { .flaw = flaw, .done = done };
	const struct fault *f = fill(rq, x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_delegation));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = flaw.text.n > 0;
	delegation_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

struct done_form {
	bool done;
};

struct reply delegations_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_FLAG(struct done_form, done, "xong") };
	struct done_form done = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &done);
	struct lend_form x = { .first_typed = fmt_day_vi(rq->a, day_of(rq->now)) };

	return show(rq, &x, (struct form_flaw){ 0 }, done.done && !form.error_count);
}

static struct reply refuse(struct request *rq, const struct lend_form *x, enum delegation_refusal r)
{
	return show(rq, x, (struct form_flaw){ refusal_text(rq, r), refused_at(r) }, false);
}

static struct reply lend(struct request *rq, const struct lend_form *x)
{
	const struct agency_scope scope = staff_scope(rq);
	struct delegation_adding adding = { .by = staff_actor(rq),
		.delegate = x->person,
		.reason = x->reason,
		.what = { .from = x->first, .to = x->last },
		.scope = &scope };
	struct str rest = x->role, role;

	if (!str_cut(&rest, ' ', &role) || !role_from(role, &adding.what.role))
		return refuse(rq, x, DELEGATION_ROLE);
	adding.what.agency = rest;
	const struct fault *f = staff_run(rq, delegation_add, &adding);

	if (f)
		return reply_fault(f);
	if (adding.refusal)
		return refuse(rq, x, adding.refusal);
	return reply_see_other(S(STAFF_PATH "/ban-than/uy-quyen?xong=1"));
}

static struct reply revoke(struct request *rq, const struct lend_form *x)
{
	struct delegation_revoking revoking = { .by = staff_actor(rq), .number = x->number };
	struct lend_form empty = { .first_typed = fmt_day_vi(rq->a, day_of(rq->now)) };
	const struct fault *f = staff_run(rq, delegation_revoke, &revoking);

	if (f)
		return reply_fault(f);
	if (revoking.refusal)
		return refuse(rq, &empty, revoking.refusal);
	return reply_see_other(S(STAFF_PATH "/ban-than/uy-quyen?xong=1"));
}

struct reply delegations_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_WORD(struct lend_form, act, "viec", act_words),
		FIELD_TEXT(struct lend_form, role, "vai-tro", 0, LIMIT_QUERY_CHARS),
		FIELD_CODE(struct lend_form, person, "nguoi", 0),
		FIELD_TEXT(struct lend_form, reason, "ly-do", 0, LIMIT_QUERY_CHARS),
		FIELD_DAY(struct lend_form, first, "tu"),
		FIELD_DAY(struct lend_form, last, "den"),
		FIELD_INT(struct lend_form, number, "so", 1, INT64_MAX),
	};
	struct lend_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);

	if (form.unreadable || form_problem_of(&form, "viec") || x.act == ACT_NONE)
		return reply_error(400, S(""));
	if (x.act == ACT_REVOKE)
		return form.error_count ? reply_error(400, S("")) : revoke(rq, &x);
	x.first_typed = form_raw(&form, "tu");
	x.last_typed = form_raw(&form, "den");
	if (form.error_count)
		return show(rq, &x,
			(struct form_flaw){
				site_form_problem(rq, &form), form_problem_of(&form, "tu")    ? S("tu")
							      : form_problem_of(&form, "den") ? S("den")
											      : S("ly-do") },
			false);
	return lend(rq, &x);
}
