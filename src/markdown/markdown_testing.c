#include "markdown/markdown_testing.h"

enum { OPEN_MAX = 256 };

/* "a" of "a href=…"; the rest stays in *tag. */
static struct str name_of(struct str *tag)
{
	size_t n = str_find_char(*tag, ' ');
	struct str name = str_sub(*tag, 0, n);

	*tag = str_sub(*tag, n + 1, tag->n);
	return name;
}

static bool is_known(struct str name)
{
	static const char *const known[] = { "p", "h2", "h3", "h4", "strong", "em", "ul", "ol", "li",
		"blockquote", "a", "code", "pre", "hr", "br" };

	for (size_t i = 0; i < COUNT(known); i++)
		if (str_eq(name, str_of(known[i])))
			return true;
	return false;
}

static bool is_void(struct str name)
{
	return str_eq(name, S("hr")) || str_eq(name, S("br"));
}

/* One attribute at most: the address of a link, the first number of a list. */
static const char *suspect_attribute(struct str name, struct str rest)
{
	static const char *const addresses[] = { "href=\"https://", "href=\"http://",
		"href=\"mailto:", "href=\"tel:", "href=\"/" };
	bool fits = !rest.n && !str_eq(name, S("a"));

	if (!fits && (!rest.n || rest.p[rest.n - 1] != '"'))
		return "an attribute";
	if (str_eq(name, S("ol")) && str_starts(rest, S("start=\"")))
		fits = true;
	for (size_t i = 0; i < COUNT(addresses) && str_eq(name, S("a")); i++)
		fits |= str_starts(rest, str_of(addresses[i]));
	if (str_starts(rest, S("href=\"//")) || str_starts(rest, S("href=\"/\\")))
		fits = false;
	size_t first = str_find_char(rest, '"');

	if (rest.n && (first == rest.n ||
			      str_find_char(str_sub(rest, first + 1, rest.n - 1), '"') + first + 2 < rest.n))
		return "a quotation mark within an attribute";
	return fits ? NULL : "an attribute that is on no list";
}

const char *markdown_suspect(struct str html)
{
	struct str open[OPEN_MAX];
	int depth = 0;

	for (size_t i = 0; i < html.n; i++) {
		unsigned char c = (unsigned char)html.p[i];

		if ((c < ' ' && c != '\n') || c == 0x7F)
			return "a control character";
		if (c == '>')
			return "a bracket without its other half";
		if (c != '<')
			continue;
		struct str tag =
			str_sub(html, i + 1, i + 1 + str_find_char(str_sub(html, i + 1, html.n), '>'));
		bool ends = str_starts(tag, S("/"));

		i += tag.n + 1;
		tag = str_sub(tag, ends, tag.n);
		struct str name = name_of(&tag);

		if (i >= html.n || !is_known(name))
			return "an element that is on no list";
		const char *wrong = ends ? NULL : suspect_attribute(name, tag);

		if (wrong)
			return wrong;
		if (ends && (!depth || !str_eq(open[--depth], name)))
			return "an end without its beginning";
		if (!ends && !is_void(name)) {
			if (depth == OPEN_MAX)
				return "too much within each other";
			open[depth++] = name;
		}
	}
	return depth ? "a beginning without its end" : NULL;
}
