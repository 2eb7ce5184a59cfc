/* Reports against a real engine, which is made to fail at every step. */
#include "report/report_store.h"
#include "exchange/import_sample.h"
#include "report/report_sql.h"

static const struct record_type *const types[] = { &report_type, &reminder_type, NULL };

static struct record_event opening(const char *agency)
{
	struct record_event e = { .verb = REPORT_OPEN,
		.by = ROLE_LEADER,
		.agency = str_of(agency),
		.account = 3,
		.actor = S("Nguyễn Văn Mẫu") };

	e.values[REPORT_F_REGIME] = S("CCHC.Q1");
	e.values[REPORT_F_NAME] = S("Báo cáo quý I");
	e.values[REPORT_F_SERIES] = S("CCHC");
	e.values[REPORT_F_YEAR] = S("2022");
	e.values[REPORT_F_TURN] = S("1");
	e.values[REPORT_F_FROM] = S("2021-09-15");
	e.values[REPORT_F_TO] = S("2021-12-14");
	e.values[REPORT_F_DUE] = S("2021-12-15");
	e.values[REPORT_F_OUTLINE] = S("CCHC");
	return e;
}

static void fill_texts(struct str *texts)
{
	const struct outline *o = outline_of(S("CCHC"));

	for (int i = 0; i < o->n; i++)
		texts[i] = o->sections[i].needed ? S("Nội dung mẫu") : S("");
}

static struct record_run stepping(int64_t record, enum report_verb verb, enum role by)
{
	return (struct record_run){ .type = &report_type,
		.event = { .verb = (int)verb,
			.record = record,
			.by = by,
			.account = 3,
			.actor = S("Người Mẫu") } };
}

static struct record_run submission(struct arena *a, int64_t record)
{
	struct record_run run = stepping(record, REPORT_SUBMIT, ROLE_LEADER);
	struct report_figures f = { .journal_size = 3, .journal_root = S("root") };

	report_put_figures(a, &f, &run.event);
	return run;
}

static struct record_run reminding(const char *agency)
{
	struct record_run run = { .type = &reminder_type,
		.event = { .verb = REMINDER_SEND, .by = ROLE_HOME_AFFAIRS, .agency = str_of(agency) } };

	run.event.values[REMINDER_F_REGIME] = S("CCHC.Q1");
	run.event.values[REMINDER_F_NAME] = S("Báo cáo quý I");
	run.event.values[REMINDER_F_YEAR] = S("2022");
	run.event.values[REMINDER_F_TURN] = S("1");
	run.event.values[REMINDER_F_DUE] = S("2021-12-15");
	return run;
}

/* A report with all its needed texts; its number. */
static int64_t drafted(struct fixture *f)
{
	struct str texts[LIMIT_REPORT_SECTIONS] = { 0 };
	struct report_drafting d = { .open = opening("SMA"), .texts = texts, .texts_n = 10 };

	fill_texts(texts);
	CHECK(!report_draft(&f->w, &d));
	CHECK_INT(d.refusal.refused, false);
	return d.number;
}

TEST(a_report_is_drafted_submitted_and_listed)
{
	FIXTURE f = { 0 };
	const struct report_filed *list;
	size_t n;

	CHECK_OK(fixture_open(&f));
	int64_t number = drafted(&f);
	struct record_run submit = submission(&f.a, number);

	CHECK_INT(number, 1);
	CHECK_INT(f.journal.tree.size, 10); /* opened, and nine texts */
	CHECK_OK(record_run(&f.w, &submit));
	CHECK_INT(submit.refusal.refused, false);
	CHECK_OK(report_filed_in(&f.db, 2022, 2022, &list, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(list[0].state, REPORT_SUBMITTED);
	CHECK_INT(list[0].first_day, day("2022-01-04"));
	CHECK_INT(list[0].due, day("2021-12-15"));
	CHECK_INT(list[0].versions, 1);
	CHECK_STR(list[0].agency, S("SMA"));
	CHECK_OK(report_filed_in(&f.db, 2023, 2024, &list, &n));
	CHECK_INT(n, 0);
}

TEST(one_report_for_one_obligation)
{
	FIXTURE f = { 0 };
	struct record_run again = { .type = &report_type, .event = opening("SMA") },
			  other = { .type = &report_type, .event = opening("SMB") };

	CHECK_OK(fixture_open(&f));
	(void)drafted(&f);
	CHECK_OK(record_run(&f.w, &again));
	CHECK_INT(again.refusal.why, MSG_report_no_second);
	CHECK_OK(record_run(&f.w, &other));
	CHECK_INT(other.refusal.refused, false);
}

TEST(a_reminder_once_a_day)
{
	FIXTURE f = { 0 };
	struct record_run first = reminding("SMA"), again = reminding("SMA"), other = reminding("SMB");
	const struct report_reminded *list;
	size_t n;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(record_run(&f.w, &first));
	CHECK_OK(record_run(&f.w, &again));
	CHECK_OK(record_run(&f.w, &other));
	CHECK_INT(first.refusal.refused || other.refusal.refused, false);
	CHECK_INT(again.refusal.why, MSG_report_reminded_today);
	f.w.now += DAY_S;
	CHECK_OK(record_run(&f.w, &again));
	CHECK_INT(again.refusal.refused, false);
	CHECK_OK(report_reminders_in(&f.db, 2022, 2022, &list, &n));
	CHECK_INT(n, 3);
}

TEST(tables_of_reports_are_made_again)
{
	static const struct query spoil = { "spoil", "UPDATE report SET state = 'accepted', first_day = 1", 0,
		0 };
	static const struct query lose = { "lose", "DELETE FROM report_reminder", 0, 0 };
	FIXTURE f = { 0 };
	struct record_run sent = reminding("SMA");
	const struct report_filed *list;
	const struct report_reminded *reminders;
	size_t n;

	CHECK_OK(fixture_open(&f));
	(void)drafted(&f);
	CHECK_OK(record_run(&f.w, &sent));
	CHECK_OK(db_exec(&f.db, &spoil, NULL));
	CHECK_OK(db_exec(&f.db, &lose, NULL));
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_OK(report_filed_in(&f.db, 2022, 2022, &list, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(list[0].state, REPORT_DRAFT);
	CHECK_INT(list[0].first_day, DAYNUM_NONE);
	CHECK_OK(report_reminders_in(&f.db, 2022, 2022, &reminders, &n));
	CHECK_INT(n, 1);
}

/* What is run in the failure loop, and how many reports and reminders there are. */
static const struct fault *interrupted(struct fixture *f, write_command *command, void *arg, int64_t steps)
{
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = command(&f->w, arg);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	return failed;
}

static bool is_sound(struct fixture *f)
{
	struct str complaint = S("unread");

	return !record_examine(&f->db, types, &complaint) && !complaint.n;
}

TEST(wherever_the_engine_fails_a_draft_is_whole_or_not_there)
{
	FIXTURE f = { 0 };
	struct str texts[LIMIT_REPORT_SECTIONS] = { 0 };
	int64_t tries = 0, size = 0;

	CHECK_OK(fixture_open(&f));
	fill_texts(texts);
	struct journal before = f.journal;

	for (int64_t steps = 1; size == 0; steps += 3, tries++) {
		struct report_drafting d = { .open = opening("SMA"), .texts = texts, .texts_n = 10 };
		const struct fault *failed = interrupted(&f, report_draft, &d, steps);

		CHECK_OK(journal_size(&f.db, &size));
		CHECK(is_sound(&f));
		CHECK_INT(size, failed && size == 0 ? 0 : 10);
		if (size == 0)
			f.journal = before;
	}
	CHECK(tries > 50);
}

TEST(wherever_the_engine_fails_a_submission_happened_or_not)
{
	FIXTURE f = { 0 };
	int64_t tries = 0, size = 0;

	CHECK_OK(fixture_open(&f));
	int64_t number = drafted(&f);
	struct journal before = f.journal;

	for (int64_t steps = 1; size <= before.tree.size; steps++, tries++) {
		struct record_run run = submission(&f.a, number);
		const struct report_filed *list;
		size_t n;

		(void)!interrupted(&f, record_run, &run, steps);
		CHECK_OK(journal_size(&f.db, &size));
		CHECK(is_sound(&f));
		CHECK_OK(report_filed_in(&f.db, 2022, 2022, &list, &n));
		CHECK_OR_STOP(n == 1);
		CHECK_INT(list[0].state, size > before.tree.size ? REPORT_SUBMITTED : REPORT_DRAFT);
		if (size <= before.tree.size)
			f.journal = before;
	}
	CHECK(tries > 20);
}
