#pragma once
/*
 * The database as the rest of the program sees it. All SQL stands in .sql files; tools/sql2c makes typed
 * functions of them that call what is declared here. The same text runs on SQLite and on PostgreSQL:
 * parameters are $1, $2, …; types are BIGINT, TEXT and BLOB (BYTEA there).
 */
#include "base/base.h"

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB };
struct value {
	enum value_kind kind;
	union {
		int64_t i;
		struct str s;
	};
};
#define VALUE_OF_INT(x) ((struct value){ .kind = VALUE_INT, .i = (x) })
#define VALUE_OF_TEXT(x) ((struct value){ .kind = VALUE_TEXT, .s = (x) })
#define VALUE_OF_BLOB(x) ((struct value){ .kind = VALUE_BLOB, .s = (x) })

/* A named statement; the only SQL there is. Prepared once per connection and kept (by the address of the
 * query). */
struct query {
	const char *name, *text;
	int parameters, columns;
};

/* One connection, used by one thread at a time. a is the arena of whoever uses it now: faults and copied
 * rows go there; set it before use. */
struct db {
	struct arena *a;
	struct db_engine *engine; /* db_sqlite.c's own */
	int64_t changed;          /* rows the last statement changed */
	bool undo;                /* see db_undo() */
};

enum db_mode { DB_READ, DB_WRITE };
/* Opens path (":memory:" for tests). DB_READ connections cannot write. */
must_check const struct fault *db_open(struct arena *a, const char *path, enum db_mode mode, struct db *db);
void db_close(struct db *db);
#define DB cleanup_with(db_close) struct db

/* Runs a script of several statements: migrations and tests only. */
must_check const struct fault *db_script(struct db *db, const char *sql);

/* For tests of failure points: the connection fails after so many steps of its engine's machine; 0: never. */
void db_fail_after(struct db *db, int64_t steps);

/* A running statement. Slices that db_step hands out are valid until the next step or the end. */
struct cursor {
	struct db *db;
	void *statement;
	void *cached; /* the engine's own: where to give the statement back */
};
must_check const struct fault *db_start(
	struct db *db, const struct query *q, const struct value *in, struct cursor *c);
/* *more tells whether row was filled with n values. */
must_check const struct fault *db_step(struct cursor *c, struct value *row, int n, bool *more);
void cursor_end(struct cursor *c);
#define CURSOR cleanup_with(cursor_end) struct cursor
/* Start, step to the end, close: for statements without rows. */
must_check const struct fault *db_exec(struct db *db, const struct query *q, const struct value *in);
/* A copy in db->a, for rows that outlive their cursor. */
static inline struct str db_keep(struct db *db, struct str s)
{
	return str_dup(db->a, s);
}

/* A transaction that rolls back unless tx_commit() was reached. DB_WRITE connections take the write lock at
 * once. A failed commit that may have happened is FAULT_UNSURE. */
struct tx {
	struct db *db;
	bool open;
};
must_check const struct fault *tx_begin(struct db *db, struct tx *tx);
must_check const struct fault *tx_commit(struct tx *tx);
void tx_end(struct tx *tx);
#define TX cleanup_with(tx_end) struct tx

/* A part of a transaction that can be taken back alone. */
must_check const struct fault *savepoint_begin(struct db *db, struct tx *sp);
must_check const struct fault *savepoint_keep(struct tx *sp);
void savepoint_end(struct tx *sp);
#define SAVEPOINT cleanup_with(savepoint_end) struct tx
/* Called inside a command: its changes are taken back although no fault happened (a dry run, errors found).
 */
static inline void db_undo(struct db *db)
{
	db->undo = true;
}
