#include "dossier/dossier_code.h"
#include "agency/code.h"

enum {
	DAY_CHARS = 6,
	NUMBER_CHARS = 4,
	TAIL_CHARS = DAY_CHARS + NUMBER_CHARS + 2,
	FIRST_YEAR = 2000,
	YEARS = 100
};

/* Decimal digits only. */
must_check static bool digits(struct str s, int *out)
{
	int n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		n = n * 10 + (s.p[i] - '0');
	}
	*out = n;
	return true;
}

/* YYMMDD of this century. */
must_check static bool short_day(struct str s, daynum *out)
{
	int n;

	if (!digits(s, &n))
		return false;
	struct civil c = { FIRST_YEAR + n / 10000, n / 100 % 100, n % 100 };

	if (!civil_valid(c))
		return false;
	*out = day_from_civil(c);
	return true;
}

bool dossier_code_parse(struct str code, struct dossier_code *out)
{
	struct dossier_code c;

	if (code.n <= TAIL_CHARS || code.n > LIMIT_CODE_CHARS)
		return false;
	struct str tail = str_sub(code, code.n - TAIL_CHARS, code.n);

	c.prefix = str_sub(code, 0, code.n - TAIL_CHARS);
	if (!code_valid(c.prefix) || tail.p[0] != '-' || tail.p[1 + DAY_CHARS] != '-' ||
		!short_day(str_sub(tail, 1, 1 + DAY_CHARS), &c.day) ||
		!digits(str_sub(tail, 2 + DAY_CHARS, tail.n), &c.number) || c.number == 0)
		return false;
	*out = c;
	return true;
}

bool dossier_code_valid(struct str code)
{
	struct dossier_code c;

	return dossier_code_parse(code, &c);
}

bool dossier_code_possible(const struct dossier_code *c)
{
	int year = civil_from_day(c->day).year;

	return code_valid(c->prefix) && c->prefix.n + TAIL_CHARS <= LIMIT_CODE_CHARS && year >= FIRST_YEAR &&
	       year < FIRST_YEAR + YEARS;
}

static void add_two(struct buf *b, int n)
{
	buf_char(b, (char)('0' + n / 10 % 10));
	buf_char(b, (char)('0' + n % 10));
}

void add_dossier_code(struct buf *b, const struct dossier_code *c)
{
	struct civil day = civil_from_day(c->day);

	buf_add(b, c->prefix);
	buf_char(b, '-');
	add_two(b, day.year % YEARS);
	add_two(b, day.month);
	add_two(b, day.day);
	buf_char(b, '-');
	add_two(b, c->number / 100);
	add_two(b, c->number);
}
