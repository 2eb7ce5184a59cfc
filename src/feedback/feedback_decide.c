/* What no table can say of the steps of a feedback. */
#include "base/utf8.h"
#include "feedback/feedback_leak.h"

#define N(name) FEEDBACK_FIELD_##name
#define SET(name) (1u << FEEDBACK_OUTCOME_##name)
enum { LEAST_TEXT_CHARS = 10 };

static struct record_refusal contact_fits(struct arena *a, const struct record_event *e)
{
	struct str email = e->values[N(EMAIL)];
	size_t at = str_find_char(email, '@');

	if (e->values[N(PHONE)].n && !feedback_phone(a, e->values[N(PHONE)]).n)
		return RECORD_REFUSED_AT(MSG_feedback_bad_phone, N(PHONE));
	if (email.n && (at == 0 || at + 1 >= email.n || str_find_char(email, ' ') < email.n))
		return RECORD_REFUSED_AT(MSG_feedback_bad_email, N(EMAIL));
	return RECORD_FINE;
}

/* Whoever acts in a step that starts clocks has them counted; the days are missing past the calendar's end.
 */
static struct record_refusal decide_new(const struct record_event *e, const struct feedback_env *env)
{
	ARENA a = { 0 };
	struct record_refusal r = contact_fits(&a, e);

	if (r.refused)
		return r;
	if (env->unknown != RECORD_NO_FIELD)
		return RECORD_REFUSED_AT(
			env->unknown == N(DOSSIER) ? MSG_feedback_no_dossier : MSG_record_bad_agency,
			env->unknown);
	if (utf8_count(str_trim(e->values[N(TEXT)])) < LEAST_TEXT_CHARS)
		return RECORD_REFUSED_AT(MSG_feedback_too_short, N(TEXT));
	if (!str_eq(e->agency, e->values[N(ABOUT)]))
		return RECORD_REFUSED_AT(MSG_feedback_other_agency, N(ABOUT));
	if (e->verb == FEEDBACK_ENTER && record_word(&feedback_kind, e, N(CHANNEL)) == FEEDBACK_BY_WEB)
		return RECORD_REFUSED_AT(MSG_feedback_not_by_web, N(CHANNEL));
	return RECORD_FINE;
}

static struct record_refusal decide_accept(const struct feedback *f, const struct record_event *e)
{
	if (!f->base.agency.n)
		return RECORD_REFUSED(MSG_feedback_nobodys);
	if (feedback_is_anonymous(f))
		return RECORD_REFUSED(MSG_feedback_is_anonymous);
	if (e->verb == FEEDBACK_RECLASSIFY && record_word(&feedback_kind, e, N(CONTENT)) == f->content)
		return RECORD_REFUSED_AT(MSG_feedback_same, N(CONTENT));
	return RECORD_FINE;
}

static struct record_refusal decide_forward(
	const struct feedback *f, const struct record_event *e, const struct feedback_env *env)
{
	if (env->unknown != RECORD_NO_FIELD)
		return RECORD_REFUSED_AT(MSG_record_bad_agency, env->unknown);
	if (str_eq(f->base.agency, e->values[N(TO)]))
		return RECORD_REFUSED_AT(MSG_feedback_to_itself, N(TO));
	return RECORD_FINE;
}

static struct record_refusal decide_refuse(const struct feedback *f, const struct record_event *e)
{
	int ground = record_word(&feedback_kind, e, N(GROUND));

	if (ground == FEEDBACK_GROUND_ANONYMOUS && !feedback_is_anonymous(f))
		return RECORD_REFUSED_AT(MSG_feedback_not_anonymous, N(GROUND));
	if (ground == FEEDBACK_GROUND_NO_SUPPLEMENT && f->base.state != FEEDBACK_IS_WAITING)
		return RECORD_REFUSED_AT(MSG_feedback_not_asked, N(GROUND));
	if ((ground == FEEDBACK_GROUND_OTHER || ground == FEEDBACK_GROUND_OUT_OF_SCOPE) &&
		!e->values[N(REASON)].n)
		return RECORD_REFUSED_AT(MSG_feedback_say_why, N(REASON));
	return RECORD_FINE;
}

static struct record_refusal decide_supplement(const struct feedback *f, const struct record_event *e)
{
	ARENA a = { 0 };

	if (f->replies_n == LIMIT_FEEDBACK_REPLIES)
		return RECORD_REFUSED(MSG_record_full);
	return contact_fits(&a, e);
}

/* Which outcomes there are for conduct, and which for rules. */
static bool outcome_fits(int content, int outcome)
{
	static const unsigned conduct = SET(CORRECT) | SET(DISCIPLINE) | SET(NO_FAULT) | SET(EXPLAIN) |
					SET(PROPOSE),
			      rules = SET(AMEND) | SET(ABOLISH) | SET(PROPOSE) | SET(ISSUE) | SET(EXPLAIN) |
				      SET(GATHER);

	return (feedback_content_is_conduct(content) ? conduct : rules) >> outcome & 1;
}

static struct record_refusal decide_draft(const struct feedback *f, const struct record_event *e)
{
	int outcome = record_word(&feedback_kind, e, N(OUTCOME));

	if (!feedback_content_is_conduct(f->content) && f->enough == FEEDBACK_NO_WORD)
		return RECORD_REFUSED(MSG_feedback_assess_first);
	if (!outcome_fits(f->content, outcome))
		return RECORD_REFUSED_AT(MSG_feedback_bad_outcome, N(OUTCOME));
	if ((outcome == FEEDBACK_OUTCOME_GATHER) != (f->enough == FEEDBACK_GROUNDWORK_NOT_ENOUGH) &&
		!feedback_content_is_conduct(f->content))
		return RECORD_REFUSED_AT(MSG_feedback_gather, N(OUTCOME));
	return RECORD_FINE;
}

static struct record_refusal decide_answer(const struct feedback *f, const struct record_event *e)
{
	/* It was classified anew after the draft. */
	if (!outcome_fits(f->content, f->outcome))
		return RECORD_REFUSED(MSG_feedback_draft_again);
	if (record_day(e, N(DATE)) > day_of(e->recorded))
		return RECORD_REFUSED_AT(MSG_record_in_future, N(DATE));
	return RECORD_FINE;
}

static struct record_refusal leaks(struct arena *a, const struct feedback *f, struct str text, int field)
{
	static const enum msg why[] = { [FEEDBACK_LEAKS_NAME] = MSG_feedback_leaks_name,
		[FEEDBACK_LEAKS_PHONE] = MSG_feedback_leaks_phone,
		[FEEDBACK_LEAKS_EMAIL] = MSG_feedback_leaks_email,
		[FEEDBACK_LEAKS_ADDRESS] = MSG_feedback_leaks_address,
		[FEEDBACK_LEAKS_NUMBER] = MSG_feedback_leaks_number };
	enum feedback_leak leak = feedback_leak(a, f, text);

	return leak == FEEDBACK_LEAKS_NOTHING ? RECORD_FINE : RECORD_REFUSED_AT(why[leak], field);
}

static struct record_refusal decide_publish(
	const struct feedback *f, const struct record_event *e, const struct feedback_env *env)
{
	static const int fields[] = { N(PUBLIC_TITLE), N(PUBLIC_TEXT), N(PUBLIC_ANSWER) };
	struct record_refusal r = RECORD_FINE;
	ARENA a = { 0 };

	if (!f->consent)
		return RECORD_REFUSED(MSG_feedback_no_consent);
	for (size_t i = 0; i < COUNT(fields) && !r.refused; i++) {
		r = leaks(&a, f, e->values[fields[i]], fields[i]);
		for (int m = 0; m < env->merged_n && !r.refused; m++)
			r = leaks(&a, env->merged[m], e->values[fields[i]], fields[i]);
	}
	return r;
}

static struct record_refusal decide_merge(
	const struct feedback *f, const struct record_event *e, const struct feedback_env *env)
{
	static const unsigned goes_on = ~(1u << FEEDBACK_IS_REFUSED | 1u << FEEDBACK_IS_MERGED);

	(void)e;
	if (!env->into_found || !str_eq(env->into_agency, f->base.agency))
		return RECORD_REFUSED_AT(MSG_feedback_no_such, N(INTO));
	if (env->into_number == f->base.number)
		return RECORD_REFUSED_AT(MSG_feedback_itself, N(INTO));
	if (!(goes_on >> env->into_state & 1))
		return RECORD_REFUSED_AT(MSG_feedback_into_ended, N(INTO));
	if (env->merged_n)
		return RECORD_REFUSED(MSG_feedback_has_merged);
	return RECORD_FINE;
}

struct record_refusal feedback_decide(const void *state, const struct record_event *e, const void *known)
{
	const struct feedback *f = state;
	const struct feedback_env *env = known;

	switch (e->verb) {
	case FEEDBACK_ENTER:
	case FEEDBACK_SEND: return decide_new(e, env);
	case FEEDBACK_ACCEPT:
	case FEEDBACK_RECLASSIFY: return decide_accept(f, e);
	case FEEDBACK_FORWARD: return decide_forward(f, e, env);
	case FEEDBACK_REFUSE: return decide_refuse(f, e);
	case FEEDBACK_ASK:
		return feedback_is_anonymous(f) ? RECORD_REFUSED(MSG_feedback_is_anonymous) : RECORD_FINE;
	case FEEDBACK_SUPPLEMENT: return decide_supplement(f, e);
	case FEEDBACK_ASSESS:
		return feedback_content_is_conduct(f->content) ? RECORD_REFUSED(MSG_feedback_rules_only)
							       : RECORD_FINE;
	case FEEDBACK_DRAFT: return decide_draft(f, e);
	case FEEDBACK_ANSWER: return decide_answer(f, e);
	case FEEDBACK_PUBLISH: return decide_publish(f, e, env);
	case FEEDBACK_RATE:
		return f->opinion != FEEDBACK_NO_WORD ? RECORD_REFUSED(MSG_feedback_rated) : RECORD_FINE;
	case FEEDBACK_MERGE: return decide_merge(f, e, env);
	default: return RECORD_FINE;
	}
}
