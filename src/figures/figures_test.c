#include "figures/figures.h"
#include "tests/t.h"

static const instant start = 1640970000; /* 2022-01-01 00:00 local */

static instant some_time(uint64_t *seed, int days)
{
	return start + (instant)(test_random(seed) % ((uint64_t)days * DAY_S));
}

static struct due some_due(uint64_t *seed, instant after)
{
	instant t = after + (instant)(test_random(seed) % (15 * DAY_S));

	switch (test_random(seed) % 5) {
	case 0: return (struct due){ 0 };
	case 1: return due_at_minute(t);
	default: return due_on_day(day_of(t));
	}
}

static void add_random_wait(struct dossier *d, uint64_t *seed, instant *t)
{
	struct dossier_wait *w = &d->waits[d->waits_n++];

	w->kind = test_random(seed) % 2 ? WAIT_SUPPLEMENT : WAIT_PAYMENT;
	w->from = *t += (instant)(test_random(seed) % (5 * DAY_S)) + 1;
	if (test_random(seed) % 4 == 0)
		return; /* still waiting */
	w->to = *t += (instant)(test_random(seed) % (9 * DAY_S)) + 1;
	d->dues[d->dues_n++] = (struct dossier_due){ w->to, some_due(seed, *t), DUE_BY_SUPPLEMENT };
}

static struct dossier random_dossier(uint64_t *seed)
{
	struct dossier d = { .state = DOSSIER_PROCESSING,
		.channel = (enum channel)(test_random(seed) % CHANNEL_N) };
	instant t = d.accepted_at = some_time(seed, 60);

	if (test_random(seed) % 12 == 0)
		d.accepted_at = INSTANT_NONE;
	if (test_random(seed) % 12 == 0)
		d.state = DOSSIER_ANNULLED;
	d.dues[d.dues_n++] = (struct dossier_due){ t, some_due(seed, t), DUE_BY_ACCEPTANCE };
	for (uint64_t waits = test_random(seed) % 3; waits && (!d.waits_n || d.waits[d.waits_n - 1].to);
		waits--)
		add_random_wait(&d, seed, &t);
	if (test_random(seed) % 3 == 0) {
		t += (instant)(test_random(seed) % (3 * DAY_S));
		d.dues[d.dues_n++] = (struct dossier_due){ t, some_due(seed, t), DUE_BY_APOLOGY };
	}
	if (test_random(seed) % 4) {
		d.ended_at = t + (instant)(test_random(seed) % (25 * DAY_S));
		d.outcome = (enum outcome)(1 + test_random(seed) % (OUTCOME_N - 1));
	}
	return d;
}

/* The contract's words, asked of one dossier at T, without steps. */
static bool waiting_at(const struct dossier *d, enum wait_kind kind, instant t)
{
	for (int i = 0; i < d->waits_n; i++) {
		const struct dossier_wait *w = &d->waits[i];
		if (w->kind == kind && w->from <= t && (!w->to || t < w->to))
			return true;
	}
	return false;
}

static bool naive_cell(const struct dossier *d, daynum from, instant t, enum figure_cell c)
{
	if (!dossier_counts(d) || d->accepted_at > t)
		return false;
	instant first = instant_at(from, 0);
	bool is_new = d->accepted_at >= first, has_ended = d->ended_at && d->ended_at <= t;
	bool carried = !is_new && !(d->ended_at && d->ended_at < first);
	bool resolved = has_ended && d->ended_at >= first, open = !has_ended;
	struct due due = dossier_due_at(d, has_ended ? d->ended_at : t);
	daynum end = day_of(d->ended_at);
	bool late = due.kind == DUE_DAY ? end > due.day
					: due.kind == DUE_MINUTE && d->ended_at / 60 > due.at / 60;
	bool waits = waiting_at(d, WAIT_SUPPLEMENT, t) || waiting_at(d, WAIT_PAYMENT, t);
	bool passed =
		due.kind == DUE_DAY ? due.day < day_of(t) : due.kind == DUE_MINUTE && due.at / 60 < t / 60;

	switch (c) {
	case CELL_RECEIVED: return is_new || carried;
	case CELL_NEW: return is_new;
	case CELL_NEW_ONLINE: return is_new && d->channel == CHANNEL_ONLINE;
	case CELL_NEW_COUNTER: return is_new && d->channel == CHANNEL_COUNTER;
	case CELL_NEW_POSTAL: return is_new && d->channel == CHANNEL_POSTAL;
	case CELL_CARRIED_OVER: return carried;
	case CELL_RESOLVED: return resolved;
	case CELL_RESOLVED_EARLY: return resolved && due.kind && end < due.day;
	case CELL_RESOLVED_ON_TIME: return resolved && due.kind && end >= due.day && !late;
	case CELL_RESOLVED_LATE: return resolved && late;
	case CELL_RESOLVED_NO_DEADLINE: return resolved && !due.kind;
	case CELL_WITHDRAWN: return resolved && d->outcome == OUTCOME_WITHDRAWN;
	case CELL_STOPPED: return resolved && d->outcome == OUTCOME_STOPPED;
	case CELL_REFUSED: return resolved && d->outcome == OUTCOME_REFUSED;
	case CELL_APOLOGISED: {
		const struct dossier_due *last = &d->dues[d->dues_n - 1];
		if (!resolved || late || last->reason != DUE_BY_APOLOGY || last->since > d->ended_at)
			return false;
		return due.kind && due_compare_end(d->dues[d->dues_n - 2].due, d->ended_at) == DUE_LATE;
	}
	case CELL_IN_PROGRESS: return open;
	case CELL_WITHIN_DEADLINE: return open && due.kind && (!passed || waits);
	case CELL_OVERDUE: return open && passed && !waits;
	case CELL_NO_DEADLINE: return open && !due.kind;
	case CELL_WAITING_SUPPLEMENT: return open && waiting_at(d, WAIT_SUPPLEMENT, t);
	case CELL_WAITING_PAYMENT: return open && waiting_at(d, WAIT_PAYMENT, t);
	case CELL_FEEDBACK:
	case CELL_FEEDBACK_RULES:
	case CELL_FEEDBACK_CONDUCT: return false; /* no dossier is feedback */
	case FIGURE_CELL_N: break;
	}
	impossible();
}

static struct figure_sums sums_of(const struct figure_step *steps, int n, daynum from, instant t)
{
	struct figure_sums s = { 0 };

	for (int i = 0; i < n; i++) {
		if (steps[i].at < instant_at(from, 0))
			s.before.n[steps[i].measure] += steps[i].delta;
		if (steps[i].at <= t)
			s.upto.n[steps[i].measure] += steps[i].delta;
	}
	return s;
}

TEST(every_cell_of_random_dossiers_is_what_the_contract_says)
{
	uint64_t seed = 20221025;
	int counted[FIGURE_CELL_N] = { 0 };

	for (int round = 0; round < 60000; round++) {
		struct dossier d = random_dossier(&seed);
		struct figure_step steps[FIGURE_MAX_STEPS];
		int n = figure_steps(&d, steps);
		daynum from = day_of(some_time(&seed, 90));
		instant t = instant_at(from, 0) + (instant)(test_random(&seed) % (40 * DAY_S));
		if (d.dues[0].due.kind == DUE_MINUTE && round % 3 == 0)
			t = d.dues[0].due.at + (instant)(test_random(&seed) % 120); /* around the minute */
		if (t < instant_at(from, 0))
			from = day_of(t);
		struct figure_sums s = sums_of(steps, n, from, t);
		const char *broken = NULL;
		CHECK_OR_STOP(figures_balance(&s, &broken));
		for (int c = 0; c < FIGURE_CELL_N; c++) {
			bool want = naive_cell(&d, from, t, (enum figure_cell)c);
			counted[c] += want;
			if (figure_cell(&s, (enum figure_cell)c) != want) {
				CHECK_INT(figure_cell(&s, (enum figure_cell)c), want);
				printf("# cell %s, round %d\n", figure_cell_name((enum figure_cell)c).p,
					round);
				return;
			}
		}
	}
	for (int c = 0; c < FIGURE_CELL_N; c++)
		CHECK((counted[c] > 100) ==
			(c < CELL_FEEDBACK)); /* the random dossiers reach every cell of theirs */
}

TEST(a_lost_step_shows_as_an_identity_that_fails)
{
	struct dossier d = { .state = DOSSIER_RESOLVED,
		.accepted_at = start,
		.ended_at = start + DAY_S,
		.outcome = OUTCOME_APPROVED,
		.dues_n = 1,
		.dues = { { start, { DUE_DAY, 18995, 0 }, DUE_BY_ACCEPTANCE } } };
	struct figure_step steps[FIGURE_MAX_STEPS];
	int n = figure_steps(&d, steps);
	const char *broken = NULL;

	CHECK_INT(n, 2);
	struct figure_sums s = sums_of(steps + 1, n - 1, day_of(start), start + 9 * DAY_S);
	CHECK(!figures_balance(&s, &broken));
	CHECK_STR(str_of(broken), S("no figure is negative"));
}

TEST(cells_are_found_by_their_name)
{
	enum figure_cell c;

	for (int i = 0; i < FIGURE_CELL_N; i++) {
		CHECK(figure_cell_from(figure_cell_name((enum figure_cell)i), &c));
		CHECK_INT(c, i);
	}
	CHECK(!figure_cell_from(S("received"), &c));
	struct figure_cells cells;
	struct str wrong;

	CHECK(figure_cells_from(S("resolved.on_time, resolved.early"), &cells, &wrong));
	CHECK(cells.set == (1u << CELL_RESOLVED_EARLY | 1u << CELL_RESOLVED_ON_TIME));
	CHECK(!figure_cells_from(S("resolved.early,,resolved.late"), &cells, &wrong) && !wrong.n);
	CHECK(!figure_cells_from(S("resolved.early,late"), &cells, &wrong) && str_eq(wrong, S("late")));
	CHECK(!figure_cells_from(S(""), &cells, &wrong));
}
