/* The gate as a function: no socket. */
#include "base/limits.h"
#include "http/route.h"
#include "tests/t.h"

struct app {
	int handled;
};

static struct reply show(struct request *rq)
{
	rq->app->handled++;
	return reply_html(200, str_fmt(rq->a, "%s|%.*s", rq->lang == LANG_EN ? "en" : "vi", ARG(rq->path)));
}

static struct reply show_code(struct request *rq)
{
	return reply_text(200, request_param(rq, "code"));
}

static struct reply show_tail(struct request *rq)
{
	return reply_text(200, request_param(rq, "rest"));
}

static struct reply accept_post(struct request *rq)
{
	rq->app->handled++;
	return reply_see_other(S("/done"));
}

static struct reply api(struct request *rq)
{
	(void)rq;
	return reply_json(200, S("{}"));
}

static struct reply api_missing(struct request *rq)
{
	(void)rq;
	return reply_error(404, S("no \"such\"\nthing"));
}

static struct reply broken(struct request *rq)
{
	return reply_fault(FAULT(rq->a, FAULT_IO, "disk"));
}

static struct reply error_page(struct request *rq, int status, struct str detail)
{
	return reply_html(status, str_fmt(rq->a, "<h1>%d</h1>%.*s", status, ARG(detail)));
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/a", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, "/a", accept_post, PERMISSION_PUBLIC, 100, ROUTE_PAGE },
	{ METHOD_GET, "/x/:code", show_code, PERMISSION_PUBLIC, 0, ROUTE_CACHEABLE },
	{ METHOD_GET, "/x/fixed", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/tile/*rest", show_tail, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/broken", broken, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/ops", show, PERMISSION_OPERATIONS, 0, ROUTE_PAGE },
	{ METHOD_GET, "/api/v1/x", api, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_POST, "/api/v1/x", api, PERMISSION_PUBLIC, 10, ROUTE_API },
	{ METHOD_GET, "/look", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE | ROUTE_LOOKUP },
	{ METHOD_GET, "/api/v1/look/:code", api, PERMISSION_PUBLIC, 0, ROUTE_API | ROUTE_LOOKUP },
	{ METHOD_GET, "/count", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE | ROUTE_COUNT },
	{ METHOD_GET, "/api/v1/missing", api_missing, PERMISSION_PUBLIC, 0, ROUTE_API },
};
static const struct gate gate = { routes, COUNT(routes), error_page, false };

struct call {
	struct arena *a;
	struct app app;
	struct request rq;
};

static struct reply ask(struct call *c, enum http_method m, const char *target)
{
	c->rq.a = c->a;
	c->rq.app = &c->app;
	c->rq.method = m;
	if (!CHECK(request_set_target(&c->rq, str_of(target))))
		return (struct reply){ 0 };
	return http_handle(&gate, &c->rq);
}

TEST(targets_that_are_refused)
{
	static const char *const bad[] = { "", "*", "a", "http://h/", "/%", "/%1", "/%zz", "/a%00b", "/%0a",
		"/a%2fb", "/a%5cb", "/..", "/a/../b", "/./a", "/%2e%2e/a", "/%c0%af", "/%ed%a0%80", "/%ff",
		"/%c2%85", "/\x80", "/%e2%80%ae" };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct request rq = { .a = &a };

		test_check(
			!request_set_target(&rq, str_of(bad[i])), __FILE__, __LINE__, "%s is taken", bad[i]);
	}
}

TEST(targets_that_are_taken)
{
	static const struct {
		const char *target, *path, *query;
	} good[] = { { "/", "/", "" }, { "/a?b=c?d", "/a", "b=c?d" }, { "/a/", "/a/", "" },
		{ "/%61b", "/ab", "" }, { "/a+b", "/a+b", "" }, { "//a", "//a", "" }, { "/...", "/...", "" },
		{ "/th%E1%BB%A7-t%E1%BB%A5c", "/th\u1ee7-t\u1ee5c", "" }, { "/?", "/", "" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(good); i++) {
		struct request rq = { .a = &a };

		CHECK(request_set_target(&rq, str_of(good[i].target)));
		CHECK_STR(rq.path, str_of(good[i].path));
		CHECK_STR(rq.query, str_of(good[i].query));
	}
}

TEST(table_is_sound)
{
	CHECK(!gate_check(&gate));
}

TEST(bad_tables_are_refused)
{
	const struct route good = { METHOD_GET, "/", show, PERMISSION_PUBLIC, 0, 0 };
	struct route rows[2] = { good, good };
	const struct gate g = { rows, 2, error_page, false };

	CHECK(gate_check(&g)); /* doubled */
	rows[1].pattern = "/b";
	CHECK(!gate_check(&g));
	rows[1].permission = PERMISSION_MISSING;
	CHECK(gate_check(&g));
	rows[1] = (struct route){ METHOD_GET, "b", show, PERMISSION_PUBLIC, 0, 0 };
	CHECK(gate_check(&g));
	rows[1].pattern = "/*a/b";
	CHECK(gate_check(&g));
	rows[1].pattern = "/:";
	CHECK(gate_check(&g));
	rows[1].pattern = "/:a/:b/:c/:d/:e";
	CHECK(gate_check(&g));
	rows[1] = (struct route){ METHOD_GET, "/b", NULL, PERMISSION_PUBLIC, 0, 0 };
	CHECK(gate_check(&g));
	rows[1] = (struct route){ METHOD_GET, "/b", show, PERMISSION_PUBLIC, 5, 0 };
	CHECK(gate_check(&g));
	rows[1] = (struct route){ METHOD_HEAD, "/b", show, PERMISSION_PUBLIC, 0, 0 };
	CHECK(gate_check(&g));
}

TEST(matching)
{
	static const struct {
		const char *target;
		int status;
		const char *body;
	} cases[] = { { "/", 200, "vi|/" }, { "/a", 200, "vi|/a" }, { "/nothing", 404, "<h1>404</h1>" },
		{ "/x/abc", 200, "abc" }, { "/x/fixed", 200, "vi|/x/fixed" }, { "/x/", 404, "<h1>404</h1>" },
		{ "/x/a/b", 404, "<h1>404</h1>" }, { "/tile/0/x001/067", 200, "0/x001/067" },
		{ "/a/", 308, "" }, { "/broken", 500, "<h1>500</h1>" }, { "//", 308, "" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct call c = { .a = &a };
		struct reply r = ask(&c, METHOD_GET, cases[i].target);

		CHECK_INT(r.status, cases[i].status);
		CHECK_STR(r.body, str_of(cases[i].body));
	}
}

TEST(methods)
{
	ARENA a = { 0 };
	struct call c = { .a = &a };

	CHECK_INT(ask(&c, METHOD_HEAD, "/a").status, 200);
	struct reply r = ask(&c, METHOD_DELETE, "/a");

	CHECK_INT(r.status, 405);
	CHECK_STR(reply_header(&r, S("allow")), S("GET, HEAD, POST, OPTIONS"));
	r = ask(&c, METHOD_OPTIONS, "/x/1");
	CHECK_INT(r.status, 204);
	CHECK_STR(reply_header(&r, S("Allow")), S("GET, HEAD, OPTIONS"));
	CHECK_INT(ask(&c, METHOD_OPTIONS, "/none").status, 404);
	CHECK_INT(ask(&c, METHOD_OTHER, "/a").status, 405);
}

TEST(unsafe_methods_need_the_same_site)
{
	static const struct {
		const char *origin, *site, *target;
		int status;
	} cases[] = { { "", "", "/a", 403 }, { "", "", "/api/v1/x", 200 }, { "http://h:80", "", "/a", 303 },
		{ "https://H:80", "", "/a", 303 }, { "http://evil", "", "/a", 403 },
		{ "null", "", "/a", 403 }, { "http://evil", "", "/api/v1/x", 403 },
		{ "", "same-origin", "/a", 303 }, { "", "cross-site", "/a", 403 },
		{ "http://h:80", "same-site", "/a", 403 }, { "http://evil", "same-origin", "/a", 403 },
		{ "", "cross-site", "/api/v1/x", 403 }, { "http://h:80.evil", "", "/a", 403 },
		{ "http://", "", "/a", 403 } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct call c = { .a = &a };

		c.rq.headers = (struct http_headers){ .host = S("h:80"),
			.origin = str_of(cases[i].origin),
			.fetch_site = str_of(cases[i].site) };
		struct reply r = ask(&c, METHOD_POST, cases[i].target);

		test_check(r.status == cases[i].status, __FILE__, __LINE__, "case %zu: %d", i, r.status);
		CHECK_INT(c.app.handled, r.status == 303);
	}
}

TEST(body_limits)
{
	ARENA a = { 0 };
	struct call c = { .a = &a };
	char text[101] = { 0 };

	c.rq.headers.fetch_site = S("same-origin");
	c.rq.body = (struct str){ text, 100 };
	CHECK_INT(ask(&c, METHOD_POST, "/a").status, 303);
	c.rq.body.n = 101;
	CHECK_INT(ask(&c, METHOD_POST, "/a").status, 413);
	c.rq.body.n = 1;
	CHECK_INT(ask(&c, METHOD_GET, "/a").status, 413);
	c.rq.body.n = 0;
	c.rq.body_refused = true;
	CHECK_INT(ask(&c, METHOD_POST, "/a").status, 413);
}

TEST(operations_only_from_the_machine_itself)
{
	static const struct {
		const char *remote, *forwarded;
		int status;
	} cases[] = { { "127.0.0.1", "", 200 }, { "::1", "", 200 }, { "::ffff:127.0.0.1", "", 200 },
		{ "10.0.0.1", "", 403 }, { "", "", 403 }, { "127.0.0.1", "10.0.0.1", 403 } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct call c = { .a = &a, .rq.remote = str_of(cases[i].remote) };

		c.rq.headers.forwarded_for = str_of(cases[i].forwarded);
		CHECK_INT(ask(&c, METHOD_GET, "/ops").status, cases[i].status);
	}
}

/* How often the target is answered with something else than 429, of n times. */
static int answered(struct call *c, const struct gate *g, const char *target, int n)
{
	int count = 0;

	for (int i = 0; i < n; i++) {
		CHECK(request_set_target(&c->rq, str_of(target)));
		count += http_handle(g, &c->rq).status != 429;
	}
	return count;
}

TEST(who_asks_too_often_is_told_when_to_come_back)
{
	ARENA a = { 0 };
	struct gate g = gate;
	struct call c = { .a = &a, .rq = { .a = &a, .method = METHOD_GET, .remote = S("192.0.2.1") } };

	g.rates = rates_new(&a);
	c.rq.app = &c.app;
	CHECK_INT(answered(&c, &g, "/look", 200), 200); /* the empty form gives nothing away */
	CHECK_INT(answered(&c, &g, "/look?ma=A", 200), LIMIT_LOOKUPS_BURST);
	CHECK_INT(c.app.handled, 200 + LIMIT_LOOKUPS_BURST);
	CHECK_INT(answered(&c, &g, "/count", 200), LIMIT_COUNTS_BURST);
	CHECK(request_set_target(&c.rq, S("/api/v1/look/A")));
	struct reply r = http_handle(&g, &c.rq);

	CHECK_INT(r.status, 429);
	CHECK_STR(reply_header(&r, S("Retry-After")), S("2"));
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("no-store"));
	CHECK_STR(r.type, S("application/problem+json"));
	CHECK(str_find(r.body, S("chờ 2 giây")) < r.body.n);
	c.rq.arrived_us += 2000000;
	CHECK_INT(answered(&c, &g, "/api/v1/look/A", 5), 1);
	c.rq.remote = S("192.0.2.2");
	CHECK_INT(answered(&c, &g, "/api/v1/look/A", 5), 5);
	CHECK_INT(answered(&c, &g, "/nowhere", 2 * LIMIT_REQUESTS_BURST), LIMIT_REQUESTS_BURST - 5);
	c.rq.remote = S("127.0.0.1");
	CHECK_INT(answered(&c, &g, "/look?ma=A", 200), 200);
	c.rq.headers.forwarded_for = S("192.0.2.2");
	CHECK_INT(answered(&c, &g, "/look?ma=A", 200), 0);
}

TEST(language)
{
	static const struct {
		const char *target, *cookie, *body, *set;
	} cases[] = { { "/a", "", "vi|/a", "" }, { "/a", "x=1; lang=en", "en|/a", "" },
		{ "/a?lang=en", "", "en|/a", "lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly" },
		{ "/a?q=1&lang=vi", "lang=en", "vi|/a",
			"lang=vi; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly" },
		{ "/a?lang=fr", "", "vi|/a", "" }, { "/a?xlang=en", "lang=", "vi|/a", "" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct call c = { .a = &a, .rq.headers.cookie = str_of(cases[i].cookie) };
		struct reply r = ask(&c, METHOD_GET, cases[i].target);

		CHECK_STR(r.body, str_of(cases[i].body));
		CHECK_STR(reply_header(&r, S("Set-Cookie")), str_of(cases[i].set));
	}
}

TEST(errors_of_the_api_are_problems)
{
	ARENA a = { 0 };
	struct call c = { .a = &a, .rq.id = 255 };
	struct reply r = ask(&c, METHOD_GET, "/api/v1/missing");

	CHECK_STR(r.type, S("application/problem+json"));
	CHECK_STR(r.body, S("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
			    "\"detail\":\"no "
			    "\\\"such\\\"\\nthing\",\"instance\":\"urn:request:00000000000000ff\"}"));
	c = (struct call){ .a = &a };
	CHECK_STR(ask(&c, METHOD_GET, "/api/nothing").type, S("application/problem+json"));
}

TEST(headers_on_everything)
{
	static const char *const targets[] = { "/a", "/none", "/api/v1/x", "/broken", "/a/" };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(targets); i++) {
		struct call c = { .a = &a };
		struct reply r = ask(&c, METHOD_GET, targets[i]);

		CHECK(str_starts(reply_header(&r, S("Content-Security-Policy")), S("default-src 'none'")));
		CHECK_STR(reply_header(&r, S("X-Content-Type-Options")), S("nosniff"));
		CHECK_STR(reply_header(&r, S("Referrer-Policy")), S("same-origin"));
		CHECK(reply_header(&r, S("Permissions-Policy")).n > 0);
		CHECK_STR(reply_header(&r, S("Cross-Origin-Opener-Policy")), S("same-origin"));
		CHECK(!reply_header(&r, S("Strict-Transport-Security")).n);
	}
	struct gate tls = gate;
	struct request rq = { .a = &a, .method = METHOD_GET, .path = S("/none") };

	tls.behind_tls = true;
	struct reply r = http_handle(&tls, &rq);

	CHECK(reply_header(&r, S("Strict-Transport-Security")).n > 0);
}

TEST(caches_and_tags)
{
	ARENA a = { 0 };
	struct call c = { .a = &a };
	struct reply r = ask(&c, METHOD_GET, "/a");
	struct str tag = reply_header(&r, S("ETag"));

	CHECK(str_starts(tag, S("W/\"")));
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("private, no-cache"));
	c = (struct call){ .a = &a, .rq.headers.if_none_match = str_fmt(&a, "\"x\", %.*s", ARG(tag)) };
	r = ask(&c, METHOD_GET, "/a");
	CHECK_INT(r.status, 304);
	CHECK_INT(r.body.n, 0);
	CHECK_STR(reply_header(&r, S("ETag")), tag);
	c = (struct call){ .a = &a, .rq.headers.if_none_match = S("W/\"0000\"") };
	CHECK_INT(ask(&c, METHOD_GET, "/a").status, 200);
	c = (struct call){ .a = &a, .rq.headers.if_none_match = S("*") };
	r = ask(&c, METHOD_GET, "/none");
	CHECK_INT(r.status, 404);
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("no-store"));
	c = (struct call){ .a = &a };
	r = ask(&c, METHOD_GET, "/x/1");
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("public, max-age=60"));
}

TEST(cookies)
{
	struct request rq = { .headers.cookie = S("a=1; b=2=3;c=;d ; =e") };

	CHECK_STR(request_cookie(&rq, S("a")), S("1"));
	CHECK_STR(request_cookie(&rq, S("b")), S("2=3"));
	CHECK_STR(request_cookie(&rq, S("c")), S(""));
	CHECK_STR(request_cookie(&rq, S("d")), S(""));
	CHECK_STR(request_cookie(&rq, S("A")), S(""));
}

TEST(random_targets_never_break_out)
{
	static const char alphabet[] = "/.%2eEfF0c5aA?&=\x80\xc3-";
	ARENA a = { 0 };
	uint64_t seed = 7;

	for (int i = 0; i < 20000; i++) {
		char text[24];
		size_t n = test_random(&seed) % sizeof text;
		struct request rq = { .a = &a };

		for (size_t k = 0; k < n; k++)
			text[k] = alphabet[test_random(&seed) % (sizeof alphabet - 1)];
		if (request_set_target(&rq, (struct str){ text, n })) {
			CHECK(str_starts(rq.path, S("/")));
			CHECK(!str_ends(rq.path, S("/..")) && str_find(rq.path, S("/../")) == rq.path.n);
		}
		arena_reset(&a);
	}
}
