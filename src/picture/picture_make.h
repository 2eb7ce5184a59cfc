#pragma once
/* A file that somebody sent becomes what readers get. Takes up to a few seconds and 400 MB for the largest:
 * outside of transactions, and few at a time (picture_take() in picture/picture_web.h). */
#include "picture/picture.h"

enum { PICTURE_VARIANTS = 2 * PICTURE_SIZES };
struct picture_variant {
	int width, height;
	enum picture_format format; /* WebP or JPEG */
	struct str bytes;
};
struct picture_made {
	struct str hash;   /* SHA-256 of the file, 64 hexadecimal digits: its name everywhere */
	int width, height; /* of the largest variant */
	struct picture_variant variants[PICTURE_VARIANTS];
	int n;
};
/* The same file gives the same variants. In a. */
must_check enum picture_refusal picture_make(struct arena *a, struct str bytes, struct picture_made *out);
