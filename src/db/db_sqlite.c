/* SQLite behind db.h: the only file that sees sqlite3.h. */
#include "db/backup.h"

#include <sqlite3.h>
#include <stdio.h>

enum { CACHE_SLOTS = 512, BUSY_MS = 5000 };

struct cached {
	const struct query *q;
	sqlite3_stmt *st;
	bool busy; /* a cursor is open on it */
};
struct db_engine {
	sqlite3 *handle;
	enum db_mode mode;
	struct cached cache[CACHE_SLOTS]; /* by address of the query, open addressing */
	int64_t steps_left;               /* see db_fail_after */
};

static enum fault_kind kind_of(int rc)
{
	switch (rc & 0xff) {
	case SQLITE_FULL: return FAULT_FULL;
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return FAULT_BUSY;
	case SQLITE_CONSTRAINT: return FAULT_CONFLICT;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB: return FAULT_CORRUPT;
	default: return FAULT_IO;
	}
}

/* errmsg may quote values in rare cases (constraint names do not), so only the code's own words are kept. */
static const struct fault *failed(struct db *db, const char *what)
{
	int rc = sqlite3_extended_errcode(db->engine->handle);
	int system = sqlite3_system_errno(db->engine->handle);

	return FAULT(db->a, kind_of(rc), "%s: %s (sqlite %d, errno %d)", what,
		sqlite3_errmsg(db->engine->handle), rc, system);
}

must_check static const struct fault *prepare_connection(struct db *db, enum db_mode mode)
{
	static const char *const common =
		"PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-2000;";
	sqlite3 *h = db->engine->handle;

	sqlite3_extended_result_codes(h, 1);
	sqlite3_busy_timeout(h, BUSY_MS);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	TRY(db_script(db, common));
	if (mode == DB_READ)
		return db_script(db, "PRAGMA query_only=ON;");
	return db_script(db, "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA "
			     "wal_autocheckpoint=4000;PRAGMA cache_size=-8000;"
			     /* what is erased is overwritten, not only unlinked */
			     "PRAGMA secure_delete=ON;");
}

const struct fault *db_open(struct arena *a, const char *path, enum db_mode mode, struct db *db)
{
	int flags = mode == DB_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;

	*db = (struct db){ .a = a, .engine = NEW(a, struct db_engine) };
	db->engine->mode = mode;
	if (sqlite3_open_v2(path, &db->engine->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return failed(db, "open");
	return prepare_connection(db, mode);
}

void db_close(struct db *db)
{
	if (!db->engine)
		return;
	for (size_t i = 0; i < CACHE_SLOTS; i++)
		sqlite3_finalize(db->engine->cache[i].st);
	sqlite3_close(db->engine->handle);
	db->engine = NULL;
}

const struct fault *db_script(struct db *db, const char *sql)
{
	return sqlite3_exec(db->engine->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? NULL
										    : failed(db, "script");
}

static int count_down(void *arg)
{
	struct db_engine *e = arg;

	return --e->steps_left < 0;
}

void db_fail_after(struct db *db, int64_t steps)
{
	db->engine->steps_left = steps;
	sqlite3_progress_handler(db->engine->handle, 1, steps ? count_down : NULL, db->engine);
}

/* The slot of q, or the empty slot where it belongs; NULL when the table is full. */
static struct cached *slot_of(struct db_engine *e, const struct query *q)
{
	size_t at = (uintptr_t)q / 16 * 31 % CACHE_SLOTS;

	for (size_t i = 0; i < CACHE_SLOTS; i++, at = (at + 1) % CACHE_SLOTS)
		if (!e->cache[at].q || e->cache[at].q == q)
			return &e->cache[at];
	return NULL;
}

must_check static const struct fault *prepare(struct db *db, const struct query *q, struct cursor *c)
{
	struct cached *slot = slot_of(db->engine, q);

	if (slot && slot->st && !slot->busy) {
		slot->busy = true;
		c->statement = slot->st;
		c->cached = slot;
		return NULL;
	}
	bool keep = slot && !slot->st;
	unsigned flags = keep ? SQLITE_PREPARE_PERSISTENT : 0;

	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v3(db->engine->handle, q->text, -1, flags, &st, NULL) != SQLITE_OK)
		return failed(db, q->name);
	c->statement = st;
	if (keep) {
		*slot = (struct cached){ q, st, true };
		c->cached = slot;
	}
	return NULL;
}

static int bind(sqlite3_stmt *st, int at, const struct value *v)
{
	switch (v->kind) {
	case VALUE_NULL: return sqlite3_bind_null(st, at);
	case VALUE_INT: return sqlite3_bind_int64(st, at, v->i);
	case VALUE_TEXT:
		return sqlite3_bind_text64(st, at, v->s.p ? v->s.p : "", v->s.n, SQLITE_STATIC, SQLITE_UTF8);
	case VALUE_BLOB: return sqlite3_bind_blob64(st, at, v->s.p ? v->s.p : "", v->s.n, SQLITE_STATIC);
	}
	impossible();
}

/* SQLite numbers $1, $2 … by first appearance, so each is looked up by its name. */
const struct fault *db_start(struct db *db, const struct query *q, const struct value *in, struct cursor *c)
{
	*c = (struct cursor){ .db = db };
	TRY(prepare(db, q, c));
	sqlite3_stmt *st = c->statement;

	for (int i = 0; i < q->parameters; i++) {
		const char *name = sqlite3_bind_parameter_name(st, i + 1);
		int number = 0;
		for (const char *p = name + 1; *p; p++)
			number = number * 10 + (*p - '0');
		assert(number >= 1 && number <= q->parameters);
		if (bind(st, i + 1, &in[number - 1]) != SQLITE_OK)
			return failed(db, q->name);
	}
	return NULL;
}

static void read_column(sqlite3_stmt *st, int i, struct value *v)
{
	switch (sqlite3_column_type(st, i)) {
	case SQLITE_INTEGER: *v = VALUE_OF_INT(sqlite3_column_int64(st, i)); break;
	case SQLITE_TEXT:
		*v = VALUE_OF_TEXT(((struct str){ (const char *)sqlite3_column_text(st, i), 0 }));
		v->s.n = (size_t)sqlite3_column_bytes(st, i);
		break;
	case SQLITE_BLOB:
		*v = VALUE_OF_BLOB(((struct str){ sqlite3_column_blob(st, i), 0 }));
		v->s.n = (size_t)sqlite3_column_bytes(st, i);
		break;
	default: *v = (struct value){ .kind = VALUE_NULL };
	}
}

const struct fault *db_step(struct cursor *c, struct value *row, int n, bool *more)
{
	int rc = sqlite3_step(c->statement);

	*more = rc == SQLITE_ROW;
	if (rc == SQLITE_DONE)
		c->db->changed = sqlite3_changes64(c->db->engine->handle);
	else if (rc != SQLITE_ROW)
		return failed(c->db, "step");
	for (int i = 0; *more && i < n; i++)
		read_column(c->statement, i, &row[i]);
	return NULL;
}

void cursor_end(struct cursor *c)
{
	struct cached *slot = c->cached;

	if (slot) {
		sqlite3_reset(c->statement);
		slot->busy = false;
	} else if (c->statement) {
		sqlite3_finalize(c->statement);
	}
	c->statement = c->cached = NULL;
}

const struct fault *db_exec(struct db *db, const struct query *q, const struct value *in)
{
	CURSOR c = { 0 };
	bool more = true;

	TRY(db_start(db, q, in, &c));
	while (more)
		TRY(db_step(&c, NULL, 0, &more));
	return NULL;
}

const struct fault *tx_begin(struct db *db, struct tx *tx)
{
	*tx = (struct tx){ .db = db };
	TRY(db_script(db, db->engine->mode == DB_WRITE ? "BEGIN IMMEDIATE" : "BEGIN"));
	tx->open = true;
	return NULL;
}

const struct fault *tx_commit(struct tx *tx)
{
	const struct fault *f = db_script(tx->db, "COMMIT");

	/* SQLite can report an error after it has committed: then nobody knows. */
	tx->open = f && !sqlite3_get_autocommit(tx->db->engine->handle);
	if (!f || tx->open)
		return f;
	return FAULT(tx->db->a, FAULT_UNSURE, "%.*s", ARG(f->what));
}

void tx_end(struct tx *tx)
{
	/* A failed statement may have rolled back by itself. */
	if (tx->open && !sqlite3_get_autocommit(tx->db->engine->handle))
		(void)!db_script(tx->db, "ROLLBACK");
	tx->open = false;
}

const struct fault *savepoint_begin(struct db *db, struct tx *sp)
{
	*sp = (struct tx){ .db = db };
	TRY(db_script(db, "SAVEPOINT command"));
	sp->open = true;
	return NULL;
}

const struct fault *savepoint_keep(struct tx *sp)
{
	sp->open = false;
	return db_script(sp->db, "RELEASE command");
}

void savepoint_end(struct tx *sp)
{
	if (sp->open && !sqlite3_get_autocommit(sp->db->engine->handle))
		(void)!db_script(sp->db, "ROLLBACK TO command; RELEASE command");
	sp->open = false;
}

enum { BACKUP_PAGES = 2000 };

must_check static const struct fault *copy_pages(struct db *db, sqlite3 *to)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", db->engine->handle, "main");
	int rc = b ? SQLITE_OK : SQLITE_ERROR;

	while (rc == SQLITE_OK)
		rc = sqlite3_backup_step(b, BACKUP_PAGES);
	if (b && sqlite3_backup_finish(b) != SQLITE_OK && rc == SQLITE_DONE)
		rc = SQLITE_ERROR;
	if (rc == SQLITE_DONE)
		return NULL;
	return FAULT(db->a, kind_of(rc), "backup: %s", sqlite3_errmsg(to));
}

/* Begins to read, so that the state that is copied is that of this moment however long it takes: without it
 * every commit of another process would begin the copy anew. */
must_check static const struct fault *hold_state(struct db *db, struct tx *tx)
{
	static const struct query look = { "hold_state", "SELECT COUNT(*) FROM sqlite_master", 0, 1 };

	TRY(tx_begin(db, tx));
	return db_exec(db, &look, NULL);
}

const struct fault *db_backup(struct db *db, const char *path)
{
	TX tx = { 0 };
	sqlite3 *to = NULL;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE;
	const struct fault *f = hold_state(db, &tx);

	if (f)
		return f;
	if (sqlite3_open_v2(path, &to, flags, NULL) != SQLITE_OK)
		f = FAULT(db->a, FAULT_IO, "backup: %s", sqlite3_errmsg(to));
	else
		f = copy_pages(db, to);
	if (sqlite3_close(to) != SQLITE_OK && !f)
		f = FAULT(db->a, FAULT_IO, "backup: the copy does not close");
	return f;
}

const struct fault *db_check(struct db *db, bool *sound, struct str *complaint)
{
	static const struct query check = { "integrity_check", "PRAGMA integrity_check(1)", 0, 1 };
	CURSOR c = { 0 };
	struct value v = { 0 };
	bool more;

	TRY(db_start(db, &check, NULL, &c));
	TRY(db_step(&c, &v, 1, &more));
	*complaint = more ? db_keep(db, v.s) : S("no answer");
	*sound = str_eq(*complaint, S("ok"));
	return NULL;
}
