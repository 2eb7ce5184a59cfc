#include "score/score_set.h"

const struct column criteria_columns[CRITERIA_COLUMN_N] = {
#define X(name, text, needed) [CRITERIA_##name] = { S_INIT(text), needed, 0, { 0 } },
	SCORE_CRITERIA_COLUMNS(X)
#undef X
};
static const struct entry_kind kind = { S_INIT("score.component"), criteria_columns, CRITERIA_COLUMN_N };
enum { MAX_SET_VERSION = 999 };

/* What a flaw of column.h is called here. */
static struct record_refusal text_flaw(enum column_flaw flaw, enum criteria_column at)
{
	switch (flaw) {
	case COLUMN_FINE: return RECORD_FINE;
	case COLUMN_MISSING: return RECORD_REFUSED_AT(MSG_record_missing, (int)at);
	case COLUMN_TOO_LONG: return RECORD_REFUSED_AT(MSG_record_too_long, (int)at);
	case COLUMN_CODE: return RECORD_REFUSED_AT(MSG_score_bad_code, (int)at);
	case COLUMN_NUMBER: return RECORD_REFUSED_AT(MSG_score_bad_version, (int)at);
	case COLUMN_TEXT:
	case COLUMN_WORD:
	case COLUMN_DAY:
	case COLUMN_CLOCK:
	case COLUMN_ORDER:
	case COLUMN_SURPLUS:
	case COLUMN_ABOLISHED_WHEN:
	case COLUMN_FLAW_N: break;
	}
	return RECORD_REFUSED_AT(MSG_record_bad_text, (int)at);
}

static struct record_refusal set_code(struct str value, struct str *out, enum criteria_column at)
{
	struct str code = { 0 };
	enum column_flaw flaw = column_code(value, &code);

	if (flaw || !code.n)
		return text_flaw(flaw ? flaw : COLUMN_MISSING, at);
	*out = code;
	return RECORD_FINE;
}

static struct record_refusal set_number(struct str value, int64_t most, int64_t *out, enum criteria_column at)
{
	if (!value.n || score_hundredths_from(value, most, out))
		return RECORD_FINE;
	return RECORD_REFUSED_AT(at == CRITERIA_MAX ? MSG_score_bad_max : MSG_score_bad_percent, (int)at);
}

static struct record_refusal set_word(
	struct score_component *c, enum criteria_column at, struct str value, enum msg otherwise)
{
	bool fine = at == CRITERIA_LEVEL    ? agency_level_from(value, &c->level)
		    : at == CRITERIA_METHOD ? score_method_from(value, &c->formula.method)
		    : at == CRITERIA_STEPS  ? score_steps_from(value, &c->formula)
					    : score_indicator_from(value, &c->indicator);

	return fine ? RECORD_FINE : RECORD_REFUSED_AT(otherwise, (int)at);
}

static struct record_refusal set_name(struct str value, struct str *out, enum criteria_column at)
{
	return text_flaw(column_name(value, LIMIT_NAME_CHARS, out), at);
}

struct record_refusal criteria_set(struct score_component *c, enum criteria_column column, struct str value)
{
	switch (column) {
	case CRITERIA_AREA: return set_name(value, &c->area, column);
	case CRITERIA_COMPONENT: return set_name(value, &c->text, column);
	case CRITERIA_CRITERION: return set_name(value, &c->criterion, column);
	case CRITERIA_NAME: return set_name(value, &c->name, column);
	case CRITERIA_EVIDENCE: return text_flaw(column_text(value, LIMIT_NOTE_CHARS, &c->evidence), column);
	case CRITERIA_SOURCE: return text_flaw(column_text(value, LIMIT_NOTE_CHARS, &c->source), column);
	case CRITERIA_CODE: return set_code(value, &c->code, column);
	case CRITERIA_CRITERION_CODE: return set_code(value, &c->criterion_code, column);
	case CRITERIA_SET: return set_code(value, &c->set, column);
	case CRITERIA_VERSION:
		return text_flaw(column_number(value, 1, MAX_SET_VERSION, &c->version), column);
	case CRITERIA_MAX:
		return set_number(value, LIMIT_SCORE_POINTS * SCORE_POINT, &c->formula.max, column);
	case CRITERIA_TARGET: return set_number(value, SCORE_WHOLE, &c->formula.target, column);
	case CRITERIA_FLOOR: return set_number(value, SCORE_WHOLE, &c->formula.floor, column);
	case CRITERIA_LEVEL: return set_word(c, column, value, MSG_score_bad_level);
	case CRITERIA_METHOD: return set_word(c, column, value, MSG_score_bad_method);
	case CRITERIA_STEPS: return set_word(c, column, value, MSG_score_bad_steps);
	case CRITERIA_INDICATOR: return set_word(c, column, value, MSG_score_bad_indicator);
	case CRITERIA_COLUMN_N: break;
	}
	impossible();
}

static struct str number_text(struct arena *a, int64_t n)
{
	return n ? record_points_text(a, n) : S("");
}

struct str criteria_get(struct arena *a, const struct score_component *c, enum criteria_column column)
{
	switch (column) {
	case CRITERIA_AREA: return c->area;
	case CRITERIA_COMPONENT: return c->text;
	case CRITERIA_CODE: return c->code;
	case CRITERIA_CRITERION: return c->criterion;
	case CRITERIA_CRITERION_CODE: return c->criterion_code;
	case CRITERIA_EVIDENCE: return c->evidence;
	case CRITERIA_FLOOR: return number_text(a, c->formula.floor);
	case CRITERIA_INDICATOR: return score_indicator_text(c->indicator);
	case CRITERIA_LEVEL: return agency_level_text(c->level);
	case CRITERIA_MAX: return number_text(a, c->formula.max);
	case CRITERIA_METHOD: return score_method_text(c->formula.method);
	case CRITERIA_NAME: return c->name;
	case CRITERIA_SET: return c->set;
	case CRITERIA_SOURCE: return c->source;
	case CRITERIA_STEPS: return score_steps_text(a, &c->formula);
	case CRITERIA_TARGET: return number_text(a, c->formula.target);
	case CRITERIA_VERSION: return str_fmt(a, "%lld", (long long)c->version);
	case CRITERIA_COLUMN_N: break;
	}
	impossible();
}

struct record_refusal criteria_check(const struct score_component *c)
{
	const struct score_formula *f = &c->formula;
	bool people = f->method == SCORE_BY_PEOPLE, proportional = f->method == SCORE_PROPORTIONAL,
	     steps = f->method == SCORE_STEPS;

	if (f->max <= 0)
		return RECORD_REFUSED_AT(MSG_score_bad_max, CRITERIA_MAX);
	if (people == (c->indicator != SCORE_OF_NONE))
		return RECORD_REFUSED_AT(
			people ? MSG_score_surplus : MSG_score_needs_indicator, CRITERIA_INDICATOR);
	if (proportional != (f->target > 0))
		return RECORD_REFUSED_AT(
			proportional ? MSG_score_needs_target : MSG_score_surplus, CRITERIA_TARGET);
	if ((!proportional && f->floor) || f->floor > f->target)
		return RECORD_REFUSED_AT(MSG_score_bad_floor, CRITERIA_FLOOR);
	if (steps != (f->steps_n > 0))
		return RECORD_REFUSED_AT(steps ? MSG_score_needs_steps : MSG_score_surplus, CRITERIA_STEPS);
	if (steps && f->steps[0].points > f->max)
		return RECORD_REFUSED_AT(MSG_score_steps_above, CRITERIA_STEPS);
	return RECORD_FINE;
}

void criteria_entry(struct buf *out, const struct score_component *c, const struct entry_stamp *stamp)
{
	struct str values[CRITERIA_COLUMN_N];

	for (int i = 0; i < CRITERIA_COLUMN_N; i++)
		values[i] = criteria_get(out->a, c, (enum criteria_column)i);
	entry_write(out, &kind, values, stamp);
}

bool criteria_from_entry(
	struct arena *a, struct str bytes, struct score_component *c, struct entry_stamp *stamp)
{
	struct str values[CRITERIA_COLUMN_N];
	struct score_component read = { 0 };

	if (!entry_read(a, &kind, bytes, values, stamp))
		return false;
	for (int i = 0; i < CRITERIA_COLUMN_N; i++)
		if (criteria_set(&read, (enum criteria_column)i, values[i]).refused)
			return false;
	*c = read;
	return true;
}

bool score_begins_criterion(const struct score_set *s, int component)
{
	return component == 0 ||
	       !str_eq(s->components[component].criterion_code, s->components[component - 1].criterion_code);
}

int score_component_at(const struct score_set *s, struct str code)
{
	for (int i = 0; i < s->n; i++)
		if (str_eq(s->components[i].code, code))
			return i;
	return -1;
}

/* What is wrong with component i as the next one. */
static enum score_set_flaw flaw_of(const struct score_set *s, int i)
{
	const struct score_component *c = s->components, *me = &c[i];

	if (!str_eq(me->name, c[0].name) || me->level != c[0].level)
		return SCORE_SET_OTHERWISE;
	for (int j = 0; j < i; j++) {
		if (str_eq(c[j].code, me->code))
			return SCORE_SET_CODE_TWICE;
		bool left = j + 1 < i && !str_eq(c[i - 1].criterion_code, me->criterion_code);
		if (left && str_eq(c[j].criterion_code, me->criterion_code))
			return SCORE_SET_AREA_TWICE;
	}
	for (int k = 0; k + 1 < s->areas_n; k++)
		if (str_eq(s->areas[k].name, me->area))
			return SCORE_SET_AREA_TWICE;
	/* A criterion has one name and lies in one area. */
	if (i && str_eq(me->criterion_code, c[i - 1].criterion_code) &&
		(!str_eq(me->area, c[i - 1].area) || !str_eq(me->criterion, c[i - 1].criterion)))
		return SCORE_SET_AREA_TWICE;
	return SCORE_SET_FINE;
}

enum score_set_flaw score_set_of(
	const struct score_component *components, int n, struct score_set *out, int *at)
{
	*out = (struct score_set){ .components = components, .n = n };
	*at = n ? n - 1 : 0;
	if (n > LIMIT_SCORE_COMPONENTS)
		return SCORE_SET_FULL;
	for (int i = 0; i < n; i++) {
		enum score_set_flaw flaw = flaw_of(out, i);
		struct score_area *last = &out->areas[out->areas_n ? out->areas_n - 1 : 0];

		*at = i;
		if (flaw)
			return flaw;
		if (!out->areas_n || !str_eq(last->name, components[i].area)) {
			if (out->areas_n == LIMIT_SCORE_AREAS)
				return SCORE_SET_FULL;
			last = &out->areas[out->areas_n++];
			*last = (struct score_area){ .name = components[i].area, .first = i };
		}
		if (last->n++ == LIMIT_SCORE_AREA_COMPONENTS)
			return SCORE_SET_FULL;
		last->max += components[i].formula.max;
		out->max += components[i].formula.max;
	}
	if (n) {
		out->code = components[0].set;
		out->name = components[0].name;
		out->version = components[0].version;
		out->level = components[0].level;
	}
	return SCORE_SET_FINE;
}
