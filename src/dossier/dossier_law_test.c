#include "dossier/dossier_sample.h"

/* Who may do what when, written down a second time: one row per state, one column per command in the order of
 * DOSSIER_COMMANDS. a: also before acceptance; b: only before; +: only after. */
static const struct {
	enum dossier_state state;
	const char *row;
} allowed[] = {
	/* submit accept decline ask came start pay paid sorry yes no withdraw stop return correct annul */
	{ DOSSIER_NONE, /*              */ "a..............." },
	{ DOSSIER_SUBMITTED, /*         */ ".aaa.......a..a." },
	{ DOSSIER_ACCEPTED, /*          */ "...a.aa.aaaaa.aa" },
	{ DOSSIER_DECLINED, /*          */ "..............a." },
	{ DOSSIER_PROCESSING, /*        */ "...a..a.aaaaa.aa" },
	{ DOSSIER_WAITING_SUPPLEMENT, /**/ "..b.a.....+a+.a+" },
	{ DOSSIER_WAITING_PAYMENT, /*   */ ".......a..aaa.aa" },
	{ DOSSIER_WITHDRAWN, /*         */ ".............aa+" },
	{ DOSSIER_STOPPED, /*           */ ".............aaa" },
	{ DOSSIER_RESOLVED, /*          */ ".............aaa" },
	{ DOSSIER_RETURNED, /*          */ "..............a+" },
	{ DOSSIER_ANNULLED, /*          */ "................" },
};
static const unsigned desk = ROLE_BIT(CLERK) | ROLE_BIT(HEAD_OF_UNIT),
		      work = ROLE_BIT(OFFICER) | ROLE_BIT(HEAD_OF_UNIT),
		      sign = ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER);

static bool is_allowed(size_t i, int verb, bool accepted)
{
	char c = allowed[i].row[verb];

	return c == 'a' || (c == '+' && accepted) || (c == 'b' && !accepted);
}

static unsigned who_may(enum dossier_verb v)
{
	const unsigned may[DOSSIER_VERB_N] = { desk | ROLE_BIT(APPLICANT), desk, desk, desk | work, desk,
		work, desk | work, desk | work, sign, sign, sign, desk | ROLE_BIT(APPLICANT), sign, desk,
		sign, sign };

	return may[v] | ROLE_BIT(SYSTEM);
}

static void try_every_role(
	const struct dossier *d, size_t i, enum dossier_verb v, const struct dossier_rules *rules)
{
	struct dossier facts = *d;

	facts.channel = CHANNEL_POSTAL;
	for (int role = 0; role < ROLE_N; role++) {
		struct dossier_command cmd = sample_command(d, v, SAMPLE_T0);
		cmd.by = (enum role)role;
		cmd.facts = &facts;
		cmd.due = due_on_day(day_of(SAMPLE_T0) + 60);
		struct dossier_decision got = dossier_decide(d, &cmd, rules);
		enum dossier_refusal want = REFUSED_NONE;
		if (d->state == DOSSIER_NONE && v != VERB_SUBMIT)
			want = REFUSED_NOT_FOUND;
		else if (!is_allowed(i, (int)v, d->accepted_at != INSTANT_NONE))
			want = REFUSED_WRONG_STATE;
		else if (!(who_may(v) >> role & 1))
			want = REFUSED_NOT_YOUR_ROLE;
		CHECK_INT(got.refusal, want);
		if (!got.refusal)
			CHECK(dossier_well_formed(&(struct dossier[]){ dossier_apply(*d, &got.event) }[0]));
	}
}

TEST(every_state_by_every_command_by_every_role)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));

	CHECK_INT(COUNT(allowed), DOSSIER_STATE_N);
	for (size_t i = 0; i < COUNT(allowed); i++)
		for (int accepted = 0; accepted < 2; accepted++) {
			unsigned either = IN(WAITING_SUPPLEMENT) | IN(WITHDRAWN);
			if (!accepted && !(either >> allowed[i].state & 1))
				continue;
			CHECK_INT(strlen(allowed[i].row), DOSSIER_VERB_N);
			struct dossier d = sample_in(allowed[i].state, accepted, &rules);
			for (int v = 0; v < DOSSIER_VERB_N; v++)
				try_every_role(&d, i, (enum dossier_verb)v, &rules);
		}
}

static enum dossier_refusal refusal_of(
	const struct dossier *d, const struct dossier_command *cmd, const struct dossier_rules *rules)
{
	return dossier_decide(d, cmd, rules).refusal;
}

TEST(standing_and_time)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_PROCESSING, true, &rules);
	struct dossier_command cmd = sample_command(&d, VERB_REFUSE, SAMPLE_T0);

	cmd.seen--;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_CHANGED_MEANWHILE);
	cmd.seen++;
	cmd.reason = REASON_NONE;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_REASON_MISSING);
	cmd.reason = REASON_NOT_ELIGIBLE;
	cmd.happened = rules.now + 1;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_HAPPENED_IN_FUTURE);
	cmd.happened = d.last_at - 1;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_HAPPENED_BEFORE_PREVIOUS);
	cmd.happened = d.last_at;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NONE);
	cmd.by = ROLE_CLERK;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NOT_YOUR_ROLE);
	rules.history = true;
	struct dossier_decision done = dossier_decide(&d, &cmd, &rules);

	CHECK_INT(done.refusal, REFUSED_NONE);
	CHECK_INT(done.warnings, WARNING_BIT(NOT_YOUR_ROLE));
	cmd.happened = d.last_at - 1; /* history or not, time does not run backwards */
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_HAPPENED_BEFORE_PREVIOUS);
}

TEST(reception_starts_the_clock_and_keeps_what_gave_it)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = { 0 };

	sample_step(&d, VERB_SUBMIT, SAMPLE_T0 - DAY_S, &rules);
	rules.procedure_version = 4; /* it was amended between submitting and acceptance */
	rules.allow.n = 3;
	struct dossier_decision done = sample_step(&d, VERB_ACCEPT, SAMPLE_T0, &rules);

	CHECK_INT(done.warnings, 0);
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-10-26"));
	CHECK_INT(d.rule, DUE_RULE_CIVIL);
	CHECK_INT(d.calendar, 7);
	CHECK_INT(d.procedure_version, 4);
	CHECK_INT(d.submitted_at, SAMPLE_T0 - DAY_S);
	CHECK_INT(d.accepted_at, SAMPLE_T0);

	d = sample_in(DOSSIER_SUBMITTED, false, &rules);
	rules.rule = RULE_HOURS;
	sample_step(&d, VERB_ACCEPT, SAMPLE_T0, &rules);
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-10-26T15:40:00+07:00"));
	CHECK_INT(d.rule, DUE_RULE_HOURS);

	d = sample_in(DOSSIER_SUBMITTED, false, &rules);
	rules.allow = (struct allowance){ UNIT_WORKING_DAYS, 0, true };
	sample_step(&d, VERB_ACCEPT, SAMPLE_T0, &rules);
	CHECK_INT(d.dues_n, 1);
	CHECK_INT(d.dues[0].due.kind, DUE_NONE);
	CHECK_INT(d.rule, DUE_RULE_NONE);

	d = sample_in(DOSSIER_SUBMITTED, false, &rules);
	rules.allow = (struct allowance){ UNIT_MONTHS, 1, false };
	struct dossier_command cmd = sample_command(&d, VERB_ACCEPT, SAMPLE_T0);

	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NO_DEADLINE_POSSIBLE);
}

TEST(a_stated_deadline_is_final)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_SUBMITTED, false, &rules);
	struct dossier_command cmd = sample_command(&d, VERB_ACCEPT, SAMPLE_T0);

	cmd.due_given = true;
	cmd.due = due_on_day(day_of(SAMPLE_T0) - 1);
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_DUE_BEFORE_RECEPTION);
	rules.history = true;
	CHECK_INT(dossier_decide(&d, &cmd, &rules).warnings, WARNING_BIT(DUE_BEFORE_RECEPTION));
	cmd.due = due_on_day(day_of(SAMPLE_T0));
	CHECK_INT(dossier_decide(&d, &cmd, &rules).warnings, 0);
	cmd.due = due_on_day(day_of(SAMPLE_T0) + 6);
	sample_do(&d, &cmd, &rules);
	CHECK_INT(d.rule, DUE_RULE_GIVEN);
	sample_step(&d, VERB_REQUEST_SUPPLEMENT, SAMPLE_T0 + DAY_S, &rules);
	sample_step(&d, VERB_RECEIVE_SUPPLEMENT, SAMPLE_T0 + 4 * DAY_S, &rules);
	CHECK_INT(d.dues_n, 1);
	CHECK_INT(dossier_due_now(&d).day, day_of(SAMPLE_T0) + 6);
}

/* Accepted Fri 21/10/2022, 10 working days: due Fri 4/11. */
TEST(supplement_restarts_or_resumes)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));

	for (int resume = 0; resume < 2; resume++) {
		struct dossier d = sample_in(DOSSIER_PROCESSING, true, &rules);
		rules.supplement = resume ? SUPPLEMENT_RESUME : SUPPLEMENT_RESTART;
		CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-04"));
		instant asked = sample_minute("2022-10-26 09:00"), came = sample_minute("2022-10-31 09:00");
		CHECK_INT(sample_step(&d, VERB_REQUEST_SUPPLEMENT, asked, &rules).warnings, 0);
		CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-04"));
		sample_step(&d, VERB_RECEIVE_SUPPLEMENT, came, &rules);
		/* restart: 10 working days after 31/10; resume: 27, 28, 31 were paused */
		CHECK_STR(fmt_due(&a, dossier_due_now(&d)), resume ? S("2022-11-09") : S("2022-11-14"));
		/* a payment always resumes: 2 and 3 November are paused */
		sample_step(&d, VERB_WAIT_PAYMENT, sample_minute("2022-11-01 09:00"), &rules);
		sample_step(&d, VERB_RECEIVE_PAYMENT, sample_minute("2022-11-03 09:00"), &rules);
		CHECK_STR(fmt_due(&a, dossier_due_now(&d)), resume ? S("2022-11-11") : S("2022-11-16"));
		CHECK_INT(d.dues_n, 3);
		CHECK_STR(fmt_due(&a, d.dues[0].due), S("2022-11-04"));
		CHECK_INT(d.dues[2].reason, DUE_BY_PAYMENT);
		CHECK_INT(sample_step(&d, VERB_REQUEST_SUPPLEMENT, sample_minute("2022-11-04 09:00"), &rules)
				  .warnings,
			WARNING_BIT(SECOND_SUPPLEMENT) | WARNING_BIT(LATE_SUPPLEMENT_REQUEST));
	}
}

/* Due Fri 4/11, asked for papers on Mon 7/11. Restart: the whole allowance, as the contract says without
 * exception; resume: nothing was left. */
TEST(papers_asked_for_after_the_deadline_renew_it_by_restart_only)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));

	for (int resume = 0; resume < 2; resume++) {
		struct dossier d = sample_in(DOSSIER_PROCESSING, true, &rules);
		rules.supplement = resume ? SUPPLEMENT_RESUME : SUPPLEMENT_RESTART;
		sample_step(&d, VERB_REQUEST_SUPPLEMENT, sample_minute("2022-11-07 09:00"), &rules);
		sample_step(&d, VERB_RECEIVE_SUPPLEMENT, sample_minute("2022-11-08 09:00"), &rules);
		CHECK_STR(fmt_due(&a, dossier_due_now(&d)), resume ? S("2022-11-04") : S("2022-11-22"));
		CHECK_INT(sample_step(&d, VERB_APPROVE, sample_minute("2022-11-08 10:00"), &rules).warnings,
			resume ? WARNING_BIT(ENDED_LATE) : 0);
	}
}

TEST(a_supplement_before_acceptance_moves_nothing)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_WAITING_SUPPLEMENT, false, &rules);

	CHECK(!dossier_counts(&d));
	sample_step(&d, VERB_RECEIVE_SUPPLEMENT, SAMPLE_T0 - SAMPLE_HOUR, &rules);
	CHECK_INT(d.state, DOSSIER_SUBMITTED);
	CHECK_INT(d.dues_n, 0);
	sample_step(&d, VERB_ACCEPT, SAMPLE_T0, &rules);
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-04"));
	sample_step(&d, VERB_WAIT_PAYMENT, sample_minute("2022-10-24 09:00"), &rules);
	sample_step(&d, VERB_RECEIVE_PAYMENT, sample_minute("2022-10-25 09:00"), &rules);
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-07"));
}

TEST(apology)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_PROCESSING, true, &rules);
	struct dossier_command cmd = sample_command(&d, VERB_APOLOGISE, sample_minute("2022-11-04 07:30"));

	cmd.due = due_on_day(dossier_due_now(&d).day);
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NEW_DAY_NOT_LATER);
	cmd.due = (struct due){ 0 };
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NEW_DAY_NOT_LATER);
	cmd.due = due_on_day(sample_day(20221112)); /* a Saturday */
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_TOO_LATE_TO_APOLOGISE);
	rules.history = true;
	CHECK_INT(dossier_decide(&d, &cmd, &rules).warnings,
		WARNING_BIT(LATE_APOLOGY) | WARNING_BIT(NEW_DAY_OFF));
	rules.history = false;
	cmd.happened = sample_minute("2022-11-03 16:59");
	cmd.due = due_on_day(sample_day(20221114));
	CHECK_INT(sample_do(&d, &cmd, &rules).warnings, 0);
	CHECK_INT(d.dues_n, 2);
	CHECK_STR(fmt_due(&a, d.dues[0].due), S("2022-11-04"));
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-14"));
	CHECK_INT(d.rule, DUE_RULE_APPOINTED);
	CHECK_INT(d.state, DOSSIER_PROCESSING);
	cmd.seen = d.version;
	cmd.due = due_on_day(sample_day(20221130));
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_ALREADY_APOLOGISED);
	/* what was promised is not taken back by a shorter computation */
	rules.supplement = SUPPLEMENT_RESUME;
	sample_step(&d, VERB_REQUEST_SUPPLEMENT, sample_minute("2022-11-04 09:00"), &rules);
	sample_step(&d, VERB_RECEIVE_SUPPLEMENT, sample_minute("2022-11-07 09:00"), &rules);
	CHECK_STR(fmt_due(&a, dossier_due_now(&d)), S("2022-11-14"));

	rules.allow.none = true;
	d = sample_in(DOSSIER_PROCESSING, true, &rules);
	cmd.seen = d.version;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NOTHING_TO_MOVE);
}

TEST(hours_of_the_office_and_of_the_calendar)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_SUBMITTED, false, &rules);

	CHECK_INT(sample_step(&d, VERB_ACCEPT, sample_minute("2022-10-22 09:00"), &rules).warnings,
		WARNING_BIT(OUTSIDE_OFFICE_HOURS));
	CHECK_INT(sample_step(&d, VERB_WITHDRAW, sample_minute("2022-10-22 23:00"), &rules).warnings, 0);
	d = sample_in(DOSSIER_SUBMITTED, false, &rules);
	rules.now = sample_minute("2040-01-01 00:00");
	CHECK_INT(sample_step(&d, VERB_ACCEPT, sample_minute("2039-12-01 09:00"), &rules).warnings,
		WARNING_BIT(UNVERIFIED_CALENDAR));
}

TEST(nine_waits_are_too_many)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_PROCESSING, true, &rules);
	instant at = SAMPLE_T0;

	for (int i = 0; i < DOSSIER_MAX_WAITS; i++) {
		sample_step(&d, VERB_WAIT_PAYMENT, at += SAMPLE_HOUR, &rules);
		sample_step(&d, VERB_RECEIVE_PAYMENT, at += DAY_S, &rules);
	}
	struct dossier_command cmd = sample_command(&d, VERB_WAIT_PAYMENT, at);

	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_TOO_MANY_WAITS);
	cmd.verb = VERB_REQUEST_SUPPLEMENT;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_TOO_MANY_WAITS);
}

TEST(correcting_a_wrong_entry)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier d = sample_in(DOSSIER_RESOLVED, true, &rules), facts = d;
	struct dossier_command cmd = sample_command(&d, VERB_CORRECT, INSTANT_NONE);

	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_FACTS_CONTRADICT);
	cmd.facts = &facts;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_NOTHING_TO_CORRECT);
	facts.ended_at = facts.accepted_at - 1;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_FACTS_CONTRADICT);
	facts.ended_at = rules.now + 1;
	CHECK_INT(refusal_of(&d, &cmd, &rules), REFUSED_HAPPENED_IN_FUTURE);
	facts.ended_at = rules.now - DAY_S;
	facts.version = 99;
	struct dossier_decision done = sample_do(&d, &cmd, &rules);

	CHECK_INT(done.event.happened, rules.now - DAY_S);
	CHECK_INT(d.ended_at, rules.now - DAY_S);
	CHECK_INT(d.version, 5);
	CHECK_INT(d.state, DOSSIER_RESOLVED);
}

/* A random command at a random later moment; whatever is accepted keeps the dossier well-formed and its past.
 */
TEST(random_lives)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	uint64_t seed = 20221021;
	int ended = 0, counted = 0, longest = 0;

	for (int life = 0; life < 3000; life++) {
		struct dossier d = { 0 };
		instant at = SAMPLE_T0;
		rules.supplement = test_random(&seed) % 2 ? SUPPLEMENT_RESUME : SUPPLEMENT_RESTART;
		rules.now = SAMPLE_T0 + 900 * DAY_S;
		for (int i = 0; i < 60; i++) {
			struct dossier_command cmd = sample_command(
				&d, (enum dossier_verb)(test_random(&seed) % VERB_CORRECT), at);
			cmd.due = due_on_day(day_of(at) + (int)(test_random(&seed) % 40));
			bool last = (DOSSIER_ENDED | IN(DECLINED)) & dossier_rule_of(cmd.verb)->to;
			if (last && test_random(&seed) % 8)
				continue; /* else hardly any life is long */
			struct dossier_decision done = dossier_decide(&d, &cmd, &rules);
			if (done.refusal)
				continue;
			struct dossier was = d;
			d = dossier_apply(d, &done.event);
			CHECK(dossier_well_formed(&d));
			CHECK_INT(d.version, was.version + 1);
			CHECK(was.dues_n == 0 || due_eq(was.dues[0].due, d.dues[0].due));
			CHECK(was.ended_at == INSTANT_NONE || was.ended_at == d.ended_at);
			CHECK(was.accepted_at == INSTANT_NONE || was.accepted_at == d.accepted_at);
			CHECK(was.waits_n <= d.waits_n && was.dues_n <= d.dues_n);
			at += (instant)(test_random(&seed) % (4 * DAY_S));
		}
		ended += d.ended_at != INSTANT_NONE;
		counted += dossier_counts(&d);
		CHECK_INT(dossier_counts(&d), d.accepted_at != INSTANT_NONE);
		if (dossier_allows(&d, VERB_ANNUL) && test_random(&seed) % 4 == 0) {
			sample_step(&d, VERB_ANNUL, at, &rules);
			CHECK(!dossier_counts(&d) && !dossier_is_waiting(&d));
		}
		longest = d.version > longest ? (int)d.version : longest;
	}
	CHECK(ended > 500 && counted > 500 && longest > 12); /* the test reached something */
}
