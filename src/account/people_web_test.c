/* Rights: the whole matrix of roles, routes and agencies; the pages of administration. */
#include "account/people_testing.h"
#include "app/routes.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people

enum { REACHED = 299 };

static struct reply reached(struct request *rq)
{
	(void)rq;
	return reply_text(REACHED, S(""));
}

/* The table of the program with handlers that only say that the gate let somebody through. */
static const struct route *stubbed(struct arena *a)
{
	struct route *copy = NEW_ARRAY(a, struct route, app_routes_n);

	for (size_t i = 0; i < app_routes_n; i++) {
		copy[i] = app_routes[i];
		copy[i].handle = reached;
	}
	return copy;
}

/* What the gate must answer to a role held at SMA about a person of an agency; written apart from the gate.
 */
static int wanted(const struct route *r, enum role role, const char *home)
{
	bool below = strcmp(home, "SMA") == 0 || strcmp(home, "P.1") == 0;

	switch (permission_kind(r->permission)) {
	case PERMISSION_FOR_ALL: return REACHED;
	case PERMISSION_FOR_STAFF: return role == ROLE_NOBODY ? 303 : REACHED;
	case PERMISSION_TO_READ:
	case PERMISSION_TO_CHANGE: break;
	case PERMISSION_NEVER:
	case PERMISSION_BY_ADDRESS: return 403;
	}
	if (role == ROLE_NOBODY)
		return 303;
	bool reads = permission_kind(r->permission) == PERMISSION_TO_READ;

	if (role != ROLE_ADMINISTRATOR && (role != ROLE_AUDITOR || !reads))
		return 403;
	return !r->agency_of || below ? REACHED : 404;
}

/* The route's address with the number for its parameters. */
static const char *address(struct site *s, const struct route *r, int64_t number)
{
	struct str rest = str_of(r->pattern), segment;
	struct buf b = { .a = &s->a };

	for (bool first = true; str_cut(&rest, '/', &segment); first = false) {
		buf_add(&b, first ? S("") : S("/"));
		if (str_starts(segment, S(":")))
			buf_int(&b, number);
		else
			buf_add(&b, segment);
	}
	return str_c(&s->a, buf_str(&b));
}

static int ask(struct site *s, const struct route *r, const char *login, const char *target)
{
	struct browser b = { s };
	const struct staff_session *now = NULL;
	struct request rq = { .a = &s->a, .app = &s->app, .now = s->now };
	const uint8_t mask[FORM_MASK_BYTES] = { 0 };

	if (login)
		b.cookie = test_cookie(s, login);
	if (login && (staff_session(&rq, b.cookie, &now) || !now))
		return -1;
	if (now)
		b.token = form_token(&s->a, now, mask);
	return r->method == METHOD_GET ? get(&b, target) : post(&b, target, "x=1");
}

TEST(every_role_at_every_route_for_every_agency)
{
	static const char *const homes[] = { "SMA", "P.1", "SMB", "P.2", "" };
	OPEN(s);
	int64_t people[COUNT(homes)];
	int asked = 0;

	for (size_t i = 0; i < COUNT(homes); i++)
		people[i] = test_person(&s, str_fmt(&s.a, "home%d", (int)i).p, ROLE_CLERK, homes[i]);
	s.gate.routes = stubbed(&s.a);
	for (int role = 0; role < ROLE_N; role++) {
		const char *login = role == ROLE_NOBODY ? NULL : str_fmt(&s.a, "role%d", role).p;

		if (login && !role_is_staff((enum role)role))
			continue;
		if (login)
			(void)test_person(&s, login, (enum role)role, "SMA");
		for (size_t i = 0; i < app_routes_n; i++) {
			const struct route *r = &s.gate.routes[i];

			for (size_t h = 0; h < COUNT(homes) && (h == 0 || r->agency_of); h++, asked++)
				test_check(ask(&s, r, login, address(&s, r, people[h])) ==
						   wanted(r, (enum role)role, homes[h]),
					__FILE__, __LINE__, "%s %s as role %d for \"%s\"",
					http_method_text(r->method).p, r->pattern, role, homes[h]);
		}
	}
	CHECK(asked > 11 * (int)app_routes_n);
	CHECK_INT(ask(&s, route_find(&s.gate, METHOD_GET, S("/lam-viec/tai-khoan/1")), "role10",
			  "/lam-viec/tai-khoan/999"),
		404);
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
