#include "exchange/csv_text.h"

#include "base/limits.h"

enum { PIECE_BYTES = 64 << 10 };

void csv_text_open(struct csv_text *t, struct arena *a, struct csv_source source)
{
	*t = (struct csv_text){ .source = source, .raw = arena_alloc(a, PIECE_BYTES, 1), .wide = { .a = a } };
}

/* As much as fits. A reader may give less than it was asked for; only nothing is the end. */
static struct str read_piece(struct csv_text *t)
{
	size_t n = 0, got = 1;

	while (n < PIECE_BYTES && got && !t->fault) {
		got = 0;
		t->fault = t->source.read(t->source.from, t->raw + n, PIECE_BYTES - n, &got);
		assert(got <= PIECE_BYTES - n);
		n += t->fault ? 0 : got;
	}
	t->ended = t->fault || !got;
	t->bytes += n;
	return (struct str){ t->raw, n };
}

static struct str begin(struct csv_text *t, struct str piece)
{
	size_t mark;

	t->encoding = encoding_of(piece, &mark);
	t->utf16.order = t->encoding == ENCODING_UTF16_BIG ? UTF16_BIG : UTF16_LITTLE;
	t->started = true;
	return str_sub(piece, mark, piece.n);
}

bool csv_text_fill(struct csv_text *t)
{
	while (!t->rest.n && !t->ended) {
		struct str piece = read_piece(t);
		if (t->bytes > LIMIT_CSV_FILE_BYTES) {
			t->too_large = t->ended = true;
			return false;
		}
		if (!t->started)
			piece = begin(t, piece);
		if (t->encoding != ENCODING_UTF8) {
			t->wide.n = 0;
			utf16_add(&t->utf16, &t->wide, piece);
			if (t->ended)
				utf16_end(&t->utf16, &t->wide);
			piece = buf_str(&t->wide);
		}
		t->rest = piece;
	}
	return t->rest.n != 0;
}
