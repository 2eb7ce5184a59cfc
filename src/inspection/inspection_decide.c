/* What no table can say: conditions of single steps. The reason of each refusal tells what to do. */
#include "inspection/inspection.h"

#define VALUE(e, name) (e)->values[INSPECTION_FIELD_##name]
#define DAY(e, name) record_day((e), INSPECTION_FIELD_##name)
#define NO(message) RECORD_REFUSED(MSG_inspection_##message)
#define NO_AT(message, name) RECORD_REFUSED_AT(MSG_inspection_##message, INSPECTION_FIELD_##name)

/* Its sides: whole = one + other. */
struct identity {
	enum inspection_figure whole, one, other;
	bool at_most; /* the parts need not make up the whole */
	enum msg broken;
};

struct record_refusal inspection_balance(const struct inspection_figures *f)
{
	static const struct identity identities[] = {
		{ INSPECTION_RECEIVED, INSPECTION_RECEIVED_NEW, INSPECTION_CARRIED_OVER, false,
			MSG_inspection_received_is_new_and_carried },
		{ INSPECTION_RECEIVED, INSPECTION_RESOLVED, INSPECTION_IN_PROGRESS, false,
			MSG_inspection_received_is_resolved_and_open },
		{ INSPECTION_RESOLVED, INSPECTION_IN_TIME, INSPECTION_LATE, false,
			MSG_inspection_resolved_is_in_time_and_late },
		{ INSPECTION_IN_PROGRESS, INSPECTION_WITHIN_DEADLINE, INSPECTION_OVERDUE, false,
			MSG_inspection_open_is_within_and_overdue },
		{ INSPECTION_INTER_AGENCY, INSPECTION_SAME_LEVEL, INSPECTION_CROSS_LEVEL, false,
			MSG_inspection_inter_is_same_and_cross },
		{ INSPECTION_PROCEDURES, INSPECTION_INTER_AGENCY, INSPECTION_INTER_AGENCY, true,
			MSG_inspection_inter_at_most_procedures },
		{ INSPECTION_PROCEDURES, INSPECTION_ONLINE_3, INSPECTION_ONLINE_4, true,
			MSG_inspection_online_at_most_procedures },
		{ INSPECTION_ONLINE_OFFERED, INSPECTION_ONLINE_USED, INSPECTION_ONLINE_USED, true,
			MSG_inspection_used_at_most_offered },
	};

	for (size_t i = 0; i < COUNT(identities); i++) {
		const struct identity *id = &identities[i];
		int64_t sum = id->one == id->other ? f->n[id->one] : f->n[id->one] + f->n[id->other];

		if (!f->known[id->whole] || !f->known[id->one] || !f->known[id->other])
			continue;
		if (id->at_most ? sum > f->n[id->whole] : sum != f->n[id->whole])
			return RECORD_REFUSED_AT(id->broken, inspection_figure_field(id->whole));
	}
	return RECORD_FINE;
}

/* Whether an item of that number is there. */
static bool has(const struct record_event *e, int field, int n)
{
	int64_t item = record_count(e, field);

	return item >= 1 && item <= n;
}

static struct record_refusal opening(const struct record_event *e)
{
	if (DAY(e, PERIOD_TO) < DAY(e, PERIOD_FROM))
		return NO_AT(period_backwards, PERIOD_TO);
	if (VALUE(e, PLAN_NUMBER).n && DAY(e, PLAN_DATE) == DAYNUM_NONE)
		return NO_AT(plan_without_date, PLAN_DATE);
	return RECORD_FINE;
}

static bool belongs_to_unit(const struct inspection *x, const struct inspection_env *env, struct str body)
{
	return str_eq(body, x->base.agency) ||
	       (env->scope.is_within && env->scope.is_within(env->scope.tree, body, x->base.agency));
}

static struct record_refusal joining(
	const struct inspection *x, const struct record_event *e, const struct inspection_env *env)
{
	int part = record_word(&inspection_kind, e, INSPECTION_FIELD_PART);

	if (x->members_n == INSPECTION_MEMBERS)
		return NO(team_full);
	if (belongs_to_unit(x, env, VALUE(e, BODY)))
		return NO_AT(member_of_the_unit, BODY);
	if (part == INSPECTION_LEADER && inspection_leader(x))
		return NO_AT(two_leaders, PART);
	for (int i = 0; i < x->members_n; i++)
		if (!x->members[i].released && str_eq(x->members[i].name, VALUE(e, NAME)) &&
			str_eq(x->members[i].body, VALUE(e, BODY)))
			return NO_AT(member_twice, NAME);
	return RECORD_FINE;
}

static struct record_refusal releasing(const struct inspection *x, const struct record_event *e)
{
	if (!has(e, INSPECTION_FIELD_MEMBER, x->members_n))
		return NO_AT(no_such_member, MEMBER);
	if (x->members[record_count(e, INSPECTION_FIELD_MEMBER) - 1].released)
		return NO_AT(member_released, MEMBER);
	return RECORD_FINE;
}

static struct record_refusal deciding(const struct inspection *x, const struct record_event *e)
{
	int others = 0;

	for (int i = 0; i < x->members_n; i++)
		others += !x->members[i].released && x->members[i].part != INSPECTION_LEADER;
	if (!inspection_leader(x))
		return NO(no_leader);
	if (!others)
		return NO(no_members);
	if (DAY(e, DATE) < x->plan_date)
		return NO_AT(before_plan, DATE);
	return RECORD_FINE;
}

static struct record_refusal scheduling(const struct record_event *e, const struct inspection_env *env)
{
	instant from = record_minute(e, INSPECTION_FIELD_FROM), to = record_minute(e, INSPECTION_FIELD_TO);

	if (to <= from)
		return NO_AT(session_backwards, TO);
	return env->session_taken ? NO_AT(session_taken, FROM) : RECORD_FINE;
}

static struct record_refusal notifying(
	const struct inspection *x, const struct record_event *e, const struct inspection_env *env)
{
	daynum session = day_of(record_minute(e, INSPECTION_FIELD_FROM));

	if (DAY(e, DATE) < x->decision.date)
		return NO_AT(before_decision, DATE);
	if (session < DAY(e, DATE))
		return NO_AT(session_before_notice, FROM);
	return scheduling(e, env);
}

static struct record_refusal declaring(const struct record_event *e)
{
	struct inspection_figures f = inspection_figures_of(e);

	return inspection_balance(&f);
}

/* What the program computed must stand there, unless there is nothing to compute from. */
static struct record_refusal beginning(const struct inspection *x, const struct record_event *e)
{
	if (!x->declared_only && (!VALUE(e, JOURNAL_ROOT).n || !VALUE(e, RECEIVED).n))
		return NO(figures_not_frozen);
	if (day_of(e->happened) < day_of(x->from))
		return NO(session_not_yet);
	if (!inspection_leader(x))
		return NO(no_leader);
	return RECORD_FINE;
}

static struct record_refusal drawing(const struct inspection *x, const struct record_event *e)
{
	(void)e;
	return x->checks_n ? NO(sample_drawn) : RECORD_FINE;
}

static struct record_refusal checking(const struct inspection *x, const struct record_event *e)
{
	for (int i = 0; i < x->checks_n; i++)
		if (str_eq(x->checks[i].dossier, VALUE(e, DOSSIER)))
			return RECORD_FINE;
	return NO_AT(not_in_sample, DOSSIER);
}

static struct record_refusal answering(const struct inspection *x, const struct record_event *e)
{
	bool known = false;

	for (int i = 0; i < x->criteria_n; i++)
		known |= str_eq(x->criteria[i].code, VALUE(e, CRITERION));
	return !known && x->criteria_n == INSPECTION_ANSWERS ? NO(too_many) : RECORD_FINE;
}

static struct record_refusal about_finding(const struct inspection *x, const struct record_event *e)
{
	if (!has(e, INSPECTION_FIELD_FINDING, x->findings_n))
		return NO_AT(no_such_finding, FINDING);
	if (x->findings[record_count(e, INSPECTION_FIELD_FINDING) - 1].dropped)
		return NO_AT(finding_dropped, FINDING);
	return RECORD_FINE;
}

static struct record_refusal recommending(const struct inspection *x, const struct record_event *e)
{
	if (x->recommendations_n == INSPECTION_RECOMMENDATIONS)
		return NO(too_many);
	if (DAY(e, DEADLINE) <= day_of(e->happened))
		return NO_AT(deadline_passed, DEADLINE);
	return VALUE(e, FINDING).n ? about_finding(x, e) : RECORD_FINE;
}

/* The state that a recommendation must be in for a step; a set. */
static unsigned wanted_for(int verb)
{
	switch (verb) {
	case INSPECTION_DO_ACCEPT: return 1u << REMEDY_OPEN;
	case INSPECTION_DO_REMEDY: return 1u << REMEDY_ACCEPTED | 1u << REMEDY_REPORTED;
	case INSPECTION_DO_VERIFY:
	case INSPECTION_DO_SEND_BACK: return 1u << REMEDY_REPORTED;
	default: return 1u << REMEDY_OPEN | 1u << REMEDY_ACCEPTED | 1u << REMEDY_REPORTED;
	}
}

static enum msg not_wanted(enum inspection_remedy state)
{
	switch (state) {
	case REMEDY_OPEN: return MSG_inspection_not_accepted_yet;
	case REMEDY_ACCEPTED: return MSG_inspection_not_reported_yet;
	case REMEDY_REPORTED: return MSG_inspection_reported_already;
	case REMEDY_VERIFIED:
	case REMEDY_DROPPED: return MSG_inspection_recommendation_ended;
	}
	impossible();
}

static struct record_refusal about_recommendation(const struct inspection *x, const struct record_event *e)
{
	if (!has(e, INSPECTION_FIELD_RECOMMENDATION, x->recommendations_n))
		return NO_AT(no_such_recommendation, RECOMMENDATION);
	const struct inspection_recommendation *r =
		&x->recommendations[record_count(e, INSPECTION_FIELD_RECOMMENDATION) - 1];

	if (e->verb == INSPECTION_DO_ACCEPT && r->state == REMEDY_ACCEPTED)
		return NO_AT(accepted_already, RECOMMENDATION);
	if (!(wanted_for(e->verb) >> r->state & 1))
		return RECORD_REFUSED_AT(not_wanted(r->state), INSPECTION_FIELD_RECOMMENDATION);
	if (e->verb == INSPECTION_DO_PROLONG && DAY(e, DEADLINE) <= r->deadline)
		return NO_AT(deadline_not_later, DEADLINE);
	return RECORD_FINE;
}

/* Minutes tell who sat there: both sides. */
static struct record_refusal signing(const struct inspection *x)
{
	bool team = false, unit = false;

	for (int i = 0; i < x->attendants_n; i++) {
		team |= x->attendants[i].side == INSPECTION_FOR_TEAM;
		unit |= x->attendants[i].side == INSPECTION_FOR_UNIT;
	}
	return team && unit ? RECORD_FINE : NO(nobody_attended);
}

static struct record_refusal concluding(const struct inspection *x, const struct record_event *e)
{
	if (x->base.state != INSPECTION_IS_MINUTED)
		return NO(no_minutes);
	if (DAY(e, DATE) < day_of(x->unit_signature.at))
		return NO_AT(before_minutes, DATE);
	return RECORD_FINE;
}

static struct record_refusal replying(const struct inspection *x, const struct record_event *e)
{
	if (!has(e, INSPECTION_FIELD_PROPOSAL, x->proposals_n))
		return NO_AT(no_such_proposal, PROPOSAL);
	if (x->proposals[record_count(e, INSPECTION_FIELD_PROPOSAL) - 1].answered)
		return NO_AT(proposal_answered, PROPOSAL);
	return RECORD_FINE;
}

static struct record_refusal room(int n, int most)
{
	return n < most ? RECORD_FINE : NO(too_many);
}

/* During the session and after it. */
static struct record_refusal decide_later(const struct inspection *x, const struct record_event *e)
{
	switch (e->verb) {
	case INSPECTION_DO_ATTEND: return room(x->attendants_n, INSPECTION_ATTENDANTS);
	case INSPECTION_DO_FINDING: return room(x->findings_n, INSPECTION_FINDINGS);
	case INSPECTION_DO_PROPOSE: return room(x->proposals_n, INSPECTION_PROPOSALS);
	case INSPECTION_DO_AMEND: return room(x->amendments_n, INSPECTION_AMENDMENTS);
	case INSPECTION_DO_EXPLAIN:
	case INSPECTION_DO_DROP_FINDING: return about_finding(x, e);
	case INSPECTION_DO_RECOMMEND: return recommending(x, e);
	case INSPECTION_DO_ACCEPT:
	case INSPECTION_DO_REMEDY:
	case INSPECTION_DO_VERIFY:
	case INSPECTION_DO_SEND_BACK:
	case INSPECTION_DO_PROLONG:
	case INSPECTION_DO_DROP_RECOMMENDATION:
	case INSPECTION_DO_REMIND: return about_recommendation(x, e);
	case INSPECTION_DO_SIGN_TEAM: return signing(x);
	case INSPECTION_DO_CONCLUDE: return concluding(x, e);
	case INSPECTION_DO_REPLY: return replying(x, e);
	case INSPECTION_DO_CLOSE:
		return inspection_open_recommendations(x) ? NO(recommendations_open) : RECORD_FINE;
	default: return RECORD_FINE;
	}
}

struct record_refusal inspection_decide(
	const void *inspection, const struct record_event *e, const void *environment)
{
	static const struct inspection_env nothing = { 0 };
	const struct inspection *x = inspection;
	const struct inspection_env *env = environment ? environment : &nothing;

	switch (e->verb) {
	case INSPECTION_DO_OPEN: return opening(e);
	case INSPECTION_DO_MEMBER: return joining(x, e, env);
	case INSPECTION_DO_CONFLICT: return releasing(x, e);
	case INSPECTION_DO_DECIDE: return deciding(x, e);
	case INSPECTION_DO_NOTIFY: return notifying(x, e, env);
	case INSPECTION_DO_RESCHEDULE: return scheduling(e, env);
	case INSPECTION_DO_DECLARE: return declaring(e);
	case INSPECTION_DO_BEGIN: return beginning(x, e);
	case INSPECTION_DO_DRAW: return drawing(x, e);
	case INSPECTION_DO_CHECK: return checking(x, e);
	case INSPECTION_DO_ANSWER: return answering(x, e);
	default: return decide_later(x, e);
	}
}
