#include "portal/portal_web.h"
#include "http/route.h"
#include "portal/asset_web.h"
#include "portal/home_html.h"
#include "tests/t.h"

#include <stdlib.h>

static const struct home_procedure procedures[] = {
	{ S_INIT("1.002809"), S_INIT("Đổi giấy phép lái xe do ngành Giao thông vận tải cấp"),
		S_INIT("Sở Giao thông – Vận tải"), S_INIT("5 ngày làm việc"), S_INIT("Trực tuyến toàn trình"),
		TONE_GOOD },
	{ S_INIT("1.009974"), S_INIT("Cấp giấy phép xây dựng mới <nhà ở>"), S_INIT("Sở Xây dựng"),
		S_INIT("20 ngày"), S_INIT("Trực tuyến một phần"), TONE_INFO },
	{ S_INIT("1.000583"), S_INIT("Cấp giấy phép thi công công trình thiết yếu"),
		S_INIT("Sở Giao thông – Vận tải"), S_INIT("7 ngày làm việc"), S_INIT("Nộp trực tiếp"),
		TONE_PLAIN },
};
static const struct home_field fields[] = {
	{ S_INIT("Đường bộ"), { S_INIT("/thu-tuc?linh-vuc=duong-bo") }, 84 },
	{ S_INIT("Hoạt động xây dựng"), { S_INIT("/thu-tuc?linh-vuc=xay-dung") }, 22 },
	{ S_INIT("Đường thủy nội địa"), { S_INIT("/thu-tuc?linh-vuc=thuy") }, 27 },
};
static const struct home_agency agencies[] = {
	{ S_INIT("Sở Giao thông – Vận tải"), { S_INIT("/so-lieu?co-quan=SGTVT") }, 15726, 15706, 20, 0 },
	{ S_INIT("Sở Xây dựng"), { S_INIT("/so-lieu?co-quan=SXD") }, 1713, 1668, 45, 0 },
};

static struct reply home_get(struct request *rq)
{
	struct page page = page_for(rq, NAV_HOME, (struct str){ 0 });
	struct home home = { procedures, COUNT(procedures), 179, fields, COUNT(fields), agencies,
		COUNT(agencies), .from = day_from_civil((struct civil){ 2022, 1, 1 }),
		.to = day_from_civil((struct civil){ 2022, 10, 25 }) };

	page.owner = S("Tỉnh Thái Bình");
	page.synthetic = true;
	return home_reply(rq, &page, &home);
}

static struct reply broken_get(struct request *rq)
{
	(void)rq;
	return reply_error(503, (struct str){ 0 });
}

static const struct route routes[] = {
	{ METHOD_GET, "/", home_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/so-lieu", broken_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/tinh/:hash/:name", asset_get, PERMISSION_PUBLIC, 0, ROUTE_CACHEABLE },
	{ METHOD_POST, "/tuy-chinh/co-chu", size_post, PERMISSION_PUBLIC, 4096, ROUTE_PAGE },
	{ METHOD_POST, "/tuy-chinh/tuong-phan", contrast_post, PERMISSION_PUBLIC, 4096, ROUTE_PAGE },
};
static const struct gate gate = { routes, COUNT(routes), portal_error_page, false };

static struct reply ask(
	struct arena *a, enum http_method m, struct str target, struct str cookie, struct str body)
{
	struct request rq = { .a = a, .method = m, .body = body, .id = 0xABCDEF };

	rq.headers.cookie = cookie;
	rq.headers.fetch_site = S("same-origin");
	rq.headers.content_type = S("application/x-www-form-urlencoded");
	rq.now = instant_at(day_from_civil((struct civil){ 2023, 1, 9 }), 8 * 3600);
	if (!request_set_target(&rq, target))
		return (struct reply){ .status = 400 };
	return http_handle(&gate, &rq);
}

static struct reply get(struct arena *a, struct str target)
{
	return ask(a, METHOD_GET, target, (struct str){ 0 }, (struct str){ 0 });
}

static bool has(const struct reply *r, const char *text)
{
	return str_find(r->body, str_of(text)) < r->body.n;
}

static struct str cookie_of(const struct reply *r)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (str_eq(r->headers[i].name, S("Set-Cookie")))
			return str_sub(r->headers[i].value, 0, str_find_char(r->headers[i].value, ';'));
	return (struct str){ 0 };
}

/* With PREVIEW=DIR the pages are written there, to be looked at without a server. */
static void preview(const char *name, const struct reply *r)
{
	const char *dir = getenv("PREVIEW");
	char path[512];

	if (!dir)
		return;
	(void)snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *f = fopen(path, "w");
	if (f) {
		(void)fwrite(r->body.p, 1, r->body.n, f);
		(void)fclose(f);
	}
}

TEST(the_route_table_is_sound)
{
	CHECK(!gate_check(&gate));
}

TEST(home_shows_what_it_is_given)
{
	ARENA a = { 0 };
	struct reply r = get(&a, S("/"));

	preview("home.html", &r);
	CHECK_INT(r.status, 200);
	CHECK(has(&r, "<html lang=\"vi\" data-size=\"normal\" data-contrast=\"normal\">"));
	CHECK(has(&r, "15.706"));
	CHECK(has(&r, "Xem tất cả 179 thủ tục"));
	CHECK(has(&r, "mới &lt;nhà ở&gt;"));
	CHECK(has(&r, "Thứ Hai, ngày 09/01/2023"));
	CHECK(has(&r, "Số liệu minh họa:"));
	CHECK(has(&r, "aria-current=\"page\">Trang chủ"));
	CHECK(r.body.n < 24 * 1024);
}

TEST(english_is_complete_and_remembered)
{
	ARENA a = { 0 };
	struct reply r = get(&a, S("/?lang=en"));

	preview("home-en.html", &r);
	CHECK(has(&r, "<html lang=\"en\""));
	CHECK(has(&r, "15,706"));
	CHECK(has(&r, "href=\"/?lang=vi\""));
	CHECK_STR(cookie_of(&r), S("lang=en"));
}

TEST(errors_say_what_to_do)
{
	static const struct {
		struct str target;
		int status;
		const char *words;
	} rows[] = {
		{ S_INIT("/khong-co"), 404, "Không tìm thấy trang" },
		{ S_INIT("/tuy-chinh/co-chu"), 405, "không nhận cách gửi đó" },
		{ S_INIT("/so-lieu"), 503, "Hãy chờ ít phút" },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reply r = get(&a, rows[i].target);

		preview(str_fmt(&a, "error-%d.html", rows[i].status).p, &r);
		CHECK_INT(r.status, rows[i].status);
		CHECK(has(&r, rows[i].words));
		CHECK(has(&r, "<a href=\"/thu-tuc\">"));
		CHECK(has(&r, "noindex"));
	}
}

TEST(every_status_has_a_page)
{
	static const int statuses[] = { 400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 501, 503 };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(statuses); i++) {
		struct request rq = { .a = &a, .method = METHOD_POST, .id = 0xABCDEF, .lang = i & 1 };
		struct reply r = portal_error_page(&rq, statuses[i], i & 2 ? S("Nói rõ hơn <b>") : S(""));

		CHECK_INT(r.status, statuses[i]);
		CHECK(has(&r, str_fmt(&a, " %d</p><h1>", statuses[i]).p));
		CHECK(has(&r, "Nói rõ hơn &lt;b&gt;") == !!(i & 2));
		CHECK(has(&r, "0000000000abcdef") == (statuses[i] >= 500));
	}
}

TEST(the_size_goes_step_by_step_and_back)
{
	static const struct {
		struct str before, press, after;
	} rows[] = {
		{ S_INIT(""), S_INIT("lon"), S_INIT("reading=large.normal") },
		{ S_INIT("reading=large.high"), S_INIT("lon"), S_INIT("reading=largest.high") },
		{ S_INIT("reading=largest.normal"), S_INIT("lon"), S_INIT("reading=largest.normal") },
		{ S_INIT("reading=largest.normal"), S_INIT("nho"), S_INIT("reading=large.normal") },
		{ S_INIT("reading=small.soft"), S_INIT("nho"), S_INIT("reading=small.soft") },
		{ S_INIT("reading=largest.soft"), S_INIT("goc"), S_INIT("reading=normal.soft") },
		{ S_INIT("reading=<script>.\"x"), S_INIT("nho"), S_INIT("reading=small.normal") },
		{ S_INIT("reading=large.high.high"), S_INIT("goc"), S_INIT("reading=normal.normal") },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str body = str_fmt(&a, "co=%.*s&ve=%%2Fthu-tuc%%3Fq%%3Da", ARG(rows[i].press));
		struct reply r = ask(&a, METHOD_POST, S("/tuy-chinh/co-chu"), rows[i].before, body);

		CHECK_INT(r.status, 303);
		CHECK_STR(r.location, S("/thu-tuc?q=a"));
		CHECK_STR(cookie_of(&r), rows[i].after);
	}
}

TEST(the_contrast_too)
{
	ARENA a = { 0 };
	struct str path = S("/tuy-chinh/tuong-phan");
	struct reply r = ask(&a, METHOD_POST, path, S("reading=large.soft"), S("tp=tang&ve=/"));

	CHECK_STR(cookie_of(&r), S("reading=large.normal"));
	r = ask(&a, METHOD_POST, path, S("x=y; reading=large.normal"), S("tp=tang&ve=/"));
	CHECK_STR(cookie_of(&r), S("reading=large.high"));
	r = ask(&a, METHOD_POST, path, S(""), S("tp=giam&ve=/"));
	CHECK_STR(cookie_of(&r), S("reading=normal.soft"));
	r = ask(&a, METHOD_GET, S("/"), S("reading=large.high"), S(""));
	CHECK(has(&r, "data-size=\"large\" data-contrast=\"high\""));
}

/* Nobody is sent away from the site, and only to pages. */
TEST(a_setting_returns_only_to_our_own_pages)
{
	static const struct str evil[] = { S_INIT("//evil.example/"), S_INIT("https%3A%2F%2Fevil.example"),
		S_INIT("/%5Cevil.example"), S_INIT("javascript:alert(1)"), S_INIT("/tinh/x/y"),
		S_INIT("/thu-tucx"), S_INIT("/thu-tuc%0D%0ASet-Cookie: a=b"), S_INIT("%2F%2Fevil.example"),
		S_INIT(""), S_INIT("thu-tuc"), S_INIT("/tuy-chinh/co-chu") };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(evil); i++) {
		struct str body = str_fmt(&a, "co=lon&ve=%.*s", ARG(evil[i]));
		struct reply r = ask(&a, METHOD_POST, S("/tuy-chinh/co-chu"), S(""), body);

		CHECK(r.status == 400 || str_eq(r.location, S("/")));
	}
	CHECK_INT(ask(&a, METHOD_POST, S("/tuy-chinh/co-chu"), S(""), S("co=khong&ve=/")).status, 400);
	CHECK_INT(ask(&a, METHOD_POST, S("/tuy-chinh/tuong-phan"), S(""), S("ve=/")).status, 400);
}

TEST(the_pager_shows_both_ends_and_the_neighbours)
{
	static const struct {
		int64_t page, pages;
		const char *want;
	} rows[] = { { 1, 1, "1" }, { 1, 2, "1 2" }, { 2, 3, "1 2 3" }, { 1, 9, "1 2 0 9" },
		{ 5, 9, "1 0 4 5 6 0 9" }, { 9, 9, "1 0 8 9" }, { 3, 9, "1 2 3 4 0 9" },
		{ 8, 9, "1 0 7 8 9" }, { 500, 100000, "1 0 499 500 501 0 100000" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pager p = { { S("/thu-tuc?q=a") }, S("trang"), rows[i].page, rows[i].pages };
		struct pager_list l = pager_list(&p);
		struct buf got = { .a = &a };

		for (size_t k = 0; k < l.count; k++)
			buf_fmt(&got, "%s%lld", k ? " " : "", (long long)l.links[k]);
		CHECK_STR(buf_str(&got), str_of(rows[i].want));
		CHECK_STR(pager_url(&a, &p, 1).s, S("/thu-tuc?q=a"));
		CHECK_STR(pager_url(&a, &p, 3).s, S("/thu-tuc?q=a&trang=3"));
	}
}
