#include "html/html.h"

#include "base/utf8.h"

void html_raw(struct html_out *o, struct str s)
{
	buf_add(o->out, s);
}

/* What html_str does with a byte. */
enum byte_class { PLAIN, SPECIAL, CONTROL, HIGH };

static enum byte_class class_of(unsigned char c)
{
	if (c >= 0x80)
		return HIGH;
	if (c < ' ' && c != '\t' && c != '\n')
		return CONTROL;
	return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' ? SPECIAL : PLAIN;
}

static struct str entity(char c)
{
	switch (c) {
	case '&': return S("&amp;");
	case '<': return S("&lt;");
	case '>': return S("&gt;");
	case '"': return S("&quot;");
	default: return S("&#39;");
	}
}

/* The length of the well-formed character at s[i], 0 when there is none. */
static size_t sequence_at(struct str s, size_t i)
{
	struct str rest = str_sub(s, i, s.n);
	uint32_t code_point;

	return utf8_next(&rest, &code_point) ? s.n - i - rest.n : 0;
}

static void escape(struct buf *out, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n;) {
		enum byte_class class = class_of((unsigned char)s.p[i]);
		size_t n = class == HIGH ? sequence_at(s, i) : 1;

		if (class == PLAIN || (class == HIGH && n)) {
			i += n;
			continue;
		}
		buf_add(out, str_sub(s, from, i));
		if (class == SPECIAL)
			buf_add(out, entity(s.p[i]));
		else if (class == HIGH)
			buf_add(out, S("\xEF\xBF\xBD")); /* U+FFFD for each byte that is no UTF-8 */
		from = ++i;
	}
	buf_add(out, str_sub(s, from, s.n));
}

void html_str(struct html_out *o, struct str s)
{
	escape(o->out, s);
}

void html_cstr(struct html_out *o, const char *s)
{
	escape(o->out, str_of(s));
}

void html_escape_since(struct html_out *o, size_t from)
{
	struct str s = str_sub(buf_str(o->out), from, o->out->n);
	bool plain = true;

	for (size_t i = 0; i < s.n; i++)
		plain &= class_of((unsigned char)s.p[i]) == PLAIN;
	if (plain)
		return;
	s = str_dup(o->out->a, s);
	o->out->n = from;
	escape(o->out, s);
}

void html_int(struct html_out *o, int64_t n)
{
	buf_int(o->out, n);
}

void html_uint(struct html_out *o, uint64_t n)
{
	if (n <= INT64_MAX)
		buf_int(o->out, (int64_t)n);
	else
		buf_fmt(o->out, "%llu", (unsigned long long)n);
}

void html_double(struct html_out *o, double x)
{
	bool minus = x < 0;
	double hundredths = (minus ? -x : x) * 100 + 0.5;

	if (!(hundredths < 1e15)) { /* no coordinate of ours, nor is not-a-number */
		buf_char(o->out, '0');
		return;
	}
	int64_t n = (int64_t)hundredths, part = n % 100;

	if (minus && n)
		buf_char(o->out, '-');
	buf_int(o->out, n / 100);
	if (part) {
		buf_char(o->out, '.');
		buf_char(o->out, (char)('0' + part / 10));
		if (part % 10)
			buf_char(o->out, (char)('0' + part % 10));
	}
}

void html_markup(struct html_out *o, struct html h)
{
	buf_add(o->out, h.s);
}

void html_srcset(struct html_out *o, struct srcset set)
{
	html_str(o, set.s);
}

void html_address(struct html_out *o, struct url u)
{
	escape(o->out, u.s);
}

void html_message(struct html_out *o, enum msg m)
{
	escape(o->out, msg_text(o->lang, m));
}

void html_day(struct html_out *o, daynum d)
{
	add_date_lang(o->out, o->lang, d);
}

void html_instant(struct html_out *o, instant t)
{
	add_time_lang(o->out, o->lang, t);
}

void html_instant_date(struct html_out *o, instant t)
{
	add_date_lang(o->out, o->lang, t == INSTANT_NONE ? DAYNUM_NONE : day_of(t));
}

void html_day_iso(struct html_out *o, daynum d)
{
	if (d != DAYNUM_NONE)
		add_day(o->out, d);
}

void html_instant_iso(struct html_out *o, instant t)
{
	if (t != INSTANT_NONE)
		add_instant(o->out, t);
}

void html_number(struct html_out *o, int64_t n)
{
	add_number(o->out, o->lang, n);
}

void html_percent_double(struct html_out *o, double share)
{
	add_percent(o->out, o->lang, share);
}

void html_percent_share(struct html_out *o, struct share s)
{
	add_share(o->out, o->lang, s);
}

void html_money(struct html_out *o, int64_t dong)
{
	add_money_vnd(o->out, o->lang, dong);
}

void html_capture_begin(struct html_out *o, struct html_capture *c)
{
	c->before = o->out;
	c->own = (struct buf){ .a = o->out->a };
	o->out = &c->own;
}

struct html html_capture_end(struct html_out *o, struct html_capture *c)
{
	o->out = c->before;
	return (struct html){ buf_str(&c->own) };
}
