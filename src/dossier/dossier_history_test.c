#include "dossier/dossier_history.h"
#include "dossier/dossier_sample.h"

enum { STEPS = 4 };

static void life_of_a_row(struct dossier_command *c, const char *received, const char *resolved)
{
	static const enum dossier_verb verbs[STEPS] = { VERB_SUBMIT, VERB_ACCEPT, VERB_APPROVE, VERB_RETURN };

	for (int i = 0; i < STEPS; i++)
		c[i] = sample_command(
			&(struct dossier){ 0 }, verbs[i], sample_minute(i < 2 ? received : resolved));
}

TEST(a_history_is_tried_before_it_is_written)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier_command c[STEPS];
	struct dossier_rehearsal r;
	struct dossier none = { 0 };

	rules.history = true;
	life_of_a_row(c, "2022-10-21 15:40", "2022-11-07 18:30");
	dossier_rehearse(&none, c, STEPS, &rules, &r);
	CHECK_INT(r.refusal, REFUSED_NONE);
	CHECK_INT(r.events_n, STEPS);
	CHECK_INT(r.warnings, WARNING_BIT(ENDED_LATE) | WARNING_BIT(OUTSIDE_OFFICE_HOURS));
	CHECK_INT(r.after.version, STEPS);
	CHECK_INT(r.after.state, DOSSIER_RETURNED);
	life_of_a_row(c, "2022-10-21 15:40", "2022-10-21 15:39");
	dossier_rehearse(&none, c, STEPS, &rules, &r);
	CHECK_INT(r.refusal, REFUSED_HAPPENED_BEFORE_PREVIOUS);
	CHECK_INT(r.refused, 2);
	dossier_rehearse(&none, c, 2, &rules, &r); /* the same room again */
	CHECK_INT(r.refusal, REFUSED_NONE);
	CHECK_INT(r.after.state, DOSSIER_ACCEPTED);
}

/* The same file after the holidays of a year were imported: nothing of it is new. */
TEST(what_a_file_does_not_say_is_kept)
{
	ARENA a = { 0 };
	struct dossier_rules rules = sample_rules(sample_calendar(&a, NULL, 0));
	struct dossier_command c[STEPS];
	struct dossier_rehearsal was, again;
	struct dossier none = { 0 };

	life_of_a_row(c, "2022-10-21 15:40", "2022-10-24 09:00");
	dossier_rehearse(&none, c, 2, &rules, &was);
	struct dossier known = was.after;

	sample_step(&known, VERB_START, sample_minute("2022-10-24 08:00"), &rules);
	rules.allow.n = 12;
	rules.calendar_version = 9;
	rules.procedure_version = 5;
	dossier_rehearse(&none, c, 2, &rules, &again);
	CHECK(!dossier_same_facts(&again.after, &known));
	dossier_keep_unsaid(&again.after, &known);
	CHECK(dossier_same_facts(&again.after, &known));

	c[1].due_given = true; /* but a stated deadline is something new */
	c[1].due = due_on_day(sample_day(20221230));
	dossier_rehearse(&none, c, 2, &rules, &again);
	dossier_keep_unsaid(&again.after, &known);
	CHECK(!dossier_same_facts(&again.after, &known));

	life_of_a_row(c, "2022-10-20 15:40", "2022-10-24 09:00"); /* and so is another reception */
	dossier_rehearse(&none, c, 2, &rules, &again);
	dossier_keep_unsaid(&again.after, &known);
	CHECK_INT(again.after.calendar, 9);
	CHECK(!dossier_same_facts(&again.after, &known));
}
