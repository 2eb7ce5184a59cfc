#include "dossier/dossier_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "dossier/dossier_code.h"
#include "dossier/dossier_erase.h"
#include "dossier/dossier_sample.h"
#include "journal/journal_private.h"

#include <time.h>

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
	struct dossier_rules rules;
};

static void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}
#define FIXTURE cleanup_with(fixture_end) struct fixture

static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	TRY(journal_open(&f->db, &f->journal));
	f->rules = sample_rules(sample_calendar(&f->a, NULL, 0));
	f->w = (struct write){ &f->db, &f->journal, SAMPLE_T0 + 60 * DAY_S, 61 };
	return NULL;
}

static const struct dossier_part applicant_parts[] = {
	{ S_INIT("actor"), S_INIT("{\"id\":\"7\"}") },
	{ S_INIT("applicant"), S_INIT("{\"name\":\"Nguyễn Văn Mẫu\"}") },
};

/* Submitted and accepted at SAMPLE_T0, then so many more of a usual life. */
enum { USUAL_STEPS = 4 };
static int usual(struct dossier_step *steps, struct str code, int n)
{
	static const enum dossier_verb verbs[USUAL_STEPS] = { VERB_SUBMIT, VERB_ACCEPT, VERB_APPROVE,
		VERB_RETURN };

	for (int i = 0; i < n; i++) {
		steps[i] = (struct dossier_step){ .command = sample_command(&(struct dossier){ 0 }, verbs[i],
							  SAMPLE_T0 + i * DAY_S) };
		steps[i].command.code = code;
	}
	steps[0].parts = applicant_parts;
	steps[0].parts_n = COUNT(applicant_parts);
	return n;
}

static const struct fault *create(struct fixture *f, struct str code, int n, struct dossier_result *out)
{
	struct dossier_step steps[USUAL_STEPS];
	struct dossier_new new = { .steps = steps, .steps_n = usual(steps, code, n), .rules = &f->rules };

	return dossier_create(&f->w, &new, out);
}

static const struct fault *run(
	struct fixture *f, struct str code, enum dossier_verb v, instant at, struct dossier_result *out)
{
	int64_t number;
	struct dossier d;
	bool found;

	TRY(dossier_load_code(&f->db, code, &number, &d, &found));
	CHECK(found);
	struct dossier_step step = { .command = sample_command(&d, v, at) };

	step.command.due = due_on_day(day_of(at) + 30);
	return dossier_run(&f->w, code, &step, &f->rules, out);
}

/* The row, and the fold of the journal, say the same. */
static const struct fault *check_row(struct fixture *f, struct str code)
{
	struct dossier_row row;
	struct dossier d;
	bool found;

	TRY(dossier_find(&f->db, code, &row, &found));
	CHECK(found);
	if (!found)
		return NULL;
	TRY(dossier_load(&f->db, row.number, &d));
	CHECK(dossier_well_formed(&d));
	CHECK_STR(row.code, d.code);
	CHECK_STR(row.agency, d.agency);
	CHECK_STR(row.procedure, d.procedure);
	CHECK_INT(row.version, d.version);
	CHECK_INT(row.state, d.state);
	CHECK_INT(row.channel, d.channel);
	CHECK_INT(row.outcome, d.outcome);
	CHECK(row.submitted_at == d.submitted_at && row.accepted_at == d.accepted_at);
	CHECK(row.ended_at == d.ended_at && row.returned_at == d.returned_at);
	CHECK(due_eq(row.due, dossier_due_now(&d)));
	CHECK(d.dues_n == 0 || due_eq(row.first_due, d.dues[0].due));
	return NULL;
}

TEST(a_life_in_the_database)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	struct str data = { 0 };
	bool found;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S(""), 1, &r));
	CHECK_INT(r.refusal, REFUSED_NONE);
	CHECK_STR(r.after.code, S("H54.15-221021-0001"));
	CHECK_INT(r.number, 1);
	struct str code = r.after.code;

	CHECK_OK(check_row(&f, code));
	CHECK_OK(run(&f, code, VERB_ACCEPT, SAMPLE_T0, &r));
	CHECK_OK(run(&f, code, VERB_START, SAMPLE_T0, &r));
	CHECK_OK(run(&f, code, VERB_REQUEST_SUPPLEMENT, SAMPLE_T0, &r));
	CHECK_OK(check_row(&f, code));
	CHECK_OK(run(&f, code, VERB_APPROVE, SAMPLE_T0, &r));
	CHECK_INT(r.refusal, REFUSED_WRONG_STATE);
	CHECK_INT(f.journal.tree.size, 4);
	CHECK_OK(run(&f, code, VERB_RECEIVE_SUPPLEMENT, SAMPLE_T0 + DAY_S, &r));
	CHECK_INT(r.after.state, DOSSIER_PROCESSING);
	CHECK_INT(r.position, 4);
	CHECK_OK(check_row(&f, code));
	struct dossier_event events[8];
	int n = 0;

	CHECK_OK(dossier_events(&f.db, 1, events, 8, &n));
	CHECK_INT(n, 5);
	CHECK_INT(events[3].verb, VERB_REQUEST_SUPPLEMENT);
	CHECK_INT(events[0].persons_n, 2);
	CHECK_OK(dossier_private(&f.db, 1, S("applicant"), &data, &found));
	CHECK(found);
	CHECK_STR(data, applicant_parts[1].data);
	struct dossier_step step = { .command = { .verb = VERB_START } };

	CHECK_OK(dossier_run(&f.w, S("H54.15-221021-0002"), &step, &f.rules, &r));
	CHECK_INT(r.refusal, REFUSED_NOT_FOUND);
}

TEST(a_refused_history_leaves_nothing)
{
	FIXTURE f = { 0 };
	struct dossier_step steps[USUAL_STEPS];
	struct dossier_new new = { .steps = steps, .steps_n = USUAL_STEPS, .rules = &f.rules };
	struct dossier_result r = { 0 };
	struct dossier_row row;
	bool found;

	CHECK_OK(fixture_open(&f));
	usual(steps, S("H54.15-221021-0007"), USUAL_STEPS);
	steps[2].command.happened = SAMPLE_T0 - 1; /* resolved before received */
	CHECK_OK(dossier_create(&f.w, &new, &r));
	CHECK_INT(r.refusal, REFUSED_HAPPENED_BEFORE_PREVIOUS);
	CHECK_INT(r.refused, 2);
	CHECK_INT(f.journal.tree.size, 0);
	CHECK_OK(dossier_find(&f.db, S("H54.15-221021-0007"), &row, &found));
	CHECK(!found);
	CHECK_OK(create(&f, S(""), USUAL_STEPS, &r));
	CHECK_STR(r.after.code, S("H54.15-221021-0001"));
	CHECK_INT(r.after.state, DOSSIER_RETURNED);
	CHECK_INT(f.journal.tree.size, 4);
	CHECK_OK(check_row(&f, r.after.code));
}

TEST(codes_given_and_allotted)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	struct dossier_step steps[USUAL_STEPS];
	struct dossier_new new = { .receiving = S("H54"), .steps = steps, .steps_n = 1, .rules = &f.rules };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S("H54.15-221021-0040"), 2, &r));
	CHECK_OK(create(&f, S("H54.15-221021-0012"), 2, &r)); /* in any order and with gaps */
	CHECK_OK(create(&f, S("000.00.15.H54-221025-0001"), 2, &r));
	CHECK_INT(r.refusal, REFUSED_NONE);
	CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_STR(r.after.code, S("H54.15-221021-0041"));
	CHECK_OK(dossier_code_reserve(&f.w, S("H54.15-221021-0050")));
	CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_STR(r.after.code, S("H54.15-221021-0051"));
	CHECK_OK(create(&f, S("H54.15-221021-0012"), 2, &r));
	CHECK_INT(r.refusal, REFUSED_CODE_TAKEN);
	CHECK_OK(create(&f, S("H54.15-221032-0012"), 2, &r));
	CHECK_INT(r.refusal, REFUSED_CODE_INVALID);
	usual(steps, S(""), 1);
	CHECK_OK(dossier_create(&f.w, &new, &r)); /* received by another agency than the one that decides */
	CHECK_STR(r.after.code, S("H54-221021-0001"));
	CHECK_STR(r.after.agency, S("H54.15"));
	CHECK_OK(create(&f, S("H54.15-221021-9999"), 2, &r));
	int64_t size = f.journal.tree.size;

	CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_INT(r.refusal, REFUSED_CODES_USED_UP);
	CHECK_INT(f.journal.tree.size, size);
}

TEST(forms_of_codes)
{
	static const struct {
		const char *code;
		bool valid;
	} rows[] = { { "H54.15-221025-0001", true }, { "000.00.15.H54-221025-0001", true },
		{ "NB.22-221025-0001", true }, { "H54-240229-9999", true }, { "H54-230229-0001", false },
		{ "H54-221025-0000", false }, { "H54-221025-001", false }, { "H54-221025-00011", false },
		{ "-221025-0001", false }, { "", false }, { "H54.15 -221025-0001", false },
		{ "H54-2210 5-0001", false }, { "H54-221025-000a", false } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		if (dossier_code_valid(str_of(rows[i].code)) != rows[i].valid)
			test_check(false, __FILE__, __LINE__, "%s", rows[i].code);
	struct buf b = { .a = &a };
	struct dossier_code c = { S("H54.15"), sample_day(20221025), 7 };

	add_dossier_code(&b, &c);
	CHECK_STR(buf_str(&b), S("H54.15-221025-0007"));
}

TEST(a_correction_and_what_was_known_before_it)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	struct dossier d, facts;
	struct dossier_step step = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S(""), 3, &r));
	CHECK_OK(dossier_load(&f.db, r.number, &d));
	facts = d;
	facts.ended_at += DAY_S;
	facts.agency = S("H54.16");
	step.command = sample_command(&d, VERB_CORRECT, INSTANT_NONE);
	step.command.facts = &facts;
	CHECK_OK(dossier_run(&f.w, d.code, &step, &f.rules, &r));
	CHECK_INT(r.refusal, REFUSED_NONE);
	CHECK_OK(check_row(&f, d.code));
	struct dossier now;

	CHECK_OK(dossier_load(&f.db, r.number, &now));
	CHECK_INT(now.ended_at, d.ended_at + DAY_S);
	CHECK_STR(now.agency, S("H54.16"));
	CHECK_INT(now.version, 4);
}

/* One command in a transaction that is interrupted after so many steps of the engine. */
static const struct fault *interrupted(
	struct fixture *f, struct str code, enum dossier_verb v, instant at, int64_t steps)
{
	struct dossier_result r = { 0 };
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = v == VERB_SUBMIT ? create(f, code, 1, &r) : run(f, code, v, at, &r);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	CHECK_INT(r.refusal, REFUSED_NONE);
	return failed;
}

struct tries {
	int64_t all, unsure;
};
/* Interrupts the engine after 1, 2, 3 … steps of a command until it gets through: all of it happened, or
 * nothing. A commit whose outcome is unsure is one of the two: whoever asks again sees which. */
static const struct fault *try_until_done(
	struct fixture *f, struct str code, enum dossier_verb v, instant at, struct tries *tries)
{
	struct journal before = f->journal;
	struct sha256 root = merkle_root(&before.tree), same;
	int64_t size;

	for (int64_t steps = 1;; steps++, tries->all++) {
		const struct fault *failed = interrupted(f, code, v, at, steps);
		if (failed)
			CHECK(failed->kind == FAULT_IO || failed->kind == FAULT_UNSURE);
		tries->unsure += failed && failed->kind == FAULT_UNSURE;
		TRY(journal_size(&f->db, &size));
		if (!failed || (failed->kind == FAULT_UNSURE && size > before.tree.size)) {
			CHECK_INT(size, before.tree.size + 1);
			CHECK_INT(f->journal.tree.size, size);
			return check_row(f, code);
		}
		CHECK_INT(size, before.tree.size);
		f->journal = before;
		TRY(journal_root(&f->db, size, &same));
		CHECK(memcmp(&same, &root, sizeof same) == 0);
		if (v != VERB_SUBMIT)
			TRY(check_row(f, code));
	}
}

TEST(every_failure_point)
{
	FIXTURE f = { 0 };
	struct tries tries = { 0 };
	struct str code = S("H54.15-221021-0001");
	static const enum dossier_verb life[] = { VERB_SUBMIT, VERB_REQUEST_SUPPLEMENT,
		VERB_RECEIVE_SUPPLEMENT, VERB_ACCEPT, VERB_START, VERB_WAIT_PAYMENT, VERB_RECEIVE_PAYMENT,
		VERB_APOLOGISE, VERB_REFUSE, VERB_RETURN, VERB_ANNUL };

	CHECK_OK(fixture_open(&f));
	for (size_t i = 0; i < COUNT(life); i++)
		CHECK_OK(try_until_done(&f, code, life[i], SAMPLE_T0 + (instant)i * SAMPLE_HOUR, &tries));
	CHECK(tries.all > 500);
	CHECK_INT(f.journal.tree.size, COUNT(life));
	printf("# %lld failure points, of %lld nobody knows at first\n", (long long)tries.all,
		(long long)tries.unsure);
}

TEST(lists_by_page)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	struct dossier_row rows[4];
	struct dossier_after after = { INT64_MAX, S("") };
	int n, seen = 0;

	CHECK_OK(fixture_open(&f));
	for (int i = 0; i < 10; i++)
		CHECK_OK(create(&f, S(""), i < 3 ? 1 : 3, &r));
	do {
		CHECK_OK(dossier_list(&f.db, S("H54.15"), &after, 4, rows, &n));
		for (int i = 0; i < n; i++) {
			int want = seen + i < 7 ? 10 - (seen + i) : 3 - (seen + i - 7);
			CHECK_STR(rows[i].code, str_fmt(&f.a, "H54.15-221021-%04d", want));
			after = (struct dossier_after){ rows[i].accepted_at, rows[i].code };
		}
		seen += n;
	} while (n == 4);
	CHECK_INT(seen, 10);
}

TEST(the_table_comes_back_from_the_journal)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S("H54.15-221021-0100"), USUAL_STEPS, &r));
	for (int i = 0; i < 5; i++)
		CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_OK(run(&f, r.after.code, VERB_REFUSE, SAMPLE_T0 + DAY_S, &r));
	CHECK_OK(db_script(&f.db,
		"UPDATE dossier SET state = 'stopped', version = 40; DELETE FROM dossier_code_counter"));
	CHECK_OK(dossier_rebuild(&f.w));
	CHECK_OK(check_row(&f, S("H54.15-221021-0100")));
	CHECK_OK(check_row(&f, S("H54.15-221021-0105")));
	CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_STR(r.after.code, S("H54.15-221021-0106"));
}

TEST(a_row_that_disagrees_with_the_journal_is_noticed)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S(""), 2, &r));
	CHECK_OK(db_script(&f.db, "UPDATE dossier SET version = 40"));
	const struct fault *noticed = run(&f, r.after.code, VERB_START, SAMPLE_T0 + DAY_S, &r);

	CHECK(noticed && noticed->kind == FAULT_CORRUPT);
	CHECK_OK(db_script(&f.db, "UPDATE dossier SET version = 2; UPDATE journal_entry SET bytes = x'7b7d' "
				  "WHERE position = 1"));
	noticed = run(&f, r.after.code, VERB_START, SAMPLE_T0 + DAY_S, &r);
	CHECK(noticed && noticed->kind == FAULT_CORRUPT);
}

/* Erased at once or not at all, wherever the engine fails. */
static const struct fault *erase_until_done(struct fixture *f, struct str code, struct erase_result *result)
{
	struct journal_parts parts;

	for (int64_t steps = 1;; steps++) {
		TX tx = { 0 };
		TRY(tx_begin(&f->db, &tx));
		db_fail_after(&f->db, steps);
		const struct fault *failed = dossier_erase(&f->w, code, S("asked for"), result);

		if (!failed)
			failed = tx_commit(&tx);
		db_fail_after(&f->db, 0);
		tx_end(&tx);
		TRY(journal_examine_private(&f->db, &parts));
		CHECK(parts.kept + parts.erased == 2 && (parts.erased == 0 || parts.erased == result->parts));
		if (parts.erased) {
			CHECK(steps > 3);
			return NULL;
		}
		CHECK(failed);
	}
}

TEST(what_is_kept_about_an_applicant_can_be_erased)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	struct erase_result erased;
	struct journal_parts parts;
	struct str data;
	bool found;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(create(&f, S(""), 2, &r));
	struct str code = r.after.code;
	struct sha256 root = merkle_root(&f.journal.tree), now;

	CHECK_OK(dossier_erase(&f.w, S("H54.15-221021-0099"), S("x"), &erased));
	CHECK_INT(erased.refusal, ERASE_NO_DOSSIER);
	CHECK_OK(dossier_erase(&f.w, code, S("x"), &erased));
	CHECK_INT(erased.refusal, ERASE_OPEN);
	CHECK_OK(run(&f, code, VERB_APPROVE, SAMPLE_T0 + DAY_S, &r));
	root = merkle_root(&f.journal.tree);
	CHECK_OK(erase_until_done(&f, code, &erased));
	CHECK_INT(erased.refusal, ERASE_DONE);
	CHECK_OK(dossier_private(&f.db, r.number, S("applicant"), &data, &found));
	CHECK(!found);
	CHECK_OK(journal_root(&f.db, f.journal.tree.size, &now));
	CHECK(memcmp(&root, &now, sizeof now) == 0);
	CHECK_OK(dossier_erase(&f.w, code, S("x"), &erased));
	CHECK_INT(erased.parts, 0);
	CHECK_OK(db_script(&f.db, "DELETE FROM journal_erased"));
	CHECK_OK(journal_examine_private(&f.db, &parts));
	CHECK(parts.bad == 0 && parts.lost);
}

/* Not a benchmark, only a look: the real one is ./dev bench. */
TEST(import_speed)
{
	FIXTURE f = { 0 };
	struct dossier_result r = { 0 };
	enum { DOSSIERS = 2000 };

	CHECK_OK(fixture_open(&f));
	clock_t from = clock();
	TX tx = { 0 };

	CHECK_OK(tx_begin(&f.db, &tx));
	for (int i = 0; i < DOSSIERS; i++) {
		CHECK_OK(create(&f, str_fmt(&f.a, "H54.15-221021-%04d", i + 1), USUAL_STEPS, &r));
		CHECK_INT(r.refusal, REFUSED_NONE);
	}
	CHECK_OK(tx_commit(&tx));
	printf("# %.0f dossiers with %d entries per second of this processor\n",
		DOSSIERS / ((double)(clock() - from) / CLOCKS_PER_SEC), USUAL_STEPS);
	CHECK_INT(f.journal.tree.size, DOSSIERS * USUAL_STEPS);
}
