#include "agency/field.h"
#include "agency/code.h"
#include "base/utf8.h"

static enum field_flaw checked(struct str value, size_t max_chars, enum text_lines lines, struct str *out)
{
	switch (text_check(value, max_chars, lines)) {
	case TEXT_FINE: *out = value; return FIELD_FINE;
	case TEXT_TOO_LONG: return FIELD_TOO_LONG;
	case TEXT_BROKEN:
	case TEXT_CONTROL: return FIELD_TEXT;
	}
	impossible();
}

enum field_flaw field_text(struct str value, size_t max_chars, struct str *out)
{
	return checked(value, max_chars, TEXT_MANY_LINES, out);
}

enum field_flaw field_line(struct str value, size_t max_chars, struct str *out)
{
	return checked(value, max_chars, TEXT_ONE_LINE, out);
}

enum field_flaw field_name(struct str value, size_t max_chars, struct str *out)
{
	return str_trim(value).n == 0 ? FIELD_MISSING : field_line(value, max_chars, out);
}

enum field_flaw field_code(struct str value, struct str *out)
{
	if (code_unknown(value)) {
		*out = (struct str){ 0 };
		return FIELD_FINE;
	}
	if (!code_valid(value))
		return FIELD_CODE;
	*out = value;
	return FIELD_FINE;
}

enum field_flaw field_day(struct str value, daynum *out)
{
	daynum d = DAYNUM_NONE;

	if (value.n > 0 && (!parse_day(value, &d) || d == DAYNUM_NONE))
		return FIELD_DAY;
	*out = d;
	return FIELD_FINE;
}

enum field_flaw field_number(struct str value, int64_t min, int64_t max, int64_t *out)
{
	int64_t n;

	if (value.n == 0)
		return FIELD_MISSING;
	if (!str_int(value, &n) || n < min || n > max)
		return FIELD_NUMBER;
	*out = n;
	return FIELD_FINE;
}

struct str field_day_text(struct arena *a, daynum d)
{
	return d == DAYNUM_NONE ? S("") : fmt_day(a, d);
}
