#include "http/decode.h"

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

/* Length of the sequence that starts with lead, 0 when none does; *least is the smallest code point that
 * needs this length. */
static size_t sequence_length(unsigned char lead, uint32_t *least)
{
	if (lead < 0x80) {
		*least = 0;
		return 1;
	}
	if (lead >= 0xC2 && lead < 0xE0) {
		*least = 0x80;
		return 2;
	}
	if (lead >= 0xE0 && lead < 0xF0) {
		*least = 0x800;
		return 3;
	}
	if (lead >= 0xF0 && lead < 0xF5) {
		*least = 0x10000;
		return 4;
	}
	return 0;
}

bool utf8_valid(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t least = 0;
		unsigned char lead = (unsigned char)s.p[i];
		size_t n = sequence_length(lead, &least);

		if (n == 0 || n > s.n - i)
			return false;
		uint32_t c = n == 1 ? lead : lead & (0x7Fu >> n);

		for (size_t k = 1; k < n; k++) {
			unsigned char next = (unsigned char)s.p[i + k];

			if ((next & 0xC0) != 0x80)
				return false;
			c = c << 6 | (next & 0x3Fu);
		}
		if (c < least || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
			return false;
		i += n;
	}
	return true;
}

int64_t utf8_count(struct str s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

bool has_control(struct str s, bool text)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 && !(text && (c == '\n' || c == '\t')))
			return true;
		if (c == 0x7F)
			return true;
		if (c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0)
			return true;
	}
	return false;
}
