/*
 * bench_rows IN.db OUT.db: the yardstick of the import. Reads every row of the tables that an import fills,
 * then inserts them into empty tables of the same schema with prepared statements in one transaction, and
 * prints the seconds and the processor seconds that took, COMMIT included. Nothing else is done: no law, no
 * hashing, no looking up.
 */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TABLES "'journal_entry','journal_private','journal_node','dossier','dossier_code_counter'"

enum { MAX_ROWS = 8000000, SQL_BYTES = 2000 };

/* A row to insert: its statement and its values, kept by SQLite. */
struct row {
	sqlite3_stmt *insert;
	sqlite3_value **values;
	int n;
};

static void check(int rc, sqlite3 *db)
{
	if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW)
		return;
	(void)!fprintf(stderr, "bench_rows: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static double now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run(sqlite3 *db, const char *sql)
{
	check(sqlite3_exec(db, sql, NULL, NULL, NULL), db);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;

	check(sqlite3_prepare_v2(db, sql, -1, &st, NULL), db);
	return st;
}

/* The schema of these tables, with their indexes. */
static void copy_schema(sqlite3 *in, sqlite3 *out)
{
	sqlite3_stmt *st =
		prepare(in, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (" TABLES
			    ") ORDER BY type DESC");

	while (sqlite3_step(st) == SQLITE_ROW)
		run(out, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
}

static sqlite3_stmt *prepare_insert(sqlite3 *out, const char *table, int columns)
{
	char sql[SQL_BYTES];
	int n = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table);

	for (int i = 1; i < columns; i++)
		n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
	(void)!snprintf(sql + n, sizeof sql - (size_t)n, ")");
	return prepare(out, sql);
}

static size_t keep_rows(sqlite3 *in, sqlite3 *out, const char *table, struct row *rows, size_t n)
{
	char sql[SQL_BYTES];

	(void)!snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY rowid", table);
	sqlite3_stmt *st = prepare(in, sql);
	int columns = sqlite3_column_count(st);
	sqlite3_stmt *insert = prepare_insert(out, table, columns);

	for (; n < MAX_ROWS && sqlite3_step(st) == SQLITE_ROW; n++) {
		rows[n] = (struct row){ insert, calloc((size_t)columns, sizeof(sqlite3_value *)), columns };
		for (int i = 0; i < columns; i++)
			rows[n].values[i] = sqlite3_value_dup(sqlite3_column_value(st, i));
	}
	sqlite3_finalize(st);
	return n;
}

static void insert_all(sqlite3 *out, const struct row *rows, size_t n)
{
	double start = now(CLOCK_MONOTONIC), busy = now(CLOCK_PROCESS_CPUTIME_ID);

	run(out, "BEGIN IMMEDIATE");
	for (size_t k = 0; k < n; k++) {
		for (int i = 0; i < rows[k].n; i++)
			check(sqlite3_bind_value(rows[k].insert, i + 1, rows[k].values[i]), out);
		check(sqlite3_step(rows[k].insert), out);
		check(sqlite3_reset(rows[k].insert), out);
	}
	run(out, "COMMIT");
	printf("%.3f %.3f\n", now(CLOCK_MONOTONIC) - start, now(CLOCK_PROCESS_CPUTIME_ID) - busy);
}

int main(int argc, char **argv)
{
	sqlite3 *in = NULL, *out = NULL;
	struct row *rows = calloc(MAX_ROWS, sizeof *rows);
	size_t n = 0;

	if (argc != 3 || !rows)
		return 2;
	check(sqlite3_open_v2(argv[1], &in, SQLITE_OPEN_READWRITE, NULL), in);
	check(sqlite3_open(argv[2], &out), out);
	copy_schema(in, out);
	run(out, "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA wal_autocheckpoint=4000;"
		 "PRAGMA cache_size=-8000");
	sqlite3_stmt *tables =
		prepare(in, "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN (" TABLES ")");
	while (sqlite3_step(tables) == SQLITE_ROW)
		n = keep_rows(in, out, (const char *)sqlite3_column_text(tables, 0), rows, n);
	insert_all(out, rows, n);
	return 0; /* the process ends: what it holds goes with it */
}
