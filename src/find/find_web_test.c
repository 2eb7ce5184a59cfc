/* The site-wide search through the gate. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "find/find_web.h"
#include "search/search_store.h"

static const struct fault *put_all(struct write *w, void *arg)
{
	static const struct search_doc docs[] = {
		{ 901, SEARCH_ARTICLE, 19300, S_INIT("Kiểm tra cải cách hành chính"),
			S_INIT("/tin-tuc/kiem-tra"), S_INIT("Đoàn làm việc <b>tại</b> Sở Mẫu A"),
			S_INIT("") },
		{ 902, SEARCH_LEGAL, 19200, S_INIT("Kế hoạch 1296/KH-SNV"), S_INIT("/van-ban/1296-kh-snv"),
			S_INIT("Kiểm tra cải cách hành chính năm 2022"), S_INIT("") },
		{ 903, SEARCH_FEEDBACK, 19100, S_INIT("Đường hỏng"), S_INIT("/phan-anh/903"),
			S_INIT("Đã sửa"), S_INIT("") },
		{ 904, SEARCH_PAGE, 0, S_INIT("Giới thiệu"), S_INIT("/trang/gioi-thieu"), S_INIT("Về Cổng"),
			S_INIT("") },
	};
	(void)arg;
	for (size_t i = 0; i < COUNT(docs); i++)
		TRY(search_put(w->db, &docs[i]));
	for (int i = 0; i < 30; i++)
		TRY(search_put(w->db, &(struct search_doc){ 1000 + i, SEARCH_ARTICLE, 18000 + i,
					      str_fmt(w->db->a, "Bản tin số %d", i + 1),
					      S("/tin-tuc/ban-tin"), S("tin"), S("") }));
	return NULL;
}

static const struct fault *open_all(struct site *s)
{
	TRY(site_open(s, app_routes, app_routes_n));
	return writer_run(province_writer(s->app.province), &s->a, put_all, NULL);
}
#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(open_all(&(s)))

TEST(results_stand_in_groups)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem?q=kiem+tra+cai+cach");

	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "2 kết quả") && site_has(&r, "/tin-tuc/kiem-tra") &&
		site_has(&r, "/van-ban/1296-kh-snv"));
	CHECK(site_has(&r, "<mark>Kiểm</mark>") && site_has(&r, "id=\"van-ban\"") && site_has(&r, "noindex"));
	r = site_get(&s, "/tim-kiem?q=so+mau+a");
	CHECK(site_has(&r, "id=\"co-quan\"") && site_has(&r, "/so-lieu?co-quan=SMA"));
	CHECK(site_has(&r, "&lt;b&gt;tại&lt;/b&gt;") && !site_has(&r, "<b>"));
	r = site_get(&s, "/tim-kiem?q=gioi+thieu");
	CHECK(site_has(&r, "/trang/gioi-thieu"));
	r = site_get(&s, "/tim-kiem?q=duong+hong&lang=en");
	CHECK(site_has(&r, "/phan-anh/903") && site_has(&r, "Answered feedback"));
}

TEST(a_long_group_has_a_page_of_its_own)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem?q=ban+tin");

	CHECK(site_has(&r, "30 kết quả") && site_has(&r, "nhom=tin-tuc") && site_has(&r, "Bản tin số 30"));
	CHECK(!site_has(&r, "Bản tin số 25<"));
	r = site_get(&s, "/tim-kiem?q=ban+tin&nhom=tin-tuc&trang=2");
	CHECK(site_has(&r, "Bản tin số 1<") && !site_has(&r, "Bản tin số 30"));
	CHECK(site_has(&r, "aria-current=\"page\""));
}

TEST(groups_with_pages_of_their_own_lead_there)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem?q=mau&nhom=thu-tuc");

	CHECK_INT(r.status, 303);
	CHECK_STR(r.location, S("/thu-tuc?q=mau"));
	r = site_get(&s, "/tim-kiem?q=1296&nhom=van-ban");
	CHECK_STR(r.location, S("/van-ban?q=1296"));
	r = site_get(&s, "/tim-kiem?q=so+mau&nhom=co-quan");
	CHECK(site_has(&r, "co-quan=SMA") && site_has(&r, "co-quan=SMB"));
	r = site_get(&s, "/tim-kiem?q=so+mau&nhom=co-quan&trang=2");
	CHECK(!site_has(&r, "co-quan=SMA"));
}

TEST(nothing_found_says_what_to_try)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem?q=kieem+tra");

	CHECK(site_has(&r, "Không tìm thấy gì cho “kieem tra”"));
	CHECK(site_has(&r, "Ý của bạn có phải là") && site_has(&r, "/tim-kiem?q=Ki%E1%BB%83m%20tra"));
	CHECK(site_has(&r, "gõ không dấu") && site_has(&r, "href=\"/van-ban\""));
	r = site_get(&s, "/tim-kiem?q=ke+ho");
	CHECK(site_has(&r, "Có thể bạn cần") && site_has(&r, "/van-ban/1296-kh-snv"));
	r = site_get(&s, "/tim-kiem");
	CHECK_INT(r.status, 200);
	CHECK(!site_has(&r, "Không tìm thấy"));
	r = site_get(&s, "/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E");
	CHECK(site_has(&r, "“&lt;script&gt;alert(1)&lt;/script&gt;”") && !site_has(&r, "<script>alert"));
}

TEST(the_code_of_a_dossier_leads_to_tracking)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem?q=H54.15-221025-0001");

	CHECK(site_has(&r, "Đây là mã hồ sơ") && site_has(&r, "/tra-cuu?ma=H54.15-221025-0001"));
}

TEST(hostile_queries_are_answered)
{
	static const char *const queries[] = { "%27%20OR%201=1--", "%22%3B%20DROP%20TABLE%20search_doc%3B",
		"%25%25%25", "***", "%F0%9F%98%80", "a&q=b" };
	OPEN(s);
	struct buf b = { .a = &s.a };

	for (size_t i = 0; i < COUNT(queries); i++) {
		struct reply r = site_get(&s, str_fmt(&s.a, "/tim-kiem?q=%s", queries[i]).p);
		test_check(r.status == 200 || r.status == 400, __FILE__, __LINE__, "%s: %d", queries[i],
			r.status);
		r = site_get(&s, str_fmt(&s.a, "/tim-kiem/goi-y?q=%s", queries[i]).p);
		test_check(r.status == 200 || r.status == 400, __FILE__, __LINE__, "%s: %d", queries[i],
			r.status);
	}
	buf_add(&b, S("/tim-kiem?q="));
	for (int i = 0; i < 1000; i++)
		buf_add(&b, S("tin+"));
	buf_char(&b, '\0');
	struct reply r = site_get(&s, b.p);

	CHECK_INT(r.status, 400); /* longer than a search may be: said so, with the words kept */
	CHECK(site_has(&r, "tin tin"));
	r = site_get(&s, "/tim-kiem?q=tin&nhom=khac");
	CHECK_INT(r.status, 400);
	r = site_get(&s, "/tim-kiem?q=tin&nhom=tin-tuc&trang=9999");
	CHECK_INT(r.status, 400);
}

TEST(what_is_typed_gets_suggestions_as_json)
{
	OPEN(s);
	struct reply r = site_get(&s, "/tim-kiem/goi-y?q=ke+ho");

	CHECK_INT(r.status, 200);
	CHECK_STR(r.body,
		S("{\"items\":[{\"title\":\"Kế hoạch 1296/KH-SNV\",\"to\":\"/van-ban/1296-kh-snv\"}]}"));
	r = site_get(&s, "/tim-kiem/goi-y?q=");
	CHECK_STR(r.body, S("{\"items\":[]}"));
	CHECK(reply_header(&r, S("Cache-Control")).n > 0);
}
