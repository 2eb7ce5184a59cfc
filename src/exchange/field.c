#include "exchange/field.h"

static bool is_bad(const struct csv *c, size_t column)
{
	assert(column < c->column_count);
	return c->bad_mask >> column & 1;
}

static bool fail(struct csv *c, size_t column, struct import_error e)
{
	csv_error(c, column, e);
	return false;
}

/* True when something stands there; otherwise it is an error unless it was one before. */
static bool is_there(struct csv *c, size_t column)
{
	if (c->field[column].n)
		return true;
	return !is_bad(c, column) && fail(c, column, (struct import_error){ .code = IMPORT_MISSING_VALUE });
}

static bool read_text(struct csv *c, size_t column, size_t max_chars, enum text_lines lines, struct str *out)
{
	struct str s = c->field[column];

	switch (text_check(s, max_chars, lines)) {
	case TEXT_FINE: *out = s; return !is_bad(c, column);
	case TEXT_TOO_LONG:
		return fail(
			c, column, (struct import_error){ .code = IMPORT_TOO_LONG, .n = (int64_t)max_chars });
	case TEXT_CONTROL:
	case TEXT_BROKEN:
		return fail(c, column, (struct import_error){ .code = IMPORT_CONTROL_CHARACTER, .piece = s });
	}
	impossible();
}

bool field_text(struct csv *c, size_t column, size_t max_chars, struct str *out)
{
	return is_there(c, column) && read_text(c, column, max_chars, TEXT_ONE_LINE, out);
}

bool field_text_or_empty(struct csv *c, size_t column, size_t max_chars, struct str *out)
{
	return read_text(c, column, max_chars, TEXT_ONE_LINE, out);
}

bool field_lines_or_empty(struct csv *c, size_t column, size_t max_chars, struct str *out)
{
	return read_text(c, column, max_chars, TEXT_MANY_LINES, out);
}

bool field_int_or(struct csv *c, size_t column, struct int_range range, int64_t *out)
{
	struct str s = c->field[column];
	int64_t n = range.when_empty;

	if (s.n && !str_int(s, &n))
		return fail(c, column, (struct import_error){ .code = IMPORT_NOT_A_NUMBER, .piece = s });
	if (s.n && (n < range.least || n > range.most))
		return fail(c, column,
			(struct import_error){
				.code = IMPORT_OUT_OF_RANGE, .piece = s, .n = range.least, .m = range.most });
	if (is_bad(c, column))
		return false;
	*out = n;
	return true;
}

bool field_day_or_none(struct csv *c, size_t column, daynum *out)
{
	struct str s = c->field[column];
	daynum day = DAYNUM_NONE;

	if (s.n && !parse_day(s, &day))
		return fail(c, column, (struct import_error){ .code = IMPORT_NOT_A_DATE, .piece = s });
	if (is_bad(c, column))
		return false;
	*out = day;
	return true;
}

bool field_day(struct csv *c, size_t column, daynum *out)
{
	return is_there(c, column) && field_day_or_none(c, column, out);
}

bool field_minute_or_none(struct csv *c, size_t column, instant *out)
{
	struct str s = c->field[column];
	instant t = INSTANT_NONE;

	if (s.n && !parse_local_minute(s, &t))
		return fail(c, column, (struct import_error){ .code = IMPORT_NOT_A_MINUTE, .piece = s });
	if (is_bad(c, column))
		return false;
	*out = t;
	return true;
}

bool field_minute(struct csv *c, size_t column, instant *out)
{
	return is_there(c, column) && field_minute_or_none(c, column, out);
}

static struct str list_of(struct arena *a, const struct str *words, size_t count)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < count; i++) {
		buf_add(&b, i ? S(", ") : S(""));
		buf_add(&b, words[i]);
	}
	return buf_str(&b);
}

bool field_word_or(struct csv *c, size_t column, const struct str *words, size_t count, size_t *out)
{
	struct str s = c->field[column];

	if (!s.n)
		return !is_bad(c, column);
	for (size_t i = 0; i < count; i++)
		if (str_eq(words[i], s)) {
			*out = i;
			return true;
		}
	return fail(c, column,
		(struct import_error){ .code = IMPORT_NOT_IN_LIST,
			.piece = s,
			.also = list_of(&c->row_memory, words, count) });
}

bool field_word(struct csv *c, size_t column, const struct str *words, size_t count, size_t *out)
{
	return is_there(c, column) && field_word_or(c, column, words, count, out);
}
