#include "picture/pixels.h"

enum { CHANNELS = 4, OPAQUE = 255 };

/* Sums of r, g, b, each times opacity, and of opacity, times the area covered. The largest is 255 * 255 *
 * LIMIT_PICTURE_PIXELS: far from overflow. */
struct sums {
	uint64_t c[CHANNELS];
};
struct shrinker {
	int from_w, from_h, w, h, row; /* row: the next of the large one */
	struct sums *across;           /* the row made narrower */
	struct sums *down;             /* of the new row that is being made */
	struct pixels out;
};

struct pixels pixels_new(struct arena *a, int w, int h)
{
	return (struct pixels){ w, h, NEW_ARRAY(a, struct pixel, (size_t)w * (size_t)h) };
}

struct shrinker *shrink_begin(struct arena *a, int from_w, int from_h, int w, int h)
{
	struct shrinker *s = NEW(a, struct shrinker);

	assert(w > 0 && h > 0 && w <= from_w && h <= from_h);
	*s = (struct shrinker){ from_w, from_h, w, h, 0, NEW_ARRAY(a, struct sums, w),
		NEW_ARRAY(a, struct sums, w), pixels_new(a, w, h) };
	return s;
}

static void add(struct sums *to, const struct pixel *p, uint64_t weight)
{
	uint64_t opacity = p->a * weight;

	to->c[0] += p->r * opacity;
	to->c[1] += p->g * opacity;
	to->c[2] += p->b * opacity;
	to->c[3] += opacity;
}

static void add_row(struct shrinker *s, uint64_t weight)
{
	for (int x = 0; x < s->w; x++)
		for (int c = 0; c < CHANNELS; c++)
			s->down[x].c[c] += s->across[x].c[c] * weight;
}

/* In units of 1/w of a pixel a large pixel is w wide and a new one from_w, so a large one lies in one or two
 * new ones. */
static void narrow(struct shrinker *s, const struct pixel *row)
{
	int64_t at = 0;

	memset(s->across, 0, sizeof *s->across * (size_t)s->w);
	for (int x = 0; x < s->from_w; x++, at += s->w) {
		int64_t to = at / s->from_w, left = (to + 1) * s->from_w - at;

		if (left >= s->w) {
			add(&s->across[to], &row[x], (uint64_t)s->w);
		} else {
			add(&s->across[to], &row[x], (uint64_t)left);
			add(&s->across[to + 1], &row[x], (uint64_t)(s->w - left));
		}
	}
}

static uint8_t mean(uint64_t sum, uint64_t weight)
{
	return (uint8_t)(weight ? (sum + weight / 2) / weight : 0);
}

static void finish_row(struct shrinker *s, int64_t y)
{
	uint64_t area = (uint64_t)s->from_w * (uint64_t)s->from_h;

	for (int x = 0; x < s->w; x++) {
		const uint64_t *c = s->down[x].c;

		s->out.p[y * s->w + x] = (struct pixel){ mean(c[0], c[3]), mean(c[1], c[3]), mean(c[2], c[3]),
			mean(c[3], area) };
	}
	memset(s->down, 0, sizeof *s->down * (size_t)s->w);
}

void shrink_row(struct shrinker *s, const struct pixel *row)
{
	assert(s->row < s->from_h);
	int64_t at = (int64_t)s->row++ * s->h, y = at / s->from_h, left = (y + 1) * s->from_h - at;

	narrow(s, row);
	if (left > s->h) {
		add_row(s, (uint64_t)s->h);
		return;
	}
	add_row(s, (uint64_t)left);
	finish_row(s, y);
	if (s->h > left)
		add_row(s, (uint64_t)(s->h - left));
}

struct pixels shrink_end(struct shrinker *s)
{
	assert(s->row == s->from_h);
	return s->out;
}

struct pixels pixels_shrunk(struct arena *a, const struct pixels *from, int w, int h)
{
	struct shrinker *s = shrink_begin(a, from->w, from->h, w, h);

	for (int y = 0; y < from->h; y++)
		shrink_row(s, &from->p[(size_t)y * (size_t)from->w]);
	return shrink_end(s);
}

struct pixels pixels_upright(struct arena *a, const struct pixels *from, int orientation)
{
	/* Which way the new picture's columns and rows run in the old one, by orientation. */
	static const struct {
		bool swap, flip_x, flip_y; /* flips are of the old picture's coordinates */
	} turns[] = { { false, false, false }, { false, false, false }, { false, true, false },
		{ false, true, true }, { false, false, true }, { true, false, false }, { true, false, true },
		{ true, true, true }, { true, true, false } };
	bool swap = turns[orientation].swap;
	struct pixels to = pixels_new(a, swap ? from->h : from->w, swap ? from->w : from->h);

	for (int y = 0; y < to.h; y++)
		for (int x = 0; x < to.w; x++) {
			int from_x = swap ? y : x, from_y = swap ? x : y;

			from_x = turns[orientation].flip_x ? from->w - 1 - from_x : from_x;
			from_y = turns[orientation].flip_y ? from->h - 1 - from_y : from_y;
			to.p[(size_t)y * (size_t)to.w + (size_t)x] =
				from->p[(size_t)from_y * (size_t)from->w + (size_t)from_x];
		}
	return to;
}

static uint8_t on_white(uint8_t colour, uint8_t opacity)
{
	return (uint8_t)((colour * opacity + OPAQUE * (OPAQUE - opacity) + OPAQUE / 2) / OPAQUE);
}

void pixels_on_white(struct pixels *p)
{
	for (size_t i = 0; i < (size_t)p->w * (size_t)p->h; i++) {
		struct pixel *x = &p->p[i];

		*x = (struct pixel){ on_white(x->r, x->a), on_white(x->g, x->a), on_white(x->b, x->a),
			OPAQUE };
	}
}
