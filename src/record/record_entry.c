#include "record/record_entry.h"
#include "json/canon.h"
#include "json/json_read.h"

enum { RECORD_ENTRY_FORM = 1, COMMITMENT_CHARS = 44, PARTS_MEMBERS = LIMIT_RECORD_FIELDS + 2 };

const struct str record_part_names[RECORD_PARTS] = {
	[RECORD_PART_ACTOR] = S_INIT("actor"), [RECORD_PART_WORDS] = S_INIT("words")
};

/* The field whose name comes next after `after` among those wanted; -1 when there is none. */
static int next_field(
	const struct record_kind *k, const struct record_event *e, bool sealed, struct str after)
{
	int best = -1;

	for (int f = 0; f < k->fields_n; f++) {
		struct str name = k->fields[f].name;

		if (k->fields[f].sealed != sealed || !e->values[f].n ||
			(after.n && canon_key_cmp(name, after) <= 0))
			continue;
		if (best < 0 || canon_key_cmp(name, k->fields[best].name) < 0)
			best = f;
	}
	return best;
}

static void put_fields(
	struct canon *c, const struct record_kind *k, const struct record_event *e, bool sealed)
{
	struct str after = { 0 };

	for (int f = next_field(k, e, sealed, after); f >= 0; f = next_field(k, e, sealed, after)) {
		after = k->fields[f].name;
		canon_str(c, after, e->values[f]);
	}
}

struct str record_part_write(
	struct arena *a, const struct record_kind *k, const struct record_event *e, int part)
{
	struct buf out = { .a = a };
	struct canon c;

	if (part == RECORD_PART_ACTOR ? !e->account && !e->actor.n
				      : next_field(k, e, true, (struct str){ 0 }) < 0)
		return (struct str){ 0 };
	canon_begin(&c, &out);
	if (part == RECORD_PART_ACTOR) {
		canon_int(&c, S("account"), e->account);
		canon_str(&c, S("name"), e->actor);
	} else {
		put_fields(&c, k, e, true);
	}
	canon_end(&c);
	return buf_str(&out);
}

static void put_persons(struct canon *c, const struct str commitments[RECORD_PARTS])
{
	if (!commitments[RECORD_PART_ACTOR].n && !commitments[RECORD_PART_WORDS].n)
		return;
	canon_object(c, S("persons"));
	for (int p = 0; p < RECORD_PARTS; p++)
		if (commitments[p].n)
			canon_str(c, record_part_names[p], commitments[p]);
	canon_end(c);
}

void record_entry_write(struct buf *out, const struct record_kind *k, const struct record_event *e,
	const struct str commitments[RECORD_PARTS])
{
	struct canon c;

	canon_begin(&c, out);
	canon_str(&c, S("agency"), e->agency);
	canon_str(&c, S("by"), role_text(e->by));
	if (e->delegated)
		canon_bool(&c, S("delegated"), true);
	if (next_field(k, e, false, (struct str){ 0 }) >= 0) {
		canon_object(&c, S("facts"));
		put_fields(&c, k, e, false);
		canon_end(&c);
	}
	canon_str(&c, S("happened"), fmt_instant(out->a, e->happened));
	canon_str(&c, S("kind"), str_fmt(out->a, "%.*s.%.*s", ARG(k->name), ARG(k->verbs[e->verb].name)));
	put_persons(&c, commitments);
	if (e->record)
		canon_int(&c, S("record"), e->record);
	canon_str(&c, S("recorded"), fmt_instant(out->a, e->recorded));
	canon_int(&c, S("v"), RECORD_ENTRY_FORM);
	canon_end(&c);
}

static int field_of(const struct record_kind *k, struct str name)
{
	for (int f = 0; f < k->fields_n; f++)
		if (str_eq(k->fields[f].name, name))
			return f;
	return -1;
}

/* The members of "facts", whose opening was read. */
static bool read_facts(struct json_reader *r, const struct record_kind *k, struct record_event *e)
{
	struct json_token t;

	while (json_next(r, &t) && t.kind == JSON_STRING) {
		int f = field_of(k, t.key);

		if (f < 0)
			return false;
		e->values[f] = t.text;
	}
	return t.kind == JSON_CLOSE;
}

static bool read_persons(struct json_reader *r, struct str commitments[RECORD_PARTS])
{
	struct json_token t;

	while (json_next(r, &t) && t.kind == JSON_STRING && t.text.n == COMMITMENT_CHARS)
		for (int p = 0; p < RECORD_PARTS; p++)
			if (str_eq(t.key, record_part_names[p]))
				commitments[p] = t.text;
	return t.kind == JSON_CLOSE;
}

static bool read_kind(const struct record_kind *k, struct str text, struct record_event *e)
{
	if (!str_starts(text, k->name) || text.n <= k->name.n)
		return false;
	e->verb = record_verb_of(k, str_sub(text, k->name.n + 1, text.n));
	return e->verb >= 0;
}

static bool read_text(const struct record_kind *k, const struct json_token *t, struct record_event *e)
{
	if (str_eq(t->key, S("kind")))
		return read_kind(k, t->text, e);
	if (str_eq(t->key, S("happened")))
		return parse_time(t->text, 0, &e->happened);
	if (str_eq(t->key, S("recorded")))
		return parse_time(t->text, 0, &e->recorded);
	if (str_eq(t->key, S("by")))
		return role_from(t->text, &e->by);
	e->agency = t->text;
	return str_eq(t->key, S("agency"));
}

static bool read_member(const struct record_kind *k, const struct json_token *t, struct record_event *e)
{
	if (t->kind == JSON_STRING)
		return read_text(k, t, e);
	if (t->kind == JSON_TRUE) {
		e->delegated = true;
		return str_eq(t->key, S("delegated"));
	}
	if (!t->is_int || str_eq(t->key, S("v")))
		return t->is_int;
	e->record = t->number;
	return str_eq(t->key, S("record"));
}

static bool read_all(struct json_reader *r, const struct record_kind *k, struct record_event *e,
	struct str commitments[RECORD_PARTS])
{
	struct json_token t;

	if (!json_next(r, &t) || t.kind != JSON_OBJECT)
		return false;
	while (json_next(r, &t) && t.kind != JSON_CLOSE) {
		bool fits;

		if (t.kind == JSON_OBJECT)
			fits = str_eq(t.key, S("facts"))
				       ? read_facts(r, k, e)
				       : str_eq(t.key, S("persons")) && read_persons(r, commitments);
		else
			fits = read_member(k, &t, e);
		if (!fits)
			return false;
	}
	return t.kind == JSON_CLOSE;
}

bool record_entry_read(struct arena *a, const struct record_kind *k, struct str bytes,
	struct record_event *out, struct str commitments[RECORD_PARTS])
{
	struct record_event e = { .verb = -1 };
	struct str read[RECORD_PARTS] = { 0 };
	struct buf again = { .a = a };
	struct json_reader *r = NEW(a, struct json_reader);

	json_begin(r, a, bytes);
	if (!read_all(r, k, &e, read) || e.verb < 0 || e.by == ROLE_NOBODY)
		return false;
	record_entry_write(&again, k, &e, read);
	if (!str_eq(buf_str(&again), bytes)) /* another order, another spelling: not ours */
		return false;
	*out = e;
	memcpy(commitments, read, sizeof read);
	return true;
}

bool record_part_read(
	struct arena *a, const struct record_kind *k, int part, struct str data, struct record_event *e)
{
	struct json_token *members = NEW_ARRAY(a, struct json_token, PARTS_MEMBERS);
	size_t n;

	if (json_read_flat(a, data, members, PARTS_MEMBERS, &n) != JSON_FINE)
		return false;
	if (part == RECORD_PART_ACTOR)
		return json_find_int(members, n, S("account"), &e->account) &&
		       json_find_str(members, n, S("name"), &e->actor);
	for (size_t i = 0; i < n; i++) {
		int f = field_of(k, members[i].key);

		if (f < 0 || members[i].kind != JSON_STRING)
			return false;
		e->values[f] = members[i].text;
	}
	return true;
}

bool record_entry_is(const struct record_kind *k, struct str bytes)
{
	char room[64];
	struct buf mark = { .p = room, .cap = sizeof room };

	assert(k->name.n < 40);
	buf_add(&mark, S("\"kind\":\""));
	buf_add(&mark, k->name);
	buf_char(&mark, '.');
	return str_find(bytes, buf_str(&mark)) < bytes.n;
}
