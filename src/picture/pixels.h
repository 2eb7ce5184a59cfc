#pragma once
/* Pixels and what is done to them before they are encoded: made smaller, turned, laid on white. */
#include "base/arena.h"

struct pixel {
	uint8_t r, g, b, a; /* a: 255 is opaque; colours are not multiplied by it */
};
struct pixels {
	int w, h;
	struct pixel *p; /* row by row */
};
struct pixels pixels_new(struct arena *a, int w, int h);

/* Makes a picture smaller row by row, so that the large one need not be in memory twice. Each new pixel is
 * the mean of what it covers (colours weighted by their opacity), so fine patterns turn grey and do not
 * shimmer. */
struct shrinker;
/* w and h are not larger than from_w, from_h. */
struct shrinker *shrink_begin(struct arena *a, int from_w, int from_h, int w, int h);
/* The next row, from_w pixels; from_h times. */
void shrink_row(struct shrinker *s, const struct pixel *row);
struct pixels shrink_end(struct shrinker *s);
/* All at once. */
struct pixels pixels_shrunk(struct arena *a, const struct pixels *from, int w, int h);

/* Turned and mirrored as EXIF's orientation (1 to 8) says. */
struct pixels pixels_upright(struct arena *a, const struct pixels *from, int orientation);
/* For formats that know no transparency. */
void pixels_on_white(struct pixels *p);
