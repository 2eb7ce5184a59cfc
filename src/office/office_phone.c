#include "office/office_contact.h"

enum { MOBILE_DIGITS = 10, LANDLINE_LONGEST = 11, LANDLINE_SHORTEST = 10, COUNTRY_CHARS = 3 };

/* Digits alone, "+84" as 0. False when something else stands in it than digits and what people put between
 * them. */
static bool digits_of(struct buf *out, struct str s)
{
	if (str_starts(s, S("+84"))) {
		buf_char(out, '0');
		s = str_sub(s, COUNTRY_CHARS, s.n);
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			buf_char(out, s.p[i]);
		else if (str_find_char(S(" .-()"), s.p[i]) == S(" .-()").n)
			return false;
	}
	return true;
}

/* 1800 and 1900 with 4 to 6 digits behind; 1022 and the like: three or four digits that begin with 1. */
static bool is_service(struct str d)
{
	bool free_or_paid = str_starts(d, S("1800")) || str_starts(d, S("1900"));

	return free_or_paid ? d.n >= 8 && d.n <= 10 : d.n >= 3 && d.n <= 4 && d.p[0] == '1';
}

static bool is_national(struct str d)
{
	if (d.n < 2 || d.p[0] != '0')
		return false;
	if (d.p[1] == '2')
		return d.n >= LANDLINE_SHORTEST && d.n <= LANDLINE_LONGEST;
	if (str_starts(d, S("0000")))
		return d.n == MOBILE_DIGITS;
	return d.n == MOBILE_DIGITS && str_find_char(S("35789"), d.p[1]) < S("35789").n;
}

bool phone_from(struct arena *a, struct str typed, struct str *out)
{
	struct buf b = { .a = a };

	if (!digits_of(&b, str_trim(typed)))
		return false;
	struct str d = buf_str(&b);

	if (is_service(d)) {
		*out = d;
		return true;
	}
	if (!is_national(d))
		return false;
	*out = str_fmt(a, "+84%.*s", ARG(str_sub(d, 1, d.n)));
	return true;
}

/* Area codes have three digits with the 0 in the two largest cities, elsewhere four. */
static size_t head_of(struct str d)
{
	if (str_starts(d, S("024")) || str_starts(d, S("028")))
		return 3;
	return 4;
}

struct str phone_text(struct arena *a, struct str phone)
{
	struct buf b = { .a = a };
	struct str d = phone;
	size_t head, middle;

	if (str_starts(phone, S("+84")))
		d = str_fmt(a, "0%.*s", ARG(str_sub(phone, COUNTRY_CHARS, phone.n)));
	head = head_of(d);
	middle = d.p && d.n > 1 && d.p[0] == '0' && d.p[1] != '2' ? head + 3 : head + 4;
	buf_add(&b, str_sub(d, 0, head));
	for (size_t from = head, to = middle; from < d.n; from = to, to = d.n) {
		buf_char(&b, ' ');
		buf_add(&b, str_sub(d, from, to));
	}
	return buf_str(&b);
}

bool mail_fits(struct str s)
{
	size_t at = str_find_char(s, '@');
	struct str host = str_sub(s, at + 1, s.n);
	size_t dot = str_find_char(host, '.');

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x7F ||
			str_find_char(S("<>\"(),;:\\"), s.p[i]) < 9)
			return false;
	return at > 0 && at < s.n && dot > 0 && dot + 1 < host.n && str_find_char(host, '@') == host.n;
}
