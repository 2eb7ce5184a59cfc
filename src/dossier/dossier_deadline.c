/* Which deadline an event brings: contract "Deadlines"; ND 61/2018 art. 19(4). */
#include "dossier/dossier_law.h"

/* The question for deadline_compute, with the waits since acceptance as pauses. */
struct question {
	struct deadline_query q;
	struct pause pauses[DOSSIER_MAX_WAITS];
};

/* Restart: a supplement begins everything anew, so counting starts where the last one came and only later
 * waits pause it. A payment never restarts. */
static void ask_after_waits(
	const struct dossier *d, instant happened, enum supplement_rule rule, struct question *ask)
{
	ask->q.received = d->accepted_at;
	for (int i = 0; i < d->waits_n; i++) {
		const struct dossier_wait *w = &d->waits[i];
		instant to = w->to == INSTANT_NONE ? happened : w->to;
		if (w->from < d->accepted_at)
			continue;
		if (w->kind == WAIT_SUPPLEMENT && rule == SUPPLEMENT_RESTART) {
			ask->q.received = to;
			ask->q.pause_count = 0;
		} else {
			ask->pauses[ask->q.pause_count++] = (struct pause){ w->from, to };
		}
	}
	ask->q.pauses = ask->pauses;
	ask->q.supplement = SUPPLEMENT_RESUME;
}

must_check static bool compute(const struct dossier *d, const struct dossier_command *cmd,
	const struct dossier_rules *rules, struct dossier_deadline *out)
{
	struct question ask = { .q = { .received = cmd->happened,
					.allow = rules->allow,
					.rule = rules->rule,
					.cutoff_minute = rules->cutoff_minute } };
	struct deadline computed;

	if (d->accepted_at != INSTANT_NONE)
		ask_after_waits(d, cmd->happened, rules->supplement, &ask);
	if (deadline_compute(rules->calendar, &ask.q, &computed) != DEADLINE_FINE)
		return false;
	*out = (struct dossier_deadline){ .due = computed.due, .verified = computed.verified };
	if (computed.due.kind != DUE_NONE)
		out->rule = rules->rule == RULE_CIVIL ? DUE_RULE_CIVIL : DUE_RULE_HOURS;
	return true;
}

/* What is waited for makes the whole allowance begin again, however much of it was used up. */
static bool begins_again(const struct dossier *d, const struct dossier_rules *rules)
{
	return d->waits[d->waits_n - 1].kind == WAIT_SUPPLEMENT && rules->supplement == SUPPLEMENT_RESTART;
}

bool dossier_deadline_of(const struct dossier *d, const struct dossier_command *cmd,
	const struct dossier_rules *rules, struct dossier_deadline *out)
{
	struct due now = dossier_due_now(d);
	struct dossier_deadline stays = { .due = now, .rule = d->rule, .verified = true };
	struct dossier_deadline fresh;

	if (cmd->verb == VERB_ACCEPT && cmd->due_given) {
		*out = (struct dossier_deadline){ cmd->due, DUE_RULE_GIVEN, true };
		return true;
	}
	if (cmd->verb != VERB_ACCEPT && d->rule == DUE_RULE_GIVEN) {
		*out = stays;
		return true;
	}
	if (dossier_is_waiting(d) && !begins_again(d, rules) &&
		d->waits[d->waits_n - 1].from >= due_overdue_from(now)) {
		*out = stays;
		return true;
	}
	if (!compute(d, cmd, rules, &fresh))
		return false;
	*out = d->apologised && due_cmp(fresh.due, now) < 0 ? stays : fresh;
	return true;
}
