/* Whatever the bytes: escaped text holds no markup and is UTF-8, an encoded part holds nothing but unreserved
 * characters, and a vetted address of our own stays on this server. */
#include "base/utf8.h"
#include "html/html.h"
#include "tests/fuzz/fuzz.h"

static bool only(struct str s, const char *allowed)
{
	for (size_t i = 0; i < s.n; i++)
		if (!s.p[i] || !strchr(allowed, s.p[i]))
			return false;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ARENA a = { 0 };
	struct buf text = { .a = &a }, again = { .a = &a }, part = { .a = &a };
	struct html_out o = { .out = &text };
	struct str in = { (const char *)data, size };
	struct url u = { S("") };

	html_str(&o, in);
	struct str out = buf_str(&text);
	MUST(utf8_valid(out) && str_find_char(out, '<') == out.n && str_find_char(out, '>') == out.n);
	MUST(str_find_char(out, '"') == out.n && str_find_char(out, '\'') == out.n);
	o.out = &again;
	html_raw(&o, in);
	html_escape_since(&o, 0);
	MUST(str_eq(buf_str(&again), out));
	o.out = &part;
	html_segment_str(&o, in);
	MUST(only(buf_str(&part), "%-_.~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));
	MUST(part.n && !str_eq(buf_str(&part), S(".")) && !str_eq(buf_str(&part), S("..")));
	if (url_local(in, &u))
		MUST(u.s.p[0] == '/' && !str_starts(u.s, S("//")) && str_find_char(u.s, '\\') == u.s.n);
	if (url_external(in, &u))
		MUST(str_starts(u.s, S("http")) && str_find_char(u.s, '"') == u.s.n);
	return 0;
}
