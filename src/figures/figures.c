#include "figures/figures.h"

struct steps {
	struct figure_step *out;
	int n;
};

static void add(struct steps *s, instant at, enum figure_measure m, int delta)
{
	assert(s->n < FIGURE_MAX_STEPS);
	s->out[s->n++] = (struct figure_step){ at, m, delta };
}

/* Up at from, down at to; nothing when it is empty; no down when it lasts. */
static void add_stretch(struct steps *s, enum figure_measure m, instant from, instant to)
{
	if (from >= to)
		return;
	add(s, from, m, 1);
	if (to != INT64_MAX)
		add(s, to, m, -1);
}

static instant later(instant a, instant b)
{
	return a > b ? a : b;
}

static instant sooner(instant a, instant b)
{
	return a < b ? a : b;
}

/* When the dossier stops being open, INT64_MAX while it is. */
static instant open_until(const struct dossier *d)
{
	return d->ended_at == INSTANT_NONE ? INT64_MAX : d->ended_at;
}

/* A wait ends when what was awaited came, or with the dossier; only its part after acceptance counts. */
static void wait_bounds(const struct dossier *d, const struct dossier_wait *w, instant *from, instant *to)
{
	*from = later(w->from, d->accepted_at);
	*to = sooner(w->to == INSTANT_NONE ? INT64_MAX : w->to, open_until(d));
}

/* [from, to) without the waits: waiting counts as within the deadline. */
static void add_overdue(struct steps *s, const struct dossier *d, instant from, instant to)
{
	for (int i = 0; i < d->waits_n && from < to; i++) {
		instant wait_from, wait_to;

		wait_bounds(d, &d->waits[i], &wait_from, &wait_to);
		if (wait_to <= from || wait_from >= wait_to)
			continue;
		add_stretch(s, MEASURE_OVERDUE, from, sooner(wait_from, to));
		from = later(from, wait_to);
	}
	add_stretch(s, MEASURE_OVERDUE, from, to);
}

static void add_deadlines(struct steps *s, const struct dossier *d)
{
	instant end = open_until(d);

	if (!d->dues_n)
		add_stretch(s, MEASURE_NO_DEADLINE, d->accepted_at, end);
	for (int i = 0; i < d->dues_n; i++) {
		const struct dossier_due *due = &d->dues[i];
		instant from = i ? later(due->since, d->accepted_at) : d->accepted_at;
		instant to = i + 1 < d->dues_n ? sooner(d->dues[i + 1].since, end) : end;

		if (due->due.kind == DUE_NONE)
			add_stretch(s, MEASURE_NO_DEADLINE, from, to);
		else
			add_overdue(s, d, later(from, due_overdue_from(due->due)), to);
	}
}

static void add_waits(struct steps *s, const struct dossier *d)
{
	for (int i = 0; i < d->waits_n; i++) {
		instant from, to;

		wait_bounds(d, &d->waits[i], &from, &to);
		add_stretch(s,
			d->waits[i].kind == WAIT_PAYMENT ? MEASURE_WAITING_PAYMENT
							 : MEASURE_WAITING_SUPPLEMENT,
			from, to);
	}
}

struct due dossier_due_at(const struct dossier *d, instant t)
{
	struct due due = d->dues_n ? d->dues[0].due : (struct due){ 0 };

	for (int i = 1; i < d->dues_n && d->dues[i].since <= t; i++)
		due = d->dues[i].due;
	return due;
}

static void add_outcome(struct steps *s, const struct dossier *d)
{
	switch (d->outcome) {
	case OUTCOME_REFUSED: add(s, d->ended_at, MEASURE_ENDED_REFUSED, 1); break;
	case OUTCOME_WITHDRAWN: add(s, d->ended_at, MEASURE_ENDED_WITHDRAWN, 1); break;
	case OUTCOME_STOPPED: add(s, d->ended_at, MEASURE_ENDED_STOPPED, 1); break;
	case OUTCOME_NONE:
	case OUTCOME_APPROVED: break;
	case OUTCOME_N: impossible();
	}
}

/* Ended after the day that was due before the apology, but not after the re-appointed one. */
static bool ended_apologised(const struct dossier *d, enum due_verdict v)
{
	struct due before = { 0 };
	bool found = false;

	for (int i = 1; i < d->dues_n; i++)
		if (d->dues[i].reason == DUE_BY_APOLOGY && d->dues[i].since <= d->ended_at) {
			before = d->dues[i - 1].due;
			found = true;
		}
	return found && (v == DUE_EARLY || v == DUE_ON_TIME) &&
	       due_compare_end(before, d->ended_at) == DUE_LATE;
}

static void add_end(struct steps *s, const struct dossier *d)
{
	enum due_verdict v = due_compare_end(dossier_due_at(d, d->ended_at), d->ended_at);

	switch (v) {
	case DUE_NO_DEADLINE: add(s, d->ended_at, MEASURE_ENDED_NO_DEADLINE, 1); break;
	case DUE_EARLY: add(s, d->ended_at, MEASURE_ENDED_EARLY, 1); break;
	case DUE_ON_TIME: add(s, d->ended_at, MEASURE_ENDED_ON_TIME, 1); break;
	case DUE_LATE: add(s, d->ended_at, MEASURE_ENDED_LATE, 1); break;
	}
	add_outcome(s, d);
	if (ended_apologised(d, v))
		add(s, d->ended_at, MEASURE_ENDED_APOLOGISED, 1);
}

int figure_steps(const struct dossier *d, struct figure_step *out)
{
	static const enum figure_measure accepted[CHANNEL_N] = { [CHANNEL_COUNTER] = MEASURE_ACCEPTED_COUNTER,
		[CHANNEL_ONLINE] = MEASURE_ACCEPTED_ONLINE,
		[CHANNEL_POSTAL] = MEASURE_ACCEPTED_POSTAL };
	struct steps s = { .out = out };

	if (!dossier_counts(d))
		return 0;
	assert(d->channel < CHANNEL_N);
	add(&s, d->accepted_at, accepted[d->channel], 1);
	if (d->ended_at != INSTANT_NONE)
		add_end(&s, d);
	add_deadlines(&s, d);
	add_waits(&s, d);
	return s.n;
}

int figure_feedback_steps(const struct feedback *f, struct figure_step *out)
{
	struct steps s = { .out = out };

	if (!feedback_counts(f))
		return 0;
	add(&s, f->accepted_at, MEASURE_FEEDBACK, 1);
	add(&s, f->accepted_at,
		feedback_content_is_conduct(f->content) ? MEASURE_FEEDBACK_CONDUCT : MEASURE_FEEDBACK_RULES,
		1);
	return s.n;
}
