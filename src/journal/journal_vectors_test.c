/* Holds the journal against docs/journal-vectors.json, read from the text that is published. */
#include "dossier/dossier_entry.h"
#include "journal/journal_store.h"
#include "journal/journal_vectors.h"
#include "json/canon.h"
#include "json/json_read.h"
#include "tests/t.h"

enum { ENTRIES = 3, PARTS = 3 };

struct part {
	int64_t entry;
	struct str subject, salt, data, commitment;
};
struct published {
	struct str bytes[ENTRIES], leaves[ENTRIES], roots[ENTRIES + 1];
	struct part parts[PARTS];
	int entries_n, roots_n, parts_n;
};

static struct json_token next(struct json_reader *r)
{
	struct json_token t;

	(void)!json_next(r, &t);
	CHECK(t.kind != JSON_BAD);
	return t;
}

/* The next member or element; false at the end of what is open. */
static bool inside(struct json_reader *r, struct json_token *t)
{
	*t = next(r);
	return t->kind != JSON_CLOSE && t->kind != JSON_BAD && t->kind != JSON_END;
}

static void read_entry(struct json_reader *r, struct published *p)
{
	struct json_token t;

	while (inside(r, &t))
		*(str_eq(t.key, S("bytes")) ? &p->bytes[p->entries_n] : &p->leaves[p->entries_n]) = t.text;
	p->entries_n++;
}

static void read_part(struct json_reader *r, struct published *p)
{
	struct part *part = &p->parts[p->parts_n++];
	struct json_token t;

	while (inside(r, &t)) {
		if (str_eq(t.key, S("entry")))
			part->entry = t.number;
		else if (str_eq(t.key, S("subject")))
			part->subject = t.text;
		else if (str_eq(t.key, S("salt")))
			part->salt = t.text;
		else if (str_eq(t.key, S("data")))
			part->data = t.text;
		else
			part->commitment = t.text;
	}
}

static void read_list(struct json_reader *r, struct str key, struct published *p)
{
	struct json_token t;

	while (inside(r, &t)) {
		if (str_eq(key, S("entries")) && p->entries_n < ENTRIES)
			read_entry(r, p);
		else if (str_eq(key, S("parts")) && p->parts_n < PARTS)
			read_part(r, p);
		else if (str_eq(key, S("roots")) && p->roots_n <= ENTRIES)
			p->roots[p->roots_n++] = t.text;
		else
			CHECK_STR(key, S("nothing more than this test expects"));
	}
}

static struct published published(struct arena *a)
{
	struct published p = { 0 };
	struct json_reader r;
	struct json_token t;

	CHECK_INT(journal_vectors_n, 1);
	json_begin(&r, a, journal_vectors[0].raw);
	CHECK_INT(next(&r).kind, JSON_OBJECT);
	while (inside(&r, &t))
		if (t.kind == JSON_ARRAY)
			read_list(&r, t.key, &p);
	CHECK_INT(p.entries_n, ENTRIES);
	CHECK_INT(p.roots_n, ENTRIES + 1);
	CHECK_INT(p.parts_n, PARTS);
	return p;
}

static void check_hash(struct sha256 h, struct str want)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	add_base64(&b, (struct str){ (char *)h.b, sizeof h.b });
	CHECK_STR(buf_str(&b), want);
}

TEST(published_leaves_and_roots_hold)
{
	ARENA a = { 0 };
	struct published p = published(&a);
	struct merkle m = { 0 };

	check_hash(merkle_root(&m), p.roots[0]);
	for (int i = 0; i < p.entries_n; i++) {
		struct sha256 leaf = merkle_leaf(p.bytes[i]);
		CHECK(json_is_canonical(p.bytes[i]));
		check_hash(leaf, p.leaves[i]);
		merkle_add(&m, &leaf, NULL, NULL);
		check_hash(merkle_root(&m), p.roots[i + 1]);
	}
}

TEST(published_commitments_hold_and_stand_in_their_entries)
{
	ARENA a = { 0 };
	struct published p = published(&a);

	for (int i = 0; i < p.parts_n; i++) {
		const struct part *part = &p.parts[i];
		struct str salt = { 0 }, entry = p.bytes[part->entry];
		struct buf member = { .a = &a };
		CHECK(base64_decode(&a, part->salt, &salt));
		if (!CHECK(salt.n == JOURNAL_SALT_BYTES))
			return;
		check_hash(journal_seal_with(part->subject, part->data, salt.p).commitment, part->commitment);
		buf_fmt(&member, "\"%.*s\":\"%.*s\"", ARG(part->subject), ARG(part->commitment));
		CHECK(str_find(entry, buf_str(&member)) < entry.n);
	}
}

TEST(published_entries_are_the_life_of_a_dossier)
{
	ARENA a = { 0 };
	struct published p = published(&a);
	struct dossier d = { 0 };

	for (int i = 0; i < p.entries_n; i++) {
		struct dossier_event e;
		if (!CHECK(dossier_entry_read(&a, p.bytes[i], &e) == ENTRY_DOSSIER) ||
			!CHECK(dossier_fits(&d, &e)))
			return;
		d = dossier_apply(d, &e);
	}
	CHECK_INT(d.state, DOSSIER_RESOLVED);
	CHECK_INT(d.outcome, OUTCOME_REFUSED);
}
