/* Addresses: percent-encoding by RFC 3986, and which foreign ones are taken. */
#include "html/html.h"

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_' || c == '.' || c == '~';
}

static void encode(struct buf *out, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		const char escaped[] = { '%', hex[c >> 4], hex[c & 15] };

		buf_add(out, is_unreserved(s.p[i]) ? str_sub(s, i, i + 1) : (struct str){ escaped, 3 });
	}
}

/* An empty segment or one of dots would make browsers take another path, so it becomes "_". */
static void encode_segment(struct buf *out, struct str s)
{
	bool moves = !s.n || str_eq(s, S(".")) || str_eq(s, S(".."));

	encode(out, moves ? S("_") : s);
}

void html_part_str(struct html_out *o, struct str s)
{
	encode(o->out, s);
}

void html_part_int(struct html_out *o, int64_t n)
{
	buf_int(o->out, n);
}

void html_segment_str(struct html_out *o, struct str s)
{
	encode_segment(o->out, s);
}

void html_part_day_iso(struct html_out *o, daynum d)
{
	html_day_iso(o, d);
}

void html_part_instant_iso(struct html_out *o, instant t)
{
	if (t != INSTANT_NONE)
		encode(o->out, fmt_instant(o->out->a, t));
}

static struct buf extend(struct arena *a, struct url u)
{
	struct buf b = { .a = a };

	buf_add(&b, u.s);
	return b;
}

struct url url_path(struct str literal)
{
	assert(literal.n && literal.p[0] == '/' && !str_starts(literal, S("//")));
	return (struct url){ literal };
}

struct url url_segment(struct arena *a, struct url u, struct str segment)
{
	struct buf b = extend(a, u);

	if (!str_ends(u.s, S("/")))
		buf_char(&b, '/');
	encode_segment(&b, segment);
	return (struct url){ buf_str(&b) };
}

void srcset_add(struct arena *a, struct srcset *set, struct url u, int64_t width)
{
	set->s =
		str_fmt(a, "%.*s%s%.*s %lldw", ARG(set->s), set->s.n ? ", " : "", ARG(u.s), (long long)width);
}

static struct str digits(struct arena *a, int64_t n)
{
	struct buf b = { .a = a };

	buf_int(&b, n);
	return buf_str(&b);
}

struct url url_segment_int(struct arena *a, struct url u, int64_t n)
{
	return url_segment(a, u, digits(a, n));
}

struct url url_query(struct arena *a, struct url u, struct str name, struct str value)
{
	struct buf b = extend(a, u);

	assert(str_find_char(u.s, '#') == u.s.n);
	buf_char(&b, str_find_char(u.s, '?') == u.s.n ? '?' : '&');
	encode(&b, name);
	buf_char(&b, '=');
	encode(&b, value);
	return (struct url){ buf_str(&b) };
}

struct url url_query_int(struct arena *a, struct url u, struct str name, int64_t n)
{
	return url_query(a, u, name, digits(a, n));
}

struct url url_fragment(struct arena *a, struct url u, struct str id)
{
	struct buf b = extend(a, u);

	assert(str_find_char(u.s, '#') == u.s.n);
	buf_char(&b, '#');
	encode(&b, id);
	return (struct url){ buf_str(&b) };
}

struct url url_mail(struct arena *a, struct str address)
{
	struct buf b = { .a = a };
	struct str host = address, name = { 0 };

	(void)str_cut(&host, '@', &name);
	buf_add(&b, S("mailto:"));
	encode(&b, name);
	buf_char(&b, '@');
	encode(&b, host);
	return (struct url){ buf_str(&b) };
}

struct url url_phone(struct arena *a, struct str number)
{
	struct buf b = { .a = a };

	buf_add(&b, S("tel:"));
	for (size_t i = 0; i < number.n; i++)
		if ((number.p[i] >= '0' && number.p[i] <= '9') || (number.p[i] == '+' && b.n == 4))
			buf_char(&b, number.p[i]);
	return (struct url){ buf_str(&b) };
}

/* Characters that may stand in an address at all; a backslash is a slash to browsers, so not that. */
static bool address_bytes(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] >= 0x7F || strchr("\"<>\\^`{|}", s.p[i]))
			return false;
	return true;
}

bool url_external(struct str text, struct url *out)
{
	struct str low = str_sub(text, 0, 8);
	size_t scheme = str_starts(low, S("https://")) ? 8 : str_starts(low, S("http://")) ? 7 : 0;
	struct str host = str_sub(text, scheme, text.n);

	if (!scheme || !host.n || !address_bytes(text) || strchr("/?#:@", host.p[0]))
		return false;
	struct str authority = host;

	for (size_t i = 0; i < host.n && authority.n == host.n; i++)
		if (strchr("/?#", host.p[i]))
			authority = str_sub(host, 0, i);
	if (str_find_char(authority, '@') != authority.n) /* a user name there only misleads */
		return false;
	*out = (struct url){ text };
	return true;
}

struct url url_on(struct arena *a, struct str origin, struct url own)
{
	return (struct url){ str_fmt(a, "%.*s%.*s", ARG(origin), ARG(own.s)) };
}

bool url_local(struct str text, struct url *out)
{
	if (!text.n || text.p[0] != '/' || str_starts(text, S("//")) || !address_bytes(text))
		return false;
	*out = (struct url){ text };
	return true;
}
