/* The checklist of an inspection through the gate: what it shows, and a form that records all or nothing. */
#include "app/routes.h"
#include "inspection/inspection_checklist_store.h"
#include "inspection/inspection_staged.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people
#define PERSON(b, s, role, home) \
	(void)test_person(&(s), #b, role, home); \
	struct browser b = { &(s), test_cookie(&(s), #b), S(""), { 0 } }

static const char *page_of(struct site *s, int64_t number, const char *rest)
{
	return str_fmt(&s->a, "/lam-viec/kiem-tra/%lld/tieu-chi%s", (long long)number, rest).p;
}

static const struct inspection *load(struct site *s, int64_t number)
{
	struct request rq = { .a = &s->a, .app = &s->app };
	READER held = { 0 };
	struct record_story story;
	void *x = NULL;

	if (site_reader(&rq, &held) || record_load(held.db, &inspection_type, number, &x, &story))
		abort();
	return x;
}

TEST(the_list_that_is_built_in_is_whole)
{
	ARENA a = { 0 };
	struct inspection *x = NEW(&a, struct inspection);
	struct checklist c = { 0 };

	CHECK_OK(checklist_load(&a, &c));
	struct checklist_sum all = checklist_sum(&c, -1, x);
	CHECK_INT(all.criteria, 66);
	CHECK_INT(all.most, 10000);
	for (int area = 1; area < INSPECTION_AREAS; area++)
		CHECK(checklist_sum(&c, area, x).criteria > 0);
}

TEST(data_stands_beside_the_answers_of_the_team)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(inspector, s, ROLE_INSPECTOR, "");

	CHECK(staged_step(&s, number, INSPECTION_DO_ANSWER, ROLE_INSPECTOR,
		"criterion=TT.10|answer=partly|points=3.5|text=Còn một hồ sơ"));
	CHECK_INT(get(&inspector, page_of(&s, number, "")), 200);
	CHECK(shows(&inspector, "9 trong 10 hồ sơ đã giải quyết đúng và trước hạn (90,00%)."));
	CHECK(shows(&inspector, "2 hồ sơ quá hạn trong 12 hồ sơ tiếp nhận."));
	CHECK(shows(&inspector, "Hệ thống không có dữ liệu về tiêu chí này."));
	CHECK(shows(&inspector, "Còn một hồ sơ"));
	CHECK(shows(&inspector, "3,5 trên 4 điểm"));
	CHECK(shows(&inspector, "3,5 trên 100 điểm"));
	CHECK(shows(&inspector, "tieu-chi?ghi=procedures"));
}

TEST(an_area_is_recorded_at_once)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(inspector, s, ROLE_INSPECTOR, "");
	const char *form = page_of(&s, number, "?ghi=procedures");

	CHECK_INT(get(&inspector, form), 200);
	CHECK_INT(post(&inspector, form,
			  "TT.10-answer=yes&TT.10-points=4&TT.11-answer=no&TT.11-points=0&TT.11-evidence=So"),
		303);
	CHECK_STR(leads_to(&inspector), str_of(page_of(&s, number, "?da-ghi=2")));
	CHECK_INT(get(&inspector, page_of(&s, number, "?da-ghi=2")), 200);
	CHECK(shows(&inspector, "Đã ghi 2 câu trả lời."));
	const struct inspection *x = load(&s, number);
	CHECK_INT(x->criteria_n, 2);
	CHECK_INT(x->criteria[0].points, 400);
	CHECK_STR(x->criteria[1].evidence, S("So"));
	int version = x->base.version;
	CHECK_INT(get(&inspector, form), 200);
	CHECK_INT(post(&inspector, form,
			  "TT.10-answer=yes&TT.10-points=4,0&TT.11-answer=partly&TT.11-points=0,5"),
		303);
	x = load(&s, number);
	CHECK_INT(x->base.version, version + 1); /* what did not change is no step */
	CHECK_INT(x->criteria[1].points, 50);
}

TEST(all_or_nothing_and_what_was_typed_stays)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{ "TT.01-answer=yes&TT.10-answer=yes&TT.10-points=4,1", "Điểm vượt mức tối đa" },
		{ "TT.01-answer=yes&TT.10-answer=yes&TT.10-points=-1", "Điểm không thể âm" },
		{ "TT.01-answer=yes&TT.10-answer=yes&TT.10-points=many", "TT.10, Điểm" },
		{ "TT.01-answer=yes&TT.10-answer=perhaps", "TT.10, Trả lời" },
		{ "TT.01-answer=yes&TT.10-points=1", "thì phải chọn câu trả lời" },
		{ "TT.01-answer=yes&TT.10-text=%C0%80", "TT.10, Nhận xét" },
	};
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(inspector, s, ROLE_INSPECTOR, "");
	const char *form = page_of(&s, number, "?ghi=procedures");

	CHECK_INT(get(&inspector, form), 200);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *fields = str_fmt(&s.a, "%s&TT.02-text=Da+doc+so", rows[i].fields).p;

		CHECK_INT(post(&inspector, form, str_fmt(&s.a, "%s&TT.02-answer=no", fields).p), 422);
		test_check(shows(&inspector, rows[i].says), __FILE__, __LINE__, "%s: %s", rows[i].fields,
			rows[i].says);
		CHECK(shows(&inspector, "Da doc so"));
	}
	CHECK_INT(load(&s, number)->criteria_n, 0);
}

TEST(an_answer_is_not_taken_back)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(inspector, s, ROLE_INSPECTOR, "");
	const char *form = page_of(&s, number, "?ghi=procedures");

	CHECK(staged_step(
		&s, number, INSPECTION_DO_ANSWER, ROLE_INSPECTOR, "criterion=TT.10|answer=yes|points=4"));
	CHECK_INT(get(&inspector, form), 200);
	CHECK_INT(post(&inspector, form, "TT.10-answer=&TT.11-answer=yes"), 422);
	CHECK(shows(&inspector, "Câu trả lời đã ghi không xóa được"));
	CHECK_INT(load(&s, number)->criteria_n, 1);
}

TEST(answers_belong_to_the_session_and_the_team)
{
	OPEN(s);
	int64_t early = staged_inspection(&s, STAGED_NOTIFIED), late = staged_inspection(&s, STAGED_MINUTED);
	PERSON(inspector, s, ROLE_INSPECTOR, "");
	PERSON(leader, s, ROLE_LEADER, "SMA");
	const char *fields = "TT.10-answer=yes&TT.10-points=4";

	CHECK_INT(get(&inspector, page_of(&s, early, "")), 200);
	CHECK(!shows(&inspector, "?ghi="));
	CHECK_INT(get(&inspector, page_of(&s, early, "?ghi=procedures")), 409);
	CHECK_INT(post(&inspector, page_of(&s, late, "?ghi=procedures"), fields), 422);
	CHECK(shows(&inspector, "value=\"4\"")); /* typed while the minutes were being signed: not lost */
	CHECK_INT(get(&leader, page_of(&s, late, "")), 200);
	CHECK(!shows(&leader, "?ghi="));
	CHECK_INT(post(&leader, page_of(&s, late, "?ghi=procedures"), fields), 403);
}

TEST(the_file_of_another_agency_does_not_exist)
{
	OPEN(s);
	int64_t number = staged_inspection(&s, STAGED_SESSION);
	PERSON(stranger, s, ROLE_LEADER, "SMB");
	PERSON(inspector, s, ROLE_INSPECTOR, "");
	PERSON(clerk, s, ROLE_CLERK, "SMA");

	CHECK_INT(get(&stranger, page_of(&s, number, "")), 404);
	CHECK_INT(get(&stranger, "/lam-viec"), 200); /* a form token */
	CHECK_INT(post(&stranger, page_of(&s, number, "?ghi=procedures"), "TT.10-answer=yes"), 404);
	CHECK_INT(get(&clerk, page_of(&s, number, "")), 403);
	CHECK_INT(get(&inspector, page_of(&s, number + 1000, "")), 404);
	CHECK_INT(get(&inspector, "/lam-viec/kiem-tra/x/tieu-chi"), 404);
	CHECK_INT(get(&inspector, page_of(&s, number, "?ghi=nowhere")), 404);
	CHECK_INT(get(&inspector, page_of(&s, number, "?ghi=steering")), 404); /* without criteria */
	CHECK_INT(get(&inspector, page_of(&s, number, "?da-ghi=x")), 400);
}
