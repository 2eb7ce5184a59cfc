/* What somebody may have meant: words one letter away, and keys of an input method that was off. */
#include "search/search_text.h"

enum { NEAR_LEAST = 2, NEAR_MOST = 16, LETTERS = 'z' - 'a' + 1 };

static bool is_plain(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] < 'a' || word.p[i] > 'z')
			return false;
	return word.n >= NEAR_LEAST && word.n <= NEAR_MOST;
}

struct list {
	struct arena *a;
	struct str *words;
	size_t n;
};

/* word with the bytes [at, at + gone) replaced by those of with. */
static void add(struct list *l, struct str word, size_t at, size_t gone, struct str with)
{
	struct buf b = { .a = l->a };

	buf_add(&b, str_sub(word, 0, at));
	buf_add(&b, with);
	buf_add(&b, str_sub(word, at + gone, word.n));
	if (!str_eq(buf_str(&b), word))
		l->words[l->n++] = buf_str(&b);
}

struct search_near search_near_words(struct arena *a, struct str word)
{
	size_t most = (word.n + 1) * (2 * LETTERS + 2);
	struct list l = { .a = a };

	if (!is_plain(word))
		return (struct search_near){ 0 };
	l.words = NEW_ARRAY(a, struct str, most);
	for (size_t at = 0; at + 1 < word.n; at++) {
		char swapped[2] = { word.p[at + 1], word.p[at] };
		add(&l, word, at, 2, (struct str){ swapped, 2 });
	}
	for (size_t at = 0; at < word.n; at++)
		add(&l, word, at, 1, S(""));
	for (size_t at = 0; at <= word.n; at++)
		for (char c = 'a'; c <= 'z'; c++) {
			if (at < word.n)
				add(&l, word, at, 1, (struct str){ &c, 1 });
			add(&l, word, at, 0, (struct str){ &c, 1 });
		}
	assert(l.n <= most);
	return (struct search_near){ l.words, l.n };
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static bool is_vowel(char c)
{
	return is_one_of(c, "aeiouy");
}

/* The key c says something about the letters before it and is no letter itself. */
static bool is_mark_key(const struct buf *before, char c)
{
	char last = before->n ? before->p[before->n - 1] : 0;
	bool vowels = false;

	for (size_t i = 0; i < before->n; i++)
		vowels = vowels || is_vowel(before->p[i]);
	if (c >= '0' && c <= '9')
		return vowels || (c == '9' && last == 'd'); /* VNI */
	if (c == 'w')
		return vowels;
	if (is_one_of(c, "sfrxj"))
		return vowels; /* no syllable ends with them */
	if (is_one_of(c, "aeo"))
		return memchr(before->p ? before->p : "", c, before->n) && before->n;
	return c == 'd' && before->n && before->p[0] == 'd';
}

struct str search_typed_raw(struct arena *a, struct str word)
{
	struct buf b = { .a = a };

	if (word.n > NEAR_MOST)
		return (struct str){ 0 };
	for (size_t i = 0; i < word.n; i++)
		if (!is_mark_key(&b, word.p[i]))
			buf_char(&b, word.p[i]);
	return b.n && b.n < word.n && is_plain(buf_str(&b)) ? buf_str(&b) : (struct str){ 0 };
}
