/* The pages of articles through the gate. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "article/article_web.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people; \
	(s).app.staff_menu = &app_staff_menu

static const char *step(struct browser *b, const char *article, const char *name)
{
	return str_fmt(&b->site->a, "%s/%s", article, name).p;
}

static int take(struct browser *b, const char *article, const char *name, const char *fields)
{
	const char *to = step(b, article, name);
	int status = get(b, to);

	return status == 200 ? post(b, to, fields) : status;
}

#define TEXT "title=Tin+m%E1%BB%9Bi&category=reform&lead=M%E1%BB%99t.&body=%23+M%E1%BB%A5c%0A%0AHai+**ba**."

static const char *drafted(struct browser *b, const char *fields)
{
	CHECK_INT(take(b, ARTICLES_PATH, "moi", str_fmt(&b->site->a, "section=news&%s", fields).p), 303);
	return page_led_to(b);
}

static const char *published(struct browser *editor, struct browser *office)
{
	const char *article = drafted(editor, TEXT);

	CHECK_INT(take(editor, article, "submit", ""), 303);
	CHECK_INT(take(office, article, "publish", ""), 303);
	return article;
}

TEST(the_route_table_is_whole)
{
	OPEN(s);

	CHECK_STR(str_of(gate_check(&s.gate)), S(""));
}

TEST(from_the_editor_to_the_reader)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");

	CHECK_INT(get(&editor, ARTICLES_PATH), 200);
	CHECK(shows(&editor, "Viết tin mới"));
	const char *article = drafted(&editor, TEXT);
	struct reply r = site_get(&s, "/tin-tuc/tin-moi");

	CHECK_INT(r.status, 404);
	CHECK_INT(take(&editor, article, "submit", ""), 303);
	CHECK_INT(get(&editor, step(&editor, article, "publish")), 409);
	CHECK_INT(get(&office, "/lam-viec"), 200);
	CHECK(shows(&office, "Tin mới"));
	CHECK_INT(take(&office, article, "publish", ""), 303);
	r = site_get(&s, "/tin-tuc/tin-moi");
	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "<h1 lang=\"vi\">Tin mới</h1>"));
	CHECK(site_has(&r, "<h2>Mục</h2>") && site_has(&r, "Hai <strong>ba</strong>."));
	CHECK(site_has(&r, "Cải cách hành chính</a>"));
	CHECK(!site_has(&r, "_phien"));
	r = site_get(&s, "/tin-tuc");
	CHECK(site_has(&r, "href=\"/tin-tuc/tin-moi\""));
	r = site_get(&s, "/tin-tuc?chuyen-muc=cai-cach-hanh-chinh");
	CHECK(site_has(&r, "href=\"/tin-tuc/tin-moi\""));
	r = site_get(&s, "/tin-tuc?chuyen-muc=thong-bao");
	CHECK(!site_has(&r, "href=\"/tin-tuc/tin-moi\""));
	CHECK_INT(site_get(&s, "/tin-tuc?chuyen-muc=x").status, 404);
	CHECK_INT(site_get(&s, "/tin-tuc?trang=0").status, 400);
	CHECK_INT(site_get(&s, "/tin-tuc/tin-moi?lang=en").status, 200);
	CHECK_INT(site_get(&s, "/huong-dan/tin-moi").status, 404);
}

TEST(a_correction_is_read_once_it_is_approved)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");
	const char *article = published(&editor, &office);

	CHECK_INT(take(&editor, article, "correct",
			  "title=Tin+kh%C3%A1c&category=reform&lead=a&body=Sau&note=S%E1%BB%ADa+ng%C3%A0y"),
		303);
	struct reply r = site_get(&s, "/tin-tuc/tin-moi");

	CHECK(site_has(&r, "Hai <strong>ba") && !site_has(&r, "Sửa ngày"));
	CHECK_INT(get(&editor, article), 200);
	CHECK(shows(&editor, "Đính chính chờ duyệt"));
	CHECK_INT(take(&office, article, "confirm", ""), 303);
	r = site_get(&s, "/tin-tuc/tin-moi");
	CHECK_INT(r.status, 301);
	CHECK_STR(r.location, S("/tin-tuc/tin-khac"));
	r = site_get(&s, "/tin-tuc/tin-khac");
	CHECK(site_has(&r, "Sửa ngày") && site_has(&r, "Bài đã được đính chính") &&
		site_has(&r, "<p>Sau</p>"));
	CHECK_INT(take(&office, article, "withdraw", "reason=Sai+s%E1%BB%B1+th%E1%BA%ADt"), 303);
	r = site_get(&s, "/tin-tuc/tin-khac");
	CHECK_INT(r.status, 410);
	CHECK(site_has(&r, "Sai sự thật") && !site_has(&r, "<p>Sau</p>"));
	CHECK_INT(site_get(&s, "/tin-tuc/tin-moi").status, 410);
}

TEST(the_form_keeps_what_was_typed_and_shows_it)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, "");
	const char *to = ARTICLES_PATH "/moi";

	CHECK_INT(get(&editor, to), 200);
	CHECK_INT(post(&editor, to,
			  "section=news&category=reform&title=Tin&lead=a&body=Xem+%5Bt%E1%BA%A1i+%C4%91%C3%"
			  "A2y%5D(x)&"
			  "xem-truoc=1"),
		200);
	CHECK(shows(&editor, "Chữ của liên kết không cho biết") && shows(&editor, "Lỗi phải sửa, dòng 1"));
	CHECK(shows(&editor, "value=\"Tin\"") && shows(&editor, "Xem [tại đây](x)</textarea>"));
	CHECK_INT(get(&editor, ARTICLES_PATH), 200);
	CHECK(shows(&editor, "Không có bài nào"));
	CHECK_INT(get(&editor, to), 200);
	CHECK_INT(post(&editor, to, "section=news&title=&body=c%C3%B2n"), 422);
	CHECK(shows(&editor, "Chưa nhập mục này") && shows(&editor, "còn</textarea>"));
	CHECK_INT(post(&editor, to, "section=news&title=Tin&body=c%C3%B2n"), 422);
	CHECK(shows(&editor, "Hãy chọn chuyên mục"));
	const char *article = drafted(&editor, TEXT);

	CHECK_INT(get(&editor, step(&editor, article, "edit")), 200);
	CHECK(shows(&editor, "value=\"Tin mới\"") && shows(&editor, "Hai **ba**.</textarea>"));
	CHECK_INT(take(&editor, article, "edit",
			  "title=Tin&category=reform&lead=a&body=%3Cscript%3Ealert(1)%3C/script%3E"),
		303);
	CHECK_INT(get(&editor, article), 200);
	CHECK(shows(&editor, "&lt;script&gt;alert(1)") && !shows(&editor, "<script>alert"));
	CHECK_INT(take(&editor, article, "submit", ""), 422);
	CHECK(shows(&editor, "Bài còn lỗi trình bày"));
}

/* Script in every field comes out as words. */
TEST(script_in_every_field)
{
#define EVIL "%3Cscript%3Ealert(1)%3C/script%3E"
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");
	const char *article = drafted(&editor, "title=" EVIL "&category=reform&lead=" EVIL
					       "&body=a%0A%0A!%5B%5D(anh:1)&author=" EVIL "&source=" EVIL);

	CHECK_INT(take(&editor, article, "add_picture", "caption=" EVIL "&absence=" EVIL), 303);
	CHECK_INT(take(&editor, article, "submit", ""), 303);
	CHECK_INT(take(&office, article, "publish", ""), 303);
	CHECK_INT(get(&office, article), 200);
	CHECK(!shows(&office, "<script>alert"));
	struct reply r = site_get(&s, "/tin-tuc/script-alert-1-script");

	CHECK_INT(r.status, 200);
	CHECK(!site_has(&r, "<script>alert") && site_has(&r, "&lt;script&gt;alert(1)"));
	r = site_get(&s, "/tin-tuc");
	CHECK(!site_has(&r, "<script>alert"));
}

#define PART(name) "--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"
static int send_file(
	struct browser *b, const char *to, const char *field, const char *value, const char *bytes)
{
	CHECK_INT(get(b, to), 200);
	struct str body = str_fmt(&b->site->a,
		PART("_phien") "%.*s\r\n--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
			       "--B\r\nContent-Disposition: form-data; name=\"file\"; "
			       "filename=\"<b>.svg\"\r\n\r\n%s"
			       "\r\n--B--\r\n",
		ARG(b->token), field, value, bytes);

	return post_typed(b, to, S("multipart/form-data; boundary=B"), body);
}

TEST(attachments_are_read_with_their_article_alone)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");
	const char *article = drafted(&editor, TEXT), *to = step(&editor, article, "attach");

	CHECK_INT(send_file(&editor, to, "label", "Kế hoạch", "<svg onload=alert(1)>"), 422);
	CHECK_INT(send_file(&editor, to, "label", "Kế hoạch", "\xff\xd8\xff"), 422);
	CHECK(shows(&editor, "Tài liệu đính kèm phải là PDF"));
	CHECK_INT(send_file(&editor, to, "label", "Kế hoạch", "%PDF-1.7 x"), 303);
	CHECK_INT(get(&editor, article), 200);
	struct str page = editor.last.body;
	size_t at = str_find(page, S("/tep/"));

	CHECK_OR_STOP(at < page.n);
	const char *hash = str_fmt(&s.a, "%.*s", ARG(str_sub(page, at + 5, at + 69))).p;
	const char *public = str_fmt(&s.a, "/tin-tuc/tin-moi/tep/%s", hash).p;

	CHECK_INT(get(&editor, str_fmt(&s.a, "%s/tep/%s", article, hash).p), 200);
	CHECK_INT(site_get(&s, public).status, 404);
	CHECK_INT(take(&editor, article, "submit", ""), 303);
	CHECK_INT(take(&office, article, "publish", ""), 303);
	struct reply r = site_get(&s, public);

	CHECK_INT(r.status, 200);
	CHECK_STR(r.type, S("application/pdf"));
	CHECK(str_find(reply_header(&r, S("Content-Disposition")), S("ke-hoach.pdf")) <
		reply_header(&r, S("Content-Disposition")).n);
	CHECK_INT(site_get(&s, str_fmt(&s.a, "/tin-tuc/khac/tep/%s", hash).p).status, 404);
	CHECK_INT(site_get(&s, "/tin-tuc/tin-moi/tep/x").status, 404);
	CHECK_INT(take(&office, article, "withdraw", "reason=a"), 303);
	CHECK_INT(site_get(&s, public).status, 404);
}

TEST(who_may_write)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       auditor = test_somebody(&s, "auditor", ROLE_AUDITOR, ""),
		       clerk = test_somebody(&s, "clerk", ROLE_CLERK, "");
	const char *article = drafted(&editor, TEXT);

	CHECK_INT(get(&auditor, article), 200);
	CHECK_INT(get(&auditor, step(&auditor, article, "edit")), 403);
	CHECK_INT(get(&clerk, ARTICLES_PATH), 403);
	CHECK_INT(get(&clerk, article), 403);
	CHECK_INT(post_bare(&editor, step(&editor, article, "submit"), ""), 403);
	CHECK_INT(get(&editor, ARTICLES_PATH "/999"), 404);
	CHECK_INT(get(&editor, step(&editor, article, "release")), 409);
	CHECK_INT(get(&editor, step(&editor, article, "fly")), 404);
}

TEST(what_is_due_is_published_by_the_program)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");
	const char *article = drafted(&editor, TEXT);
	int64_t released;

	CHECK_INT(take(&editor, article, "submit", ""), 303);
	CHECK_INT(take(&office, article, "schedule", "at=23/12/2022+08:00"), 422);
	CHECK_INT(take(&office, article, "schedule", "at=24/12/2022+08:00"), 303);
	CHECK_OK(article_release_due(s.app.province, &s.a, &released));
	CHECK_INT(released, 0);
	CHECK_INT(site_get(&s, "/tin-tuc/tin-moi").status, 404);
}

TEST(pages_of_the_house)
{
	OPEN(s);
	struct browser editor = test_somebody(&s, "editor", ROLE_EDITOR, ""),
		       office = test_somebody(&s, "office", ROLE_PROVINCE_OFFICE, "");

	CHECK_INT(get(&editor, ARTICLES_PATH "/moi?section=page"), 200);
	CHECK(shows(&editor, "<option value=\"page\" selected"));
	CHECK_INT(take(&editor, ARTICLES_PATH, "moi",
			  "section=page&title=C%C3%A1ch+n%E1%BB%99p&body=M%E1%BB%99t"),
		303);
	const char *article = page_led_to(&editor);

	CHECK_INT(take(&editor, article, "submit", ""), 303);
	CHECK_INT(take(&office, article, "publish", ""), 303);
	struct reply r = site_get(&s, "/huong-dan/cach-nop");

	CHECK(r.status == 200 && site_has(&r, "Cách nộp</h1>"));
	r = site_get(&s, "/huong-dan");
	CHECK(site_has(&r, "href=\"/huong-dan/cach-nop\""));
	r = site_get(&s, "/tin-tuc");
	CHECK(!site_has(&r, "cach-nop"));
}
