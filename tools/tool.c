#include "tool.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { LITERAL_BYTES = 88 }; /* of source in one line of a literal */

_Noreturn void tool_die(const char *fmt, ...)
{
	va_list ap;

	fputs("tool: error: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

struct str tool_read(struct arena *a, const char *path)
{
	struct buf b = { .a = a };
	char piece[1 << 14];
	size_t n;
	FILE *f = fopen(path, "rb");

	if (!f)
		tool_die("%s: cannot be opened", path);
	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_add(&b, (struct str){ piece, n });
	if (ferror(f))
		tool_die("%s: cannot be read", path);
	fclose(f);
	buf_char(&b, '\0');
	return (struct str){ b.p, b.n - 1 };
}

void tool_write(const char *path, struct str bytes)
{
	FILE *f = fopen(path, "wb");

	if (!f)
		tool_die("%s: cannot be written", path);
	size_t n = bytes.n ? fwrite(bytes.p, 1, bytes.n, f) : 0;

	if (fclose(f) != 0 || n != bytes.n)
		tool_die("%s: cannot be written", path);
}

bool tool_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void tool_paths_add(struct tool_paths *paths, const char *path)
{
	if (paths->n == paths->cap) {
		size_t cap = paths->cap ? 2 * paths->cap : 64;
		const char **p = NEW_ARRAY(paths->a, const char *, cap);

		for (size_t i = 0; i < paths->n; i++)
			p[i] = paths->p[i];
		paths->p = p;
		paths->cap = cap;
	}
	paths->p[paths->n++] = path;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void tool_paths_list(struct tool_paths *paths, const char *dir, const char *suffix)
{
	size_t from = paths->n;
	struct dirent *e;
	DIR *d = opendir(dir);

	if (!d)
		tool_die("%s: cannot be listed", dir);
	while ((e = readdir(d)) != NULL)
		if (e->d_name[0] != '.' && str_ends(str_of(e->d_name), str_of(suffix)))
			tool_paths_add(paths, str_fmt(paths->a, "%s/%s", dir, e->d_name).p);
	closedir(d);
	if (paths->n > from)
		qsort(paths->p + from, paths->n - from, sizeof paths->p[0], by_bytes);
}

/* One byte inside a literal; three octal digits, so that what follows cannot join it. */
static void literal_byte(struct buf *out, unsigned char c)
{
	if (c == '\n') {
		buf_add(out, S("\\n"));
	} else if (c == '"' || c == '\\') {
		buf_char(out, '\\');
		buf_char(out, (char)c);
	} else if (c < ' ' || c > '~' || c == '?') {
		buf_char(out, '\\');
		for (int shift = 6; shift >= 0; shift -= 3)
			buf_char(out, (char)('0' + ((c >> shift) & 7)));
	} else {
		buf_char(out, (char)c);
	}
}

void tool_literal(struct buf *out, struct str bytes, const char *indent)
{
	size_t i = 0;

	do {
		buf_fmt(out, "\n%s\"", indent);
		for (size_t start = out->n; i < bytes.n && out->n - start < LITERAL_BYTES;) {
			literal_byte(out, (unsigned char)bytes.p[i++]);
			if (bytes.p[i - 1] == '\n')
				break;
		}
		buf_char(out, '"');
	} while (i < bytes.n);
}

struct str tool_include(struct str path)
{
	size_t slashes[2] = { 0 }, below = 0;

	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] != '/')
			continue;
		slashes[0] = slashes[1];
		slashes[1] = i + 1;
		if (i >= 3 && memcmp(path.p + i - 3, "src", 3) == 0 && (i == 3 || path.p[i - 4] == '/'))
			below = i + 1;
	}
	return str_sub(path, below ? below : slashes[0], path.n);
}

struct str tool_stem(struct str path)
{
	size_t from = 0, to;

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			from = i + 1;
	path = str_sub(path, from, path.n);
	to = str_find_char(path, '.');
	return str_sub(path, 0, to);
}
