#pragma once
/*
 * What the build-time tools share: whole files in and out, directory listings, C literals, messages.
 * A tool stops at what it cannot read or write: its only user is the build.
 */
#include "base/base.h"

/* Says "tool: error: …" and stops with exit code 1. */
_Noreturn void tool_die(const char *fmt, ...) printf_like(1);
/* The whole file, NUL behind it. */
struct str tool_read(struct arena *a, const char *path);
void tool_write(const char *path, struct str bytes);
bool tool_is_dir(const char *path);
/* A growing list of paths. */
struct tool_paths {
	struct arena *a;
	const char **p;
	size_t n, cap;
};
void tool_paths_add(struct tool_paths *paths, const char *path);
/* Adds dir/name for every name in dir that ends in suffix and does not begin with a dot, in byte order. */
void tool_paths_list(struct tool_paths *paths, const char *dir, const char *suffix);
/* Bytes as C string literals, one piece a line, with tabs before; octal escapes. */
void tool_literal(struct buf *out, struct str bytes, const char *indent);
/* How generated code includes a header that is written to path: what stands below src/, else the last two
 * components. */
struct str tool_include(struct str path);
/* What stands behind the last slash and before the first dot. */
struct str tool_stem(struct str path);
