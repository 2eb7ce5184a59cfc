#pragma once
/*
 * What compiled templates call. A value is escaped by its place, which html2c knows, and by its type, which
 * the compiler knows: text for people is escaped, a whole address must be a struct url, markup must be a
 * struct html. Nothing here can fail; bytes that are no UTF-8 become U+FFFD, control characters vanish.
 */
#include "base/base.h"
#include "msg/messages.h"

/* Where a page is written to and in which language. */
struct html_out {
	struct buf *out;
	enum lang lang;
};

/* Markup that is already safe. Made only by {{ markup name }} in a template; text is not markup. */
struct html {
	struct str s;
};
/* An address that was built or vetted by the functions below; percent-encoded, not yet escaped for HTML. */
struct url {
	struct str s;
};

/* Building addresses. The first one is a path of our own: it begins with one '/' and is a literal. */
struct url url_path(struct str literal);
struct url url_segment(struct arena *a, struct url u, struct str segment); /* adds "/segment", encoded */
struct url url_segment_int(struct arena *a, struct url u, int64_t n);
struct url url_query(
	struct arena *a, struct url u, struct str name, struct str value); /* ?name=value or &… */
struct url url_query_int(struct arena *a, struct url u, struct str name, int64_t n);
struct url url_fragment(struct arena *a, struct url u, struct str id); /* "#id"; nothing can follow */
struct url url_mail(struct arena *a, struct str address);
struct url url_phone(struct arena *a, struct str number); /* keeps digits and a leading + */
/* A foreign address: http or https with a host and without blanks or controls; false for all else. */
must_check bool url_external(struct str text, struct url *out);
/* An address of our own on the site that serves it: origin is "https://tthc.tinh.vn", vetted by
 * url_external(). */
struct url url_on(struct arena *a, struct str origin, struct url own);
/* A path of our own that came from outside ("where to go after signing in"): begins with one '/', stays
 * on this server. */
must_check bool url_local(struct str text, struct url *out);

/* The same picture in several widths, as the attribute srcset has it; the zero value is empty. */
struct srcset {
	struct str s;
};
void srcset_add(struct arena *a, struct srcset *set, struct url u, int64_t width);

/* The rest is for generated code. */
void html_raw(struct html_out *o, struct str s); /* literal HTML of a template */
void html_str(struct html_out *o, struct str s);
void html_cstr(struct html_out *o, const char *s);
void html_int(struct html_out *o, int64_t n); /* digits only; | number groups them */
void html_uint(struct html_out *o, uint64_t n);
void html_double(struct html_out *o, double x); /* at most two decimals and a point: for coordinates */
void html_markup(struct html_out *o, struct html h);
void html_address(struct html_out *o, struct url u);
void html_srcset(struct html_out *o, struct srcset set);
void html_part_str(struct html_out *o, struct str s);
void html_part_int(struct html_out *o, int64_t n);
void html_segment_str(struct html_out *o, struct str s); /* never empty, "." or ".." */
void html_message(struct html_out *o, enum msg m);
void html_day(struct html_out *o, daynum d);
void html_instant(struct html_out *o, instant t);
void html_day_iso(struct html_out *o, daynum d);      /* 2022-10-25 */
void html_instant_iso(struct html_out *o, instant t); /* 2022-10-25T15:40:00+07:00 */
void html_part_day_iso(struct html_out *o, daynum d);
void html_part_instant_iso(struct html_out *o, instant t);
void html_instant_date(struct html_out *o, instant t);
void html_number(struct html_out *o, int64_t n);
void html_percent_double(struct html_out *o, double share);
void html_percent_share(struct html_out *o, struct share s);
void html_money(struct html_out *o, int64_t dong);
/* Escapes what was written since out->n was from: for messages with arguments. */
void html_escape_since(struct html_out *o, size_t from);

/* {{ markup name }}: what is written until the end goes into a buffer of its own. */
struct html_capture {
	struct buf *before, own;
};
void html_capture_begin(struct html_out *o, struct html_capture *c);
struct html html_capture_end(struct html_out *o, struct html_capture *c);

/* The number of turns of an {{ each }}: a count below zero is none. */
static inline size_t html_count(int64_t n)
{
	return n > 0 ? (size_t)n : 0;
}

/* clang-format off */
/* {{ x }} in text or a quoted attribute. A daynum prints as a number: dates need | date. */
#define html_value(o, x) _Generic((x), struct str: html_str, struct html: html_markup, \
	char *: html_cstr, const char *: html_cstr, int: html_int, long: html_int, long long: html_int, \
	short: html_int, unsigned short: html_uint, unsigned: html_uint, unsigned long: html_uint, \
	unsigned long long: html_uint, double: html_double)((o), (x))
/* {{ x }} in a quoted attribute: as in text, but markup cannot stand there. */
#define html_attribute(o, x) _Generic((x), struct str: html_str, \
	char *: html_cstr, const char *: html_cstr, int: html_int, long: html_int, long long: html_int, \
	short: html_int, unsigned short: html_uint, unsigned: html_uint, unsigned long: html_uint, \
	unsigned long long: html_uint, double: html_double)((o), (x))
/* {{ x }} as a whole href, src or action: only an address will do. */
#define html_whole_url(o, x) _Generic((x), struct url: html_address)((o), (x))
/* {{ x }} after a literal prefix in an address. */
#define html_url_part(o, x) _Generic((x), struct str: html_part_str, int: html_part_int, \
	long: html_part_int, long long: html_part_int, unsigned: html_part_int)((o), (x))
/* The same where a path segment begins. */
#define html_url_segment(o, x) _Generic((x), struct str: html_segment_str, int: html_part_int, \
	long: html_part_int, long long: html_part_int, unsigned: html_part_int)((o), (x))
/* {{ 0.97 | percent }}, or exactly: {{ ((struct share){ part, whole }) | percent }} */
#define html_percent(o, x) _Generic((x), double: html_percent_double, struct share: html_percent_share)((o), (x))
/* A day is an int, an instant a long. */
#define html_date(o, x) _Generic((x), daynum: html_day, instant: html_instant_date)((o), (x))
#define html_datetime(o, x) _Generic((x), instant: html_instant)((o), (x))
#define html_iso(o, x) _Generic((x), daynum: html_day_iso, instant: html_instant_iso)((o), (x))
#define html_url_iso(o, x) _Generic((x), daynum: html_part_day_iso, instant: html_part_instant_iso)((o), (x))
/* clang-format on */
