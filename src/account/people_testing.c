#include "account/people_testing.h"

#define PAIRS S("application/x-www-form-urlencoded")

const struct str test_secret = S_INIT("12345678901234567890");

static struct str hash_of(struct site *s)
{
	if (!s->hash.n && password_hash(&s->a, S(TEST_PASSWORD), &s->hash))
		abort();
	return s->hash;
}

int64_t test_newcomer(struct site *s, const char *login)
{
	struct account_adding x = { .by = { .now = s->now }, .login = str_of(login), .name = S("Người Mẫu") };

	x.password = hash_of(s);
	if (writer_run(province_writer(s->app.province), &s->a, account_add, &x))
		abort();
	return x.number;
}

struct str test_cookie(struct site *s, const char *login)
{
	struct sha256 h = sha256_of(S("test "), str_of(login));
	struct buf b = { .a = &s->a };

	add_hex(&b, (struct str){ (const char *)h.b, sizeof h.b });
	return buf_str(&b);
}

int64_t test_person(struct site *s, const char *login, enum role role, const char *agency)
{
	struct account_adding x = { .by = { .now = s->now },
		.login = str_of(login),
		.name = S("Người Mẫu"),
		.agency = str_of(agency),
		.first = { role, str_of(agency), 0, 0 } };
	struct writer *w = province_writer(s->app.province);

	x.password = hash_of(s);
	if (writer_run(w, &s->a, account_add, &x))
		abort();
	struct password_change own = { .by = x.by,
		.account = x.number,
		.seen = x.password,
		.password = x.password,
		.move = { .new = session_token_hash(test_cookie(s, login)) } };
	struct totp_setting set = {
		.by = x.by, .account = x.number, .secret = test_secret, .move = own.move
	};

	for (int i = 0; i < RECOVERY_CODES; i++)
		set.codes[i].b[0] = (uint8_t)i;
	if (writer_run(w, &s->a, password_change, &own) ||
		(role == ROLE_ADMINISTRATOR && writer_run(w, &s->a, totp_set, &set)))
		abort();
	return x.number;
}

struct str test_code(struct site *s)
{
	return str_fmt(&s->a, "%06lld", (long long)hotp(test_secret, s->now / TOTP_STEP_S, TOTP_DIGITS));
}

static void keep_cookie(struct browser *b)
{
	for (size_t i = 0; i < b->last.header_count; i++) {
		struct str v = b->last.headers[i].value;

		if (str_eq(b->last.headers[i].name, S("Set-Cookie")) && str_starts(v, S("phien=")))
			b->cookie = str_sub(v, 6, str_find_char(v, ';'));
	}
}

static void keep_token(struct browser *b)
{
	struct str mark = S("name=\"_phien\" value=\"");
	size_t at = str_find(b->last.body, mark);

	if (at < b->last.body.n)
		b->token = str_sub(b->last.body, at + mark.n, at + mark.n + FORM_TOKEN_CHARS);
}

static int send(struct browser *b, enum http_method m, const char *target, struct str type, struct str body)
{
	struct request *rq = NEW(&b->site->a, struct request);

	*rq = (struct request){ .a = &b->site->a,
		.app = &b->site->app,
		.method = m,
		.now = b->site->now,
		.body = body,
		.remote = S("192.0.2.7"),
		.headers = { .host = S("h"),
			.fetch_site = S("same-origin"),
			.content_type = type,
			.cookie = str_fmt(&b->site->a, "lang=vi; phien=%.*s", ARG(b->cookie)) } };
	if (!request_set_target(rq, str_of(target)))
		return 400;
	b->last = http_handle(&b->site->gate, rq);
	keep_cookie(b);
	keep_token(b);
	return b->last.status;
}

int get(struct browser *b, const char *target)
{
	return send(b, METHOD_GET, target, S(""), S(""));
}

int post(struct browser *b, const char *target, const char *fields)
{
	return send(
		b, METHOD_POST, target, PAIRS, str_fmt(&b->site->a, "%s&_phien=%.*s", fields, ARG(b->token)));
}

int post_bare(struct browser *b, const char *target, const char *fields)
{
	return send(b, METHOD_POST, target, PAIRS, str_of(fields));
}

int post_typed(struct browser *b, const char *target, struct str type, struct str body)
{
	return send(b, METHOD_POST, target, type, body);
}

bool enter(struct browser *b, const char *login)
{
	(void)post_bare(b, "/dang-nhap", str_fmt(&b->site->a, "ten=%s&mat-khau=" TEST_PASSWORD, login).p);
	if (str_eq(b->last.location, S("/dang-nhap/ma"))) {
		(void)get(b, "/dang-nhap/ma");
		(void)post(b, "/dang-nhap/ma", str_fmt(&b->site->a, "ma=%.*s", ARG(test_code(b->site))).p);
	}
	return get(b, "/lam-viec") == 200;
}

bool shows(const struct browser *b, const char *text)
{
	return str_find(b->last.body, str_of(text)) < b->last.body.n;
}

struct str leads_to(const struct browser *b)
{
	return b->last.location;
}

struct browser test_somebody(struct site *s, const char *login, enum role role, const char *agency)
{
	(void)test_person(s, login, role, agency);
	return (struct browser){ s, test_cookie(s, login), S(""), { 0 } };
}

const char *page_led_to(struct browser *b)
{
	struct str to = leads_to(b);

	return str_fmt(&b->site->a, "%.*s", ARG(str_sub(to, 0, str_find_char(to, '?')))).p;
}
