/* The one field of EXIF that matters: how the camera was held. Offsets in it come from outside. */
#include "picture/picture.h"

enum {
	TIFF_HEAD = 8,
	IFD_AT = 4,
	FIELD_BYTES = 12,
	VALUE_AT = 8,
	TAG_ORIENTATION = 0x0112,
	TYPE_SHORT = 3,
	TIFF_MAGIC = 42,
	BYTE_BITS = 8,
	ORIENTATIONS = 8,
};

struct tiff {
	struct str s;
	bool big;
};

/* A number of n bytes; 0 when it lies outside. */
static uint32_t read(const struct tiff *t, size_t at, size_t n)
{
	uint32_t x = 0;

	if (at > t->s.n || n > t->s.n - at)
		return 0;
	for (size_t i = 0; i < n; i++)
		x = x << BYTE_BITS | (uint8_t)t->s.p[t->big ? at + i : at + n - 1 - i];
	return x;
}

int picture_orientation(struct str exif)
{
	struct str prefix = { "Exif\0\0", 6 };
	struct tiff t = { str_starts(exif, prefix) ? str_sub(exif, prefix.n, exif.n) : exif, false };

	t.big = str_starts(t.s, S("MM"));
	if ((!t.big && !str_starts(t.s, S("II"))) || read(&t, 2, 2) != TIFF_MAGIC)
		return 1;
	size_t ifd = read(&t, IFD_AT, 4);
	uint32_t fields = read(&t, ifd, 2);

	if (ifd < TIFF_HEAD)
		return 1;
	for (uint32_t i = 0; i < fields && i < LIMIT_PICTURE_EXIF_FIELDS; i++) {
		size_t at = ifd + 2 + (size_t)i * FIELD_BYTES;
		uint32_t value = read(&t, at + VALUE_AT, 2);

		if (read(&t, at, 2) == TAG_ORIENTATION && read(&t, at + 2, 2) == TYPE_SHORT)
			return value >= 1 && value <= ORIENTATIONS ? (int)value : 1;
	}
	return 1;
}
