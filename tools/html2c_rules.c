/* What HTML (WHATWG) says about elements and attributes, as far as a template must know. */
#include "tools/html2c.h"

/* word is one of the words of list. */
static bool one_of(struct str word, const char *list)
{
	struct str rest = str_of(list), piece;

	while (word.n && str_cut(&rest, ' ', &piece))
		if (str_eq(piece, word))
			return true;
	return false;
}

bool is_void(struct str tag)
{
	return one_of(tag, "area br col hr img input link meta source track wbr");
}

bool is_element(struct str tag)
{
	return one_of(tag,
		       "a abbr address area article aside audio b bdi bdo blockquote body br button canvas "
		       "caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em "
		       "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html "
		       "i "
		       "img input ins kbd label legend li link main map mark menu meta meter nav "
		       "noscript "
		       "ol optgroup option output p picture pre progress q rp rt ruby s samp script search "
		       "section select slot small source span strong sub summary sup svg table tbody td "
		       "template textarea tfoot th thead time title tr track u ul var video wbr") ||
	       str_find_char(tag, '-') < tag.n;
}

bool leaves_foreign(struct str tag)
{
	return is_element(tag) && !one_of(tag, "a title svg");
}

const char *refused_element(struct str tag)
{
	if (str_eq(tag, S("style")))
		return "put styles into the style sheet: the content security policy allows no inline style";
	if (str_eq(tag, S("base")))
		return "it would turn every relative address of the page";
	if (one_of(tag, "iframe embed object applet frame frameset"))
		return "pages hold no foreign documents";
	if (one_of(tag, "animate animatemotion animatetransform set foreignobject"))
		return "it can write attributes that are checked here, or leaves SVG";
	return NULL;
}

bool is_url_attribute(struct str name)
{
	return one_of(name, "href src action formaction cite poster xlink:href data manifest background");
}

const char *refused_attribute(struct str name)
{
	if (str_starts(name, S("on")))
		return "put behaviour into a script file: the content security policy allows no inline "
		       "script";
	if (str_eq(name, S("style")))
		return "use a class: the content security policy allows no inline style";
	if (str_eq(name, S("srcdoc")))
		return "pages hold no foreign documents";
	if (str_eq(name, S("http-equiv")))
		return "send a header instead";
	return NULL;
}

bool is_literal_attribute(struct str name)
{
	return one_of(name, "imagesrcset ping nonce sandbox rel target http-equiv attributename is") ||
	       str_starts(name, S("xmlns"));
}

const char *refused_child(struct str parent, struct str tag)
{
	static const struct {
		const char *parent, *children;
	} only[] = {
		{ "html", "head body" },
		{ "head", "title meta link script template noscript" },
		{ "ul", "li script template" },
		{ "ol", "li script template" },
		{ "menu", "li script template" },
		{ "dl", "dt dd div script template" },
		{ "table", "caption colgroup thead tbody tfoot tr script template" },
		{ "colgroup", "col template" },
		{ "thead", "tr script template" },
		{ "tbody", "tr script template" },
		{ "tfoot", "tr script template" },
		{ "tr", "td th script template" },
		{ "select", "option optgroup hr script template" },
		{ "optgroup", "option script template" },
		{ "datalist", "option script template" },
		{ "option", "no element" },
		{ "title", "no element" },
		{ "textarea", "no element" },
		{ "script", "no element" },
		{ "picture", "source img script template" },
	};
	static const struct {
		const char *children, *parents;
	} home[] = {
		{ "tr", "table thead tbody tfoot template" },
		{ "td th", "tr template" },
		{ "thead tbody tfoot caption colgroup", "table template" },
		{ "col", "colgroup template" },
		{ "li", "ul ol menu template" },
		{ "dt dd", "dl div template" },
		{ "option", "select optgroup datalist template" },
		{ "optgroup", "select template" },
		{ "body head", "html" },
		{ "legend", "fieldset template" },
		{ "figcaption", "figure template" },
		{ "summary", "details template" },
	};
	for (size_t i = 0; i < COUNT(only); i++)
		if (str_eq(parent, str_of(only[i].parent)) && !one_of(tag, only[i].children))
			return only[i].children;
	for (size_t i = 0; i < COUNT(home); i++)
		if (parent.n && one_of(tag, home[i].children) && !one_of(parent, home[i].parents))
			return "elements that belong there";
	return NULL;
}

bool holds_text(struct str tag)
{
	return !one_of(tag,
		"html head ul ol menu dl table colgroup thead tbody tfoot tr select optgroup datalist "
		"picture script");
}

bool closes_paragraph(struct str tag)
{
	return one_of(tag,
		"address article aside blockquote details dialog div dl dd dt fieldset figcaption figure "
		"footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section "
		"summary table ul");
}

bool nests_in_itself(struct str tag)
{
	return !one_of(tag,
		"a button form label option select title textarea h1 h2 h3 h4 h5 h6 html head body main");
}

const char *required_attribute(struct str tag)
{
	static const struct {
		const char *tag, *attribute;
	} rows[] = {
		{ "img", "alt" },
		{ "a", "href" },
		{ "button", "type" },
		{ "html", "lang" },
		{ "script", "src" },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(tag, str_of(rows[i].tag)))
			return rows[i].attribute;
	return NULL;
}
