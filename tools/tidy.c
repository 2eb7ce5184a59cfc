/* tidy ROOT: the rules of the house over src/, tools/, tests/ and what else is text. TAP, one line a rule. */
#include "tidy.h"

#include <stdio.h>

static const char *const rule_names[RULE_COUNT] = {
	[RULE_DIRECTION] = "includes: base <- law <- store <- web <- app, never back",
	[RULE_FOREIGN] = "a foreign header is included by one .c file",
	[RULE_FILE] = "files are built, at most 500 lines, headers begin with #pragma once",
	[RULE_FUNCTION] = "functions: at most 70 lines, 6 parameters, 4 blocks deep, no recursion",
	[RULE_BANNED] = "no banned calls",
	[RULE_LEFTOVER] = "no leftovers",
	[RULE_VARIABLE] = "no writable variable outside a function",
	[RULE_BLANKS] = "no blanks at the end of a line, a newline at the end of a file",
};

void tidy_say(struct tidy *t, enum rule rule, const struct tidy_file *f, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct str what = str_vfmt(t->a, fmt, ap);
	va_end(ap);
	buf_fmt(&t->said[rule], "# %.*s:%d: %.*s\n", ARG(f->path), line, ARG(what));
	t->found[rule]++;
}

const struct tidy_file *tidy_find(const struct tidy *t, struct str path)
{
	for (int i = 0; i < t->n; i++)
		if (str_eq(t->files[i].path, path))
			return &t->files[i];
	return NULL;
}

static bool is_text(struct str path)
{
	static const struct str endings[] = { S_INIT(".c"), S_INIT(".h"), S_INIT(".sql"), S_INIT(".html"),
		S_INIT(".msg"), S_INIT(".sh"), S_INIT(".py"), S_INIT(".md"), S_INIT("/meson.build"),
		S_INIT(".css"), S_INIT(".js"), S_INIT(".mjs"), S_INIT("/dev"), S_INIT("/.ci/run") };

	for (size_t i = 0; i < COUNT(endings); i++)
		if (str_ends(path, endings[i]))
			return true;
	return false;
}

/* The one file that sees a foreign library: what the library hands out must be freed there, and its callbacks
 * have the shape it wants. */
static bool is_driver(struct str path)
{
	static const struct str drivers[] = { S_INIT("_sqlite.c"), S_INIT("_postgres.c"), S_INIT("_mhd.c"),
		S_INIT("_jansson.c"), S_INIT("_sodium.c"), S_INIT("_utf8proc.c"), S_INIT("_pango.c"),
		S_INIT("_xlsxwriter.c"), S_INIT("_qrencode.c"), S_INIT("_curl.c"), S_INIT("_magic.c"),
		S_INIT("_zlib.c"), S_INIT("_cmark.c") };

	for (size_t i = 0; i < COUNT(drivers); i++)
		if (str_ends(path, drivers[i]))
			return true;
	return false;
}

static void add_file(struct tidy *t, const char *path, struct str below)
{
	struct tidy_file *f = &t->files[t->n];
	struct str full = str_of(path);

	if (!is_text(full))
		return;
	if (t->n == MAX_FILES)
		tool_die("more than %d files", MAX_FILES);
	*f = (struct tidy_file){ .path = below, .raw = tool_read(t->a, path) };
	f->is_header = str_ends(below, S(".h"));
	f->is_c = f->is_header || str_ends(below, S(".c"));
	f->in_src = str_starts(below, S("src/"));
	f->in_tools = str_starts(below, S("tools/"));
	f->is_driver = is_driver(below);
	f->is_test = str_ends(below, S("_test.c")) || str_starts(below, S("tests/")) ||
		     str_starts(below, S("bench/")) || str_starts(below, S("fuzz/"));
	if (f->is_c)
		tidy_strip(t->a, f);
	t->n++;
}

/* Input of tests, installed packages, and builds are not ours to judge. */
static bool is_foreign_dir(struct str below)
{
	return str_ends(below, S("tests/golden")) || str_ends(below, S("node_modules")) ||
	       str_starts(below, S("build"));
}

static void walk(struct tidy *t, const char *root)
{
	struct tool_paths paths = { .a = t->a };
	size_t prefix = strlen(root) + 1;

	tool_paths_list(&paths, root, "");
	for (size_t i = 0; i < paths.n; i++) {
		struct str below = str_sub(str_of(paths.p[i]), prefix, SIZE_MAX);

		if (!tool_is_dir(paths.p[i]))
			add_file(t, paths.p[i], below);
		else if (!is_foreign_dir(below))
			tool_paths_list(&paths, paths.p[i], "");
	}
}

static int report(const struct tidy *t)
{
	bool bad = false;

	printf("1..%d\n", RULE_COUNT);
	for (int r = 0; r < RULE_COUNT; r++) {
		printf("%sok %d - %s\n", t->found[r] ? "not " : "", r + 1, rule_names[r]);
		fwrite(t->said[r].p ? t->said[r].p : "", 1, t->said[r].n, stdout);
		bad = bad || t->found[r];
	}
	return bad;
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	struct tidy t = { .a = &a, .files = NEW_ARRAY(&a, struct tidy_file, MAX_FILES) };

	if (argc != 2) {
		fputs("usage: tidy ROOT\n", stderr);
		return 2;
	}
	for (int r = 0; r < RULE_COUNT; r++)
		t.said[r].a = &a;
	walk(&t, argv[1]);
	if (!t.n)
		tool_die("%s: no files", argv[1]);
	tidy_includes(&t);
	for (int i = 0; i < t.n; i++) {
		if (t.files[i].is_c)
			tidy_shape(&t, &t.files[i]);
		tidy_words(&t, &t.files[i]);
	}
	return report(&t);
}
