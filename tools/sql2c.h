#pragma once
/*
 * sql2c reads named statements, checks each against the schema and writes a typed C function of it.
 * Parsing is sql2c_parse.c, checking (the only file that sees SQLite) sql2c_check.c, writing sql2c_write.c.
 */
#include "tool.h"

enum { MAX_FIELDS = 64, MAX_STATEMENTS = 512, MAX_NAME_CHARS = 64 };
enum sql_type { TYPE_INT, TYPE_TEXT, TYPE_BLOB };
enum sql_kind { KIND_EXEC, KIND_ONE, KIND_MAYBE, KIND_MANY };
struct field {
	struct str name;
	enum sql_type type;
};
struct fields {
	struct field f[MAX_FIELDS];
	int n;
};
struct statement {
	struct str name;
	enum sql_kind kind;
	bool broken;           /* its header is */
	int line;              /* of its header */
	struct str body;       /* as it stands in the file */
	int body_line;         /* where the body begins */
	struct str text;       /* without comments and needless blanks, without the semicolon */
	struct fields in, out; /* parameters; columns, once checked */
	struct fields listed;  /* text(…) and blob(…) of the header */
};
struct source {
	struct arena *a;
	const char *path;
	struct statement *st; /* MAX_STATEMENTS */
	int n, errors;
};

/* "path:line: error: name: message" */
void sql_error(struct source *s, int line, struct str name, const char *fmt, ...) printf_like(4);
void sql_parse(struct source *s, struct str text);
bool sql_is_name(struct str s); /* [a-z][a-z0-9_]*, no word of C */

/* Cuts the next token off *rest: a word, a number, a quoted string, or one other character. Comments and
 * blanks are skipped. Empty at the end. */
struct str sql_token(struct str *rest);
bool sql_word(struct str token, struct str word); /* the same word whatever its case */
/* The statement on one line; *used is how much of body it took, with its semicolon; false without one. */
bool sql_one_line(struct arena *a, struct str body, struct str *text, size_t *used);
/* The expressions of the result columns; how many, at most MAX_FIELDS. */
int sql_results(struct str text, struct str *expressions);
/* Why the expression can be NULL in this statement, or an empty slice. */
struct str sql_null_reason(struct arena *a, struct str text, struct str expression, struct str table);

/* Builds the schema in memory from the files; false after saying what is wrong. */
struct sqlite3;
struct sqlite3 *sql_schema(struct arena *a, const struct tool_paths *files);
void sql_check(struct source *s, struct sqlite3 *db);
void sql_close(struct sqlite3 *db);

void sql_write_header(const struct source *s, struct buf *h);
void sql_write_code(const struct source *s, struct str include, struct buf *c);
void sql_list(const struct source *s, struct buf *out);
