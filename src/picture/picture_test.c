/* What files say of themselves, truly or not. */
#include "picture/picture_sample.h"
#include "tests/t.h"

static enum picture_refusal refusal(struct str bytes)
{
	struct picture_head head;

	return picture_read_head(bytes, &head);
}

static struct str with(struct arena *a, struct str bytes, struct str more)
{
	struct buf b = { .a = a };

	buf_add(&b, bytes);
	buf_add(&b, more);
	return buf_str(&b);
}

/* "VP8 " of these dimensions, 10 bytes and nothing behind. */
static struct str lossy(struct arena *a, int w, int h)
{
	return with(a, S("VP8 \x0a"),
		(struct str){ (const char[]){ 0, 0, 0, 0, 0, 0, '\x9d', 1, '\x2a', (char)(w & 255),
				      (char)(w >> 8), (char)(h & 255), (char)(h >> 8) },
			13 });
}

TEST(each_format_tells_its_dimensions)
{
	ARENA a = { 0 };
	struct picture_head head;

	CHECK_INT(picture_read_head(sample_corners(&a, 70, 40), &head), PICTURE_FINE);
	CHECK(head.format == PICTURE_PNG && head.width == 70 && head.height == 40 && head.orientation == 1);
	CHECK_INT(picture_read_head(sample_jpeg_frame(&a, 400, 300, 0), &head), PICTURE_FINE);
	CHECK(head.format == PICTURE_JPEG && head.width == 400 && head.height == 300 &&
		head.orientation == 1);
	CHECK_INT(picture_read_head(sample_webp(&a, lossy(&a, 320, 200)), &head), PICTURE_FINE);
	CHECK(head.format == PICTURE_WEBP && head.width == 320 && head.height == 200);
	/* Lossless: 14 bits each of width - 1 and height - 1. */
	struct str lossless = { "VP8L\5\0\0\0\x2f\x63\x80\x0c\0\0", 14 };

	CHECK_INT(picture_read_head(sample_webp(&a, lossless), &head), PICTURE_FINE);
	CHECK(head.width == 100 && head.height == 51);
}

TEST(how_the_camera_was_held)
{
	ARENA a = { 0 };
	struct picture_head head;

	for (int o = 1; o <= 8; o++) {
		CHECK_INT(picture_read_head(sample_jpeg_frame(&a, 400, 300, o), &head), PICTURE_FINE);
		CHECK_INT(head.orientation, o);
		CHECK_INT(picture_orientation(sample_exif(&a, o, false)), o);
		CHECK_INT(picture_orientation(str_sub(sample_exif(&a, o, true), 6, 1000)), o);
	}
	CHECK_INT(picture_orientation(sample_exif(&a, 0, true)), 1);
	CHECK_INT(picture_orientation(sample_exif(&a, 9, true)), 1);
	struct str whole = sample_exif(&a, 6, true);

	for (size_t n = 0; n + 6 < whole.n;
		n++) /* cut anywhere before the value's end: upright, or known already */
		CHECK(picture_orientation(str_sub(whole, 0, n)) == 1 || n >= whole.n - 6);
}

TEST(bombs_are_refused_by_their_heads)
{
	ARENA a = { 0 };
	struct str packed = sample_zlib(&a, S("x"));

	CHECK_INT(refusal(sample_png_of(&a, 60000, 60000, 2, packed)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_png_of(&a, 0x7fffffff, 0x7fffffff, 2, packed)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_png_of(&a, 0xffffffff, 1, 2, packed)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_png_of(&a, 4900, 4900, 2, packed)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_png_of(&a, 4800, 4800, 2, packed)), PICTURE_FINE);
	CHECK_INT(refusal(sample_png_of(&a, 12001, 1000, 2, packed)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_jpeg_frame(&a, 65535, 65535, 0)), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_webp(&a, lossy(&a, 16383, 16383))), PICTURE_PIXELS);
	CHECK_INT(refusal(sample_png_of(&a, 4000, 999, 2, packed)), PICTURE_SHAPE);
	CHECK_INT(refusal(sample_png_of(&a, 1000, 4001, 2, packed)), PICTURE_SHAPE);
	CHECK_INT(refusal(sample_png_of(&a, 1, 1, 2, packed)), PICTURE_SMALL);
	CHECK_INT(refusal(sample_png_of(&a, 0, 10, 2, packed)), PICTURE_BROKEN);
	char *large = NEW_ARRAY(&a, char, LIMIT_PICTURE_BYTES + 1);

	CHECK_INT(refusal((struct str){ large, LIMIT_PICTURE_BYTES + 1 }), PICTURE_BYTES);
}

TEST(a_jpeg_of_too_many_scans_is_refused)
{
	ARENA a = { 0 };
	struct str whole = sample_jpeg_frame(&a, 400, 300, 0),
		   scan = { "\xff\xda\0\x08\1\1\0\0\x3f\0\x12", 11 };
	struct buf b = { .a = &a };

	buf_add(&b, str_sub(whole, 0, whole.n - 2));
	for (int i = 1; i < LIMIT_PICTURE_SCANS; i++)
		buf_add(&b, scan);
	CHECK_INT(refusal(with(&a, buf_str(&b), S("\xff\xd9"))), PICTURE_FINE);
	buf_add(&b, scan);
	CHECK_INT(refusal(with(&a, buf_str(&b), S("\xff\xd9"))), PICTURE_KIND);
}

TEST(cut_anywhere_it_is_broken)
{
	ARENA a = { 0 };
	const struct str whole[] = { sample_corners(&a, 40, 40), sample_jpeg_frame(&a, 400, 300, 6),
		sample_webp(&a, lossy(&a, 320, 200)) };

	for (size_t i = 0; i < COUNT(whole); i++)
		for (size_t n = 12; n < whole[i].n; n++)
			CHECK_INT(refusal(str_sub(whole[i], 0, n)), PICTURE_BROKEN);
}

TEST(changed_anywhere_it_is_fine_or_refused)
{
	ARENA a = { 0 };
	const struct str whole[] = { sample_corners(&a, 40, 40), sample_jpeg_frame(&a, 400, 300, 6),
		sample_webp(&a, lossy(&a, 320, 200)) };
	uint64_t seed = 53;

	for (int i = 0; i < 20000; i++) {
		struct str from = whole[i % (int)COUNT(whole)], bytes = str_dup(&a, from);
		size_t at = test_random(&seed) % (bytes.n < 120 ? bytes.n : 120);

		((char *)(uintptr_t)bytes.p)[at] = (char)test_random(&seed);
		struct picture_head head = { 0 };

		if (picture_read_head(bytes, &head) == PICTURE_FINE)
			CHECK((int64_t)head.width * head.height <= LIMIT_PICTURE_PIXELS &&
				head.orientation >= 1);
		if (i % 1000 == 999)
			CHECK(a.total < MIB(64));
	}
}

TEST(what_is_attached_behind_is_refused)
{
	ARENA a = { 0 };
	struct str png = sample_corners(&a, 40, 40), jpeg = sample_jpeg_frame(&a, 400, 300, 0);

	CHECK_INT(refusal(with(&a, png, S("PK\x03\x04"))), PICTURE_MORE);
	CHECK_INT(refusal(with(&a, png, (struct str){ "\0", 1 })), PICTURE_MORE);
	CHECK_INT(refusal(with(&a, jpeg, S("<script>alert(1)</script>"))), PICTURE_MORE);
	CHECK_INT(refusal(with(&a, jpeg, S("PK\x03\x04"))), PICTURE_MORE);
	CHECK_INT(refusal(with(&a, sample_webp(&a, lossy(&a, 320, 200)), S("x"))), PICTURE_MORE);
	/* What telephones and cameras put there. */
	CHECK_INT(refusal(with(&a, jpeg, (struct str){ "\0\0\0", 3 })), PICTURE_FINE);
	CHECK_INT(refusal(with(&a, jpeg, jpeg)), PICTURE_FINE);
	CHECK_INT(refusal(with(&a, jpeg, S("..Image_UTC_Data..SEFT"))), PICTURE_FINE);
}

TEST(other_files_are_refused_with_their_name)
{
	CHECK_INT(refusal(S("")), PICTURE_EMPTY);
	CHECK_INT(refusal(S("GIF89a\1\0\1\0")), PICTURE_GIF);
	CHECK_INT(refusal(S("<?xml version=\"1.0\"?><svg onload=\"x\"/>")), PICTURE_SVG);
	CHECK_INT(refusal(S("<!doctype html><script>")), PICTURE_OTHER);
	CHECK_INT(refusal(S("%PDF-1.7")), PICTURE_OTHER);
	CHECK_INT(refusal((struct str){ "\0\0\0\x18"
					"ftypheic\0\0\0\0",
			  16 }),
		PICTURE_HEIC);
	CHECK_INT(refusal(S("\xff\xd8\xff")), PICTURE_BROKEN);
	for (int lang = LANG_VI; lang <= LANG_EN; lang++)
		for (int r = PICTURE_FINE + 1; r < PICTURE_REFUSAL_N; r++)
			CHECK(msg_text((enum lang)lang, picture_refusal_words((enum picture_refusal)r)).n >
				20);
}

TEST(animated_ones_and_rare_kinds_are_refused)
{
	ARENA a = { 0 };
	struct str png = sample_corners(&a, 40, 40), jpeg = str_dup(&a, sample_jpeg_frame(&a, 400, 300, 0));
	struct buf b = { .a = &a };

	buf_add(&b, str_sub(png, 0, 33)); /* signature and IHDR */
	sample_png_chunk(&b, S("acTL"), (struct str){ "\0\0\0\2\0\0\0\0", 8 });
	buf_add(&b, str_sub(png, 33, png.n));
	CHECK_INT(refusal(buf_str(&b)), PICTURE_ANIMATED);
	CHECK_INT(refusal(sample_webp(&a, (struct str){ "VP8X\x0a\0\0\0\2\0\0\0\x63\0\0\x63\0\0", 18 })),
		PICTURE_ANIMATED);
	CHECK_INT(refusal(sample_webp(&a, (struct str){ "VP8X\x0a\0\0\0\0\0\0\0\x63\0\0\x63\0\0", 18 })),
		PICTURE_BROKEN); /* no pixels */
	size_t frame = str_find(jpeg, S("\xff\xc0"));

	((char *)(uintptr_t)jpeg.p)[frame + 1] = '\xc3'; /* lossless */
	CHECK_INT(refusal(jpeg), PICTURE_KIND);
}

TEST(a_bare_png_has_no_profile)
{
	ARENA a = { 0 };
	struct str png = sample_corners(&a, 40, 40);
	struct buf b = { .a = &a };

	buf_add(&b, str_sub(png, 0, 33));
	sample_png_chunk(&b, S("iCCP"), S("a bomb"));
	sample_png_chunk(&b, S("zTXt"), S("a bomb"));
	buf_add(&b, str_sub(png, 33, png.n));
	CHECK_INT(refusal(buf_str(&b)), PICTURE_FINE);
	CHECK_STR(picture_bare_png(&a, buf_str(&b)), png);
}

TEST(sizes_never_enlarge)
{
	static const struct {
		int w, h, orientation, n, last_w, last_h;
	} cases[] = { { 4000, 3000, 1, 3, 1280, 960 }, { 4000, 3000, 6, 3, 1280, 1707 },
		{ 1280, 720, 1, 3, 1280, 720 }, { 1000, 500, 1, 3, 1000, 500 }, { 640, 480, 1, 2, 640, 480 },
		{ 500, 400, 1, 2, 500, 400 }, { 320, 200, 1, 1, 320, 200 }, { 100, 400, 1, 1, 100, 400 },
		{ 100, 400, 8, 2, 400, 100 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct picture_head head = { PICTURE_PNG, cases[i].w, cases[i].h, cases[i].orientation };
		struct picture_size sizes[PICTURE_SIZES];
		int n = picture_sizes(&head, sizes);

		CHECK_INT(n, cases[i].n);
		CHECK_INT(sizes[n - 1].width, cases[i].last_w);
		CHECK_INT(sizes[n - 1].height, cases[i].last_h);
		for (int k = 1; k < n; k++)
			CHECK(sizes[k].width > sizes[k - 1].width);
	}
}
