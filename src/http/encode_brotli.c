#include "http/encoding.h"

#include <brotli/encode.h>

/* Pages are small and made anew each time: a small window and a middling quality. */
enum { QUALITY = 4, WINDOW_BITS = 16 };

struct str brotli_compress(struct arena *a, struct str s)
{
	size_t n = s.n;
	uint8_t *out = NEW_ARRAY(a, uint8_t, n + 1);
	const uint8_t *in = (const uint8_t *)s.p;

	if (!BrotliEncoderCompress(QUALITY, WINDOW_BITS, BROTLI_MODE_TEXT, s.n, in, &n, out) || n >= s.n)
		return (struct str){ 0 };
	return (struct str){ (char *)out, n };
}
