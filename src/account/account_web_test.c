/* Signing in and out, over the whole route table and the gate. */
#include "account/people_testing.h"
#include "app/routes.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people

TEST(the_table_of_routes_is_sound)
{
	OPEN(s);
	const char *wrong = gate_check(&s.gate);

	CHECK_STR(str_of(wrong), S(""));
}

TEST(a_clerk_signs_in_and_out)
{
	OPEN(s);
	struct browser b = { &s };
	struct str stolen;

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	CHECK_INT(get(&b, "/lam-viec/ban-than?x=1"), 303);
	CHECK_STR(leads_to(&b), S("/dang-nhap?ve=/lam-viec/ban-than"));
	CHECK_INT(get(&b, "/dang-nhap?ve=/lam-viec/ban-than"), 200);
	CHECK(shows(&b, "value=\"/lam-viec/ban-than\""));
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=Clerk&mat-khau=" TEST_PASSWORD "&ve=/lam-viec/ban-than"),
		303);
	CHECK_STR(leads_to(&b), S("/lam-viec/ban-than"));
	CHECK(str_find(reply_header(&b.last, S("Set-Cookie")), S("; Path=/; HttpOnly; SameSite=Lax")) <
		reply_header(&b.last, S("Set-Cookie")).n);
	CHECK_INT(get(&b, "/lam-viec/ban-than"), 200);
	CHECK_STR(reply_header(&b.last, S("Cache-Control")), S("no-store"));
	CHECK(shows(&b, "Sở Mẫu A"));
	CHECK(!shows(&b, "/lam-viec/tai-khoan"));
	stolen = b.cookie;
	CHECK_INT(post(&b, "/dang-xuat", ""), 303);
	CHECK_STR(b.cookie, S(""));
	b.cookie = stolen; /* whoever copied it has nothing now */
	CHECK_INT(get(&b, "/lam-viec"), 303);
}

TEST(the_door_does_not_tell_who_has_an_account)
{
	OPEN(s);
	struct browser b = { &s };
	struct str unknown, wrong, disabled;
	int64_t gone;

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	gone = test_person(&s, "gone", ROLE_CLERK, "SMA");
	struct account_change x = { .by = { .now = s.now }, .verb = ACCOUNT_DISABLE, .account = gone };

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, account_change, &x));
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=xxxxx&mat-khau=" TEST_PASSWORD), 422);
	unknown = b.last.body;
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=xxxxx&mat-khau=wrong"), 422);
	wrong = b.last.body;
	CHECK_STR(wrong, unknown);
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=wrong"), 422);
	CHECK_INT(b.last.body.n, unknown.n); /* but for the name that was typed, five letters each */
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=gone&mat-khau=" TEST_PASSWORD), 422);
	disabled = b.last.body;
	CHECK_INT(disabled.n + 1, unknown.n);
	CHECK_INT(post_bare(&b, "/dang-nhap", ""), 422);
	CHECK_STR(b.cookie, S(""));
}

TEST(five_failures_lock_for_twelve_hours_and_more)
{
	OPEN(s);
	struct browser b = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	for (int i = 0; i < 5; i++)
		CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=wrong"), 422);
	CHECK(!enter(&b, "clerk"));
	s.now += 12 * 3600 - 1;
	CHECK(!enter(&b, "clerk"));
	s.now += 1;
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=wrong"), 422);
	s.now += 12 * 3600;
	CHECK(!enter(&b, "clerk")); /* now it takes a day */
	s.now += 12 * 3600;
	CHECK(enter(&b, "clerk"));
	(void)post(&b, "/dang-xuat", "");
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=wrong"), 422);
	CHECK(enter(&b, "clerk")); /* success forgives */
}

TEST(four_failures_do_not_lock)
{
	OPEN(s);
	struct browser b = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	for (int i = 0; i < 4; i++)
		CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=wrong"), 422);
	CHECK(enter(&b, "clerk"));
}

TEST(an_account_unused_for_45_days_is_shut)
{
	OPEN(s);
	struct browser b = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	s.now += 45 * DAY_S;
	CHECK(enter(&b, "clerk"));
	s.now += 45 * DAY_S + 1;
	CHECK(!enter(&b, "clerk"));
}

TEST(sessions_end_by_idling_and_by_age)
{
	OPEN(s);
	struct browser b = { &s }, admin = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	(void)test_person(&s, "admin", ROLE_ADMINISTRATOR, "");
	s.now += 60;
	CHECK(enter(&b, "clerk") && enter(&admin, "admin"));
	s.now += 5 * 60 + 1;
	CHECK_INT(get(&b, "/lam-viec"), 200);
	CHECK_INT(get(&admin, "/lam-viec"), 303);
	s.now += 15 * 60 + 1;
	CHECK_INT(get(&b, "/lam-viec"), 303);
	CHECK(enter(&b, "clerk"));
	for (int i = 0; i < 12 * 6; i++) {
		s.now += 10 * 60;
		CHECK_INT(get(&b, "/lam-viec"), 200);
	}
	s.now += 1;
	CHECK_INT(get(&b, "/lam-viec"), 303);
}

TEST(a_session_is_never_taken_over_from_before)
{
	OPEN(s);
	struct browser b = { &s }, other = { &s };
	struct str planted, half;

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	(void)test_person(&s, "admin", ROLE_ADMINISTRATOR, "");
	s.now += 60;
	b.cookie = S("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
	planted = b.cookie;
	CHECK(enter(&b, "clerk"));
	CHECK(!str_eq(b.cookie, planted));
	other.cookie = planted;
	CHECK_INT(get(&other, "/lam-viec"), 303);
	/* Between the two steps the session may do nothing, and it ends with the second one. */
	struct browser a = { &s };

	CHECK_INT(post_bare(&a, "/dang-nhap", "ten=admin&mat-khau=" TEST_PASSWORD), 303);
	half = a.cookie;
	CHECK_INT(get(&a, "/lam-viec/tai-khoan"), 303);
	CHECK_STR(leads_to(&a), S("/dang-nhap/ma"));
	CHECK_INT(get(&a, "/lam-viec/mat-khau"), 303);
	CHECK_INT(get(&a, "/lam-viec/xac-thuc"), 303);
	CHECK_INT(get(&a, "/dang-nhap/ma"), 200);
	CHECK_INT(post(&a, "/dang-nhap/ma", str_fmt(&s.a, "ma=%.*s", ARG(test_code(&s))).p), 303);
	CHECK_INT(get(&a, "/lam-viec/tai-khoan"), 200);
	other.cookie = half;
	CHECK_INT(get(&other, "/lam-viec"), 303);
	CHECK_STR(leads_to(&other), S("/dang-nhap"));
	/* The code is used up. */
	struct browser again = { &s };

	CHECK_INT(post_bare(&again, "/dang-nhap", "ten=admin&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&again, "/dang-nhap/ma"), 200);
	CHECK_INT(post(&again, "/dang-nhap/ma", str_fmt(&s.a, "ma=%.*s", ARG(test_code(&s))).p), 422);
}

TEST(wrong_codes_lock_and_end_the_session)
{
	OPEN(s);
	struct browser b = { &s };

	(void)test_person(&s, "admin", ROLE_ADMINISTRATOR, "");
	s.now += 60;
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=admin&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&b, "/dang-nhap/ma"), 200);
	for (int i = 0; i < 4; i++)
		CHECK_INT(post(&b, "/dang-nhap/ma", "ma=000000"), 422);
	CHECK_INT(post(&b, "/dang-nhap/ma", "ma=000000"), 303);
	CHECK_STR(leads_to(&b), S("/dang-nhap"));
	CHECK(!enter(&b, "admin"));
	s.now += 12 * 3600;
	CHECK(enter(&b, "admin"));
}

TEST(forms_of_a_session_need_its_token)
{
	OPEN(s);
	struct browser b = { &s }, other = { &s };
	struct str mine;

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	(void)test_person(&s, "other", ROLE_CLERK, "SMA");
	CHECK(enter(&b, "clerk") && enter(&other, "other"));
	mine = b.token;
	CHECK_INT(post_bare(&b, "/dang-xuat", ""), 403);
	CHECK_INT(post_bare(&b, "/dang-xuat", "_phien=00"), 403);
	b.token = other.token;
	CHECK_INT(post(&b, "/dang-xuat", ""), 403);
	b.token = mine;
	CHECK_INT(get(&b, "/lam-viec"), 200);
	CHECK(!str_eq(b.token, mine)); /* masked anew */
	CHECK_INT(post(&b, "/dang-xuat", ""), 303);
}

TEST(the_first_thing_is_a_password_of_ones_own)
{
	OPEN(s);
	struct browser b = { &s }, before = { &s };

	(void)test_newcomer(&s, "newcomer");
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=newcomer&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&b, "/lam-viec"), 303);
	CHECK_STR(leads_to(&b), S("/lam-viec/mat-khau"));
	CHECK_INT(get(&b, "/lam-viec/mat-khau"), 200);
	before.cookie = b.cookie;
	CHECK_INT(post(&b, "/lam-viec/mat-khau", "cu=wrong&moi=Trau-den-8-con&lai=Trau-den-8-con"), 422);
	CHECK_INT(
		post(&b, "/lam-viec/mat-khau", "cu=" TEST_PASSWORD "&moi=Trau-den-8-con&lai=Trau-den-7-con"),
		422);
	CHECK_INT(post(&b, "/lam-viec/mat-khau", "cu=" TEST_PASSWORD "&moi=short&lai=short"), 422);
	CHECK(shows(&b, "ít nhất 14 ký tự"));
	CHECK_INT(post(&b, "/lam-viec/mat-khau",
			  "cu=" TEST_PASSWORD "&moi=" TEST_PASSWORD "&lai=" TEST_PASSWORD),
		422);
	CHECK(shows(&b, "10 mật khẩu gần nhất"));
	CHECK_INT(
		post(&b, "/lam-viec/mat-khau", "cu=" TEST_PASSWORD "&moi=Trau-den-8-con&lai=Trau-den-8-con"),
		303);
	CHECK_INT(get(&b, "/lam-viec"), 200);
	CHECK_INT(get(&before, "/lam-viec"), 303);
	CHECK_INT(post_bare(&before, "/dang-nhap", "ten=newcomer&mat-khau=" TEST_PASSWORD), 422);
	CHECK_INT(post_bare(&before, "/dang-nhap", "ten=newcomer&mat-khau=Trau-den-8-con"), 303);
}

TEST(an_authenticator_is_set_and_its_recovery_codes_work_once)
{
	OPEN(s);
	struct browser b = { &s }, late = { &s };
	const struct staff_session *now;
	struct request rq = { .a = &s.a, .app = &s.app, .now = s.now };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	CHECK(enter(&b, "clerk"));
	CHECK_INT(get(&b, "/lam-viec/xac-thuc"), 200);
	CHECK_INT(post(&b, "/lam-viec/xac-thuc", "ma=000000"), 422);
	CHECK_OK(staff_session(&rq, b.cookie, &now));
	struct str secret = { (const char *)now->totp_seed, TOTP_SECRET_BYTES };
	long long code = (long long)hotp(secret, s.now / TOTP_STEP_S, TOTP_DIGITS);

	CHECK_INT(post(&b, "/lam-viec/xac-thuc", str_fmt(&s.a, "ma=%06lld", code).p), 200);
	size_t at = str_find(b.last.body, S("<li><code>"));
	struct str recovery = str_sub(b.last.body, at + 10, at + 29);

	CHECK_INT(recovery.n, 19);
	CHECK_INT(get(&b, "/lam-viec/ban-than"), 200);
	CHECK(shows(&b, "còn 10 mã dự phòng"));
	CHECK_INT(post_bare(&late, "/dang-nhap", "ten=clerk&mat-khau=" TEST_PASSWORD), 303);
	CHECK_STR(leads_to(&late), S("/dang-nhap/ma"));
	CHECK_INT(get(&late, "/dang-nhap/ma"), 200);
	CHECK_INT(post(&late, "/dang-nhap/ma", str_fmt(&s.a, "ma=%.*s", ARG(recovery)).p), 303);
	CHECK_INT(get(&late, "/lam-viec"), 200);
	CHECK_INT(post_bare(&late, "/dang-nhap", "ten=clerk&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&late, "/dang-nhap/ma"), 200);
	CHECK_INT(post(&late, "/dang-nhap/ma", str_fmt(&s.a, "ma=%.*s", ARG(recovery)).p), 422);
}

TEST(an_administrator_without_an_authenticator_gets_no_further)
{
	OPEN(s);
	struct browser b = { &s };
	int64_t number = test_newcomer(&s, "admin");
	struct account_change x = { .by = { .now = s.now },
		.verb = ACCOUNT_GRANT,
		.account = number,
		.grant = { ROLE_ADMINISTRATOR, S(""), 0, 0 } };

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, account_change, &x));
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=admin&mat-khau=" TEST_PASSWORD), 303);
	CHECK_INT(get(&b, "/lam-viec/mat-khau"), 200);
	CHECK_INT(post(&b, "/lam-viec/mat-khau", "cu=" TEST_PASSWORD "&moi=trau+den+x&lai=trau+den+x"), 303);
	CHECK_INT(get(&b, "/lam-viec/tai-khoan"), 303);
	CHECK_STR(leads_to(&b), S("/lam-viec/xac-thuc"));
	CHECK_INT(get(&b, "/lam-viec/xac-thuc"), 200);
}

TEST(signing_out_everywhere)
{
	OPEN(s);
	struct browser one = { &s }, two = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	CHECK(enter(&one, "clerk") && enter(&two, "clerk"));
	CHECK_INT(post(&one, "/lam-viec/dang-xuat-moi-noi", ""), 303);
	CHECK_INT(get(&one, "/lam-viec"), 303);
	CHECK_INT(get(&two, "/lam-viec"), 303);
}

TEST(the_way_back_stays_in_the_house)
{
	static const char *const bad[] = { "https://e.example/", "//e.example", "/lam-viec%2F..%2F",
		"/thu-tuc", "/lam-viecx", "javascript:x", "/lam-viec\\e", "/%2Fe.example" };
	OPEN(s);
	struct browser b = { &s };

	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	for (size_t i = 0; i < COUNT(bad); i++) {
		CHECK_INT(post_bare(&b, "/dang-nhap",
				  str_fmt(&s.a, "ten=clerk&mat-khau=" TEST_PASSWORD "&ve=%s", bad[i]).p),
			303);
		CHECK(str_starts(leads_to(&b), S("/lam-viec")) && !str_starts(leads_to(&b), S("/lam-viecx")));
	}
}

TEST(behind_tls_the_cookie_is_bound_to_it)
{
	OPEN(s);
	struct browser b = { &s };

	s.gate.behind_tls = true;
	(void)test_person(&s, "clerk", ROLE_CLERK, "SMA");
	CHECK_INT(post_bare(&b, "/dang-nhap", "ten=clerk&mat-khau=" TEST_PASSWORD), 303);
	struct str cookie = reply_header(&b.last, S("Set-Cookie"));

	CHECK(str_starts(cookie, S("__Host-phien=")) &&
		str_ends(cookie, S("; Path=/; HttpOnly; SameSite=Lax; Secure")));
}
