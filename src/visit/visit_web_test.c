/* The counter through the gate. */
#include "visit/visit_html.h"
#include "visit/visit_web.h"
#include "site/site_testing.h"

static struct reply box_get(struct request *rq)
{
	struct visit_view v = visit_view_of(rq);
	struct buf b = { .a = rq->a };
	struct html_out o = { &b, rq->lang };

	visit_block(&o, &v);
	return reply_html(200, buf_str(&b));
}

static struct reply none_get(struct request *rq)
{
	(void)rq;
	return reply_error(404, S(""));
}

static struct reply file_get(struct request *rq)
{
	return reply_file(rq, S("text/csv; charset=utf-8"), S("a.csv"), S("a\n"));
}

static const struct route routes[] = {
	{ METHOD_GET, "/", box_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, VISIT_PATH, visits_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/khong", none_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/tep", file_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/api/v1/x", box_get, PERMISSION_PUBLIC, 0, ROUTE_API },
};

/* What the page of the article said on 09/01/2023. */
static const struct fault *take_over(struct write *w, void *arg)
{
	daynum today = *(daynum *)arg;

	TRY(visit_take_over(w, today, today, 80));
	TRY(visit_take_over(w, today - 1, today - 1, 173));
	return visit_take_over(w, today - 8, today - 2, 6425 - 81 - 173);
}

must_check static const struct fault *reopen(struct site *s)
{
	READER held = { 0 };
	struct request rq = { .a = &s->a, .app = &s->app };

	TRY(site_reader(&rq, &held));
	s->gate.served = visit_served;
	return visits_open(&s->a, held.db, s->now, &s->app.visits);
}

must_check static const struct fault *open_site(struct site *s)
{
	TRY(site_open(s, routes, COUNT(routes)));
	s->now = instant_at(day_from_civil((struct civil){ 2023, 1, 9 }), 8 * 3600);
	daynum today = day_of(s->now);

	TRY(writer_run(province_writer(s->app.province), &s->a, take_over, &today));
	return reopen(s);
}

static struct reply ask(struct site *s, const char *target, const char *address, const char *agent)
{
	struct request *rq = NEW(&s->a, struct request);

	*rq = (struct request){ .a = &s->a,
		.app = &s->app,
		.method = METHOD_GET,
		.now = s->now,
		.remote = str_of(address),
		.headers = { .user_agent = str_of(agent) } };
	if (!request_set_target(rq, str_of(target)))
		return (struct reply){ .status = 400 };
	return http_handle(&s->gate, rq);
}

/* now, today, yesterday, month, year, total */
static bool shows(const struct reply *r, const char *numbers)
{
	struct str rest = r->body, mark = S("<dd>"), want = str_of(numbers), one;

	while (str_cut(&want, ' ', &one)) {
		size_t at = str_find(rest, mark);

		rest = str_sub(rest, at + mark.n, rest.n);
		if (!str_starts(rest, one) || !str_starts(str_sub(rest, one.n, rest.n), S("</dd>")))
			return false;
	}
	return true;
}

TEST(the_first_visitor_sees_the_numbers_of_the_article)
{
	SITE s = { 0 };

	CHECK_OK(open_site(&s));
	struct reply r = ask(&s, "/", "192.0.2.1", "Firefox");

	CHECK(shows(&r, "1 81 173 6.425 6.425 6.425"));
	CHECK(site_has(&r, "Lượt truy cập hiện tại"));
	CHECK(site_has(&r, "Tháng 01") && site_has(&r, "Năm 2023") && site_has(&r, "Hôm qua"));
	r = ask(&s, "/", "192.0.2.1", "Firefox");
	CHECK(shows(&r, "1 81 173 6.425 6.425 6.425"));
	(void)ask(&s, "/", "192.0.2.2", "Firefox");
	r = ask(&s, "/", "192.0.2.1", "Firefox");
	CHECK(shows(&r, "1 81 173 6.425 6.425 6.425")); /* some seconds old */
	s.now += VISIT_SNAPSHOT_S;
	r = ask(&s, "/", "192.0.2.1", "Firefox");
	CHECK(shows(&r, "2 82 173 6.426 6.426 6.426"));
	s.now += VISIT_NOW_S;
	r = ask(&s, "/", "192.0.2.1", "Firefox");
	CHECK(shows(&r, "1 82 173 6.426 6.426 6.426")); /* who asks is here, and goes on with a visit */
}

TEST(a_stream_from_one_address_is_one_visit)
{
	static const char *const agents[] = { "Firefox", "Chrome", "", "curl/8" };
	SITE s = { 0 };

	CHECK_OK(open_site(&s));
	for (int i = 0; i < 5000; i++)
		(void)ask(&s, i % 2 ? "/" : "/?x=1", "2001:db8::1", agents[i % 4]);
	s.now += VISIT_SNAPSHOT_S;
	struct reply r = ask(&s, "/", "2001:db8::2", "Firefox");

	CHECK(shows(&r, "1 81 173 6.425 6.425 6.425"));
}

TEST(only_pages_that_people_look_at_count)
{
	static const char *const others[] = { "/khong", "/tep", "/api/v1/x", "/nothing" };
	SITE s = { 0 };

	CHECK_OK(open_site(&s));
	uint64_t before = visit_snapshot_version(&s.app, s.now);

	for (size_t i = 0; i < COUNT(others); i++)
		(void)ask(&s, others[i], "192.0.2.1", "Firefox");
	(void)ask(&s, "/", "192.0.2.1", "Mozilla/5.0 (compatible; bingbot/2.0)");
	struct request rq = { .a = &s.a,
		.app = &s.app,
		.method = METHOD_HEAD,
		.now = s.now,
		.path = S("/"),
		.remote = S("192.0.2.1") };

	(void)http_handle(&s.gate, &rq);
	rq = (struct request){ .a = &s.a,
		.app = &s.app,
		.method = METHOD_GET,
		.now = s.now,
		.path = S("/"),
		.remote = S("192.0.2.1"),
		.headers = { .purpose = S("prefetch") } };
	(void)http_handle(&s.gate, &rq);
	s.now += VISIT_SNAPSHOT_S;
	CHECK(visit_snapshot_version(&s.app, s.now) == before);
	(void)ask(&s, "/", "192.0.2.1", "Firefox");
	CHECK(visit_snapshot_version(&s.app, s.now) > before);
}

TEST(counts_survive_a_restart)
{
	SITE s = { 0 };

	CHECK_OK(open_site(&s));
	(void)ask(&s, "/", "192.0.2.1", "Firefox");
	s.now = instant_at(day_of(s.now) + 1, 0); /* midnight: the same machine is new */
	(void)ask(&s, "/", "192.0.2.1", "Firefox");
	(void)ask(&s, "/", "192.0.2.2", "Firefox");
	CHECK_OK(visits_flush(&s.a, &s.app));
	CHECK_OK(visits_flush(&s.a, &s.app)); /* nothing twice */
	CHECK_OK(reopen(&s));
	struct reply r = ask(&s, "/", "192.0.2.3", "Firefox");

	CHECK(shows(&r, "1 3 81 6.428 6.428 6.428"));
	r = ask(&s, VISIT_PATH, "192.0.2.3", "Firefox");
	CHECK(site_has(&r, "01/2023") && site_has(&r, "6.427"));
	CHECK(site_has(&r, "6.424 lượt không do hệ thống này đếm"));
	CHECK(site_has(&r, "30 phút"));
	r = ask(&s, VISIT_PATH "?lang=en", "192.0.2.3", "Firefox");
	CHECK(site_has(&r, "30 minutes"));
}

TEST(without_a_counter_pages_are_shown_all_the_same)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	s.gate.served = visit_served;
	struct reply r = ask(&s, VISIT_PATH, "192.0.2.3", "Firefox");

	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "Chưa có lượt truy cập nào"));
}
