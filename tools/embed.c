/*
 * embed [--depfile FILE] OUT.c OUT.h [NAME=]PATH...
 * embed --migrations HEADER [--depfile FILE] OUT.c OUT.h PATH...
 * Makes files part of the program. Of OUT.h = a/b/pack.h: an array pack[] of struct embedded_file
 * (base/embedded.h) sorted by path, with gzip and brotli made here once; or, in the order of their names, of
 * struct migration { struct str name, sql; } of HEADER, and int pack_n; in the second form pack_migrations[]
 * and pack_migrations_n. A PATH that is a directory stands for the files in it (of migrations: its *.sql). A
 * file is called as it is; with NAME=, NAME, or NAME/as it is below a directory.
 */
#include "embed.h"

#include <stdio.h>
#include <stdlib.h>

static void add_file(struct embed *e, struct str name, const char *path)
{
	if (e->n == MAX_EMBEDDED)
		tool_die("%s: more than %d files", path, MAX_EMBEDDED);
	e->files[e->n++] = (struct embedded){ name, path, tool_read(e->a, path) };
}

static struct str base_name(struct str path)
{
	size_t from = 0;

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			from = i + 1;
	return str_sub(path, from, path.n);
}

static void add_argument(struct embed *e, const char *argument)
{
	struct str path = str_of(argument), name = { 0 };
	struct tool_paths inside = { .a = e->a };

	if (str_find_char(path, '=') < path.n)
		str_cut(&path, '=', &name);
	tool_paths_add(&e->seen, path.p);
	if (!tool_is_dir(path.p)) {
		add_file(e, name.p ? name : base_name(path), path.p);
		return;
	}
	tool_paths_list(&inside, path.p, e->migrations ? ".sql" : "");
	for (size_t i = 0; i < inside.n; i++) {
		struct str own = base_name(str_of(inside.p[i]));

		if (tool_is_dir(inside.p[i]))
			continue;
		tool_paths_add(&e->seen, inside.p[i]);
		add_file(e, name.p ? str_fmt(e->a, "%.*s/%.*s", ARG(name), ARG(own)) : own, inside.p[i]);
	}
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(((const struct embedded *)a)->name, ((const struct embedded *)b)->name);
}

/* Migrations are NNNN_name.sql, no number twice: two people who take the same one hear of it here. */
static bool number_is_bad(struct str name)
{
	for (size_t i = 0; i < MIGRATION_DIGITS; i++)
		if (i >= name.n || name.p[i] < '0' || name.p[i] > '9')
			return true;
	return name.n <= MIGRATION_DIGITS || name.p[MIGRATION_DIGITS] != '_' || !str_ends(name, S(".sql"));
}

static int check_names(const struct embed *e)
{
	int bad = 0;

	for (size_t i = 0; i < e->n; i++) {
		struct str name = e->files[i].name, before = i ? e->files[i - 1].name : (struct str){ 0 };
		const char *what = NULL;

		if (e->migrations && number_is_bad(name))
			what = "a migration is called NNNN_name.sql";
		else if (e->migrations && i &&
			 str_eq(str_sub(name, 0, MIGRATION_DIGITS), str_sub(before, 0, MIGRATION_DIGITS)))
			what = "this number is taken: use the next free one";
		else if (i && str_eq(name, before))
			what = "two files have this name";
		if (!what)
			continue;
		fprintf(stderr, "%s: error: %.*s: %s\n", e->files[i].path, ARG(name), what);
		bad++;
	}
	return bad;
}

static const char *struct_name(const struct embed *e)
{
	return e->migrations ? "migration" : "embedded_file";
}

static void write_header(const struct embed *e, struct str array, struct buf *h)
{
	buf_fmt(h,
		"#pragma once\n/* Made by embed. */\n#include \"%s\"\n\n"
		"extern const struct %s %.*s[];\nextern const int %.*s_n;\n",
		e->migrations ? e->migrations : "base/embedded.h", struct_name(e), ARG(array), ARG(array));
}

static void write_str(struct buf *c, struct str bytes)
{
	if (!bytes.n) {
		buf_add(c, S("\n\t\t{ \"\", 0 },"));
		return;
	}
	buf_add(c, S("\n\t\t{"));
	tool_literal(c, bytes, "\t\t");
	buf_fmt(c, ", %zu },", bytes.n);
}

static void write_file(const struct embed *e, const struct embedded *f, struct buf *c)
{
	struct str type = e->migrations ? (struct str){ 0 } : embed_type(f->name);

	buf_add(c, S("\t{"));
	if (e->migrations) {
		write_str(c, str_sub(f->name, 0, f->name.n - S(".sql").n));
		write_str(c, f->raw);
	} else {
		bool worth = embed_type_is_text(type);
		write_str(c, f->name);
		write_str(c, type);
		write_str(c, embed_hash(e->a, f->raw));
		write_str(c, f->raw);
		write_str(c, worth ? embed_gzip(e->a, f->raw) : (struct str){ 0 });
		write_str(c, worth ? embed_brotli(e->a, f->raw) : (struct str){ 0 });
	}
	buf_add(c, S("\n\t},\n"));
}

static void write_code(const struct embed *e, struct str include, struct str array, struct buf *c)
{
	buf_fmt(c, "/* Made by embed. */\n#include \"%.*s\"\n\nconst struct %s %.*s[] = {\n", ARG(include),
		struct_name(e), ARG(array));
	for (size_t i = 0; i < e->n; i++)
		write_file(e, &e->files[i], c);
	buf_fmt(c, "};\nconst int %.*s_n = %zu;\n", ARG(array), e->n);
}

static void write_depfile(const struct embed *e, const char *path, const char *out)
{
	struct buf b = { .a = e->a };

	buf_fmt(&b, "%s:", out);
	for (size_t i = 0; i < e->seen.n; i++)
		buf_fmt(&b, " %s", e->seen.p[i]);
	buf_char(&b, '\n');
	tool_write(path, buf_str(&b));
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	struct embed e = {
		.a = &a, .seen = { .a = &a }, .files = NEW_ARRAY(&a, struct embedded, MAX_EMBEDDED)
	};
	struct buf h = { .a = &a }, c = { .a = &a };
	const char *depfile = NULL;
	int at = 1;

	if (at + 1 < argc && strcmp(argv[at], "--migrations") == 0) {
		e.migrations = argv[at + 1];
		at += 2;
	}
	if (at + 1 < argc && strcmp(argv[at], "--depfile") == 0) {
		depfile = argv[at + 1];
		at += 2;
	}
	if (argc - at < 3) {
		fputs("usage: embed [--migrations HEADER] [--depfile FILE] OUT.c OUT.h [NAME=]PATH...\n",
			stderr);
		return 2;
	}
	const char *code = argv[at], *header = argv[at + 1];

	for (int i = at + 2; i < argc; i++)
		add_argument(&e, argv[i]);
	qsort(e.files, e.n, sizeof e.files[0], by_name);
	if (!e.n)
		tool_die("%s: nothing to embed", argv[at + 2]);
	if (check_names(&e))
		return 1;
	struct str array =
		str_fmt(&a, "%.*s%s", ARG(tool_stem(str_of(header))), e.migrations ? "_migrations" : "");

	write_header(&e, array, &h);
	write_code(&e, tool_include(str_of(header)), array, &c);
	tool_write(code, buf_str(&c));
	tool_write(header, buf_str(&h));
	if (depfile)
		write_depfile(&e, depfile, code);
	return 0;
}
