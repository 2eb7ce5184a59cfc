/* Scoring through the gate: three roles, a whole sheet, bad input, guessed addresses. */
#include "account/people_testing.h"
#include "score/score_sample.h"
#include "score/score_store.h"
#include "score/score_web.h"

/* clang-format off */
static const struct route routes[] = {
	{ METHOD_GET,  SCORE_PATH,                       scores_get,          PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  SCORE_PATH "/mo",                 score_opening_get,   PERMISSION_SCORE_CHANGE, 0, ROUTE_PAGE },
	{ METHOD_POST, SCORE_PATH "/mo",                 score_opening_post,  PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  SCORE_PATH "/xep-hang",           score_ranking_get,   PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_POST, SCORE_PATH "/xep-hang",           score_ranking_post,  PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE },
	{ METHOD_GET,  SCORE_PATH "/xep-hang/tep",       score_ranking_file_get, PERMISSION_SCORE_READ, 0, ROUTE_PAGE },
	{ METHOD_GET,  SCORE_PATH "/:number",            score_sheet_get,     PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, SCORE_PATH "/:number/chot",       score_submit_post,   PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  SCORE_PATH "/:number/tep",        score_file_get,      PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  SCORE_PATH "/:number/linh-vuc/:area", score_area_get,  PERMISSION_SCORE_READ, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, SCORE_PATH "/:number/linh-vuc/:area", score_area_post, PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE, score_agency },
	{ METHOD_GET,  SCORE_PATH "/:number/:step",      score_step_get,      PERMISSION_SCORE_CHANGE, 0, ROUTE_PAGE, score_agency },
	{ METHOD_POST, SCORE_PATH "/:number/:step",      score_step_post,     PERMISSION_SCORE_CHANGE, SCORE_BODY_BYTES, ROUTE_PAGE, score_agency },
};
/* clang-format on */

/* The province of site_testing with the sample set: 2022-12-23, a Friday. */
struct stage {
	struct site s;
	struct browser home, leader, other, officer, auditor;
	int64_t a, b; /* sheets of SMA and SMB */
};

static const struct fault *add_set(struct write *w, void *arg)
{
	struct score_set set;

	(void)arg;
	score_sample_set(&set);
	return score_set_add(w, &set);
}

static struct browser as(struct stage *t, const char *login, enum role role, const char *agency)
{
	(void)test_person(&t->s, login, role, agency);
	return (struct browser){ .site = &t->s, .cookie = test_cookie(&t->s, login) };
}

static const struct fault *stage_open(struct stage *t)
{
	TRY(site_open(&t->s, routes, COUNT(routes)));
	t->s.gate.people = &staff_people;
	TRY(writer_run(province_writer(t->s.app.province), &t->s.a, add_set, NULL));
	t->home = as(t, "noivu", ROLE_HOME_AFFAIRS, "");
	t->leader = as(t, "giamdoc", ROLE_LEADER, "SMA");
	t->other = as(t, "giamdocb", ROLE_LEADER, "SMB");
	t->officer = as(t, "chuyenvien", ROLE_OFFICER, "SMA");
	t->auditor = as(t, "kiemtoan", ROLE_AUDITOR, "");
	return NULL;
}

static void stage_close(struct stage *t)
{
	site_close(&t->s);
}
#define STAGE(t) \
	cleanup_with(stage_close) struct stage t = { 0 }; \
	CHECK_OK(stage_open(&(t)))

static struct str at(struct stage *t, int64_t number, const char *rest)
{
	return str_fmt(&t->s.a, SCORE_PATH "/%lld%s", (long long)number, rest);
}

static int visit(struct stage *t, struct browser *b, int64_t number, const char *rest)
{
	return get(b, str_c(&t->s.a, at(t, number, rest)));
}

static int send(struct stage *t, struct browser *b, int64_t number, const char *rest, const char *fields)
{
	return post(b, str_c(&t->s.a, at(t, number, rest)), fields);
}

static int64_t sheet_of(struct stage *t, const char *agency)
{
	const struct score_result *list;
	struct db *db;
	int64_t found = 0;
	int n = 0;

	if (province_take_reader(t->s.app.province, &t->s.a, &db))
		abort();
	if (score_results(db, S("MAU"), 2022, &list, &n))
		abort();
	for (int i = 0; i < n; i++)
		if (str_eq(list[i].agency, str_of(agency)))
			found = list[i].number;
	province_give_reader(t->s.app.province, db);
	return found;
}

#define OPENING \
	"bo=MAU:1&year=2022&self_until=30/12/2022&first_until=05/01/2023&explain_until=10/01/2023&" \
	"second_until=15/01/2023&bonus_max=2&penalty_max=2&co-quan="

static void open_year(struct stage *t)
{
	CHECK_INT(get(&t->home, SCORE_PATH "/mo?bo=MAU:1"), 200);
	CHECK(shows(&t->home, "SMA Sở Mẫu A"));
	CHECK_INT(post(&t->home, SCORE_PATH "/mo", OPENING "SMA+S%E1%BB%9F+A%0D%0ASMB"), 303);
	t->a = sheet_of(t, "SMA");
	t->b = sheet_of(t, "SMB");
	CHECK(t->a > 0 && t->b > 0);
}

TEST(a_year_is_opened_by_the_department_alone)
{
	STAGE(t);

	CHECK_INT(get(&t.leader, SCORE_PATH "/mo"), 403);
	CHECK_INT(get(&t.officer, SCORE_PATH "/mo"), 403);
	CHECK_INT(get(&t.home, SCORE_PATH "/mo"), 200);
	CHECK_INT(get(&t.home, SCORE_PATH "/mo?bo=MAU:1"), 200);
	/* What was typed stays, and says what is wrong. */
	CHECK_INT(post(&t.home, SCORE_PATH "/mo",
			  "bo=MAU:1&year=2022&self_until=31/02/2022&first_until=&explain_until=1&"
			  "second_until=2&bonus_max=-1&penalty_max=1,234&co-quan=KHONG+CO"),
		422);
	CHECK(shows(&t.home, "31/02/2022") && shows(&t.home, "KHONG CO"));
	CHECK(shows(&t.home, "1,234"));
	CHECK_INT(post(&t.home, SCORE_PATH "/mo", "bo=X&year=2022&co-quan=SMA"), 422);
	open_year(&t);
	CHECK_INT(get(&t.home, SCORE_PATH), 200);
	CHECK(shows(&t.home, "Sở Mẫu A") && shows(&t.home, "Sở Mẫu B"));
	CHECK_INT(get(&t.home, SCORE_PATH "/mo?bo=MAU:1"), 200);
	CHECK_INT(post(&t.home, SCORE_PATH "/mo", OPENING "SMA"), 422); /* twice */
}

TEST(an_agency_sees_its_own_sheet_only)
{
	STAGE(t);

	open_year(&t);
	CHECK_INT(visit(&t, &t.leader, t.a, ""), 200);
	CHECK_INT(visit(&t, &t.leader, t.b, ""), 404);
	CHECK_INT(visit(&t, &t.leader, t.b, "/linh-vuc/1"), 404);
	CHECK_INT(visit(&t, &t.leader, t.b, "/tep?dang=xlsx"), 404);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/3"), 404);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/x"), 404);
	CHECK_INT(visit(&t, &t.leader, 99999, ""), 404);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/1"), 200);
	CHECK_INT(send(&t, &t.leader, t.b, "/linh-vuc/1", "d1=1"), 404);
	CHECK_INT(visit(&t, &t.auditor, t.b, ""), 200);
	CHECK_INT(visit(&t, &t.officer, t.a, "/linh-vuc/1"), 200);
	CHECK(!shows(&t.officer, "name=\"d1\"")); /* reads, does not score */
	CHECK_INT(send(&t, &t.officer, t.a, "/linh-vuc/1", "d1=1"), 403);
	CHECK_INT(get(&t.leader, SCORE_PATH), 200);
	CHECK(shows(&t.leader, "Sở Mẫu A") && !shows(&t.leader, "Sở Mẫu B"));
	/* Nothing is published: no ranking for agencies. */
	CHECK_INT(get(&t.leader, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK(!shows(&t.leader, "Sở Mẫu B"));
}

TEST(bad_points_are_refused_at_their_field_and_stay)
{
	STAGE(t);

	open_year(&t);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/1"), 200);
	CHECK_INT(send(&t, &t.leader, t.a, "/linh-vuc/1",
			  "d1=2,51&w1=V%C4%83n+b%E1%BA%A3n+s%E1%BB%91+1&d2=-1&w2="),
		422);
	CHECK(shows(&t.leader, "value=\"2,51\"") && shows(&t.leader, "Văn bản số 1"));
	CHECK(shows(&t.leader, "lớn hơn điểm tối đa") && shows(&t.leader, "không được âm"));
	CHECK(shows(&t.leader, "href=\"#d2\""));
	CHECK_INT(send(&t, &t.leader, t.a, "/linh-vuc/1", "d1=1,234&d2=x"), 422);
	CHECK(shows(&t.leader, "hai chữ số sau dấu phẩy"));
	CHECK_INT(send(&t, &t.leader, t.a, "/linh-vuc/1", "d1=&w1=ch%E1%BB%89+ch%E1%BB%AF"),
		422); /* no points */
	CHECK_INT(post_bare(&t.leader, str_c(&t.s.a, at(&t, t.a, "/linh-vuc/1")), "d1=1"), 403);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/1"), 200);
	CHECK(!shows(&t.leader, "value=\"2,51\"")); /* nothing was written */
	CHECK_INT(visit(&t, &t.leader, t.a, ""), 200);
	CHECK_INT(send(&t, &t.leader, t.a, "/chot", ""), 422);
	CHECK(shows(&t.leader, "chưa tự chấm"));
}

/* Up to the closing of both sheets. */
static void play(struct stage *t, struct browser *b, int64_t number, const char *points)
{
	struct str fields =
		str_fmt(&t->s.a, "d1=%s&w1=Quy%%E1%%BA%%BFt+%%C4%%91%%E1%%BB%%8Bnh&d2=1&w2=", points);

	CHECK_INT(visit(t, b, number, "/linh-vuc/1"), 200);
	CHECK_INT(send(t, b, number, "/linh-vuc/1", str_c(&t->s.a, fields)), 303);
	CHECK_INT(visit(t, b, number, ""), 200);
	CHECK_INT(send(t, b, number, "/chot", ""), 303);
	CHECK_INT(visit(t, b, number, "/linh-vuc/1"), 200);
	CHECK(!shows(b, "name=\"d1\"")); /* closed for the agency */
	CHECK_INT(visit(t, &t->home, number, "/linh-vuc/1"), 200);
	CHECK_INT(send(t, &t->home, number, "/linh-vuc/1", "d1=1&w1=&d2=1&w2="), 422); /* why? */
	CHECK(shows(&t->home, "phải ghi ý kiến"));
	CHECK_INT(send(t, &t->home, number, "/linh-vuc/1", "d1=1&w1=Thi%E1%BA%BFu&d2=1&w2="), 303);
	CHECK_INT(visit(t, &t->home, number, "/linh-vuc/2"), 200);
	CHECK_INT(send(t, &t->home, number, "/linh-vuc/2", "d1=2,5&w1=x&d2=1&w2=x&d3=0&w3=Ch%C6%B0a+c%C3%B3"),
		303);
	CHECK_INT(visit(t, &t->home, number, "/end_first"), 200);
	CHECK_INT(send(t, &t->home, number, "/end_first", ""), 303);
	CHECK_INT(visit(t, b, number, "/linh-vuc/1"), 200);
	CHECK_INT(send(t, b, number, "/linh-vuc/1", "w1=%C4%90%C3%A3+c%C3%B3&m1=C%C3%B4ng+v%C4%83n&w2=&m2="),
		303);
	CHECK_INT(visit(t, b, number, "/end_explain"), 200);
	CHECK_INT(send(t, b, number, "/end_explain", ""), 303);
}

TEST(a_sheet_is_played_by_three_roles)
{
	STAGE(t);

	CHECK_OK(site_add_dossier(&t.s, "SMA-221003-0001", "2022-10-03 09:00", "2022-10-04 09:00"));
	CHECK_OK(site_add_dossier(&t.s, "SMA-221221-0002", "2022-12-21 09:00", ""));
	CHECK_OK(site_follow(&t.s));
	open_year(&t);
	CHECK_INT(visit(&t, &t.leader, t.a, ""), 200);
	CHECK(shows(&t.leader, "1 trên 1 (100%)")); /* resolved in time */
	CHECK(shows(&t.leader, "2 trên 2 (100%)")); /* not overdue */
	CHECK(shows(&t.leader, "Chưa có dữ liệu"));
	CHECK(shows(&t.leader, "/so-lieu?co-quan=SMA&amp;tu=2022-01-01&amp;den=2022-12-23"));
	play(&t, &t.leader, t.a, "2,5");
	CHECK_INT(visit(&t, &t.home, t.a, ""), 200);
	CHECK(shows(&t.home, "mã gốc")); /* frozen to the journal */
	CHECK_INT(visit(&t, &t.home, t.a, "/linh-vuc/1"), 200);
	CHECK(shows(&t.home, "−1,5") && shows(&t.home, "Đã có")); /* the difference; the explanation */
	CHECK_INT(send(&t, &t.home, t.a, "/linh-vuc/1", "d1=2&w1=Ch%E1%BA%A5p+nh%E1%BA%ADn&d2=1&w2="), 303);
	CHECK_INT(visit(&t, &t.home, t.a, "/extra"), 200);
	CHECK_INT(
		send(&t, &t.home, t.a, "/extra", "extra=bonus&points=1,5&reason=S%C3%A1ng&evidence=Q%C4%90"),
		303);
	CHECK_INT(visit(&t, &t.home, t.a, "/close"), 200);
	CHECK_INT(send(&t, &t.home, t.a, "/close", ""), 303);
	CHECK_INT(visit(&t, &t.home, t.a, "/linh-vuc/1"), 200);
	CHECK(!shows(&t.home, "name=\"d1\""));
	CHECK_INT(send(&t, &t.home, t.a, "/linh-vuc/1", "d1=2,5&w1=x"), 409); /* nothing after closing */
	CHECK_INT(visit(&t, &t.home, t.a, "/amend"), 200);
	CHECK_INT(send(&t, &t.home, t.a, "/amend", "component=A.1.1&points=2,25&reason="), 422);
	CHECK_INT(send(&t, &t.home, t.a, "/amend", "component=A.1.1&points=2,25&reason=Sai"), 303);
	CHECK_INT(visit(&t, &t.home, t.a, ""), 200);
	CHECK(shows(&t.home, "8,25")); /* 2.25 + 1 + 2.5 + 1 + 0 + 1.5 */
	/* One sheet is open still. */
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK_INT(post(&t.home, SCORE_PATH "/xep-hang", "bo=MAU&nam=2022"), 422);
	play(&t, &t.other, t.b, "2");
	CHECK_INT(visit(&t, &t.home, t.b, "/close"), 200);
	CHECK_INT(send(&t, &t.home, t.b, "/close", ""), 303);
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK(shows(&t.home, "Công bố xếp hạng"));
	CHECK_INT(get(&t.leader, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK_INT(post(&t.leader, SCORE_PATH "/xep-hang", "bo=MAU&nam=2022"), 403);
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK_INT(post(&t.home, SCORE_PATH "/xep-hang", "bo=MAU&nam=2022"), 303);
	CHECK_INT(get(&t.leader, SCORE_PATH "/xep-hang?bo=MAU&nam=2022"), 200);
	CHECK(shows(&t.leader, "Sở Mẫu B") && shows(&t.leader, "8,25"));
	CHECK_INT(visit(&t, &t.leader, t.b, ""), 404); /* the sheet stays the agency's own */
}

TEST(results_are_files_too)
{
	STAGE(t);

	open_year(&t);
	CHECK_INT(visit(&t, &t.leader, t.a, "/tep?dang=xlsx"), 200);
	CHECK(str_starts(t.leader.last.body, S("PK")));
	CHECK_INT(visit(&t, &t.leader, t.a, "/tep?dang=pdf"), 200);
	CHECK(str_starts(t.leader.last.body, S("%PDF")));
	CHECK_INT(visit(&t, &t.leader, t.a, "/tep?dang=exe"), 400);
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang/tep?bo=MAU&nam=2022&dang=xlsx"), 200);
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang/tep?bo=MAU&nam=2022&dang=pdf"), 200);
	CHECK_INT(get(&t.home, SCORE_PATH "/xep-hang?bo=KHONG"), 404);
	CHECK_INT(get(&t.home, SCORE_PATH "?nam=1"), 400);
}

TEST(after_the_last_day_the_page_says_the_day)
{
	STAGE(t);

	open_year(&t);
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/1"), 200);
	t.s.now += 10 * DAY_S; /* 2023-01-02 */
	t.leader = as(&t, "giamdocmoi", ROLE_LEADER, "SMA");
	CHECK_INT(visit(&t, &t.leader, t.a, "/linh-vuc/1"), 200);
	CHECK_INT(send(&t, &t.leader, t.a, "/linh-vuc/1", "d1=1&w1=x"), 422);
	CHECK(shows(&t.leader, "30/12/2022") && shows(&t.leader, "hết hạn tự chấm"));
}
