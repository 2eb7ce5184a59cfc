#include "feedback/feedback_leak.h"
#include "search/fold.h"

enum { MOBILE_DIGITS = 10, PHONE_KNOWN_DIGITS = 8, OLD_ID_DIGITS = 9, ID_DIGITS = 12, DIGITS_MOST = 40 };

/* " nguyen van a " for whole words to be found. */
static struct str padded(struct arena *a, struct str text)
{
	return str_fmt(a, " %.*s ", ARG(fold(a, text)));
}

static bool has(struct str text, struct str needle)
{
	return needle.n && str_find(text, needle) < text.n;
}

/* What stands before a remark in brackets: "Nguyễn Văn Thử (giả định)". */
static struct str without_remark(struct str s)
{
	return str_trim(str_sub(s, 0, str_find_char(s, '(')));
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* At least two words: a single one is a given name or a place that half the province has. */
static bool says(struct arena *a, struct str text, struct str what)
{
	struct str words = padded(a, what);

	return str_find_char(str_trim(words), ' ') < str_trim(words).n && has(text, words);
}

/* The first part of an address, and each part with a number in it: house, street, hamlet. */
static bool says_address(struct arena *a, struct str text, struct str address)
{
	struct str rest = without_remark(address), part;

	for (bool first = true; str_cut(&rest, ',', &part); first = false)
		if ((first || has_digit(part)) && says(a, text, part))
			return true;
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next run of digits; single blanks, points and hyphens within it are skipped, as in telephone numbers.
 */
static bool next_digits(struct str *rest, char out[DIGITS_MOST], size_t *n, bool *whole)
{
	size_t i = 0;

	while (i < rest->n && !is_digit(rest->p[i]))
		i++;
	*n = 0;
	*whole = true;
	for (; i < rest->n && *n < DIGITS_MOST; i++) {
		bool skips = strchr(" .-", rest->p[i]) && i + 1 < rest->n && is_digit(rest->p[i + 1]);

		if (!is_digit(rest->p[i]) && !skips)
			break;
		if (skips)
			*whole = false;
		else
			out[(*n)++] = rest->p[i];
	}
	*rest = str_sub(*rest, i, rest->n);
	return *n > 0;
}

static bool is_mobile(struct str digits)
{
	return digits.n == MOBILE_DIGITS && digits.p[0] == '0' && strchr("35789", digits.p[1]);
}

static enum feedback_leak numbers_leak(struct arena *a, struct str phone, struct str text)
{
	struct str known = feedback_phone(a, phone), rest = text;
	char room[DIGITS_MOST];
	size_t n;
	bool whole;

	/* With or without the trunk's zero, and behind +84. */
	known = known.n > PHONE_KNOWN_DIGITS ? str_sub(known, 1, known.n) : known;
	while (next_digits(&rest, room, &n, &whole)) {
		struct str digits = { room, n };

		if (has(digits, known) || is_mobile(digits) ||
			(n == MOBILE_DIGITS + 1 && str_starts(digits, S("84"))))
			return FEEDBACK_LEAKS_PHONE;
		if (whole && (n == OLD_ID_DIGITS || n == ID_DIGITS))
			return FEEDBACK_LEAKS_NUMBER;
	}
	return FEEDBACK_LEAKS_NOTHING;
}

/* "@" between two characters that are no blanks. */
static bool says_email(struct str text)
{
	for (size_t i = 1; i + 1 < text.n; i++)
		if (text.p[i] == '@' && (unsigned char)text.p[i - 1] > ' ' &&
			(unsigned char)text.p[i + 1] > ' ')
			return true;
	return false;
}

enum feedback_leak feedback_leak(struct arena *a, const struct feedback *f, struct str text)
{
	struct str folded = padded(a, text);
	struct str email = str_lower_ascii(a, str_trim(f->email));

	if (f->sender != FEEDBACK_FROM_ORGANISATION && says(a, folded, without_remark(f->name)))
		return FEEDBACK_LEAKS_NAME;
	if (f->sender == FEEDBACK_FROM_ORGANISATION && has(folded, padded(a, without_remark(f->name))))
		return FEEDBACK_LEAKS_NAME;
	if (has(str_lower_ascii(a, text), email) || says_email(text))
		return FEEDBACK_LEAKS_EMAIL;
	if (says_address(a, folded, f->address))
		return FEEDBACK_LEAKS_ADDRESS;
	return numbers_leak(a, f->phone, text);
}
