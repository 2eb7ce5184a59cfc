/* Feedback in the tallies: folded from entries, by days, by steps, as known at a size of the journal. */
#include "agency/agency_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "feedback/feedback_store.h"
#include "figures/figures_follow.h"
#include "figures/figures_query.h"
#include "tests/t.h"

struct world {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
	int64_t number; /* of the feedback that is spoken of */
};
static void world_end(struct world *w)
{
	db_close(&w->db);
	arena_free(&w->a);
}
#define WORLD cleanup_with(world_end) struct world

static int64_t last_digit(const void *catalogue, struct str code)
{
	(void)catalogue;
	return code.n ? code.p[code.n - 1] - '0' : 0;
}
static const struct figure_numbers numbers = { NULL, last_digit, last_digit };
static const daynum first_day = 19349; /* 2022-12-23 */

static const struct fault *world_open(struct world *w)
{
	static const struct agency_version agencies[] = { { .code = S_INIT("A1"),
								  .name = S_INIT("Sở Mẫu A"),
								  .kind = S_INIT("so"),
								  .level = LEVEL_PROVINCE },
		{ .code = S_INIT("A2"),
			.name = S_INIT("Sở Mẫu B"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE } };
	int applied;

	TRY(db_open(&w->a, ":memory:", DB_WRITE, &w->db));
	TRY(db_migrate(&w->db, schema_migrations, schema_migrations_n, &applied));
	w->w = (struct write){ .db = &w->db, .journal = &w->journal, .now = instant_at(first_day, 9 * 3600) };
	TRY(journal_open(&w->db, &w->journal));
	for (size_t i = 0; i < COUNT(agencies); i++) {
		int64_t position;

		TRY(agency_add(&w->w, &agencies[i], S(""), &position));
	}
	return NULL;
}

/* A step at 9:00, and the next one a day later. */
static void step(struct world *w, int verb, int field, const char *value)
{
	struct record_run run = { .type = &feedback_type,
		.event = { .verb = verb, .record = w->number, .agency = S("A1"), .by = ROLE_SYSTEM } };

	run.event.values[field] = str_of(value);
	if (verb == FEEDBACK_SEND) {
		run.event.record = 0;
		run.event.values[FEEDBACK_FIELD_CHANNEL] = S("web");
		run.event.values[FEEDBACK_FIELD_SENDER] = S("person");
		run.event.values[FEEDBACK_FIELD_NAME] = S("A Mẫu");
		run.event.values[FEEDBACK_FIELD_PHONE] = S("0912345678");
		run.event.values[FEEDBACK_FIELD_SECRET] = S("k");
		run.event.values[FEEDBACK_FIELD_ABOUT] = S("A1");
	}
	CHECK_OK(record_run(&w->w, &run));
	test_check(!run.refusal.refused, __FILE__, __LINE__, "verb %d: %s", verb,
		msg_text(LANG_EN, run.refusal.why).p);
	w->number = run.number;
	w->w.now += DAY_S;
}
#define TEXT FEEDBACK_FIELD_TEXT, "Một nội dung đủ dài."
#define CLASS(text) FEEDBACK_FIELD_CONTENT, text

/* "1/0/1": received, rules, conduct of one agency. */
static struct str counted(struct world *w, int64_t agency, instant until, int64_t size)
{
	const struct figure_question q = { &agency, 1, first_day, until, size, numbers };
	const struct figure_groups none = { 0 };
	struct figure_answer answer;
	const struct fault *f = figures_ask(&w->db, &q, &none, &answer);
	const char *broken;

	if (f)
		return f->what;
	CHECK(figures_balance(&answer.total, &broken));
	return str_fmt(&w->a, "%lld/%lld/%lld", (long long)figure_cell(&answer.total, CELL_FEEDBACK),
		(long long)figure_cell(&answer.total, CELL_FEEDBACK_RULES),
		(long long)figure_cell(&answer.total, CELL_FEEDBACK_CONDUCT));
}

static void follow(struct world *w)
{
	int64_t position;

	CHECK_OK(figures_follow(&w->w, numbers, &position));
	CHECK_INT(position, w->journal.tree.size);
}

/* Three lives: conduct at A1; a rule that moves to A2; one that A2 refuses after all. */
static void live(struct world *w, bool follows)
{
	step(w, FEEDBACK_SEND, TEXT);               /* day 0, entry 2 */
	step(w, FEEDBACK_ACCEPT, CLASS("conduct")); /* day 1 */
	step(w, FEEDBACK_SEND, TEXT);               /* day 2 */
	step(w, FEEDBACK_ACCEPT, CLASS("unfit"));   /* day 3 */
	if (follows)
		follow(w);
	step(w, FEEDBACK_FORWARD, FEEDBACK_FIELD_TO, "A2"); /* day 4, entry 6 */
	step(w, FEEDBACK_SEND, TEXT);                       /* day 5 */
	step(w, FEEDBACK_ACCEPT, CLASS("initiative"));      /* day 6, entry 8 */
	step(w, FEEDBACK_FORWARD, FEEDBACK_FIELD_TO, "A2"); /* day 7 */
	if (follows)
		follow(w);
	step(w, FEEDBACK_REFUSE, FEEDBACK_FIELD_GROUND, "unclear"); /* day 8, entry 10 */
}

static void check_counts(struct world *w)
{
	instant end = day_end(first_day + 30);
	int64_t size = w->journal.tree.size;

	CHECK_STR(counted(w, 1, end, size), S("1/0/1"));
	CHECK_STR(counted(w, 2, end, size), S("1/1/0"));
	/* As known before the second was forwarded, and before the third was refused. */
	CHECK_STR(counted(w, 1, end, 6), S("2/1/1"));
	CHECK_STR(counted(w, 2, end, 6), S("0/0/0"));
	CHECK_STR(counted(w, 2, end, 10), S("2/2/0"));
	/* T within a day: accepted at 9:00. */
	CHECK_STR(counted(w, 1, instant_at(first_day + 1, 9 * 3600 - 1), size), S("0/0/0"));
	CHECK_STR(counted(w, 1, instant_at(first_day + 1, 9 * 3600), size), S("1/0/1"));
	CHECK_STR(counted(w, 2, instant_at(first_day + 3, 9 * 3600), size), S("1/1/0"));
}

TEST(feedback_is_counted_with_the_follower_behind_and_up_to_date)
{
	WORLD behind = { 0 }, between = { 0 };

	CHECK_OK(world_open(&behind));
	CHECK_OK(world_open(&between));
	live(&behind, false);
	check_counts(&behind);
	live(&between, true);
	check_counts(&between);
	follow(&behind);
	follow(&between);
	check_counts(&behind);
	check_counts(&between);
}

TEST(a_cell_opens_into_its_feedback)
{
	WORLD w = { 0 };
	int64_t agency = 1;
	const struct figure_groups none = { 0 };
	struct figure_list list;

	CHECK_OK(world_open(&w));
	live(&w, true);
	const struct figure_question q = { &agency, 1, first_day, day_end(first_day + 30),
		w.journal.tree.size, numbers };

	CHECK_OK(figures_list(&w.db, &q, &none, 0, figure_cells_of(CELL_FEEDBACK_CONDUCT), &list));
	CHECK_OR_STOP(list.n == 1);
	CHECK_INT(list.dossiers[0], -3); /* the negative of the record's number */
	CHECK_OK(figures_list(&w.db, &q, &none, 0, figure_cells_of(CELL_FEEDBACK_RULES), &list));
	CHECK_INT(list.n, 0);
}
