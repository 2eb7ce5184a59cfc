/* Score sheets against a real engine, which is made to fail at every step. */
#include "exchange/import_agencies.h"
#include "exchange/import_sample.h"
#include "score/score_sample.h"
#include "score/score_store.h"

static const struct record_type *const types[] = { &score_type, NULL };

/* Two departments, a commune, the sample set. */
static const struct fault *open_sample(struct fixture *f)
{
	struct score_set set;

	TRY(fixture_open(f));
	TRY(import_text(f, import_agencies,
		"code,name,short_name,level,kind,parent,source\nT,Tỉnh Mẫu,,province,ubnd,,\n"
		"SMA,Sở Mẫu A,,province,so,T,\nSMB,Sở Mẫu B,,province,so,T,\nXMA,Xã Mẫu A,,commune,xa,T,\n"));
	CHECK_INT(f->job.errors.total, 0);
	f->w.now = instant_at(day("2022-12-05"), DAY_S / 2);
	score_sample_set(&set);
	return score_set_add(&f->w, &set);
}
#define SAMPLE(f) \
	FIXTURE f = { 0 }; \
	CHECK_OK(open_sample(&(f)))

static struct score_opening opening(const struct str *agencies, int n)
{
	struct score_opening x = { .event = score_sample_open(), .agencies = agencies, .agencies_n = n };

	return x;
}

/* Runs a command as the writer does: what asks for undo is taken back. */
static const struct fault *command(struct fixture *f, write_command *act, void *arg)
{
	struct journal before = f->journal;
	SAVEPOINT sp = { 0 };

	f->db.undo = false;
	TRY(savepoint_begin(&f->db, &sp));
	TRY(act(&f->w, arg));
	if (f->db.undo)
		f->journal = before;
	return f->db.undo ? NULL : savepoint_keep(&sp);
}

static const struct str both[] = { S_INIT("SMA"), S_INIT("SMB") };

/* The number of the sheet of an agency; 0: none. */
static int64_t sheet_of(struct fixture *f, const char *agency)
{
	const struct score_result *list;
	int n = 0;

	if (score_results(&f->db, S("MAU"), 2022, &list, &n))
		abort();
	for (int i = 0; i < n; i++)
		if (str_eq(list[i].agency, str_of(agency)))
			return list[i].number;
	return 0;
}

static struct record_refusal steps(struct fixture *f, int64_t number, const struct record_event *e, int n)
{
	struct score_batch x = { .number = number, .events = e, .n = n };

	if (command(f, score_steps, &x) || x.unknown)
		abort();
	return x.refusal;
}

/* A sheet up to its closing by a program that acts for people. */
static void close_sheet(struct fixture *f, int64_t number, const char *points)
{
	struct record_event e[] = {
		score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.1", points),
		score_sample_measure(&f->a, "B.1.1", 97, 100),
		score_sample_event(SCORE_V_SUBMIT, ROLE_SYSTEM, "2022-12-05"),
		score_sample_points(SCORE_V_FIRST, ROLE_HOME_AFFAIRS, "2022-12-05", "A.1.1", points),
		score_sample_points(SCORE_V_FIRST, ROLE_HOME_AFFAIRS, "2022-12-05", "A.1.2", "1"),
		score_sample_points(SCORE_V_FIRST, ROLE_HOME_AFFAIRS, "2022-12-05", "B.1.2", "1"),
		score_sample_points(SCORE_V_FIRST, ROLE_HOME_AFFAIRS, "2022-12-05", "B.2.1", "1"),
		score_sample_event(SCORE_V_END_FIRST, ROLE_HOME_AFFAIRS, "2022-12-05"),
		score_sample_event(SCORE_V_END_EXPLAIN, ROLE_LEADER, "2022-12-05"),
		score_sample_event(SCORE_V_CLOSE, ROLE_HOME_AFFAIRS, "2022-12-05"),
	};

	for (size_t i = 0; i < COUNT(e); i++)
		if (e[i].verb == SCORE_V_FIRST)
			e[i].values[SCORE_F_COMMENT] = S("Theo tài liệu");
	CHECK_INT(steps(f, number, e, COUNT(e)).refused, false);
}

TEST(a_year_is_opened_for_all_or_for_none)
{
	static const struct str mixed[] = { S_INIT("SMA"), S_INIT("XMA") };
	SAMPLE(f);
	struct score_opening bad = opening(mixed, 2), good = opening(both, 2), again = opening(both, 2);
	int64_t size = f.journal.tree.size;

	CHECK_OK(command(&f, score_open_all, &bad));
	CHECK_INT(bad.refusal.why, MSG_score_wrong_level);
	CHECK_STR(bad.refused, S("XMA"));
	CHECK_INT(f.journal.tree.size, size);
	CHECK_INT(sheet_of(&f, "SMA"), 0);
	CHECK_OK(command(&f, score_open_all, &good));
	CHECK_INT(good.opened, 2);
	CHECK_OK(command(&f, score_open_all, &again));
	CHECK_INT(again.refusal.why, MSG_score_taken);
}

TEST(many_steps_are_one_command)
{
	SAMPLE(f);
	struct score_opening open = opening(both, 2);
	struct record_event e[] = { score_sample_points(
					    SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.1", "2.5"),
		score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.2", "1.6") };
	struct score_batch x = { .events = e, .n = 2 }, none = { .number = 999, .events = e, .n = 1 };

	CHECK_OK(command(&f, score_open_all, &open));
	int64_t size = f.journal.tree.size;

	x.number = sheet_of(&f, "SMA");
	CHECK_OK(command(&f, score_steps, &x));
	CHECK_INT(x.refusal.why, MSG_score_above_max);
	CHECK_INT(x.at, 1);
	CHECK_INT(f.journal.tree.size, size); /* the first one neither */
	e[1].values[SCORE_F_POINTS] = S("1.5");
	CHECK_OK(command(&f, score_steps, &x));
	CHECK_INT(x.refusal.refused, false);
	CHECK_INT(f.journal.tree.size, size + 2);
	CHECK_OK(command(&f, score_steps, &none));
	CHECK(none.unknown);
}

TEST(a_ranking_is_published_when_all_are_closed)
{
	SAMPLE(f);
	struct score_opening open = opening(both, 2);
	struct score_publication p = { .event = score_sample_event(
					       SCORE_V_PUBLISH, ROLE_HOME_AFFAIRS, "2022-12-05"),
		.set = S("MAU"),
		.year = 2022 };
	const struct score_result *list;
	struct str complaint;
	int n;

	CHECK_OK(command(&f, score_publish, &p));
	CHECK_INT(p.refusal.why, MSG_score_not_all_closed); /* none at all */
	CHECK_OK(command(&f, score_open_all, &open));
	close_sheet(&f, sheet_of(&f, "SMA"), "2");
	CHECK_OK(command(&f, score_publish, &p));
	CHECK_INT(p.refusal.why, MSG_score_not_all_closed);
	close_sheet(&f, sheet_of(&f, "SMB"), "2.5");
	CHECK_OK(command(&f, score_publish, &p));
	CHECK_INT(p.published, 2);
	for (int again = 0; again < 2; again++) {
		CHECK_OK(score_results(&f.db, S("MAU"), 2022, &list, &n));
		CHECK_OR_STOP(n == 2);
		CHECK_STR(list[0].agency, S("SMB"));
		CHECK_INT(list[0].result, 250 + 100 + 291 + 100 + 100);
		CHECK_INT(list[1].result, list[0].result - 50);
		CHECK_INT(list[0].areas_n, 2);
		CHECK_INT(list[0].areas[0][SCORE_FINAL], 350);
		CHECK_INT(list[0].areas[0][SCORE_BY_SELF], 250);
		CHECK_STR(list[0].state, S("published"));
		CHECK_OK(score_sets_rebuild(&f.w));
		CHECK_OK(record_rebuild(&f.w, types)); /* all tables anew: the same comes out */
	}
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
}

TEST(what_agencies_wrote_is_sealed)
{
	static const struct query open_text = { "open",
		"SELECT COUNT(*) FROM journal_entry WHERE "
		"CAST(bytes AS TEXT) LIKE '%Nguyễn%'",
		0, 1 };
	SAMPLE(f);
	struct score_opening open = opening(both, 1);
	struct record_event e = score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.1", "2");
	CURSOR c = { 0 };
	struct value n;
	struct record_story story;
	void *state;
	bool more;

	e.values[SCORE_F_EVIDENCE] = S("Giấy khen của ông Nguyễn Văn Mẫu");
	e.actor = S("Nguyễn Thị Mẫu");
	CHECK_OK(command(&f, score_open_all, &open));
	CHECK_INT(steps(&f, sheet_of(&f, "SMA"), &e, 1).refused, false);
	CHECK_OK(db_start(&f.db, &open_text, NULL, &c));
	CHECK_OK(db_step(&c, &n, 1, &more));
	CHECK_INT(n.i, 0);
	CHECK_OK(record_load(&f.db, &score_type, sheet_of(&f, "SMA"), &state, &story));
	CHECK_STR(score_line_of(state, S("A.1.1"))->evidence, e.values[SCORE_F_EVIDENCE]);
}

static const struct fault *interrupted(struct fixture *f, write_command *act, void *arg, int64_t steps)
{
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = act(&f->w, arg);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	return failed;
}

/* Fails after 1, 2, 3 … steps of the engine until the command gets through; adds entries then. */
static void try_until_done(struct fixture *f, write_command *act, void *arg, int64_t entries)
{
	struct journal before = f->journal;
	struct str complaint;
	int64_t size = 0, tries = 0;

	for (int64_t n = 1; size <= before.tree.size; n += 1 + n / 40, tries++) {
		const struct fault *failed = interrupted(f, act, arg, n);

		CHECK_OK(journal_size(&f->db, &size));
		CHECK_OK(record_examine(&f->db, types, &complaint));
		CHECK_STR(complaint, S(""));
		CHECK_OR_STOP(failed || size > before.tree.size);
		if (size == before.tree.size)
			f->journal = before;
	}
	CHECK_INT(size, before.tree.size + entries);
	CHECK(tries > 30);
	printf("# %lld failure points\n", (long long)tries);
}

TEST(wherever_the_engine_fails_all_happened_or_nothing)
{
	SAMPLE(f);
	struct score_opening open = opening(both, 2);
	struct record_event e[] = { score_sample_points(
					    SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.1", "2.5"),
		score_sample_points(SCORE_V_SELF, ROLE_LEADER, "2022-12-05", "A.1.2", "1") };
	struct score_batch x = { .events = e, .n = 2 };

	try_until_done(&f, score_open_all, &open, 2);
	x.number = sheet_of(&f, "SMA");
	try_until_done(&f, score_steps, &x, 2);
}
