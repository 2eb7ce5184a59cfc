#include "account/password.h"
#include "account/common_passwords.h"
#include "base/limits.h"
#include "base/utf8.h"

enum { LOWER = 1, UPPER = 2, DIGIT = 4, OTHER = 8, ALL_CLASSES = 15 };

static unsigned class_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return LOWER;
	if (c >= 'A' && c <= 'Z')
		return UPPER;
	return c >= '0' && c <= '9' ? DIGIT : OTHER;
}

static unsigned classes_of(struct str s)
{
	unsigned found = 0;

	for (size_t i = 0; i < s.n; i++)
		found |= class_of(s.p[i]);
	return found;
}

/* "matkhau@2022" is "matkhau" to whoever guesses. */
static struct str without_tail(struct str s)
{
	while (s.n && !(class_of(s.p[s.n - 1]) & (LOWER | UPPER)))
		s.n--;
	return s;
}

static bool is_common(struct str lower)
{
	struct str rest = common_passwords[0].raw, line, stem = without_tail(lower);

	while (str_cut(&rest, '\n', &line))
		if (line.n && (str_eq(line, lower) || str_eq(line, stem)))
			return true;
	return false;
}

enum password_flaw password_flaw(struct arena *a, struct str password, struct str login, bool second_factor)
{
	struct str lower = str_lower_ascii(a, password);

	if (password.n > LIMIT_PASSWORD_BYTES)
		return PASSWORD_TOO_LONG;
	if (text_check(password, password.n, TEXT_ONE_LINE) != TEXT_FINE)
		return PASSWORD_BAD_TEXT;
	size_t chars = utf8_count(password);

	if (chars < (size_t)(second_factor ? PASSWORD_CHARS_WITH_CODE : PASSWORD_CHARS))
		return PASSWORD_TOO_SHORT;
	if (!second_factor && classes_of(password) != ALL_CLASSES)
		return PASSWORD_TOO_PLAIN;
	if (login.n && str_find(lower, login) < lower.n)
		return PASSWORD_IS_LOGIN;
	return is_common(lower) ? PASSWORD_COMMON : PASSWORD_FINE;
}

struct str password_of_bytes(struct arena *a, const uint8_t random[ONE_TIME_PASSWORD_BYTES])
{
	/* Without letters that look alike; each group has an upper case letter, a lower case one and a digit.
	 */
	static const char upper[] = "ABCDEFGHJKLMNPQRSTUVWXYZ", lower[] = "abcdefghijkmnpqrstuvwxyz",
			  digits[] = "23456789";
	struct buf b = { .a = a };

	for (size_t i = 0; i < ONE_TIME_PASSWORD_BYTES; i++) {
		if (i && i % 4 == 0)
			buf_char(&b, '-');
		if (i % 4 == 0)
			buf_char(&b, upper[random[i] % (sizeof upper - 1)]);
		else if (i % 4 == 2)
			buf_char(&b, digits[random[i] % (sizeof digits - 1)]);
		else
			buf_char(&b, lower[random[i] % (sizeof lower - 1)]);
	}
	return buf_str(&b);
}
