/* Recommendations across inspections, what waits for whom, the summary of a year. */
#include "app/routes.h"
#include "app/staff_menu.h"
#include "inspection/inspection_staged.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people; \
	(s).app.staff_menu = &app_staff_menu
#define PERSON(b, s, role, home) \
	(void)test_person(&(s), #b, role, home); \
	struct browser b = { &(s), test_cookie(&(s), #b), S(""), { 0 } }

static size_t place(const struct browser *b, const char *text)
{
	return str_find(b->last.body, str_of(text));
}

TEST(open_recommendations_are_listed_overdue_first)
{
	OPEN(s);
	PERSON(leader, s, ROLE_LEADER, "SMA");

	CHECK_INT(get(&leader, "/lam-viec/kien-nghi"), 200);
	CHECK(shows(&leader, "Không có kiến nghị nào như vậy"));
	int64_t number = staged_inspection(&s, STAGED_MINUTED);
	CHECK_INT(get(&leader, "/lam-viec/kien-nghi"), 200);
	CHECK(shows(&leader, "3 kiến nghị, trong đó 1 quá hạn"));
	CHECK(place(&leader, "Xin lỗi bằng văn bản") < place(&leader, "Rà soát quy trình"));
	CHECK(place(&leader, "Rà soát quy trình") < place(&leader, "Tập huấn công chức"));
	CHECK(shows(&leader, "Quá hạn 13 ngày"));
	CHECK(shows(&leader, "Còn 1 ngày"));
	CHECK(shows(&leader, str_fmt(&s.a, "/lam-viec/kiem-tra/%lld\"", (long long)number).p));
	CHECK(staged_step(&s, number, INSPECTION_DO_DROP_RECOMMENDATION, ROLE_HOME_AFFAIRS,
		"recommendation=1|reason=Ghi nhầm"));
	CHECK_INT(get(&leader, "/lam-viec/kien-nghi"), 200);
	CHECK(shows(&leader, "2 kiến nghị, trong đó 0 quá hạn"));
	CHECK(!shows(&leader, "Xin lỗi bằng văn bản"));
}

TEST(the_list_is_filtered)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_MINUTED);
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK(staged_step(
		&s, number, INSPECTION_DO_ACCEPT, ROLE_LEADER, "recommendation=2|text=Sẽ làm trong tháng"));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?trang-thai=qua-han"), 200);
	CHECK(shows(&inspector, "1 kiến nghị, trong đó 1 quá hạn"));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?trang-thai=da-tiep-thu"), 200);
	CHECK(shows(&inspector, "1 kiến nghị, trong đó 0 quá hạn"));
	CHECK(shows(&inspector, "Rà soát quy trình"));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?co-quan=SMB"), 200);
	CHECK(shows(&inspector, "Không có kiến nghị nào như vậy"));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?co-quan=SMA"), 200);
	CHECK(shows(&inspector, "3 kiến nghị"));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?co-quan=nowhere"), 422);
	CHECK(shows(&inspector, "value=\"nowhere\""));
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?trang-thai=x"), 400);
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?trang=0"), 400);
	CHECK_INT(get(&inspector, "/lam-viec/kien-nghi?trang=9"), 200);
}

TEST(recommendations_of_others_are_not_shown)
{
	OPEN(s);
	(void)staged_inspection(&s, STAGED_MINUTED);
	PERSON(stranger, s, ROLE_LEADER, "SMB");
	PERSON(clerk, s, ROLE_CLERK, "SMA");

	CHECK_INT(get(&stranger, "/lam-viec/kien-nghi?co-quan=SMA"), 200);
	CHECK(!shows(&stranger, "Xin lỗi bằng văn bản"));
	CHECK_INT(get(&stranger, "/lam-viec"), 200);
	CHECK(!shows(&stranger, "tiếp thu kiến nghị"));
	CHECK_INT(get(&clerk, "/lam-viec/kien-nghi"), 403);
}

TEST(each_sees_on_the_first_screen_what_is_to_be_done)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_MINUTED);
	PERSON(leader, s, ROLE_LEADER, "SMA");
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK_INT(get(&leader, "/lam-viec"), 200);
	CHECK(shows(&leader, "Sở Mẫu A: tiếp thu kiến nghị 1"));
	CHECK(shows(&leader,
		str_fmt(&s.a, "/lam-viec/kiem-tra/%lld/accept?recommendation=1", (long long)number).p));
	CHECK(place(&leader, "tiếp thu kiến nghị 1") < place(&leader, "tiếp thu kiến nghị 2"));
	CHECK_INT(get(&inspector, "/lam-viec"), 200);
	CHECK(!shows(&inspector, "xác minh khắc phục kiến nghị 1"));
	CHECK(staged_step(&s, number, INSPECTION_DO_ACCEPT, ROLE_LEADER, "recommendation=1|text=Sẽ làm"));
	CHECK_INT(get(&leader, "/lam-viec"), 200);
	CHECK(shows(&leader, "báo cáo khắc phục kiến nghị 1"));
	CHECK(staged_step(&s, number, INSPECTION_DO_REMEDY, ROLE_LEADER,
		"recommendation=1|text=Đã làm|evidence=Văn bản mẫu"));
	CHECK_INT(get(&inspector, "/lam-viec"), 200);
	CHECK(shows(&inspector, "xác minh khắc phục kiến nghị 1"));
	CHECK_INT(get(&leader, "/lam-viec"), 200);
	CHECK(!shows(&leader, "khắc phục kiến nghị 1"));
}

TEST(nothing_waits_that_cannot_be_done_yet)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(leader, s, ROLE_LEADER, "SMA");

	CHECK(staged_step(&s, number, INSPECTION_DO_ACCEPT, ROLE_LEADER, "recommendation=1|text=Sẽ làm"));
	CHECK_INT(get(&leader, "/lam-viec"), 200);
	CHECK(!shows(&leader, "báo cáo khắc phục")); /* after the minutes */
	CHECK(shows(&leader, "tiếp thu kiến nghị 2"));
}

TEST(the_year_is_summed_up_and_each_number_opens)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_MINUTED);
	PERSON(affairs, s, ROLE_HOME_AFFAIRS, "");
	const char *link = str_fmt(&s.a, "/lam-viec/kiem-tra/%lld\"", (long long)number).p;

	(void)staged_inspection(&s, STAGED_NOTIFIED);
	CHECK_INT(get(&affairs, "/lam-viec/kiem-tra/nam/2022"), 200);
	CHECK(shows(&affairs, "Chưa có kế hoạch kiểm tra được ban hành"));
	CHECK(shows(&affairs, "nam/2022?linh-vuc=procedures&amp;muc-do=serious#danh-sach\">1<"));
	CHECK(shows(&affairs, "nam/2022?xem=made#danh-sach\">3<"));
	CHECK(shows(&affairs, "nam/2022?xem=overdue#danh-sach\">1<"));
	CHECK(shows(&affairs, link));
	CHECK_INT(get(&affairs, "/lam-viec/kiem-tra/nam/2022?xem=overdue"), 200);
	CHECK(shows(&affairs, "Các cuộc kiểm tra: Quá hạn"));
	CHECK(shows(&affairs, link));
	CHECK_INT(get(&affairs, "/lam-viec/kiem-tra/nam/2022?linh-vuc=steering"), 200);
	CHECK(!shows(&affairs, link));
	CHECK_INT(get(&affairs, "/lam-viec/kiem-tra/nam/2021"), 200);
	CHECK(shows(&affairs, "Năm 2021 chưa có cuộc kiểm tra nào"));
}

TEST(a_year_is_a_page_of_the_whole_province)
{
	static const struct {
		const char *path;
		int status;
	} rows[] = { { "/lam-viec/kiem-tra/nam/x", 404 }, { "/lam-viec/kiem-tra/nam/1", 404 },
		{ "/lam-viec/kiem-tra/nam/99999999999999999999", 404 },
		{ "/lam-viec/kiem-tra/nam/2022?xem=x", 400 },
		{ "/lam-viec/kiem-tra/nam/2022?linh-vuc=x", 400 },
		{ "/lam-viec/kiem-tra/nam/2022?muc-do=x", 400 } };
	OPEN(s);
	PERSON(affairs, s, ROLE_HOME_AFFAIRS, "");
	PERSON(leader, s, ROLE_LEADER, "SMA");

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(get(&affairs, rows[i].path), rows[i].status);
	CHECK_INT(get(&leader, "/lam-viec/kiem-tra/nam/2022"), 404);
}
