/* The administrator's page of settings through the gate, and what public pages make of it. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "http/kept.h"

TEST(an_administrator_sets_what_the_portal_says_and_pages_follow_at_once)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, app_routes, app_routes_n));
	s.gate.people = &staff_people;
	s.app.staff_menu = &app_staff_menu;
	s.gate.shown = site_shown;
	s.gate.kept = kept_pages_new(&s.a);
	(void)test_person(&s, "admin", ROLE_ADMINISTRATOR, "");
	struct browser b = { &s, test_cookie(&s, "admin"), S(""), { 0 } };
	struct reply before = site_get(&s, "/du-lieu-mo");
	CHECK(site_has(&before, "licenses/by/4.0"));
	CHECK_INT(get(&b, "/lam-viec/cai-dat"), 200);
	CHECK(shows(&b, "CC-BY-4.0") || shows(&b, "Creative Commons Attribution"));
	CHECK_INT(post(&b, "/lam-viec/cai-dat", "licence=CC0-1.0&contact-email=%3Cb%3E"), 422);
	CHECK(shows(&b, "value=\"&lt;b&gt;\"") && shows(&b, "Giá trị này không dùng được"));
	before = site_get(&s, "/du-lieu-mo");
	CHECK(site_has(&before, "licenses/by/4.0"));
	CHECK_INT(post(&b, "/lam-viec/cai-dat", "licence=CC0-1.0&contact-email=cong@mau.example"), 303);
	struct reply after = site_get(&s, "/du-lieu-mo");
	CHECK(site_has(&after, "publicdomain/zero/1.0") && site_has(&after, "mailto:cong@mau.example"));
	CHECK_INT(get(&b, "/lam-viec/cai-dat?xong=1"), 200);
	CHECK(shows(&b, "Đã lưu.") && shows(&b, "value=\"cong@mau.example\""));
	kept_pages_free(s.gate.kept);
}
