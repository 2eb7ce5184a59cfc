/* The pages of inspections through the gate: forms keep what was typed, rights hold, steps lead on. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"

#define AT "/lam-viec/kiem-tra"
#define OPENING \
	"unit=SMA&title=Ki%E1%BB%83m+tra&method=direct&period_from=01/01/2022&declared_only=1&period_to="

/* Home affairs of the province, the leader of the unit inspected, the leader of another one. */
struct scene {
	struct site site;
	struct browser office, unit, other;
};
static void scene_end(struct scene *x)
{
	site_close(&x->site);
}

static struct browser person(struct scene *x, const char *login, enum role role, const char *agency)
{
	(void)test_person(&x->site, login, role, agency);
	return (struct browser){ &x->site, test_cookie(&x->site, login), S(""), { 0 } };
}

static const struct fault *scene_open(struct scene *x)
{
	TRY(site_open(&x->site, app_routes, app_routes_n));
	x->site.gate.people = &staff_people;
	x->site.app.staff_menu = &app_staff_menu;
	x->office = person(x, "office", ROLE_HOME_AFFAIRS, "");
	x->unit = person(x, "unit", ROLE_LEADER, "SMA");
	x->other = person(x, "other", ROLE_LEADER, "SMB");
	return NULL;
}
#define SCENE(x) \
	cleanup_with(scene_end) struct scene x = { 0 }; \
	CHECK_OK(scene_open(&(x)))

static const char *path(struct scene *x, struct str base, const char *rest)
{
	return str_c(&x->site.a, str_fmt(&x->site.a, "%.*s%s", ARG(base), rest));
}

/* The address of an inspection of SMA that was just set up; empty when it was not. */
static struct str set_up(struct scene *x)
{
	CHECK_INT(get(&x->office, AT "/moi"), 200);
	CHECK_INT(post(&x->office, AT "/moi", OPENING "30/11/2022"), 303);
	struct str to = leads_to(&x->office);

	return str_sub(to, 0, str_find_char(to, '?'));
}

static int step(struct scene *x, struct browser *who, struct str at, const char *verb, const char *fields)
{
	CHECK_INT(get(who, path(x, at, verb)), 200);
	return post(who, path(x, at, verb), fields);
}

/* As far as the notice of a session on the day of the scene's clock, 23/12/2022. */
static struct str notified(struct scene *x)
{
	struct str at = set_up(x);

	CHECK_INT(step(x, &x->office, at, "/member", "name=A&position=B&body=SMB&part=leader"), 303);
	CHECK_INT(step(x, &x->office, at, "/member", "name=C&position=B&body=SMB&part=member"), 303);
	CHECK_INT(step(x, &x->office, at, "/decide", "number=1/QD&date=22/12/2022"), 303);
	CHECK_INT(step(x, &x->office, at, "/notify",
			  "number=2/TB&date=22/12/2022&from=23/12/2022+08:00&to=23/12/2022+17:00&place=D"),
		303);
	return at;
}

TEST(a_form_keeps_what_was_typed_and_says_what_is_wrong)
{
	SCENE(x);

	CHECK_INT(get(&x.office, AT "/moi"), 200);
	CHECK_INT(post(&x.office, AT "/moi", OPENING "31/12/2021"), 422);
	CHECK(shows(&x.office, "Thời kỳ kết thúc trước khi bắt đầu"));
	CHECK(shows(&x.office, "value=\"31/12/2021\"") && shows(&x.office, "value=\"Kiểm tra\""));
	CHECK_INT(post(&x.office, AT "/moi", OPENING "31/02/2022"), 422);
	CHECK(shows(&x.office, "Không phải ngày có thật") && shows(&x.office, "value=\"31/02/2022\""));
	CHECK_INT(post(&x.office, AT "/moi", "unit=kh%C3%B4ng+c%C3%B3&title=%3Cb%3E"), 422);
	CHECK(shows(&x.office, "Không có cơ quan nào như vậy") && shows(&x.office, "&lt;b&gt;"));
	CHECK(!shows(&x.office, "<b>"));
	CHECK_INT(post(&x.office, AT "/moi", "unit=%ff"), 422);
	CHECK_INT(post_bare(&x.office, AT "/moi", OPENING "30/11/2022"), 403);
}

TEST(steps_show_to_whom_they_belong)
{
	SCENE(x);
	struct str at = notified(&x);

	CHECK_OR_STOP(at.n > 0);
	CHECK_INT(get(&x.unit, path(&x, at, "")), 200);
	CHECK(shows(&x.unit, "/declare\"") && !shows(&x.unit, "/begin\""));
	CHECK_INT(get(&x.unit, path(&x, at, "/begin")), 409);
	CHECK_INT(get(&x.office, path(&x, at, "")), 200);
	CHECK(shows(&x.office, "/begin\"") && shows(&x.office, "Đã thông báo lịch"));
	CHECK_INT(get(&x.office, path(&x, at, "/fly")), 404);
	CHECK_INT(get(&x.other, path(&x, at, "")), 404);
	CHECK_INT(get(&x.other, path(&x, at, "/declare")), 404);
	CHECK_INT(get(&x.other, path(&x, at, "/khai-bang/mau")), 404);
	CHECK_INT(get(&x.office, AT "/999999"), 404);
	CHECK_INT(get(&x.office, AT "/-1"), 404);
	CHECK_INT(get(&x.other, AT), 200);
	CHECK(!shows(&x.other, at.p));
}

TEST(declared_figures_balance_or_are_refused)
{
	SCENE(x);
	struct str at = notified(&x);

	CHECK_OR_STOP(at.n > 0);
	CHECK_INT(step(&x, &x.unit, at, "/declare", "received=100&resolved=90&in_progress=11&procedures=5"),
		422);
	CHECK(shows(&x.unit, "tiếp nhận = đã giải quyết + đang giải quyết"));
	CHECK(shows(&x.unit, "value=\"90\""));
	CHECK_INT(step(&x, &x.unit, at, "/declare",
			  "received=1.713&resolved=1.668&in_progress=45&procedures=56"),
		303);
	CHECK_INT(get(&x.office, path(&x, at, "")), 200);
	CHECK(shows(&x.office, "1.713") && shows(&x.office, "chỉ do đơn vị khai"));
}

TEST(a_spreadsheet_fills_the_form)
{
	SCENE(x);
	struct str at = notified(&x);

	CHECK_OR_STOP(at.n > 0);
	CHECK_INT(get(&x.unit, path(&x, at, "/khai-bang/mau")), 200);
	CHECK(shows(&x.unit, "received,\"Tiếp nhận, tổng số\","));
	CHECK_INT(get(&x.unit, path(&x, at, "/khai-bang")), 200);
	CHECK_INT(post(&x.unit, path(&x, at, "/khai-bang"), "bang=figure,value%0Awings,1%0A"), 422);
	CHECK(shows(&x.unit, "Không có chỉ tiêu này") && shows(&x.unit, "wings,1"));
	CHECK_INT(post(&x.unit, path(&x, at, "/khai-bang"), "bang=figure,value%0Areceived,77%0A"), 200);
	CHECK(shows(&x.unit, "value=\"77\"") && shows(&x.unit, "/declare\""));
}

TEST(a_session_goes_on_to_signed_minutes)
{
	SCENE(x);
	struct str at = notified(&x);

	CHECK_OR_STOP(at.n > 0);
	CHECK_INT(step(&x, &x.office, at, "/begin", ""), 303);
	CHECK_INT(step(&x, &x.office, at, "/sign_team", "name=A&position=B"), 422);
	CHECK(shows(&x.office, "ghi người dự"));
	CHECK_INT(step(&x, &x.office, at, "/attend", "side=team&name=A&position=B"), 303);
	CHECK_INT(step(&x, &x.office, at, "/attend", "side=unit&name=E&position=F"), 303);
	CHECK_INT(step(&x, &x.office, at, "/recommend", "text=T&owner=SMA"), 422);
	CHECK(shows(&x.office, "Thời hạn hoàn thành"));
	CHECK_INT(step(&x, &x.office, at, "/recommend", "text=T&owner=SMA&deadline=31/01/2023"), 303);
	CHECK_INT(step(&x, &x.office, at, "/conclude", "number=3/KL&date=23/12/2022&text=K"), 422);
	CHECK(shows(&x.office, "Chưa có biên bản"));
	CHECK_INT(step(&x, &x.office, at, "/sign_team", "name=A&position=B"), 303);
	CHECK_INT(step(&x, &x.unit, at, "/sign_unit", "name=E&position=F"), 303);
	CHECK_INT(get(&x.unit, path(&x, at, "/accept?recommendation=1")), 200);
	CHECK(shows(&x.unit, "<option value=\"1\" selected"));
	CHECK_INT(post(&x.unit, path(&x, at, "/accept"), "recommendation=1&text=V%C3%A2ng"), 303);
	CHECK(str_ends(leads_to(&x.unit), S("?xong=accept")));
	CHECK_INT(get(&x.unit, path(&x, at, "?xong=accept")), 200);
	CHECK(shows(&x.unit, "Đã ghi nhận: Tiếp thu kiến nghị"));
	CHECK_INT(get(&x.unit, path(&x, at, "?lang=en")), 200);
	CHECK(shows(&x.unit, "Minutes signed"));
}
