/*
 * sql2c [--depfile FILE] SCHEMA… IN.sql OUT.h OUT.c
 * sql2c --list SCHEMA… IN.sql
 * SCHEMA is a directory (its *.sql in order) or a file. The second form prints, a line each, the name with
 * the types of its parameters as PREPARE of PostgreSQL wants them, a tab, the statement, a tab, the result's
 * types.
 *
 * IN.sql is headers, each followed by one statement and its semicolon; other comments are skipped:
 *	-- name(id, title text, cover blob) one text(label) blob(digest)
 *	SELECT id, ...;
 * Parameters are $1, $2, ... in this order, BIGINT unless marked; all must be used. exec returns no rows, one
 * exactly one (none is FAULT_NOT_FOUND), maybe one or none, many any number. Columns that stand in the schema
 * have its type and must be NOT NULL there; other expressions are BIGINT unless listed in text(...) or
 * blob(...), need AS, and must not become NULL: what can (SUM, MAX, a LEFT JOIN, CASE without ELSE) stands in
 * COALESCE, or is listed by who knows better. Each row's types are checked again when it is read. A header
 * may go on in the next comment line while a parenthesis is open, or with text( or blob( there.
 */
#include "sql2c.h"

#include <stdio.h>

static int usage(void)
{
	fputs("usage: sql2c [--depfile FILE] SCHEMA... IN.sql OUT.h OUT.c\n"
	      "       sql2c --list SCHEMA... IN.sql\n",
		stderr);
	return 2;
}

/* For ninja: the directory too, so that a new schema file is noticed. */
static void write_depfile(struct arena *a, const char *path, const char *out, const struct tool_paths *files)
{
	struct buf b = { .a = a };

	buf_fmt(&b, "%s:", out);
	for (size_t i = 0; i < files->n; i++)
		buf_fmt(&b, " %s", files->p[i]);
	buf_char(&b, '\n');
	tool_write(path, buf_str(&b));
}

static void read_source(struct source *s, const struct tool_paths *schema)
{
	struct sqlite3 *db = sql_schema(s->a, schema);

	if (!db) {
		s->errors++;
		return;
	}
	sql_parse(s, tool_read(s->a, s->path));
	sql_check(s, db);
	sql_close(db);
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	bool list = argc > 1 && strcmp(argv[1], "--list") == 0;
	const char *depfile = argc > 2 && strcmp(argv[1], "--depfile") == 0 ? argv[2] : NULL;
	int first = list ? 2 : depfile ? 3 : 1, last = list ? argc - 1 : argc - 3;
	struct tool_paths schema = { .a = &a }, seen = { .a = &a };

	if (last - first < 1)
		return usage();
	for (int i = first; i < last; i++) {
		tool_paths_add(&seen, argv[i]);
		if (tool_is_dir(argv[i]))
			tool_paths_list(&schema, argv[i], ".sql");
		else
			tool_paths_add(&schema, argv[i]);
	}
	struct source s = {
		.a = &a, .path = argv[last], .st = NEW_ARRAY(&a, struct statement, MAX_STATEMENTS)
	};
	struct buf h = { .a = &a }, c = { .a = &a };

	read_source(&s, &schema);
	if (s.errors)
		return 1;
	if (list) {
		sql_list(&s, &h);
		return fwrite(h.p, 1, h.n, stdout) == h.n && fflush(stdout) == 0 ? 0 : 1;
	}
	sql_write_header(&s, &h);
	sql_write_code(&s, tool_include(str_of(argv[last + 1])), &c);
	tool_write(argv[last + 1], buf_str(&h));
	tool_write(argv[last + 2], buf_str(&c));
	for (size_t i = 0; i < schema.n; i++)
		tool_paths_add(&seen, schema.p[i]);
	if (depfile)
		write_depfile(&a, depfile, argv[last + 1], &seen);
	return 0;
}
