#include "catalogue/holidays_entry.h"
#include "json/canon.h"
#include "json/json_read.h"

enum { DATE_CHARS = 10 };

static struct str day_text(struct arena *a, const struct special_day *d)
{
	struct str kind_name = day_kind_name(d->kind), date = fmt_day(a, d->day);

	return str_fmt(a, "%.*s %.*s %.*s", ARG(date), ARG(kind_name), ARG(d->name));
}

void holidays_entry(struct buf *out, const struct holidays_version *v, const struct entry_stamp *stamp)
{
	struct str *days = NEW_ARRAY(out->a, struct str, v->file.n + 1);
	struct buf recorded = { .a = out->a };
	struct canon c;

	for (size_t i = 0; i < v->file.n; i++)
		days[i] = day_text(out->a, &v->file.days[i]);
	add_instant(&recorded, stamp->recorded);
	canon_begin(&c, out);
	canon_str(&c, S("by"), role_text(stamp->by));
	canon_strs(&c, S("days"), days, v->file.n);
	canon_str(&c, S("kind"), S("calendar.holidays"));
	canon_int(&c, S("number"), v->number);
	canon_str(&c, S("recorded"), buf_str(&recorded));
	canon_int(&c, S("v"), CATALOGUE_ENTRY_FORM);
	canon_end(&c);
}

static bool day_from(struct str text, struct special_day *d)
{
	struct str date, kind_name;

	if (!str_cut(&text, ' ', &date) || date.n != DATE_CHARS || !parse_day(date, &d->day) ||
		!str_cut(&text, ' ', &kind_name) || !parse_special_kind(kind_name, &d->kind))
		return false;
	d->name = text;
	return true;
}

/* The elements of "days", whose opening was read. */
static bool read_days(struct json_reader *r, struct special_day *days, size_t *n)
{
	struct json_token t;

	while (json_next(r, &t) && t.kind == JSON_STRING)
		if (*n == LIMIT_SPECIAL_DAYS || !day_from(t.text, &days[(*n)++]))
			return false;
	return t.kind == JSON_CLOSE;
}

static bool read_member(const struct json_token *t, struct holidays_version *v, struct entry_stamp *stamp)
{
	if (str_eq(t->key, S("number"))) {
		v->number = t->number;
		return t->is_int;
	}
	if (str_eq(t->key, S("v")))
		return t->is_int;
	if (t->kind != JSON_STRING)
		return false;
	if (str_eq(t->key, S("recorded")))
		return parse_time(t->text, 0, &stamp->recorded);
	if (str_eq(t->key, S("by")))
		return role_from(t->text, &stamp->by);
	return str_eq(t->key, S("kind"));
}

bool holidays_from_entry(
	struct arena *a, struct str bytes, struct holidays_version *v, struct entry_stamp *stamp)
{
	struct special_day *days = NEW_ARRAY(a, struct special_day, LIMIT_SPECIAL_DAYS);
	struct json_reader *r = NEW(a, struct json_reader);
	struct holidays_version read = { 0 };
	struct entry_stamp s = { 0 };
	struct buf again = { .a = a };
	struct json_token t;
	size_t n = 0, at;

	json_begin(r, a, bytes);
	if (!json_next(r, &t) || t.kind != JSON_OBJECT)
		return false;
	while (json_next(r, &t) && t.kind != JSON_CLOSE) {
		bool list = t.kind == JSON_ARRAY && str_eq(t.key, S("days"));
		if (list ? !read_days(r, days, &n) : !read_member(&t, &read, &s))
			return false;
	}
	if (t.kind != JSON_CLOSE || holidays_of_file(a, days, n, &at, &read.file))
		return false;
	holidays_entry(&again, &read, &s);
	if (!str_eq(buf_str(&again), bytes)) /* another kind, order, spelling: not ours */
		return false;
	*v = read;
	*stamp = s;
	return true;
}
