/* Numbers of headings, articles, clauses and points: annex I, part II, 6. */
#include "document/official.h"

struct str official_roman(struct arena *a, int n)
{
	static const struct {
		int worth;
		struct str letters;
	} digits[] = { { 1000, S_INIT("M") }, { 900, S_INIT("CM") }, { 500, S_INIT("D") },
		{ 400, S_INIT("CD") }, { 100, S_INIT("C") }, { 90, S_INIT("XC") }, { 50, S_INIT("L") },
		{ 40, S_INIT("XL") }, { 10, S_INIT("X") }, { 9, S_INIT("IX") }, { 5, S_INIT("V") },
		{ 4, S_INIT("IV") }, { 1, S_INIT("I") } };
	struct buf b = { .a = a };

	for (size_t i = 0; i < COUNT(digits); i++)
		for (; n >= digits[i].worth; n -= digits[i].worth)
			buf_add(&b, digits[i].letters);
	return buf_str(&b);
}

struct str official_point(struct arena *a, int n)
{
	static const struct str letters[] = { S_INIT("a"), S_INIT("b"), S_INIT("c"), S_INIT("d"), S_INIT("đ"),
		S_INIT("e"), S_INIT("g"), S_INIT("h"), S_INIT("i"), S_INIT("k"), S_INIT("l"), S_INIT("m"),
		S_INIT("n"), S_INIT("o"), S_INIT("p"), S_INIT("q"), S_INIT("r"), S_INIT("s"), S_INIT("t"),
		S_INIT("u"), S_INIT("v"), S_INIT("x"), S_INIT("y") };
	int all = (int)COUNT(letters), round = (n - 1) / all;

	assert(n > 0);
	return round ? str_fmt(a, "%.*s%d", ARG(letters[(n - 1) % all]), round) : letters[n - 1];
}

/* How far each kind of number has come; a higher one begins the lower ones again. */
struct counters {
	int heading[OFFICIAL_LEVELS + 1];
	int article, clause, point;
};

static struct str next_heading(struct arena *a, struct counters *c, int level)
{
	int n = ++c->heading[level];
	struct str roman = official_roman(a, n), point = official_point(a, n);

	for (int below = level + 1; below <= OFFICIAL_LEVELS; below++)
		c->heading[below] = 0;
	c->clause = c->point = 0;
	if (level == 1)
		return str_fmt(a, "%.*s.", ARG(roman));
	return level == 2 ? str_fmt(a, "%d.", n) : str_fmt(a, "%.*s)", ARG(point));
}

static struct str next_label(struct arena *a, struct counters *c, const struct block *b)
{
	struct str point;

	switch (b->kind) {
	case BLOCK_HEADING: return next_heading(a, c, b->level);
	case BLOCK_ARTICLE: c->clause = c->point = 0; return str_fmt(a, "Điều %d.", ++c->article);
	case BLOCK_CLAUSE: c->point = 0; return str_fmt(a, "%d.", ++c->clause);
	case BLOCK_POINT: point = official_point(a, ++c->point); return str_fmt(a, "%.*s)", ARG(point));
	case BLOCK_ITEM: return S("-");
	case BLOCK_PARAGRAPH:
	case BLOCK_CENTRED:
	case BLOCK_TABLE: break;
	}
	return (struct str){ 0 };
}

/* Documents end with "./.": in practice, not in the annex. */
static void close_text(struct arena *a, struct block *b)
{
	struct str *last = b->text.n ? &b->text : &b->lead;
	struct str s = str_trim(*last);

	if (b->kind == BLOCK_TABLE || b->kind == BLOCK_HEADING || b->kind == BLOCK_CENTRED || !s.n ||
		str_ends(s, S("./.")))
		return;
	while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ';' || s.p[s.n - 1] == ' '))
		s.n--;
	*last = str_fmt(a, "%.*s./.", ARG(s));
}

struct block *official_labels(struct arena *a, const struct block *blocks, size_t n, bool close)
{
	struct block *list = NEW_ARRAY(a, struct block, n + 1);
	struct counters c = { .article = 0 };

	for (size_t i = 0; i < n; i++) {
		list[i] = blocks[i];
		if (!list[i].label.n)
			list[i].label = next_label(a, &c, &blocks[i]);
		if (list[i].kind == BLOCK_HEADING && list[i].level == 1)
			list[i].text = upper_vi(a, list[i].text);
	}
	if (close && n)
		close_text(a, &list[n - 1]);
	return list;
}

void blocks_add(struct blocks *b, struct block one)
{
	b->list = arena_grow(b->a, b->list, b->n, &b->cap, sizeof one);
	b->list[b->n++] = one;
}
