/* The pages of the catalogue through the gate, on a small province. */
#include "procedure/procedure_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, "/thu-tuc", procedures_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/thu-tuc/:code", procedure_page_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
};

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

TEST(the_catalogue_is_searched_and_filtered)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, "/thu-tuc", 200, "4 thủ tục.");
	shows(&s, "/thu-tuc", 200, "Đổi Giấy phép lái xe &lt;mẫu&gt;");
	hides(&s, "/thu-tuc", "Thủ tục đã bãi bỏ");
	shows(&s, "/thu-tuc?q=giay+phep+lai+xe", 200, "1 thủ tục khớp với “giay phep lai xe”");
	hides(&s, "/thu-tuc?q=giay+phep+lai+xe", "xây dựng</a>");
	shows(&s, "/thu-tuc?co-quan=SMB", 200, "2 thủ tục.");
	hides(&s, "/thu-tuc?co-quan=SMB", "/thu-tuc/A.1");
	shows(&s, "/thu-tuc?co-quan=so+mau+b", 200, "2 thủ tục.");
	shows(&s, "/thu-tuc?linh-vuc=X%C3%A2y+d%E1%BB%B1ng", 200, "1 thủ tục.");
	shows(&s, "/thu-tuc?muc=4", 200, "1 thủ tục.");
	shows(&s, "/thu-tuc?lang=en", 200, "4 procedures.");
	shows(&s, "/thu-tuc?trang=99", 200, "4 thủ tục.");
}

TEST(nothing_found_and_bad_filters_say_what_to_do)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, "/thu-tuc?q=zzz", 200, "Không tìm thấy thủ tục nào");
	shows(&s, "/thu-tuc?q=zzz", 200, "Xem tất cả thủ tục");
	shows(&s, "/thu-tuc?q=%3Cscript%3E", 200, "&lt;script&gt;");
	shows(&s, "/thu-tuc?muc=9", 400, "Hãy chọn một trong các giá trị: 1, 2");
	shows(&s, "/thu-tuc?trang=-1", 400, "phải là một số từ 1");
	shows(&s, "/thu-tuc?co-quan=khong-co", 400, "Không có cơ quan nào tên là");
	shows(&s, "/thu-tuc?co-quan=Ph%C3%B2ng+M%E1%BA%ABu", 400, "có thể là 2 cơ quan");
	shows(&s, "/thu-tuc?q=a&q=b", 400, "được gửi hai lần");
	shows(&s, "/thu-tuc?q=%FF", 400, "Bộ lọc chưa dùng được");
}

TEST(a_procedure_explains_its_deadline_from_now)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	/* Friday 23/12/2022: Monday, Tuesday, Wednesday. */
	shows(&s, "/thu-tuc/A.1", 200, "Thứ Tư, 28/12/2022");
	shows(&s, "/thu-tuc/A.1", 200, "3 ngày làm việc");
	shows(&s, "/thu-tuc/A.1", 200, "Ngày làm việc thứ 3: hạn trả");
	shows(&s, "/thu-tuc/A.1", 200, "Chưa rõ");
	shows(&s, "/thu-tuc/A.1", 200, "theo trí nhớ, chưa kiểm chứng");
	shows(&s, "/thu-tuc/A.1", 200, "(trang mẫu)");
	shows(&s, "/thu-tuc/A.1", 200, "<li>Giấy khám sức khỏe</li>");
	hides(&s, "/thu-tuc/A.1", "tạm tính và có thể thay đổi");
	shows(&s, "/thu-tuc/A.2", 200, "135.000");
	shows(&s, "/thu-tuc/A.2", 200, "Tính 4 giờ: hạn trả");
	shows(&s, "/thu-tuc/A.2?ngay=2022-12-23&gio=15:30", 200, "Tính 1 giờ 30 phút");
	shows(&s, "/thu-tuc/B.1", 200, "không tính được ngày trả");
	shows(&s, "/thu-tuc/B.2", 200, "ngày ở giữa");
	shows(&s, "/thu-tuc/B.2", 200, "tạm tính và có thể thay đổi");
	shows(&s, "/thu-tuc/B.2", 200, "Nộp sau 15:00");
	shows(&s, "/thu-tuc/B.3", 200, "Hôm nay thủ tục này không được thực hiện");
	shows(&s, "/thu-tuc/B.3", 200, "QĐ Mẫu");
	hides(&s, "/thu-tuc/B.3", "Nếu bạn nộp bây giờ");
}

TEST(another_time_can_be_asked_for)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	/* The 30th is a Friday, the 2nd a day in lieu: 3, 4, 5 January. */
	shows(&s, "/thu-tuc/A.1?ngay=2022-12-30&gio=16:30", 200, "Thứ Năm, 05/01/2023");
	shows(&s, "/thu-tuc/A.1?ngay=2022-12-30&gio=16:30", 200, "Nghỉ bù");
	shows(&s, "/thu-tuc/A.1?ngay=30/12/2022", 200, "Thứ Năm, 05/01/2023");
	shows(&s, "/thu-tuc/A.1?ngay=2022-02-31", 400, "không có thật");
	shows(&s, "/thu-tuc/A.1?ngay=2022-12-30&gio=25:00", 400, "không đọc được");
	shows(&s, "/thu-tuc/B.2?ngay=2199-12-30", 400, "quá xa");
}

TEST(an_unknown_code_is_a_page_that_helps)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, "/thu-tuc/khong-co", 404, "Không có thủ tục nào có mã");
	shows(&s, "/thu-tuc/%3Cb%3E", 404, "&lt;b&gt;");
	shows(&s, "/thu-tuc/khong-co?lang=en", 404, "There is no procedure");
}
