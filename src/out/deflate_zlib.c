#include "out/deflate.h"

#include <limits.h>
#include <zlib.h>

enum { LEVEL = 5, WINDOW_AND_GZIP = 15 + 16, MEMORY_LEVEL = 8 };

static void stream_end(z_stream *z)
{
	if (z->state)
		(void)deflateEnd(z);
}

struct str gzip_compress(struct arena *a, struct str s)
{
	cleanup_with(stream_end) z_stream z = { 0 };
	char *out = NEW_ARRAY(a, char, s.n + 1);

	if (s.n > UINT_MAX || deflateInit2(&z, LEVEL, Z_DEFLATED, WINDOW_AND_GZIP, MEMORY_LEVEL,
				      Z_DEFAULT_STRATEGY) != Z_OK)
		return (struct str){ 0 };
	/* zlib reads only, but its type says otherwise. */
	memcpy(&z.next_in, &s.p, sizeof z.next_in);
	z.avail_in = (uInt)s.n;
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)s.n;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		return (struct str){ 0 };
	return (struct str){ out, s.n - z.avail_out };
}

static void inflate_stream_end(z_stream *z)
{
	if (z->state)
		(void)inflateEnd(z);
}

bool inflate_raw(struct arena *a, struct str s, size_t size, struct str *out)
{
	enum { RAW = -15 };
	cleanup_with(inflate_stream_end) z_stream z = { 0 };
	char *bytes = NEW_ARRAY(a, char, size + 1);

	if (s.n > UINT_MAX || size > UINT_MAX || inflateInit2(&z, RAW) != Z_OK)
		return false;
	memcpy(&z.next_in, &s.p, sizeof z.next_in);
	z.avail_in = (uInt)s.n;
	z.next_out = (Bytef *)bytes;
	z.avail_out = (uInt)size;
	*out = (struct str){ bytes, size };
	return inflate(&z, Z_FINISH) == Z_STREAM_END && z.avail_out == 0 && z.avail_in == 0;
}
