#include "http/percent.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool percent_decode(struct arena *a, struct str s, bool plus_is_blank, struct str *out)
{
	char *p = NEW_ARRAY(a, char, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '%') {
			bool whole = i + 2 < s.n;
			int high = whole ? hex_digit(s.p[i + 1]) : -1;
			int low = whole ? hex_digit(s.p[i + 2]) : -1;

			if (high < 0 || low < 0)
				return false;
			p[n++] = (char)(high * 16 + low);
			i += 2;
		} else {
			p[n++] = c == '+' && plus_is_blank ? ' ' : c;
		}
	}
	*out = (struct str){ p, n };
	return true;
}
