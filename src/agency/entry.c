#include "agency/entry.h"
#include "json/canon.h"
#include "json/json_read.h"

void entry_write(struct buf *out, const struct entry_kind *k, const struct str *values,
	const struct entry_stamp *stamp)
{
	struct canon c;
	struct buf recorded = { .a = out->a };

	add_instant(&recorded, stamp->recorded);
	canon_begin(&c, out);
	canon_str(&c, S("by"), role_text(stamp->by));
	canon_str(&c, S("correction"), stamp->correction);
	canon_str(&c, S("kind"), k->kind);
	canon_str(&c, S("recorded"), buf_str(&recorded));
	canon_int(&c, S("v"), CATALOGUE_ENTRY_FORM);
	canon_object(&c, S("version"));
	for (int i = 0; i < k->columns_n; i++)
		canon_str(&c, k->columns[i].text, values[i]);
	canon_end(&c);
	canon_end(&c);
}

static int column_of(const struct entry_kind *k, struct str key)
{
	for (int i = 0; i < k->columns_n; i++)
		if (str_eq(k->columns[i].text, key))
			return i;
	return -1;
}

/* The members of "version", whose opening was read. */
static bool read_version(struct json_reader *r, const struct entry_kind *k, struct str *values)
{
	struct json_token t;

	while (json_next(r, &t) && t.kind == JSON_STRING) {
		int column = column_of(k, t.key);
		if (column < 0)
			return false;
		values[column] = t.text;
	}
	return t.kind == JSON_CLOSE;
}

static bool read_member(const struct json_token *t, struct entry_stamp *stamp)
{
	if (str_eq(t->key, S("v")))
		return t->is_int;
	if (t->kind != JSON_STRING)
		return false;
	if (str_eq(t->key, S("correction"))) {
		stamp->correction = t->text;
		return true;
	}
	if (str_eq(t->key, S("recorded")))
		return parse_time(t->text, 0, &stamp->recorded);
	if (str_eq(t->key, S("by")))
		return role_from(t->text, &stamp->by);
	return str_eq(t->key, S("kind"));
}

static bool read_all(
	struct json_reader *r, const struct entry_kind *k, struct str *values, struct entry_stamp *stamp)
{
	struct json_token t;

	if (!json_next(r, &t) || t.kind != JSON_OBJECT)
		return false;
	while (json_next(r, &t) && t.kind != JSON_CLOSE) {
		bool version = t.kind == JSON_OBJECT && str_eq(t.key, S("version"));
		if (version ? !read_version(r, k, values) : !read_member(&t, stamp))
			return false;
	}
	return t.kind == JSON_CLOSE;
}

bool entry_read(struct arena *a, const struct entry_kind *k, struct str bytes, struct str *values,
	struct entry_stamp *stamp)
{
	struct str read[ENTRY_MAX_COLUMNS] = { 0 };
	struct entry_stamp s = { 0 };
	struct buf again = { .a = a };
	struct json_reader *r = NEW(a, struct json_reader);

	assert(k->columns_n <= ENTRY_MAX_COLUMNS);
	json_begin(r, a, bytes);
	if (!read_all(r, k, read, &s))
		return false;
	entry_write(&again, k, read, &s);
	if (!str_eq(buf_str(&again), bytes)) /* another kind, order, spelling: not ours */
		return false;
	memcpy(values, read, sizeof *read * (size_t)k->columns_n);
	*stamp = s;
	return true;
}

/* Canonical bytes are sorted, so the first member of this name is the entry's own: those of "version" and
 * "facts.waits" stand in objects. In a string a quote has a backslash before it, so the text cannot stand
 * there. */
struct str entry_kind_of(struct str bytes)
{
	static const char before[] = "\"kind\":\"";
	size_t at = str_find(bytes, str_of(before));
	struct str rest = str_sub(bytes, at + sizeof before - 1, bytes.n);

	return at < bytes.n ? str_sub(rest, 0, str_find_char(rest, '"')) : (struct str){ 0 };
}
