/* Follows literal HTML byte by byte as a browser would, and copies it. */
#include "tools/html2c.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static char peek(const struct template *t, size_t ahead)
{
	return t->at + ahead < t->text.n ? t->text.p[t->at + ahead] : '\0';
}

static struct str rest(const struct template *t)
{
	return str_sub(t->text, t->at, t->text.n);
}

void flush_blank(struct template *t)
{
	if (t->pending && !t->spot.blank) {
		buf_char(&t->literal, t->pending);
		t->spot.blank = true;
	}
	t->pending = '\0';
}

/* Copies one byte. */
static void take(struct template *t)
{
	char c = t->text.p[t->at++];

	flush_blank(t);
	buf_char(&t->literal, c);
	t->line += c == '\n';
	t->spot.blank = t->spot.place == IN_TEXT && is_blank(c);
}

/* Steps over one byte. */
static void drop(struct template *t)
{
	t->line += t->text.p[t->at++] == '\n';
}

/* &name; &#10; &#x1F; */
static void check_entity(struct template *t)
{
	struct str s = str_sub(t->text, t->at + 1, t->at + 40);
	size_t end = str_find_char(s, ';');
	bool number = end > 1 && s.p[0] == '#', good = end < s.n && end > 0;

	for (size_t i = number; i < end && good; i++)
		good = is_letter(s.p[i]) || (s.p[i] >= '0' && s.p[i] <= '9');
	if (!good)
		fail(t, "write &amp; for &, or close the entity with ;");
}

static void comment(struct template *t)
{
	struct str inside_it = str_sub(t->text, t->at + 4, t->text.n);
	size_t end = str_find(inside_it, S("-->"));

	if (end == inside_it.n) {
		fail(t, "<!-- without -->");
	} else if (str_find(str_sub(inside_it, 0, end), S("{{")) < end) {
		fail(t, "a value or directive cannot stand in a comment; use {# … #}");
	} else if (!holds_text(inside(t)) && str_eq(inside(t), S("script"))) {
		fail(t, "inline script");
	} else {
		for (size_t stop = t->at + 4 + end + 3; t->at < stop;)
			drop(t); /* nobody reads them in a browser */
	}
}

static void declaration(struct template *t)
{
	struct str want = S("<!doctype html>");

	if (!str_eq(str_lower_ascii(t->a, str_sub(rest(t), 0, want.n)), want) || t->nelements)
		fail(t, "<! begins a comment <!-- --> or, before everything else, <!doctype html>");
	for (size_t i = 0; i < want.n && !complained(t->error); i++)
		take(t);
}

static void follow_text(struct template *t)
{
	char c = peek(t, 0), next = peek(t, 1);

	if (is_blank(c) && !keeps_white_space(t)) {
		t->pending = c == '\n' || t->pending == '\n' ? '\n' : ' ';
		drop(t);
	} else if (str_starts(rest(t), S("<!--"))) {
		comment(t);
	} else if (c == '<' && next == '!') {
		declaration(t);
	} else if (c == '<' && (is_letter(next) || next == '/')) {
		t->closing = next == '/';
		t->tag = (struct buf){ .a = t->a };
		t->attrs.n = 0;
		take(t);
		if (t->closing)
			take(t);
		t->spot.place = IN_TAG_NAME;
		t->spot.blank = false;
	} else if (c == '<') {
		fail(t, "write &lt; for <");
	} else {
		if (c == '&')
			check_entity(t);
		check_text(t);
		take(t);
	}
}

/* Between attributes. */
static void follow_tag(struct template *t)
{
	char c = peek(t, 0);

	if (is_blank(c)) {
		t->spot.place = IN_TAG;
		drop(t);
	} else if (c == '>') {
		take(t);
		tag_done(t, false);
	} else if (c == '/' && peek(t, 1) == '>') {
		take(t);
		take(t);
		tag_done(t, true);
	} else if (t->spot.place == AFTER_ATTR) {
		fail(t, "white space must stand between attributes");
	} else if (is_letter(c)) {
		buf_char(&t->literal, ' ');
		attr_begins(t);
		t->spot.place = IN_ATTR_NAME;
	} else {
		fail(t, "'%c' cannot begin an attribute", c);
	}
}

static void follow_tag_name(struct template *t)
{
	char c = peek(t, 0);

	if (is_name(c)) {
		buf_char(&t->tag, lower(c));
		take(t);
	} else if (settle(t)) {
		follow_tag(t);
	}
}

static void follow_attr_name(struct template *t)
{
	char c = peek(t, 0);

	if (is_name(c)) {
		buf_char(&t->attr, lower(c));
		take(t);
	} else if (c == '=') {
		attr_named(t);
		take(t);
		t->spot.place = BEFORE_VALUE;
	} else if (settle(t)) {
		follow_tag(t);
	}
}

static void follow_before_value(struct template *t)
{
	char c = peek(t, 0);

	if (c != '"' && c != '\'') {
		fail(t, "the value of %.*s must stand in quotes, right after the =", ARG(buf_str(&t->attr)));
		return;
	}
	t->spot.quote = c;
	take(t);
	t->spot.place = IN_VALUE;
}

static void follow_value(struct template *t)
{
	char c = peek(t, 0);

	if (c == t->spot.quote) {
		if (t->blocks[t->nblocks - 1].start.place == IN_VALUE)
			fail(t, "%c ends the attribute that the block of line %d stands in", c,
				t->blocks[t->nblocks - 1].line);
		take(t);
		t->spot.place = AFTER_ATTR;
		attr_done(t);
		return;
	}
	if (c == '<')
		fail(t, "write &lt; for < in an attribute");
	if (c == '&')
		check_entity(t);
	if (t->spot.url != URL_NOT)
		url_literal(t, c);
	buf_char(&t->value, c);
	take(t);
}

void follow(struct template *t)
{
	switch (t->spot.place) {
	case IN_TEXT: follow_text(t); break;
	case IN_TAG_NAME: follow_tag_name(t); break;
	case IN_TAG:
	case AFTER_ATTR: follow_tag(t); break;
	case IN_ATTR_NAME: follow_attr_name(t); break;
	case BEFORE_VALUE: follow_before_value(t); break;
	case IN_VALUE: follow_value(t); break;
	}
}

bool settle(struct template *t)
{
	switch (t->spot.place) {
	case IN_TAG_NAME:
		tag_named(t);
		t->spot.place = AFTER_ATTR;
		break;
	case IN_ATTR_NAME:
		attr_named(t);
		t->spot.place = AFTER_ATTR;
		attr_done(t);
		break;
	case BEFORE_VALUE: fail(t, "the value of %.*s must stand in quotes", ARG(buf_str(&t->attr))); break;
	case IN_TEXT:
	case IN_TAG:
	case AFTER_ATTR:
	case IN_VALUE: break;
	}
	return !complained(t->error);
}
