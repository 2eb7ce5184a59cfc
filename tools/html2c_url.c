/* Follows the literal part of an address, so that a value in it gets the right encoding or none. */
#include "tools/html2c.h"

static struct str so_far(const struct template *t)
{
	return str_sub(buf_str(&t->value), t->spot.url_from, t->value.n);
}

/* The address had these bytes before ':', so they were a scheme. */
static void scheme(struct template *t)
{
	struct str s = str_lower_ascii(t->a, so_far(t));

	if (str_eq(s, S("http")) || str_eq(s, S("https"))) {
		t->spot.url = URL_AUTHORITY;
		t->spot.slashes = 0;
	} else if (str_eq(s, S("mailto")) || str_eq(s, S("tel"))) {
		t->spot.url = URL_OPAQUE;
	} else {
		fail(t, "an address cannot begin with \"%.*s:\"", ARG(s));
	}
}

static void url_begin(struct template *t, char c)
{
	if (c == '&') {
		fail(t, "an entity before the path of an address could hide a scheme");
	} else if (c == ':') {
		scheme(t);
	} else if (c == '?' || c == '#') {
		t->spot.url = URL_QUERY;
	} else if (c == '/' && t->spot.url == URL_SCHEME && str_eq(so_far(t), S("/"))) {
		t->spot.url = URL_AUTHORITY; /* "//host" */
		t->spot.slashes = 2;
	} else if (c == '/' && so_far(t).n) {
		t->spot.url = URL_PATH;
	} else if (t->spot.url == URL_SCHEME && str_eq(so_far(t), S("/"))) {
		t->spot.url = URL_PATH;
	} else {
		t->spot.url = URL_SCHEME;
	}
}

void url_literal(struct template *t, char c)
{
	if (c <= ' ' || c == '\\')
		fail(t, "a blank, newline or backslash in an address");
	if (t->spot.url == URL_START)
		t->spot.url_from = t->value.n;
	switch (t->spot.url) {
	case URL_START:
	case URL_SCHEME: url_begin(t, c); break;
	case URL_AUTHORITY:
		if (t->spot.slashes < 2 && c != '/')
			fail(t, "write https://host/");
		else if (t->spot.slashes < 2)
			t->spot.slashes++;
		else if (c == '/')
			t->spot.url = URL_PATH;
		else if (c == '?' || c == '#')
			t->spot.url = URL_QUERY;
		break;
	case URL_PATH:
		if (c == '?' || c == '#')
			t->spot.url = URL_QUERY;
		break;
	case URL_WHOLE:
		if (c != '#')
			fail(t, "only \"#…\" can follow a whole address; build it with url_segment() or "
				"url_query()");
		t->spot.url = URL_QUERY;
		break;
	case URL_NOT:
	case URL_OPAQUE:
	case URL_QUERY: break;
	case URL_UNSURE:
		if (c == ':')
			fail(t, "the arms before may have begun a scheme");
		break;
	}
	t->spot.last = c;
}
