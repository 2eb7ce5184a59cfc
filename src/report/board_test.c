#include "report/board.h"
#include "calendar/sample.h"

/* Two agencies, two reports a year each, on 01/07/2022. */
struct scene {
	struct agency_version agencies[2];
	struct report_regime versions[2];
	struct agency_tree tree;
	struct report_regimes regimes;
	const struct calendar *calendar[3];
	bool in[3];
	struct board_request rq;
};

static void set(struct arena *a, struct scene *s)
{
	struct holidays h = sample_holidays(a);

	s->agencies[0] =
		(struct agency_version){ .code = S("SMA"), .kind = S("so"), .level = LEVEL_PROVINCE };
	s->agencies[1] = (struct agency_version){
		.valid = { .position = 1 }, .code = S("SMB"), .kind = S("so"), .level = LEVEL_PROVINCE
	};
	s->versions[0] = (struct report_regime){ .code = S("Q1"),
		.series = S("CCHC"),
		.owes = S("province"),
		.period = REPORT_PERIOD_QUARTER_1,
		.due_day = 15 };
	s->versions[1] = (struct report_regime){ .code = S("H1"),
		.series = S("CCHC"),
		.owes = S("province"),
		.period = REPORT_PERIOD_HALF_1,
		.due_day = 15 };
	s->tree = agency_tree_of(a, s->agencies, 2);
	s->regimes = report_regimes_of(a, s->versions, 2);
	CHECK_INT(calendar_build(a, NULL, &h, &s->calendar[0]), WORK_TIME_FINE);
	s->calendar[1] = s->calendar[2] = s->calendar[0];
	s->in[1] = s->in[2] = true;
	s->rq = (struct board_request){ .regimes = &s->regimes,
		.agencies = &s->tree,
		.calendars = s->calendar,
		.in = s->in,
		.year = 2022,
		.today = sample_day(20220701) };
}

TEST(duties_are_joined_with_reports_and_reminders)
{
	const struct report_filed filed[] = {
		{ .number = 7,
			.regime = S("Q1"),
			.series = S("CCHC"),
			.agency = S("SMA"),
			.year = 2022,
			.turn = 1,
			.state = REPORT_ACCEPTED,
			.first_day = sample_day(20220318),
			.due = sample_day(20220315) },
		{ .number = 8,
			.regime = S("H1"),
			.series = S("CCHC"),
			.agency = S("SMA"),
			.year = 2022,
			.turn = 1,
			.state = REPORT_DRAFT,
			.due = sample_day(20220615) },
		{ .number = 9,
			.regime = S("H1"),
			.series = S("CCHC"),
			.agency = S("SMB"),
			.year = 2022,
			.turn = 1,
			.state = REPORT_SUBMITTED,
			.first_day = sample_day(20220617),
			.due = sample_day(20220617) }, /* the due day as it was then */
		{ .number = 10,
			.regime = S("H1"),
			.series = S("CCHC"),
			.agency = S("SMB"),
			.year = 2021,
			.turn = 1 },
	};
	const struct report_reminded sent[] = {
		{ S("H1"), S("SMA"), 2022, 1, sample_day(20220610) },
		{ S("H1"), S("SMA"), 2022, 1, sample_day(20220620) },
		{ S("H1"), S("SMA"), 2021, 1, sample_day(20220630) },
	};
	ARENA a = { 0 };
	struct scene s;

	set(&a, &s);
	s.rq.filed = filed;
	s.rq.filed_n = COUNT(filed);
	s.rq.reminders = sent;
	s.rq.reminders_n = COUNT(sent);
	struct board b = board_of(&a, &s.rq);

	CHECK_INT(b.n, 4);
	CHECK_INT(b.duties[0].filed->number, 7);
	CHECK_INT(b.duties[0].p.standing, STANDING_LATE);
	CHECK_INT(b.duties[0].p.days, 3);
	CHECK_INT(b.duties[1].filed->number, 8);
	CHECK_INT(b.duties[1].p.standing, STANDING_OVERDUE); /* a draft is not there yet */
	CHECK_INT(b.duties[1].p.days, 16);
	CHECK_INT(b.duties[1].reminded, sample_day(20220620));
	CHECK(b.duties[2].filed == NULL);
	CHECK_INT(b.duties[3].p.standing, STANDING_IN_TIME);
}

TEST(a_board_is_of_chosen_agencies_and_series)
{
	ARENA a = { 0 };
	struct scene s;

	set(&a, &s);
	CHECK_INT(board_of(&a, &s.rq).n, 4);
	s.in[1] = false;
	CHECK_INT(board_of(&a, &s.rq).n, 2);
	s.rq.series = S("KHAC");
	CHECK_INT(board_of(&a, &s.rq).n, 0);
}

TEST(a_year_of_one_agency_and_of_all)
{
	const struct report_filed filed[] = {
		{ .number = 7,
			.regime = S("Q1"),
			.series = S("CCHC"),
			.agency = S("SMA"),
			.year = 2022,
			.turn = 1,
			.state = REPORT_ACCEPTED,
			.first_day = sample_day(20220318),
			.due = sample_day(20220315) },
		{ .number = 9,
			.regime = S("H1"),
			.series = S("CCHC"),
			.agency = S("SMB"),
			.year = 2022,
			.turn = 1,
			.state = REPORT_SUBMITTED,
			.first_day = sample_day(20220617),
			.due = sample_day(20220617) },
	};
	ARENA a = { 0 };
	struct scene s;

	set(&a, &s);
	s.rq.filed = filed;
	s.rq.filed_n = COUNT(filed);
	struct board b = board_of(&a, &s.rq);
	struct punctuality_year one = board_year(&b, 1), all = board_year(&b, 0);

	CHECK_INT(one.owed, 2);
	CHECK_INT(one.late, 1);
	CHECK_INT(one.missing, 1);
	CHECK_INT(all.owed, 4);
	CHECK_INT(all.in_time, 1);
	CHECK_INT(all.missing, 2);
	CHECK_INT(all.days_late, 3);
}

TEST(a_report_for_what_is_owed_no_longer_stays)
{
	const struct report_filed filed[] = { { .number = 7,
		.regime = S("OLD"),
		.name = S("Cũ"),
		.series = S("CCHC"),
		.agency = S("SMA"),
		.year = 2022,
		.turn = 1,
		.state = REPORT_ACCEPTED,
		.first_day = sample_day(20220918),
		.from = sample_day(20220615),
		.to = sample_day(20220914),
		.due = sample_day(20220915) } };
	ARENA a = { 0 };
	struct scene s;

	set(&a, &s);
	s.rq.filed = filed;
	s.rq.filed_n = 1;
	struct board b = board_of(&a, &s.rq);

	CHECK_INT(b.n, 5);
	CHECK_STR(b.duties[2].o.regime->name, S("Cũ"));
	CHECK_INT(b.duties[2].o.regime->period, REPORT_PERIOD_QUARTER_3);
	CHECK_INT(b.duties[2].p.standing, STANDING_LATE);
}
