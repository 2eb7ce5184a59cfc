#pragma once
/*
 * The bytes of a CSV file as UTF-8, one at a time, through a buffer: a file of any size needs the same
 * memory. Part of csv.c; others use csv.h.
 */
#include "base/fault.h"
#include "base/utf8.h"

/* Where the bytes come from. read puts at most cap bytes into into; *got 0 is the end. */
struct csv_source {
	const struct fault *(*read)(void *from, char *into, size_t cap, size_t *got);
	void *from;
	uint64_t total; /* bytes of the whole, for progress; 0: not known */
};

enum { CSV_END = -1 };
struct csv_text {
	struct csv_source source;
	char *raw;       /* what was read */
	struct buf wide; /* UTF-16 as UTF-8 */
	struct str rest; /* not taken yet */
	struct utf16 utf16;
	enum encoding encoding;
	uint64_t bytes; /* read so far */
	bool started, ended, too_large;
	const struct fault *fault; /* reading failed: the text ends there */
};
void csv_text_open(struct csv_text *t, struct arena *a, struct csv_source source);
/* Reads on. False at the end of the text. */
must_check bool csv_text_fill(struct csv_text *t);
/* The next byte, left where it is; CSV_END at the end. */
static inline int csv_text_peek(struct csv_text *t)
{
	return t->rest.n || csv_text_fill(t) ? (uint8_t)t->rest.p[0] : CSV_END;
}
static inline void csv_text_take(struct csv_text *t)
{
	t->rest.p++;
	t->rest.n--;
}
