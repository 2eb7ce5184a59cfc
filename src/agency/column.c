#include "agency/column.h"
#include "agency/code.h"
#include "base/utf8.h"

static enum column_flaw checked(struct str value, size_t max_chars, enum text_lines lines, struct str *out)
{
	switch (text_check(value, max_chars, lines)) {
	case TEXT_FINE: *out = value; return COLUMN_FINE;
	case TEXT_TOO_LONG: return COLUMN_TOO_LONG;
	case TEXT_BROKEN:
	case TEXT_CONTROL: return COLUMN_TEXT;
	}
	impossible();
}

enum column_flaw column_text(struct str value, size_t max_chars, struct str *out)
{
	return checked(value, max_chars, TEXT_MANY_LINES, out);
}

enum column_flaw column_line(struct str value, size_t max_chars, struct str *out)
{
	return checked(value, max_chars, TEXT_ONE_LINE, out);
}

enum column_flaw column_name(struct str value, size_t max_chars, struct str *out)
{
	return str_trim(value).n == 0 ? COLUMN_MISSING : column_line(value, max_chars, out);
}

enum column_flaw column_code(struct str value, struct str *out)
{
	if (code_unknown(value)) {
		*out = (struct str){ 0 };
		return COLUMN_FINE;
	}
	if (!code_valid(value))
		return COLUMN_CODE;
	*out = value;
	return COLUMN_FINE;
}

enum column_flaw column_day(struct str value, daynum *out)
{
	daynum d = DAYNUM_NONE;

	if (value.n > 0 && !parse_day(value, &d))
		return COLUMN_DAY;
	*out = d;
	return COLUMN_FINE;
}

enum column_flaw column_number(struct str value, int64_t min, int64_t max, int64_t *out)
{
	int64_t n;

	if (value.n == 0)
		return COLUMN_MISSING;
	if (!str_int(value, &n) || n < min || n > max)
		return COLUMN_NUMBER;
	*out = n;
	return COLUMN_FINE;
}

struct str column_day_text(struct arena *a, daynum d)
{
	return d == DAYNUM_NONE ? S("") : fmt_day(a, d);
}
