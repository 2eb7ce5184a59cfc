/* Many accounts from a file: all errors in one pass, all or nothing. */
#include "account/people_testing.h"
#include "account/people_file.h"
#include "app/routes.h"

static struct people_file file_of(struct site *s, const char *csv)
{
	return (struct people_file){ .bytes = str_of(csv),
		.c = province_take_catalogue(s->app.province),
		.lang = LANG_EN,
		.most = 3,
		.errors = { .a = &s->a } };
}

static struct str said(struct site *s, const struct people_file *file)
{
	struct buf b = { .a = &s->a };

	import_errors_say(&b, LANG_EN, S("f"), &file->errors);
	return buf_str(&b);
}

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people

#define HEAD "login,name,agency,role,role_agency,from,to\n"

TEST(rows_of_one_login_are_one_account)
{
	OPEN(s);
	struct people_file file = file_of(&s,
		"\xEF\xBB\xBFlogin;role;name;agency;role_agency;from;to\r\nnva;officer;Người A;SoA;;;\r\n"
		"nvb;inspector;Người B;;;2022-10-01;2022-12-31\r\nnva;clerk;Người A;SoA;P.1;;\r\n");

	CHECK_OK(people_file_read(&file, &s.a));
	if (file.errors.total)
		CHECK_STR(said(&s, &file), S(""));
	CHECK_INT(file.n, 2);
	CHECK_STR(file.list[0].login, S("nva"));
	CHECK_STR(file.list[0].agency, S("SMA"));
	CHECK_INT(file.list[0].grants.n, 2);
	CHECK_STR(file.list[0].grants.list[0].agency, S("SMA"));
	CHECK_STR(file.list[0].grants.list[1].agency, S("P.1"));
	CHECK_INT(file.list[1].grants.list[0].role, ROLE_INSPECTOR);
	CHECK_STR(file.list[1].agency, S(""));
	province_give_catalogue(s.app.province, file.c);
}

static bool only_below_a(void *who, struct str agency)
{
	(void)who;
	return str_eq(agency, S("SMA"));
}

TEST(each_error_is_said_with_line_and_field)
{
	static const struct {
		const char *rows, *says;
	} cases[] = {
		{ "Bad Login,A,SMA,clerk,,,\n", "f:2: login: " },
		{ "nva,,SMA,clerk,,,\n", "f:2: name: " },
		{ "nva,A,SXX,clerk,,,\n", "f:2: agency: " },
		{ "nva,A,SMB,clerk,,,\n", "f:2: agency: " },
		{ "nva,A,,clerk,,,\n", "f:2: agency: " },
		{ "nva,A,SMA,clerk,SMB,,\n", "f:2: role_agency: " },
		{ "nva,A,SMA,king,,,\n", "f:2: role: " },
		{ "nva,A,SMA,system,,,\n", "f:2: role: " },
		{ "nva,A,SMA,,,,\n", "f:2: role: " },
		{ "nva,A,SMA,clerk,,2022-13-01,\n", "f:2: from: " },
		{ "nva,A,SMA,clerk,,2022-12-02,2022-12-01\n", "f:2: to: " },
		{ "nva,A,SMA,clerk,,,\nnva,B,SMA,officer,,,\n", "f:3: login: " },
		{ "nva,A,SMA,clerk,,,\nnva,A,SMA,clerk,,,\n", "f:3: role: " },
		{ "aaa,A,SMA,clerk,,,\nbbb,A,SMA,clerk,,,\nccc,A,SMA,clerk,,,\nddd,A,SMA,clerk,,,\n",
			"f:5: login: " },
		{ "", "login: " },
	};
	OPEN(s);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct people_file file = file_of(&s, str_fmt(&s.a, HEAD "%s", cases[i].rows).p);

		file.may = only_below_a;
		CHECK_OK(people_file_read(&file, &s.a));
		struct str text = said(&s, &file);

		test_check(file.errors.total == 1 && str_find(text, str_of(cases[i].says)) < text.n, __FILE__,
			__LINE__, "case %d: %s", (int)i, str_c(&s.a, text));
		province_give_catalogue(s.app.province, file.c);
	}
	struct people_file all =
		file_of(&s, HEAD "Bad,,SXX,king,,x,\nnva,A,SMA,clerk,,,\n-,A,SMA,clerk,,,\n");

	CHECK_OK(people_file_read(&all, &s.a));
	CHECK_INT(all.errors.total, 6); /* five in the first row, one in the third */
	province_give_catalogue(s.app.province, all.c);
}

#define ADMIN(b, s, home) \
	(void)test_person(&(s), "admin", ROLE_ADMINISTRATOR, home); \
	struct browser b = { &(s), test_cookie(&(s), "admin"), S(""), { 0 } }
#define PAGE "/lam-viec/tai-khoan/nhap"
#define CSV "csv=login%2Cname%2Cagency%2Crole%0D%0A"

TEST(a_file_on_the_page_adds_all_or_nobody)
{
	OPEN(s);
	ADMIN(b, s, "SMA");
	struct browser newcomer = { &s };

	CHECK_INT(get(&b, PAGE), 200);
	CHECK_INT(post(&b, PAGE,
			  "viec=them&" CSV "nva%2CNguoi+A%2CSMA%2Cclerk%0D%0Anvb%2CNguoi+B%2CSMB%2Cclerk"),
		422);
	CHECK(shows(&b, "csv:3: agency: ") && shows(&b, "nva,Nguoi A,SMA,clerk"));
	CHECK_INT(post(&b, PAGE, "viec=thu&" CSV "nva%2CNguoi+A%2CSMA%2Cclerk"), 200);
	CHECK(shows(&b, "Có thể thêm 1 tài khoản") && shows(&b, "Nguoi A"));
	CHECK_INT(get(&b, "/lam-viec/tai-khoan?q=nva"), 200);
	CHECK(shows(&b, "Không có tài khoản nào khớp"));
	CHECK_INT(get(&b, PAGE), 200);
	CHECK_INT(post(&b, PAGE,
			  "viec=them&" CSV "nva%2CNguoi+A%2CSMA%2Cclerk%0D%0Anvb%2CNguoi+B%2CP.1%2Cofficer"),
		200);
	CHECK(shows(&b, "Đã thêm 2 tài khoản"));
	size_t at = str_find(b.last.body, S("dùng một lần\"><code>"));
	struct str rest = str_sub(b.last.body, at, b.last.body.n);
	size_t open = str_find(rest, S("<code>")) + 6;
	struct str once = str_sub(rest, open, open + str_find_char(str_sub(rest, open, rest.n), '<'));

	CHECK_INT(once.n, 19);
	CHECK_INT(
		post_bare(&newcomer, "/dang-nhap", str_fmt(&s.a, "ten=nva&mat-khau=%.*s", ARG(once)).p), 303);
	CHECK_INT(get(&newcomer, "/lam-viec"), 303);
	CHECK_STR(leads_to(&newcomer), S("/lam-viec/mat-khau"));
	CHECK_INT(get(&b, PAGE), 200);
	CHECK_INT(post(&b, PAGE, "viec=thu&" CSV "nva%2CNguoi+A%2CSMA%2Cclerk"), 422);
	CHECK(shows(&b, "đã có"));
	CHECK_INT(post(&b, PAGE, "x=1"), 422); /* nobody in it */
}

TEST(roles_are_listed_by_agency)
{
	OPEN(s);
	ADMIN(b, s, "SMA");

	(void)test_person(&s, "below", ROLE_OFFICER, "P.1");
	(void)test_person(&s, "beside", ROLE_LEADER, "SMB");
	CHECK_INT(get(&b, "/lam-viec/vai-tro"), 200);
	CHECK(shows(&b, "2 lượt giao vai trò") && !shows(&b, "Sở Mẫu B") && shows(&b, "Phòng Mẫu"));
	CHECK_INT(get(&b, "/lam-viec/vai-tro?vai-tro=officer"), 200);
	CHECK(shows(&b, "1 lượt giao vai trò"));
	CHECK_INT(get(&b, "/lam-viec/vai-tro?vai-tro=leader"), 200);
	CHECK(shows(&b, "Chưa ai giữ vai trò đó"));
	CHECK_INT(get(&b, "/lam-viec/vai-tro?co-quan=P.1"), 200);
	CHECK(shows(&b, "1 lượt giao vai trò"));
	CHECK_INT(get(&b, "/lam-viec/vai-tro?co-quan=khong"), 422);
	CHECK_INT(get(&b, "/lam-viec/vai-tro?vai-tro=system"), 422);
}

#define UNITS "/lam-viec/don-vi"

TEST(units_are_added_and_ended)
{
	OPEN(s);
	ADMIN(b, s, "SMA");
	CHECK_INT(get(&b, UNITS), 200);
	CHECK(shows(&b, "Phòng Mẫu"));
	CHECK_INT(post(&b, UNITS,
			  "viec=them&co-quan=SMA&ten=Ph%C3%B2ng+M%E1%BB%9Bi&ten-ngan=PMoi&tu=01/12/2022"),
		303);
	CHECK_INT(get(&b, UNITS "?co-quan=SMA&xong=1"), 200);
	CHECK(shows(&b, "Phòng Mới") && shows(&b, "NB.1") && shows(&b, "từ 01/12/2022"));
	CHECK_INT(post(&b, UNITS,
			  "viec=them&co-quan=SMA&ten=Ph%C3%B2ng+M%E1%BB%9Bi&ten-ngan=PMoi&tu=01/12/2022"),
		422);
	CHECK(shows(&b, "đã có đơn vị như vậy"));
	CHECK_INT(post(&b, UNITS, "viec=them&co-quan=SMA&ten="), 422);
	CHECK_INT(post(&b, UNITS, "viec=them&co-quan=SMA&ten=X&tu=31/2/2022"), 422);
	CHECK_INT(post(&b, UNITS, "viec=them&co-quan=SMB&ten=X"), 404); /* out of scope */
	CHECK_INT(post(&b, UNITS, "viec=ket-thuc&co-quan=SMA&don-vi=P.2&den=31/12/2022&ly-do=x"), 404);
	CHECK_INT(post(&b, UNITS, "viec=ket-thuc&co-quan=SMA&don-vi=NB.1&den=31/12/2022&ly-do="), 422);
	CHECK_INT(post(&b, UNITS, "viec=ket-thuc&co-quan=SMA&don-vi=NB.1&den=30/11/2022&ly-do=x"), 422);
	CHECK_INT(post(&b, UNITS,
			  "viec=ket-thuc&co-quan=SMA&don-vi=NB.1&den=20/12/2022&ly-do=Q%C4%90+m%E1%BA%ABu"),
		303);
	CHECK_INT(get(&b, UNITS), 200);
	CHECK(shows(&b, "đến 20/12/2022") && shows(&b, "Đã kết thúc"));
	/* Somebody belongs to the unit, and a role counts there alone. */
	(void)test_person(&s, "member", ROLE_OFFICER, "P.1");
	CHECK_INT(get(&b, UNITS), 200);
	CHECK(shows(&b, ">1</td>"));
	CHECK_INT(get(&b, UNITS "?co-quan=SMB"), 422);
}
