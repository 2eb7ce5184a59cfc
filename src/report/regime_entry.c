#include "report/regime_entry.h"
#include "report/outline.h"

static const struct column columns[] = {
#define X(name, text, needed, most, words) \
	[REGIME_COLUMN_##name] = { S_INIT(text), needed, most, COLUMN_WORDS(words) },
	REGIME_COLUMNS(X)
#undef X
};
static const struct entry_kind kind = { S_INIT("report_regime.version"), columns, REGIME_COLUMN_N };

const struct column *regime_columns(void)
{
	return columns;
}

static enum column_flaw needed_code(struct str value, struct str *out)
{
	enum column_flaw flaw = column_code(value, out);

	return flaw ? flaw : out->n ? COLUMN_FINE : COLUMN_MISSING;
}

static enum column_flaw small_number(struct str value, int64_t min, int64_t most, int *out)
{
	int64_t n = 0;
	enum column_flaw flaw = column_number(value, min, most, &n);

	if (!flaw)
		*out = (int)n;
	return flaw;
}

static enum column_flaw of_words(bool known, struct str value)
{
	return known ? COLUMN_FINE : value.n ? COLUMN_WORD : COLUMN_MISSING;
}

enum column_flaw regime_set(struct report_regime *r, enum regime_column c, struct str value)
{
	assert(c < REGIME_COLUMN_N);
	size_t most = (size_t)columns[c].most;

	switch (c) {
	case REGIME_COLUMN_BASIS: return column_line(value, most, &r->basis);
	case REGIME_COLUMN_CODE: return needed_code(value, &r->code);
	case REGIME_COLUMN_DUE_DAY: return small_number(value, 1, columns[c].most, &r->due_day);
	case REGIME_COLUMN_DUE_MONTHS: return small_number(value, 0, columns[c].most, &r->due_months);
	case REGIME_COLUMN_NAME: return column_name(value, most, &r->name);
	case REGIME_COLUMN_OUTLINE: return needed_code(value, &r->outline);
	case REGIME_COLUMN_OWES: return column_name(value, most, &r->owes);
	case REGIME_COLUMN_PERIOD: return of_words(report_period_from(value, &r->period), value);
	case REGIME_COLUMN_RECEIVER: return column_name(value, most, &r->receiver);
	case REGIME_COLUMN_ROLL: return of_words(report_roll_from(value, &r->roll), value);
	case REGIME_COLUMN_SERIES: return needed_code(value, &r->series);
	case REGIME_COLUMN_SOURCE: return column_text(value, most, &r->note);
	case REGIME_COLUMN_TRUST: return of_words(report_trust_from(value, &r->trust), value);
	case REGIME_COLUMN_VALID_FROM: return column_day(value, &r->valid.from);
	case REGIME_COLUMN_VALID_TO: return column_day(value, &r->valid.to);
	case REGIME_COLUMN_N: break;
	}
	impossible();
}

static struct str number_text(struct arena *a, int n)
{
	return str_fmt(a, "%d", n);
}

struct str regime_get(struct arena *a, const struct report_regime *r, enum regime_column c)
{
	switch (c) {
	case REGIME_COLUMN_BASIS: return r->basis;
	case REGIME_COLUMN_CODE: return r->code;
	case REGIME_COLUMN_DUE_DAY: return number_text(a, r->due_day);
	case REGIME_COLUMN_DUE_MONTHS: return number_text(a, r->due_months);
	case REGIME_COLUMN_NAME: return r->name;
	case REGIME_COLUMN_OUTLINE: return r->outline;
	case REGIME_COLUMN_OWES: return r->owes;
	case REGIME_COLUMN_PERIOD: return report_period_text(r->period);
	case REGIME_COLUMN_RECEIVER: return r->receiver;
	case REGIME_COLUMN_ROLL: return report_roll_text(r->roll);
	case REGIME_COLUMN_SERIES: return r->series;
	case REGIME_COLUMN_SOURCE: return r->note;
	case REGIME_COLUMN_TRUST: return report_trust_text(r->trust);
	case REGIME_COLUMN_VALID_FROM: return column_day_text(a, r->valid.from);
	case REGIME_COLUMN_VALID_TO: return column_day_text(a, r->valid.to);
	case REGIME_COLUMN_N: break;
	}
	impossible();
}

enum regime_flaw regime_check(const struct report_regime *r)
{
	if (r->valid.to != DAYNUM_NONE && r->valid.from != DAYNUM_NONE && r->valid.to < r->valid.from)
		return REGIME_ORDER;
	if (r->due_months == 0 && r->due_day <= REPORT_CUTOFF_DAY)
		return REGIME_DUE_BEFORE;
	if (!report_owes_valid(r->owes))
		return REGIME_OWES;
	return outline_of(r->outline) ? REGIME_SOUND : REGIME_OUTLINE;
}

void regime_entry(struct buf *out, const struct report_regime *r, const struct entry_stamp *stamp)
{
	struct str values[REGIME_COLUMN_N];

	for (int c = 0; c < REGIME_COLUMN_N; c++)
		values[c] = regime_get(out->a, r, (enum regime_column)c);
	entry_write(out, &kind, values, stamp);
}

bool regime_from_entry(struct arena *a, struct str bytes, struct report_regime *r, struct entry_stamp *stamp)
{
	struct str values[REGIME_COLUMN_N];
	struct report_regime read = { 0 };
	struct entry_stamp s;

	if (!entry_read(a, &kind, bytes, values, &s))
		return false;
	for (int c = 0; c < REGIME_COLUMN_N; c++)
		if (regime_set(&read, (enum regime_column)c, values[c]))
			return false;
	*r = read;
	*stamp = s;
	return true;
}
