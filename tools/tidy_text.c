#include "tidy.h"

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

struct str tidy_word(struct str text, size_t *at)
{
	size_t from = *at;

	while (from < text.n && !is_word(text.p[from]))
		from++;
	*at = from;
	while (*at < text.n && is_word(text.p[*at]))
		++*at;
	return str_sub(text, from, *at);
}

int tidy_line(struct str text, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at && i < text.n; i++)
		line += text.p[i] == '\n';
	return line;
}

bool tidy_is_one_of(struct str word, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

size_t tidy_skip_blanks(struct str text, size_t at)
{
	while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t' || text.p[at] == '\n'))
		at++;
	return at;
}

/* Where the comment or literal that begins at from ends; from when none begins there. */
static size_t end_of_dead(struct str s, size_t from)
{
	struct str here = str_sub(s, from, s.n);
	char c = s.p[from];

	if (str_starts(here, S("//")))
		return from + str_find_char(here, '\n');
	if (str_starts(here, S("/*"))) {
		size_t end = from + 2 + str_find(str_sub(here, 2, here.n), S("*/")) + 2;
		return end < s.n ? end : s.n;
	}
	/* 1'000 is no character */
	if (c != '"' && (c != '\'' || (from && is_word(s.p[from - 1]))))
		return from;
	size_t i = from + 1;
	while (i < s.n && s.p[i] != c && s.p[i] != '\n')
		i += s.p[i] == '\\' ? 2 : 1;
	return i < s.n ? i + 1 : s.n;
}

static void blank(char *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (p[i] != '\n')
			p[i] = ' ';
}

static bool begins_line(const char *p, size_t at)
{
	while (at && (p[at - 1] == ' ' || p[at - 1] == '\t'))
		at--;
	return at == 0 || p[at - 1] == '\n';
}

void tidy_strip(struct arena *a, struct tidy_file *f)
{
	char *code = arena_alloc(a, f->raw.n + 1, 1), *bare = arena_alloc(a, f->raw.n + 1, 1);

	memcpy(code, f->raw.p, f->raw.n);
	for (size_t i = 0; i < f->raw.n;) {
		size_t end = end_of_dead(f->raw, i);

		blank(code, i, end);
		i = end > i ? end : i + 1;
	}
	memcpy(bare, code, f->raw.n);
	for (size_t i = 0; i < f->raw.n; i++) {
		if (bare[i] != '#' || !begins_line(bare, i))
			continue;
		size_t end = i;
		while (end < f->raw.n && (code[end] != '\n' || (end && code[end - 1] == '\\')))
			end++;
		blank(bare, i, end);
		i = end;
	}
	f->code = (struct str){ code, f->raw.n };
	f->bare = (struct str){ bare, f->raw.n };
}
