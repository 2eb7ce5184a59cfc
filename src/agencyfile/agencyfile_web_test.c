/* One page per agency, through the gate. */
#include "app/routes.h"
#include "inspection/inspection_staged.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people
#define PERSON(b, s, role, home) \
	(void)test_person(&(s), #b, role, home); \
	struct browser b = { &(s), test_cookie(&(s), #b), S(""), { 0 } }

TEST(everything_of_an_agency_stands_on_its_page)
{
	OPEN(s);
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK_OK(site_add_dossier(&s, "000.01-221003-0001", "2022-10-03 09:00", "2022-10-04 10:00"));
	CHECK_OK(site_add_dossier(&s, "000.01-221003-0002", "2022-10-03 09:00", "2022-12-20 10:00"));
	CHECK_OK(site_add_dossier(&s, "000.01-221003-0003", "2022-12-22 09:00", ""));
	CHECK_OK(site_follow(&s));
	int64_t number = staged_inspection(&s, STAGED_MINUTED);
	CHECK_INT(get(&inspector, "/lam-viec/co-quan/SMA"), 200);
	CHECK(shows(&inspector, "Sở Mẫu A"));
	CHECK(shows(&inspector,
		"co-quan=SMA&amp;tu=2022-01-01&amp;den=2022-12-23&amp;chi-tieu=received.total\">3<"));
	CHECK(shows(&inspector, "resolved.late,in_progress.overdue\">1<") ||
		shows(&inspector, "resolved.late%2Cin_progress.overdue\">1<"));
	CHECK(shows(&inspector, "1 trong 1 dịch vụ có phát sinh hồ sơ năm 2022: 100,00%"));
	CHECK(shows(&inspector, "Đạt mức tối thiểu 80%"));
	CHECK(shows(&inspector, "3 kiến nghị, 1 quá hạn"));
	CHECK(shows(&inspector, str_fmt(&s.a, "/lam-viec/kiem-tra/%lld\"", (long long)number).p));
	CHECK(shows(&inspector, "Chưa có kế hoạch cải cách hành chính năm 2022."));
	CHECK(shows(&inspector, "Hai năm nay không có báo cáo nào đến hạn."));
	CHECK(shows(&inspector, "Chưa có phiếu chấm điểm."));
	CHECK(shows(&inspector, "/thu-tuc/A.1")); /* its fee is not known */
}

TEST(the_services_that_hold_the_share_down_are_named)
{
	OPEN(s);
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK_INT(get(&inspector, "/lam-viec/co-quan/SMB"), 200);
	CHECK(shows(&inspector, "0 trong 2 dịch vụ có phát sinh hồ sơ năm 2022: 0,00%"));
	CHECK(shows(&inspector, "Chưa đạt mức tối thiểu 80%"));
	CHECK(shows(&inspector, "Cần thêm 2 dịch vụ"));
	CHECK(shows(&inspector, "2 dịch vụ chưa có hồ sơ trực tuyến"));
	CHECK(shows(&inspector, "/thu-tuc/B.1"));
	CHECK(shows(&inspector, "Không có kiến nghị nào còn mở."));
	CHECK(shows(&inspector, "Chưa có cuộc kiểm tra nào trong hệ thống."));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan/P.1"), 200);
	CHECK(shows(&inspector, "Cơ quan không có thủ tục nào trong danh mục."));
}

TEST(agencies_are_found)
{
	OPEN(s);
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK_INT(get(&inspector, "/lam-viec/co-quan"), 200);
	CHECK(shows(&inspector, "5 cơ quan"));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan?q=so+mau+a"), 200);
	CHECK(shows(&inspector, "1 cơ quan"));
	CHECK(shows(&inspector, "/lam-viec/co-quan/SMA\""));
	CHECK(!shows(&inspector, "/lam-viec/co-quan/SMB\""));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan?q=SMB"), 200);
	CHECK(shows(&inspector, "/lam-viec/co-quan/SMB\""));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan?q=khong+co+dau"), 200);
	CHECK(shows(&inspector, "Không có cơ quan nào như vậy"));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan?q=%3Cb%3E"), 200);
	CHECK(!shows(&inspector, "<b>"));
	CHECK_INT(get(&inspector, "/lam-viec/co-quan?trang=0"), 400);
}

TEST(the_file_of_another_agency_does_not_exist)
{
	static const struct {
		const char *code;
		int status;
	} rows[] = { { "SMA", 200 }, { "P.1", 200 }, { "SMB", 404 }, { "P.2", 404 }, { "H54", 404 },
		{ "XX", 404 } };
	OPEN(s);
	PERSON(head, s, ROLE_HEAD_OF_UNIT, "SMA");
	PERSON(clerk, s, ROLE_CLERK, "SMA");
	PERSON(auditor, s, ROLE_AUDITOR, "");

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(get(&head, str_fmt(&s.a, "/lam-viec/co-quan/%s", rows[i].code).p), rows[i].status);
	CHECK_INT(get(&head, "/lam-viec/co-quan"), 200);
	CHECK(shows(&head, "2 cơ quan"));
	CHECK(!shows(&head, "Sở Mẫu B"));
	CHECK_INT(get(&clerk, "/lam-viec/co-quan/SMA"), 403);
	CHECK_INT(get(&auditor, "/lam-viec/co-quan/SMB"), 200);
	CHECK_INT(get(&auditor, "/lam-viec/co-quan/XX"), 404);
}
