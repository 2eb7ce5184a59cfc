/* The tallies against folding everything: random dossiers, random questions, follower behind or not. */
#include "tests/t.h"

#include "calendar/sample.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "dossier/dossier_entry.h"
#include "dossier/dossier_law.h"
#include "figures/figures_follow.h"
#include "figures/figures_query.h"

enum { DOSSIERS = 260, AGENCIES = 4, PROCEDURES = 6, DAYS = 50 };

struct world {
	struct arena a;
	struct db db;
	struct journal journal;
	struct dossier *dossiers; /* by number, from 1 */
	const struct calendar *calendar;
	uint64_t seed;
	instant now, last_recorded;
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

static uint64_t pick(struct world *w, uint64_t n)
{
	return test_random(&w->seed) % n;
}

static const struct fault *append(struct world *w, int64_t number, struct dossier_event e)
{
	struct buf bytes = { .a = &w->a };
	int64_t position;

	e.recorded = w->now;
	dossier_entry_write(&bytes, &e);
	struct journal_record r = { .recorded = w->now, .dossier = number, .bytes = buf_str(&bytes) };

	return journal_append(&w->db, &w->journal, &r, &position);
}

/* What a correction says: another end, channel, agency or acceptance. */
static struct dossier corrected(struct world *w, const struct dossier *d)
{
	struct dossier facts = *d;

	if (d->ended_at && pick(w, 2)) {
		facts.ended_at = d->ended_at - (instant)pick(w, 3600);
		if (facts.ended_at < d->accepted_at)
			facts.ended_at = d->accepted_at;
	}
	if (pick(w, 2))
		facts.channel = (enum channel)pick(w, CHANNEL_N);
	if (pick(w, 3) == 0)
		facts.agency = str_fmt(&w->a, "H54.%d", (int)pick(w, AGENCIES) + 1);
	if (pick(w, 3) == 0)
		facts.procedure = str_fmt(&w->a, "1.00000%d", (int)pick(w, PROCEDURES) + 1);
	return facts;
}

static const struct fault *random_event(struct world *w, int64_t number)
{
	struct dossier *d = &w->dossiers[number];
	struct dossier facts = corrected(w, d);
	struct dossier_rules rules = { .now = w->now,
		.history = true,
		.procedure_version = 1,
		.allow = { UNIT_WORKING_DAYS, 3 + (int)pick(w, 9), pick(w, 9) == 0 },
		.rule = RULE_CIVIL,
		.supplement = pick(w, 2) ? SUPPLEMENT_RESTART : SUPPLEMENT_RESUME,
		.calendar = w->calendar };
	enum dossier_verb v = d->state == DOSSIER_NONE        ? VERB_SUBMIT
			      : d->state == DOSSIER_SUBMITTED ? VERB_ACCEPT
							      : (enum dossier_verb)pick(w, DOSSIER_VERB_N);
	struct dossier_command cmd = { .verb = v,
		.seen = d->version,
		.happened = w->now - (instant)pick(w, 7200),
		.by = ROLE_SYSTEM,
		.reason = REASON_OTHER,
		.code = str_fmt(&w->a, "H54.1-220301-%04d", (int)number),
		.agency = str_fmt(&w->a, "H54.%d", (int)pick(w, AGENCIES) + 1),
		.procedure = str_fmt(&w->a, "1.00000%d", (int)pick(w, PROCEDURES) + 1),
		.channel = (enum channel)pick(w, CHANNEL_N),
		.due = due_on_day(day_of(w->now) + 9),
		.facts = &facts };

	if ((v == VERB_ANNUL || v == VERB_CORRECT) && pick(w, 4))
		return NULL;
	if (v == VERB_CORRECT)
		cmd.happened = INSTANT_NONE;
	struct dossier_decision done = dossier_decide(d, &cmd, &rules);

	if (done.refusal)
		return NULL;
	*d = dossier_apply(*d, &done.event);
	return append(w, number, done.event);
}

static const struct fault *world_open(struct world *w, uint64_t seed)
{
	int applied;
	struct holidays none = { 0 };

	w->seed = seed;
	w->dossiers = NEW_ARRAY(&w->a, struct dossier, DOSSIERS + 1);
	w->now = 1646096400 + 8 * 3600; /* 2022-03-01 08:00 */
	CHECK_INT(calendar_build(&w->a, NULL, &none, &w->calendar), WORK_TIME_FINE);
	TRY(db_open(&w->a, ":memory:", DB_WRITE, &w->db));
	TRY(db_migrate(&w->db, schema_migrations, schema_migrations_n, &applied));
	return journal_open(&w->db, &w->journal);
}

static const struct fault *live(struct world *w, int events)
{
	for (int i = 0; i < events; i++) {
		w->now += (instant)pick(w, 2 * DAYS * DAY_S / 6000);
		TRY(random_event(w, (int64_t)pick(w, DOSSIERS) + 1));
	}
	return NULL;
}

static const struct fault *follow(struct world *w)
{
	struct write write = { .db = &w->db, .journal = &w->journal, .now = w->now };
	int64_t position;

	return figures_follow(&write, numbers, &position);
}

/* Each dossier as the first size entries leave it, its steps summed: no follower, no tallies. */
static const struct fault *naive(struct world *w, const struct figure_question *q, struct figure_sums *out,
	enum figure_cell cell, bool *listed)
{
	*out = (struct figure_sums){ 0 };
	for (int64_t n = 1; n <= DOSSIERS; n++) {
		JOURNAL_CURSOR c = { 0 };
		struct dossier d = { 0 };
		struct dossier_event e;
		struct figure_step steps[FIGURE_MAX_STEPS];
		struct figure_sums own = { 0 };
		bool more = true, in = false;
		TRY(journal_read_dossier(&w->db, n, &c));
		while (more) {
			TRY(journal_next(&c, &more));
			if (!more || c.row.position >= q->size)
				break;
			CHECK_INT(dossier_entry_read(&w->a, str_dup(&w->a, c.row.bytes), &e), ENTRY_DOSSIER);
			d = dossier_apply(d, &e);
		}
		for (size_t i = 0; i < q->agencies_n; i++)
			in = in || q->agencies[i] == last_digit(NULL, d.agency);
		for (int i = in ? figure_steps(&d, steps) : 0; i--;) {
			own.before.n[steps[i].measure] +=
				steps[i].at < instant_at(q->from, 0) ? steps[i].delta : 0;
			own.upto.n[steps[i].measure] += steps[i].at <= q->until ? steps[i].delta : 0;
		}
		listed[n] = figure_cell(&own, cell) != 0;
		for (int m = 0; m < FIGURE_MEASURE_N; m++) {
			out->before.n[m] += own.before.n[m];
			out->upto.n[m] += own.upto.n[m];
		}
	}
	return NULL;
}

static void check_list(
	struct world *w, const struct figure_question *q, enum figure_cell cell, const bool *want)
{
	const struct figure_groups all = { 0 };
	struct figure_list list;
	bool seen[DOSSIERS + 1] = { false };

	CHECK_OK(figures_list(&w->db, q, &all, 0, figure_cells_of(cell), &list));
	for (size_t i = 0; i < list.n; i++)
		seen[list.dossiers[i]] = true;
	for (int n = 1; n <= DOSSIERS; n++)
		CHECK_INT(seen[n], want[n]);
}

static int64_t by_procedure(const void *context, int64_t agency, int64_t procedure)
{
	(void)context, (void)agency;
	return procedure;
}

static void check_rows(struct world *w, const struct figure_question *q, const struct figure_sums *want)
{
	const struct figure_groups by[] = { { GROUP_BY_KEY, NULL, by_procedure, true },
		{ .grouping = GROUP_BY_MONTH } };
	struct figure_answer answer;
	int64_t received = 0, new = 0;

	CHECK_OK(figures_ask(&w->db, q, &by[0], &answer));
	for (size_t i = 0; i < answer.rows_n; i++)
		received += figure_cell(&answer.rows[i].sums, CELL_RECEIVED);
	CHECK_INT(received, figure_cell(want, CELL_RECEIVED));
	CHECK_OK(figures_ask(&w->db, q, &by[1], &answer));
	for (size_t i = 0; i < answer.rows_n; i++) {
		const char *broken;
		new += figure_cell(&answer.rows[i].sums, CELL_NEW);
		CHECK(figures_balance(&answer.rows[i].sums, &broken));
		if (i)
			CHECK_INT(figure_cell(&answer.rows[i].sums, CELL_CARRIED_OVER),
				figure_cell(&answer.rows[i - 1].sums, CELL_IN_PROGRESS));
	}
	CHECK_INT(new, figure_cell(want, CELL_NEW));
}

static void check_online(struct world *w, const struct figure_question *q, const struct figure_answer *answer)
{
	const struct figure_groups g = { GROUP_BY_KEY, NULL, by_procedure, true };
	int64_t procedures[PROCEDURES];
	bool used[PROCEDURES] = { false };
	struct figure_answer by;

	for (int p = 0; p < PROCEDURES; p++)
		procedures[p] = p + 1;
	CHECK_OK(figures_online(&w->db, q, answer, procedures, PROCEDURES, used));
	CHECK_OK(figures_ask(&w->db, q, &g, &by));
	for (int p = 0; p < PROCEDURES; p++) {
		bool want = false;
		for (size_t i = 0; i < by.rows_n; i++)
			if (by.rows[i].key == p + 1)
				want = figure_cell(&by.rows[i].sums, CELL_NEW_ONLINE) > 0;
		CHECK_INT(used[p], want);
	}
}

static void ask_randomly(struct world *w, int *days_only)
{
	int64_t agencies[AGENCIES];
	struct figure_question q = { .agencies = agencies, .numbers = numbers };
	const struct figure_groups all = { 0 };
	struct figure_answer answer;
	struct figure_sums want;
	bool listed[DOSSIERS + 1];
	enum figure_cell cell = (enum figure_cell)pick(w, FIGURE_CELL_N);

	for (int i = 1; i <= AGENCIES; i++)
		if (pick(w, 2))
			agencies[q.agencies_n++] = i;
	q.from = 19052 + (daynum)pick(w, DAYS); /* from 2022-03-01 */
	q.until = pick(w, 2) ? day_end(q.from + (daynum)pick(w, DAYS))
			     : instant_at(q.from, 0) + (instant)pick(w, DAYS * DAY_S);
	q.size = pick(w, 3) ? w->journal.tree.size : (int64_t)pick(w, (uint64_t)w->journal.tree.size + 1);
	CHECK_OK(figures_ask(&w->db, &q, &all, &answer));
	CHECK_OK(naive(w, &q, &want, cell, listed));
	for (int m = 0; m < FIGURE_MEASURE_N; m++) {
		CHECK_INT(answer.total.before.n[m], want.before.n[m]);
		CHECK_INT(answer.total.upto.n[m], want.upto.n[m]);
	}
	*days_only += answer.days_only;
	check_list(w, &q, cell, listed);
	check_rows(w, &q, &want);
	check_online(w, &q, &answer);
}

TEST(tallies_rows_and_lists_equal_folding_the_journal)
{
	WORLD w = { 0 };
	int days_only = 0;

	CHECK_OK(world_open(&w, 7));
	for (int round = 0; round < 24; round++) {
		CHECK_OK(live(&w, 250));
		if (round % 4) /* else the follower is behind: the tail is folded for the question */
			CHECK_OK(follow(&w));
		for (int i = 0; i < 4; i++)
			ask_randomly(&w, &days_only);
	}
	CHECK(w.journal.tree.size > 1000);
	CHECK(days_only > 10);
}

TEST(tallies_made_anew_are_the_same)
{
	WORLD w = { 0 };
	int days_only = 0;
	struct write write = { .db = &w.db, .journal = &w.journal };

	CHECK_OK(world_open(&w, 99));
	CHECK_OK(live(&w, 3000));
	CHECK_OK(follow(&w));
	CHECK_OK(figures_forget(&write));
	CHECK_OK(follow(&w));
	for (int i = 0; i < 10; i++)
		ask_randomly(&w, &days_only);
}
