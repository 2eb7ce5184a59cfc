/* The only file of sql2c that sees SQLite. */
#include "sql2c.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static struct str column_str(sqlite3_stmt *st, int i)
{
	return str_of((const char *)sqlite3_column_text(st, i));
}

static bool type_of(struct str declared, enum sql_type *type)
{
	static const struct str names[] = { S_INIT("BIGINT"), S_INIT("TEXT"), S_INIT("BLOB") };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (sql_word(declared, names[i])) {
			*type = (enum sql_type)i;
			return true;
		}
	}
	return false;
}

/* The house's rules for columns: three types, NOT NULL. How many break them; each is said once. */
static int bad_columns(sqlite3 *db, const char *path)
{
	static const char all[] =
		"SELECT t.name, c.name, c.type, c.\"notnull\" FROM pragma_table_list AS t,"
		" pragma_table_info(t.name) AS c"
		" WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
		" ORDER BY t.name, c.cid";
	sqlite3_stmt *st;
	enum sql_type type;
	int bad = 0;

	if (sqlite3_prepare_v2(db, all, -1, &st, NULL) != SQLITE_OK)
		tool_die("%s", sqlite3_errmsg(db));
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct str table = column_str(st, 0), column = column_str(st, 1),
			   declared = column_str(st, 2);
		const char *what = !type_of(declared, &type)   ? "the type must be BIGINT, TEXT or BLOB"
				   : sqlite3_column_int(st, 3) ? NULL
							       : "must be NOT NULL: use a sentinel (0, '')";
		if (!what)
			continue;
		fprintf(stderr, "%s: error: %.*s.%.*s: %s\n", path, ARG(table), ARG(column), what);
		bad++;
	}
	sqlite3_finalize(st);
	return bad;
}

static int line_at(struct str text, int offset)
{
	int line = 1;

	for (int i = 0; i < offset && (size_t)i < text.n; i++)
		line += text.p[i] == '\n';
	return line;
}

static bool run_script(struct arena *a, sqlite3 *db, const char *path)
{
	struct str text = tool_read(a, path);
	const char *rest = text.p;
	sqlite3_stmt *st;

	while (rest && *rest) {
		const char *from = rest;
		if (sqlite3_prepare_v2(db, from, -1, &st, &rest) != SQLITE_OK ||
			(st && sqlite3_step(st) != SQLITE_DONE)) {
			int offset = sqlite3_error_offset(db);
			fprintf(stderr, "%s:%d: error: %s\n", path,
				line_at(text, (int)(from - text.p) + (offset > 0 ? offset : 0)),
				sqlite3_errmsg(db));
			sqlite3_finalize(st);
			return false;
		}
		sqlite3_finalize(st);
	}
	return true;
}

struct sqlite3 *sql_schema(struct arena *a, const struct tool_paths *files)
{
	sqlite3 *db;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		tool_die("SQLite does not open");
	/* "oficer" shall be a column that does not exist, not a string. */
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)NULL);
	for (size_t i = 0; i < files->n; i++) {
		if (run_script(a, db, files->p[i]) && bad_columns(db, files->p[i]) == 0)
			continue;
		sqlite3_close(db);
		return NULL;
	}
	return db;
}

void sql_close(struct sqlite3 *db)
{
	sqlite3_close(db);
}

/* The parameters must be exactly $1 … $n. SQLite takes $1 as a name, so it may not count on their order. */
static void check_parameters(struct source *s, const struct statement *st, sqlite3_stmt *q)
{
	int n = sqlite3_bind_parameter_count(q), highest = 0;

	for (int i = 1; i <= n; i++) {
		struct str name = str_of(sqlite3_bind_parameter_name(q, i));
		int64_t number = 0;

		if (!name.n || name.p[0] != '$' || !str_int(str_sub(name, 1, name.n), &number) ||
			number < 1 || number > MAX_FIELDS) {
			sql_error(s, st->body_line, st->name, "parameter %s%.*s: write $1, $2, …",
				name.n ? "" : "?", ARG(name));
			return;
		}
		highest = number > highest ? (int)number : highest;
	}
	if (highest > st->in.n) {
		sql_error(s, st->body_line, st->name, "takes %d parameters, its statement uses $%d", st->in.n,
			highest);
		return;
	}
	for (int i = 1; i <= st->in.n; i++) {
		if (sqlite3_bind_parameter_index(q, str_fmt(s->a, "$%d", i).p) == 0)
			sql_error(s, st->line, st->name, "parameter %.*s ($%d) is not used",
				ARG(st->in.f[i - 1].name), i);
	}
}

static const struct field *find(const struct fields *fields, struct str name)
{
	for (int i = 0; i < fields->n; i++)
		if (str_eq(fields->f[i].name, name))
			return &fields->f[i];
	return NULL;
}

/* Type of a column, and whether it may be NULL: what the header lists is promised, the rest is looked up. */
static void check_column(
	struct source *s, struct statement *st, sqlite3_stmt *q, int i, struct str expression)
{
	struct field f = { .name = str_dup(s->a, str_of(sqlite3_column_name(q, i))) };
	const char *table = sqlite3_column_table_name(q, i), *origin = sqlite3_column_origin_name(q, i),
		   *declared;
	const struct field *listed = find(&st->listed, f.name);
	struct str from = { 0 };

	if (!sql_is_name(f.name)) {
		sql_error(s, st->body_line, st->name,
			"column %d ('%.*s') needs a name: AS … (small letters, no word of C)", i + 1,
			ARG(f.name));
		return;
	}
	if (find(&st->out, f.name))
		sql_error(s, st->body_line, st->name, "two columns are called %.*s", ARG(f.name));
	if (table && origin) {
		sqlite3_table_column_metadata(
			sqlite3_db_handle(q), "main", table, origin, &declared, NULL, NULL, NULL, NULL);
		if (!type_of(str_of(declared), &f.type))
			sql_error(s, st->body_line, st->name, "column %.*s has the type %s", ARG(f.name),
				declared);
		if (str_find_char(expression, '.') == expression.n)
			from = str_of(table);
	}
	if (listed && table && listed->type != f.type)
		sql_error(s, st->line, st->name, "column %.*s is listed with another type than its schema's",
			ARG(f.name));
	if (listed)
		f.type = listed->type;
	struct str reason = listed ? (struct str){ 0 } : sql_null_reason(s->a, st->text, expression, from);
	if (reason.n)
		sql_error(s, st->body_line, st->name, "column %.*s may be NULL (%.*s): use COALESCE",
			ARG(f.name), ARG(reason));
	st->out.f[st->out.n++] = f;
}

static void check_columns(struct source *s, struct statement *st, sqlite3_stmt *q)
{
	struct str expressions[MAX_FIELDS];
	int n = sqlite3_column_count(q);

	if ((n == 0) != (st->kind == KIND_EXEC)) {
		sql_error(s, st->line, st->name,
			n ? "returns rows: it is one, maybe or many, not exec"
			  : "returns no rows: it is exec");
		return;
	}
	if (!n)
		return;
	if (n > MAX_FIELDS || sql_results(st->text, expressions) != n) {
		sql_error(s, st->body_line, st->name, "name the result columns one by one instead of *");
		return;
	}
	for (int i = 0; i < n; i++)
		check_column(s, st, q, i, expressions[i]);
	for (int i = 0; i < st->listed.n; i++)
		if (!find(&st->out, st->listed.f[i].name))
			sql_error(s, st->line, st->name, "there is no column %.*s to list",
				ARG(st->listed.f[i].name));
}

static void check_statement(struct source *s, struct statement *st, sqlite3 *db)
{
	sqlite3_stmt *q = NULL;
	struct str rest = st->text, token;

	if (sqlite3_prepare_v2(db, st->body.p, (int)st->body.n, &q, NULL) != SQLITE_OK) {
		int offset = sqlite3_error_offset(db);

		sql_error(
			s, st->body_line + line_at(st->body, offset) - 1, st->name, "%s", sqlite3_errmsg(db));
		return;
	}
	while ((token = sql_token(&rest)).n)
		if (sql_word(token, S("right")) || sql_word(token, S("full")))
			sql_error(s, st->body_line, st->name,
				"no RIGHT or FULL JOIN: turn it into a LEFT JOIN");
	check_parameters(s, st, q);
	check_columns(s, st, q);
	sqlite3_finalize(q);
}

void sql_check(struct source *s, struct sqlite3 *db)
{
	for (int i = 0; i < s->n; i++)
		if (s->st[i].text.n && !s->st[i].broken)
			check_statement(s, &s->st[i], db);
}
