#include "embed.h"
#include "base/hash.h"

#include <brotli/encode.h>
#include <zlib.h>

enum { HASH_DIGITS = 8, GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 9 };

struct str embed_type(struct str name)
{
	static const struct {
		struct str ending, type;
	} types[] = {
		{ S_INIT(".css"), S_INIT("text/css; charset=utf-8") },
		{ S_INIT(".js"), S_INIT("text/javascript; charset=utf-8") },
		{ S_INIT(".html"), S_INIT("text/html; charset=utf-8") },
		{ S_INIT(".txt"), S_INIT("text/plain; charset=utf-8") },
		{ S_INIT(".csv"), S_INIT("text/csv; charset=utf-8") },
		{ S_INIT(".json"), S_INIT("application/json") },
		{ S_INIT(".webmanifest"), S_INIT("application/manifest+json") },
		{ S_INIT(".xml"), S_INIT("application/xml") },
		{ S_INIT(".svg"), S_INIT("image/svg+xml") },
		{ S_INIT(".ico"), S_INIT("image/x-icon") },
		{ S_INIT(".png"), S_INIT("image/png") },
		{ S_INIT(".jpg"), S_INIT("image/jpeg") },
		{ S_INIT(".webp"), S_INIT("image/webp") },
		{ S_INIT(".woff2"), S_INIT("font/woff2") },
	};

	for (size_t i = 0; i < COUNT(types); i++)
		if (str_ends(name, types[i].ending))
			return types[i].type;
	tool_die("%.*s: no media type is known for this ending: add it to embed_type()", ARG(name));
}

bool embed_type_is_text(struct str type)
{
	return !str_starts(type, S("font/")) && !str_eq(type, S("image/png")) &&
	       !str_eq(type, S("image/jpeg")) && !str_eq(type, S("image/webp"));
}

struct str embed_hash(struct arena *a, struct str bytes)
{
	struct sha256 sum = sha256_of((struct str){ 0 }, bytes);
	struct buf hex = { .a = a };

	add_hex(&hex, (struct str){ (const char *)sum.b, HASH_DIGITS / 2 });
	return buf_str(&hex);
}

struct str embed_gzip(struct arena *a, struct str bytes)
{
	z_stream z = { 0 };
	char *out = arena_alloc(a, bytes.n + 1, 1);

	if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) !=
		Z_OK)
		tool_die("zlib does not start");
	char *in = arena_alloc(a, bytes.n + 1, 1);
	if (bytes.n)
		memcpy(in, bytes.p, bytes.n);
	z.next_in = (Bytef *)in;
	z.avail_in = (uInt)bytes.n;
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)bytes.n;
	bool whole = deflate(&z, Z_FINISH) == Z_STREAM_END;
	size_t n = z.total_out;

	deflateEnd(&z);
	return whole && n < bytes.n ? (struct str){ out, n } : (struct str){ 0 };
}

struct str embed_brotli(struct arena *a, struct str bytes)
{
	size_t n = bytes.n;
	uint8_t *out = arena_alloc(a, bytes.n + 1, 1);

	if (!bytes.n || !BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
				bytes.n, (const uint8_t *)bytes.p, &n, out))
		return (struct str){ 0 };
	return n < bytes.n ? (struct str){ (const char *)out, n } : (struct str){ 0 };
}
