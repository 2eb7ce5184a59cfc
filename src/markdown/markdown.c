#include "markdown/markdown.h"

#define PICTURE_SCHEME "anh:"

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~:/?#[]@!$&'()*+,;=%", c));
}

/* What may not stand in an address (RFC 3986) as percent codes; a backslash, which browsers take for a slash,
 * too. */
static struct str encoded(struct arena *a, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf b = { .a = a };

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		const char code[] = { '%', hex[c >> 4], hex[c & 15] };

		buf_add(&b, is_plain(s.p[i]) ? str_sub(s, i, i + 1) : (struct str){ code, sizeof code });
	}
	return buf_str(&b);
}

/* The part with the host, up to the path. */
static struct str authority(struct str rest)
{
	for (size_t i = 0; i < rest.n; i++)
		if (strchr("/?#\\", rest.p[i]))
			return str_sub(rest, 0, i);
	return rest;
}

/* A host has ASCII letters alone: what looks like another name is none. */
static bool is_host(struct str s)
{
	bool fine = s.n > 0 && s.p[0] != ':' && s.p[0] != '.';

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		fine &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			(c && strchr("-.:", c));
	}
	return fine;
}

static bool is_mailbox(struct str s)
{
	size_t at = str_find_char(s, '@');
	bool fine = at > 0 && at < s.n && is_host(str_sub(s, at + 1, s.n)) && s.n <= LIMIT_NAME_CHARS;

	for (size_t i = 0; i < at && fine; i++)
		fine = is_plain(s.p[i]) && !strchr(":/?#[]@!$&'()*,;=%", s.p[i]);
	return fine;
}

static bool is_phone(struct str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			digits++;
		else if (!(s.p[i] == '+' && i == 0) && !strchr(" .-", s.p[i]))
			return false;
	}
	return digits >= 3 && digits <= 15;
}

static enum markdown_link_kind web_link(struct arena *a, struct str address, size_t scheme, struct str *clean)
{
	if (!is_host(authority(str_sub(address, scheme, address.n))))
		return MARKDOWN_NOWHERE;
	struct str start = str_lower_ascii(a, str_sub(address, 0, scheme));

	*clean = str_fmt(a, "%.*s%.*s", ARG(start), ARG(encoded(a, str_sub(address, scheme, address.n))));
	return MARKDOWN_WEB;
}

enum markdown_link_kind markdown_link(struct arena *a, struct str address, struct str *clean)
{
	struct str low = str_lower_ascii(a, str_sub(address, 0, 8));
	struct str rest = str_sub(address, str_find_char(address, ':') + 1, address.n);

	*clean = (struct str){ 0 };
	if (str_starts(low, S("https://")))
		return web_link(a, address, 8, clean);
	if (str_starts(low, S("http://")))
		return web_link(a, address, 7, clean);
	if (str_starts(low, S("mailto:")) && is_mailbox(rest)) {
		*clean = rest;
		return MARKDOWN_MAIL;
	}
	if (str_starts(low, S("tel:")) && is_phone(rest)) {
		*clean = rest;
		return MARKDOWN_PHONE;
	}
	if (address.n && address.p[0] == '/' && (address.n == 1 || !strchr("/\\", address.p[1]))) {
		*clean = encoded(a, address);
		return MARKDOWN_OWN;
	}
	return MARKDOWN_NOWHERE;
}

int64_t markdown_picture(struct str address)
{
	const struct str scheme = S(PICTURE_SCHEME);
	int64_t n;

	if (!str_starts(address, scheme) || !str_int(str_sub(address, scheme.n, address.n), &n) || n < 1)
		return 0;
	return n;
}

bool markdown_is_figure(const struct markdown *m, size_t i)
{
	const struct markdown_step *s = &m->steps[i];

	return i + 2 < m->n && s->kind == MARKDOWN_PARAGRAPH && !s->ends && s->depth == 0 &&
	       s[1].kind == MARKDOWN_PICTURE && s[2].kind == MARKDOWN_PARAGRAPH && s[2].ends;
}

/* A kind that stands on lines of its own. */
static bool is_block(enum markdown_kind kind)
{
	return kind == MARKDOWN_PARAGRAPH || kind == MARKDOWN_HEADING || kind == MARKDOWN_ITEM ||
	       kind == MARKDOWN_CODE_BLOCK || kind == MARKDOWN_RULE;
}

struct str markdown_words(struct arena *a, const struct markdown *m)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < m->n; i++) {
		const struct markdown_step *s = &m->steps[i];

		if (is_block(s->kind) && b.n && b.p[b.n - 1] != '\n')
			buf_char(&b, '\n');
		if (s->kind == MARKDOWN_SOFT_BREAK || s->kind == MARKDOWN_BREAK)
			buf_char(&b, ' ');
		if (s->kind == MARKDOWN_TEXT || s->kind == MARKDOWN_CODE || s->kind == MARKDOWN_CODE_BLOCK)
			buf_add(&b, s->text);
	}
	return str_trim(buf_str(&b));
}
