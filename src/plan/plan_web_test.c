/* The pages of plans through the gate. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "plan/plan_web.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people; \
	(s).app.staff_menu = &app_staff_menu

static const char *step(struct browser *b, const char *record, const char *name)
{
	return str_fmt(&b->site->a, "%s/%s", record, name).p;
}

/* A form that is looked at and sent. */
static int take(struct browser *b, const char *record, const char *name, const char *fields)
{
	const char *to = step(b, record, name);
	int status = get(b, to);

	return status == 200 ? post(b, to, fields) : status;
}

#define AGENCY_PLANS "/lam-viec/ke-hoach/co-quan"
#define PROVINCE_PLANS "/lam-viec/ke-hoach/tinh"
#define INSPECTION_PLANS "/lam-viec/ke-hoach/kiem-tra"

/* An issued plan of SMA with a task that is overdue and one that is done; its page. */
static const char *issued_plan(struct browser *leader)
{
	CHECK_INT(take(leader, AGENCY_PLANS, "moi", "title=Ke+hoach+A&year=2022&issuer=SoA"), 303);
	const char *plan = page_led_to(leader);

	CHECK_INT(take(leader, plan, "add_task",
			  "area=2&task_title=Ra+soat+thu+tuc&owner=SMA&due=30/09/2022&person=Ong+Mau"),
		303);
	CHECK_INT(take(leader, plan, "add_task", "area=6&task_title=So+hoa&owner=P.1&due=20/12/2022"), 303);
	CHECK_INT(take(leader, plan, "issue", "sign=05/KH-SMA&date=20/01/2022"), 303);
	CHECK_INT(take(leader, plan, "progress", "task=1&percent=40&day=01/06/2022&note=Dang+lam"), 303);
	CHECK_INT(take(leader, plan, "progress",
			  "task=2&percent=100&day=01/12/2022&evidence=12/BC-SMA%0A/"
			  "so-lieu%0Ajavascript:alert(1)"),
		303);
	return plan;
}

TEST(an_agency_drafts_issues_and_reports)
{
	OPEN(s);
	struct browser b = test_somebody(&s, "leader", ROLE_LEADER, "SMA");
	const char *plan = issued_plan(&b);

	CHECK_INT(get(&b, plan), 200);
	CHECK(shows(&b, "Ke hoach A") && shows(&b, "05/KH-SMA") && shows(&b, "Đã ban hành"));
	CHECK(shows(&b, "Ra soat thu tuc") && shows(&b, "Quá hạn") && shows(&b, "Hoàn thành đúng hạn"));
	CHECK(shows(&b, "01/06/2022: 40%") && shows(&b, "Dang lam"));
	CHECK(shows(&b, "<a href=\"/so-lieu\">") && !shows(&b, "href=\"javascript"));
	CHECK(shows(&b, "Nghị quyết số 76/NQ-CP") == false); /* nothing was said of a basis */
	/* As of a day before the first task was due and the second was done. */
	CHECK_INT(get(&b, str_fmt(&s.a, "%s?ngay=01/05/2022", plan).p), 200);
	CHECK(!shows(&b, "01/06/2022: 40%") && !shows(&b, "Quá hạn</span>") &&
		shows(&b, "value=\"01/05/2022\""));
	CHECK_INT(get(&b, str_fmt(&s.a, "%s?ngay=31/02/2022", plan).p), 422);
	CHECK(shows(&b, "value=\"31/02/2022\""));
	CHECK_INT(get(&b, "/lam-viec/ke-hoach"), 200);
	CHECK(shows(&b, "1/2 nhiệm vụ hoàn thành") && shows(&b, "1 quá hạn"));
	CHECK_INT(get(&b, "/lam-viec/ke-hoach?lang=en"), 200);
	CHECK(shows(&b, "1 of 2 tasks completed"));
	CHECK_INT(get(&b, "/lam-viec"), 200);
	CHECK(shows(&b, "#nv-1\">Ra soat thu tuc</a>") && !shows(&b, "So hoa"));
}

TEST(what_is_refused_stays_in_the_form)
{
	static const struct {
		const char *step, *fields, *says;
	} rows[] = { { "issue", "sign=05+KH&date=20/01/2022", "Số, ký hiệu viết liền" },
		{ "issue", "sign=5/KH&date=", "chưa có ngày ban hành" },
		{ "issue", "sign=5/KH&date=20/01/2022", "chưa có nhiệm vụ nào" },
		{ "add_task", "area=2&task_title=Viec+X&owner=KHONGCO&due=30/09/2022",
			"Không có cơ quan nào như vậy" },
		{ "add_task", "area=2&task_title=Viec+X&owner=SMA&due=31/02/2022",
			"Không phải ngày có thật" },
		{ "add_task", "area=2&task_title=Viec+X&owner=SMA&due=30/09/2023",
			"không thuộc năm kế hoạch" },
		{ "add_task", "area=9&task_title=Viec+X&owner=SMA&due=30/09/2022",
			"Hãy chọn một trong các mục" },
		{ "add_task", "area=2&task_title=&owner=SMA&due=30/09/2022", "Chưa nhập mục này" },
		{ "revise", "title=Ke+hoach+A&year=2022", "Chưa thay đổi mục nào" },
		{ "change_task", "task=7&area=2", "không có nhiệm vụ này" } };
	OPEN(s);
	struct browser b = test_somebody(&s, "head", ROLE_HEAD_OF_UNIT, "SMA");

	CHECK_INT(take(&b, AGENCY_PLANS, "moi", "title=Ke+hoach+A&year=1890&issuer=SMA"), 422);
	CHECK(shows(&b, "value=\"1890\"") && shows(&b, "từ năm 2000"));
	CHECK_INT(take(&b, AGENCY_PLANS, "moi", "title=Ke+hoach+A&year=2022&issuer=SMB"), 422);
	CHECK(shows(&b, "không được làm bước này"));
	CHECK_INT(take(&b, AGENCY_PLANS, "moi", "title=Ke+hoach+A&year=2022&issuer=SMA"), 303);
	const char *plan = page_led_to(&b);

	for (size_t i = 0; i < COUNT(rows); i++) {
		int status = take(&b, plan, rows[i].step, rows[i].fields);

		test_check(status == 422 && shows(&b, rows[i].says), __FILE__, __LINE__, "%s?%s: %d",
			rows[i].step, rows[i].fields, status);
		if (str_eq(str_of(rows[i].step), S("add_task")) && i != 7)
			CHECK(shows(&b, "Viec X"));
	}
	CHECK_INT(get(&b, step(&b, plan, "fly")), 404);
	CHECK_INT(get(&b, step(&b, plan, "progress")), 409);
	CHECK_INT(post_bare(&b, step(&b, plan, "withdraw"), "reason=x"), 403);
	CHECK_INT(get(&b, AGENCY_PLANS "/999"), 404);
	CHECK_INT(get(&b, AGENCY_PLANS "/x"), 404);
	CHECK_INT(get(&b, AGENCY_PLANS "?nam=abc"), 400);
	CHECK_INT(get(&b, AGENCY_PLANS "?co-quan=khong+co"), 422);
	CHECK(shows(&b, "value=\"khong co\""));
}

TEST(a_change_says_only_what_changed)
{
	OPEN(s);
	struct browser b = test_somebody(&s, "leader", ROLE_LEADER, "SMA");
	const char *plan = issued_plan(&b);

	CHECK_INT(get(&b, step(&b, plan, "amend_task?task=1")), 200);
	CHECK(shows(&b, "value=\"Ra soat thu tuc\"") && shows(&b, "value=\"30/09/2022\""));
	CHECK_INT(post(&b, step(&b, plan, "amend_task"),
			  "task=1&area=2&task_title=Ra+soat+thu+tuc&owner=SMA&due=31/12/"
			  "2022&person=Ong+Mau&reason=Cho+them"),
		303);
	CHECK_INT(get(&b, plan), 200);
	CHECK(shows(&b, "Thời hạn ban đầu") && shows(&b, "Cho them"));
	CHECK_INT(
		post(&b, step(&b, plan, "amend_task"), "task=1&area=2&due=31/12/2022&reason=Khong+doi"), 422);
	CHECK(shows(&b, "Chưa thay đổi mục nào"));
}

TEST(another_agencys_plan_does_not_exist)
{
	OPEN(s);
	struct browser a = test_somebody(&s, "leader", ROLE_LEADER, "SMA"),
		       b = test_somebody(&s, "other", ROLE_LEADER, "SMB"),
		       below = test_somebody(&s, "below", ROLE_OFFICER, "P.1"),
		       auditor = test_somebody(&s, "auditor", ROLE_AUDITOR, ""),
		       home = test_somebody(&s, "home", ROLE_HOME_AFFAIRS, "");
	const char *plan = issued_plan(&a);

	CHECK_INT(get(&b, plan), 404);
	CHECK_INT(get(&b, step(&b, plan, "progress")), 404);
	CHECK_INT(get(&b, "/lam-viec/ke-hoach"), 200);
	CHECK(!shows(&b, "Ke hoach A"));
	CHECK_INT(post(&b, step(&b, plan, "withdraw"), "reason=x"), 404);
	CHECK_INT(get(&below, plan), 404);
	CHECK_INT(get(&auditor, plan), 200);
	CHECK(shows(&auditor, "Hiện không có việc nào"));
	CHECK_INT(get(&auditor, step(&auditor, plan, "progress")), 403);
	/* Home affairs sees it and takes no step of another agency. */
	CHECK_INT(get(&home, plan), 200);
	CHECK_INT(get(&home, step(&home, plan, "progress")), 409);
	/* The address of another kind. */
	CHECK_INT(get(&a, str_fmt(&s.a, PROVINCE_PLANS "%s", plan + strlen(AGENCY_PLANS)).p), 404);
}

TEST(a_plan_of_the_province_is_read_by_all_once_it_is_issued)
{
	OPEN(s);
	struct browser home = test_somebody(&s, "home", ROLE_HOME_AFFAIRS, ""),
		       leader = test_somebody(&s, "leader", ROLE_LEADER, "SMA");

	CHECK_INT(take(&home, PROVINCE_PLANS, "moi", "title=Ke+hoach+tinh&year=2022"), 303);
	const char *plan = page_led_to(&home);

	CHECK_INT(get(&leader, plan), 404);
	CHECK_INT(get(&leader, PROVINCE_PLANS), 200);
	CHECK(!shows(&leader, "Ke hoach tinh"));
	CHECK_INT(
		take(&home, plan, "add_task", "area=0&task_title=Viec+chung&owner=SMA&due=25/12/2022"), 303);
	CHECK_INT(take(&home, plan, "issue", "sign=1/KH-UBND&date=05/01/2022"), 303);
	CHECK_INT(get(&leader, plan), 200);
	CHECK(shows(&leader, "Viec chung"));
	CHECK_INT(get(&leader, PROVINCE_PLANS), 200);
	CHECK(shows(&leader, "Ke hoach tinh"));
	CHECK_INT(get(&leader, step(&leader, plan, "progress")), 404);
	CHECK_INT(get(&leader, "/lam-viec"), 200);
	CHECK(shows(&leader, "Viec chung") && shows(&leader, "Sắp đến hạn"));
	CHECK_INT(take(&leader, PROVINCE_PLANS, "moi", "title=Ke+hoach+tinh&year=2022"), 422);
}

static const struct fault *visits_of(
	struct request *rq, int64_t plan, const struct plan_visit **list, size_t *n)
{
	struct plan_visit *one = NEW(rq->a, struct plan_visit);

	*one = (struct plan_visit){ S("SMA"), url_path(S("/lam-viec")), S("Da ket luan"), TONE_GOOD };
	*list = one;
	*n = plan > 0;
	return NULL;
}

TEST(an_inspection_plan_and_what_was_inspected)
{
	static const struct plan_visits visits = { visits_of };
	OPEN(s);
	struct browser home = test_somebody(&s, "home", ROLE_PROVINCE_OFFICE, ""),
		       leader = test_somebody(&s, "leader", ROLE_LEADER, "SMA");

	CHECK_INT(take(&home, INSPECTION_PLANS, "moi",
			  "title=Ke+hoach+kiem+tra&year=2022&sign=1296/KH-SNV&date=27/06/2022&period_from=01/"
			  "01/2022&"
			  "period_to=30/09/2022&method=direct&content_2=1&content_6=1"),
		303);
	const char *plan = page_led_to(&home);

	CHECK_INT(take(&home, plan, "add_unit", "unit=SoA&day=25/10/2022"), 303);
	CHECK_INT(take(&home, plan, "add_unit", "unit=SoA&month=11"), 422);
	CHECK(shows(&home, "Đơn vị này đã có trong kế hoạch") && shows(&home, "value=\"SoA\""));
	CHECK_INT(take(&home, plan, "add_unit", "unit=SoB&month=11&method=unannounced"), 303);
	CHECK_INT(take(&home, plan, "add_body", "body=H54&duty=leads"), 303);
	CHECK_INT(take(&home, plan, "issue", ""), 303);
	CHECK_INT(get(&home, plan), 200);
	CHECK(shows(&home, "25/10/2022"));
	CHECK(shows(&home, "Tháng 11/2022"));
	CHECK(shows(&home, "Sở Mẫu B"));
	CHECK(shows(&home, "Từ ngày 01/01/2022 đến ngày 30/09/2022") && shows(&home, "Tỉnh Mẫu"));
	CHECK(!shows(&home, "Kết quả thực hiện"));
	/* Who may be inspected unannounced does not read it here. */
	CHECK_INT(get(&leader, plan), 200);
	CHECK(shows(&leader, "Sở Mẫu A") && !shows(&leader, "Sở Mẫu B") &&
		!shows(&leader, "Kiểm tra đột xuất"));
	s.app.plan_visits = &visits;
	CHECK_INT(get(&home, plan), 200);
	CHECK(shows(&home, "đã kiểm tra 1 trên 2") && shows(&home, "Da ket luan") &&
		shows(&home, "Quá lịch, chưa kiểm tra"));
}

TEST(a_plan_as_a_file)
{
	OPEN(s);
	struct browser b = test_somebody(&s, "leader", ROLE_LEADER, "SMA"),
		       other = test_somebody(&s, "other", ROLE_LEADER, "SMB");
	const char *plan = issued_plan(&b);

	CHECK_INT(get(&b, str_fmt(&s.a, "%s?dang=pdf", plan).p), 200);
	CHECK(str_starts(b.last.body, S("%PDF")));
	CHECK_INT(get(&b, str_fmt(&s.a, "%s?dang=odt", plan).p), 200);
	CHECK(str_starts(b.last.body, S("PK")));
	CHECK_INT(get(&b, str_fmt(&s.a, "%s?dang=xlsx", plan).p), 200);
	CHECK(str_starts(b.last.body, S("PK")));
	CHECK_INT(get(&b, str_fmt(&s.a, "%s?dang=csv", plan).p), 200);
	CHECK(shows(&b, "1,Cải cách thủ tục hành chính,Ra soat thu tuc,,Sở Mẫu A,30/09/2022,Quá hạn,40,,"));
	CHECK_INT(get(&other, str_fmt(&s.a, "%s?dang=csv", plan).p), 404);
}

TEST(a_form_that_somebody_overtook_is_shown_again_and_says_so)
{
	OPEN(s);
	struct browser mine = test_somebody(&s, "mine", ROLE_HEAD_OF_UNIT, "SMA"),
		       theirs = test_somebody(&s, "theirs", ROLE_LEADER, "SMA");
	const char *task = "da-xem=1&area=2&task_title=Viec+cua+toi&owner=SMA&due=30/09/2022";

	CHECK_INT(take(&mine, AGENCY_PLANS, "moi", "title=Ke+hoach+A&year=2022&issuer=SMA"), 303);
	const char *plan = page_led_to(&mine);

	CHECK_INT(get(&mine, step(&mine, plan, "add_task")), 200);
	CHECK(shows(&mine, "name=\"da-xem\" value=\"1\""));
	CHECK_INT(
		take(&theirs, plan, "add_task", "da-xem=1&area=6&task_title=So+hoa&owner=SMA&due=20/12/2022"),
		303);
	CHECK_INT(post(&mine, step(&mine, plan, "add_task"), task), 422);
	CHECK(shows(&mine, "Trong lúc bạn nhập") && shows(&mine, "Lãnh đạo") &&
		shows(&mine, "value=\"Viec cua toi\""));
	CHECK(shows(&mine, "name=\"da-xem\" value=\"2\""));
	CHECK_INT(get(&mine, plan), 200);
	CHECK(!shows(&mine, "Viec cua toi"));
	CHECK_INT(take(&mine, plan, "add_task",
			  "da-xem=2&area=2&task_title=Viec+cua+toi&owner=SMA&due=30/09/2022"),
		303);
	CHECK_INT(get(&mine, plan), 200);
	CHECK(shows(&mine, "Viec cua toi") && shows(&mine, "So hoa"));
}
