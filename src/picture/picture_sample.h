#pragma once
/* For tests: files of pictures made by hand, so that each of their bytes can be a lie. */
#include "base/buf.h"
#include "picture/picture.h"

/* A PNG of colour type 2 (red, green, blue), 6 (and alpha), 0 (grey) or 3 (palette of one: red, half
 * transparent), eight bits, with these pixels row by row. */
struct str sample_png(struct arena *a, int w, int h, int colour, const uint8_t *bytes);
/* The same with all pixels zero but four corners: red, green, blue, white (clockwise from the left top),
 * each a quarter of the picture. */
struct str sample_corners(struct arena *a, int w, int h);
void sample_png_chunk(struct buf *b, struct str type, struct str data);
/* A whole PNG around IDAT as it is given. */
struct str sample_png_of(struct arena *a, uint32_t w, uint32_t h, int colour, struct str idat);
/* zlib's frame around bytes that are stored, not packed. */
struct str sample_zlib(struct arena *a, struct str bytes);
/* A JPEG whose frames are right and whose scan is nothing; orientation 0: no EXIF. */
struct str sample_jpeg_frame(struct arena *a, int w, int h, int orientation);
struct str sample_exif(struct arena *a, int orientation, bool big);
/* jpeg with an EXIF segment put in behind its beginning. */
struct str sample_with_exif(struct arena *a, struct str jpeg, int orientation);
/* RIFF of these chunks. */
struct str sample_webp(struct arena *a, struct str chunks);
