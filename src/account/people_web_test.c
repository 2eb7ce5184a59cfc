/* The pages of administration. The matrix of rights: rights_web_test.c. */
#include "account/people_testing.h"
#include "app/routes.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people

TEST(the_file_of_another_agency_does_not_exist)
{
	OPEN(s);
	(void)test_person(&s, "admin", ROLE_ADMINISTRATOR, "SMA");
	struct browser b = { &s, test_cookie(&s, "admin"), S(""), { 0 } };
	static const struct {
		const char *agency;
		int status;
	} rows[] = { { "SMA", 200 }, { "P.1", 200 }, { "SMB", 404 }, { "P.2", 404 }, { "", 404 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *login = str_fmt(&s.a, "home%d", (int)i).p;
		int64_t number = test_person(&s, login, ROLE_CLERK, rows[i].agency);
		const char *page = str_fmt(&s.a, "/lam-viec/tai-khoan/%lld", (long long)number).p;

		CHECK_INT(get(&b, page), rows[i].status);
		CHECK_INT(post(&b, page, "viec=dang-xuat"), rows[i].status == 200 ? 303 : 404);
	}
	CHECK_INT(get(&b, "/lam-viec/tai-khoan/999"), 404);
	CHECK_INT(get(&b, "/lam-viec/tai-khoan/x"), 404);
}

TEST(a_role_counts_on_its_days_only)
{
	OPEN(s);
	struct browser b = { &s };
	int64_t number = test_person(&s, "clerk", ROLE_CLERK, "SMA");
	daynum today = day_of(s.now);
	struct account_change x = { .by = { .now = s.now },
		.verb = ACCOUNT_GRANT,
		.account = number,
		.grant = { ROLE_AUDITOR, S("SMA"), today + 1, today + 2 } };

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, account_change, &x));
	CHECK(enter(&b, "clerk"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan"), 403);
	s.now += DAY_S;
	CHECK(enter(&b, "clerk"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan"), 200);
	s.now += 2 * DAY_S;
	CHECK(enter(&b, "clerk"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan"), 403);
}

#define ADMIN(b, s, home) \
	(void)test_person(&(s), "admin", ROLE_ADMINISTRATOR, home); \
	struct browser b = { &(s), test_cookie(&(s), "admin"), S(""), { 0 } }

TEST(an_administrator_adds_somebody_who_can_sign_in)
{
	OPEN(s);
	ADMIN(b, s, "SMA");
	struct browser newcomer = { &s };

	CHECK_INT(get(&b, "/lam-viec/tai-khoan/moi"), 200);
	CHECK_INT(
		post(&b, "/lam-viec/tai-khoan/moi", "ten=Not+Good&ho-ten=A&co-quan=SoA&vai-tro=clerk"), 422);
	CHECK(shows(&b, "value=\"Not Good\"")); /* what was typed stays */
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=&co-quan=SoA&vai-tro=clerk"), 422);
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=A&co-quan=SoB&vai-tro=clerk"), 422);
	CHECK(shows(&b, "ngoài phạm vi quản trị"));
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=A&co-quan=&vai-tro=clerk"), 422);
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=A&co-quan=SoA&vai-tro=system"), 422);
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=A%3Cb%3E&co-quan=SoA&vai-tro=clerk"),
		200);
	CHECK(shows(&b, "A&lt;b&gt;"));
	size_t at = str_find(b.last.body, S("class=\"secret\"><code>"));
	struct str once = str_sub(b.last.body, at + 21, at + 21 + 19);

	CHECK_INT(
		post_bare(&newcomer, "/dang-nhap", str_fmt(&s.a, "ten=nva&mat-khau=%.*s", ARG(once)).p), 303);
	CHECK_INT(get(&newcomer, "/lam-viec"), 303);
	CHECK_STR(leads_to(&newcomer), S("/lam-viec/mat-khau"));
	CHECK_INT(post(&b, "/lam-viec/tai-khoan/moi", "ten=nva&ho-ten=A&co-quan=SoA&vai-tro=clerk"), 422);
	CHECK(shows(&b, "đã có"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan?q=A"), 200);
	CHECK(shows(&b, "nva") && shows(&b, "Cán bộ Bộ phận Một cửa"));
}

TEST(lists_hold_what_is_in_scope)
{
	OPEN(s);
	ADMIN(b, s, "SMA");

	(void)test_person(&s, "below", ROLE_CLERK, "P.1");
	(void)test_person(&s, "beside", ROLE_CLERK, "SMB");
	(void)test_person(&s, "above", ROLE_CLERK, "");
	CHECK_INT(get(&b, "/lam-viec/tai-khoan"), 200);
	CHECK(shows(&b, ">below<") && shows(&b, ">admin<") && !shows(&b, ">beside<") &&
		!shows(&b, ">above<"));
	CHECK(shows(&b, "2 tài khoản"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan?q=khongco"), 200);
	CHECK(shows(&b, "Không có tài khoản nào khớp"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan?q=nguoi+mau"), 200);
	CHECK(shows(&b, ">below<"));
}

static int act(struct browser *b, int64_t number, const char *fields)
{
	const char *page = str_fmt(&b->site->a, "/lam-viec/tai-khoan/%lld", (long long)number).p;

	(void)get(b, page);
	return post(b, page, fields);
}

TEST(what_an_administrator_does_ends_the_sessions)
{
	static const char *const acts[] = { "viec=khoa", "viec=cap-mat-khau", "viec=dang-xuat",
		"viec=giao&vai-tro=officer&co-quan=P.1", "viec=thu-hoi&vai-tro=clerk&co-quan=SMA" };
	OPEN(s);
	ADMIN(b, s, "SMA");

	for (size_t i = 0; i < COUNT(acts); i++) {
		const char *login = str_fmt(&s.a, "clerk%d", (int)i).p;
		int64_t number = test_person(&s, login, ROLE_CLERK, "SMA");
		struct browser clerk = { &s, test_cookie(&s, login), S(""), { 0 } };

		CHECK_INT(get(&clerk, "/lam-viec"), 200);
		CHECK_INT(act(&b, number, acts[i]), i == 1 ? 200 : 303);
		CHECK_INT(get(&clerk, "/lam-viec"), 303);
		CHECK_INT(enter(&clerk, login), i != 0 && i != 1); /* disabled; the password is another one */
	}
}

TEST(what_an_administrator_cannot_do)
{
	OPEN(s);
	ADMIN(b, s, "SMA");
	int64_t clerk = test_person(&s, "clerk", ROLE_CLERK, "SMA");
	int64_t chief = test_person(&s, "chief", ROLE_CLERK, "SMA");
	struct account_change above = { .by = { .now = s.now },
		.verb = ACCOUNT_GRANT,
		.account = chief,
		.grant = { ROLE_ADMINISTRATOR, S(""), 0, 0 } };

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, account_change, &above));
	CHECK_INT(act(&b, 1, "viec=khoa"), 403);                                    /* oneself */
	CHECK_INT(act(&b, chief, "viec=cap-mat-khau"), 403);                        /* who stands above */
	CHECK_INT(act(&b, clerk, "viec=giao&vai-tro=administrator&co-quan="), 422); /* more than one has */
	CHECK_INT(act(&b, clerk, "viec=giao&vai-tro=clerk&co-quan=SoB"), 422);      /* elsewhere */
	CHECK_INT(act(&b, clerk, "viec=giao&vai-tro=clerk&co-quan=SMA"), 422);      /* twice */
	CHECK_INT(act(&b, clerk, "viec=giao&vai-tro=&co-quan=SMA"), 422);           /* no role */
	CHECK_INT(act(&b, clerk, "viec=giao&vai-tro=officer&co-quan=SMA&tu=31/2/2023"), 422);
	CHECK_INT(act(&b, clerk, "viec=thu-hoi&vai-tro=officer&co-quan=SMA"), 422);
	CHECK_INT(act(&b, clerk, "viec=xoa"), 422);
	CHECK_INT(act(&b, clerk, "x=1"), 400);
	CHECK_INT(act(&b, clerk, "viec=khoa"), 303);
	CHECK_INT(act(&b, clerk, "viec=mo"), 303);
	CHECK_INT(get(&b, "/lam-viec/tai-khoan/2"), 200);
	CHECK(shows(&b, "Khóa tài khoản") && shows(&b, ">admin<"));
}

TEST(without_the_authenticator_a_longer_password_is_needed)
{
	OPEN(s);
	ADMIN(b, s, "SMA");
	int64_t number = test_person(&s, "clerk", ROLE_CLERK, "SMA");
	struct browser clerk = { &s };

	CHECK_INT(act(&b, number, "viec=go-xac-thuc"), 303);
	CHECK_INT(post_bare(&clerk, "/dang-nhap", "ten=clerk&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&clerk, "/lam-viec"), 303);
	CHECK_STR(leads_to(&clerk), S("/lam-viec/mat-khau"));
}
