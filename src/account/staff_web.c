#include "account/staff_web.h"
#include "account/delegation_store.h"
#include "json/canon.h"

/* The prefix makes browsers refuse it without Secure, Path=/ or with a Domain (RFC 6265bis 4.1.3). */
static struct str cookie_name(const struct request *rq)
{
	return rq->behind_tls ? S("__Host-" SESSION_COOKIE) : S(SESSION_COOKIE);
}

struct str staff_new_token(struct request *rq)
{
	char random[SESSION_TOKEN_BYTES];
	struct buf b = { .a = rq->a };

	random_bytes(random, sizeof random);
	add_hex(&b, (struct str){ random, sizeof random });
	return buf_str(&b);
}

void staff_set_cookie(struct request *rq, struct reply *r, struct str token)
{
	reply_add_header(r, S("Set-Cookie"),
		str_fmt(rq->a, "%.*s=%.*s; Path=/; HttpOnly; SameSite=Lax%s", ARG(cookie_name(rq)),
			ARG(token), rq->behind_tls ? "; Secure" : ""));
	r->no_store = true;
}

void staff_drop_cookie(struct request *rq, struct reply *r)
{
	reply_add_header(r, S("Set-Cookie"),
		str_fmt(rq->a, "%.*s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax%s", ARG(cookie_name(rq)),
			rq->behind_tls ? "; Secure" : ""));
	r->no_store = true;
}

struct session_move staff_move(struct request *rq, struct str token)
{
	return (struct session_move){ .old = session_token_hash(request_cookie(rq, cookie_name(rq))),
		.new = session_token_hash(token) };
}

/* Behind a proxy all peers are the proxy: then what it says last, which a client cannot forge. */
static struct str origin_of(const struct request *rq)
{
	struct str list = rq->headers.forwarded_for, one, last = rq->remote;

	while (rq->behind_tls && str_cut(&list, ',', &one))
		last = str_trim(one);
	return last.n ? last : S("?");
}

struct account_actor staff_actor(const struct request *rq)
{
	return (struct account_actor){ rq->session ? rq->session->account : 0, origin_of(rq), rq->now };
}

const struct fault *staff_run(struct request *rq, write_command *run, void *arg)
{
	return writer_run(province_writer(rq->app->province), rq->a, run, arg);
}

const struct fault *staff_session(struct request *rq, struct str token, const struct staff_session **out)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return session_find(held.db, token, rq->now, out);
}

static const struct fault *identify(struct request *rq, const struct staff_session **out)
{
	struct str token = request_cookie(rq, cookie_name(rq));

	*out = NULL;
	if (token.n != 2 * SESSION_TOKEN_BYTES)
		return NULL;
	TRY(staff_session(rq, token, out));
	if (!*out || rq->now - (*out)->used < SESSION_TOUCH_S)
		return NULL;
	struct session_step step = { { .now = rq->now }, (*out)->token };

	return staff_run(rq, session_touch, &step);
}

static bool is_within(const void *request, struct str agency, struct str root)
{
	const struct request *rq = request;
	struct province *p = rq->app->province;
	const struct catalogue *c = province_take_catalogue(p);
	int number = catalogue_agency(c, agency), top = catalogue_agency(c, root);
	/* An unknown agency is number 0, which would be the whole province. */
	bool in = number && top && agency_within(&c->agencies, number, top, day_of(rq->now), KNOWN_NOW);

	province_give_catalogue(p, c);
	return in;
}

/* The request names a file; the pattern of its route does not. */
static const struct fault *acted(struct request *rq)
{
	struct delegation_use use = { .by = staff_actor(rq),
		.with = *rq->delegated,
		.what = str_fmt(rq->a, "%.*s %s", ARG(http_method_text(rq->method)), rq->route->pattern) };

	return staff_run(rq, delegation_use, &use);
}

const struct gate_people staff_people = { identify, is_within, acted };

struct agency_scope staff_scope(struct request *rq)
{
	return (struct agency_scope){ is_within, rq };
}

bool staff_may_at(struct request *rq, enum permission p, struct str agency)
{
	const struct agency_scope scope = { is_within, rq };

	return grants_may_at(&rq->session->grants, day_of(rq->now), p, agency, &scope);
}

struct staff_acting staff_acting_at(struct request *rq, unsigned roles, struct str agency)
{
	const struct agency_scope scope = { is_within, rq };
	const struct staff_session *s = rq->session;
	const struct grant *g = grants_role_at(&s->grants, day_of(rq->now), roles, agency, &scope);
	struct staff_acting who = { .account = s->account, .name = s->name };

	if (g) {
		who.role = g->role;
		rq->delegated = g->delegator ? g : rq->delegated;
		who.delegator = g->delegator;
		who.delegator_name = g->delegator_name;
	}
	return who;
}

enum role staff_role_at(struct request *rq, unsigned roles, struct str agency)
{
	return staff_acting_at(rq, roles, agency).role;
}

struct str staff_actor_json(struct request *rq, const struct staff_acting *who)
{
	struct buf out = { .a = rq->a };
	struct canon c;

	canon_begin(&c, &out);
	canon_int(&c, S("account"), who->account);
	if (who->delegator) {
		canon_int(&c, S("delegator"), who->delegator);
		canon_str(&c, S("delegator_name"), who->delegator_name);
	}
	canon_str(&c, S("name"), who->name);
	if (rq->app->synthetic)
		canon_bool(&c, S("synthetic"), true);
	canon_end(&c);
	return buf_str(&out);
}

struct page staff_page(struct request *rq, struct str title)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, title);

	page.owner = str_dup(rq->a, page.owner);
	page.no_index = true;
	return page;
}

struct reply staff_reply(struct html_out *o, bool has_errors)
{
	struct reply r = page_reply(o);

	r.status = has_errors ? 422 : 200;
	r.no_store = true;
	return r;
}

struct str staff_agency_name(struct request *rq, const struct catalogue *c, struct str code)
{
	return code.n ? str_dup(rq->a, site_agency_name(rq, c, code))
		      : msg_text(rq->lang, MSG_account_whole_province);
}

const struct role_line *staff_roles(struct request *rq, const struct grants *g, bool all, size_t *n)
{
	CATALOGUE held = site_catalogue(rq);
	struct role_line *list = NEW_ARRAY(rq->a, struct role_line, g->n + 1);
	size_t count = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];
		bool in_force = grant_is_in_force(x, day_of(rq->now));

		if (!in_force && !all)
			continue;
		list[count++] = (struct role_line){ .role = role_name(rq->lang, x->role),
			.agency = staff_agency_name(rq, held.c, x->agency),
			.role_code = role_text(x->role),
			.agency_code = x->agency,
			.delegator = x->delegator_name,
			.days = grant_days_text(rq->a, rq->lang, x),
			.in_force = in_force };
	}
	*n = count;
	return list;
}
