#include "document/official.h"

#include "base/utf8.h"

struct official_type_words {
	struct str abbreviation, name, decides;
};
static const struct official_type_words types[OFFICIAL_TYPES_N] = {
#define OFFICIAL_TYPE(id, abbreviation, name, decides) \
	[OFFICIAL_##id] = { S_INIT(abbreviation), S_INIT(name), S_INIT(decides) },
	OFFICIAL_TYPES(OFFICIAL_TYPE)
#undef OFFICIAL_TYPE
};

static const struct official_type_words *words_of(enum official_type t)
{
	assert((unsigned)t < OFFICIAL_TYPES_N);
	return &types[t];
}

struct str official_type_abbreviation(enum official_type t)
{
	return words_of(t)->abbreviation;
}

struct str official_type_name(enum official_type t)
{
	return words_of(t)->name;
}

struct str official_type_decides(enum official_type t)
{
	return words_of(t)->decides;
}

struct str official_symbol(struct arena *a, enum official_type t, struct str issuer, struct str unit)
{
	struct str first = t == OFFICIAL_CV ? issuer : official_type_abbreviation(t);
	struct str second = t == OFFICIAL_CV ? unit : issuer;

	return second.n ? str_fmt(a, "%.*s-%.*s", ARG(first), ARG(second)) : first;
}

struct str official_number(struct arena *a, int64_t number)
{
	return str_fmt(a, "%02lld", (long long)number);
}

struct str official_number_line(struct arena *a, const struct official *d)
{
	struct str number = d->number > 0 ? official_number(a, d->number) : S("     ");

	if (d->sign.n)
		return str_fmt(a, "Số: %.*s", ARG(d->sign));
	if (d->number <= 0 && !d->symbol.n)
		return S("");
	return str_fmt(a, "Số: %.*s%s%.*s", ARG(number), d->symbol.n ? "/" : "", ARG(d->symbol));
}

struct str official_date(struct arena *a, daynum d)
{
	enum { DAYS_WITH_ZERO = 9, MONTHS_WITH_ZERO = 2 };

	if (d == DAYNUM_NONE)
		return S("ngày      tháng      năm        ");
	struct civil c = civil_from_day(d);

	return str_fmt(a, "ngày %s%d tháng %s%d năm %d", c.day <= DAYS_WITH_ZERO ? "0" : "", c.day,
		c.month <= MONTHS_WITH_ZERO ? "0" : "", c.month, c.year);
}

struct str official_place_line(struct arena *a, const struct official *d)
{
	struct str date = official_date(a, d->date);

	return d->place.n ? str_fmt(a, "%.*s, %.*s", ARG(d->place), ARG(date)) : date;
}

struct str official_reference(struct arena *a, const struct official *d)
{
	struct buf b = { .a = a };
	struct str name = official_type_name(d->type), number = official_number(a, d->number),
		   date = official_date(a, d->date);

	buf_add(&b, name.n ? name : S("Công văn"));
	if (d->sign.n)
		buf_fmt(&b, " số %.*s", ARG(d->sign));
	else if (d->number > 0)
		buf_fmt(&b, " số %.*s%s%.*s", ARG(number), d->symbol.n ? "/" : "", ARG(d->symbol));
	if (d->date != DAYNUM_NONE)
		buf_fmt(&b, " %.*s", ARG(date));
	if (d->issuer.n)
		buf_fmt(&b, " của %.*s", ARG(d->issuer));
	return buf_str(&b);
}

/* The letters of Vietnamese and of Latin-1 in NFC; what else there is stays. */
static uint32_t upper_letter(uint32_t c)
{
	enum {
		LATIN1_FIRST = 0xE0,
		LATIN1_LAST = 0xFE,
		DIVISION = 0xF7,
		CASE_GAP = 0x20,
		EXTENDED_FIRST = 0x100, /* ă đ ĩ ũ: the small letter is odd */
		EXTENDED_LAST = 0x137,
		U_TILDE = 0x169,
		O_HORN = 0x1A1,
		U_HORN = 0x1B0,
		VIETNAMESE_FIRST = 0x1EA0,
		VIETNAMESE_LAST = 0x1EF9,
	};

	if ((c >= 'a' && c <= 'z') || (c >= LATIN1_FIRST && c <= LATIN1_LAST && c != DIVISION))
		return c - CASE_GAP;
	if (c == U_HORN)
		return c - 1;
	if ((c >= EXTENDED_FIRST && c <= EXTENDED_LAST) || c == U_TILDE || c == O_HORN ||
		(c >= VIETNAMESE_FIRST && c <= VIETNAMESE_LAST))
		return c & ~(uint32_t)1;
	return c;
}

struct str upper_vi(struct arena *a, struct str s)
{
	struct buf b = { .a = a };
	uint32_t c;

	while (utf8_next(&s, &c))
		utf8_add(&b, upper_letter(c));
	return buf_str(&b);
}

static void add_line(struct arena *a, struct str *lines, int *n, struct str before, struct str text)
{
	struct str upper = upper_vi(a, text);

	if (upper.n)
		lines[(*n)++] = str_fmt(a, "%.*s%.*s", ARG(before), ARG(upper));
}

int official_sign_lines(
	struct arena *a, const struct official_signature *s, struct str lines[OFFICIAL_SIGN_LINES])
{
	static const struct str marks[] = { [SIGN_OWN] = S_INIT(""),
		[SIGN_KT] = S_INIT("KT. "),
		[SIGN_TL] = S_INIT("TL. "),
		[SIGN_TUQ] = S_INIT("TUQ. "),
		[SIGN_Q] = S_INIT("Q. ") };
	int n = 0;

	add_line(a, lines, &n, S(""), s->party);
	add_line(a, lines, &n, S("TM. "), s->collective);
	if (s->authority == SIGN_OWN || s->authority == SIGN_Q) {
		add_line(a, lines, &n, marks[s->authority], s->title);
		return n;
	}
	add_line(a, lines, &n, marks[s->authority], s->chief);
	add_line(a, lines, &n, S(""), s->title);
	return n;
}

/* Without the marks at its end that the printer sets. */
static struct str without_end(struct str s)
{
	s = str_trim(s);
	while (s.n && (s.p[s.n - 1] == ';' || s.p[s.n - 1] == '.' || s.p[s.n - 1] == ' '))
		s.n--;
	return s;
}

struct str official_list_line(struct arena *a, struct str text, bool last)
{
	text = without_end(text);
	return str_fmt(a, "%.*s%c", ARG(text), last ? '.' : ';');
}

static bool too_long(struct str s)
{
	return s.n > LIMIT_OFFICIAL_TEXT_BYTES;
}

static bool cells_too_long(const struct block_table *t)
{
	for (int i = 0; i < t->rows_n; i++)
		for (int c = 0; c < (t->rows[i].style == ROW_SECTION ? 1 : t->columns_n); c++)
			if (too_long(t->rows[i].cells[c]))
				return true;
	return false;
}

static const char *wrong_table(const struct block_table *t)
{
	if (!t || t->columns_n < 1 || t->columns_n > LIMIT_OFFICIAL_COLUMNS)
		return "a table without columns, or with more than LIMIT_OFFICIAL_COLUMNS";
	if (t->rows_n < 0 || t->rows_n > LIMIT_OFFICIAL_ROWS)
		return "a table with more than LIMIT_OFFICIAL_ROWS rows";
	for (int i = 0; i < t->columns_n; i++)
		if (t->columns[i].width < 0)
			return "a column of a negative width";
	return cells_too_long(t) ? "a cell of more than LIMIT_OFFICIAL_TEXT_BYTES" : NULL;
}

static const char *wrong_blocks(const struct block *blocks, size_t n)
{
	if (n > LIMIT_OFFICIAL_BLOCKS)
		return "more than LIMIT_OFFICIAL_BLOCKS paragraphs";
	for (size_t i = 0; i < n; i++) {
		const char *wrong = blocks[i].kind == BLOCK_TABLE ? wrong_table(blocks[i].table) : NULL;
		if (wrong)
			return wrong;
		if (too_long(blocks[i].text) || too_long(blocks[i].lead))
			return "a text of more than LIMIT_OFFICIAL_TEXT_BYTES";
		if (blocks[i].kind == BLOCK_HEADING &&
			(blocks[i].level < 1 || blocks[i].level > OFFICIAL_LEVELS))
			return "a heading whose level is not 1, 2 or 3";
	}
	return NULL;
}

const char *official_wrong(const struct official *d)
{
	const char *wrong = wrong_blocks(d->body, d->body_n);

	if ((unsigned)d->type >= OFFICIAL_TYPES_N)
		return "no type of article 7";
	if (d->recipients_n > LIMIT_OFFICIAL_LINES || d->copies_n > LIMIT_OFFICIAL_LINES ||
		d->bases_n > LIMIT_OFFICIAL_LINES || d->annexes_n > LIMIT_OFFICIAL_LINES)
		return "a list of more than LIMIT_OFFICIAL_LINES lines";
	if (d->signatures_n > LIMIT_OFFICIAL_SIGNATURES)
		return "more than LIMIT_OFFICIAL_SIGNATURES signatures";
	for (size_t i = 0; i < d->annexes_n && !wrong; i++)
		wrong = wrong_blocks(d->annexes[i].blocks, d->annexes[i].blocks_n);
	return wrong;
}
