#include "dossier/dossier_event.h"
#include "tests/t.h"

#define T0 INT64_C(1666341600) /* 2022-10-21 15:40 +07:00 */

/* The next event of d, filled in as an accepted command would be. */
static struct dossier_event next(const struct dossier *d, enum dossier_verb v, instant at)
{
	struct dossier_event e = { .verb = v,
		.before = d->state,
		.happened = at,
		.recorded = at,
		.by = ROLE_SYSTEM,
		.code = S("H54.15-221021-0001"),
		.agency = S("H54.15"),
		.procedure = S("1.009972"),
		.procedure_version = 3,
		.channel = CHANNEL_ONLINE,
		.due_before = dossier_due_now(d),
		.due = dossier_due_now(d) };

	e.state = dossier_state_after(d, v, NULL);
	e.outcome = dossier_outcome_after(d, v, NULL);
	return e;
}

static void step(struct dossier *d, enum dossier_verb v, instant at)
{
	struct dossier_event e = next(d, v, at);

	CHECK_OR_STOP(dossier_fits(d, &e));
	*d = dossier_apply(*d, &e);
	CHECK(dossier_well_formed(d));
}

static void step_due(struct dossier *d, enum dossier_verb v, instant at, struct due due)
{
	struct dossier_event e = next(d, v, at);

	e.due = due;
	CHECK_OR_STOP(dossier_fits(d, &e));
	*d = dossier_apply(*d, &e);
	CHECK(dossier_well_formed(d));
}

TEST(a_life_with_supplement_payment_and_apology)
{
	struct dossier d = { 0 };

	step(&d, VERB_SUBMIT, T0);
	step(&d, VERB_REQUEST_SUPPLEMENT, T0 + 10);
	step(&d, VERB_RECEIVE_SUPPLEMENT, T0 + 20);
	CHECK_INT(d.state, DOSSIER_SUBMITTED);
	CHECK(!dossier_counts(&d));
	step_due(&d, VERB_ACCEPT, T0 + 30, due_on_day(day_of(T0) + 5));
	CHECK(dossier_counts(&d));
	step(&d, VERB_START, T0 + 40);
	step(&d, VERB_REQUEST_SUPPLEMENT, T0 + 50);
	CHECK_INT(d.state, DOSSIER_WAITING_SUPPLEMENT);
	CHECK(dossier_is_waiting(&d));
	step_due(&d, VERB_RECEIVE_SUPPLEMENT, T0 + 60, due_on_day(day_of(T0) + 7));
	CHECK_INT(d.state, DOSSIER_PROCESSING);
	step(&d, VERB_WAIT_PAYMENT, T0 + 70);
	step_due(&d, VERB_RECEIVE_PAYMENT, T0 + 80, due_on_day(day_of(T0) + 8));
	step_due(&d, VERB_APOLOGISE, T0 + 90, due_on_day(day_of(T0) + 12));
	step(&d, VERB_APPROVE, T0 + 100);
	step(&d, VERB_RETURN, T0 + 110);
	CHECK_INT(d.version, 12);
	CHECK_INT(d.state, DOSSIER_RETURNED);
	CHECK_INT(d.outcome, OUTCOME_APPROVED);
	CHECK_INT(d.submitted_at, T0);
	CHECK_INT(d.accepted_at, T0 + 30);
	CHECK_INT(d.ended_at, T0 + 100);
	CHECK_INT(d.returned_at, T0 + 110);
	CHECK_INT(d.waits_n, 3);
	CHECK_INT(d.waits[2].kind, WAIT_PAYMENT);
	CHECK_INT(d.waits[2].to, T0 + 80);
	CHECK_INT(d.dues_n, 4);
	CHECK_INT(d.dues[0].due.day, day_of(T0) + 5);
	CHECK_INT(d.dues[3].reason, DUE_BY_APOLOGY);
	CHECK(d.apologised);
}

TEST(an_event_that_does_not_fit)
{
	struct dossier d = { 0 };
	struct dossier_event e = next(&d, VERB_SUBMIT, T0);

	e.state = DOSSIER_ACCEPTED;
	CHECK(!dossier_fits(&d, &e));
	step(&d, VERB_SUBMIT, T0);
	e = next(&d, VERB_ACCEPT, T0 - 1);
	CHECK(!dossier_fits(&d, &e));
	e.happened = T0;
	CHECK(dossier_fits(&d, &e));
	e.code = S("H54.15-221021-0002");
	CHECK(!dossier_fits(&d, &e));
	e = next(&d, VERB_WITHDRAW, T0);
	e.outcome = OUTCOME_APPROVED;
	CHECK(!dossier_fits(&d, &e));
	e = next(&d, VERB_WITHDRAW, T0);
	e.due = due_on_day(day_of(T0));
	CHECK(!dossier_fits(&d, &e)); /* only four commands move the deadline */
}

TEST(a_correction_replaces_the_facts_but_not_the_code)
{
	struct dossier d = { 0 }, facts;

	step(&d, VERB_SUBMIT, T0);
	step_due(&d, VERB_ACCEPT, T0, due_on_day(day_of(T0) + 5));
	step(&d, VERB_APPROVE, T0 + DAY_S);
	facts = d;
	facts.ended_at = T0 + 2 * DAY_S;
	facts.channel = CHANNEL_POSTAL;
	facts.version = 77;
	struct dossier_event e = next(&d, VERB_ANNUL, T0 + 9 * DAY_S);

	e.verb = VERB_CORRECT;
	e.state = facts.state;
	e.facts = &facts;
	CHECK_OR_STOP(dossier_fits(&d, &e));
	d = dossier_apply(d, &e);
	CHECK_INT(d.ended_at, T0 + 2 * DAY_S);
	CHECK_INT(d.channel, CHANNEL_POSTAL);
	CHECK_INT(d.version, 4);
	facts.code = S("H54.15-221021-0002");
	e.due_before = dossier_due_now(&d);
	CHECK(!dossier_fits(&d, &e));
	facts.code = d.code;
	facts.ended_at = facts.accepted_at - 1;
	CHECK(!dossier_fits(&d, &e));
	step(&d, VERB_ANNUL, T0 + 3 * DAY_S);
	CHECK(!dossier_counts(&d));
}

TEST(words_and_back)
{
	enum dossier_state state = DOSSIER_NONE;
	enum dossier_verb verb = VERB_SUBMIT;

	for (int i = 0; i < DOSSIER_STATE_N; i++)
		CHECK(dossier_state_from(dossier_state_text((enum dossier_state)i), &state) &&
			(int)state == i);
	for (int i = 0; i < DOSSIER_VERB_N; i++)
		CHECK(dossier_verb_from(dossier_verb_text((enum dossier_verb)i), &verb) && (int)verb == i);
	CHECK_STR(dossier_verb_text(VERB_RECEIVE_SUPPLEMENT), S("dossier.receive_supplement"));
	CHECK(!dossier_verb_from(S("dossier.x"), &verb));
	CHECK_INT(dossier_state_code(DOSSIER_RETURNED), 10);
	CHECK_INT(channel_code(CHANNEL_POSTAL), 3);
}
