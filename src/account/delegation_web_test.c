/* Delegation while absent, through the pages and the gate. */
#include "account/delegation_store.h"
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"

#define LEND "/lam-viec/ban-than/uy-quyen"

/* A leader and a clerk of SMA, somebody of SMB; and a route that only leaders may use. */
struct scene {
	struct site site;
	struct browser leader, clerk;
	int64_t leader_number, clerk_number;
};
static void scene_end(struct scene *x)
{
	site_close(&x->site);
}

/* The handler of a feature: says as whom somebody acts, which marks the request. */
static struct reply act_as_leader(struct request *rq)
{
	struct staff_acting who = staff_acting_at(rq, ROLE_BIT(LEADER), S("SMA"));

	return reply_text(who.role == ROLE_LEADER ? 299 : 403, staff_actor_json(rq, &who));
}

static const struct fault *open_scene(struct scene *x)
{
	TRY(site_open(&x->site, app_routes, app_routes_n));
	struct route *routes = NEW_ARRAY(&x->site.a, struct route, app_routes_n + 2);

	memcpy(routes, app_routes, app_routes_n * sizeof *app_routes);
	routes[app_routes_n] = (struct route){ METHOD_POST, "/thu/ban-than", act_as_leader,
		PERMISSION_OWN_ACCOUNT, 4096, 0, NULL };
	routes[app_routes_n + 1] = (struct route){ METHOD_POST, "/thu/ke-hoach", act_as_leader,
		PERMISSION_PLAN_CHANGE, 4096, 0, NULL };
	x->site.gate.routes = routes;
	x->site.gate.count = app_routes_n + 2;
	x->site.gate.people = &staff_people;
	x->site.app.staff_menu = &app_staff_menu;
	x->leader_number = test_person(&x->site, "leader", ROLE_LEADER, "SMA");
	x->clerk_number = test_person(&x->site, "clerk", ROLE_CLERK, "SMA");
	(void)test_person(&x->site, "stranger", ROLE_CLERK, "SMB");
	x->leader = (struct browser){ &x->site, test_cookie(&x->site, "leader"), S(""), { 0 } };
	x->clerk = (struct browser){ &x->site, test_cookie(&x->site, "clerk"), S(""), { 0 } };
	return NULL;
}
#define SCENE(x) \
	cleanup_with(scene_end) struct scene x = { 0 }; \
	CHECK_OK(open_scene(&(x)))

/* With a page that has a form token read before. */
static int send_form(struct browser *b, const char *path, const char *fields)
{
	CHECK_INT(get(b, "/lam-viec"), 200);
	return post(b, path, fields);
}

/* Friday 2022-12-23 is today. */
#define GIVE "viec=giao&vai-tro=leader+SMA&nguoi=clerk&ly-do=Nghi+phep"

static int64_t lines_of(struct scene *x, int64_t account, const char *action)
{
	struct db *db;
	const struct audit_row *rows;
	size_t n;
	int64_t count = 0;

	if (province_take_reader(x->site.app.province, &x->site.a, &db) ||
		account_audit(db, account, &rows, &n))
		abort();
	for (size_t i = 0; i < n; i++)
		count += str_eq(rows[i].action, str_of(action));
	province_give_reader(x->site.app.province, db);
	return count;
}

TEST(a_leader_lends_the_role_for_some_days)
{
	SCENE(x);
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403);
	CHECK_INT(send_form(&x.clerk, "/thu/ke-hoach", ""), 403);
	CHECK_INT(get(&x.leader, LEND), 200);
	CHECK(shows(&x.leader, "value=\"clerk\"") && !shows(&x.leader, "value=\"stranger\""));
	CHECK_INT(post(&x.leader, LEND, GIVE "&tu=24/12/2022&den=25/12/2022"), 303);
	CHECK_INT(get(&x.leader, LEND), 200);
	CHECK(shows(&x.leader, "Sắp tới") && shows(&x.leader, "từ 24/12/2022 đến 25/12/2022"));
	CHECK_INT(get(&x.clerk, LEND), 200);
	CHECK(shows(&x.clerk, "Nghi phep"));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403); /* not yet */
	x.site.now += DAY_S;
	CHECK(enter(&x.clerk, "clerk"));
	CHECK(shows(&x.clerk, "thừa ủy quyền của Người Mẫu"));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
	CHECK(shows(&x.clerk, str_fmt(&x.site.a, "\"delegator\":%lld", (long long)x.leader_number).p));
	CHECK_INT(send_form(&x.clerk, "/thu/ke-hoach", ""), 299);
	x.site.now += 2 * DAY_S;
	CHECK(enter(&x.clerk, "clerk"));
	CHECK(!shows(&x.clerk, "thừa ủy quyền"));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403); /* no more */
}

TEST(what_is_done_by_delegation_is_put_down_for_both)
{
	SCENE(x);
	CHECK_INT(send_form(&x.leader, LEND, GIVE "&tu=23/12/2022&den=23/12/2022"), 303);
	CHECK_INT(lines_of(&x, x.leader_number, "delegated"), 1);
	CHECK_INT(lines_of(&x, x.clerk_number, "delegated"), 1);
	CHECK_INT(send_form(&x.leader, "/thu/ban-than", ""), 299); /* the role of one's own */
	CHECK_INT(lines_of(&x, x.leader_number, "acted_by_delegation"), 0);
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
	CHECK_INT(send_form(&x.clerk, "/thu/ke-hoach", ""), 299);
	CHECK_INT(get(&x.clerk, "/lam-viec"), 200);
	CHECK_INT(lines_of(&x, x.leader_number, "acted_by_delegation"), 2);
	CHECK_INT(lines_of(&x, x.clerk_number, "acted_by_delegation"), 2);
	(void)test_person(&x.site, "admin", ROLE_ADMINISTRATOR, "");
	struct browser admin = { &x.site, test_cookie(&x.site, "admin"), S(""), { 0 } };

	CHECK_INT(get(&admin, str_fmt(&x.site.a, "/lam-viec/tai-khoan/%lld", (long long)x.clerk_number).p),
		200);
	CHECK(shows(&admin, "Lãnh đạo cơ quan, Sở Mẫu A: POST /thu/ke-hoach"));
	CHECK(shows(&admin, "thừa ủy quyền của Người Mẫu"));
}

TEST(either_of_the_two_ends_it_and_nobody_else)
{
	SCENE(x);
	struct browser stranger = { &x.site, test_cookie(&x.site, "stranger"), S(""), { 0 } };

	for (int i = 0; i < 2; i++) {
		const char *end = str_fmt(&x.site.a, "viec=huy&so=%d", i + 1).p;

		CHECK_INT(send_form(&x.leader, LEND, GIVE "&tu=23/12/2022&den=30/12/2022"), 303);
		CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
		CHECK_INT(send_form(&stranger, LEND, end), 422);
		CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
		CHECK_INT(send_form(i ? &x.leader : &x.clerk, LEND, end), 303);
		CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403);
		CHECK_INT(send_form(&x.leader, LEND, end), 422);
	}
}

TEST(it_ends_with_the_role_and_with_the_account)
{
	SCENE(x);
	struct account_change off = {
		.by = { .now = x.site.now }, .verb = ACCOUNT_DISABLE, .account = x.leader_number
	};
	struct account_change on = off, gone = off;

	CHECK_INT(send_form(&x.leader, LEND, GIVE "&tu=23/12/2022&den=30/12/2022"), 303);
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
	CHECK_OK(writer_run(province_writer(x.site.app.province), &x.site.a, account_change, &off));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403);
	on.verb = ACCOUNT_ENABLE;
	CHECK_OK(writer_run(province_writer(x.site.app.province), &x.site.a, account_change, &on));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 299);
	gone.verb = ACCOUNT_REVOKE;
	gone.grant = (struct grant){ ROLE_LEADER, S("SMA"), 0, 0, 0, { NULL, 0 } };
	CHECK_OK(writer_run(province_writer(x.site.app.province), &x.site.a, account_change, &gone));
	CHECK_INT(send_form(&x.clerk, "/thu/ban-than", ""), 403);
}

TEST(refusals_keep_what_was_typed)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{ GIVE "&tu=22/12/2022&den=25/12/2022", "không được trước hôm nay" },
		{ GIVE "&tu=25/12/2022&den=24/12/2022", "ngày cuối không trước ngày đầu" },
		{ GIVE "&tu=24/12/2022&den=24/12/2023", "nhiều nhất 183 ngày" },
		{ GIVE "&tu=31/2/2023&den=24/12/2023", "31/2/2023" },
		{ "viec=giao&vai-tro=leader+SMA&nguoi=clerk&ly-do=&tu=24/12/2022&den=25/12/2022", "lý do" },
		{ "viec=giao&vai-tro=leader+SMA&nguoi=stranger&ly-do=x&tu=24/12/2022&den=25/12/2022",
			"không thuộc cơ quan của bạn" },
		{ "viec=giao&vai-tro=leader+SMA&nguoi=leader&ly-do=x&tu=24/12/2022&den=25/12/2022",
			"chính mình" },
		{ "viec=giao&vai-tro=leader+SMA&nguoi=nobody&ly-do=x&tu=24/12/2022&den=25/12/2022",
			"Không có tài khoản này" },
		{ "viec=giao&vai-tro=leader+SMB&nguoi=clerk&ly-do=x&tu=24/12/2022&den=25/12/2022",
			"Bạn không có vai trò này" },
		{ "viec=giao&vai-tro=administrator&nguoi=clerk&ly-do=x&tu=24/12/2022&den=25/12/2022",
			"không ủy quyền được" },
	};
	SCENE(x);
	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_INT(send_form(&x.leader, LEND, rows[i].fields), 422);
		test_check(shows(&x.leader, rows[i].says), __FILE__, __LINE__, "case %d", (int)i);
	}
	CHECK_INT(send_form(&x.leader, LEND, GIVE "&tu=24%2F12%2F2022&den=24/13/2022"), 422);
	CHECK(shows(&x.leader, "value=\"24/13/2022\"") && shows(&x.leader, "value=\"Nghi phep\""));
	CHECK_INT(send_form(&x.leader, LEND, "x=1"), 400);
	/* Who borrows a role cannot lend it on. */
	CHECK_INT(send_form(&x.leader, LEND, GIVE "&tu=23/12/2022&den=25/12/2022"), 303);
	CHECK_INT(get(&x.clerk, LEND), 200);
	CHECK(!shows(&x.clerk, "value=\"leader SMA\""));
	(void)test_person(&x.site, "other", ROLE_CLERK, "SMA");
	CHECK_INT(send_form(&x.clerk, LEND,
			  "viec=giao&vai-tro=leader+SMA&nguoi=other&ly-do=x&tu=24/12/2022&den=25/12/2022"),
		422);
	CHECK(shows(&x.clerk, "Bạn không có vai trò này"));
}
