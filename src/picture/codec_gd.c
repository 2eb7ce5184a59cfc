/* The one file that knows libgd. What goes in was bounded by picture_read_head(). */
#include "picture/codec.h"

#include <gd.h>

enum { OPAQUE = 255, FIRST_TURNED = 5 };

struct image {
	gdImagePtr im;
};
static void image_end(struct image *i)
{
	if (i->im)
		gdImageDestroy(i->im);
	i->im = NULL;
}
#define IMAGE cleanup_with(image_end) struct image

/* The library would write to standard error what a stranger's file made it stumble over. */
static void say_nothing(int priority, const char *format, va_list args)
{
	(void)priority;
	(void)format;
	(void)args;
}

static gdImagePtr read_image(struct arena *a, struct str bytes, enum picture_format format)
{
	struct str png = format == PICTURE_PNG ? picture_bare_png(a, bytes) : bytes;
	char *data = NEW_ARRAY(a, char, png.n); /* the library's argument is not const */

	memcpy(data, png.p, png.n);
	gdSetErrorMethod(say_nothing);
	switch (format) {
	case PICTURE_NO_FORMAT: break;
	case PICTURE_JPEG: return gdImageCreateFromJpegPtrEx((int)png.n, data, 0);
	case PICTURE_PNG: return gdImageCreateFromPngPtr((int)png.n, data);
	case PICTURE_WEBP: return gdImageCreateFromWebpPtr((int)png.n, data);
	}
	impossible();
}

/* The library's alpha has seven bits and says how much shines through. */
static struct pixel pixel_of(int c)
{
	int through = gdTrueColorGetAlpha(c);

	return (struct pixel){ (uint8_t)gdTrueColorGetRed(c), (uint8_t)gdTrueColorGetGreen(c),
		(uint8_t)gdTrueColorGetBlue(c), (uint8_t)(OPAQUE - ((through << 1) + (through >> 6))) };
}

static int colour_of(const struct pixel *p)
{
	return gdTrueColorAlpha(p->r, p->g, p->b, gdAlphaMax - (p->a >> 1));
}

bool codec_decode(struct arena *a, struct str bytes, const struct picture_head *head, struct pixels *out)
{
	ARENA own = { 0 };
	IMAGE image = { read_image(&own, bytes, head->format) };
	struct picture_size sizes[PICTURE_SIZES];
	struct picture_size to = sizes[picture_sizes(head, sizes) - 1];

	if (!image.im || gdImageSX(image.im) != head->width || gdImageSY(image.im) != head->height ||
		!gdImagePaletteToTrueColor(image.im))
		return false;
	bool turned = head->orientation >= FIRST_TURNED;
	struct shrinker *s = shrink_begin(
		a, head->width, head->height, turned ? to.height : to.width, turned ? to.width : to.height);
	struct pixel *row = NEW_ARRAY(&own, struct pixel, head->width);

	for (int y = 0; y < head->height; y++) {
		for (int x = 0; x < head->width; x++)
			row[x] = pixel_of(gdImageTrueColorPixel(image.im, x, y));
		shrink_row(s, row);
	}
	*out = shrink_end(s);
	return true;
}

static gdImagePtr image_of(const struct pixels *p)
{
	gdImagePtr im = gdImageCreateTrueColor(p->w, p->h);

	for (int y = 0; im && y < p->h; y++)
		for (int x = 0; x < p->w; x++)
			gdImageTrueColorPixel(im, x, y) =
				colour_of(&p->p[(size_t)y * (size_t)p->w + (size_t)x]);
	return im;
}

bool codec_encode(
	struct arena *a, const struct pixels *p, enum picture_format format, int quality, struct str *out)
{
	IMAGE image = { image_of(p) };
	int n = 0;

	if (!image.im)
		return false;
	gdSetErrorMethod(say_nothing);
	gdImageInterlace(image.im, 1); /* a JPEG that is shown while it comes */
	void *bytes = format == PICTURE_WEBP ? gdImageWebpPtrEx(image.im, &n, quality)
					     : gdImageJpegPtr(image.im, &n, quality);

	if (!bytes)
		return false;
	*out = str_dup(a, (struct str){ bytes, n > 0 ? (size_t)n : 0 });
	gdFree(bytes);
	return out->n > 0;
}
