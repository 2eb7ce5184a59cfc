#include "picture/picture_make.h"
#include "picture/codec.h"
#include "record/record_file.h"

/* From fine to coarse; below the last one people see squares. */
static const int qualities[] = { 82, 74, 66, 58, 50, 42 };

/* The finest that does not pass the aim, or else the coarsest. */
static bool encode(struct arena *a, const struct pixels *p, int aim, struct picture_variant *v)
{
	struct str best = { 0 };

	for (size_t i = 0; i < COUNT(qualities) && (!i || best.n > (size_t)aim); i++) {
		ARENA own = { 0 };
		struct str bytes;

		if (!codec_encode(&own, p, v->format, qualities[i], &bytes))
			return false;
		if (!i || bytes.n < best.n)
			best = str_dup(a, bytes);
	}
	v->bytes = best;
	return true;
}

static bool add_size(
	struct arena *a, const struct pixels *all, const struct picture_size *size, struct picture_made *out)
{
	ARENA own = { 0 };
	struct pixels p = pixels_shrunk(&own, all, size->width, size->height);
	static const enum picture_format formats[] = { PICTURE_WEBP, PICTURE_JPEG };

	for (size_t i = 0; i < COUNT(formats); i++) {
		struct picture_variant *v = &out->variants[out->n++];

		*v = (struct picture_variant){ size->width, size->height, formats[i], { 0 } };
		if (formats[i] == PICTURE_JPEG)
			pixels_on_white(&p);
		if (!encode(a, &p, size->aim, v))
			return false;
	}
	return true;
}

enum picture_refusal picture_make(struct arena *a, struct str bytes, struct picture_made *out)
{
	ARENA own = { 0 };
	struct picture_head head;
	struct picture_size sizes[PICTURE_SIZES];
	struct pixels stored, upright;
	enum picture_refusal r = picture_read_head(bytes, &head);

	if (r)
		return r;
	if (!codec_decode(&own, bytes, &head, &stored))
		return PICTURE_BROKEN;
	upright = pixels_upright(&own, &stored, head.orientation);
	*out = (struct picture_made){ record_file_hash(a, bytes), upright.w, upright.h };
	int n = picture_sizes(&head, sizes);

	for (int i = 0; i < n; i++)
		if (!add_size(a, &upright, &sizes[i], out))
			return PICTURE_BROKEN;
	return PICTURE_FINE;
}
