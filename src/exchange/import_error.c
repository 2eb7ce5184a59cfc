#include "exchange/import_error.h"

#include "base/utf8.h"

enum { PIECE_CHARS = 60, ALSO_CHARS = 400 };

/* What is quoted from a file is hostile: printable, one line, and short. */
static struct str shorten(struct arena *a, struct str s, size_t max_chars)
{
	struct buf safe = { .a = a };

	utf8_add_safe(&safe, str_sub(s, 0, max_chars * 4));
	struct str clipped = utf8_clip(buf_str(&safe), max_chars);
	if (clipped.n == safe.n && s.n <= max_chars * 4)
		return clipped;
	safe.n = clipped.n;
	buf_add(&safe, S("…"));
	return buf_str(&safe);
}

void import_error_add(struct import_errors *errors, struct import_error e)
{
	assert(e.code != IMPORT_FINE);
	errors->total++;
	if (errors->kept == LIMIT_CSV_ERRORS)
		return;
	if (!errors->list)
		errors->list = NEW_ARRAY(errors->a, struct import_error, LIMIT_CSV_ERRORS);
	e.field = shorten(errors->a, e.field, PIECE_CHARS);
	bool whole = e.code == IMPORT_REFUSED || e.code == IMPORT_MISSING_COLUMNS; /* our own words */
	e.piece = shorten(errors->a, e.piece, whole ? ALSO_CHARS : PIECE_CHARS);
	e.also = shorten(errors->a, e.also, ALSO_CHARS);
	size_t at = errors->kept++;
	for (; at > 0 && errors->list[at - 1].line > e.line; at--)
		errors->list[at] = errors->list[at - 1];
	errors->list[at] = e;
}
