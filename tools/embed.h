#pragma once
/* embed.c reads and writes, embed_pack.c compresses and knows media types. */
#include "tool.h"

enum { MAX_EMBEDDED = 1024, MIGRATION_DIGITS = 4 };
struct embedded {
	struct str name;
	const char *path;
	struct str raw;
};
struct embed {
	struct arena *a;
	const char *migrations; /* the header that declares them; NULL for other files */
	struct embedded *files; /* MAX_EMBEDDED */
	size_t n;
	struct tool_paths seen; /* what the output depends on */
};

/* The media type by the name's ending; stops at an ending it does not know. */
struct str embed_type(struct str name);
/* Is it worth compressing? */
bool embed_type_is_text(struct str type);
struct str embed_hash(struct arena *a, struct str bytes);
/* Both are empty when the result is not smaller. The same bytes give the same result: no time stands inside.
 */
struct str embed_gzip(struct arena *a, struct str bytes);
struct str embed_brotli(struct arena *a, struct str bytes);
