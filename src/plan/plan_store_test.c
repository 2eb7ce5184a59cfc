/* Plans against a real engine, which is made to fail at every step. */
#include "agency/fixture_testing.h"
#include "plan/plan_sample.h"
#include "plan/plan_store.h"

#define FIXTURE(f) FIXTURE_OF(f, fixture_now(), FIXTURE_AGENCIES)

static const struct record_type *const types[] = { &plan_province_type, &plan_agency_type,
	&plan_inspection_type, NULL };

static struct record_run run_of(
	struct fixture *f, const struct record_type *type, int64_t record, const char *text)
{
	struct record_run r = { .type = type, .event = plan_step(&f->a, type->kind, text) };

	r.event.record = record;
	return r;
}

/* Runs steps; all must be accepted. The number of the record. */
static int64_t play(struct fixture *f, const struct record_type *type, const char *const *steps, size_t n)
{
	int64_t record = 0;

	for (size_t i = 0; i < n; i++) {
		struct record_run r = run_of(f, type, record, steps[i]);
		const struct fault *fault = record_run(&f->w, &r);

		test_check(!fault && !r.refusal.refused, __FILE__, __LINE__, "\"%s\": %s", steps[i],
			fault ? fault->what.p : msg_text(LANG_EN, r.refusal.why).p);
		record = r.number;
	}
	return record;
}

static const char *const reform_steps[] = { "begin title=Kế hoạch CCHC năm 2022|year=2022|issuer=SMA",
	"add_task area=2|task_title=Rà soát thủ tục|owner=SMA|due=30/09/2022|person=Trần Thị Mẫu",
	"add_task area=6|task_title=Số hóa|owner=SMB|due=31/12/2022", "issue sign=5/KH-SMA|date=20/01/2022",
	"progress task=2|percent=100|day=01/12/2022|evidence=/so-lieu" };
#define PERIOD "period_from=01/01/2022|period_to=30/09/2022"
#define INSPECTIONS "begin title=Kế hoạch kiểm tra|year=2022|sign=1296/KH-SNV|date=27/06/2022"
static const char inspections[] = INSPECTIONS "|" PERIOD "|method=direct|content_2=1";
static const char *const inspection_steps[] = { inspections, "add_unit unit=SMA|day=25/10/2022",
	"add_unit unit=SMB|month=11", "issue " };

TEST(plans_are_listed_with_their_counts)
{
	FIXTURE(f);
	int64_t reform = play(&f, &plan_agency_type, reform_steps, COUNT(reform_steps)),
		inspection = play(&f, &plan_inspection_type, inspection_steps, COUNT(inspection_steps));
	const struct plan_row *rows;
	int years[4];
	size_t n;

	CHECK_OK(plan_list(&f.db, PLAN_OF_AGENCY, 2022, day_of(f.w.now), &rows, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(rows[0].number, reform);
	CHECK_STR(rows[0].agency, S("SMA"));
	CHECK_STR(rows[0].sign, S("5/KH-SMA"));
	CHECK_STR(rows[0].state, S("issued"));
	CHECK_INT(rows[0].tasks, 2);
	CHECK_INT(rows[0].done, 1);
	CHECK_INT(rows[0].overdue, 1);
	CHECK_OK(plan_list(&f.db, PLAN_OF_INSPECTIONS, 0, day_of(f.w.now), &rows, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(rows[0].number, inspection);
	CHECK_INT(rows[0].units, 2);
	CHECK_OK(plan_list(&f.db, PLAN_OF_AGENCY, 2021, day_of(f.w.now), &rows, &n));
	CHECK_INT(n, 0);
	CHECK_OK(plan_years(&f.db, years, COUNT(years), &n));
	CHECK_INT(n, 1);
	CHECK_INT(years[0], 2022);
}

TEST(what_waits_is_what_is_issued_and_open)
{
	FIXTURE(f);
	int64_t plan = play(&f, &plan_agency_type, reform_steps, COUNT(reform_steps));
	const struct plan_waiting *list;
	size_t n;

	(void)play(&f, &plan_agency_type, reform_steps, 3);
	CHECK_OK(plan_waiting(&f.db, day_of(f.w.now) + PLAN_SOON_DAYS, &list, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(list[0].plan, plan);
	CHECK_INT(list[0].item, 1);
	CHECK_STR(list[0].title, S("Rà soát thủ tục"));
}

TEST(one_issued_plan_of_an_agency_and_year)
{
	FIXTURE(f);
	int64_t first = play(&f, &plan_agency_type, reform_steps, COUNT(reform_steps)),
		second = play(&f, &plan_agency_type, reform_steps, 3);
	struct record_run issue =
		run_of(&f, &plan_agency_type, second, "issue sign=6/KH-SMA|date=20/01/2022");

	CHECK_OK(record_run(&f.w, &issue));
	CHECK_INT(issue.refusal.why, MSG_plan_taken);
	struct record_run withdraw = run_of(&f, &plan_agency_type, first, "withdraw reason=Ban hành lại");

	CHECK_OK(record_run(&f.w, &withdraw));
	issue = run_of(&f, &plan_agency_type, second, "issue sign=6/KH-SMA|date=20/01/2022");
	CHECK_OK(record_run(&f.w, &issue));
	CHECK_INT(issue.refusal.refused, false);
	/* The province's own plan of that year is another kind. */
	static const char *const province[] = { "begin title=Kế hoạch tỉnh|year=2022",
		"add_task area=2|task_title=A|owner=SMB|due=30/09/2022",
		"issue sign=7/KH-UBND|date=20/01/2022" };
	CHECK(play(&f, &plan_province_type, province, COUNT(province)) > 0);
}

TEST(agencies_must_be_in_the_journal)
{
	FIXTURE(f);
	int64_t plan = play(&f, &plan_inspection_type, inspection_steps, 1);
	struct record_run r = run_of(&f, &plan_inspection_type, plan, "add_unit unit=KHONGCO|month=11");

	CHECK_OK(record_run(&f.w, &r));
	CHECK_INT(r.refusal.why, MSG_plan_unit_unknown);
	CHECK_INT(r.refusal.field, INSPECTION_PLAN_UNIT);
	r = run_of(&f, &plan_inspection_type, plan, "add_body body=KHONGCO|duty=leads");
	CHECK_OK(record_run(&f.w, &r));
	CHECK_INT(r.refusal.why, MSG_record_bad_agency);
}

TEST(inspections_load_their_plan)
{
	FIXTURE(f);
	int64_t number = play(&f, &plan_inspection_type, inspection_steps, COUNT(inspection_steps)),
		other = play(&f, &plan_agency_type, reform_steps, 1);
	const struct plan_inspection *p;
	struct record_row row;
	enum plan_which which;
	bool found;

	CHECK_OK(plan_inspection_load(&f.db, number, &p));
	CHECK_OR_STOP(p != NULL);
	CHECK_STR(p->sign, S("1296/KH-SNV"));
	CHECK_INT(p->date, day_from_civil((struct civil){ 2022, 6, 27 }));
	CHECK(plan_inspection_is_open(p));
	CHECK(plan_inspection_unit(p, S("SMB")) != NULL);
	CHECK_OK(plan_inspection_load(&f.db, other, &p));
	CHECK(p == NULL);
	CHECK_OK(plan_find(&f.db, other, &which, &row, &found));
	CHECK(found && which == PLAN_OF_AGENCY);
	CHECK_OK(plan_find(&f.db, 9999, &which, &row, &found));
	CHECK(!found);
}

TEST(names_are_sealed)
{
	FIXTURE(f);
	JOURNAL_CURSOR c = { 0 };
	int64_t size;
	bool more = true;

	(void)play(&f, &plan_agency_type, reform_steps, COUNT(reform_steps));
	CHECK_OK(journal_size(&f.db, &size));
	CHECK_OK(journal_read(&f.db, 0, size, &c));
	while (more) {
		CHECK_OK(journal_next(&c, &more));
		CHECK(!more || str_find(c.row.bytes, S("Trần Thị Mẫu")) == c.row.bytes.n);
	}
}

/* How many rows the tables of plans hold. */
static int64_t rows_of(struct fixture *f)
{
	const struct plan_waiting *list;
	const struct plan_row *rows;
	size_t tasks, n, sum = 0;

	if (plan_waiting(&f->db, INT32_MAX, &list, &tasks))
		abort();
	for (int k = 0; k < PLAN_KINDS; k++) {
		if (plan_list(&f->db, (enum plan_which)k, 0, 0, &rows, &n))
			abort();
		for (size_t i = 0; i < n; i++)
			sum += 1 + (size_t)rows[i].tasks + (size_t)rows[i].units;
	}
	return (int64_t)(tasks + sum);
}

TEST(tables_are_made_again_from_the_journal)
{
	static const struct query spoil[] = { { "a", "DELETE FROM plan_task", 0, 0 },
		{ "b", "INSERT INTO plan_unit (plan, item, unit, month, day) VALUES (1, 1, 'x', 1, 0)", 0,
			0 },
		{ "c", "INSERT INTO plan_head (plan, sign, signed_on) VALUES (1, 'x', 0)", 0, 0 },
		{ "d", "UPDATE plan_head SET sign = 'y'", 0, 0 } };
	FIXTURE(f);
	int64_t before;

	(void)play(&f, &plan_agency_type, reform_steps, COUNT(reform_steps));
	(void)play(&f, &plan_inspection_type, inspection_steps, COUNT(inspection_steps));
	before = rows_of(&f);
	for (size_t i = 0; i < COUNT(spoil); i++)
		CHECK_OK(db_exec(&f.db, &spoil[i], NULL));
	CHECK(rows_of(&f) != before);
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_INT(rows_of(&f), before);
	const struct plan_row *rows;
	size_t n;

	CHECK_OK(plan_list(&f.db, PLAN_OF_AGENCY, 0, 0, &rows, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_STR(rows[0].sign, S("5/KH-SMA"));
}

static const struct fault *interrupted(struct fixture *f, struct record_run *run, int64_t steps)
{
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = record_run(&f->w, run);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	return failed;
}

/* Fails after 1, 2, 3 … steps of the engine until the command gets through. */
static const struct fault *try_until_done(
	struct fixture *f, struct record_run again, int64_t *tries, int64_t *number)
{
	struct journal before = f->journal;
	int64_t size, rows = rows_of(f);
	struct str complaint;

	for (int64_t steps = 1;; steps++, ++*tries) {
		struct record_run run = again;
		const struct fault *failed = interrupted(f, &run, steps);

		TRY(journal_size(&f->db, &size));
		if (!failed || size > before.tree.size) {
			TRY(record_examine(&f->db, types, &complaint));
			CHECK_STR(complaint, S(""));
			CHECK_INT(run.refusal.refused, false);
			CHECK_INT(size, before.tree.size + 1);
			*number = run.number;
			return NULL;
		}
		CHECK_INT(size, before.tree.size);
		CHECK_INT(rows_of(f), rows);
		f->journal = before;
	}
}

static void fail_everywhere(const struct record_type *type, const char *const *steps, size_t n)
{
	FIXTURE(f);
	int64_t record = 0, tries = 0;

	for (size_t i = 0; i < n; i++)
		CHECK_OK(try_until_done(&f, run_of(&f, type, record, steps[i]), &tries, &record));
	CHECK(tries > 100);
	printf("# %lld failure points\n", (long long)tries);
}

TEST(wherever_the_engine_fails_all_happened_or_nothing)
{
	fail_everywhere(&plan_agency_type, reform_steps, COUNT(reform_steps));
	fail_everywhere(&plan_inspection_type, inspection_steps, COUNT(inspection_steps));
}
