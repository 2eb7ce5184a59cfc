/* Inspections against a real engine: what the law must know of other records, and failure at every step. */
#include "agency/fixture_testing.h"
#include "catalogue/pack.h"
#include "inspection/inspection_bases.h"
#include "inspection/inspection_store.h"

#define SET(e, name, text) ((e).values[INSPECTION_FIELD_##name] = S(text))

static instant on(int day)
{
	return instant_at(day_from_civil((struct civil){ 2022, 10, day }), 8 * 3600);
}

static const struct fault *add_agencies(struct fixture *f)
{
	const struct agency_version rows[] = {
		{ .code = S("SMA"), .name = S("Sở Mẫu A"), .kind = S("so"), .level = LEVEL_PROVINCE },
		{ .code = S("P.1"),
			.name = S("Phòng Mẫu"),
			.parent = S("SMA"),
			.kind = S("phong"),
			.level = LEVEL_PROVINCE },
		{ .code = S("SNV"), .name = S("Sở Nội vụ"), .kind = S("so"), .level = LEVEL_PROVINCE }
	};
	int64_t position;

	for (size_t i = 0; i < COUNT(rows); i++)
		TRY(agency_add(&f->w, &rows[i], S(""), &position));
	return NULL;
}
#define FIXTURE(f) \
	FIXTURE_OF(f, on(20), 0); \
	CHECK_OK(add_agencies(&(f)))

static struct record_run step(int verb, int64_t record, int day)
{
	return (struct record_run){ .type = &inspection_type,
		.event = { .verb = verb,
			.record = record,
			.agency = S("SMA"),
			.by = ROLE_HOME_AFFAIRS,
			.account = 3,
			.actor = S("Người Mẫu"),
			.happened = on(day) } };
}

static struct record_run opening(void)
{
	struct record_run r = step(INSPECTION_DO_OPEN, 0, 1);

	SET(r.event, UNIT, "SMA");
	SET(r.event, TITLE, "Kiểm tra Sở Mẫu A");
	SET(r.event, METHOD, "direct");
	SET(r.event, PERIOD_FROM, "2022-01-01");
	SET(r.event, PERIOD_TO, "2022-10-10");
	SET(r.event, PLAN, "5");
	return r;
}

static struct record_run member(int64_t record, struct str name, struct str body, struct str part)
{
	struct record_run r = step(INSPECTION_DO_MEMBER, record, 2);

	r.event.values[INSPECTION_FIELD_NAME] = name;
	r.event.values[INSPECTION_FIELD_BODY] = body;
	r.event.values[INSPECTION_FIELD_PART] = part;
	SET(r.event, POSITION, "Chuyên viên");
	return r;
}

static struct record_run decision(int64_t record)
{
	struct record_run r = step(INSPECTION_DO_DECIDE, record, 3);

	SET(r.event, NUMBER, "2/QĐ-SNV");
	SET(r.event, DATE, "2022-10-03");
	return r;
}

static struct record_run notice(int64_t record, struct str from, struct str to)
{
	struct record_run r = step(INSPECTION_DO_NOTIFY, record, 4);

	SET(r.event, NUMBER, "3/TB-SNV");
	SET(r.event, DATE, "2022-10-04");
	SET(r.event, PLACE, "Trụ sở");
	r.event.values[INSPECTION_FIELD_FROM] = from;
	r.event.values[INSPECTION_FIELD_TO] = to;
	return r;
}

/* An inspection with a team and a decision; its number. */
static const struct fault *decided(struct fixture *f, int64_t *number)
{
	struct record_run first = opening();

	TRY(record_run(&f->w, &first));
	*number = first.number;
	struct record_run more[] = { member(*number, S("A"), S("SNV"), S("leader")),
		member(*number, S("B"), S("SNV"), S("member")), decision(*number) };

	for (size_t i = 0; i < COUNT(more); i++) {
		TRY(record_run(&f->w, &more[i]));
		CHECK(!more[i].refusal.refused);
	}
	return NULL;
}

TEST(nobody_of_the_unit_or_below_it_inspects)
{
	FIXTURE(f);
	struct record_run first = opening();

	CHECK_OK(record_run(&f.w, &first));
	struct record_run below = member(first.number, S("C"), S("P.1"), S("member")),
			  other = member(first.number, S("C"), S("SNV"), S("member"));

	CHECK_OK(record_run(&f.w, &below));
	CHECK_INT(below.refusal.why, MSG_inspection_member_of_the_unit);
	CHECK_OK(record_run(&f.w, &other));
	CHECK(!other.refusal.refused);
}

TEST(a_unit_has_one_session_at_a_time)
{
	FIXTURE(f);
	int64_t one, other;

	CHECK_OK(decided(&f, &one));
	CHECK_OK(decided(&f, &other));
	struct record_run first = notice(one, S("2022-10-10 08:00"), S("2022-10-10 11:30")),
			  taken = notice(other, S("2022-10-10 11:00"), S("2022-10-10 17:00")),
			  later = notice(other, S("2022-10-10 11:30"), S("2022-10-10 17:00"));

	CHECK_OK(record_run(&f.w, &first));
	CHECK(!first.refusal.refused);
	CHECK_OK(record_run(&f.w, &taken));
	CHECK_INT(taken.refusal.why, MSG_inspection_session_taken);
	CHECK_OK(record_run(&f.w, &later));
	CHECK(!later.refusal.refused);
	/* A cancelled inspection gives its time back. */
	struct record_run cancel = step(INSPECTION_DO_CANCEL, one, 5), third;
	SET(cancel.event, REASON, "Hoãn");
	CHECK_OK(record_run(&f.w, &cancel));
	CHECK_OK(decided(&f, &one));
	third = notice(one, S("2022-10-10 08:00"), S("2022-10-10 11:30"));
	CHECK_OK(record_run(&f.w, &third));
	CHECK(!third.refusal.refused);
}

TEST(plans_know_their_inspections_also_after_a_rebuild)
{
	static const struct record_type *const types[] = { &inspection_type, NULL };
	FIXTURE(f);
	const struct inspection_of_plan *list;
	int64_t number;
	size_t n;

	CHECK_OK(decided(&f, &number));
	for (int round = 0; round < 2; round++) {
		CHECK_OK(inspection_list_of_plan(&f.db, 5, &list, &n));
		CHECK_OR_STOP(n == 1);
		CHECK_INT(list[0].inspection, number);
		CHECK_STR(list[0].state, S("decided"));
		CHECK_OK(record_rebuild(&f.w, types));
	}
}

/* Fails after 1, 2, 3 … steps of the engine until the command gets through. */
static const struct fault *try_until_done(struct fixture *f, struct record_run again, int64_t *tries)
{
	struct journal before = f->journal;
	int64_t size;

	for (int64_t steps = 1;; steps++, ++*tries) {
		struct record_run run = again;
		TX tx = { 0 };

		TRY(tx_begin(&f->db, &tx));
		db_fail_after(&f->db, steps);
		const struct fault *failed = record_run(&f->w, &run);
		if (!failed)
			failed = tx_commit(&tx);
		db_fail_after(&f->db, 0);
		tx_end(&tx);
		TRY(journal_size(&f->db, &size));
		if (!failed || size > before.tree.size) {
			CHECK_INT(size, before.tree.size + 1);
			return NULL;
		}
		CHECK_INT(size, before.tree.size);
		f->journal = before;
	}
}

TEST(wherever_the_engine_fails_all_happened_or_nothing)
{
	FIXTURE(f);
	struct str complaint;
	static const struct record_type *const types[] = { &inspection_type, NULL };
	int64_t number = f.journal.tree.size + 1, tries = 0;

	CHECK_OK(try_until_done(&f, opening(), &tries));
	CHECK_OK(try_until_done(&f, member(number, S("A"), S("SNV"), S("leader")), &tries));
	CHECK_OK(try_until_done(&f, member(number, S("B"), S("SNV"), S("member")), &tries));
	CHECK_OK(try_until_done(&f, decision(number), &tries));
	CHECK_OK(try_until_done(&f, notice(number, S("2022-10-10 08:00"), S("2022-10-10 11:30")), &tries));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK(tries > 200);
	printf("# %lld failure points\n", (long long)tries);
}

TEST(the_bases_that_the_program_brings_are_readable)
{
	ARENA a = { 0 };
	struct inspection_bases b = { 0 };
	daynum then = 0;
	int cited = 0;

	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, S("vn/legal-bases.csv")))
			CHECK_OK(inspection_bases_read(&a, pack[i].raw, &b));
	CHECK(parse_day(S("2022-10-03"), &then));
	for (int i = 0; i < b.n; i++)
		cited += inspection_basis_holds(&b.list[i], then);
	CHECK_INT(cited, 2); /* the law of 2015 and the programme of 2021 */
}
