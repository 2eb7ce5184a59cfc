#include "search/fold.h"

#include "search/unicode.h"

enum {
	GRAVE = 0x300,
	ACUTE = 0x301,
	CIRCUMFLEX = 0x302,
	TILDE = 0x303,
	BREVE = 0x306,
	HOOK = 0x309,
	HORN = 0x31B,
	DOT_BELOW = 0x323,
	SMALL_D_STROKE = 0x111,
	NOT_COMPOSED_FIRST = 0x300, /* below it NFC changes nothing */
	VIETNAMESE_FIRST = 0x1EA0,  /* Ạ to ỹ: composed already */
	VIETNAMESE_LAST = 0x1EF9,
};

/* Whether every code point is one that NFC leaves alone wherever it stands: nearly always. */
static bool surely_nfc(struct str s)
{
	uint32_t c = 0;

	while (utf8_next(&s, &c) &&
		(c < NOT_COMPOSED_FIRST || (c >= VIETNAMESE_FIRST && c <= VIETNAMESE_LAST))) {
	}
	return !s.n && (c < NOT_COMPOSED_FIRST || (c >= VIETNAMESE_FIRST && c <= VIETNAMESE_LAST));
}

struct str nfc(struct arena *a, struct str s)
{
	return surely_nfc(s) ? s : unicode_compose(a, s);
}

/* The marks that make another letter, and the one that does not decompose. In the order of the alphabet. */
static const struct {
	int32_t base, mark;
} alphabet[] = { { 'a', 0 }, { 'a', BREVE }, { 'a', CIRCUMFLEX }, { 'b', 0 }, { 'c', 0 }, { 'd', 0 },
	{ SMALL_D_STROKE, 0 }, { 'e', 0 }, { 'e', CIRCUMFLEX }, { 'f', 0 }, { 'g', 0 }, { 'h', 0 },
	{ 'i', 0 }, { 'j', 0 }, { 'k', 0 }, { 'l', 0 }, { 'm', 0 }, { 'n', 0 }, { 'o', 0 },
	{ 'o', CIRCUMFLEX }, { 'o', HORN }, { 'p', 0 }, { 'q', 0 }, { 'r', 0 }, { 's', 0 }, { 't', 0 },
	{ 'u', 0 }, { 'u', HORN }, { 'v', 0 }, { 'w', 0 }, { 'x', 0 }, { 'y', 0 }, { 'z', 0 } };

static char tone_of(int32_t mark)
{
	static const int32_t tones[] = { GRAVE, HOOK, TILDE, ACUTE, DOT_BELOW };

	for (size_t i = 0; i < COUNT(tones); i++)
		if (tones[i] == mark)
			return (char)('1' + i);
	return '0';
}

/* Where the letter's entries begin; the number of entries for what is no letter of the alphabet. */
static size_t find_base(int32_t base)
{
	if (base != SMALL_D_STROKE && (base < 'a' || base > 'z'))
		return COUNT(alphabet);
	size_t i = 0;

	while (alphabet[i].base != base)
		i++;
	return i;
}

/* 'A' to 'a' for the 33 letters, digits as they are: all above the blank and '!', which part words and tones.
 */
static void add_weight(struct buf *b, int32_t base, int32_t mark)
{
	size_t plain = find_base(base), exact = plain;

	while (exact < COUNT(alphabet) && alphabet[exact].base == base && alphabet[exact].mark != mark)
		exact++;
	if (exact == COUNT(alphabet) || alphabet[exact].base != base)
		exact = plain;
	if (exact < COUNT(alphabet))
		buf_char(b, (char)('A' + exact));
	else
		utf8_add(b, (uint32_t)base);
}

struct words word_begin(struct arena *a, struct str s)
{
	/* In NFC first: case folding makes a letter of U+0345, and then the order of marks before it would
	 * count. */
	struct code_points c = unicode_decompose(a, nfc(a, s));

	return (struct words){ a, c.p, c.n };
}

static int32_t take(struct words *w)
{
	w->n--;
	return *w->rest++;
}

/* One letter with the marks behind it. */
static void take_letter(struct words *w, struct buf *folded, struct buf *letters, char *tone)
{
	int32_t base = take(w), quality = 0;

	for (; w->n && unicode_kind_of(*w->rest) == UNICODE_MARK; (void)take(w)) {
		int32_t mark = *w->rest;
		char its_tone = tone_of(mark);
		if (*tone == '0')
			*tone = its_tone;
		if (its_tone == '0' && (mark == CIRCUMFLEX || mark == BREVE || mark == HORN))
			quality = mark;
	}
	add_weight(letters, base, quality);
	utf8_add(folded, base == SMALL_D_STROKE ? 'd' : (uint32_t)base);
}

enum { WORD_BYTES = 16 }; /* most words fit */

bool word_next(struct words *w, struct word *word)
{
	while (w->n && unicode_kind_of(*w->rest) != UNICODE_WORD)
		(void)take(w);
	if (!w->n)
		return false;
	char tone = '0';
	struct buf folded = { .a = w->a, .p = arena_alloc(w->a, WORD_BYTES, 1), .cap = WORD_BYTES };
	struct buf letters = { .a = w->a, .p = arena_alloc(w->a, WORD_BYTES, 1), .cap = WORD_BYTES };
	while (w->n && unicode_kind_of(*w->rest) == UNICODE_WORD)
		take_letter(w, &folded, &letters, &tone);
	*word = (struct word){ buf_str(&folded), buf_str(&letters), tone };
	return true;
}

static struct str join(struct arena *a, struct str s, char between)
{
	struct buf b = { .a = a };
	struct words words = word_begin(a, s);
	struct word w;

	while (word_next(&words, &w)) {
		if (b.n)
			buf_char(&b, between);
		buf_add(&b, w.folded);
	}
	return buf_str(&b);
}

struct str fold(struct arena *a, struct str s)
{
	return join(a, s, ' ');
}

struct str slug(struct arena *a, struct str title)
{
	struct str words = join(a, title, '-'), piece;
	struct buf b = { .a = a };

	while (str_cut(&words, '-', &piece)) {
		size_t before = b.n;
		if (b.n)
			buf_char(&b, '-');
		for (size_t i = 0; i < piece.n; i++)
			if ((uint8_t)piece.p[i] < 0x80)
				buf_char(&b, piece.p[i]);
		if (b.n == before + 1 && before)
			b.n = before; /* nothing of this word is left */
		if (b.n > LIMIT_SLUG_CHARS) {
			b.n = before ? before : LIMIT_SLUG_CHARS;
			break;
		}
	}
	return buf_str(&b);
}

static void add_key(struct buf *b, const struct word *w)
{
	if (b->n)
		buf_char(b, ' ');
	buf_add(b, w->letters);
	buf_char(b, '!');
	buf_char(b, w->tone);
}

struct str sort_key(struct arena *a, struct str s)
{
	struct buf b = { .a = a };
	struct words words = word_begin(a, s);
	struct word w;

	while (word_next(&words, &w))
		add_key(&b, &w);
	return buf_str(&b);
}

struct str name_sort_key(struct arena *a, struct str name)
{
	struct buf middle = { .a = a }, b = { .a = a };
	struct words words = word_begin(a, name);
	struct word family, given, next;

	if (!word_next(&words, &family))
		return (struct str){ 0 };
	bool alone = !word_next(&words, &given);
	while (word_next(&words, &next)) {
		add_key(&middle, &given);
		given = next;
	}
	if (!alone) {
		add_key(&b, &given);
		buf_add(&b, middle.n ? S(" ") : S(""));
		buf_add(&b, buf_str(&middle));
	}
	add_key(&b, &family);
	return buf_str(&b);
}
