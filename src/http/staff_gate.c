#include "http/staff_gate.h"
#include "base/limits.h"
#include "http/form.h"
#include "msg/messages.h"

struct str need_path(enum session_need need)
{
	switch (need) {
	case NEED_NOTHING: return S("");
	case NEED_CODE: return S(SIGN_IN_PATH "/ma");
	case NEED_PASSWORD: return S(STAFF_PATH "/mat-khau");
	case NEED_TOTP: return S(STAFF_PATH "/xac-thuc");
	}
	impossible();
}

static bool is_get(const struct request *rq)
{
	return rq->method == METHOD_GET || rq->method == METHOD_HEAD;
}

/* To the form, which leads back to pages that can be asked for again. */
static struct reply to_sign_in(struct request *rq)
{
	struct buf here = { .a = rq->a }, to = { .a = rq->a };

	buf_add(&to, S(SIGN_IN_PATH));
	add_path_encoded(&here, rq->path);
	if (is_get(rq) && !str_eq(rq->path, S(STAFF_PATH)) && here.n + rq->query.n < LIMIT_RETURN_CHARS) {
		buf_add(&to, S("?ve="));
		add_path_encoded(&to, buf_str(&here));
	}
	struct reply r = reply_see_other(buf_str(&to));

	r.no_store = true;
	return r;
}

/* What a session that still needs something may use: that step alone, and the way out. */
static bool may_wait(const struct request *rq, enum session_need need)
{
	return need == NEED_NOTHING || str_eq(rq->path, need_path(need)) ||
	       str_eq(rq->path, S(SIGN_OUT_PATH));
}

struct token_form {
	struct str token;
};

static bool token_fits(struct request *rq)
{
	static const struct field fields[] = { FIELD_CODE(struct token_form, token, FORM_TOKEN_NAME, 0) };
	struct token_form t = { 0 };

	static_assert((int)FORM_TOKEN_CHARS <= (int)LIMIT_CODE_CHARS, "a token is read as a code");
	struct form f = form_read_body(rq, fields, COUNT(fields), &t);

	return !f.unreadable && form_token_fits(rq->session, t.token);
}

/* A right at the agency of the file that the address names, and by which grant. */
must_check static const struct fault *judge(
	const struct gate *g, struct request *rq, const struct grant **by, bool *hidden)
{
	const struct route *r = rq->route;
	const struct agency_scope scope = { g->people->is_within, rq };
	daynum today = day_of(rq->now);
	struct str agency = { 0 };
	bool found = true;

	*hidden = false;
	*by = grants_by(&rq->session->grants, today, r->permission, NULL, &scope);
	if (!*by || !r->agency_of)
		return NULL;
	TRY(r->agency_of(rq, &agency, &found));
	*by = found ? grants_by(&rq->session->grants, today, r->permission, &agency, &scope) : NULL;
	*hidden = !*by;
	return NULL;
}

/* What was done with a role that somebody else lends is put down as such. */
static struct reply run(const struct gate *g, struct request *rq)
{
	struct reply reply = rq->route->handle(rq);

	if (!is_get(rq) && rq->delegated && reply.status < 400 && g->people->acted) {
		const struct fault *f = g->people->acted(rq);

		if (f)
			return reply_fault(f);
	}
	reply.no_store = true;
	return reply;
}

struct reply staff_gate(const struct gate *g, struct request *rq)
{
	const struct fault *f = g->people ? g->people->identify(rq, &rq->session) : NULL;
	const struct grant *by = NULL;
	bool hidden = false;

	if (f)
		return reply_fault(f);
	if (!rq->session)
		return to_sign_in(rq);
	if (!may_wait(rq, rq->session->need))
		return reply_see_other(need_path(rq->session->need));
	if (!is_get(rq) && !token_fits(rq))
		return reply_error(403, msg_text(rq->lang, MSG_account_form_expired));
	if (permission_kind(rq->route->permission) == PERMISSION_FOR_STAFF)
		return run(g, rq);
	f = judge(g, rq, &by, &hidden);
	if (f)
		return reply_fault(f);
	if (!by)
		return hidden ? reply_error(404, S(""))
			      : reply_error(403, msg_text(rq->lang, MSG_account_forbidden));
	rq->delegated = by->delegator ? by : NULL;
	return run(g, rq);
}
