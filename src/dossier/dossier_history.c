#include "dossier/dossier_history.h"

void dossier_rehearse(const struct dossier *d, const struct dossier_command *commands, int n,
	const struct dossier_rules *rules, struct dossier_rehearsal *out)
{
	assert(n >= 1 && n <= DOSSIER_MAX_STEPS);
	out->refusal = REFUSED_NONE;
	out->refused = 0;
	out->warnings = 0;
	out->events_n = 0;
	out->after = *d;
	for (int i = 0; i < n; i++) {
		struct dossier_command cmd = commands[i];
		cmd.seen = out->after.version;
		struct dossier_decision done = dossier_decide(&out->after, &cmd, rules);
		if (done.refusal) {
			out->refusal = done.refusal;
			out->refused = i;
			return;
		}
		out->warnings |= done.warnings;
		out->events[out->events_n++] = done.event;
		out->after = dossier_apply(out->after, &done.event);
	}
}

static bool same_reception(const struct dossier *a, const struct dossier *b)
{
	if (a->accepted_at != b->accepted_at || a->waits_n != b->waits_n ||
		!str_eq(a->procedure, b->procedure) || !str_eq(a->agency, b->agency))
		return false;
	for (int i = 0; i < a->waits_n; i++)
		if (a->waits[i].kind != b->waits[i].kind || a->waits[i].from != b->waits[i].from ||
			a->waits[i].to != b->waits[i].to)
			return false;
	return true;
}

static bool has_begun(enum dossier_state s)
{
	return s == DOSSIER_ACCEPTED || s == DOSSIER_PROCESSING;
}

void dossier_keep_unsaid(struct dossier *facts, const struct dossier *was)
{
	if (has_begun(facts->state) && has_begun(was->state))
		facts->state = was->state;
	if (str_eq(facts->procedure, was->procedure) && facts->accepted_at == was->accepted_at)
		facts->procedure_version = was->procedure_version;
	if (facts->rule == DUE_RULE_GIVEN || was->rule == DUE_RULE_GIVEN || !same_reception(facts, was))
		return;
	facts->dues_n = was->dues_n;
	memcpy(facts->dues, was->dues, sizeof facts->dues);
	facts->apologised = was->apologised;
	facts->rule = was->rule;
	facts->calendar = was->calendar;
}
