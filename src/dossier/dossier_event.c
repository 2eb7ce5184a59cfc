#include "dossier/dossier_event.h"

const struct dossier_rule_row *dossier_rule_of(enum dossier_verb v)
{
#define X(name, text, from, to, roles, reason, basis) \
	{ from, to, (roles) | ROLE_BIT(SYSTEM), reason, BASIS_##basis },
	static const struct dossier_rule_row rows[DOSSIER_VERB_N] = { DOSSIER_COMMANDS(X) };
#undef X

	assert(v < DOSSIER_VERB_N);
	return &rows[v];
}

static bool opens_wait(enum dossier_verb v)
{
	return v == VERB_REQUEST_SUPPLEMENT || v == VERB_WAIT_PAYMENT;
}

bool dossier_allows(const struct dossier *d, enum dossier_verb v)
{
	bool accepted = d->accepted_at != INSTANT_NONE;

	if (!(dossier_rule_of(v)->from >> d->state & 1))
		return false;
	/* Waiting for papers can be before acceptance or after it. */
	if (v == VERB_DECLINE)
		return !accepted;
	return accepted || (v != VERB_REFUSE && v != VERB_STOP && v != VERB_ANNUL);
}

enum dossier_state dossier_state_after(
	const struct dossier *d, enum dossier_verb v, const struct dossier *facts)
{
	unsigned to = dossier_rule_of(v)->to;

	if (v == VERB_CORRECT)
		return facts->state;
	if (v == VERB_APOLOGISE)
		return d->state;
	if (v == VERB_RECEIVE_SUPPLEMENT)
		return d->accepted_at != INSTANT_NONE ? DOSSIER_PROCESSING : DOSSIER_SUBMITTED;
	assert((to & (to - 1)) == 0);
	return (enum dossier_state)__builtin_ctz(to);
}

enum outcome dossier_outcome_after(const struct dossier *d, enum dossier_verb v, const struct dossier *facts)
{
	static const enum outcome ends[DOSSIER_VERB_N] = {
		[VERB_APPROVE] = OUTCOME_APPROVED,
		[VERB_REFUSE] = OUTCOME_REFUSED,
		[VERB_WITHDRAW] = OUTCOME_WITHDRAWN,
		[VERB_STOP] = OUTCOME_STOPPED,
	};

	if (v == VERB_CORRECT)
		return facts->outcome;
	return ends[v] != OUTCOME_NONE ? ends[v] : d->outcome;
}

/* A correction brings its own times and deadlines; the code is what it cannot change. */
static bool correction_fits(const struct dossier *d, const struct dossier_event *e)
{
	const struct dossier *f = e->facts;

	return f && dossier_well_formed(f) && (DOSSIER_ANY_LIVE >> f->state & 1) &&
	       str_eq(f->code, d->code) && f->state == e->state && f->outcome == e->outcome &&
	       due_eq(dossier_due_now(f), e->due);
}

/* Whether there is room for what e adds. */
static bool has_room(const struct dossier *d, const struct dossier_event *e)
{
	bool adds_due = !due_eq(e->due, e->due_before);

	return (!opens_wait(e->verb) || d->waits_n < DOSSIER_MAX_WAITS) &&
	       (!adds_due || d->dues_n < DOSSIER_MAX_DUES);
}

/* Only these four move the deadline. */
static bool may_move_due(const struct dossier *d, enum dossier_verb v)
{
	return v == VERB_ACCEPT || v == VERB_RECEIVE_PAYMENT || v == VERB_APOLOGISE ||
	       (v == VERB_RECEIVE_SUPPLEMENT && d->accepted_at != INSTANT_NONE);
}

bool dossier_fits(const struct dossier *d, const struct dossier_event *e)
{
	if (e->before != d->state || !dossier_allows(d, e->verb) ||
		!due_eq(e->due_before, dossier_due_now(d)))
		return false;
	if (d->state != DOSSIER_NONE && !str_eq(e->code, d->code))
		return false;
	if (e->verb == VERB_CORRECT)
		return correction_fits(d, e);
	if (e->facts || e->happened < d->last_at || e->state != dossier_state_after(d, e->verb, NULL) ||
		e->outcome != dossier_outcome_after(d, e->verb, NULL))
		return false;
	return has_room(d, e) && (may_move_due(d, e->verb) || due_eq(e->due, e->due_before));
}

static void set_identity(struct dossier *d, const struct dossier_event *e)
{
	d->code = e->code;
	d->agency = e->agency;
	d->procedure = e->procedure;
	d->procedure_version = e->procedure_version;
	d->channel = e->channel;
}

static void open_wait(struct dossier *d, enum wait_kind kind, instant from)
{
	assert(d->waits_n < DOSSIER_MAX_WAITS);
	d->waits[d->waits_n++] = (struct dossier_wait){ .kind = kind, .from = from };
}

static void close_wait(struct dossier *d, instant to)
{
	if (dossier_is_waiting(d))
		d->waits[d->waits_n - 1].to = to;
}

static void add_deadline(struct dossier *d, const struct dossier_event *e, enum due_reason reason)
{
	if (d->dues_n && due_eq(dossier_due_now(d), e->due))
		return;
	assert(d->dues_n < DOSSIER_MAX_DUES);
	d->dues[d->dues_n++] = (struct dossier_due){ e->happened, e->due, reason };
	d->rule = e->rule;
	d->calendar = e->calendar;
}

static void end(struct dossier *d, const struct dossier_event *e)
{
	close_wait(d, e->happened);
	d->ended_at = e->happened;
	d->outcome = e->outcome;
}

/* A correction replaces everything but the code and the count of events. */
static struct dossier corrected(const struct dossier *d, const struct dossier *facts)
{
	struct dossier c = *facts;

	c.code = d->code;
	c.version = d->version;
	c.last_at = dossier_last_instant(facts);
	return c;
}

static void take_over(struct dossier *d, const struct dossier_event *e)
{
	switch (e->verb) {
	case VERB_SUBMIT:
		set_identity(d, e);
		d->submitted_at = e->happened;
		break;
	case VERB_ACCEPT:
		set_identity(d, e);
		d->accepted_at = e->happened;
		add_deadline(d, e, DUE_BY_ACCEPTANCE);
		break;
	case VERB_REQUEST_SUPPLEMENT: open_wait(d, WAIT_SUPPLEMENT, e->happened); break;
	case VERB_WAIT_PAYMENT: open_wait(d, WAIT_PAYMENT, e->happened); break;
	case VERB_RECEIVE_SUPPLEMENT:
	case VERB_RECEIVE_PAYMENT:
		close_wait(d, e->happened);
		if (d->accepted_at != INSTANT_NONE)
			add_deadline(
				d, e, e->verb == VERB_RECEIVE_PAYMENT ? DUE_BY_PAYMENT : DUE_BY_SUPPLEMENT);
		break;
	case VERB_APOLOGISE:
		add_deadline(d, e, DUE_BY_APOLOGY);
		d->apologised = true;
		break;
	case VERB_APPROVE:
	case VERB_REFUSE:
	case VERB_WITHDRAW:
	case VERB_STOP: end(d, e); break;
	case VERB_DECLINE:
	case VERB_ANNUL: close_wait(d, e->happened); break;
	case VERB_RETURN: d->returned_at = e->happened; break;
	case VERB_START:
	case VERB_CORRECT: break;
	case DOSSIER_VERB_N: impossible();
	}
}

struct dossier dossier_apply(struct dossier d, const struct dossier_event *e)
{
	if (e->facts) {
		d = corrected(&d, e->facts);
	} else {
		take_over(&d, e);
		d.last_at = e->happened;
	}
	d.state = e->state;
	d.version++;
	return d;
}
