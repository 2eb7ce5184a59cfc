/* The law of the yearly inspection plan as tables of steps. */
#include "plan/plan_sample.h"
#include "tests/t.h"

struct step {
	const char *text;
	enum msg why;
	int field; /* -2: fine */
	int unknown;
};
#define FINE(text) \
	{ \
		text, 0, -2, RECORD_NO_FIELD \
	}
#define NO(text, why, field) \
	{ \
		text, MSG_plan_##why, INSPECTION_PLAN_##field, RECORD_NO_FIELD \
	}
enum { INSPECTION_PLAN_NO_FIELD = RECORD_NO_FIELD };

static void play(struct arena *a, struct plan_inspection *p, const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct record_kind *k = &plan_inspection_kind;
		const struct plan_env env = { steps[i].unknown, false };
		struct record_event e = plan_step(a, k, steps[i].text);
		struct record_refusal r = record_allows(k, &p->base, &e);

		if (!r.refused)
			r = plan_inspection_decide(p, &e, &env);
		test_check(r.refused == (steps[i].field != -2), __FILE__, __LINE__, "\"%s\": %s",
			steps[i].text, r.refused ? msg_text(LANG_EN, r.why).p : "not refused");
		if (!r.refused) {
			plan_inspection_apply(p, &e);
			record_step(k, &p->base, &e);
			continue;
		}
		test_check(r.why == steps[i].why && r.field == steps[i].field, __FILE__, __LINE__,
			"\"%s\": %s at %d", steps[i].text, msg_text(LANG_EN, r.why).p, r.field);
	}
}
#define PLAY(...) \
	ARENA a = { 0 }; \
	struct plan_inspection *p = NEW(&a, struct plan_inspection); \
	static const struct step steps[] = { __VA_ARGS__ }; \
	play(&a, p, steps, COUNT(steps))

#define BEGIN "begin title=Kế hoạch kiểm tra|year=2022|sign=1296/KH-SNV|date=27/06/2022|issuer=SNV"
#define HEAD \
	"revise " \
	"period_from=01/01/2022|period_to=30/09/2022|method=direct|content_0=1|content_2=1|content_6=1"

static daynum day(int year, int month, int of_month)
{
	return day_from_civil((struct civil){ year, month, of_month });
}

TEST(a_plan_from_draft_to_close)
{
	PLAY(FINE(BEGIN), FINE(HEAD), FINE("add_unit unit=SXD|day=25/10/2022"),
		FINE("add_unit unit=SGTVT|month=10"), FINE("add_unit unit=SMA|month=11|method=by_report"),
		FINE("add_body body=SNV|duty=leads"), FINE("add_body body=STP|duty=takes_part"),
		FINE("issue "), FINE("amend_unit item=2|day=26/10/2022|reason=x"),
		FINE("amend_drop item=3|reason=Đã kiểm tra năm trước"),
		FINE("amend_add unit=SMB|month=12|reason=y"), FINE("remove_body item=2"),
		FINE("close note=z"));
	CHECK_INT(p->base.state, INSPECTION_PLAN_CLOSED);
	CHECK_INT(plan_inspection_units(p), 3);
	const struct plan_unit *u = plan_inspection_unit(p, S("SGTVT"));

	CHECK_OR_STOP(u != NULL);
	CHECK_INT(u->day, day(2022, 10, 26));
	CHECK_INT(u->month, 10);
	CHECK_INT(plan_unit_method(p, u), PLAN_DIRECT);
	CHECK_INT(plan_unit_method(p, &p->units[2]), PLAN_BY_REPORT);
	CHECK(plan_inspection_unit(p, S("SMA")) == NULL);
	CHECK_INT(p->content, 1u << 0 | 1u << 2 | 1u << 6);
	CHECK_INT(p->from, day(2022, 1, 1));
	CHECK_INT(p->bodies[1].gone, true);
	CHECK_INT(plan_unit_last_day(p, &p->units[3]), day(2022, 12, 31));
	CHECK_INT(plan_unit_last_day(p, u), day(2022, 10, 26));
	CHECK(!plan_inspection_is_open(p));
}

TEST(what_a_draft_may_not_say)
{
	PLAY(NO("begin title=A|year=2022|period_from=02/01/2022|period_to=01/01/2022", period, TO),
		NO("begin title=A|year=2022|date=27/06/2023", other_year, DATE),
		NO("begin title=A|year=2022|sign=1296", bad_sign, SIGN), FINE(BEGIN),
		NO("revise ", nothing, NO_FIELD), NO("add_unit unit=SXD", no_time, MONTH),
		{ "add_unit unit=SXD|month=0", MSG_record_out_of_range, INSPECTION_PLAN_MONTH,
			RECORD_NO_FIELD },
		NO("add_unit unit=SXD|month=9|day=25/10/2022", month_of_day, MONTH),
		NO("add_unit unit=SXD|day=25/10/2023", visit_other_year, DAY),
		NO("add_unit unit=SXD|day=26/06/2022", visit_before, DAY),
		NO("add_unit unit=SXD|month=5", visit_before, MONTH),
		{ "add_unit unit=SXD|month=10", MSG_plan_unit_unknown, INSPECTION_PLAN_UNIT,
			INSPECTION_PLAN_UNIT },
		FINE("add_unit unit=SXD|month=6"), NO("add_unit unit=SXD|month=7", unit_twice, UNIT),
		NO("revise date=01/07/2022", visit_before, DATE), FINE("remove_unit item=1"),
		NO("remove_unit item=1", no_unit, ITEM), NO("remove_unit item=2", no_unit, ITEM),
		FINE("add_unit unit=SXD|month=7"), FINE("revise date=01/07/2022"),
		FINE("add_body body=SNV|duty=leads"),
		NO("add_body body=SNV|duty=takes_part", body_twice, BODY),
		NO("add_body body=STP|duty=leads", leader_twice, DUTY),
		NO("remove_body item=2", no_body, ITEM),
		{ "add_body body=XX|duty=takes_part", MSG_record_bad_agency, INSPECTION_PLAN_BODY,
			INSPECTION_PLAN_BODY });
	CHECK_INT(plan_inspection_units(p), 1);
}

TEST(what_issuing_needs)
{
	PLAY(FINE("begin title=A|year=2022"), NO("issue ", no_sign, SIGN),
		NO("issue sign=1/KH-SNV", no_date, DATE),
		NO("issue sign=1/KH-SNV|date=27/06/2022", no_period, NO_FIELD),
		FINE("revise period_from=01/01/2022|period_to=30/09/2022"),
		NO("issue sign=1/KH-SNV|date=27/06/2022", no_method, NO_FIELD),
		FINE("revise method=unannounced"),
		NO("issue sign=1/KH-SNV|date=27/06/2022", no_content, NO_FIELD), FINE("revise content_2=1"),
		NO("issue sign=1/KH-SNV|date=27/06/2022", no_units, NO_FIELD),
		FINE("add_unit unit=SXD|month=10"),
		NO("issue sign=1/KH-SNV|date=01/11/2022", visit_before, DATE),
		{ "issue sign=1/KH-SNV|date=24/12/2022", MSG_record_in_future, INSPECTION_PLAN_DATE,
			RECORD_NO_FIELD },
		FINE("issue sign=1/KH-SNV|date=27/06/2022"),
		NO("amend_unit item=1|reason=x", nothing, NO_FIELD),
		NO("amend_unit item=1|month=5|reason=x", visit_before, MONTH),
		NO("amend_unit item=2|month=9|reason=x", no_unit, ITEM),
		NO("amend_add unit=SXD|month=9|reason=x", unit_twice, UNIT),
		NO("amend_drop item=1|reason=x", last_unit, ITEM),
		{ HEAD, MSG_record_not_now, RECORD_NO_FIELD, RECORD_NO_FIELD });
	CHECK(plan_inspection_is_open(p));
}

TEST(ticks_replace_those_before)
{
	PLAY(FINE(BEGIN), FINE("revise content_0=1|content_1=1"), FINE("revise method=direct"));
	CHECK_INT(p->content, 3);
	struct record_event e = plan_step(&a, &plan_inspection_kind, "revise content_5=1");

	plan_inspection_apply(p, &e);
	CHECK_INT(p->content, 1u << 5);
}

TEST(it_is_the_provinces)
{
	ARENA a = { 0 };
	struct plan_inspection *p = NEW(&a, struct plan_inspection);
	const struct plan_env env = { RECORD_NO_FIELD, false };
	struct record_event e = plan_step(&a, &plan_inspection_kind, BEGIN);

	e.agency = S("SMA");
	CHECK_INT(plan_inspection_decide(p, &e, &env).why, MSG_plan_for_province);
}
