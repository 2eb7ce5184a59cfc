#pragma once
/*
 * UTF-8 as the Unicode Standard defines it (table 3-7: no overlong forms, no surrogates, nothing past
 * U+10FFFF), and UTF-16 where a file of an office program comes in. Lengths of texts for people are counted
 * in characters, and a character is a code point: in NFC (see search/fold.h) a Vietnamese letter is one.
 */
#include "base/buf.h"

enum { CODE_POINT_MAX = 0x10FFFF, REPLACEMENT_CHAR = 0xFFFD };

/* Takes one code point off *rest. False at the end, or when *rest begins with bytes that are none; then *rest
 * is as it was, so its length tells the two apart. */
must_check bool utf8_next(struct str *rest, uint32_t *code_point);
/* How many bytes of s are good before the first bad one; s.n when all are. */
size_t utf8_good_bytes(struct str s);
static inline bool utf8_valid(struct str s)
{
	return utf8_good_bytes(s) == s.n;
}
/* Code points of a valid s. */
size_t utf8_count(struct str s);
/* The first at most max_chars code points of a valid s. */
struct str utf8_clip(struct str s, size_t max_chars);
/* code_point must be one: at most CODE_POINT_MAX and no surrogate. */
void utf8_add(struct buf *b, uint32_t code_point);
/* s with each bad byte replaced by U+FFFD and each control character by a blank: for quoting hostile input.
 */
void utf8_add_safe(struct buf *b, struct str s);

enum text_lines { TEXT_ONE_LINE, TEXT_MANY_LINES }; /* many: tab, LF and CR LF are fine */
enum text_fault { TEXT_FINE, TEXT_BROKEN, TEXT_CONTROL, TEXT_TOO_LONG };
/* The check that every text from outside goes through: well-formed, no control characters (C0, DEL, C1, line
 * and paragraph separator, direction overrides, noncharacters), at most max_chars code points. */
must_check enum text_fault text_check(struct str s, size_t max_chars, enum text_lines lines);

/*
 * UTF-16 to UTF-8, piece by piece. An unpaired surrogate, or half a unit at the end, becomes the three bytes
 * that UTF-8 forbids for it (ED A0 80 …), so that whoever checks the text finds it where it stands.
 */
enum utf16_order { UTF16_LITTLE, UTF16_BIG };
struct utf16 {
	enum utf16_order order;
	uint16_t high; /* a first half that waits for its second; 0: none */
	uint8_t odd;   /* a byte that waits for its second */
	bool has_odd;
	uint64_t units;     /* units read so far */
	uint64_t bad;       /* how many were unpaired */
	uint64_t first_bad; /* unit number, from 0, of the first of them */
};
/* At most 3 bytes of UTF-8 for two bytes, and 6 when something waited from before. */
#define UTF16_GROWTH(n) ((n) / 2 * 3 + 6)
/* Appends to b. */
void utf16_add(struct utf16 *u, struct buf *b, struct str bytes);
/* The end of the text: what still waits is unpaired. */
void utf16_end(struct utf16 *u, struct buf *b);

enum encoding { ENCODING_UTF8, ENCODING_UTF16_LITTLE, ENCODING_UTF16_BIG };
/* By the byte order mark at the start; *mark_bytes is its length, 0 without one (then it is UTF-8). */
enum encoding encoding_of(struct str start, size_t *mark_bytes);
