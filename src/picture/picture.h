#pragma once
/*
 * Pictures that people send: what they are, judged by their own bytes before anything decodes them. A picture
 * is decoded once, and what is served was encoded anew: nothing of the file itself reaches a reader, neither
 * its metadata (place, camera, time) nor whatever else somebody hid in it.
 */
#include "base/limits.h"
#include "base/str.h"
#include "msg/messages.h"

enum picture_format { PICTURE_NO_FORMAT, PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP };

struct str picture_ending(enum picture_format f); /* of what is served: "webp", "jpg" */

/* Why not; each has a message that says what to do: picture.no-… */
#define PICTURE_REFUSALS(X) \
	X(EMPTY, empty) \
	X(BYTES, bytes) /* the file is too large */ \
	X(SVG, svg)     /* a drawing that may hold programs */ \
	X(GIF, gif) \
	X(HEIC, heic)     /* what iPhones make: HEIC, and AVIF */ \
	X(OTHER, other)   /* none of JPEG, PNG, WebP */ \
	X(BROKEN, broken) /* it ends too early, or its parts do not fit together */ \
	X(MORE, more)     /* something else is attached behind the picture */ \
	X(KIND, kind)     /* a kind of JPEG or PNG that no camera or program makes any more */ \
	X(ANIMATED, animated) \
	X(PIXELS, pixels) /* too many, or too long a side */ \
	X(SMALL, small) \
	X(SHAPE, shape) /* a strip */
#define X(name, key) PICTURE_##name,
enum picture_refusal { PICTURE_FINE, PICTURE_REFUSALS(X) PICTURE_REFUSAL_N };
#undef X
/* What to tell whoever sent it. */
enum msg picture_refusal_words(enum picture_refusal r);

/* What the file says of itself. */
struct picture_head {
	enum picture_format format;
	int width, height; /* pixels, as they are stored */
	int orientation;   /* 1 to 8, TIFF 6.0 p. 36 and EXIF 2.32: how to turn it; 1: as it is */
};
/* Reads no more than the headers of its parts and allocates nothing. *head is filled only when it is fine. */
must_check enum picture_refusal picture_read_head(struct str bytes, struct picture_head *head);
/* The orientation in EXIF data (a TIFF file, "Exif\0\0" before it or not); 1 when it says none. */
int picture_orientation(struct str exif);
/* A PNG with what its pixels need and nothing else: no profiles or texts, whose packed size bounds nothing.
 * bytes must be fine. */
struct str picture_bare_png(struct arena *a, struct str bytes);

/* The sizes it is served in. Never larger than it is; the largest of a small one is its own size. */
enum { PICTURE_SIZES = 3, PICTURE_LARGEST = 1280 };
struct picture_size {
	int width, height; /* upright */
	int aim;           /* bytes that a file of this size should not pass */
};
/* Smallest first. How many. */
int picture_sizes(const struct picture_head *head, struct picture_size out[PICTURE_SIZES]);
