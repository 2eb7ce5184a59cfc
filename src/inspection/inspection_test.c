/* The law of inspections: tables of cases, and one inspection from plan to verified remedy. */
#include "inspection/inspection.h"
#include "tests/t.h"

#define SET(e, name, text) ((e).values[INSPECTION_FIELD_##name] = S(text))

/* A day of October 2022, 08:00. */
static instant on(int day)
{
	return instant_at(day_from_civil((struct civil){ 2022, 10, day }), 8 * 3600);
}

static struct record_event event(int verb, int day, enum role by)
{
	return (struct record_event){ .verb = verb,
		.record = verb == INSPECTION_DO_OPEN ? 0 : 1,
		.agency = S("SMA"),
		.by = by,
		.happened = on(day),
		.recorded = on(day) };
}

/* What tables and law say. */
static struct record_refusal judge(
	const struct inspection *x, const struct record_event *e, const struct inspection_env *env)
{
	struct record_refusal r = record_allows(&inspection_kind, &x->base, e);

	return r.refused ? r : inspection_decide(x, e, env);
}

static bool take(struct inspection *x, const struct record_event *e)
{
	struct record_refusal r = judge(x, e, NULL);

	if (!CHECK(!r.refused)) {
		printf("# step %d: %.*s\n", e->verb, ARG(msg_text(LANG_EN, r.why)));
		return false;
	}
	inspection_apply(x, e);
	record_step(&inspection_kind, &x->base, e);
	return true;
}

static struct record_event opening(void)
{
	struct record_event e = event(INSPECTION_DO_OPEN, 1, ROLE_HOME_AFFAIRS);

	SET(e, UNIT, "SMA");
	SET(e, TITLE, "Kiểm tra Sở Mẫu A");
	SET(e, METHOD, "direct");
	SET(e, PERIOD_FROM, "2022-01-01");
	SET(e, PERIOD_TO, "2022-10-10");
	SET(e, PLAN_NUMBER, "1/KH-SNV");
	SET(e, PLAN_DATE, "2022-06-27");
	return e;
}

static struct record_event member(struct str name, struct str body, struct str part)
{
	struct record_event e = event(INSPECTION_DO_MEMBER, 2, ROLE_HOME_AFFAIRS);

	e.values[INSPECTION_FIELD_NAME] = name;
	e.values[INSPECTION_FIELD_BODY] = body;
	e.values[INSPECTION_FIELD_PART] = part;
	SET(e, POSITION, "Chuyên viên");
	return e;
}

static struct record_event decision(void)
{
	struct record_event e = event(INSPECTION_DO_DECIDE, 3, ROLE_HOME_AFFAIRS);

	SET(e, NUMBER, "2/QĐ-SNV");
	SET(e, DATE, "2022-10-03");
	return e;
}

static struct record_event notice(void)
{
	struct record_event e = event(INSPECTION_DO_NOTIFY, 4, ROLE_INSPECTOR);

	SET(e, NUMBER, "3/TB-SNV");
	SET(e, DATE, "2022-10-04");
	SET(e, FROM, "2022-10-10 08:00");
	SET(e, TO, "2022-10-10 17:00");
	SET(e, PLACE, "Sở Mẫu A");
	return e;
}

static struct record_event declaration(void)
{
	struct record_event e = event(INSPECTION_DO_DECLARE, 7, ROLE_LEADER);

	SET(e, RECEIVED, "100");
	SET(e, RECEIVED_NEW, "90");
	SET(e, CARRIED_OVER, "10");
	SET(e, RESOLVED, "80");
	SET(e, IN_TIME, "79");
	SET(e, LATE, "1");
	SET(e, IN_PROGRESS, "20");
	SET(e, PROCEDURES, "5");
	return e;
}

static struct record_event beginning(void)
{
	struct record_event e = event(INSPECTION_DO_BEGIN, 10, ROLE_INSPECTOR);

	SET(e, JOURNAL_SIZE, "77");
	SET(e, JOURNAL_ROOT, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
	SET(e, RECEIVED, "101");
	SET(e, RESOLVED, "80");
	return e;
}

static struct record_event attending(struct str side)
{
	struct record_event e = event(INSPECTION_DO_ATTEND, 10, ROLE_INSPECTOR);

	e.values[INSPECTION_FIELD_SIDE] = side;
	SET(e, NAME, "Người Mẫu");
	SET(e, POSITION, "Phó Giám đốc");
	return e;
}

static struct record_event finding(void)
{
	struct record_event e = event(INSPECTION_DO_FINDING, 10, ROLE_INSPECTOR);

	SET(e, AREA, "digital_government");
	SET(e, SEVERITY, "moderate");
	SET(e, TEXT, "Phần mềm chưa tương thích");
	return e;
}

static struct record_event recommendation(void)
{
	struct record_event e = event(INSPECTION_DO_RECOMMEND, 10, ROLE_INSPECTOR);

	SET(e, TEXT, "Kết nối phần mềm");
	SET(e, OWNER, "SMA");
	SET(e, DEADLINE, "2022-10-20");
	SET(e, FINDING, "1");
	return e;
}

/* A step about recommendation 1. */
static struct record_event about(int verb, int day, enum role by)
{
	struct record_event e = event(verb, day, by);

	SET(e, RECOMMENDATION, "1");
	if (verb == INSPECTION_DO_SEND_BACK)
		SET(e, REASON, "Chưa đủ");
	else
		SET(e, TEXT, "Nội dung");
	if (verb == INSPECTION_DO_REMEDY)
		SET(e, EVIDENCE, "Báo cáo số 5");
	return e;
}

static struct record_event signature(int verb, enum role by)
{
	struct record_event e = event(verb, 11, by);

	SET(e, NAME, "Người Ký");
	SET(e, POSITION, "Giám đốc");
	return e;
}

static struct record_event conclusion(void)
{
	struct record_event e = event(INSPECTION_DO_CONCLUDE, 14, ROLE_HOME_AFFAIRS);

	SET(e, NUMBER, "4/KL-SNV");
	SET(e, DATE, "2022-10-14");
	SET(e, TEXT, "Kết luận");
	return e;
}

/* An inspection that came as far as `state`. */
static void bring_to(struct inspection *x, enum inspection_state state)
{
	const struct record_event way[] = { opening(), member(S("A"), S("SNV"), S("leader")),
		member(S("B"), S("STP"), S("member")), decision(), notice(), declaration(), beginning(),
		attending(S("team")), attending(S("unit")), finding(), recommendation(),
		signature(INSPECTION_DO_SIGN_TEAM, ROLE_INSPECTOR),
		signature(INSPECTION_DO_SIGN_UNIT, ROLE_LEADER), conclusion() };

	for (size_t i = 0; i < COUNT(way) && x->base.state < (int)state; i++)
		if (!take(x, &way[i]))
			return;
	CHECK_INT(x->base.state, state);
}
/* The same, with everything that a session records. */
static void bring_past(struct inspection *x, enum inspection_state state)
{
	bring_to(x, INSPECTION_IS_SESSION);
	const struct record_event more[] = { attending(S("team")), attending(S("unit")), finding(),
		recommendation() };

	for (size_t i = 0; i < COUNT(more); i++)
		CHECK(take(x, &more[i]));
	if (state >= INSPECTION_IS_MINUTED) {
		const struct record_event team = signature(INSPECTION_DO_SIGN_TEAM, ROLE_INSPECTOR),
					  unit = signature(INSPECTION_DO_SIGN_UNIT, ROLE_LEADER);
		CHECK(take(x, &team) && take(x, &unit));
	}
}

static void refused(const struct inspection *x, struct record_event e, enum msg why, int field)
{
	struct record_refusal r = judge(x, &e, NULL);

	CHECK(r.refused);
	CHECK_INT(r.why, why);
	CHECK_INT(r.field, field);
}
/* In an arena: it is too large for a stack. */
#define INSPECTION(x) \
	ARENA arena_of_##x = { 0 }; \
	struct inspection *x = NEW(&arena_of_##x, struct inspection)
#define AT(name) INSPECTION_FIELD_##name

TEST(an_inspection_from_plan_to_verified_remedy)
{
	INSPECTION(x);
	const struct record_event end[] = { conclusion(), about(INSPECTION_DO_ACCEPT, 15, ROLE_LEADER),
		about(INSPECTION_DO_REMEDY, 18, ROLE_LEADER),
		about(INSPECTION_DO_SEND_BACK, 19, ROLE_INSPECTOR),
		about(INSPECTION_DO_REMEDY, 20, ROLE_HEAD_OF_UNIT),
		about(INSPECTION_DO_VERIFY, 21, ROLE_INSPECTOR),
		event(INSPECTION_DO_CLOSE, 22, ROLE_HOME_AFFAIRS) };

	bring_past(x, INSPECTION_IS_MINUTED);
	CHECK_INT(inspection_open_recommendations(x), 1);
	refused(x, event(INSPECTION_DO_CLOSE, 14, ROLE_HOME_AFFAIRS), MSG_record_not_now, RECORD_NO_FIELD);
	for (size_t i = 0; i < COUNT(end); i++) {
		if (end[i].verb == INSPECTION_DO_CLOSE)
			CHECK_INT(inspection_open_recommendations(x), 0);
		CHECK(take(x, &end[i]));
	}
	CHECK_INT(x->base.state, INSPECTION_IS_CLOSED);
	CHECK_INT(x->recommendations[0].state, REMEDY_VERIFIED);
	CHECK_STR(x->recommendations[0].sent_back, S("Chưa đủ"));
	CHECK_STR(inspection_leader(x)->name, S("A"));
	CHECK_INT(inspection_differences(x), 1);
	CHECK(inspection_figure_differs(&x->declared, &x->computed, INSPECTION_RECEIVED));
	CHECK(!inspection_figure_differs(&x->declared, &x->computed, INSPECTION_PROCEDURES));
}

TEST(figures_that_do_not_balance_are_refused_with_the_identity)
{
	static const struct {
		enum inspection_figure figure;
		const char *n;
		enum msg why;
		int at;
	} cases[] = { { INSPECTION_RECEIVED_NEW, "91", MSG_inspection_received_is_new_and_carried,
			      AT(RECEIVED) },
		{ INSPECTION_IN_PROGRESS, "21", MSG_inspection_received_is_resolved_and_open, AT(RECEIVED) },
		{ INSPECTION_LATE, "0", MSG_inspection_resolved_is_in_time_and_late, AT(RESOLVED) },
		{ INSPECTION_INTER_AGENCY, "6", MSG_inspection_inter_at_most_procedures, AT(PROCEDURES) } };
	INSPECTION(x);

	bring_to(x, INSPECTION_IS_NOTIFIED);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record_event e = declaration();
		e.values[inspection_figure_field(cases[i].figure)] = str_of(cases[i].n);
		refused(x, e, cases[i].why, cases[i].at);
	}
	struct record_event e = declaration();
	SET(e, WITHIN_DEADLINE, "19");
	SET(e, OVERDUE, "2");
	refused(x, e, MSG_inspection_open_is_within_and_overdue, AT(IN_PROGRESS));
	e = declaration();
	SET(e, INTER_AGENCY, "5");
	SET(e, SAME_LEVEL, "1");
	SET(e, CROSS_LEVEL, "3");
	refused(x, e, MSG_inspection_inter_is_same_and_cross, AT(INTER_AGENCY));
	e = declaration();
	SET(e, ONLINE_3, "3");
	SET(e, ONLINE_4, "3");
	refused(x, e, MSG_inspection_online_at_most_procedures, AT(PROCEDURES));
}

/* The figures of the article balance as far as it tells them. */
TEST(the_figures_of_the_article_balance)
{
	struct inspection_figures f = { .given = true };

	f.known[INSPECTION_RECEIVED] = f.known[INSPECTION_RECEIVED_NEW] = f.known[INSPECTION_CARRIED_OVER] =
		true;
	f.known[INSPECTION_RESOLVED] = f.known[INSPECTION_IN_PROGRESS] = true;
	f.n[INSPECTION_RECEIVED] = 15726;
	f.n[INSPECTION_RECEIVED_NEW] = 15383;
	f.n[INSPECTION_CARRIED_OVER] = 343;
	f.n[INSPECTION_RESOLVED] = 15706;
	f.n[INSPECTION_IN_PROGRESS] = 20;
	CHECK(!inspection_balance(&f).refused);
	f.n[INSPECTION_IN_PROGRESS] = 21;
	CHECK(inspection_balance(&f).refused);
}

static bool within(const void *tree, struct str agency, struct str root)
{
	(void)tree;
	return str_eq(agency, S("SMA.1")) && str_eq(root, S("SMA"));
}

TEST(teams_have_one_leader_others_and_nobody_of_the_unit)
{
	const struct inspection_env env = { .scope = { within, NULL } };
	INSPECTION(x);
	struct record_event first = opening(), leader = member(S("A"), S("SNV"), S("leader")),
			    inside = member(S("C"), S("SMA"), S("member")),
			    below = member(S("C"), S("SMA.1"), S("member"));

	CHECK(take(x, &first));
	refused(x, decision(), MSG_inspection_no_leader, RECORD_NO_FIELD);
	CHECK_INT(judge(x, &inside, NULL).why, MSG_inspection_member_of_the_unit);
	CHECK_INT(judge(x, &below, &env).why, MSG_inspection_member_of_the_unit);
	CHECK_INT(judge(x, &below, &env).field, AT(BODY));
	CHECK(take(x, &leader));
	refused(x, decision(), MSG_inspection_no_members, RECORD_NO_FIELD);
	refused(x, leader, MSG_inspection_two_leaders, AT(PART));
	refused(x, member(S("A"), S("SNV"), S("member")), MSG_inspection_member_twice, AT(NAME));
	struct record_event conflict = event(INSPECTION_DO_CONFLICT, 2, ROLE_INSPECTOR);
	SET(conflict, MEMBER, "2");
	SET(conflict, REASON, "Có người thân công tác tại đơn vị");
	refused(x, conflict, MSG_inspection_no_such_member, AT(MEMBER));
	SET(conflict, MEMBER, "1");
	CHECK(take(x, &conflict));
	refused(x, conflict, MSG_inspection_member_released, AT(MEMBER));
	refused(x, decision(), MSG_inspection_no_leader, RECORD_NO_FIELD);
}

TEST(days_and_hours_must_follow_each_other)
{
	const struct inspection_env taken = { .session_taken = true };
	INSPECTION(x);
	struct record_event e = opening();

	SET(e, PERIOD_TO, "2021-12-31");
	refused(x, e, MSG_inspection_period_backwards, AT(PERIOD_TO));
	bring_to(x, INSPECTION_IS_DECIDED);
	e = notice();
	SET(e, DATE, "2022-10-02");
	refused(x, e, MSG_inspection_before_decision, AT(DATE));
	e = notice();
	SET(e, FROM, "2022-10-03 08:00");
	refused(x, e, MSG_inspection_session_before_notice, AT(FROM));
	e = notice();
	SET(e, TO, "2022-10-10 08:00");
	refused(x, e, MSG_inspection_session_backwards, AT(TO));
	e = notice();
	CHECK_INT(judge(x, &e, &taken).why, MSG_inspection_session_taken);
	CHECK(take(x, &e));
}

TEST(sessions_need_frozen_figures_unless_the_unit_only_declares)
{
	INSPECTION(x);
	struct record_event e = event(INSPECTION_DO_BEGIN, 10, ROLE_INSPECTOR);

	bring_to(x, INSPECTION_IS_NOTIFIED);
	refused(x, e, MSG_inspection_figures_not_frozen, RECORD_NO_FIELD);
	e = beginning();
	e.happened = on(9);
	refused(x, e, MSG_inspection_session_not_yet, RECORD_NO_FIELD);
	e = event(INSPECTION_DO_BEGIN, 10, ROLE_INSPECTOR);
	x->declared_only = true;
	CHECK(take(x, &e));
	CHECK(!x->computed.given);
}

TEST(minutes_and_conclusions_come_in_order)
{
	INSPECTION(x);
	struct record_event e;

	bring_to(x, INSPECTION_IS_SESSION);
	refused(x, signature(INSPECTION_DO_SIGN_TEAM, ROLE_INSPECTOR), MSG_inspection_nobody_attended,
		RECORD_NO_FIELD);
	refused(x, conclusion(), MSG_inspection_no_minutes, RECORD_NO_FIELD);
	e = signature(INSPECTION_DO_SIGN_UNIT, ROLE_LEADER);
	refused(x, e, MSG_record_not_now, RECORD_NO_FIELD);
	memset(x, 0, sizeof *x);
	bring_past(x, INSPECTION_IS_MINUTED);
	refused(x, finding(), MSG_record_not_now, RECORD_NO_FIELD);
	e = conclusion();
	SET(e, DATE, "2022-10-10");
	refused(x, e, MSG_inspection_before_minutes, AT(DATE));
	e = conclusion();
	e.by = ROLE_LEADER;
	refused(x, e, MSG_record_not_your_role, RECORD_NO_FIELD);
}

TEST(recommendations_have_owner_deadline_and_a_way)
{
	static const int needed[] = { AT(OWNER), AT(DEADLINE), AT(TEXT) };
	INSPECTION(x);
	struct record_event e;

	bring_past(x, INSPECTION_IS_SESSION);
	for (size_t i = 0; i < COUNT(needed); i++) {
		e = recommendation();
		e.values[needed[i]] = (struct str){ 0 };
		refused(x, e, MSG_record_missing, needed[i]);
	}
	e = recommendation();
	SET(e, DEADLINE, "2022-10-10");
	refused(x, e, MSG_inspection_deadline_passed, AT(DEADLINE));
	e = recommendation();
	SET(e, FINDING, "9");
	refused(x, e, MSG_inspection_no_such_finding, AT(FINDING));
	const struct record_event team = signature(INSPECTION_DO_SIGN_TEAM, ROLE_INSPECTOR),
				  unit = signature(INSPECTION_DO_SIGN_UNIT, ROLE_LEADER);
	CHECK(take(x, &team) && take(x, &unit));
	refused(x, about(INSPECTION_DO_REMEDY, 12, ROLE_LEADER), MSG_inspection_not_accepted_yet,
		AT(RECOMMENDATION));
	refused(x, about(INSPECTION_DO_VERIFY, 12, ROLE_INSPECTOR), MSG_inspection_not_accepted_yet,
		AT(RECOMMENDATION));
	e = about(INSPECTION_DO_ACCEPT, 12, ROLE_LEADER);
	CHECK(take(x, &e));
	refused(x, e, MSG_inspection_accepted_already, AT(RECOMMENDATION));
	refused(x, about(INSPECTION_DO_VERIFY, 12, ROLE_INSPECTOR), MSG_inspection_not_reported_yet,
		AT(RECOMMENDATION));
	daynum deadline = x->recommendations[0].deadline;
	CHECK(!inspection_is_overdue(&x->recommendations[0], deadline));
	CHECK(inspection_is_overdue(&x->recommendations[0], deadline + 1));
}

TEST(a_sample_is_drawn_once_and_only_its_dossiers_are_checked)
{
	INSPECTION(x);
	struct record_event e = event(INSPECTION_DO_DRAW, 10, ROLE_INSPECTOR), c;

	bring_to(x, INSPECTION_IS_SESSION);
	SET(e, SEED, "2022-10-10");
	SET(e, SIZE, "2");
	SET(e, CODES, "H54.1-221001-0001 H54.1-221002-0002");
	SET(e, JOURNAL_SIZE, "77");
	CHECK(take(x, &e));
	CHECK_INT(x->checks_n, 2);
	refused(x, e, MSG_inspection_sample_drawn, RECORD_NO_FIELD);
	c = event(INSPECTION_DO_CHECK, 10, ROLE_INSPECTOR);
	SET(c, DOSSIER, "H54.1-221009-0009");
	SET(c, RESULT, "faulty");
	refused(x, c, MSG_inspection_not_in_sample, AT(DOSSIER));
	SET(c, DOSSIER, "H54.1-221002-0002");
	CHECK(take(x, &c));
	CHECK(x->checks[1].checked && x->checks[1].result == INSPECTION_FAULTY && !x->checks[0].checked);
}

TEST(the_files_of_steps_are_kept_apart)
{
	INSPECTION(x);
	struct record_event e = finding();

	bring_to(x, INSPECTION_IS_SESSION);
	SET(e, EVIDENCE_FILE, "f1");
	SET(e, NAME, "a.pdf");
	CHECK(take(x, &e));
	e = event(INSPECTION_DO_EXPLAIN, 10, ROLE_LEADER);
	e.values[INSPECTION_FIELD_FINDING] = S("1");
	SET(e, TEXT, "Giải trình");
	SET(e, EVIDENCE_FILE, "f2");
	SET(e, NAME, "b.pdf");
	CHECK(take(x, &e));
	CHECK_STR(x->findings[0].file.hash, S("f1"));
	CHECK_STR(x->findings[0].file.name, S("a.pdf"));
	CHECK_STR(x->findings[0].explanation_file.hash, S("f2"));
	CHECK_STR(x->findings[0].explanation_file.name, S("b.pdf"));
	CHECK(!x->report_file.hash.n);
	e = attending(S("team"));
	SET(e, EVIDENCE_FILE, "f3");
	refused(x, e, MSG_record_surplus, AT(EVIDENCE_FILE));
}
