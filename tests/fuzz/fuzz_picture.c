/* Any bytes as a picture: refused with a reason, or dimensions within the limits that are the decoder's too.
 * Small ones are decoded and made smaller. */
#include "picture/codec.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { SMALL = 200000 };
	struct str bytes = { (const char *)data, size };
	ARENA a = { 0 };
	struct picture_head head;
	struct picture_size sizes[PICTURE_SIZES];
	struct pixels p;

	(void)picture_orientation(bytes);
	if (picture_read_head(bytes, &head))
		return 0;
	int n = picture_sizes(&head, sizes);

	MUST((int64_t)head.width * head.height <= LIMIT_PICTURE_PIXELS && n >= 1);
	MUST(head.orientation >= 1 && head.orientation <= 8);
	MUST(sizes[n - 1].width <= PICTURE_LARGEST &&
		sizes[n - 1].height <= PICTURE_LARGEST * LIMIT_PICTURE_ASPECT);
	if (head.width * head.height > SMALL || !codec_decode(&a, bytes, &head, &p))
		return 0;
	struct pixels up = pixels_upright(&a, &p, head.orientation);

	MUST(up.w == sizes[n - 1].width && up.h == sizes[n - 1].height);
	return 0;
}
