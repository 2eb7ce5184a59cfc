/* What embed wrote is what stands in the files, and its packed forms unpack to the same. */
#include "tests/t.h"
#include "tools/shelf_assets.h"

#include <brotli/decode.h>
#include <zlib.h>

enum { GZIP_WINDOW = 15 + 16, ROOM = 1 << 16 };

static struct str unpack_gzip(struct arena *a, struct str packed)
{
	z_stream z = { 0 };
	char *in = arena_alloc(a, packed.n + 1, 1), *out = arena_alloc(a, ROOM, 1);

	memcpy(in, packed.p, packed.n);
	z.next_in = (Bytef *)in;
	z.avail_in = (uInt)packed.n;
	z.next_out = (Bytef *)out;
	z.avail_out = ROOM;
	CHECK(inflateInit2(&z, GZIP_WINDOW) == Z_OK && inflate(&z, Z_FINISH) == Z_STREAM_END);
	size_t n = z.total_out;
	inflateEnd(&z);
	return (struct str){ out, n };
}

static struct str unpack_brotli(struct arena *a, struct str packed)
{
	size_t n = ROOM;
	uint8_t *out = arena_alloc(a, ROOM, 1);

	CHECK(BrotliDecoderDecompress(packed.n, (const uint8_t *)packed.p, &n, out) ==
		BROTLI_DECODER_RESULT_SUCCESS);
	return (struct str){ (const char *)out, n };
}

TEST(packed_forms_unpack_to_the_same)
{
	ARENA a = { 0 };
	const struct embedded_file *css = &shelf_assets[0];

	CHECK_STR(css->path, S("app.css"));
	CHECK_STR(css->type, S("text/css; charset=utf-8"));
	CHECK(css->br.n > 0 && css->br.n < css->gz.n && css->gz.n < css->raw.n);
	CHECK_STR(unpack_gzip(&a, css->gz), css->raw);
	CHECK_STR(unpack_brotli(&a, css->br), css->raw);
}

TEST(every_byte_survives)
{
	const struct embedded_file *font = &shelf_assets[1];

	CHECK_STR(font->path, S("bytes.woff2"));
	CHECK_INT(font->raw.n, 3 * 256 + 9);
	for (size_t i = 0; i < 3 * 256; i++)
		CHECK_INT((unsigned char)font->raw.p[i], i % 256);
	CHECK_STR(str_sub(font->raw, 3 * 256, font->raw.n), S("?\" \\\"?\?/1"));
	CHECK_INT(font->gz.n + font->br.n, 0); /* packed already */
}

TEST(paths_are_sorted_and_hashes_tell_contents)
{
	CHECK_INT(shelf_assets_n, 5);
	for (int i = 0; i < shelf_assets_n; i++) {
		CHECK_INT(shelf_assets[i].hash.n, 8);
		CHECK(i == 0 || str_cmp(shelf_assets[i - 1].path, shelf_assets[i].path) < 0);
	}
	CHECK_STR(shelf_assets[2].path, S("copy/of/app.css"));
	CHECK_STR(shelf_assets[2].hash, shelf_assets[0].hash);
	CHECK_STR(shelf_assets[3].path, S("empty.txt"));
	CHECK_STR(shelf_assets[3].hash, S("e3b0c442")); /* SHA-256 of nothing */
	CHECK_INT(shelf_assets[3].raw.n, 0);
}
