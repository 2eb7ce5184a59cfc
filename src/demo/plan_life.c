/* What happens to one dossier, step by step through the law. */
#include "demo/plan_parts.h"

enum {
	MINUTE_S = 60,
	WORK_DAY = 480,       /* working minutes */
	WAIT_MAX_DAYS = 6,    /* of an applicant */
	EARLY_WAIT_DAYS = 7,  /* of a supplement before acceptance */
	NO_DEADLINE_DAYS = 25 /* how long work without deadline takes at most */
};
/* Of a thousand dossiers; those of the second group happen at invented agencies only. */
enum {
	PER_MILLE_EARLY_SUPPLEMENT = 35,
	PER_MILLE_SUPPLEMENT = 45,
	PER_MILLE_PAYMENT = 20,
	PER_MILLE_REFUSED = 15,
	PER_MILLE_WITHDRAWN = 8,
	PER_MILLE_LATE = 80,
	PER_MILLE_APOLOGY = 40,
	PER_MILLE_TWICE = 25,
	PER_MILLE_STOPPED = 20,
	PER_MILLE_NEVER = 20,
	PER_MILLE = 1000,
	LIFE_ANNULLED = 40, /* the dossiers of an invented agency that were accepted by mistake, */
	LIFE_CORRECTED = 60 /* and entered wrongly */
};

struct life {
	struct planning *p;
	const struct plan_slot *slot;
	const struct calendar *c;
	struct dossier d;
	const struct procedure_version *version;
	int dossier; /* place in the plan; -1: nothing has happened before the end of the plan */
};

static void add_dossier(struct life *l)
{
	struct planning *p = l->p;

	if (p->dossiers_n == p->dossiers_cap) {
		int cap = p->dossiers_cap ? p->dossiers_cap * 2 : 1024;
		struct plan_dossier *grown = NEW_ARRAY(p->a, struct plan_dossier, cap);
		if (p->dossiers_n)
			memcpy(grown, p->dossiers, sizeof *grown * (size_t)p->dossiers_n);
		p->dossiers = grown;
		p->dossiers_cap = cap;
	}
	l->dossier = p->dossiers_n++;
	p->dossiers[l->dossier] =
		(struct plan_dossier){ p->office_number, l->slot->service->procedure, l->slot->channel };
}

static void add_event(struct life *l, const struct plan_event *e)
{
	struct planning *p = l->p;

	if (e->at > p->rq->end)
		return;
	if (l->dossier < 0)
		add_dossier(l);
	if (p->events_n == p->events_cap) {
		int cap = p->events_cap ? p->events_cap * 2 : 4096;
		struct plan_event *grown = NEW_ARRAY(p->a, struct plan_event, cap);
		if (p->events_n)
			memcpy(grown, p->events, sizeof *grown * (size_t)p->events_n);
		p->events = grown;
		p->events_cap = cap;
	}
	p->events[p->events_n] = *e;
	p->events[p->events_n++].dossier = l->dossier;
}

static enum role role_of(enum dossier_verb v, enum channel channel)
{
	static const enum role roles[DOSSIER_VERB_N] = { [VERB_SUBMIT] = ROLE_CLERK,
		[VERB_ACCEPT] = ROLE_CLERK,
		[VERB_DECLINE] = ROLE_CLERK,
		[VERB_REQUEST_SUPPLEMENT] = ROLE_CLERK,
		[VERB_RECEIVE_SUPPLEMENT] = ROLE_CLERK,
		[VERB_START] = ROLE_OFFICER,
		[VERB_WAIT_PAYMENT] = ROLE_OFFICER,
		[VERB_RECEIVE_PAYMENT] = ROLE_CLERK,
		[VERB_APOLOGISE] = ROLE_LEADER,
		[VERB_APPROVE] = ROLE_LEADER,
		[VERB_REFUSE] = ROLE_LEADER,
		[VERB_WITHDRAW] = ROLE_APPLICANT,
		[VERB_STOP] = ROLE_LEADER,
		[VERB_RETURN] = ROLE_CLERK,
		[VERB_CORRECT] = ROLE_HEAD_OF_UNIT,
		[VERB_ANNUL] = ROLE_HEAD_OF_UNIT };

	return v == VERB_SUBMIT && channel == CHANNEL_ONLINE ? ROLE_APPLICANT : roles[v];
}

/* What the law needs to know when v is done at that time; the dossier stays on the version of its acceptance.
 */
static struct dossier_rules rules_at(struct life *l, enum dossier_verb v, instant at)
{
	if (v == VERB_SUBMIT || v == VERB_ACCEPT)
		l->version = plan_version(l->p, l->slot->service->procedure, day_of(at));
	assert(l->version);
	struct dossier_rules rules = plan_rules(l->version, l->c, l->p->rq->calendar_version);

	rules.now = at;
	return rules;
}

static void happen_due(struct life *l, enum dossier_verb v, instant at, enum reason reason, struct due due)
{
	at = at < l->d.last_at ? l->d.last_at : at; /* two events of one minute */
	struct dossier facts = plan_corrected(&l->d);
	struct dossier_rules rules = rules_at(l, v, at);
	struct dossier_command cmd = { .verb = v,
		.seen = l->d.version,
		.happened = at,
		.by = role_of(v, l->slot->channel),
		.reason = reason,
		.code = S("MAU-220101-0001"), /* the store allots the real one */
		.agency = l->p->office->agency,
		.procedure = l->p->rq->procedures->procedures[l->slot->service->procedure].code,
		.channel = l->slot->channel,
		.due = due,
		.facts = &facts };

	if (v == VERB_REQUEST_SUPPLEMENT && l->d.accepted_at)
		cmd.by = ROLE_OFFICER;
	struct dossier_decision done = dossier_decide(&l->d, &cmd, &rules);

	assert(done.refusal == REFUSED_NONE);
	l->d = dossier_apply(l->d, &done.event);
	add_event(l, &(struct plan_event){ .at = at,
			     .verb = v,
			     .by = cmd.by,
			     .reason = reason,
			     .warnings = done.warnings,
			     .due = dossier_due_now(&l->d) });
}

static void happen(struct life *l, enum dossier_verb v, instant at, enum reason reason)
{
	happen_due(l, v, at, reason, (struct due){ 0 });
}

/* So many working minutes after from, inside a session, at any second. */
static instant after(struct life *l, instant from, int64_t minutes)
{
	return calendar_after_minutes(l->c, from, minutes) - MINUTE_S + dice_below(&l->p->dice, MINUTE_S);
}

static bool roll(struct life *l, int per_mille)
{
	return dice_below(&l->p->dice, PER_MILLE) < per_mille;
}

/* By which moment the deadline in force is kept. */
static instant due_limit(const struct life *l)
{
	struct due due = dossier_due_now(&l->d);

	switch (due.kind) {
	case DUE_DAY: return instant_at(due.day + 1, 0);
	case DUE_MINUTE: return due.at;
	case DUE_NONE: return l->d.accepted_at + (instant)NO_DEADLINE_DAYS * DAY_S;
	}
	impossible();
}

/* Working minutes from now to the moment by which it must have ended; at least 1. */
static int64_t minutes_left(const struct life *l)
{
	instant limit = due_limit(l), end_by = l->slot->end_by;
	int64_t m;

	if (end_by && end_by < limit)
		limit = end_by;
	m = calendar_working_minutes(l->c, l->d.last_at, limit);
	return m > 1 ? m : 1;
}

/* When it ends, in working minutes from now: some on the last day, most before. */
static int64_t minutes_to_end(struct life *l)
{
	int64_t most = minutes_left(l), least = most * 15 / 100;
	instant open_past = l->slot->open_past;

	if (dice_percent(&l->p->dice, 22) && most - WORK_DAY > least)
		least = most - WORK_DAY;
	if (open_past > l->d.last_at) {
		int64_t closed = calendar_working_minutes(l->c, l->d.last_at, open_past) + 15;
		least = closed > least ? closed : least;
	}
	least = least < 1 ? 1 : least;
	return least >= most ? most : least + dice_below(&l->p->dice, most - least + 1);
}

/* A moment at which an applicant who was asked at that time comes back. */
static instant comes_back(struct life *l, instant asked)
{
	struct dice *dice = &l->p->dice;
	instant days = dice_between(dice, 1, WAIT_MAX_DAYS);
	instant seconds = dice_between(dice, 0, 5 * 3600);

	return calendar_working_minute_from(l->c, asked + days * DAY_S + seconds);
}

/* At the counter at once; by post or online some minutes before, or when the office was closed. */
static instant submitted_at(struct life *l, instant accepted)
{
	struct dice *dice = &l->p->dice;
	enum channel channel = l->slot->channel;

	if (channel == CHANNEL_COUNTER)
		return accepted;
	instant at =
		accepted - (instant)dice_between(dice, 4, channel == CHANNEL_ONLINE ? 150 : 15) * MINUTE_S;

	if (calendar_counter_open(l->c, at))
		return at;
	if (channel == CHANNEL_POSTAL)
		return accepted;
	instant opening = calendar_opening_from(l->c, day_of(accepted));
	instant from = opening - 9 * 3600; /* the evening, the night, or a lunch break */

	return at > opening ? at : from + dice_below(dice, 9 * 3600 - 600);
}

/* Submitted, asked for what is missing, complete some days later. */
static void early_supplement(struct life *l)
{
	instant accepted = l->slot->accepted;
	instant first = calendar_working_minute_from(
		l->c, accepted - (instant)dice_between(&l->p->dice, 2, EARLY_WAIT_DAYS) * DAY_S);
	instant came = accepted - (instant)dice_between(&l->p->dice, 1, 5) * MINUTE_S;

	if (!calendar_counter_open(l->c, came))
		came = accepted;
	if (first >= came - DAY_S)
		first = calendar_working_minute_from(l->c, accepted - (instant)(EARLY_WAIT_DAYS + 4) * DAY_S);
	happen(l, VERB_SUBMIT, first, REASON_NONE);
	happen(l, VERB_REQUEST_SUPPLEMENT, after(l, first, dice_between(&l->p->dice, 5, 90)),
		REASON_INCOMPLETE);
	happen(l, VERB_RECEIVE_SUPPLEMENT, came, REASON_NONE);
}

static void be_accepted(struct life *l)
{
	bool long_ago = day_of(l->slot->accepted) - l->p->office->periods[0].from > 2 * EARLY_WAIT_DAYS;

	if (long_ago && !l->slot->fixed && roll(l, PER_MILLE_EARLY_SUPPLEMENT))
		early_supplement(l);
	else
		happen(l, VERB_SUBMIT, submitted_at(l, l->slot->accepted), REASON_NONE);
	happen(l, VERB_ACCEPT, l->slot->accepted, REASON_NONE);
}

/* Most people come soon, some take their time. */
static void give_back(struct life *l)
{
	struct dice *dice = &l->p->dice;
	int64_t minutes = dice_percent(dice, 45)   ? dice_between(dice, 5, WORK_DAY / 2)
			  : dice_percent(dice, 85) ? dice_between(dice, WORK_DAY / 2, 4 * WORK_DAY)
						   : dice_between(dice, 4 * WORK_DAY, 25 * WORK_DAY);

	happen(l, VERB_RETURN, after(l, l->d.ended_at, minutes), REASON_NONE);
}

static void end(struct life *l, instant at)
{
	bool ordinary = l->p->office->temper == PLAN_ORDINARY;

	if (ordinary && roll(l, PER_MILLE_STOPPED))
		happen(l, VERB_STOP, at, REASON_NO_ANSWER);
	else if (roll(l, PER_MILLE_REFUSED))
		happen(l, VERB_REFUSE, at, REASON_NOT_ELIGIBLE);
	else if (roll(l, PER_MILLE_WITHDRAWN))
		happen(l, VERB_WITHDRAW, at, REASON_NONE);
	else
		happen(l, VERB_APPROVE, at, REASON_NONE);
	give_back(l);
}

static void start(struct life *l, int64_t within)
{
	if (l->d.state == DOSSIER_ACCEPTED)
		happen(l, VERB_START, after(l, l->d.last_at, within / 8 + 1), REASON_NONE);
}

/* Within the deadline. */
static void work_in_time(struct life *l)
{
	int64_t minutes = minutes_to_end(l);
	instant at = after(l, l->d.last_at, minutes);

	start(l, minutes - 1);
	end(l, at);
}

static bool may_ask(const struct life *l, enum dossier_verb ask)
{
	return ask == VERB_WAIT_PAYMENT || l->p->office->temper == PLAN_ORDINARY || l->d.waits_n == 0;
}

/* Asked for a supplement, or to pay, and waited for; not when the applicant would be back too late. */
static void wait_once(struct life *l, enum dossier_verb ask, enum reason reason)
{
	int64_t left = minutes_left(l) / 2, most = left < 2 * WORK_DAY ? left : 2 * WORK_DAY;
	instant asked, back;

	if (most < 30 || !may_ask(l, ask))
		return;
	start(l, most / 4);
	asked = after(l, l->d.last_at, dice_between(&l->p->dice, 10, (int)(most - most / 4)));
	back = comes_back(l, asked);
	if (l->slot->end_by && back > l->slot->end_by - DAY_S)
		return;
	happen(l, ask, asked, reason);
	happen(l, ask == VERB_WAIT_PAYMENT ? VERB_RECEIVE_PAYMENT : VERB_RECEIVE_SUPPLEMENT, back,
		REASON_NONE);
}

static void work_late(struct life *l)
{
	int64_t minutes = minutes_left(l);

	start(l, minutes / 2);
	minutes = minutes_left(l) + dice_between(&l->p->dice, 30, 7 * WORK_DAY);
	end(l, after(l, l->d.last_at, minutes));
}

/* At the latest a day before (ND 61/2018 art. 19(9)); then by the new day, or late all the same. */
static void apologise(struct life *l)
{
	struct due due = dossier_due_now(&l->d);
	instant old_limit = due_limit(l), at = after(l, l->d.last_at, minutes_left(l) / 2 + 1);

	if (due.kind != DUE_DAY || day_of(at) >= due.day) {
		work_late(l);
		return;
	}
	start(l, minutes_left(l) / 4);
	daynum day = calendar_nth_working_day(l->c, due.day, dice_between(&l->p->dice, 3, 8));

	happen_due(l, VERB_APOLOGISE, at, REASON_VERIFICATION, due_on_day(day));
	if (dice_percent(&l->p->dice, 25)) {
		work_late(l);
		return;
	}
	int64_t least = calendar_working_minutes(l->c, l->d.last_at, old_limit) + 10;

	end(l, after(l, l->d.last_at, least + dice_below(&l->p->dice, WORK_DAY)));
}

static void be_corrected(struct life *l)
{
	enum dossier_verb v = l->p->lives == LIFE_ANNULLED ? VERB_ANNUL : VERB_CORRECT;
	instant at = after(l, l->d.last_at, WORK_DAY);

	happen(l, v, at, v == VERB_ANNUL ? REASON_DUPLICATE : REASON_WRONG_ENTRY);
}

/* What an invented agency does besides; false when it works as others do. */
static bool work_badly(struct life *l)
{
	if (roll(l, PER_MILLE_LATE))
		work_late(l);
	else if (roll(l, PER_MILLE_APOLOGY))
		apologise(l);
	else if (roll(l, PER_MILLE_NEVER))
		start(l, minutes_left(l) / 2);
	else
		return false;
	return true;
}

static void work(struct life *l)
{
	bool ordinary = l->p->office->temper == PLAN_ORDINARY;

	if (ordinary && (l->p->lives == LIFE_ANNULLED || l->p->lives == LIFE_CORRECTED)) {
		work_in_time(l);
		be_corrected(l);
		return;
	}
	if (ordinary && work_badly(l))
		return;
	if (roll(l, PER_MILLE_SUPPLEMENT))
		wait_once(l, VERB_REQUEST_SUPPLEMENT, REASON_INCOMPLETE);
	else if (roll(l, PER_MILLE_PAYMENT))
		wait_once(l, VERB_WAIT_PAYMENT, REASON_FINANCIAL_DUTY);
	else if (ordinary && roll(l, PER_MILLE_TWICE)) {
		wait_once(l, VERB_REQUEST_SUPPLEMENT, REASON_INCOMPLETE);
		wait_once(l, VERB_REQUEST_SUPPLEMENT, REASON_INCOMPLETE);
	}
	work_in_time(l);
}

static struct life life_of(struct planning *p, const struct plan_slot *slot)
{
	return (struct life){ .p = p, .slot = slot, .c = p->office->calendar, .dossier = -1 };
}

void plan_life(struct planning *p, const struct plan_slot *slot)
{
	struct life l = life_of(p, slot);

	p->lives++;
	be_accepted(&l);
	work(&l);
}

void plan_declined(struct planning *p, const struct plan_slot *slot)
{
	struct life l = life_of(p, slot);

	instant at = after(&l, slot->accepted, dice_between(&p->dice, 5, 120));
	enum reason reason = dice_percent(&p->dice, 60) ? REASON_INCOMPLETE : REASON_NOT_COMPETENT;

	happen(&l, VERB_SUBMIT, slot->accepted, REASON_NONE);
	happen(&l, VERB_DECLINE, at, reason);
}
