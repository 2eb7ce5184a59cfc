/* Writing C, and the little that must be known about C expressions to put them into it. */
#include "tools/html2c.h"

void write_literal(struct template *t)
{
	if (!t->literal.n)
		return;
	buf_add(t->c, S("\thtml_raw(o, S(\""));
	add_c_string(t->c, buf_str(&t->literal));
	buf_add(t->c, S("\"));\n"));
	t->literal.n = 0;
}

static void write_place(struct template *t, struct buf *b)
{
	buf_fmt(b, "#line %d \"", t->line);
	add_c_string(b, t->path);
	buf_add(b, S("\"\n"));
}

void write_line(struct template *t, const char *fmt, ...)
{
	write_literal(t);
	write_place(t, t->c);
	va_list ap;
	va_start(ap, fmt);
	buf_char(t->c, '\t');
	buf_add(t->c, str_vfmt(t->a, fmt, ap));
	buf_char(t->c, '\n');
	va_end(ap);
}

void write_prototype(struct template *t, struct str signature)
{
	write_place(t, t->h);
	buf_fmt(t->h, "void %.*s;\n", ARG(signature));
	write_place(t, t->c);
	buf_fmt(t->c, "void %.*s\n{\n\t(void)o;\n", ARG(signature));
}

struct str one_line(struct template *t, struct str expression)
{
	struct str s = str_dup(t->a, str_trim(expression));
	struct buf b = { .a = t->a };

	for (size_t i = 0; i < s.n; i++)
		buf_char(&b, s.p[i] == '\n' || s.p[i] == '\t' ? ' ' : s.p[i]);
	return buf_str(&b);
}

/* How the bytes of an expression nest. */
struct scan {
	char open[32]; /* brackets */
	size_t depth;
	char quote; /* inside "…" or '…' */
	bool escaped, broken;
};

static void scan_bracket(struct scan *s, char c)
{
	char want = c == ')' ? '(' : c == ']' ? '[' : c == '}' ? '{' : '\0';

	if (c == '(' || c == '[' || c == '{') {
		if (s->depth == sizeof s->open)
			s->broken = true;
		else
			s->open[s->depth++] = c;
	} else if (want) {
		if (!s->depth || s->open[s->depth - 1] != want)
			s->broken = true;
		else
			s->depth--;
	}
}

static void scan(struct scan *s, char c)
{
	if (!s->quote) {
		if (c == '"' || c == '\'')
			s->quote = c;
		scan_bracket(s, c);
	} else if (s->escaped) {
		s->escaped = false;
	} else if (c == '\\') {
		s->escaped = true;
	} else if (c == s->quote) {
		s->quote = '\0';
	}
}

bool is_whole(struct str expression)
{
	struct scan s = { 0 };

	for (size_t i = 0; i < expression.n; i++)
		scan(&s, expression.p[i]);
	return str_trim(expression).n && !s.depth && !s.quote && !s.broken;
}

size_t find_outside(struct str s, size_t from, char stop)
{
	struct scan at = { 0 };

	for (size_t i = 0; i < s.n; i++) {
		if (i >= from && !at.depth && !at.quote && s.p[i] == stop)
			return i;
		scan(&at, s.p[i]);
	}
	return s.n;
}
