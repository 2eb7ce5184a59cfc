/* The pages of reports through the gate: whose they are, the way from draft to acceptance, refusals. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "exchange/import_regimes.h"

static const char regimes[] =
	"code,name,series,period,owes,receiver,due_day,due_months,roll,outline,valid_from,valid_to,basis,"
	"trust,source\n"
	"T.Y,Báo cáo "
	"năm,CCHC,year,code:SMA;code:SMB,parent,15,0,next_working_day,CCHC,2022-01-01,,,unverified,\n"
	"T.Q1,Báo cáo quý "
	"I,CCHC,quarter_1,code:SMA,parent,31,0,next_working_day,CCHC,2022-01-01,,,verified,\n";

/* 2022-12-23: the yearly report was due on the 15th. */
static void open_site(struct site *s)
{
	struct import_job job = { .bytes = str_of(regimes), .errors = { .a = &s->a } };

	CHECK_OK(site_open(s, app_routes, app_routes_n));
	s->gate.people = &staff_people;
	s->app.staff_menu = &app_staff_menu;
	CHECK_OK(writer_run(province_writer(s->app.province), &s->a, import_regimes, &job));
	CHECK_INT(job.errors.total, 0);
	(void)test_person(s, "lanh.dao", ROLE_LEADER, "SMA");
	(void)test_person(s, "so.b", ROLE_LEADER, "SMB");
	(void)test_person(s, "noi.vu", ROLE_HOME_AFFAIRS, "");
	(void)test_person(s, "kiem.toan", ROLE_AUDITOR, "");
}
#define OPEN(s) \
	SITE s = { 0 }; \
	open_site(&(s))
#define AS(b, login) struct browser b = { &s, test_cookie(&s, login), { 0 }, { 0 } }

#define YEARLY "che-do=T.Y&co-quan=SMA&nam=2022&ky=1"

/* Begins the yearly report and fills every section; its address. */
static struct str written(struct site *site, struct browser *b)
{
	CHECK_INT(get(b, "/lam-viec/bao-cao?nam=2022"), 200);
	CHECK_INT(post(b, "/lam-viec/bao-cao/mo", YEARLY), 303);
	struct str page = str_sub(leads_to(b), 0, str_find_char(leads_to(b), '?'));

	for (int i = 1; i <= 10; i++) {
		const char *section = str_fmt(&site->a, "%.*s/muc/%d", ARG(page), i).p;

		CHECK_INT(get(b, section), 200);
		CHECK_INT(post(b, section, "noi-dung=N%E1%BB%99i+dung+m%E1%BA%ABu"), 303);
	}
	return page;
}

static const char *below(struct site *site, struct str page, const char *rest)
{
	return str_fmt(&site->a, "%.*s%s", ARG(page), rest).p;
}

TEST(the_way_of_a_report_by_two_roles)
{
	OPEN(s);
	AS(writer, "lanh.dao");
	AS(receiver, "noi.vu");
	struct str page = written(&s, &writer);

	CHECK_INT(get(&writer, page.p), 200);
	CHECK(shows(&writer, "Nội dung mẫu"));
	CHECK(shows(&writer, "/submit"));
	CHECK_INT(get(&writer, below(&s, page, "/submit")), 200);
	CHECK_INT(post(&writer, below(&s, page, "/submit"), ""), 303);
	CHECK_INT(get(&writer, page.p), 200);
	CHECK(shows(&writer, "Nộp chậm 8 ngày"));
	CHECK(shows(&writer, "Số liệu đã chốt khi gửi"));
	CHECK_INT(get(&receiver, below(&s, page, "/return")), 200);
	CHECK_INT(post(&receiver, below(&s, page, "/return"), "version=1&reason=Thi%E1%BA%BFu"), 303);
	CHECK_INT(post(&receiver, below(&s, page, "/accept"), "version=1"), 409);
	CHECK_INT(get(&writer, page.p), 200);
	CHECK(shows(&writer, "Trả lại để làm lại"));
	CHECK_INT(post(&writer, below(&s, page, "/submit"), ""), 303);
	CHECK_INT(get(&receiver, below(&s, page, "/accept")), 200);
	CHECK_INT(post(&receiver, below(&s, page, "/accept"), "version=1"), 422);
	CHECK(shows(&receiver, "không phải lần gửi mới nhất"));
	CHECK_INT(post(&receiver, below(&s, page, "/accept"), "version=2"), 303);
	CHECK_INT(get(&writer, below(&s, page, "/muc/1")), 409);
	CHECK_INT(get(&writer, below(&s, page, "?lan=1")), 200);
	CHECK_INT(get(&writer, below(&s, page, "/van-ban?lan=2")), 200);
	CHECK(str_starts(writer.last.body, S("%PDF")));
	CHECK_INT(get(&writer, below(&s, page, "/amend")), 200);
	CHECK_INT(post(&writer, below(&s, page, "/amend"), "section=1&text=B%E1%BB%95+sung"), 303);
	CHECK_INT(get(&writer, page.p), 200);
	CHECK(shows(&writer, "Bổ sung sau khi tiếp nhận"));
}

TEST(another_agencys_report_does_not_exist)
{
	OPEN(s);
	AS(writer, "lanh.dao");
	AS(other, "so.b");
	struct str page = written(&s, &writer);

	CHECK_INT(get(&other, "/lam-viec/bao-cao?nam=2022"), 200);
	CHECK(!shows(&other, "co-quan\" value=\"SMA"));
	CHECK_INT(get(&other, page.p), 404);
	CHECK_INT(get(&other, below(&s, page, "/muc/1")), 404);
	CHECK_INT(post(&other, below(&s, page, "/muc/1"), "noi-dung=x"), 404);
	CHECK_INT(post(&other, below(&s, page, "/submit"), ""), 404);
	CHECK_INT(get(&other, below(&s, page, "/van-ban")), 404);
	CHECK_INT(post(&other, "/lam-viec/bao-cao/mo", YEARLY), 404);
	CHECK_INT(get(&other, "/lam-viec/bao-cao/danh-sach?nam=2022&co-quan=SMA"), 404);
}

TEST(refusals_say_why)
{
	OPEN(s);
	AS(writer, "lanh.dao");
	AS(receiver, "noi.vu");
	AS(reader, "kiem.toan");

	CHECK_INT(get(&writer, "/lam-viec/bao-cao?nam=2022"), 200);
	CHECK_INT(post(&writer, "/lam-viec/bao-cao/mo", YEARLY), 303);
	struct str page = str_sub(leads_to(&writer), 0, str_find_char(leads_to(&writer), '?'));

	CHECK_INT(post(&writer, "/lam-viec/bao-cao/mo", YEARLY), 409);
	CHECK(shows(&writer, "Đã có báo cáo cho kỳ này"));
	CHECK_INT(get(&writer, page.p), 200);
	CHECK_INT(post(&writer, below(&s, page, "/submit"), ""), 422);
	CHECK(shows(&writer, "Còn mục bắt buộc chưa viết"));
	CHECK_INT(get(&writer, below(&s, page, "/muc/11")), 404);
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao?nam=2022"), 200);
	CHECK_INT(post(&receiver, "/lam-viec/bao-cao/mo", "che-do=T.Y&co-quan=SMB&nam=2022&ky=1"), 409);
	CHECK_INT(get(&reader, page.p), 200);
	CHECK_INT(get(&reader, below(&s, page, "/submit")), 403);
	/* The quarter of 2023 runs still. */
	CHECK_INT(post(&writer, "/lam-viec/bao-cao/mo", "che-do=T.Q1&co-quan=SMA&nam=2023&ky=1"), 303);
	page = str_sub(leads_to(&writer), 0, str_find_char(leads_to(&writer), '?'));
	CHECK_INT(get(&writer, page.p), 200);
	CHECK_INT(post(&writer, below(&s, page, "/submit"), ""), 422);
	CHECK(shows(&writer, "Kỳ báo cáo chưa kết thúc"));
}

TEST(what_was_typed_stays_when_it_is_too_long)
{
	OPEN(s);
	AS(writer, "lanh.dao");
	struct buf b = { .a = &s.a };

	CHECK_INT(get(&writer, "/lam-viec/bao-cao?nam=2022"), 200);
	CHECK_INT(post(&writer, "/lam-viec/bao-cao/mo", YEARLY), 303);
	struct str page = str_sub(leads_to(&writer), 0, str_find_char(leads_to(&writer), '?'));

	CHECK_INT(get(&writer, below(&s, page, "/muc/1")), 200);
	buf_add(&b, S("noi-dung=dau"));
	for (int i = 0; i <= LIMIT_RECORD_LINES_CHARS; i++)
		buf_char(&b, 'x');
	CHECK_INT(post(&writer, below(&s, page, "/muc/1"), str_c(&s.a, buf_str(&b))), 422);
	CHECK(shows(&writer, "dauxxx"));
	CHECK(shows(&writer, "Dài quá mức cho phép"));
}

TEST(home_affairs_reminds_and_the_agency_sees_it)
{
	OPEN(s);
	AS(receiver, "noi.vu");
	AS(writer, "lanh.dao");

	CHECK_INT(get(&receiver, "/lam-viec"), 200);
	CHECK(shows(&receiver, "3 báo cáo quá hạn hoặc sắp đến hạn"));
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/don-doc"), 200);
	CHECK(shows(&receiver, "Chưa nộp, quá 8 ngày"));
	CHECK_INT(post(&receiver, "/lam-viec/bao-cao/don-doc", YEARLY), 303);
	CHECK_INT(post(&receiver, "/lam-viec/bao-cao/don-doc", YEARLY), 422);
	CHECK(shows(&receiver, "Hôm nay đã đôn đốc"));
	CHECK_INT(post(&receiver, "/lam-viec/bao-cao/don-doc", "che-do=T.Q1&co-quan=SMA&nam=2023&ky=1"), 422);
	CHECK_INT(get(&writer, "/lam-viec"), 200);
	CHECK(shows(&writer, "đã đôn đốc"));
	CHECK_INT(post(&writer, "/lam-viec/bao-cao/don-doc", YEARLY), 422);
	CHECK(shows(&writer, "Vai trò của bạn"));
}

TEST(punctuality_opens_into_its_reports)
{
	OPEN(s);
	AS(receiver, "noi.vu");
	AS(writer, "lanh.dao");
	struct str page = written(&s, &writer);

	CHECK_INT(get(&writer, below(&s, page, "/submit")), 200);
	CHECK_INT(post(&writer, below(&s, page, "/submit"), ""), 303);
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/dung-han?nam=2022"), 200);
	CHECK(shows(&receiver, "danh-sach?nam=2022&amp;co-quan=SMA&amp;loai=cham"));
	CHECK(shows(&receiver, "danh-sach?nam=2022&amp;co-quan=SMB&amp;loai=thieu"));
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/danh-sach?nam=2022&co-quan=SMA&loai=cham"), 200);
	CHECK(shows(&receiver, "Nộp chậm 8 ngày"));
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/danh-sach?nam=2022&loai=thieu"), 200);
	CHECK(shows(&receiver, "Sở Mẫu B"));
	CHECK(!shows(&receiver, "Nộp chậm"));
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/dung-han?nam=2022&format=xlsx"), 200);
	CHECK(str_starts(receiver.last.body, S("PK")));
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/dung-han?nam=xyz"), 400);
	CHECK_INT(get(&receiver, "/lam-viec/bao-cao/che-do"), 200);
	CHECK(shows(&receiver, "chưa kiểm chứng"));
}

TEST(the_pages_speak_english)
{
	OPEN(s);
	AS(receiver, "noi.vu");

	CHECK_INT(get(&receiver, "/lam-viec/bao-cao?nam=2022&lang=en"), 200);
	CHECK(shows(&receiver, "Missing, 8 days overdue"));
}
