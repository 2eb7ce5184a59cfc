#include "agency/agency_entry.h"

static const struct column columns[] = {
#define X(name, text, needed, most, words) \
	[AGENCY_COLUMN_##name] = { S_INIT(text), needed, most, COLUMN_WORDS(words) },
	AGENCY_COLUMNS(X)
#undef X
};
static const struct entry_kind kind = { S_INIT("agency.version"), columns, AGENCY_COLUMN_N };

const struct column *agency_columns(void)
{
	return columns;
}

/* A word. Without dots it cannot look like the kind of a journal entry to whoever searches for that. */
static enum column_flaw set_kind(struct agency_version *v, struct str value, size_t most)
{
	return str_find_char(value, '.') < value.n ? COLUMN_CODE : column_line(value, most, &v->kind);
}

enum column_flaw agency_set(struct agency_version *v, enum agency_column c, struct str value)
{
	assert(c < AGENCY_COLUMN_N);
	size_t most = (size_t)columns[c].most;

	switch (c) {
	case AGENCY_COLUMN_CODE: return column_code(value, &v->code);
	case AGENCY_COLUMN_NAME: return column_name(value, most, &v->name);
	case AGENCY_COLUMN_SHORT_NAME: return column_line(value, most, &v->short_name);
	case AGENCY_COLUMN_LEVEL:
		if (value.n == 0)
			return COLUMN_MISSING;
		return agency_level_from(value, &v->level) ? COLUMN_FINE : COLUMN_WORD;
	case AGENCY_COLUMN_KIND: return set_kind(v, value, most);
	case AGENCY_COLUMN_PARENT: return column_line(value, most, &v->parent);
	case AGENCY_COLUMN_SUCCESSOR: return column_line(value, most, &v->successor);
	case AGENCY_COLUMN_SOURCE: return column_text(value, most, &v->note);
	case AGENCY_COLUMN_VALID_FROM: return column_day(value, &v->valid.from);
	case AGENCY_COLUMN_VALID_TO: return column_day(value, &v->valid.to);
	case AGENCY_COLUMN_N: break;
	}
	impossible();
}

struct str agency_get(struct arena *a, const struct agency_version *v, enum agency_column c)
{
	switch (c) {
	case AGENCY_COLUMN_CODE: return v->code;
	case AGENCY_COLUMN_NAME: return v->name;
	case AGENCY_COLUMN_SHORT_NAME: return v->short_name;
	case AGENCY_COLUMN_LEVEL: return agency_level_text(v->level);
	case AGENCY_COLUMN_KIND: return v->kind;
	case AGENCY_COLUMN_PARENT: return v->parent;
	case AGENCY_COLUMN_SUCCESSOR: return v->successor;
	case AGENCY_COLUMN_SOURCE: return v->note;
	case AGENCY_COLUMN_VALID_FROM: return column_day_text(a, v->valid.from);
	case AGENCY_COLUMN_VALID_TO: return column_day_text(a, v->valid.to);
	case AGENCY_COLUMN_N: break;
	}
	impossible();
}

enum column_flaw agency_check(const struct agency_version *v, enum agency_column *at)
{
	if (v->valid.to == DAYNUM_NONE || v->valid.from == DAYNUM_NONE || v->valid.from <= v->valid.to)
		return COLUMN_FINE;
	*at = AGENCY_COLUMN_VALID_TO;
	return COLUMN_ORDER;
}

void agency_entry(struct buf *out, const struct agency_version *v, const struct entry_stamp *stamp)
{
	struct str values[AGENCY_COLUMN_N];

	for (int c = 0; c < AGENCY_COLUMN_N; c++)
		values[c] = agency_get(out->a, v, (enum agency_column)c);
	entry_write(out, &kind, values, stamp);
}

bool agency_from_entry(struct arena *a, struct str bytes, struct agency_version *v, struct entry_stamp *stamp)
{
	struct str values[AGENCY_COLUMN_N];
	struct agency_version read = { 0 };
	struct entry_stamp s;

	if (!entry_read(a, &kind, bytes, values, &s))
		return false;
	for (int c = 0; c < AGENCY_COLUMN_N; c++)
		if (agency_set(&read, (enum agency_column)c, values[c]))
			return false;
	*v = read;
	*stamp = s;
	return true;
}
