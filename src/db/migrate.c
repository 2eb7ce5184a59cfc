#include "db/migrate.h"

must_check static const struct fault *read_version(struct db *db, int *version)
{
	static const struct query tables = { "schema_table",
		"SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_migration'", 0, 1 };
	static const struct query count = { "schema_version", "SELECT COUNT(*) FROM schema_migration", 0, 1 };
	struct value v = { 0 };
	bool more;

	{
		CURSOR c = { 0 };
		TRY(db_start(db, &tables, NULL, &c));
		TRY(db_step(&c, &v, 1, &more));
	}
	*version = 0;
	if (!more || v.i == 0)
		return NULL;
	CURSOR c = { 0 };

	TRY(db_start(db, &count, NULL, &c));
	TRY(db_step(&c, &v, 1, &more));
	*version = more ? (int)v.i : 0;
	return NULL;
}

const struct fault *db_schema_version(struct db *db, int *version)
{
	return read_version(db, version);
}

/* BIGINT is what PostgreSQL calls 64 bits; SQLite makes a key the row's own number only when it is INTEGER.
 */
static const char *for_this_engine(struct arena *a, struct str sql)
{
	struct str from = S("BIGINT NOT NULL PRIMARY KEY"), to = S("INTEGER NOT NULL PRIMARY KEY");
	struct buf out = { .a = a };

	for (size_t at = str_find(sql, from); at < sql.n; at = str_find(sql, from)) {
		buf_add(&out, str_sub(sql, 0, at));
		buf_add(&out, to);
		sql = str_sub(sql, at + from.n, sql.n);
	}
	buf_add(&out, sql);
	return str_c(a, buf_str(&out));
}

must_check static const struct fault *apply(struct db *db, const struct migration *m, int number)
{
	static const struct query note = { "schema_note",
		"INSERT INTO schema_migration (number, name) VALUES ($1, $2)", 2, 0 };
	struct value in[] = { VALUE_OF_INT(number), VALUE_OF_TEXT(m->name) };

	TRY(db_script(db, for_this_engine(db->a, m->sql)));
	return db_exec(db, &note, in);
}

const struct fault *db_migrate(struct db *db, const struct migration *m, int n, int *applied)
{
	static const char *const table = "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER NOT "
					 "NULL PRIMARY KEY, name TEXT NOT NULL)";
	TX tx = { 0 };
	int version;

	TRY(tx_begin(db, &tx));
	TRY(db_script(db, table));
	TRY(read_version(db, &version));
	if (version > n)
		return FAULT(db->a, FAULT_CORRUPT,
			"the data are from a newer version of the program (%d > %d)", version, n);
	for (int i = version; i < n; i++)
		TRY(apply(db, &m[i], i + 1));
	*applied = n - version;
	return tx_commit(&tx);
}
