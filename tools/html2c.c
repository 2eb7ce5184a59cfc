/* The reader: tells literal HTML, directives, comments and includes apart. */
#include "tools/html2c.h"

void fail(struct template *t, const char *fmt, ...)
{
	if (complained(t->error))
		return;
	va_list ap;
	va_start(ap, fmt);
	struct str what = str_vfmt(t->a, fmt, ap);
	va_end(ap);
	complain(t->error, t->path, t->line, "%.*s", ARG(what));
}

static struct str rest(const struct template *t)
{
	return str_sub(t->text, t->at, t->text.n);
}

static void skip(struct template *t, size_t n)
{
	for (size_t stop = t->at + n; t->at < stop; t->at++)
		t->line += t->text.p[t->at] == '\n';
}

/* How many bytes the directive at the start of s takes with its braces; 0 when it does not end. Braces in a
 * C string do not count. */
static size_t directive_length(struct str s)
{
	char quote = '\0';

	for (size_t i = 2; i + 1 < s.n; i++) {
		char c = s.p[i];

		if (quote && c == '\\')
			i++;
		else if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '}' && s.p[i + 1] == '}')
			return i + 2;
		else if (c == '{' && s.p[i + 1] == '{')
			return 0; /* the next one begins: this one was forgotten */
	}
	return 0;
}

static void read_directive(struct template *t)
{
	size_t n = directive_length(rest(t));

	if (!n) {
		fail(t, "{{ without }} (or a quote that is not closed)");
		return;
	}
	directive(t, str_sub(rest(t), 2, n - 2));
	skip(t, n);
}

static void read_comment(struct template *t)
{
	size_t end = str_find(rest(t), S("#}"));

	if (end == rest(t).n)
		fail(t, "{# without #}");
	else
		skip(t, end + 2);
}

/* {! #include "x.h" !}: nothing else of C can stand in a template. */
static void read_include(struct template *t)
{
	size_t end = str_find(rest(t), S("!}"));
	struct str lines = str_sub(rest(t), 2, end), line;

	if (end == rest(t).n || t->nblocks)
		fail(t, t->nblocks ? "{! stands outside define" : "{! without !}");
	while (!complained(t->error) && str_cut(&lines, '\n', &line)) {
		line = str_trim(line);
		if (line.n && !str_starts(line, S("#include \"")) && !str_starts(line, S("#include <")))
			fail(t, "only #include lines stand in {! !}");
		else if (line.n)
			buf_fmt(t->h, "%.*s\n", ARG(line));
	}
	skip(t, end + 2 < rest(t).n ? end + 2 : rest(t).n);
}

static void read_byte(struct template *t)
{
	char c = t->text.p[t->at];

	if (t->nblocks)
		follow(t);
	else if (c == ' ' || c == '\n' || c == '\t')
		skip(t, 1);
	else
		fail(t, "HTML outside define");
}

static void read_all(struct template *t)
{
	while (t->at < t->text.n && !complained(t->error)) {
		struct str two = str_sub(rest(t), 0, 2);

		if (str_eq(two, S("{{")))
			read_directive(t);
		else if (str_eq(two, S("{#")))
			read_comment(t);
		else if (str_eq(two, S("{!")))
			read_include(t);
		else if (str_eq(two, S("}}")))
			fail(t, "}} without {{");
		else
			read_byte(t);
	}
	if (t->nblocks) {
		t->line = t->blocks[t->nblocks - 1].line;
		fail(t, "this block is never closed with {{ end }}");
	}
}

void html2c_compile(
	struct arena *a, struct str path, struct str text, struct str include, struct html2c_output *out)
{
	struct template *t = NEW(a, struct template);
	int bad;

	*out = (struct html2c_output){ .c.a = a, .h.a = a, .error.a = a };
	*t = (struct template){ a, &out->error, path, text, .line = 1, .c = &out->c, .h = &out->h };
	t->literal.a = a;
	t->attrs.cap = MAX_ATTRS;
	t->ids.cap = MAX_IDS;
	buf_add(t->h, S("#pragma once\n/* made by html2c of a template; change that */\n#include "
			"\"html/html.h\"\n"));
	buf_fmt(t->c, "/* made by html2c of a template; change that */\n#include \"%.*s\"\n\n", ARG(include));
	if (!text_is_clean(text, &bad)) {
		t->line = bad;
		fail(t, "not UTF-8, or a control character");
		return;
	}
	read_all(t);
}
