#include "procedure/procedure_entry.h"

static const struct column columns[] = {
#define X(name, text, needed, most, words) \
	[PROCEDURE_COLUMN_##name] = { S_INIT(text), needed, most, COLUMN_WORDS(words) },
	PROCEDURE_COLUMNS(X)
#undef X
};
static const struct entry_kind kind = { S_INIT("procedure.version"), columns, PROCEDURE_COLUMN_N };

const struct column *procedure_columns(void)
{
	return columns;
}

static enum column_flaw word(bool known)
{
	return known ? COLUMN_FINE : COLUMN_WORD;
}

static enum column_flaw set_days(struct allowance *allow, struct str value)
{
	int64_t n = 0;
	enum column_flaw flaw = value.n ? column_number(value, 1, LIMIT_ALLOWANCE, &n) : COLUMN_FINE;

	if (!flaw)
		allow->n = (int)n;
	return flaw;
}

static enum column_flaw set_fee(struct procedure_version *v, struct str value)
{
	int64_t fee = 0;
	enum column_flaw flaw = value.n ? column_number(value, 0, LIMIT_FEE_VND, &fee) : COLUMN_FINE;

	if (!flaw) {
		v->fee_known = value.n > 0;
		v->fee_vnd = fee;
	}
	return flaw;
}

static enum column_flaw set_cutoff(struct procedure_version *v, struct str value)
{
	int minute = -1;

	if (value.n && (!parse_clock_minute(value, &minute) || minute >= MINUTES_PER_DAY))
		return COLUMN_CLOCK;
	v->cutoff_plus_1 = minute + 1;
	return COLUMN_FINE;
}

/* The columns that hold one of a few words. */
static enum column_flaw set_word(struct procedure_version *v, enum procedure_column c, struct str value)
{
	bool may_be_empty = c == PROCEDURE_COLUMN_CHANGE || c == PROCEDURE_COLUMN_SUPPLEMENT_RULE;

	if (value.n == 0 && !may_be_empty)
		return COLUMN_MISSING;
	if (c == PROCEDURE_COLUMN_CHANGE)
		return word(procedure_change_from(value, &v->change));
	if (c == PROCEDURE_COLUMN_INTERAGENCY)
		return word(interagency_from(value, &v->interagency));
	if (c == PROCEDURE_COLUMN_LEVEL)
		return word(agency_level_from(value, &v->level));
	if (c == PROCEDURE_COLUMN_ONLINE_LEVEL)
		return word(online_level_from(value, &v->online));
	if (c == PROCEDURE_COLUMN_PROCESSING_UNIT)
		return word(parse_unit(value, &v->allow.unit));
	assert(c == PROCEDURE_COLUMN_SUPPLEMENT_RULE);
	v->supplement = value.n ? v->supplement : SUPPLEMENT_RESTART;
	return word(value.n == 0 || parse_supplement_rule(value, &v->supplement));
}

enum column_flaw procedure_set(struct procedure_version *v, enum procedure_column c, struct str value)
{
	assert(c < PROCEDURE_COLUMN_N);
	size_t most = (size_t)columns[c].most;

	switch (c) {
	case PROCEDURE_COLUMN_AGENCY: return column_name(value, most, &v->agency);
	case PROCEDURE_COLUMN_CODE: return column_code(value, &v->code);
	case PROCEDURE_COLUMN_COMPONENTS: return column_text(value, most, &v->components);
	case PROCEDURE_COLUMN_CUTOFF_TIME: return set_cutoff(v, value);
	case PROCEDURE_COLUMN_DECISION: return column_line(value, most, &v->decision);
	case PROCEDURE_COLUMN_DECISION_DATE: return column_day(value, &v->decision_date);
	case PROCEDURE_COLUMN_EFFECTIVE_FROM: return column_day(value, &v->valid.from);
	case PROCEDURE_COLUMN_EFFECTIVE_TO: return column_day(value, &v->valid.to);
	case PROCEDURE_COLUMN_FEE_VND: return set_fee(v, value);
	case PROCEDURE_COLUMN_FIELD: return column_name(value, most, &v->field);
	case PROCEDURE_COLUMN_LEGAL_BASIS: return column_text(value, most, &v->legal_basis);
	case PROCEDURE_COLUMN_NAME: return column_name(value, most, &v->name);
	case PROCEDURE_COLUMN_PROCESSING_DAYS: return set_days(&v->allow, value);
	case PROCEDURE_COLUMN_RESULT: return column_text(value, most, &v->result);
	case PROCEDURE_COLUMN_SOURCE: return column_text(value, most, &v->note);
	case PROCEDURE_COLUMN_CHANGE:
	case PROCEDURE_COLUMN_INTERAGENCY:
	case PROCEDURE_COLUMN_LEVEL:
	case PROCEDURE_COLUMN_ONLINE_LEVEL:
	case PROCEDURE_COLUMN_PROCESSING_UNIT:
	case PROCEDURE_COLUMN_SUPPLEMENT_RULE: return set_word(v, c, value);
	case PROCEDURE_COLUMN_N: break;
	}
	impossible();
}

static struct str cutoff_text(struct arena *a, int cutoff_plus_1)
{
	struct buf b = { .a = a };

	if (cutoff_plus_1)
		add_clock_minute(&b, cutoff_plus_1 - 1);
	return buf_str(&b);
}

static struct str number_text(struct arena *a, bool known, int64_t n)
{
	return known ? str_fmt(a, "%lld", (long long)n) : S("");
}

struct str procedure_get(struct arena *a, const struct procedure_version *v, enum procedure_column c)
{
	switch (c) {
	case PROCEDURE_COLUMN_AGENCY: return v->agency;
	case PROCEDURE_COLUMN_CHANGE: return procedure_change_text(v->change);
	case PROCEDURE_COLUMN_CODE: return v->code;
	case PROCEDURE_COLUMN_COMPONENTS: return v->components;
	case PROCEDURE_COLUMN_CUTOFF_TIME: return cutoff_text(a, v->cutoff_plus_1);
	case PROCEDURE_COLUMN_DECISION: return v->decision;
	case PROCEDURE_COLUMN_DECISION_DATE: return column_day_text(a, v->decision_date);
	case PROCEDURE_COLUMN_EFFECTIVE_FROM: return column_day_text(a, v->valid.from);
	case PROCEDURE_COLUMN_EFFECTIVE_TO: return column_day_text(a, v->valid.to);
	case PROCEDURE_COLUMN_FEE_VND: return number_text(a, v->fee_known, v->fee_vnd);
	case PROCEDURE_COLUMN_FIELD: return v->field;
	case PROCEDURE_COLUMN_INTERAGENCY: return interagency_text(v->interagency);
	case PROCEDURE_COLUMN_LEGAL_BASIS: return v->legal_basis;
	case PROCEDURE_COLUMN_LEVEL: return agency_level_text(v->level);
	case PROCEDURE_COLUMN_NAME: return v->name;
	case PROCEDURE_COLUMN_ONLINE_LEVEL: return online_level_text(v->online);
	case PROCEDURE_COLUMN_PROCESSING_DAYS: return number_text(a, v->allow.n > 0, v->allow.n);
	case PROCEDURE_COLUMN_PROCESSING_UNIT: return unit_name(v->allow.unit);
	case PROCEDURE_COLUMN_RESULT: return v->result;
	case PROCEDURE_COLUMN_SOURCE: return v->note;
	case PROCEDURE_COLUMN_SUPPLEMENT_RULE: return supplement_rule_name(v->supplement);
	case PROCEDURE_COLUMN_N: break;
	}
	impossible();
}

enum column_flaw procedure_finish(struct procedure_version *v, enum procedure_column *at)
{
	bool immediate = v->allow.unit == UNIT_IMMEDIATE;

	if (immediate && v->allow.n > 0) {
		*at = PROCEDURE_COLUMN_PROCESSING_DAYS;
		return COLUMN_SURPLUS;
	}
	if (v->valid.from != DAYNUM_NONE && v->valid.to != DAYNUM_NONE && v->valid.to < v->valid.from) {
		*at = PROCEDURE_COLUMN_EFFECTIVE_TO;
		return COLUMN_ORDER;
	}
	if (v->change == CHANGE_ABOLISHED && v->valid.from == DAYNUM_NONE) {
		*at = PROCEDURE_COLUMN_EFFECTIVE_FROM;
		return COLUMN_ABOLISHED_WHEN;
	}
	v->allow.none = v->allow.n == 0 && !immediate;
	return COLUMN_FINE;
}

void procedure_entry(struct buf *out, const struct procedure_version *v, const struct entry_stamp *stamp)
{
	struct str values[PROCEDURE_COLUMN_N];

	for (int c = 0; c < PROCEDURE_COLUMN_N; c++)
		values[c] = procedure_get(out->a, v, (enum procedure_column)c);
	entry_write(out, &kind, values, stamp);
}

bool procedure_from_entry(
	struct arena *a, struct str bytes, struct procedure_version *v, struct entry_stamp *stamp)
{
	struct str values[PROCEDURE_COLUMN_N];
	struct procedure_version read = { 0 };
	enum procedure_column at;
	struct entry_stamp s;

	if (!entry_read(a, &kind, bytes, values, &s))
		return false;
	for (int c = 0; c < PROCEDURE_COLUMN_N; c++)
		if (procedure_set(&read, (enum procedure_column)c, values[c]))
			return false;
	if (procedure_finish(&read, &at))
		return false;
	*v = read;
	*stamp = s;
	return true;
}
