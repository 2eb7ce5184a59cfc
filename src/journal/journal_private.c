/* The private parts: reading, erasing, and whether they are what their entries commit to. */
#include "journal/journal_private.h"
#include "journal/journal_sql.h"

const struct fault *journal_erase(
	struct db *db, int64_t position, struct str subject, instant now, bool *erased)
{
	TRY(journal_sql_erase_private(db, position, subject));
	*erased = db->changed > 0;
	return *erased ? journal_sql_add_erased(db, position, subject, now) : NULL;
}

/* The commitments of an entry: "persons":{"actor":"base64",…}. In canonical bytes this text stands outside of
 * strings only, for a quote inside of one has a backslash before it. */
static struct str persons_of(struct str bytes)
{
	static const char before[] = "\"persons\":{";
	size_t at = str_find(bytes, str_of(before));
	struct str rest = str_sub(bytes, at + sizeof before - 1, bytes.n);

	return at < bytes.n ? str_sub(rest, 0, str_find_char(rest, '}')) : (struct str){ 0 };
}

static struct str unquoted(struct str s)
{
	return s.n >= 2 ? str_sub(s, 1, s.n - 1) : (struct str){ 0 };
}

struct part {
	int64_t position;
	struct str subject, commitment;
};

static bool commits_to(
	struct arena *a, const struct part *p, const struct journal_sql_private_sealed_row *row)
{
	struct sha256 h = sha256_of(row->salt, row->data);
	struct buf text = { .a = a };

	add_base64(&text, (struct str){ (const char *)h.b, sizeof h.b });
	return str_eq(buf_str(&text), p->commitment);
}

must_check static const struct fault *examine_part(
	struct db *db, const struct part *p, struct journal_parts *out)
{
	struct journal_sql_private_sealed_row row = { 0 };
	struct journal_sql_erased_row gone;
	bool found, erased = false;

	TRY(journal_sql_private_sealed(db, p->position, p->subject, &row, &found));
	if (!found)
		TRY(journal_sql_erased(db, p->position, p->subject, &gone, &erased));
	out->kept += found;
	out->erased += erased;
	if (found && commits_to(db->a, p, &row))
		return NULL;
	if (!erased && out->bad < 0) {
		out->bad = p->position;
		out->lost = !found;
	}
	return NULL;
}

must_check static const struct fault *examine_entry(
	struct db *db, int64_t position, struct str bytes, struct journal_parts *out)
{
	struct str persons = persons_of(bytes), member, name;

	while (persons.n && str_cut(&persons, ',', &member)) {
		if (!str_cut(&member, ':', &name))
			continue;
		struct part p = { position, unquoted(name), unquoted(member) };
		TRY(examine_part(db, &p, out));
	}
	return NULL;
}

must_check static const struct fault *examine_all(struct db *db, struct journal_parts *out)
{
	JOURNAL_CURSOR c = { 0 };
	int64_t size;
	bool more;

	TRY(journal_size(db, &size));
	TRY(journal_read(db, 0, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		TRY(examine_entry(db, c.row.position, c.row.bytes, out));
		arena_reset(db->a);
	}
}

const struct fault *journal_examine_private(struct db *db, struct journal_parts *out)
{
	ARENA of_one = { 0 };
	struct arena *mine = db->a;
	struct journal_sql_private_count_row count;

	*out = (struct journal_parts){ .bad = -1 };
	TRY(journal_sql_private_count(db, &count));
	db->a = &of_one;
	const struct fault *f = examine_all(db, out);

	db->a = mine;
	out->loose = count.n - out->kept;
	return f ? FAULT(mine, f->kind, "%.*s", ARG(f->what)) : NULL;
}
