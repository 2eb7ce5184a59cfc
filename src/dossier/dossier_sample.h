#pragma once
/* For tests only: dossiers in every state, and rules to decide by. */
#include "calendar/sample.h"
#include "dossier/dossier_law.h"

#define SAMPLE_T0 INT64_C(1666341600) /* Fri 2022-10-21 15:40 +07:00 */
#define SAMPLE_HOUR 3600

static inline struct dossier_rules sample_rules(const struct calendar *c)
{
	return (struct dossier_rules){ .now = SAMPLE_T0 + 100 * DAY_S,
		.procedure_version = 3,
		.allow = { UNIT_WORKING_DAYS, 10, false },
		.rule = RULE_CIVIL,
		.supplement = SUPPLEMENT_RESTART,
		.calendar = c,
		.calendar_version = 7 };
}

static inline struct dossier_command sample_command(const struct dossier *d, enum dossier_verb v, instant at)
{
	return (struct dossier_command){ .verb = v,
		.seen = d->version,
		.happened = at,
		.by = ROLE_SYSTEM,
		.reason = dossier_rule_of(v)->needs_reason ? REASON_OTHER : REASON_NONE,
		.code = S("H54.15-221021-0001"),
		.agency = S("H54.15"),
		.procedure = S("1.009972.000.00.00.H54"),
		.channel = CHANNEL_ONLINE };
}

/* Decides and applies; the decision must be an event. */
static inline struct dossier_decision sample_do(
	struct dossier *d, const struct dossier_command *cmd, const struct dossier_rules *rules)
{
	struct dossier_decision done = dossier_decide(d, cmd, rules);

	CHECK_INT(done.refusal, REFUSED_NONE);
	if (!done.refusal) {
		CHECK(dossier_fits(d, &done.event));
		*d = dossier_apply(*d, &done.event);
		CHECK(dossier_well_formed(d));
	}
	return done;
}

static inline struct dossier_decision sample_step(
	struct dossier *d, enum dossier_verb v, instant at, const struct dossier_rules *rules)
{
	struct dossier_command cmd = sample_command(d, v, at);

	cmd.due = due_on_day(day_of(SAMPLE_T0) + 60);
	return sample_do(d, &cmd, rules);
}

/* A dossier in that state, reached by commands from SAMPLE_T0 on, an hour apart. */
static inline struct dossier sample_in(
	enum dossier_state state, bool accepted, const struct dossier_rules *rules)
{
	static const enum dossier_verb ways[DOSSIER_STATE_N][4] = {
		/* after SUBMIT and ACCEPT; SUBMIT is none */
		[DOSSIER_PROCESSING] = { VERB_START },
		[DOSSIER_WAITING_SUPPLEMENT] = { VERB_REQUEST_SUPPLEMENT },
		[DOSSIER_WAITING_PAYMENT] = { VERB_WAIT_PAYMENT },
		[DOSSIER_WITHDRAWN] = { VERB_WITHDRAW },
		[DOSSIER_STOPPED] = { VERB_STOP },
		[DOSSIER_RESOLVED] = { VERB_START, VERB_APPROVE },
		[DOSSIER_RETURNED] = { VERB_START, VERB_REFUSE, VERB_RETURN },
		[DOSSIER_ANNULLED] = { VERB_ANNUL },
		[DOSSIER_DECLINED] = { VERB_DECLINE },
	};
	struct dossier d = { 0 };
	instant at = SAMPLE_T0 - 8 * SAMPLE_HOUR; /* 07:40 */

	if (state == DOSSIER_NONE)
		return d;
	sample_step(&d, VERB_SUBMIT, at, rules);
	if (accepted && state != DOSSIER_SUBMITTED && state != DOSSIER_DECLINED)
		sample_step(&d, VERB_ACCEPT, at += SAMPLE_HOUR, rules);
	for (int i = 0; i < 4 && ways[state][i] != VERB_SUBMIT; i++)
		sample_step(&d, ways[state][i], at += SAMPLE_HOUR, rules);
	CHECK_INT(d.state, state);
	return d;
}
