#include "sql2c.h"

static struct str prefix_of(const struct source *s)
{
	return tool_stem(str_of(s->path));
}

static struct str c_type(enum sql_type t)
{
	return t == TYPE_INT ? S("int64_t ") : S("struct str ");
}

static struct str full_name(const struct source *s, const struct statement *st)
{
	return str_fmt(s->a, "%.*s_sql_%.*s", ARG(prefix_of(s)), ARG(st->name));
}

static void write_signature(struct buf *b, const struct statement *st, struct str name)
{
	buf_fmt(b, "const struct fault *%.*s(struct db *db", ARG(name));
	for (int i = 0; i < st->in.n; i++)
		buf_fmt(b, ", %.*s%.*s", ARG(c_type(st->in.f[i].type)), ARG(st->in.f[i].name));
	switch (st->kind) {
	case KIND_EXEC: break;
	case KIND_ONE: buf_fmt(b, ", struct %.*s_row *row", ARG(name)); break;
	case KIND_MAYBE: buf_fmt(b, ", struct %.*s_row *row, bool *found", ARG(name)); break;
	case KIND_MANY: buf_fmt(b, ", struct %.*s_rows *rows", ARG(name)); break;
	}
	buf_char(b, ')');
}

static void declare_row(struct buf *h, const struct statement *st, struct str name)
{
	buf_fmt(h, "struct %.*s_row {\n", ARG(name));
	for (int i = 0; i < st->out.n; i++)
		buf_fmt(h, "\t%.*s%.*s;\n", ARG(c_type(st->out.f[i].type)), ARG(st->out.f[i].name));
	buf_add(h, S("};\n"));
	if (st->kind == KIND_MANY)
		buf_fmt(h,
			"struct %.*s_rows {\n\tstruct %.*s_row row; /* slices valid until the next one */\n"
			"\tstruct cursor cursor;\n};\n",
			ARG(name), ARG(name));
}

void sql_write_header(const struct source *s, struct buf *h)
{
	buf_fmt(h, "#pragma once\n/* Made by sql2c from %.*s.sql. */\n#include \"db/db.h\"\n",
		ARG(prefix_of(s)));
	for (int i = 0; i < s->n; i++) {
		const struct statement *st = &s->st[i];
		struct str name = full_name(s, st);

		buf_fmt(h, "\n/* %.*s.sql:%d */\n", ARG(prefix_of(s)), st->line);
		if (st->kind != KIND_EXEC)
			declare_row(h, st, name);
		buf_add(h, S("must_check "));
		write_signature(h, st, name);
		buf_add(h, S(";\n"));
		if (st->kind == KIND_MANY)
			buf_fmt(h,
				"must_check const struct fault *%.*s_next(struct %.*s_rows *rows, bool "
				"*more);\n"
				"void %.*s_end(struct %.*s_rows *rows);\n",
				ARG(name), ARG(name), ARG(name), ARG(name));
	}
}

static void write_query(struct buf *c, const struct statement *st, struct str name)
{
	struct str rest = st->text;

	buf_fmt(c, "\nstatic const struct query query_%.*s = { \"%.*s\",", ARG(st->name), ARG(name));
	tool_literal(c, rest, "\t");
	buf_fmt(c, ", %d, %d };\n", st->in.n, st->out.n);
}

static void write_inputs(struct buf *c, const struct statement *st)
{
	static const char *const makers[] = { "VALUE_OF_INT", "VALUE_OF_TEXT", "VALUE_OF_BLOB" };

	if (!st->in.n)
		return;
	buf_add(c, S("\tconst struct value in[] = {\n"));
	for (int i = 0; i < st->in.n; i++)
		buf_fmt(c, "\t\t%s(%.*s),\n", makers[st->in.f[i].type], ARG(st->in.f[i].name));
	buf_add(c, S("\t};\n"));
}

/* static …_take(): the values of one row, checked, as the row's struct. keep: copied to db->a. */
static void write_take(struct buf *c, const struct statement *st, struct str name)
{
	static const char *const kinds[] = { "VALUE_INT", "VALUE_TEXT", "VALUE_BLOB" };
	bool keep = st->kind != KIND_MANY;

	buf_fmt(c,
		"\nmust_check static const struct fault *take_%.*s(struct db *db, const struct value *v,\n"
		"\tstruct %.*s_row *row)\n{\n\tif (",
		ARG(st->name), ARG(name));
	for (int i = 0; i < st->out.n; i++)
		buf_fmt(c, "%sv[%d].kind != %s", i ? " ||\n\t\t" : "", i, kinds[st->out.f[i].type]);
	buf_fmt(c,
		")\n\t\treturn FAULT(db->a, FAULT_CORRUPT, \"%.*s: a column is NULL or of another type\");\n",
		ARG(name));
	buf_fmt(c, "\t*row = (struct %.*s_row){\n", ARG(name));
	for (int i = 0; i < st->out.n; i++) {
		const struct field *f = &st->out.f[i];

		buf_fmt(c,
			f->type == TYPE_INT ? "\t\t.%.*s = v[%d].i,\n"
			: keep              ? "\t\t.%.*s = db_keep(db, v[%d].s),\n"
					    : "\t\t.%.*s = v[%d].s,\n",
			ARG(f->name), i);
	}
	buf_add(c, S("\t};\n\treturn NULL;\n}\n"));
}

static void write_many(struct buf *c, const struct statement *st, struct str name)
{
	buf_fmt(c, "\treturn db_start(db, &query_%.*s, %s, &rows->cursor);\n}\n", ARG(st->name),
		st->in.n ? "in" : "NULL");
	buf_fmt(c,
		"\nconst struct fault *%.*s_next(struct %.*s_rows *rows, bool *more)\n{\n"
		"\tstruct value v[%d];\n\tbool any = false;\n\n"
		"\tTRY(db_step(&rows->cursor, v, %d, &any));\n"
		"\tif (any)\n\t\tTRY(take_%.*s(rows->cursor.db, v, &rows->row));\n"
		"\t*more = any;\n\treturn NULL;\n}\n",
		ARG(name), ARG(name), st->out.n, st->out.n, ARG(st->name));
	buf_fmt(c, "\nvoid %.*s_end(struct %.*s_rows *rows)\n{\n\tcursor_end(&rows->cursor);\n}\n", ARG(name),
		ARG(name));
}

static void write_one(struct buf *c, const struct statement *st, struct str name)
{
	buf_fmt(c,
		"\tstruct value v[%d];\n\tCURSOR cursor = { 0 };\n\tbool any = false;\n\n"
		"\tTRY(db_start(db, &query_%.*s, %s, &cursor));\n"
		"\tTRY(db_step(&cursor, v, %d, &any));\n",
		st->out.n, ARG(st->name), st->in.n ? "in" : "NULL", st->out.n);
	if (st->kind == KIND_ONE)
		buf_fmt(c,
			"\tif (!any)\n\t\treturn FAULT(db->a, FAULT_NOT_FOUND, \"%.*s: no row\");\n"
			"\treturn take_%.*s(db, v, row);\n}\n",
			ARG(name), ARG(st->name));
	else
		buf_fmt(c,
			"\tif (any)\n\t\tTRY(take_%.*s(db, v, row));\n\t*found = any;\n\treturn NULL;\n}\n",
			ARG(st->name));
}

static void write_function(struct buf *c, const struct statement *st, struct str name)
{
	buf_char(c, '\n');
	write_signature(c, st, name);
	buf_add(c, S("\n{\n"));
	write_inputs(c, st);
	if (st->kind == KIND_EXEC)
		buf_fmt(c, "\treturn db_exec(db, &query_%.*s, %s);\n}\n", ARG(st->name),
			st->in.n ? "in" : "NULL");
	else if (st->kind == KIND_MANY)
		write_many(c, st, name);
	else
		write_one(c, st, name);
}

void sql_write_code(const struct source *s, struct str include, struct buf *c)
{
	buf_fmt(c, "/* Made by sql2c from %.*s.sql. */\n#include \"%.*s\"\n", ARG(prefix_of(s)),
		ARG(include));
	for (int i = 0; i < s->n; i++) {
		struct str name = full_name(s, &s->st[i]);

		write_query(c, &s->st[i], name);
		if (s->st[i].out.n)
			write_take(c, &s->st[i], name);
		write_function(c, &s->st[i], name);
	}
}

static void list_types(const struct fields *fields, struct buf *out)
{
	static const char *const types[] = { "BIGINT", "TEXT", "BYTEA" };

	for (int i = 0; i < fields->n; i++)
		buf_fmt(out, "%s%s", i ? ", " : "", types[fields->f[i].type]);
}

void sql_list(const struct source *s, struct buf *out)
{
	for (int i = 0; i < s->n; i++) {
		const struct statement *st = &s->st[i];

		buf_add(out, full_name(s, st));
		buf_add(out, st->in.n ? S("(") : S(""));
		list_types(&st->in, out);
		buf_fmt(out, "%s\t%.*s\t", st->in.n ? ")" : "", ARG(st->text));
		list_types(&st->out, out);
		buf_char(out, '\n');
	}
}
