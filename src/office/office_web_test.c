/* The pages of agencies through the gate: for everybody, and for those who edit contacts. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "http/kept.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people; \
	(s).app.staff_menu = &app_staff_menu

TEST(everybody_finds_agencies_in_any_spelling)
{
	OPEN(s);
	struct reply all = site_get(&s, "/co-quan"), some = site_get(&s, "/co-quan?q=so+mau+b"),
		     none = site_get(&s, "/co-quan?q=%3Cscript%3E"), by_code = site_get(&s, "/co-quan?q=p.2");

	CHECK(site_has(&all, "Sở Mẫu A") && site_has(&all, "Cơ quan cấp tỉnh") &&
		site_has(&all, "5 cơ quan"));
	CHECK(site_has(&some, "/co-quan/SMB") && !site_has(&some, "/co-quan/SMA"));
	CHECK(site_has(&none, "Không tìm thấy") && !site_has(&none, "<script>"));
	CHECK(site_has(&by_code, "/co-quan/P.2") && !site_has(&by_code, "/co-quan/P.1"));
}

TEST(the_page_of_an_agency_says_when_it_is_open)
{
	OPEN(s);
	struct reply r = site_get(&s, "/co-quan/SMA"), en = site_get(&s, "/co-quan/SMA?lang=en");

	CHECK(site_has(&r, "Đang mở cửa") && site_has(&r, "Đóng lúc 11:30"));
	CHECK(site_has(&r, "Thứ Sáu, 23/12/2022") && site_has(&r, "07:30–11:30, 13:00–17:00"));
	CHECK(site_has(&r, "Thứ Hai, 02/01/2023") && site_has(&r, "Nghỉ (ngày nghỉ bù)"));
	CHECK(site_has(&r, "/thu-tuc/A.1") && site_has(&r, "/so-lieu?co-quan=SMA") &&
		site_has(&r, "/co-quan/P.1"));
	CHECK(site_has(&r, "Chưa có thông tin liên hệ"));
	CHECK(site_has(&en, "Open now") && site_has(&en, "Closes at 11:30"));
	s.now += 3 * 3600; /* 12:00 */
	r = site_get(&s, "/co-quan/SMA");
	CHECK(site_has(&r, "Đang đóng cửa") && site_has(&r, "Mở lại lúc 13:00"));
	r = site_get(&s, "/co-quan/XYZ");
	CHECK_INT(r.status, 404);
}

TEST(an_editor_publishes_changes_and_withdraws_a_contact)
{
	OPEN(s);
	struct browser b = test_somebody(&s, "editor", ROLE_EDITOR, "SMA");

	CHECK_INT(get(&b, "/lam-viec/lien-he"), 200);
	CHECK(shows(&b, "Sở Mẫu A") && shows(&b, "/lam-viec/lien-he/moi?agency=SMA") &&
		!shows(&b, "Sở Mẫu B"));
	CHECK_INT(get(&b, "/lam-viec/lien-he/moi?agency=SMA"), 200);
	CHECK(shows(&b, "value=\"SMA\""));
	/* What was typed is kept, and the field says what to do. */
	CHECK_INT(
		post(&b, "/lam-viec/lien-he/moi", "agency=SMA&address=%3Cb%3E1+duong+Mau&phone=12345"), 422);
	CHECK(shows(&b, "Số điện thoại chưa đúng") && shows(&b, "value=\"&lt;b&gt;1 duong Mau\"") &&
		shows(&b, "value=\"12345\""));
	CHECK_INT(post(&b, "/lam-viec/lien-he/moi",
			  "agency=SMA&address=%3Cb%3E1+duong+Mau&phone=0912+345+678&email=a@mau.example"
			  "&website=https://mau.example/a"),
		303);
	const char *record = page_led_to(&b);
	struct reply r = site_get(&s, "/co-quan/SMA");

	CHECK(site_has(&r, "&lt;b&gt;1 duong Mau") && !site_has(&r, "<b>1"));
	CHECK(site_has(&r, "href=\"tel:+84912345678\"") && site_has(&r, "0912 345 678"));
	CHECK(site_has(&r, "mailto:a@mau.example") && site_has(&r, "href=\"https://mau.example/a\""));
	CHECK_INT(get(&b, record), 200);
	CHECK(shows(&b, "Đang công bố") && shows(&b, "/co-quan/SMA"));

	CHECK_INT(get(&b, str_fmt(&s.a, "%s/change", record).p), 200);
	CHECK(shows(&b, "value=\"0912 345 678\""));
	CHECK_INT(post(&b, str_fmt(&s.a, "%s/change", record).p, "address=2+duong+Mau"), 303);
	r = site_get(&s, "/co-quan/SMA");
	CHECK(site_has(&r, "2 duong Mau") && !site_has(&r, "0912 345 678"));
	CHECK_INT(get(&b, str_fmt(&s.a, "%s/withdraw", record).p), 200);
	CHECK_INT(post(&b, str_fmt(&s.a, "%s/withdraw", record).p, ""), 303);
	r = site_get(&s, "/co-quan/SMA");
	CHECK(site_has(&r, "Chưa có thông tin liên hệ") && !site_has(&r, "2 duong Mau"));
}

TEST(an_editor_of_one_agency_leaves_the_others_alone)
{
	OPEN(s);
	struct browser a = test_somebody(&s, "editor.a", ROLE_EDITOR, "SMA"),
		       b = test_somebody(&s, "editor.b", ROLE_EDITOR, "SMB");

	CHECK_INT(get(&b, "/lam-viec/lien-he/moi"), 200);
	CHECK_INT(post(&b, "/lam-viec/lien-he/moi", "agency=SMB&address=1+duong+Mau"), 303);
	const char *record = page_led_to(&b);

	CHECK_INT(get(&a, record), 404);
	CHECK_INT(get(&a, "/lam-viec/lien-he/moi"), 200);
	CHECK(post(&a, "/lam-viec/lien-he/moi", "agency=SMB&address=2+duong+Mau") != 303);
	CHECK(post(&a, str_fmt(&s.a, "%s/change", record).p, "address=2+duong+Mau") != 303);
	struct reply r = site_get(&s, "/co-quan/SMB");
	CHECK(site_has(&r, "1 duong Mau"));
}

/* What an editor saved is on the page that everybody gets next, kept or not. */
TEST(a_kept_page_of_an_agency_follows_its_contact)
{
	OPEN(s);
	struct browser b = test_somebody(&s, "editor", ROLE_EDITOR, "SMA");

	s.gate.shown = site_shown;
	s.gate.kept = kept_pages_new(&s.a);
	struct reply before = site_get(&s, "/co-quan/SMA");
	before = site_get(&s, "/co-quan/SMA");
	CHECK_INT(kept_pages_counts(s.gate.kept).hits, 1);
	CHECK(!site_has(&before, "1 duong Mau"));
	CHECK_INT(get(&b, "/lam-viec/lien-he/moi"), 200);
	CHECK_INT(post(&b, "/lam-viec/lien-he/moi", "agency=SMA&address=1+duong+Mau"), 303);
	struct reply after = site_get(&s, "/co-quan/SMA");
	CHECK(site_has(&after, "1 duong Mau"));
	kept_pages_free(s.gate.kept);
}
