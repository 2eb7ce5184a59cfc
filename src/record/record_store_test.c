/* Records against a real engine, which is made to fail at every step. */
#include "agency/fixture_testing.h"
#include "record/record_store.h"
#include "record/record_file.h"
#include "record/record_sample.h"

#define FIXTURE(f) FIXTURE_OF(f, instant_at(19000, 7200), 0)

static struct record_row row(const void *state)
{
	const struct sample *s = state;

	return (struct record_row){ .year = 2022, .day = s->due, .title = s->title };
}

static const struct record_type type = { .kind = &sample_kind,
	.state_bytes = sizeof(struct sample),
	.apply = sample_apply,
	.decide = sample_decide,
	.row = row };
static const struct record_type *const types[] = { &type, NULL };

static struct record_run opening(void)
{
	return (struct record_run){ .type = &type, .event = sample_open() };
}

static struct record_run note(int64_t record, const char *points)
{
	struct record_run r = { .type = &type,
		.event = { .verb = SAMPLE_NOTE, .record = record, .by = ROLE_OFFICER } };

	r.event.values[SAMPLE_POINTS] = str_of(points);
	return r;
}

TEST(a_record_is_its_events_folded)
{
	FIXTURE(f);
	struct record_run first = opening();
	struct record_row found;
	struct record_story story;
	void *state;
	bool is;

	CHECK_OK(record_run(&f.w, &first));
	CHECK_INT(first.refusal.refused, false);
	struct record_run second = note(first.number, "2.5"), third = note(first.number, "0.25");
	CHECK_OK(record_run(&f.w, &second));
	CHECK_OK(record_run(&f.w, &third));
	CHECK_OK(record_load(&f.db, &type, first.number, &state, &story));
	CHECK_OR_STOP(state != NULL);
	const struct sample *s = state;

	CHECK_INT(s->points, 275);
	CHECK_STR(s->holder, S("Trần Thị Mẫu\nđịa chỉ"));
	CHECK_INT(s->base.version, 3);
	CHECK_STR(s->base.agency, S("SMA"));
	CHECK_STR(story.events[0].actor, S("Nguyễn Văn Mẫu"));
	CHECK_OK(record_find(&f.db, &sample_kind, first.number, &found, &is));
	CHECK(is && found.version == 3);
	CHECK_STR(found.title, S("Giấy \"mẫu\""));
	CHECK_STR(found.state, S("open"));
}

TEST(a_refusal_leaves_nothing_behind)
{
	FIXTURE(f);
	struct record_run first = opening(), bad, unknown = note(77, "1");

	CHECK_OK(record_run(&f.w, &first));
	bad = note(first.number, "6");
	CHECK_OK(record_run(&f.w, &bad));
	CHECK_INT(bad.refusal.why, MSG_record_out_of_range);
	bad = note(first.number, "1");
	bad.event.by = ROLE_CLERK;
	CHECK_OK(record_run(&f.w, &bad));
	CHECK_INT(bad.refusal.why, MSG_record_not_your_role);
	CHECK_OK(record_run(&f.w, &unknown));
	CHECK(unknown.unknown);
	CHECK_INT(f.journal.tree.size, 1);
}

#define PAPER S("%PDF-1.7 \x01")

/* A note of one point with a file. */
static struct record_run note_with(struct arena *a, int64_t record, struct str bytes)
{
	struct record_run r = note(record, "1");

	r.event.values[SAMPLE_PAPER] = record_file_hash(a, bytes);
	r.event.values[SAMPLE_HOLDER] = S("giấy.pdf");
	r.file = bytes;
	return r;
}

static bool is_kept(struct fixture *f, struct str bytes)
{
	struct str got;
	bool found = false;

	CHECK(!record_file_read(&f->db, record_file_hash(&f->a, bytes), &got, &found));
	CHECK(!found || str_eq(got, bytes));
	return found;
}

TEST(a_file_is_kept_with_its_step_or_not_at_all)
{
	FIXTURE(f);
	struct record_run first = opening();
	struct record_story story;
	void *state;

	CHECK_OK(record_run(&f.w, &first));
	struct record_run bad[] = { note_with(&f.a, first.number, PAPER),
		note_with(&f.a, first.number, PAPER), note_with(&f.a, first.number, S("text")),
		note_with(&f.a, first.number, S("")) };

	bad[0].event.values[SAMPLE_POINTS] = S("6");
	bad[1].file = S("%PDF-other");
	for (size_t i = 0; i < COUNT(bad); i++) {
		CHECK_OK(record_run(&f.w, &bad[i]));
		CHECK(bad[i].refusal.refused);
		CHECK(!is_kept(&f, PAPER) && !is_kept(&f, bad[i].file));
	}
	CHECK_INT(f.journal.tree.size, 1);
	for (int i = 0; i < 2; i++) { /* the same file may come twice */
		struct record_run good = note_with(&f.a, first.number, PAPER);

		CHECK_OK(record_run(&f.w, &good));
		CHECK_INT(good.refusal.refused, false);
	}
	CHECK(is_kept(&f, PAPER));
	CHECK_OK(record_load(&f.db, &type, first.number, &state, &story));
	CHECK_OR_STOP(story.n == 3);
	CHECK_STR(story.events[1].values[SAMPLE_HOLDER], S("giấy.pdf"));
	CHECK_STR(story.events[1].values[SAMPLE_PAPER], record_file_hash(&f.a, PAPER));
}

TEST(a_file_that_is_lost_or_changed_is_found)
{
	static const struct query spoil = { "spoil", "UPDATE record_file SET bytes = $1", 1, 0 },
				  lose = { "lose", "DELETE FROM record_file", 0, 0 },
				  erase = { "erase", "DELETE FROM journal_private", 0, 0 };
	const struct value other = VALUE_OF_BLOB(S("%PDF-1.7 \x02"));
	FIXTURE(f);
	struct record_run first = opening();
	struct str complaint;

	CHECK_OK(record_run(&f.w, &first));
	struct record_run with = note_with(&f.a, first.number, PAPER);

	CHECK_OK(record_run(&f.w, &with));
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK(is_kept(&f, PAPER));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(db_exec(&f.db, &spoil, &other));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK(str_find(complaint, S("is not what its name says")) < complaint.n);
	CHECK_OK(db_exec(&f.db, &lose, NULL));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK(str_find(complaint, S("is missing")) < complaint.n);
	CHECK_OK(db_exec(&f.db, &erase, NULL)); /* words erased: the file may be gone with them */
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
}

TEST(what_was_erased_is_said_to_be)
{
	static const struct query erase = { "erase", "DELETE FROM journal_private", 0, 0 };
	FIXTURE(f);
	struct record_run first = opening();
	struct record_story story;
	void *state;

	CHECK_OK(record_run(&f.w, &first));
	CHECK_OK(db_exec(&f.db, &erase, NULL));
	CHECK_OK(record_load(&f.db, &type, first.number, &state, &story));
	CHECK_OR_STOP(story.n == 1);
	CHECK(story.events[0].erased);
	CHECK_STR(((struct sample *)state)->holder, S(""));
	CHECK_STR(((struct sample *)state)->title, S("Giấy \"mẫu\""));
}

TEST(tables_are_made_again_from_the_journal)
{
	static const struct query spoil = { "spoil", "UPDATE record SET title = 'x', agency = 'y'", 0, 0 };
	FIXTURE(f);
	struct record_run first = opening(), other = opening();
	struct str complaint;
	const struct record_row *rows;
	size_t n;

	CHECK_OK(record_run(&f.w, &first));
	CHECK_OK(record_run(&f.w, &other));
	struct record_run second = note(first.number, "1");
	CHECK_OK(record_run(&f.w, &second));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(db_exec(&f.db, &spoil, NULL));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK(complaint.n > 0);
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(record_list(&f.db, &sample_kind, 2022, &rows, &n));
	CHECK_INT(n, 2);
	CHECK_OK(record_list(&f.db, &sample_kind, 2021, &rows, &n));
	CHECK_INT(n, 0);
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
static const struct fault *try_until_done(struct fixture *f, struct record_run again, int64_t *tries)
{
	struct journal before = f->journal;
	struct str complaint;
	int64_t size;

	for (int64_t steps = 1;; steps++, ++*tries) {
		struct record_run run = again;
		const struct fault *failed = interrupted(f, &run, steps);

		TRY(journal_size(&f->db, &size));
		TRY(record_examine(&f->db, types, &complaint));
		CHECK_STR(complaint, S(""));
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
	int64_t tries = 0;

	CHECK_OK(try_until_done(&f, opening(), &tries));
	CHECK_OK(try_until_done(&f, note(1, "1"), &tries));
	CHECK_OK(try_until_done(&f, note_with(&f.a, 1, PAPER), &tries));
	CHECK(tries > 50);
	printf("# %lld failure points\n", (long long)tries);
}
