/* The conditions of a score sheet that its tables cannot say. */
#include "score/score.h"

static bool is_agency_role(enum role r)
{
	return r == ROLE_HEAD_OF_UNIT || r == ROLE_LEADER;
}

static const enum score_field day_fields[] = { SCORE_F_SELF_UNTIL, SCORE_F_FIRST_UNTIL, SCORE_F_EXPLAIN_UNTIL,
	SCORE_F_SECOND_UNTIL };

struct record_refusal score_days_check(const struct record_event *e, daynum today)
{
	daynum before = today;

	for (size_t i = 0; i < COUNT(day_fields); i++) {
		daynum d = record_day(e, (int)day_fields[i]);

		if (i == COUNT(day_fields) - 1 && d < today)
			return RECORD_REFUSED_AT(MSG_score_day_past, (int)day_fields[i]);
		if (i && d < before)
			return RECORD_REFUSED_AT(MSG_score_day_order, (int)day_fields[i]);
		before = d;
	}
	return RECORD_FINE;
}

static struct record_refusal open_fits(const struct record_event *e, const struct score_env *env)
{
	daynum today = day_of(e->happened);
	int64_t year = record_count(e, SCORE_F_YEAR);

	if (!env->set)
		return RECORD_REFUSED_AT(MSG_score_no_set, SCORE_F_SET);
	if (!env->fits)
		return RECORD_REFUSED(MSG_score_wrong_level);
	if (env->taken)
		return RECORD_REFUSED(MSG_score_taken);
	if (year < 2000 || year > civil_from_day(today).year)
		return RECORD_REFUSED_AT(MSG_score_bad_year, SCORE_F_YEAR);
	if (record_hundredths(e, SCORE_F_BONUS_MAX) < 0)
		return RECORD_REFUSED_AT(MSG_score_negative, SCORE_F_BONUS_MAX);
	if (record_hundredths(e, SCORE_F_PENALTY_MAX) < 0)
		return RECORD_REFUSED_AT(MSG_score_negative, SCORE_F_PENALTY_MAX);
	if (record_day(e, SCORE_F_SELF_UNTIL) < today)
		return RECORD_REFUSED_AT(MSG_score_day_past, SCORE_F_SELF_UNTIL);
	return score_days_check(e, today);
}

/* Up to the last day of the sheet's state, that day included. */
static struct record_refusal in_time(const struct score *s, const struct record_event *e)
{
	if (day_of(e->happened) <= s->until[s->base.state])
		return RECORD_FINE;
	switch (s->base.state) {
	case SCORE_IS_SELF: return RECORD_REFUSED(MSG_score_late_self);
	case SCORE_IS_FIRST: return RECORD_REFUSED(MSG_score_late_first);
	case SCORE_IS_EXPLAIN: return RECORD_REFUSED(MSG_score_late_explain);
	default: return RECORD_REFUSED(MSG_score_late_second);
	}
}

/* Steps that end what the agency does: the agency itself in time, the department after the last day. */
static struct record_refusal agency_ends(const struct score *s, const struct record_event *e)
{
	if (e->by == ROLE_SYSTEM)
		return RECORD_FINE;
	if (is_agency_role(e->by))
		return in_time(s, e);
	return in_time(s, e).refused ? RECORD_FINE : RECORD_REFUSED(MSG_score_not_over_yet);
}

static struct record_refusal points_fit(const struct score_component *c, const struct record_event *e)
{
	int64_t points = record_hundredths(e, SCORE_F_POINTS);

	if (points < 0)
		return RECORD_REFUSED_AT(MSG_score_negative, SCORE_F_POINTS);
	if (points > c->formula.max)
		return RECORD_REFUSED_AT(MSG_score_above_max, SCORE_F_POINTS);
	return RECORD_FINE;
}

/* An appraisal that says otherwise than the column before says why. */
static struct record_refusal comment_fits(
	const struct score_line *line, enum score_column before, const struct record_event *e)
{
	int64_t was;

	if (e->values[SCORE_F_COMMENT].n)
		return RECORD_FINE;
	if (score_points(line, before, &was) && was == record_hundredths(e, SCORE_F_POINTS))
		return RECORD_FINE;
	return RECORD_REFUSED_AT(MSG_score_say_why, SCORE_F_COMMENT);
}

/* What was counted is what the formula makes of it. */
static struct record_refusal measure_fits(const struct score_component *c, const struct record_event *e)
{
	struct score_fact fact = { !record_flag(e, SCORE_F_NO_DATA), record_count(e, SCORE_F_PART),
		record_count(e, SCORE_F_WHOLE) };
	int64_t points = 0;
	bool has = score_formula_points(&c->formula, &fact, &points);

	if (c->formula.method == SCORE_BY_PEOPLE)
		return RECORD_REFUSED_AT(MSG_score_by_people, SCORE_F_COMPONENT);
	if (has != (e->values[SCORE_F_POINTS].n > 0) ||
		(has && points != record_hundredths(e, SCORE_F_POINTS)))
		return RECORD_REFUSED_AT(MSG_score_other_measure, SCORE_F_POINTS);
	return RECORD_FINE;
}

static struct record_refusal component_step(
	const struct score *s, const struct record_event *e, const struct score_set *set)
{
	int at = score_component_at(set, e->values[SCORE_F_COMPONENT]);
	const struct score_line *line = score_line_of(s, e->values[SCORE_F_COMPONENT]);

	if (at < 0)
		return RECORD_REFUSED_AT(MSG_score_no_component, SCORE_F_COMPONENT);
	const struct score_component *c = &set->components[at];
	struct record_refusal r = RECORD_FINE;

	if (e->verb == SCORE_V_MEASURE)
		return measure_fits(c, e);
	if (e->verb != SCORE_V_AMEND)
		r = in_time(s, e);
	if (!r.refused && e->verb == SCORE_V_SELF && c->formula.method != SCORE_BY_PEOPLE)
		r = RECORD_REFUSED_AT(MSG_score_by_formula, SCORE_F_COMPONENT);
	if (!r.refused && e->verb != SCORE_V_EXPLAIN)
		r = points_fit(c, e);
	if (!r.refused && e->verb == SCORE_V_FIRST)
		r = comment_fits(line, SCORE_BY_SELF, e);
	if (!r.refused && e->verb == SCORE_V_SECOND)
		r = comment_fits(line, SCORE_BY_FIRST, e);
	return r;
}

/* The first component that has no points in the column, although people have to give them; -1: none. What a
 * formula could not count for want of data stays open until an appraisal. */
static int first_without(const struct score *s, const struct score_set *set, enum score_column column)
{
	int64_t points;

	for (int i = 0; i < set->n; i++) {
		bool people = set->components[i].formula.method == SCORE_BY_PEOPLE;
		const struct score_line *line = score_line_of(s, set->components[i].code);

		if (column == SCORE_BY_SELF && !people) {
			if (!line || !line->measure.taken)
				return i;
			continue;
		}
		if (!score_points(line, column, &points))
			return i;
	}
	return -1;
}

static struct record_refusal submit_fits(
	const struct score *s, const struct record_event *e, const struct score_set *set)
{
	struct record_refusal r = agency_ends(s, e);

	if (r.refused || !is_agency_role(e->by))
		return r;
	return first_without(s, set, SCORE_BY_SELF) < 0 ? r : RECORD_REFUSED(MSG_score_incomplete_self);
}

static int64_t extras_sum(const struct score *s, enum score_extra_kind kind)
{
	int64_t sum = 0;

	for (int i = 0; i < s->extras_n; i++)
		if (s->extras[i].kind == kind && !s->extras[i].dropped)
			sum += s->extras[i].points;
	return sum;
}

static struct record_refusal extra_fits(const struct score *s, const struct record_event *e)
{
	int64_t points = record_hundredths(e, SCORE_F_POINTS);
	enum score_extra_kind kind = record_word(&score_kind, e, SCORE_F_EXTRA) == (int)SCORE_PENALTY
					     ? SCORE_PENALTY
					     : SCORE_BONUS;
	struct record_refusal r = in_time(s, e);

	if (r.refused)
		return r;
	if (s->extras_n == LIMIT_SCORE_EXTRAS)
		return RECORD_REFUSED(MSG_record_full);
	if (points <= 0)
		return RECORD_REFUSED_AT(MSG_score_not_positive, SCORE_F_POINTS);
	if (extras_sum(s, kind) + points > s->most[kind])
		return RECORD_REFUSED_AT(MSG_score_extra_above, SCORE_F_POINTS);
	return r;
}

static struct record_refusal drop_fits(const struct score *s, const struct record_event *e)
{
	int64_t item = record_count(e, SCORE_F_ITEM);

	if (item > s->extras_n || s->extras[item - 1].dropped)
		return RECORD_REFUSED_AT(MSG_score_no_extra, SCORE_F_ITEM);
	return in_time(s, e);
}

struct record_refusal score_decide(const void *state, const struct record_event *e, const void *arg)
{
	const struct score *s = state;
	const struct score_env *env = arg;
	struct record_refusal r;

	if (e->verb == SCORE_V_OPEN)
		return open_fits(e, env);
	if (!env->set)
		return RECORD_REFUSED(MSG_score_no_set);
	switch ((enum score_verb)e->verb) {
	case SCORE_V_SELF:
	case SCORE_V_MEASURE:
	case SCORE_V_FIRST:
	case SCORE_V_EXPLAIN:
	case SCORE_V_SECOND:
	case SCORE_V_AMEND: return component_step(s, e, env->set);
	case SCORE_V_SUBMIT: return submit_fits(s, e, env->set);
	case SCORE_V_END_FIRST:
		r = in_time(s, e);
		if (!r.refused && first_without(s, env->set, SCORE_BY_FIRST) >= 0)
			r = RECORD_REFUSED(MSG_score_incomplete_first);
		return r;
	case SCORE_V_END_EXPLAIN: return agency_ends(s, e);
	case SCORE_V_EXTRA: return extra_fits(s, e);
	case SCORE_V_DROP_EXTRA: return drop_fits(s, e);
	case SCORE_V_EXTEND: return score_days_check(e, day_of(e->happened));
	case SCORE_V_CLOSE: return in_time(s, e);
	case SCORE_V_PUBLISH:
	case SCORE_V_OPEN:
	case SCORE_VERB_N: break;
	}
	return RECORD_FINE;
}
