/* The law of the yearly reform plans as tables of steps. */
#include "plan/plan_sample.h"
#include "tests/t.h"

static daynum day(int year, int month, int of_month)
{
	return day_from_civil((struct civil){ year, month, of_month });
}

/* One step after the other; each is fine, or refused with a message at a field. */
struct step {
	const char *text;
	enum msg why;
	int field; /* RECORD_NO_FIELD: none */
	struct plan_env env;
};
#define KNOWN \
	{ \
		RECORD_NO_FIELD, false \
	}
#define FINE(text) \
	{ \
		text, 0, -2, KNOWN \
	}
#define NO(text, why, field) \
	{ \
		text, MSG_plan_##why, REFORM_##field, KNOWN \
	}

static void play(struct arena *a, struct plan_reform *p, const struct record_kind *k,
	const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct record_event e = plan_step(a, k, steps[i].text);
		struct record_refusal r = record_allows(k, &p->base, &e);

		if (!r.refused)
			r = k == &plan_agency_kind ? plan_agency_decide(p, &e, &steps[i].env)
						   : plan_province_decide(p, &e, &steps[i].env);
		test_check(r.refused == (steps[i].field != -2), __FILE__, __LINE__, "\"%s\": %s",
			steps[i].text, r.refused ? msg_text(LANG_EN, r.why).p : "not refused");
		if (!r.refused) {
			plan_reform_apply(p, &e);
			record_step(k, &p->base, &e);
			continue;
		}
		test_check(r.why == steps[i].why && r.field == steps[i].field, __FILE__, __LINE__,
			"\"%s\": %s at %d", steps[i].text, msg_text(LANG_EN, r.why).p, r.field);
	}
}
#define PLAY(kind, ...) \
	ARENA a = { 0 }; \
	struct plan_reform *p = NEW(&a, struct plan_reform); \
	static const struct step steps[] = { __VA_ARGS__ }; \
	play(&a, p, &plan_##kind##_kind, steps, COUNT(steps))

#define BEGIN "begin title=Kế hoạch CCHC năm 2022|year=2022|issuer=SMA"
#define TASK "add_task area=2|task_title=Rà soát thủ tục|owner=SMA|due=30/09/2022"
#define ISSUE "issue sign=05/KH-SMA|date=20/01/2022"
enum { REFORM_NO_FIELD = RECORD_NO_FIELD };

TEST(a_plan_from_draft_to_close)
{
	PLAY(agency, FINE(BEGIN), FINE(TASK),
		FINE("add_task area=0|task_title=Tự kiểm tra|owner=P.1|due=30/06/2022"),
		FINE("revise purpose=Mục đích"), FINE("change_task task=1|expected_result=Báo cáo"),
		FINE(ISSUE), FINE("progress task=1|percent=40|day=01/04/2022"),
		FINE("progress task=1|percent=100|day=30/09/2022|evidence=12/BC-SMA\n/so-lieu"),
		FINE("explain task=2|reason=Chưa bố trí được người"), FINE("close note=Xong"));
	CHECK_INT(p->base.state, REFORM_CLOSED);
	CHECK_INT(p->tasks_n, 2);
	CHECK_STR(p->sign, S("05/KH-SMA"));
	CHECK_INT(p->date, day(2022, 1, 20));
	CHECK_STR(p->purpose, S("Mục đích"));
	CHECK_STR(p->tasks[0].result, S("Báo cáo"));
	CHECK_INT(p->tasks[0].done, day(2022, 9, 30));
	CHECK_INT(p->tasks[0].percent, 100);
	CHECK_STR(p->tasks[0].evidence, S("12/BC-SMA\n/so-lieu"));
	CHECK_STR(p->tasks[1].why_open, S("Chưa bố trí được người"));
}

TEST(what_a_draft_may_not_say)
{
	PLAY(agency, NO("begin title=A|year=1999|issuer=SMA", bad_year, YEAR),
		NO("begin title=A|year=2022|issuer=SMB", for_agency, ISSUER),
		NO("begin title=A|year=2022|issuer=SMA|sign=KH-SMA", bad_sign, SIGN),
		NO("begin title=A|year=2022|issuer=SMA|sign=12/KH SMA", bad_sign, SIGN),
		NO("begin title=A|year=2022|issuer=SMA|date=30/09/2021", other_year, DATE),
		NO("begin title=A|year=2022|issuer=SMA|date=01/01/2023", other_year, DATE),
		FINE("begin title=A|year=2022|issuer=SMA|date=28/12/2021"), NO("revise ", nothing, NO_FIELD),
		NO("add_task area=1|task_title=B|owner=SMA|due=27/12/2021", due_other_year, DUE),
		NO("add_task area=1|task_title=B|owner=SMA|due=01/01/2023", due_other_year, DUE),
		FINE("revise date=01/03/2022"),
		NO("add_task area=1|task_title=B|owner=SMA|due=28/02/2022", due_before, DUE),
		FINE("add_task area=1|task_title=B|owner=SMA|due=01/03/2022"),
		NO("revise date=02/03/2022", due_before, DATE), NO("revise year=2023", other_year, DATE),
		NO("revise year=2023|date=02/10/2022", due_other_year, YEAR),
		NO("change_task task=1", nothing, NO_FIELD), NO("change_task task=2|area=2", no_task, ITEM),
		NO("change_task task=1|due=28/02/2022", due_before, DUE), FINE("remove_task task=1"),
		NO("remove_task task=1", no_task, ITEM), FINE("revise date=02/03/2022"));
	CHECK_INT(p->tasks_n, 1);
	CHECK_INT(plan_reform_sum(p, -1, S(""), day(2022, 5, 1)).tasks, 0);
}

TEST(what_issuing_needs)
{
	PLAY(agency, FINE(BEGIN), NO("issue ", no_sign, SIGN), NO("issue sign=5/KH-SMA", no_date, DATE),
		NO("issue sign=5/KH-SMA|date=20/01/2022", no_tasks, NO_FIELD), FINE(TASK),
		FINE("remove_task task=1"), NO("issue sign=5/KH-SMA|date=20/01/2022", no_tasks, NO_FIELD),
		FINE(TASK), NO("issue sign=5/KH-SMA|date=01/10/2022", due_before, DATE),
		{ "issue sign=5/KH-SMA|date=24/12/2022", MSG_record_in_future, REFORM_DATE, KNOWN },
		{ ISSUE, MSG_plan_taken, RECORD_NO_FIELD, { RECORD_NO_FIELD, true } },
		NO("issue sign=5/KH-SMA|date=20/01/2020", other_year, DATE), FINE(ISSUE),
		{ TASK, MSG_record_not_now, RECORD_NO_FIELD, KNOWN });
	CHECK_INT(p->base.state, REFORM_ISSUED);
	CHECK_INT(p->tasks[1].due, p->tasks[1].first_due);
}

TEST(an_agency_must_be_known)
{
	PLAY(province, FINE("begin title=A|year=2022"),
		{ TASK, MSG_record_bad_agency, REFORM_OWNER, { REFORM_OWNER, false } });
	CHECK_INT(p->tasks_n, 0);
}

TEST(progress_goes_forward)
{
	PLAY(agency, FINE(BEGIN), FINE(TASK), FINE(ISSUE),
		NO("progress task=1|percent=10|day=19/01/2022", report_before, DAY),
		{ "progress task=1|percent=10|day=24/12/2022", MSG_record_in_future, REFORM_DAY, KNOWN },
		NO("progress task=2|percent=10|day=20/01/2022", no_task, ITEM),
		FINE("progress task=1|percent=50|day=01/05/2022"),
		NO("progress task=1|percent=60|day=30/04/2022", report_order, DAY),
		NO("progress task=1|percent=49|day=01/05/2022", percent_down, REASON),
		FINE("progress task=1|percent=49|day=01/05/2022|reason=Tính lại"),
		NO("progress task=1|percent=100|day=02/05/2022", no_evidence, EVIDENCE),
		FINE("progress task=1|percent=100|day=02/05/2022|evidence=1/BC-SMA"),
		NO("explain task=1|reason=x", task_done, ITEM),
		FINE("progress task=1|percent=100|day=05/05/2022"));
	CHECK_INT(p->tasks[0].done, day(2022, 5, 2));
	struct record_event e = plan_step(
		&a, &plan_agency_kind, "progress task=1|percent=90|day=06/05/2022|reason=Phải làm lại");

	plan_reform_apply(p, &e);
	CHECK_INT(p->tasks[0].done, DAYNUM_NONE);
}

TEST(amendments_come_after_issue_and_say_why)
{
	PLAY(agency, FINE(BEGIN), FINE(TASK), FINE(TASK),
		{ "amend_task task=1|reason=x|due=01/10/2022", MSG_record_not_now, RECORD_NO_FIELD, KNOWN },
		FINE(ISSUE), NO("amend_task task=1|reason=x", nothing, NO_FIELD),
		NO("amend_task task=1|reason=x|due=01/01/2023", due_other_year, DUE),
		NO("amend_task task=1|reason=x|due=19/01/2022", due_before, DUE),
		{ "amend_task task=1|due=31/10/2022", MSG_record_missing, REFORM_REASON, KNOWN },
		FINE("amend_task task=1|due=31/10/2022|reason=Chờ hướng dẫn"),
		FINE("amend_add area=6|task_title=Số hóa|owner=SMA|due=30/11/2022|reason=Bổ sung theo chỉ "
		     "đạo"),
		FINE("amend_drop task=2|reason=Chuyển cho cơ quan khác"),
		NO("progress task=2|percent=10|day=20/02/2022", no_task, ITEM),
		NO("close ", open_tasks, NO_FIELD), FINE("explain task=1|reason=y"),
		NO("close ", open_tasks, NO_FIELD), FINE("amend_drop task=3|reason=z"),
		NO("amend_drop task=1|reason=z", last_task, ITEM), FINE("close "));
	CHECK_INT(p->tasks[0].due, day(2022, 10, 31));
	CHECK_INT(p->tasks[0].first_due, day(2022, 9, 30));
	CHECK_STR(p->tasks[0].why_changed, S("Chờ hướng dẫn"));
	CHECK_STR(p->tasks[1].why_changed, S("Chuyển cho cơ quan khác"));
	CHECK_INT(p->base.state, REFORM_CLOSED);
}

TEST(a_plan_of_the_province_has_no_agency)
{
	ARENA a = { 0 };
	struct plan_reform *p = NEW(&a, struct plan_reform);
	const struct plan_env env = KNOWN;
	struct record_event e = plan_step(&a, &plan_province_kind, "begin title=A|year=2022|issuer=H54");

	CHECK_INT(plan_province_decide(p, &e, &env).refused, false);
	e.agency = S("SMA");
	CHECK_INT(plan_province_decide(p, &e, &env).why, MSG_plan_for_province);
	e = plan_step(&a, &plan_agency_kind, BEGIN);
	e.agency = S("");
	CHECK_INT(plan_agency_decide(p, &e, &env).why, MSG_plan_for_agency);
}

/* Who takes a step: written out here apart from the table. */
TEST(roles_of_the_steps)
{
	static const struct {
		const struct record_kind *kind;
		enum role role;
		bool may;
	} rows[] = { { &plan_agency_kind, ROLE_HEAD_OF_UNIT, true }, { &plan_agency_kind, ROLE_LEADER, true },
		{ &plan_agency_kind, ROLE_HOME_AFFAIRS, false },
		{ &plan_agency_kind, ROLE_PROVINCE_OFFICE, false },
		{ &plan_agency_kind, ROLE_OFFICER, false }, { &plan_agency_kind, ROLE_AUDITOR, false },
		{ &plan_province_kind, ROLE_HOME_AFFAIRS, true },
		{ &plan_province_kind, ROLE_PROVINCE_OFFICE, true },
		{ &plan_province_kind, ROLE_HEAD_OF_UNIT, false },
		{ &plan_province_kind, ROLE_INSPECTOR, false }, { &plan_province_kind, ROLE_AUDITOR, false },
		{ &plan_inspection_kind, ROLE_HOME_AFFAIRS, true },
		{ &plan_inspection_kind, ROLE_PROVINCE_OFFICE, true },
		{ &plan_inspection_kind, ROLE_LEADER, false },
		{ &plan_inspection_kind, ROLE_INSPECTOR, false },
		{ &plan_inspection_kind, ROLE_AUDITOR, false } };

	for (size_t i = 0; i < COUNT(rows); i++)
		for (int v = 0; v < rows[i].kind->verbs_n; v++) {
			unsigned from = rows[i].kind->verbs[v].from;

			CHECK_INT(
				record_verb_is_open(rows[i].kind, __builtin_ctz(from), v, 1u << rows[i].role),
				rows[i].may);
		}
}

TEST(how_a_task_stands_on_a_day)
{
	const daynum due = day(2022, 9, 30);
	const struct {
		daynum done, on;
		enum plan_standing is;
	} rows[] = { { 0, due - 16, PLAN_RUNNING }, { 0, due - 15, PLAN_SOON }, { 0, due, PLAN_SOON },
		{ 0, due + 1, PLAN_OVERDUE }, { due - 3, due - 3, PLAN_IN_TIME },
		{ due, due + 100, PLAN_IN_TIME }, { due + 1, due + 1, PLAN_LATE },
		{ due + 1, due + 100, PLAN_LATE },
		/* Seen from before it was finished. */
		{ due + 5, due + 4, PLAN_OVERDUE }, { due - 1, due - 2, PLAN_SOON } };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(plan_standing_of(due, rows[i].done, rows[i].on), rows[i].is);
}

TEST(sums_by_area_and_owner)
{
	PLAY(agency, FINE(BEGIN), FINE(TASK), FINE("add_task area=2|task_title=B|owner=P.1|due=30/06/2022"),
		FINE("add_task area=6|task_title=C|owner=P.1|due=30/11/2022"), FINE(TASK), FINE(ISSUE),
		FINE("amend_drop task=4|reason=x"),
		FINE("progress task=1|percent=100|day=01/10/2022|evidence=x"),
		FINE("progress task=2|percent=50|day=01/10/2022"),
		FINE("progress task=3|percent=25|day=01/10/2022"));
	daynum on = day(2022, 10, 25);
	struct plan_sum all = plan_reform_sum(p, -1, S(""), on),
			procedures = plan_reform_sum(p, 2, S(""), on),
			unit = plan_reform_sum(p, -1, S("P.1"), on), none = plan_reform_sum(p, 5, S(""), on);

	CHECK_INT(all.tasks, 3);
	CHECK_INT(all.by[PLAN_LATE], 1);
	CHECK_INT(all.by[PLAN_OVERDUE], 1);
	CHECK_INT(all.by[PLAN_RUNNING], 1);
	CHECK_INT(all.percent, 58);
	CHECK_INT(procedures.tasks, 2);
	CHECK_INT(procedures.percent, 75);
	CHECK_INT(unit.tasks, 2);
	CHECK_INT(none.tasks, 0);
	CHECK_INT(none.percent, 0);
}

TEST(a_plan_holds_so_many_tasks)
{
	ARENA a = { 0 };
	struct plan_reform *p = NEW(&a, struct plan_reform);
	const struct plan_env env = KNOWN;
	struct record_event e = plan_step(&a, &plan_agency_kind, TASK);

	p->year = 2022;
	p->tasks_n = LIMIT_PLAN_TASKS - 1;
	CHECK_INT(plan_agency_decide(p, &e, &env).refused, false);
	p->tasks_n = LIMIT_PLAN_TASKS;
	CHECK_INT(plan_agency_decide(p, &e, &env).why, MSG_plan_full);
}

TEST(number_and_sign)
{
	static const struct {
		const char *text;
		int64_t number; /* 0: it is none */
		const char *symbol;
	} rows[] = { { "1296/KH-SNV", 1296, "KH-SNV" }, { "05/KH-UBND", 5, "KH-UBND" },
		{ "12/QĐ-UBND", 12, "QĐ-UBND" }, { "/KH", 0, "" }, { "12", 0, "" }, { "12/", 0, "" },
		{ "0/KH", 0, "" }, { "-1/KH", 0, "" }, { "1234567/KH", 0, "" }, { "12/KH SNV", 0, "" },
		{ "KH-12", 0, "" } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t number = 0;
		struct str symbol = { 0 };

		CHECK_INT(plan_sign_parts(str_of(rows[i].text), &number, &symbol), rows[i].number != 0);
		if (rows[i].number) {
			CHECK_INT(number, rows[i].number);
			CHECK_STR(symbol, str_of(rows[i].symbol));
		}
	}
}
