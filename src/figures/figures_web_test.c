/* The public figures: what is counted, opened into dossiers, refused with advice. */
#include "figures/figures_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, "/so-lieu", figures_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/so-lieu/ho-so", figures_list_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/api/v1/figures", api_figures_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/figures/dossiers", api_figures_list_get, PERMISSION_PUBLIC, 0, ROUTE_API },
};

/* One early (due Thu 6/10), one late (due 13/10), one open and overdue, one of the time after the period. */
static const struct fault *open_counted(struct site *s)
{
	TRY(site_open(s, routes, COUNT(routes)));
	TRY(site_add_dossier(s, "SMA-221003-0001", "2022-10-03 09:00", "2022-10-05 15:00"));
	TRY(site_add_dossier(s, "SMA-221010-0001", "2022-10-10 09:00", "2022-10-14 15:00"));
	TRY(site_add_dossier(s, "SMA-221012-0001", "2022-10-12 09:00", ""));
	TRY(site_add_dossier(s, "SMA-221201-0001", "2022-12-01 09:00", ""));
	return site_follow(s);
}

static bool shows(struct site *s, const char *target, int status, const char *text)
{
	struct reply r = site_get(s, target);

	return test_check(r.status == status && site_has(&r, text), __FILE__, __LINE__,
		"%s is %d and shows \"%s\": %d, %d bytes", target, status, text, r.status, (int)r.body.n);
}

static bool hides(struct site *s, const char *target, const char *text)
{
	struct reply r = site_get(s, target);

	return test_check(
		r.status && !site_has(&r, text), __FILE__, __LINE__, "%s does not show \"%s\"", target, text);
}
#define OCTOBER "tu=2022-10-01&den=2022-10-31"

TEST(figures_are_shown_and_balance)
{
	SITE s = { 0 };

	CHECK_OK(open_counted(&s));
	shows(&s, "/so-lieu?co-quan=SMA&" OCTOBER, 200, "3 tiếp nhận = 2 đã giải quyết + 1 đang giải quyết");
	shows(&s, "/so-lieu?co-quan=SMA&tu=01/10/2022&den=31/10/2022", 200, "3 tiếp nhận");
	shows(&s, "/so-lieu?co-quan=SMA&" OCTOBER, 200, "chi-tieu=resolved.late");
	shows(&s, "/so-lieu?co-quan=SMA&" OCTOBER "&theo=thu-tuc", 200, "Đổi Giấy phép lái xe &lt;mẫu&gt;");
	shows(&s, "/so-lieu?" OCTOBER "&theo=co-quan", 200, "dong=SMA");
	shows(&s, "/so-lieu?" OCTOBER "&theo=thang", 200, "10/2022");
	shows(&s, "/so-lieu?co-quan=SMA&" OCTOBER "&tinh-den=2022-10-04", 200, "1 tiếp nhận = 0");
	shows(&s, "/so-lieu?co-quan=SMB&" OCTOBER, 200, "Kỳ này chưa có hồ sơ nào");
	shows(&s, "/so-lieu", 200, "4 tiếp nhận");
	shows(&s, "/so-lieu?lang=en", 200, "4 received");
	shows(&s, "/so-lieu?co-quan=SMA&" OCTOBER, 200, "yêu cầu ít nhất 80%");
	hides(&s, "/so-lieu", "Số liệu minh họa:");
	s.app.synthetic = true;
	s.app.first = 19266; /* 2022-10-01 */
	s.app.last = 19296;
	shows(&s, "/so-lieu", 200, "3 tiếp nhận");
	shows(&s, "/so-lieu", 200, "Số liệu minh họa:");
}

TEST(every_number_opens_into_its_dossiers)
{
	SITE s = { 0 };

	CHECK_OK(open_counted(&s));
	shows(&s, "/so-lieu/ho-so?co-quan=SMA&" OCTOBER "&chi-tieu=resolved.late", 200, "SMA-221010-0001");
	hides(&s, "/so-lieu/ho-so?co-quan=SMA&" OCTOBER "&chi-tieu=resolved.late", "SMA-221003-0001");
	shows(&s, "/so-lieu/ho-so?co-quan=SMA&" OCTOBER "&chi-tieu=resolved.late", 200, "1 hồ sơ");
	shows(&s, "/so-lieu/ho-so?co-quan=SMA&" OCTOBER "&chi-tieu=in_progress.overdue", 200,
		"SMA-221012-0001");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&theo=co-quan&dong=SMA&chi-tieu=received.total", 200, "3 hồ sơ");
	hides(&s, "/so-lieu/ho-so?" OCTOBER "&chi-tieu=received.total", "Nguyễn");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&theo=co-quan&dong=X", 404, "không có dòng nào là");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&chi-tieu=received.x", 400, "received.new.total");
}

TEST(a_sum_of_cells_opens_into_the_dossiers_of_each)
{
	static const char late[] = "/so-lieu/ho-so?" OCTOBER "&chi-tieu=resolved.late,in_progress.overdue";
	SITE s = { 0 };

	CHECK_OK(open_counted(&s));
	shows(&s, "/so-lieu?" OCTOBER, 200, "chi-tieu=resolved.early%2Cresolved.on_time\">1<");
	shows(&s, "/so-lieu?" OCTOBER, 200, "chi-tieu=resolved.late%2Cin_progress.overdue\">2<");
	shows(&s, late, 200, "2 hồ sơ");
	shows(&s, late, 200, "SMA-221010-0001");
	shows(&s, late, 200, "SMA-221012-0001");
	shows(&s, late, 200, "Quá hạn (đã và đang giải quyết)");
	hides(&s, late, "SMA-221003-0001");
	shows(&s,
		"/api/v1/figures/"
		"dossiers?from=2022-10-01&to=2022-10-31&cell=in_progress.overdue,resolved.late",
		200, "\"cell\":\"resolved.late,in_progress.overdue\",\"total\":2,");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&chi-tieu=resolved.total,resolved.early", 200, "2 hồ sơ");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&chi-tieu=resolved.late,x", 400,
		"Không có chỉ tiêu &quot;x&quot;");
	shows(&s, "/so-lieu/ho-so?" OCTOBER "&chi-tieu=,", 400, "Không có chỉ tiêu");
}

TEST(bad_questions_are_answered_with_advice)
{
	SITE s = { 0 };

	CHECK_OK(open_counted(&s));
	shows(&s, "/so-lieu?tu=2022-02-31", 400, "không có thật");
	shows(&s, "/so-lieu?tu=2022-10-31&den=2022-10-01", 400, "Hãy đổi chỗ hai ngày");
	shows(&s, "/so-lieu?tu=2023-10-31&den=2023-12-01", 400, "Kỳ này chưa bắt đầu");
	shows(&s, "/so-lieu?tu=1950-10-31", 400, "dài quá 20 năm");
	shows(&s, "/so-lieu?tinh-den=hom+qua", 400, "không đọc được");
	shows(&s, "/so-lieu?" OCTOBER "&tinh-den=2022-01-01", 400, "đứng trước ngày bắt đầu kỳ");
	shows(&s, "/so-lieu?co-quan=khong-co", 400, "Không có cơ quan nào");
	shows(&s, "/so-lieu?co-quan=Phong+Mau", 400, "có thể là 2 cơ quan");
	shows(&s, "/so-lieu?co-quan=Phong+Mau", 400, "Phòng Mẫu (Sở Mẫu B)");
	shows(&s, "/so-lieu?co-quan=Mau", 400, "Có thể bạn muốn");
	shows(&s, "/so-lieu?theo=mau-sac", 400, "linh-vuc, thu-tuc");
	shows(&s, "/api/v1/figures?from=2022-10-31&to=2022-10-01", 400, "\"status\":400");
}

TEST(the_api_says_the_same)
{
	SITE s = { 0 };
	const char *october = "/api/v1/figures?agency=SMA&from=2022-10-01&to=2022-10-31";

	CHECK_OK(open_counted(&s));
	shows(&s, october, 200, "\"resolved\":{\"total\":2,\"early\":1,\"on_time\":0,\"late\":1");
	shows(&s, october, 200, "\"balanced\":true");
	shows(&s, str_fmt(&s.a, "%s&by=procedure", october).p, 200, "\"by\":\"procedure\"");
	struct reply r = site_get(&s, str_fmt(&s.a, "%s&format=csv", october).p);

	CHECK_INT(r.status, 200);
	CHECK(str_starts(r.type, S("text/csv")) && site_has(&r, "resolved.late"));
	r = site_get(&s, str_fmt(&s.a, "%s&format=xlsx", october).p);
	CHECK_INT(r.status, 200);
	CHECK(str_starts(r.type, S("application/vnd.openxmlformats")) && str_starts(r.body, S("PK\x03\x04")));
	shows(&s, "/api/v1/figures/dossiers?agency=SMA&from=2022-10-01&to=2022-10-31&cell=resolved.late", 200,
		"{\"code\":\"SMA-221010-0001\",\"procedure\":\"A.1\",\"agency\":\"SMA\"");
}
