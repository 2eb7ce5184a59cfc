#define _DEFAULT_SOURCE
#include "journal/journal_store.h"
#include "journal/journal_sql.h"
#include "base/limits.h"

#include <unistd.h>

enum { STORED_LEVELS = 3, LEVEL_STEP = 8 }; /* subtrees of 2^8, 2^16, 2^24 leaves are stored */

must_check static const struct fault *add_stored_nodes(
	struct db *db, int level, int64_t first, int64_t past, struct merkle *m)
{
	cleanup_with(journal_sql_nodes_end) struct journal_sql_nodes_rows rows = { 0 };
	bool more;

	TRY(journal_sql_nodes(db, level, first, past, &rows));
	for (;;) {
		TRY(journal_sql_nodes_next(&rows, &more));
		if (!more)
			return NULL;
		struct sha256 h;
		if (rows.row.hash.n != sizeof h.b || rows.row.number != m->size >> level)
			return FAULT(db->a, FAULT_CORRUPT, "journal node %d/%lld", level, (long long)m->size);
		memcpy(h.b, rows.row.hash.p, sizeof h.b);
		merkle_add_subtree(m, level, &h);
	}
}

const struct fault *journal_read(struct db *db, int64_t from, int64_t to, struct journal_cursor *c)
{
	struct journal_sql_read_rows rows = { 0 };

	TRY(journal_sql_read(db, from, to, &rows));
	*c = (struct journal_cursor){ .c = rows.cursor };
	return NULL;
}

const struct fault *journal_read_dossier(struct db *db, int64_t dossier, struct journal_cursor *c)
{
	struct journal_sql_read_dossier_rows rows = { 0 };

	TRY(journal_sql_read_dossier(db, dossier, &rows));
	*c = (struct journal_cursor){ .c = rows.cursor };
	return NULL;
}

/* Both statements have the same columns, so one cursor steps through either. */
const struct fault *journal_next(struct journal_cursor *c, bool *more)
{
	struct value v[4];

	TRY(db_step(&c->c, v, COUNT(v), more));
	if (*more)
		c->row = (struct journal_row){
			.position = v[0].i, .recorded = v[1].i, .dossier = v[2].i, .bytes = v[3].s
		};
	return NULL;
}

void journal_cursor_end(struct journal_cursor *c)
{
	cursor_end(&c->c);
}

/* The right edge of the first size entries: stored subtrees, largest first, then the last leaves. */
must_check static const struct fault *edge_at(struct db *db, int64_t size, struct merkle *m)
{
	JOURNAL_CURSOR c = { 0 };
	bool more;

	*m = (struct merkle){ 0 };
	for (int level = STORED_LEVELS * LEVEL_STEP; level > 0; level -= LEVEL_STEP)
		TRY(add_stored_nodes(db, level, m->size >> level, size >> level, m));
	TRY(journal_read(db, m->size, size, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			break;
		struct sha256 leaf = merkle_leaf(c.row.bytes);
		merkle_add(m, &leaf, NULL, NULL);
	}
	return m->size == size ? NULL
			       : FAULT(db->a, FAULT_CORRUPT, "journal has gaps before %lld", (long long)size);
}

const struct fault *journal_size(struct db *db, int64_t *size)
{
	struct journal_sql_size_row row;

	TRY(journal_sql_size(db, &row));
	*size = row.size;
	return NULL;
}

const struct fault *journal_open(struct db *db, struct journal *j)
{
	struct journal_sql_recorded_row last = { 0 };
	int64_t size;
	bool found;

	TRY(journal_size(db, &size));
	TRY(edge_at(db, size, &j->tree));
	TRY(journal_sql_recorded(db, size - 1, &last, &found));
	j->last_recorded = found ? last.recorded : INSTANT_NONE;
	return NULL;
}

const struct fault *journal_root(struct db *db, int64_t size, struct sha256 *root)
{
	struct merkle m;

	TRY(edge_at(db, size, &m));
	*root = merkle_root(&m);
	return NULL;
}

const struct fault *journal_size_at(struct db *db, instant t, int64_t *size)
{
	int64_t low = 0, high;
	bool found;

	TRY(journal_size(db, &high));
	while (low < high) { /* the time of record never decreases */
		int64_t middle = low + (high - low) / 2;
		struct journal_sql_recorded_row row = { 0 };
		TRY(journal_sql_recorded(db, middle, &row, &found));
		if (found && row.recorded <= t)
			low = middle + 1;
		else
			high = middle;
	}
	*size = low;
	return NULL;
}

struct journal_sealed journal_seal_with(
	struct str subject, struct str data, const char salt[JOURNAL_SALT_BYTES])
{
	struct journal_sealed s = { .subject = subject, .data = data };

	memcpy(s.salt, salt, sizeof s.salt);
	s.commitment = sha256_of((struct str){ s.salt, sizeof s.salt }, data);
	return s;
}

struct journal_sealed journal_seal(struct str subject, struct str data)
{
	char salt[JOURNAL_SALT_BYTES];

	if (getentropy(salt, sizeof salt) != 0)
		impossible(); /* the kernel always has entropy for 16 bytes */
	return journal_seal_with(subject, data, salt);
}

struct closed {
	struct db *db;
	const struct fault *fault;
};

static void store_node(void *arg, int level, int64_t number, const struct sha256 *hash)
{
	struct closed *c = arg;

	if (level == 0 || level % LEVEL_STEP || level > STORED_LEVELS * LEVEL_STEP || c->fault)
		return;
	c->fault = journal_sql_append_node(
		c->db, level, number, (struct str){ (const char *)hash->b, sizeof hash->b });
}

const struct fault *journal_append(
	struct db *db, struct journal *j, const struct journal_record *r, int64_t *position)
{
	int64_t at = j->tree.size;
	struct closed closed = { .db = db };

	assert(r->recorded >= j->last_recorded);
	assert(r->bytes.n > 0 && r->bytes.n <= LIMIT_ENTRY_BYTES);
	TRY(journal_sql_append(db, at, r->recorded, r->dossier, r->bytes));
	for (int i = 0; i < r->sealed_n; i++) {
		const struct journal_sealed *s = &r->sealed[i];
		TRY(journal_sql_append_private(
			db, at, s->subject, (struct str){ s->salt, sizeof s->salt }, s->data));
	}
	struct sha256 leaf = merkle_leaf(r->bytes);

	merkle_add(&j->tree, &leaf, store_node, &closed);
	TRY(closed.fault);
	j->last_recorded = r->recorded;
	j->revisions.entries++;
	j->revisions.content += !r->figures_alone;
	*position = at;
	return NULL;
}

const struct fault *journal_private(
	struct db *db, int64_t position, struct str subject, struct str *data, bool *found)
{
	struct journal_sql_private_row row = { 0 };

	TRY(journal_sql_private(db, position, subject, &row, found));
	if (*found)
		*data = row.data;
	return NULL;
}

const struct fault *journal_rehash(struct db *db, struct journal *j)
{
	JOURNAL_CURSOR c = { 0 };
	struct closed closed = { .db = db };
	struct merkle m = { 0 };
	bool more;

	TRY(journal_sql_clear_nodes(db));
	TRY(journal_read(db, 0, INT64_MAX, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			break;
		struct sha256 leaf = merkle_leaf(c.row.bytes);
		merkle_add(&m, &leaf, store_node, &closed);
		if (closed.fault)
			return closed.fault;
	}
	j->tree = m;
	return NULL;
}
