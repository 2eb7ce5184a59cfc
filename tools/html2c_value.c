/* {{ x }} and {{ t x.key }}: which function escapes them here. */
#include "tools/html2c.h"

#include <stdlib.h>

struct filter {
	const char *name, *function;
	bool in_address;
};
static const struct filter filters[] = {
	{ "date", "html_date", false },
	{ "datetime", "html_datetime", false },
	{ "iso", "html_iso", true },
	{ "number", "html_number", false },
	{ "percent", "html_percent", false },
	{ "money", "html_money", false },
	{ "t", "html_message", false },
};

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_identifier(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_word(s.p[i]))
			return false;
	return s.n && !(s.p[0] >= '0' && s.p[0] <= '9');
}

/* Cuts "| name" off the end. "||" is C's. A bitwise or must stand in brackets. */
static const struct filter *cut_filter(struct template *t, struct str *expression)
{
	size_t last = expression->n;

	for (size_t i = find_outside(*expression, 0, '|'); i < expression->n;) {
		bool twice = i + 1 < expression->n && expression->p[i + 1] == '|';

		if (!twice)
			last = i;
		i = find_outside(*expression, i + 1 + twice, '|');
	}
	if (last == expression->n)
		return NULL;
	struct str name = str_trim(str_sub(*expression, last + 1, expression->n));

	*expression = str_trim(str_sub(*expression, 0, last));
	for (size_t i = 0; i < COUNT(filters); i++)
		if (str_eq(name, str_of(filters[i].name)))
			return &filters[i];
	fail(t, "no filter is named \"%.*s\" (there are date, datetime, iso, number, percent, money, t)",
		ARG(name));
	return NULL;
}

/* A value stands here: false, with a complaint, where none can. */
static bool can_stand(struct template *t)
{
	struct str attr = buf_str(&t->attr);

	switch (t->spot.place) {
	case IN_TEXT: check_text(t); break;
	case IN_TAG_NAME: fail(t, "a value cannot stand in the name of a tag"); break;
	case IN_ATTR_NAME: fail(t, "a value cannot stand in the name of an attribute"); break;
	case IN_TAG:
	case AFTER_ATTR: fail(t, "a value cannot stand among attributes; use attr-if"); break;
	case BEFORE_VALUE: fail(t, "a value must stand in quotes: %.*s=\"…\"", ARG(attr)); break;
	case IN_VALUE:
		if (is_literal_attribute(attr))
			fail(t, "a value cannot stand in the attribute %.*s", ARG(attr));
		t->value_is_made = true;
		break;
	}
	return !complained(t->error);
}

/* The function for a value in an address, by what stands before it. */
static const char *in_address(struct template *t)
{
	bool begins = t->spot.last == '/' || t->spot.last == '.';

	switch (t->spot.url) {
	case URL_START: t->spot.url = URL_WHOLE; return "html_whole_url";
	case URL_SCHEME:
	case URL_AUTHORITY:
	case URL_OPAQUE:
		if (t->spot.url != URL_SCHEME || !begins)
			fail(t, "a value cannot stand before the path of an address; hand in a struct url");
		t->spot.url = URL_PATH;
		break;
	case URL_WHOLE:
		fail(t, "a value after a whole address; build it with url_segment() or url_query()");
		break;
	case URL_UNSURE: fail(t, "the arms before this value leave the address in different places"); break;
	case URL_NOT:
	case URL_PATH:
	case URL_QUERY: break;
	}
	bool segment = t->spot.url == URL_PATH && begins;

	t->spot.last = 'x';
	return segment ? "html_url_segment" : "html_url_part";
}

static const char *function_here(struct template *t, const struct filter *f)
{
	bool text_only = str_eq(inside(t), S("title")) || str_eq(inside(t), S("textarea"));

	if (t->spot.place == IN_VALUE && t->spot.url != URL_NOT) {
		if (f && !f->in_address)
			fail(t, "| %s cannot stand in an address", f->name);
		const char *plain = in_address(t);

		if (f && t->spot.url == URL_WHOLE)
			fail(t, "a whole address must be a struct url");
		return f ? "html_url_iso" : plain;
	}
	if (t->spot.place == IN_VALUE && str_eq(buf_str(&t->attr), S("srcset"))) {
		if (f)
			fail(t, "| %s cannot stand in srcset", f->name);
		return "html_srcset";
	}
	if (f)
		return f->function;
	return t->spot.place == IN_VALUE || text_only ? "html_attribute" : "html_value";
}

void value(struct template *t, struct str expression)
{
	const struct filter *f = cut_filter(t, &expression);

	if (complained(t->error) || !can_stand(t))
		return;
	if (!is_whole(expression) || find_outside(expression, 0, ';') < expression.n) {
		fail(t, "\"%.*s\" is no expression", ARG(one_line(t, expression)));
		return;
	}
	flush_blank(t);
	const char *function = function_here(t, f);

	write_line(t, "%s(o, (%.*s));", function, ARG(one_line(t, expression)));
	t->spot.blank = false;
}

struct argument {
	struct str name, expression;
};

/* Where " name=" of the next argument begins in s; s.n when there is none. */
static size_t next_argument(struct str s)
{
	for (size_t at = find_outside(s, 0, '='); at < s.n; at = find_outside(s, at + 1, '=')) {
		size_t from = at;

		while (from && is_word(s.p[from - 1]))
			from--;
		bool comparison = at + 1 < s.n && s.p[at + 1] == '=';
		bool named =
			is_identifier(str_sub(s, from, at)) &&
			(!from || s.p[from - 1] == ' ' || s.p[from - 1] == '\n' || s.p[from - 1] == '\t');

		if (comparison)
			at++;
		else if (named)
			return from;
	}
	return s.n;
}

static int read_arguments(struct template *t, struct str s, struct argument *args)
{
	int n = 0;

	if (str_trim(str_sub(s, 0, next_argument(s))).n)
		fail(t, "\"%.*s\": write name=expression", ARG(one_line(t, s)));
	s = str_sub(s, next_argument(s), s.n);
	while (s.n && !complained(t->error)) {
		size_t equals = str_find_char(s, '=');
		struct str behind = str_sub(s, equals + 1, s.n);
		size_t end = next_argument(behind);

		if (n == MAX_ARGUMENTS) {
			fail(t, "a message has at most %d arguments", MAX_ARGUMENTS);
			break;
		}
		args[n].name = str_sub(s, 0, equals);
		args[n].expression = one_line(t, str_sub(behind, 0, end));
		if (!is_whole(args[n].expression) || find_outside(behind, 0, ';') < behind.n)
			fail(t, "\"%.*s\" is no expression", ARG(args[n].expression));
		n++;
		s = str_sub(behind, end, behind.n);
	}
	return n;
}

static int by_name(const void *a, const void *b)
{
	const struct argument *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

/* x.other-key is x_other_key in C. */
static struct str c_key(struct template *t, struct str key)
{
	struct buf b = { .a = t->a };
	bool dot = false, good = key.n && !(key.p[0] >= '0' && key.p[0] <= '9');

	for (size_t i = 0; i < key.n; i++) {
		bool mark = key.p[i] == '.' || key.p[i] == '-';

		dot |= key.p[i] == '.';
		good &= mark || (is_word(key.p[i]) && key.p[i] != '_');
		buf_char(&b, mark ? '_' : key.p[i]);
	}
	if (!good || !dot)
		fail(t, "\"%.*s\" is no key of a message: write {{ t x.key }}", ARG(key));
	return buf_str(&b);
}

void message(struct template *t, struct str text)
{
	size_t end = 0;

	while (end < text.n && text.p[end] > ' ')
		end++;
	struct argument args[MAX_ARGUMENTS] = { 0 };
	struct str key = c_key(t, str_sub(text, 0, end));
	int n = read_arguments(t, str_sub(text, end, text.n), args);

	if (complained(t->error) || !can_stand(t))
		return;
	if (t->spot.url != URL_NOT)
		fail(t, "a message cannot stand in an address");
	flush_blank(t);
	t->spot.blank = false;
	if (!n) {
		write_line(t, "html_message(o, MSG_%.*s);", ARG(key));
		return;
	}
	qsort(args, (size_t)n, sizeof args[0], by_name);
	struct buf names = { .a = t->a }, values = { .a = t->a };

	for (int i = 0; i < n; i++) {
		buf_fmt(&names, "__%.*s", ARG(args[i].name));
		buf_fmt(&values, ", (%.*s)", ARG(args[i].expression));
	}
	write_line(t,
		"{ size_t from_ = o->out->n; msg_%.*s%.*s(o->out, o->lang%.*s); html_escape_since(o, from_); "
		"}",
		ARG(key), ARG(buf_str(&names)), ARG(buf_str(&values)));
}
