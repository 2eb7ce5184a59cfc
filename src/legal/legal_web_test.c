/* The pages of official documents through the gate: for everybody, and for those who publish them. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "legal/legal_web.h"
#include "record/record_file.h"

#define PDF "%PDF-1.7\n\x01\xff\r\n--"

static void open_site(struct site *s)
{
	CHECK_OK(site_open(s, app_routes, app_routes_n));
	s->gate.people = &staff_people;
	s->app.staff_menu = &app_staff_menu;
	(void)test_person(s, "bien.tap", ROLE_EDITOR, "");
	(void)test_person(s, "so.a", ROLE_HOME_AFFAIRS, "SMA");
	(void)test_person(s, "so.b", ROLE_HOME_AFFAIRS, "SMB");
}
#define OPEN(s) \
	SITE s = { 0 }; \
	open_site(&(s))
#define AS(b, login) struct browser b = { &s, test_cookie(&s, login), { 0 }, { 0 } }

static int take(struct browser *b, const char *page, const char *step, const char *fields)
{
	const char *to = str_fmt(&b->site->a, "%s/%s", page, step).p;
	int status = get(b, to);

	return status == 200 ? post(b, to, fields) : status;
}

#define PLAN \
	"sign=1296/KH-SMA&issued=27/06/2022&issuer=S%E1%BB%9F+M%E1%BA%ABu+A&kind=plan" \
	"&summary=Ki%E1%BB%83m+tra+%3Cb%3Ec%E1%BA%A3i+c%C3%A1ch%3C/b%3E&source=Ngu%E1%BB%93n+m%E1%BA%ABu"
#define DECREE(sign, day, more) \
	"sign=" sign "&issued=" day \
	"&issuer=Ch%C3%ADnh+ph%E1%BB%A7+m%E1%BA%ABu&kind=decree&summary=M%E1%BB%99t+c%E1%BB%ADa" more

static const char *registered(struct browser *b, const char *fields)
{
	CHECK_INT(take(b, LEGAL_STAFF_PATH, "moi", fields), 303);
	return page_led_to(b);
}

TEST(a_document_is_published_found_and_read)
{
	OPEN(s);
	AS(b, "bien.tap");
	const char *page = registered(&b, PLAN "&text=D%C3%B2ng+m%E1%BB%99t%0AD%C3%B2ng+hai");

	CHECK_INT(get(&b, page), 200);
	CHECK(shows(&b, "Kế hoạch 1296/KH-SMA") && shows(&b, "href=\"/van-ban/1296-kh-sma\""));
	struct reply r = site_get(&s, "/van-ban");

	CHECK(site_has(&r, "1 văn bản.") && site_has(&r, "/van-ban/1296-kh-sma"));
	CHECK(site_has(&r, "Chưa đối chiếu bản gốc") && site_has(&r, "Chưa ghi ngày hiệu lực"));
	r = site_get(&s, "/van-ban?q=1296+kh+sma");
	CHECK(site_has(&r, "1 văn bản khớp"));
	r = site_get(&s, "/van-ban?q=kiem+tra&loai=plan&nam=2022&hieu-luc=chua-ro");
	CHECK(site_has(&r, "<mark>Kiểm</mark>") && site_has(&r, "&lt;b&gt;cải"));
	r = site_get(&s, "/van-ban?q=dong+hai");
	CHECK(site_has(&r, "<mark>hai</mark>"));
	r = site_get(&s, "/van-ban?nam=2021");
	CHECK(site_has(&r, "Không tìm thấy văn bản nào"));
	r = site_get(&s, "/van-ban?nam=x");
	CHECK_INT(r.status, 400);
	r = site_get(&s, "/van-ban/1296-kh-sma");
	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "<p>Dòng hai</p>") && site_has(&r, "Nguồn mẫu") && site_has(&r, "27/06/2022"));
	CHECK(site_has(&r, "Xem văn bản do cơ quan ban hành công bố") == false);
	CHECK(site_has(&r, "hãy xem văn bản do cơ quan ban hành công bố"));
	r = site_get(&s, "/van-ban/1296-kh-sma?lang=en");
	CHECK(site_has(&r, "Plan 1296/KH-SMA") && site_has(&r, "Not compared with the original"));
	r = site_get(&s, "/van-ban/khong-co");
	CHECK_INT(r.status, 404);
	r = site_get(&s, "/tim-kiem?q=1296");
	CHECK(site_has(&r, "/van-ban/1296-kh-sma"));
}

TEST(links_stand_on_both_sides_and_the_standing_follows)
{
	OPEN(s);
	AS(b, "bien.tap");

	(void)registered(&b, DECREE("61/2018/MAU", "23/04/2018", "&from=21/06/2018&verified=1"));
	(void)registered(&b,
		DECREE("118/2022/MAU", "09/06/2022", "&from=01/07/2022&replaces=61/2018/MAU%0A9/2001/MAU"));
	struct reply r = site_get(&s, "/van-ban/61-2018-mau");

	CHECK(site_has(&r, "Đã được thay thế") && site_has(&r, "/van-ban/118-2022-mau"));
	CHECK(site_has(&r, "01/07/2022") && !site_has(&r, "Chưa đối chiếu"));
	r = site_get(&s, "/van-ban/118-2022-mau");
	CHECK(site_has(&r, "href=\"/van-ban/61-2018-mau\"") && site_has(&r, "9/2001/MAU"));
	CHECK(!site_has(&r, "href=\"/van-ban/9-2001-mau\"") && site_has(&r, "Còn hiệu lực"));
	r = site_get(&s, "/van-ban?hieu-luc=het-hieu-luc");
	CHECK(site_has(&r, "1 văn bản.") && site_has(&r, "61/2018/MAU"));
}

TEST(what_is_refused_stays_in_the_form)
{
	static const struct {
		const char *fields, *says;
	} rows[] = { { "sign=KH&issued=27/06/2022&issuer=A&kind=plan&summary=x", "phải có chữ số" },
		{ "sign=1/KH&issued=31/02/2022&issuer=A&kind=plan&summary=x", "Không phải ngày có thật" },
		{ "sign=1/KH&issued=27/06/2032&issuer=A&kind=plan&summary=x", "ở tương lai" },
		{ "sign=1/KH&issued=27/06/2022&issuer=A&kind=&summary=x", "Chưa nhập" },
		{ "sign=1/KH&issued=27/06/2022&issuer=A&kind=plan&summary=x&replaces=abc",
			"Mỗi dòng ghi một văn bản" } };
	OPEN(s);
	AS(b, "bien.tap");

	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_INT(take(&b, LEGAL_STAFF_PATH, "moi", rows[i].fields), 422);
		test_check(shows(&b, rows[i].says), __FILE__, __LINE__, "%s", rows[i].fields);
		CHECK(shows(&b, "value=\"A\""));
	}
	(void)registered(&b, PLAN);
	CHECK_INT(take(&b, LEGAL_STAFF_PATH, "moi", PLAN), 422);
	CHECK(shows(&b, "đã có trên Cổng"));
}

TEST(agencies_keep_their_own_entries)
{
	OPEN(s);
	AS(a, "so.a");
	AS(b, "so.b");

	CHECK_INT(take(&a, LEGAL_STAFF_PATH, "moi", PLAN), 422); /* of the whole province: not theirs */
	const char *page = registered(&a, PLAN "&agency=SMA");

	CHECK_INT(get(&b, page), 404);
	CHECK_INT(get(&b, LEGAL_STAFF_PATH), 200);
	CHECK(!shows(&b, "1296/KH-SMA"));
	CHECK_INT(get(&a, LEGAL_STAFF_PATH), 200);
	CHECK(shows(&a, "1296/KH-SMA"));
	CHECK_INT(take(&b, LEGAL_STAFF_PATH, "moi", PLAN "&agency=SMA"), 422);
}

TEST(a_correction_begins_with_what_is_there_and_a_wrong_entry_goes)
{
	OPEN(s);
	AS(b, "bien.tap");
	const char *page = registered(&b, PLAN "&from=27/06/2022");

	CHECK_INT(get(&b, str_fmt(&s.a, "%s/amend", page).p), 200);
	CHECK(shows(&b, "value=\"1296/KH-SMA\"") && shows(&b, "27/06/2022"));
	CHECK_INT(take(&b, page, "expire", "to=01/12/2022&reason=H%E1%BA%BFt+n%C4%83m"), 303);
	struct reply r = site_get(&s, "/van-ban/1296-kh-sma");

	CHECK(site_has(&r, "Hết hiệu lực") && site_has(&r, "01/12/2022") && !site_has(&r, "Hết năm"));
	CHECK_INT(take(&b, page, "withdraw", "reason=Nh%E1%BA%A7m"), 303);
	r = site_get(&s, "/van-ban/1296-kh-sma");
	CHECK_INT(r.status, 404);
	r = site_get(&s, "/van-ban?q=1296");
	CHECK(site_has(&r, "Không tìm thấy văn bản nào"));
	CHECK_INT(get(&b, page), 200);
	CHECK(shows(&b, "Đã gỡ"));
}

TEST(a_file_is_given_to_everybody_until_it_is_taken_out)
{
	OPEN(s);
	AS(b, "bien.tap");
	const char *page = registered(&b, PLAN);
	struct str bytes = { PDF, sizeof PDF - 1 }, hash = record_file_hash(&s.a, bytes);
	const char *file = str_fmt(&s.a, "/van-ban/1296-kh-sma/tep/%.*s", ARG(hash)).p;
	const char *step = str_fmt(&s.a, "%s/attach", page).p;
	struct buf body = { .a = &s.a };
	struct reply r = site_get(&s, file);

	CHECK_INT(r.status, 404);
	CHECK_INT(get(&b, step), 200);
	buf_fmt(&body, "--B\r\nContent-Disposition: form-data; name=\"_phien\"\r\n\r\n%.*s\r\n",
		ARG(b.token));
	buf_add(&body,
		S("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Ông A.pdf\"\r\n\r\n"));
	buf_add(&body, bytes);
	buf_add(&body, S("\r\n--B--\r\n"));
	CHECK_INT(post_typed(&b, step, S("multipart/form-data; boundary=B"), buf_str(&body)), 303);
	r = site_get(&s, "/van-ban/1296-kh-sma");
	CHECK(site_has(&r, file) && !site_has(&r, "Ông A"));
	r = site_get(&s, file);
	CHECK_INT(r.status, 200);
	CHECK(str_eq(r.body, bytes));
	CHECK_STR(r.type, S("application/pdf"));
	CHECK(str_find(reply_header(&r, S("Content-Disposition")), S("1296-kh-sma.pdf")) <
		reply_header(&r, S("Content-Disposition")).n);
	CHECK_INT(take(&b, page, "detach", "item=1&reason=Nh%E1%BA%A7m"), 303);
	r = site_get(&s, file);
	CHECK_INT(r.status, 404);
}

TEST(the_newest_stand_in_a_box)
{
	OPEN(s);
	AS(b, "bien.tap");
	struct request rq = { .a = &s.a, .app = &s.app, .now = s.now };
	struct legal_newest *newest = NEW(&s.a, struct legal_newest);
	struct db *db;

	(void)registered(&b, PLAN);
	(void)registered(&b, DECREE("1/2022/MAU", "01/12/2022", ""));
	CHECK_OK(province_take_reader(s.app.province, &s.a, &db));
	const struct fault *f = legal_newest(&rq, db, 1, newest);

	province_give_reader(s.app.province, db);
	CHECK_OK(f);
	CHECK_INT(newest->n, 1);
	CHECK_STR(newest->cards[0].title, S("Nghị định 1/2022/MAU"));
}
