#include "picture/picture.h"

/* A picture of an article should be there at once on a poor line: domain of the portal's weight tests. */
enum { SMALL_W = 320, MIDDLE_W = 640, SMALL_AIM = 25000, MIDDLE_AIM = 60000, LARGE_AIM = 180000 };
enum { FIRST_TURNED = 5 }; /* orientations from here on swap width and height */

enum msg picture_refusal_words(enum picture_refusal r)
{
	switch (r) {
	case PICTURE_FINE:
	case PICTURE_REFUSAL_N: break;
#define X(name, key) \
	case PICTURE_##name: return MSG_picture_no_##key;
		PICTURE_REFUSALS(X)
#undef X
	}
	impossible();
}

struct str picture_ending(enum picture_format format)
{
	return format == PICTURE_WEBP ? S("webp") : S("jpg");
}

int picture_sizes(const struct picture_head *head, struct picture_size out[PICTURE_SIZES])
{
	static const struct picture_size wanted[PICTURE_SIZES] = { { SMALL_W, 0, SMALL_AIM },
		{ MIDDLE_W, 0, MIDDLE_AIM }, { PICTURE_LARGEST, 0, LARGE_AIM } };
	bool turned = head->orientation >= FIRST_TURNED;
	int64_t w = turned ? head->height : head->width, h = turned ? head->width : head->height;
	int n = 0;

	for (bool more = true; more && n < PICTURE_SIZES; n++) {
		more = wanted[n].width < w;
		int64_t width = more ? wanted[n].width : w, height = (h * width + w / 2) / w;

		out[n] = (struct picture_size){ (int)width, height ? (int)height : 1, wanted[n].aim };
	}
	return n;
}
