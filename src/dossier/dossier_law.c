#include "dossier/dossier_law.h"

int dossier_refusal_status(enum dossier_refusal r)
{
#define X(name, status) status,
	static const int statuses[DOSSIER_REFUSAL_N] = { DOSSIER_REFUSALS(X) };
#undef X

	assert(r < DOSSIER_REFUSAL_N);
	return statuses[r];
}

/* What is being decided. A check returns REFUSED_NONE, adds warnings and fills the event. */
struct matter {
	const struct dossier *d;
	const struct dossier_command *cmd;
	const struct dossier_rules *rules;
	unsigned warnings;
	struct dossier_event event;
};

/* A rule of a clerk's moment: refused now, a warning in what is entered of the past. */
static enum dossier_refusal refuse_or_warn(
	struct matter *m, enum dossier_refusal refusal, enum dossier_warning warning)
{
	if (!m->rules->history)
		return refusal;
	m->warnings |= 1u << warning;
	return REFUSED_NONE;
}

static enum dossier_refusal check_standing(struct matter *m)
{
	const struct dossier_command *cmd = m->cmd;
	const struct dossier_rule_row *row = dossier_rule_of(cmd->verb);

	if (cmd->verb != VERB_SUBMIT && m->d->state == DOSSIER_NONE)
		return REFUSED_NOT_FOUND;
	if (cmd->seen != m->d->version)
		return REFUSED_CHANGED_MEANWHILE;
	if (!dossier_allows(m->d, cmd->verb))
		return REFUSED_WRONG_STATE;
	if (row->needs_reason && cmd->reason == REASON_NONE)
		return REFUSED_REASON_MISSING;
	if (cmd->by == ROLE_NOBODY)
		return REFUSED_NOT_YOUR_ROLE;
	if (!(row->roles >> cmd->by & 1))
		return refuse_or_warn(m, REFUSED_NOT_YOUR_ROLE, WARNING_NOT_YOUR_ROLE);
	return REFUSED_NONE;
}

/* A correction is about any time before now. */
static enum dossier_refusal check_time(struct matter *m)
{
	if (m->cmd->happened > m->rules->now)
		return REFUSED_HAPPENED_IN_FUTURE;
	if (m->cmd->verb == VERB_CORRECT)
		return REFUSED_NONE;
	if (m->cmd->happened <= INSTANT_NONE || m->cmd->happened < m->d->last_at)
		return REFUSED_HAPPENED_BEFORE_PREVIOUS;
	return REFUSED_NONE;
}

/* Acts of the office outside its opening hours are odd, not wrong. */
static void look_at_the_clock(struct matter *m)
{
	bool by_applicant =
		m->cmd->by == ROLE_APPLICANT || m->cmd->verb == VERB_SUBMIT || m->cmd->verb == VERB_WITHDRAW;

	if (!by_applicant && calendar_covers(day_of(m->cmd->happened)) &&
		!calendar_counter_open(m->rules->calendar, m->cmd->happened))
		m->warnings |= WARNING_BIT(OUTSIDE_OFFICE_HOURS);
}

static enum dossier_refusal submit(struct matter *m)
{
	const struct dossier_command *cmd = m->cmd;

	if (!cmd->agency.n || !cmd->procedure.n || !cmd->code.n)
		return REFUSED_IDENTITY_MISSING;
	m->event.code = cmd->code;
	m->event.agency = cmd->agency;
	m->event.procedure = cmd->procedure;
	m->event.procedure_version = m->rules->procedure_version;
	m->event.channel = cmd->channel;
	return REFUSED_NONE;
}

static enum dossier_refusal set_deadline(struct matter *m)
{
	struct dossier_deadline deadline;

	if (!dossier_deadline_of(m->d, m->cmd, m->rules, &deadline))
		return REFUSED_NO_DEADLINE_POSSIBLE;
	m->event.due = deadline.due;
	if (m->cmd->verb == VERB_ACCEPT || !due_eq(deadline.due, m->event.due_before)) {
		m->event.rule = deadline.rule;
		if (deadline.rule == DUE_RULE_CIVIL || deadline.rule == DUE_RULE_HOURS)
			m->event.calendar = m->rules->calendar_version;
	}
	if (!deadline.verified)
		m->warnings |= WARNING_BIT(UNVERIFIED_CALENDAR);
	return REFUSED_NONE;
}

/* The dossier stays on the version of the procedure under which it was accepted. */
static enum dossier_refusal accept(struct matter *m)
{
	m->event.procedure_version = m->rules->procedure_version;
	if (m->cmd->due_given && due_overdue_from(m->cmd->due) <= m->cmd->happened) {
		enum dossier_refusal r =
			refuse_or_warn(m, REFUSED_DUE_BEFORE_RECEPTION, WARNING_DUE_BEFORE_RECEPTION);
		if (r)
			return r;
	}
	return set_deadline(m);
}

static enum dossier_refusal wait_for_applicant(struct matter *m)
{
	const struct dossier *d = m->d;
	int supplements = 0;

	if (d->waits_n >= DOSSIER_MAX_WAITS)
		return REFUSED_TOO_MANY_WAITS;
	if (m->cmd->verb == VERB_WAIT_PAYMENT)
		return REFUSED_NONE;
	for (int i = 0; i < d->waits_n; i++)
		supplements += d->waits[i].kind == WAIT_SUPPLEMENT;
	if (supplements > 0)
		m->warnings |= WARNING_BIT(SECOND_SUPPLEMENT);
	if (d->accepted_at != INSTANT_NONE && calendar_covers(day_of(m->cmd->happened)) &&
		calendar_working_days(m->rules->calendar, day_of(d->accepted_at), day_of(m->cmd->happened)) >
			SUPPLEMENT_REQUEST_DAYS)
		m->warnings |= WARNING_BIT(LATE_SUPPLEMENT_REQUEST);
	return REFUSED_NONE;
}

static enum dossier_refusal applicant_came(struct matter *m)
{
	return m->d->accepted_at == INSTANT_NONE ? REFUSED_NONE : set_deadline(m);
}

/* ND 61/2018 art. 19(9). A day is a calendar day: "at the latest 01 day before". */
static enum dossier_refusal apologise(struct matter *m)
{
	struct due old = dossier_due_now(m->d), new = m->cmd->due;

	if (old.kind == DUE_NONE)
		return REFUSED_NOTHING_TO_MOVE;
	if (m->d->apologised)
		return REFUSED_ALREADY_APOLOGISED;
	if (new.kind == DUE_NONE || due_cmp(new, old) <= 0)
		return REFUSED_NEW_DAY_NOT_LATER;
	if (!calendar_covers(new.day))
		return REFUSED_NO_DEADLINE_POSSIBLE;
	if (!calendar_is_working(m->rules->calendar, new.day))
		m->warnings |= WARNING_BIT(NEW_DAY_OFF);
	m->event.due = new;
	m->event.rule = m->d->rule == DUE_RULE_GIVEN ? DUE_RULE_GIVEN : DUE_RULE_APPOINTED;
	if (day_of(m->cmd->happened) >= old.day)
		return refuse_or_warn(m, REFUSED_TOO_LATE_TO_APOLOGISE, WARNING_LATE_APOLOGY);
	return REFUSED_NONE;
}

static enum dossier_refusal end(struct matter *m)
{
	bool in_progress = m->d->accepted_at != INSTANT_NONE && !dossier_is_waiting(m->d);

	if (in_progress && due_compare_end(dossier_due_now(m->d), m->cmd->happened) == DUE_LATE)
		m->warnings |= WARNING_BIT(ENDED_LATE);
	return REFUSED_NONE;
}

/* A correction carries all facts as now believed; they must agree with each other and lie in the past. */
static enum dossier_refusal correct(struct matter *m)
{
	const struct dossier *facts = m->cmd->facts;
	struct dossier_event *e = &m->event;

	if (!facts || !dossier_well_formed(facts) || !(DOSSIER_ANY_LIVE >> facts->state & 1) ||
		!str_eq(facts->code, m->d->code))
		return REFUSED_FACTS_CONTRADICT;
	if (dossier_last_instant(facts) > m->rules->now)
		return REFUSED_HAPPENED_IN_FUTURE;
	if (dossier_same_facts(facts, m->d))
		return REFUSED_NOTHING_TO_CORRECT;
	e->happened = e->happened == INSTANT_NONE ? dossier_last_instant(facts) : e->happened;
	e->facts = facts;
	e->agency = facts->agency;
	e->procedure = facts->procedure;
	e->procedure_version = facts->procedure_version;
	e->channel = facts->channel;
	e->due = dossier_due_now(facts);
	return REFUSED_NONE;
}

static enum dossier_refusal check_verb(struct matter *m)
{
	switch (m->cmd->verb) {
	case VERB_SUBMIT: return submit(m);
	case VERB_ACCEPT: return accept(m);
	case VERB_REQUEST_SUPPLEMENT:
	case VERB_WAIT_PAYMENT: return wait_for_applicant(m);
	case VERB_RECEIVE_SUPPLEMENT:
	case VERB_RECEIVE_PAYMENT: return applicant_came(m);
	case VERB_APOLOGISE: return apologise(m);
	case VERB_APPROVE:
	case VERB_REFUSE:
	case VERB_WITHDRAW:
	case VERB_STOP: return end(m);
	case VERB_CORRECT: return correct(m);
	case VERB_DECLINE:
	case VERB_START:
	case VERB_RETURN:
	case VERB_ANNUL: return REFUSED_NONE;
	case DOSSIER_VERB_N: break;
	}
	impossible();
}

static enum dossier_refusal check_all(struct matter *m)
{
	enum dossier_refusal r = check_standing(m);

	if (!r)
		r = check_time(m);
	if (r)
		return r;
	look_at_the_clock(m);
	return check_verb(m);
}

/* What an event says whatever it is. */
static struct dossier_event event_of(
	const struct dossier *d, const struct dossier_command *cmd, const struct dossier_rules *rules)
{
	return (struct dossier_event){
		.verb = cmd->verb,
		.before = d->state,
		.happened = cmd->happened,
		.recorded = rules->now,
		.by = cmd->by,
		.code = d->code,
		.agency = d->agency,
		.procedure = d->procedure,
		.procedure_version = d->procedure_version,
		.channel = d->channel,
		.due_before = dossier_due_now(d),
		.due = dossier_due_now(d),
		.reason = cmd->reason,
	};
}

struct dossier_decision dossier_decide(
	const struct dossier *d, const struct dossier_command *cmd, const struct dossier_rules *rules)
{
	struct matter m = { .d = d, .cmd = cmd, .rules = rules, .event = event_of(d, cmd, rules) };
	enum dossier_refusal r = check_all(&m);

	if (r)
		return (struct dossier_decision){ .refusal = r };
	m.event.state = dossier_state_after(d, cmd->verb, cmd->facts);
	m.event.outcome = dossier_outcome_after(d, cmd->verb, cmd->facts);
	assert(dossier_fits(d, &m.event));
	return (struct dossier_decision){ .warnings = m.warnings, .event = m.event };
}
