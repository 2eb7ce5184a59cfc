#include "picture/picture_sample.h"

static void big(struct buf *b, uint32_t x, int bytes)
{
	for (int i = bytes - 1; i >= 0; i--)
		buf_char(b, (char)(x >> (8 * i) & 0xff));
}

static void little(struct buf *b, uint32_t x, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(b, (char)(x >> (8 * i) & 0xff));
}

/* PNG annex D. */
static uint32_t crc(struct str s)
{
	uint32_t c = 0xffffffffu;

	for (size_t i = 0; i < s.n; i++) {
		c ^= (uint8_t)s.p[i];
		for (int bit = 0; bit < 8; bit++)
			c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
	}
	return ~c;
}

/* RFC 1950. */
static uint32_t adler(struct str s)
{
	uint32_t a = 1, b = 0;

	for (size_t i = 0; i < s.n; i++) {
		a = (a + (uint8_t)s.p[i]) % 65521;
		b = (b + a) % 65521;
	}
	return b << 16 | a;
}

void sample_png_chunk(struct buf *b, struct str type, struct str data)
{
	size_t from = b->n + 4;

	big(b, (uint32_t)data.n, 4);
	buf_add(b, type);
	buf_add(b, data);
	big(b, crc(str_sub(buf_str(b), from, b->n)), 4);
}

struct str sample_png_of(struct arena *a, uint32_t w, uint32_t h, int colour, struct str idat)
{
	struct buf b = { .a = a }, header = { .a = a };

	big(&header, w, 4);
	big(&header, h, 4);
	buf_char(&header, 8);
	buf_char(&header, (char)colour);
	buf_add(&header, (struct str){ "\0\0\0", 3 });
	buf_add(&b, S("\x89PNG\r\n\x1a\n"));
	sample_png_chunk(&b, S("IHDR"), buf_str(&header));
	if (colour == 3) {
		sample_png_chunk(&b, S("PLTE"), (struct str){ "\xff\0\0", 3 });
		sample_png_chunk(&b, S("tRNS"), S("\x80"));
	}
	sample_png_chunk(&b, S("IDAT"), idat);
	sample_png_chunk(&b, S("IEND"), S(""));
	return buf_str(&b);
}

struct str sample_zlib(struct arena *a, struct str bytes)
{
	enum { MOST = 65535 };
	struct buf b = { .a = a };

	buf_add(&b, S("\x78\x01"));
	for (size_t at = 0; at < bytes.n || !at; at += MOST) {
		struct str block = str_sub(bytes, at, at + MOST);

		buf_char(&b, at + block.n == bytes.n);
		little(&b, (uint32_t)block.n, 2);
		little(&b, ~(uint32_t)block.n, 2);
		buf_add(&b, block);
	}
	big(&b, adler(bytes), 4);
	return buf_str(&b);
}

struct str sample_png(struct arena *a, int w, int h, int colour, const uint8_t *bytes)
{
	size_t line = (size_t)w * (colour == 2 ? 3 : colour == 6 ? 4 : 1);
	struct buf rows = { .a = a };

	for (int y = 0; y < h; y++) {
		buf_char(&rows, '\0'); /* no filter */
		buf_add(&rows, (struct str){ (const char *)bytes + (size_t)y * line, line });
	}
	return sample_png_of(a, (uint32_t)w, (uint32_t)h, colour, sample_zlib(a, buf_str(&rows)));
}

struct str sample_corners(struct arena *a, int w, int h)
{
	static const uint8_t colours[2][2][3] = { { { 255, 0, 0 }, { 0, 255, 0 } },
		{ { 255, 255, 255 }, { 0, 0, 255 } } };
	uint8_t *p = NEW_ARRAY(a, uint8_t, (size_t)w * (size_t)h * 3);

	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			memcpy(p + ((size_t)y * (size_t)w + (size_t)x) * 3, colours[y >= h / 2][x >= w / 2],
				3);
	return sample_png(a, w, h, 2, p);
}

struct str sample_exif(struct arena *a, int orientation, bool is_big)
{
	struct buf b = { .a = a };
	void (*put)(struct buf *, uint32_t, int) = is_big ? big : little;

	buf_add(&b, (struct str){ "Exif\0\0", 6 });
	buf_add(&b, is_big ? S("MM") : S("II"));
	put(&b, 42, 2);
	put(&b, 8, 4);
	put(&b, 2, 2);
	put(&b, 0x010f, 2); /* the maker of the camera: an offset that leads nowhere */
	put(&b, 2, 2);
	put(&b, 0xffffffff, 4);
	put(&b, 0xfffffff0, 4);
	put(&b, 0x0112, 2);
	put(&b, 3, 2);
	put(&b, 1, 4);
	put(&b, (uint32_t)orientation, 2);
	put(&b, 0, 2);
	put(&b, 0, 4);
	return buf_str(&b);
}

static void segment(struct buf *b, int marker, struct str data)
{
	buf_char(b, '\xff');
	buf_char(b, (char)marker);
	big(b, (uint32_t)data.n + 2, 2);
	buf_add(b, data);
}

struct str sample_jpeg_frame(struct arena *a, int w, int h, int orientation)
{
	struct buf b = { .a = a }, frame = { .a = a };

	buf_add(&b, S("\xff\xd8"));
	segment(&b, 0xe0, (struct str){ "JFIF\0\1\1\0\0\1\0\1\0\0", 14 });
	if (orientation)
		segment(&b, 0xe1, sample_exif(a, orientation, true));
	buf_char(&frame, 8);
	big(&frame, (uint32_t)h, 2);
	big(&frame, (uint32_t)w, 2);
	buf_char(&frame, 1);
	buf_add(&frame, (struct str){ "\1\x11\0", 3 });
	segment(&b, 0xc0, buf_str(&frame));
	segment(&b, 0xda, (struct str){ "\1\1\0\0\x3f\0", 6 });
	buf_add(&b, (struct str){ "\x12\xff\0\x34\xff\xd0\x56", 7 });
	buf_add(&b, S("\xff\xd9"));
	return buf_str(&b);
}

struct str sample_with_exif(struct arena *a, struct str jpeg, int orientation)
{
	struct buf b = { .a = a };

	buf_add(&b, str_sub(jpeg, 0, 2));
	segment(&b, 0xe1, sample_exif(a, orientation, false));
	buf_add(&b, str_sub(jpeg, 2, jpeg.n));
	return buf_str(&b);
}

struct str sample_webp(struct arena *a, struct str chunks)
{
	struct buf b = { .a = a };

	buf_add(&b, S("RIFF"));
	little(&b, (uint32_t)chunks.n + 4, 4);
	buf_add(&b, S("WEBP"));
	buf_add(&b, chunks);
	return buf_str(&b);
}
