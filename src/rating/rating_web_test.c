/* The form of stars, through the gate. */
#include "rating/rating_html.h"
#include "rating/rating_web.h"
#include "site/site_testing.h"

enum { RECORD = 41 };
static const struct rating_target target = { RECORD, S_INIT("Bài <mẫu>"), { S_INIT("/tin-tuc/bai-mau") } };

static struct reply post(struct request *rq)
{
	return rating_post(rq, &target);
}

static struct reply get(struct request *rq)
{
	READER held = { 0 };
	struct rating_view v = { 0 };
	struct buf b = { .a = rq->a };
	struct html_out o = { &b, rq->lang };
	const struct fault *f = site_reader(rq, &held);

	f = f ? f : rating_view_read(rq, held.db, RECORD, target.page, &v);
	if (f)
		return reply_fault(f);
	rating_block(&o, &v);
	return reply_html(200, buf_str(&b));
}

static const struct route routes[] = {
	{ METHOD_GET, "/tin-tuc/:slug", get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, "/tin-tuc/:slug/danh-gia", post, PERMISSION_PUBLIC, RATING_BODY_BYTES,
		ROUTE_PAGE | ROUTE_ANONYMOUS | ROUTE_VOTE },
};

/* origin "" is a browser that says nothing. */
static struct reply send(struct site *s, const char *body, const char *origin, const char *address)
{
	struct request *rq = NEW(&s->a, struct request);

	*rq = (struct request){ .a = &s->a,
		.app = &s->app,
		.method = METHOD_POST,
		.now = s->now,
		.remote = str_of(address),
		.body = str_of(body),
		.headers = { .host = S("h"),
			.origin = str_of(origin),
			.content_type = S("application/x-www-form-urlencoded") } };
	if (!request_set_target(rq, S("/tin-tuc/bai-mau/danh-gia")))
		return (struct reply){ .status = 400 };
	return http_handle(&s->gate, rq);
}

TEST(a_vote_counts_and_leads_back_with_thanks)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct reply page = site_get(&s, "/tin-tuc/bai-mau");

	CHECK(site_has(&page, "Tổng số điểm của bài viết là: 0 trong 0 đánh giá"));
	CHECK(site_has(&page, "Click để đánh giá bài viết"));
	struct reply r = send(&s, "diem=5", "http://h", "192.0.2.1");

	CHECK_INT(r.status, 303);
	CHECK_STR(r.location, S("/tin-tuc/bai-mau?danh-gia=xong#danh-gia"));
	CHECK_INT(send(&s, "diem=4", "http://h", "192.0.2.2").status, 303);
	CHECK_INT(send(&s, "diem=3", "http://h", "192.0.2.2").status, 303); /* changes the first */
	page = site_get(&s, "/tin-tuc/bai-mau?danh-gia=xong");
	CHECK(site_has(&page, "Tổng số điểm của bài viết là: 8 trong 2 đánh giá"));
	CHECK(site_has(&page, "Cảm ơn bạn"));
	CHECK(site_has(&page, "4,0 <small>trên 5"));
	CHECK(site_has(&page, "width=\"50%\""));
	page = site_get(&s, "/tin-tuc/bai-mau?lang=en");
	CHECK(site_has(&page, "8 in 2 ratings"));
	CHECK(!site_has(&page, "Thank you"));
}

TEST(the_same_network_of_ipv6_is_one_client)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	CHECK_INT(send(&s, "diem=5", "http://h", "2001:db8:1:2::1").status, 303);
	CHECK_INT(send(&s, "diem=4", "http://h", "2001:db8:1:2:ffff::1").status, 303);
	CHECK_INT(send(&s, "diem=4", "http://h", "2001:db8:1:3::1").status, 303);
	struct reply page = site_get(&s, "/tin-tuc/bai-mau");

	CHECK(site_has(&page, "là: 8 trong 2 đánh giá"));
}

TEST(without_stars_it_says_what_to_do)
{
	static const char *const bodies[] = { "", "diem=", "diem=6", "diem=0", "diem=x" };
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	for (size_t i = 0; i < COUNT(bodies); i++) {
		struct reply r = send(&s, bodies[i], "http://h", "192.0.2.1");

		CHECK_INT(r.status, 422);
		CHECK(site_has(&r, "Chọn số điểm từ 1 đến 5"));
		CHECK(site_has(&r, "action=\"/tin-tuc/bai-mau/danh-gia\""));
		CHECK(site_has(&r, "Bài &lt;mẫu&gt;"));
	}
	struct reply page = site_get(&s, "/tin-tuc/bai-mau");

	CHECK(site_has(&page, "là: 0 trong 0 đánh giá"));
}

/* The value of the hidden note. */
static struct str note_of(const struct reply *r)
{
	struct str mark = S("name=\"xac-nhan\" value=\"");
	struct str rest = str_sub(r->body, str_find(r->body, mark) + mark.n, r->body.n);

	return str_sub(rest, 0, str_find_char(rest, '"'));
}

TEST(a_browser_that_says_nothing_is_asked_once)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct reply r = send(&s, "diem=5", "", "192.0.2.1");

	CHECK_INT(r.status, 200);
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("no-store"));
	CHECK(site_has(&r, "Gửi 5 điểm cho bài viết"));
	CHECK(site_has(&r, "name=\"diem\" value=\"5\""));
	struct str note = note_of(&r);
	const char *body = str_fmt(&s.a, "diem=5&xac-nhan=%.*s", ARG(note)).p;

	CHECK_INT(send(&s, body, "", "192.0.2.9").status, 200); /* somebody else's note: asked again */
	CHECK_INT(send(&s, "diem=5&xac-nhan=1-00", "", "192.0.2.1").status, 200);
	struct reply page = site_get(&s, "/tin-tuc/bai-mau");

	CHECK(site_has(&page, "là: 0 trong 0 đánh giá"));
	CHECK_INT(send(&s, body, "", "192.0.2.1").status, 303);
	s.now += VISITOR_FORM_S + 1;
	CHECK_INT(send(&s, body, "", "192.0.2.1").status, 200);
	page = site_get(&s, "/tin-tuc/bai-mau");
	CHECK(site_has(&page, "là: 5 trong 1 đánh giá"));
}

TEST(other_sites_and_streams_are_refused)
{
	SITE s = { 0 };
	int fine = 0, too_often = 0;

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	CHECK_INT(send(&s, "diem=1", "http://evil", "192.0.2.1").status, 403);
	CHECK_INT(send(&s, "diem=1", "null", "192.0.2.1").status, 403);
	s.gate.rates = rates_new(&s.a);
	for (int i = 0; i < 200; i++) {
		struct reply r = send(&s, i % 2 ? "diem=1" : "diem=2", "http://h", "192.0.2.1");

		fine += r.status == 303;
		too_often += r.status == 429 && reply_header(&r, S("Retry-After")).n;
	}
	CHECK_INT(fine, LIMIT_VOTES_BURST);
	CHECK_INT(too_often, 200 - LIMIT_VOTES_BURST);
	struct reply page = site_get(&s, "/tin-tuc/bai-mau");

	CHECK(site_has(&page, "trong 1 đánh giá"));
}
