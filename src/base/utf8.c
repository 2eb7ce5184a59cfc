#include "base/utf8.h"

enum { HIGH_FIRST = 0xD800, LOW_FIRST = 0xDC00, SURROGATE_LAST = 0xDFFF };

/* Length of the sequence that begins with this byte; 0: none does. */
static size_t sequence_bytes(uint8_t lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2)
		return 0; /* a continuation, or an overlong form of ASCII */
	if (lead < 0xE0)
		return 2;
	if (lead < 0xF0)
		return 3;
	return lead < 0xF5 ? 4 : 0;
}

/* Bytes of the good sequence at p, 0 for a bad one. n > 0 bytes are there. */
static size_t decode(const char *bytes, size_t n, uint32_t *code_point)
{
	static const uint8_t lead_mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const uint8_t *p = (const uint8_t *)bytes;
	size_t need = sequence_bytes(p[0]);

	if (!need || need > n)
		return 0;
	uint32_t c = p[0] & lead_mask[need];
	for (size_t i = 1; i < need; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3F);
	}
	if (c < smallest[need] || c > CODE_POINT_MAX || (c >= HIGH_FIRST && c <= SURROGATE_LAST))
		return 0;
	*code_point = c;
	return need;
}

bool utf8_next(struct str *rest, uint32_t *code_point)
{
	size_t used = rest->n ? decode(rest->p, rest->n, code_point) : 0;

	*rest = used ? (struct str){ rest->p + used, rest->n - used } : *rest;
	return used != 0;
}

static bool eight_are_ascii(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return (word & 0x8080808080808080u) == 0;
}

size_t utf8_good_bytes(struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		uint32_t c;
		if (at + 8 <= s.n && eight_are_ascii(s.p + at)) {
			at += 8;
			continue;
		}
		size_t used = decode(s.p + at, s.n - at, &c);
		if (!used)
			break;
		at += used;
	}
	return at;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.n; i++)
		count += ((uint8_t)s.p[i] & 0xC0) != 0x80;
	return count;
}

struct str utf8_clip(struct str s, size_t max_chars)
{
	size_t chars = 0;

	for (size_t i = 0; i < s.n; i++)
		if (((uint8_t)s.p[i] & 0xC0) != 0x80 && chars++ == max_chars)
			return str_sub(s, 0, i);
	return s;
}

static void add_units(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_char(b, (char)c);
	} else if (c < 0x800) {
		char p[] = { (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)) };
		buf_add(b, (struct str){ p, sizeof p });
	} else if (c < 0x10000) {
		char p[] = { (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)),
			(char)(0x80 | (c & 0x3F)) };
		buf_add(b, (struct str){ p, sizeof p });
	} else {
		char p[] = { (char)(0xF0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3F)),
			(char)(0x80 | (c >> 6 & 0x3F)), (char)(0x80 | (c & 0x3F)) };
		buf_add(b, (struct str){ p, sizeof p });
	}
}

void utf8_add(struct buf *b, uint32_t code_point)
{
	assert(code_point <= CODE_POINT_MAX && (code_point < HIGH_FIRST || code_point > SURROGATE_LAST));
	add_units(b, code_point);
}

/* What no single line of text for people holds: it would break the line, hide, or turn the text around. */
static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c & 0xFFFE) == 0xFFFE ||
	       (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF;
}

void utf8_add_safe(struct buf *b, struct str s)
{
	while (s.n) {
		uint32_t c;
		if (!utf8_next(&s, &c)) {
			utf8_add(b, REPLACEMENT_CHAR);
			s = str_sub(s, 1, s.n);
		} else {
			utf8_add(b, is_control(c) ? ' ' : c);
		}
	}
}

enum text_fault text_check(struct str s, size_t max_chars, enum text_lines lines)
{
	struct str rest = s;
	size_t chars = 0;
	uint32_t c;
	bool control = false;

	while (utf8_next(&rest, &c)) {
		bool line_end = c == '\n' || (c == '\r' && rest.n && rest.p[0] == '\n');
		control |= is_control(c) && !(lines == TEXT_MANY_LINES && (c == '\t' || line_end));
		chars++;
	}
	if (rest.n)
		return TEXT_BROKEN;
	if (control)
		return TEXT_CONTROL;
	return chars > max_chars ? TEXT_TOO_LONG : TEXT_FINE;
}

static void add_unpaired(struct utf16 *u, struct buf *b, uint32_t unit)
{
	if (!u->bad++)
		u->first_bad = u->units - 1;
	add_units(b, unit);
}

static void add_unit(struct utf16 *u, struct buf *b, uint32_t unit)
{
	bool is_high = unit >= HIGH_FIRST && unit < LOW_FIRST;
	bool is_low = unit >= LOW_FIRST && unit <= SURROGATE_LAST;
	uint32_t high = u->high;

	u->high = 0;
	if (high && is_low) {
		u->units++;
		add_units(b, 0x10000 + ((high - HIGH_FIRST) << 10) + (unit - LOW_FIRST));
		return;
	}
	if (high)
		add_unpaired(u, b, high);
	u->units++;
	if (is_high)
		u->high = (uint16_t)unit;
	else if (is_low)
		add_unpaired(u, b, unit);
	else
		add_units(b, unit);
}

void utf16_add(struct utf16 *u, struct buf *b, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		uint8_t byte = (uint8_t)bytes.p[i];
		if (!u->has_odd) {
			u->odd = byte;
			u->has_odd = true;
			continue;
		}
		u->has_odd = false;
		add_unit(u, b,
			u->order == UTF16_LITTLE ? (uint32_t)(byte << 8 | u->odd)
						 : (uint32_t)(u->odd << 8 | byte));
	}
}

void utf16_end(struct utf16 *u, struct buf *b)
{
	if (u->high)
		add_unpaired(u, b, u->high);
	u->high = 0;
	if (!u->has_odd)
		return;
	u->has_odd = false;
	u->units++;
	add_unpaired(u, b, HIGH_FIRST);
}

enum encoding encoding_of(struct str start, size_t *mark_bytes)
{
	if (str_starts(start, S("\xEF\xBB\xBF"))) {
		*mark_bytes = 3;
		return ENCODING_UTF8;
	}
	bool little = str_starts(start, S("\xFF\xFE")), big = str_starts(start, S("\xFE\xFF"));

	*mark_bytes = little || big ? 2 : 0;
	return little ? ENCODING_UTF16_LITTLE : big ? ENCODING_UTF16_BIG : ENCODING_UTF8;
}
