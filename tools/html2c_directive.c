/* Everything between {{ and }}. */
#include "tools/html2c.h"

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The C name at the start of s. */
static struct str leading_name(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_word(s.p[n]))
		n++;
	return str_sub(s, 0, n && s.p[0] > '9' ? n : 0);
}

static bool check_expression(struct template *t, struct str s)
{
	if (!is_whole(s) || find_outside(s, 0, ';') < s.n)
		fail(t, "\"%.*s\" is no expression", ARG(one_line(t, s)));
	return !complained(t->error);
}

static void do_define(struct template *t, struct str s)
{
	struct str name = leading_name(s), rest = str_sub(s, name.n, s.n), first = S("(struct html_out *o");
	char after = rest.n > first.n ? rest.p[first.n] : '\0';

	if (t->nblocks) {
		fail(t, "define inside the block of line %d", t->blocks[t->nblocks - 1].line);
		return;
	}
	if (!name.n || !str_starts(rest, first) || (after != ',' && after != ')') || !is_whole(rest) ||
		!str_ends(rest, S(")"))) {
		fail(t, "write {{ define x_page(struct html_out *o, …) }}");
		return;
	}
	t->spot = (struct spot){ 0 };
	t->nelements = t->ids.n = t->attrs.n = 0;
	write_prototype(t, one_line(t, s));
	open_block(t, BLOCK_DEFINE, name);
}

static void do_if(struct template *t, struct str s)
{
	open_block(t, BLOCK_IF, S(""));
	if (check_expression(t, s))
		write_line(t, "if (%.*s) {", ARG(one_line(t, s)));
}

static void do_else(struct template *t, struct str s)
{
	bool has_if = str_starts(s, S("if ")) || str_starts(s, S("if\n")) || str_starts(s, S("if("));

	if (s.n && !has_if) {
		fail(t, "write {{ else }} or {{ else if condition }}");
		return;
	}
	next_arm(t, !has_if);
	if (complained(t->error))
		return;
	if (!has_if)
		buf_add(t->c, S("\t} else {\n"));
	else if (check_expression(t, str_sub(s, 2, s.n)))
		write_line(t, "} else if (%.*s) {", ARG(one_line(t, str_sub(s, 2, s.n))));
}

static void do_end(struct template *t, struct str s)
{
	(void)s;
	close_block(t);
}

static void do_for(struct template *t, struct str s)
{
	size_t first = find_outside(s, 0, ';'), second = find_outside(s, first + 1, ';');

	if (!is_whole(s) || second >= s.n || find_outside(s, second + 1, ';') < s.n) {
		fail(t, "write {{ for start; condition; step }}");
		return;
	}
	open_block(t, BLOCK_FOR, S(""));
	write_line(t, "for (%.*s) {", ARG(one_line(t, s)));
}

/* each T *p in array count n */
static void do_each(struct template *t, struct str s)
{
	s = one_line(t, s);
	size_t in = str_find(s, S(" in ")), count = s.n;

	for (size_t i = in; i + 7 <= s.n; i++)
		if (str_eq(str_sub(s, i, i + 7), S(" count ")))
			count = i;
	struct str declared = str_trim(str_sub(s, 0, in)), array = str_sub(s, in + 4, count), name = declared;

	for (size_t i = 0; i < declared.n; i++)
		if (!is_word(declared.p[i]))
			name = str_sub(declared, i + 1, declared.n);
	struct str type = str_trim(str_sub(declared, 0, declared.n - name.n));
	bool by_pointer = str_ends(type, S("*"));

	if (count == s.n || !type.n || !leading_name(name).n || !is_whole(array)) {
		fail(t, "write {{ each struct row *r in rows count n }}");
		return;
	}
	struct str n = str_sub(s, count + 7, s.n);

	if (!check_expression(t, n) || !check_expression(t, array) || !check_expression(t, declared))
		return;
	open_block(t, BLOCK_EACH, S(""));
	write_line(t,
		"for (size_t %.*s_i = 0, %.*s_n = html_count((int64_t)(%.*s)); %.*s_i < %.*s_n; %.*s_i++) {",
		ARG(name), ARG(name), ARG(n), ARG(name), ARG(name), ARG(name));
	write_line(t, "%.*s%s%.*s = %s(%.*s)[%.*s_i];", ARG(type), by_pointer ? "" : " ", ARG(name),
		by_pointer ? "&" : "", ARG(array), ARG(name));
}

static void do_let(struct template *t, struct str s)
{
	size_t equals = find_outside(s, 0, '=');

	if (equals == s.n || !str_trim(str_sub(s, 0, equals)).n ||
		!check_expression(t, str_sub(s, 0, equals)) ||
		!check_expression(t, str_sub(s, equals + 1, s.n)))
		fail(t, "write {{ let int64_t n = expression }}");
	else if (settle(t))
		write_line(t, "%.*s;", ARG(one_line(t, s)));
}

static void do_call(struct template *t, struct str s)
{
	struct str name = leading_name(s), rest = str_sub(s, name.n, s.n);

	if (!name.n || !(str_starts(rest, S("(o)")) || str_starts(rest, S("(o,"))) ||
		!str_ends(rest, S(")")) || !check_expression(t, s))
		fail(t, "write {{ call x_part(o, …) }}");
	else if (t->spot.place != IN_TEXT)
		fail(t, "call cannot stand in a tag");
	else if (str_eq(inside(t), S("title")) || str_eq(inside(t), S("textarea")) ||
		 str_eq(inside(t), S("script")))
		fail(t, "call cannot stand in <%.*s>, which holds no elements", ARG(inside(t)));
	if (complained(t->error))
		return;
	flush_blank(t);
	write_line(t, "%.*s;", ARG(one_line(t, s)));
	t->spot.blank = false;
}

static void do_markup(struct template *t, struct str s)
{
	if (!s.n || !str_eq(leading_name(s), s)) {
		fail(t, "write {{ markup name }}");
		return;
	}
	if (t->spot.place != IN_TEXT || t->nelements) {
		fail(t, "markup stands outside all elements, before what uses it");
		return;
	}
	t->pending = '\0';
	write_line(t, "struct html %.*s = { 0 };", ARG(s));
	write_line(t, "{ struct html_capture %.*s_capture; html_capture_begin(o, &%.*s_capture);", ARG(s),
		ARG(s));
	open_block(t, BLOCK_MARKUP, str_dup(t->a, s));
}

/* A quoted literal at the end of *s, cut off; false when there is none. */
static bool cut_quoted(struct str *s, struct str *quoted)
{
	struct str trimmed = str_trim(*s);

	if (trimmed.n < 2 || trimmed.p[trimmed.n - 1] != '"')
		return false;
	struct str open = str_sub(trimmed, 0, trimmed.n - 1);
	size_t from = open.n;

	while (from && open.p[from - 1] != '"')
		from--;
	if (!from)
		return false;
	*quoted = str_sub(open, from, open.n);
	*s = str_trim(str_sub(open, 0, from - 1));
	return true;
}

static bool plain_literal(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("<>&\\\"\n", s.p[i]))
			return false;
	return true;
}

/* attr-if condition "name" or attr-if condition "name" "value" */
static void do_attr_if(struct template *t, struct str s)
{
	struct str name = { 0 }, last = { 0 };
	bool has_last = cut_quoted(&s, &last), has_value = has_last && cut_quoted(&s, &name);

	if (!has_value)
		name = last;
	if (!has_last || !check_expression(t, s) || !plain_literal(last) ||
		!str_eq(str_lower_ascii(t->a, name), name) || str_find_char(name, ' ') < name.n || !name.n) {
		fail(t, "write {{ attr-if condition \"name\" }} or {{ attr-if condition \"name\" \"value\" "
			"}}");
		return;
	}
	if (!settle(t))
		return;
	if (t->spot.place != IN_TAG && t->spot.place != AFTER_ATTR) {
		fail(t, "attr-if stands in a tag, between attributes");
		return;
	}
	if (is_url_attribute(name) || str_eq(name, S("id"))) {
		fail(t, "attr-if cannot write %.*s; write it with if", ARG(name));
		return;
	}
	attr_begins(t);
	buf_add(&t->attr, name);
	attr_named(t);
	t->spot.place = AFTER_ATTR;
	write_line(t, "if (%.*s) { html_raw(o, S(\" %.*s%s%.*s%s\")); }", ARG(one_line(t, s)), ARG(name),
		has_value ? "=\\\"" : "", ARG(has_value ? last : S("")), has_value ? "\\\"" : "");
}

static void do_message(struct template *t, struct str s)
{
	message(t, s);
}

static const struct {
	const char *word;
	void (*run)(struct template *t, struct str rest);
	bool alone; /* may stand without anything behind it */
} directives[] = {
	{ "define", do_define, false },
	{ "if", do_if, false },
	{ "else", do_else, true },
	{ "end", do_end, true },
	{ "for", do_for, false },
	{ "each", do_each, false },
	{ "let", do_let, false },
	{ "call", do_call, false },
	{ "markup", do_markup, false },
	{ "attr-if", do_attr_if, false },
	{ "t", do_message, false },
};

void directive(struct template *t, struct str text)
{
	size_t end = 0;

	text = str_trim(text);
	while (end < text.n && text.p[end] > ' ')
		end++;
	struct str word = str_sub(text, 0, end), rest = str_trim(str_sub(text, end, text.n));

	if (!t->nblocks && !str_eq(word, S("define"))) {
		fail(t, "{{ %.*s }} outside define", ARG(word));
		return;
	}
	for (size_t i = 0; i < COUNT(directives); i++)
		if (str_eq(word, str_of(directives[i].word)) && (rest.n || directives[i].alone)) {
			directives[i].run(t, rest);
			return;
		}
	value(t, text);
}
