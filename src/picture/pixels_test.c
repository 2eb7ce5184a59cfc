#include "picture/pixels.h"
#include "tests/t.h"

static struct pixel grey(int x)
{
	return (struct pixel){ (uint8_t)x, (uint8_t)x, (uint8_t)x, 255 };
}

TEST(a_smaller_picture_is_the_mean)
{
	ARENA a = { 0 };
	struct pixels p = pixels_new(&a, 4, 2);

	for (int i = 0; i < 8; i++)
		p.p[i] = grey(i * 10);
	struct pixels half = pixels_shrunk(&a, &p, 2, 1); /* (0+10+40+50)/4, (20+30+60+70)/4 */

	CHECK_INT(half.p[0].r, 25);
	CHECK_INT(half.p[1].g, 45);
	struct pixels three = pixels_shrunk(&a, &p, 3, 2); /* 0 and a third of 10, of what is 4/3 wide */

	CHECK_INT(three.p[0].r, 3);
	CHECK_INT(three.p[1].r, 15);
	CHECK_INT(three.p[2].r, 28); /* 27.5 */
	struct pixels same = pixels_shrunk(&a, &p, 4, 2);

	CHECK(!memcmp(same.p, p.p, 8 * sizeof *p.p));
}

TEST(one_colour_stays_that_colour)
{
	ARENA a = { 0 };
	uint64_t seed = 1;

	for (int i = 0; i < 300; i++) {
		int w = 1 + (int)(test_random(&seed) % 60), h = 1 + (int)(test_random(&seed) % 60);
		int to_w = 1 + (int)(test_random(&seed) % (unsigned)w);
		int to_h = 1 + (int)(test_random(&seed) % (unsigned)h);
		struct pixel colour = { 10, 200, 77, (uint8_t)(i % 2 ? 255 : 90) };
		struct pixels p = pixels_new(&a, w, h);
		bool same = true;

		for (int k = 0; k < w * h; k++)
			p.p[k] = colour;
		struct pixels to = pixels_shrunk(&a, &p, to_w, to_h);

		for (int k = 0; k < to_w * to_h; k++)
			same = same && !memcmp(&to.p[k], &colour, sizeof colour);
		CHECK(same);
	}
}

TEST(what_is_transparent_gives_no_colour)
{
	ARENA a = { 0 };
	struct pixels p = pixels_new(&a, 2, 1);

	p.p[0] = (struct pixel){ 255, 0, 0, 255 };
	p.p[1] = (struct pixel){ 0, 255, 0, 0 };
	struct pixels one = pixels_shrunk(&a, &p, 1, 1);

	CHECK_INT(one.p[0].r, 255);
	CHECK_INT(one.p[0].g, 0);
	CHECK_INT(one.p[0].a, 128);
	pixels_on_white(&p);
	CHECK(p.p[1].r == 255 && p.p[1].g == 255 && p.p[1].b == 255 && p.p[1].a == 255);
	CHECK(p.p[0].r == 255 && p.p[0].g == 0);
}

/* The corners of  1 2  as EXIF 2.32 shows them: the stored picture whose upright form is it.
 *                 3 4                                                                          */
TEST(all_eight_ways_to_hold_a_camera)
{
	static const char *const stored[] = { "12/34", "21/43", "43/21", "34/12", "13/24", "24/13", "42/31",
		"31/42" };
	ARENA a = { 0 };

	for (int o = 1; o <= 8; o++) {
		struct pixels p = pixels_new(&a, 2, 2);
		const char *s = stored[o - 1];

		p.p[0] = grey(s[0]);
		p.p[1] = grey(s[1]);
		p.p[2] = grey(s[3]);
		p.p[3] = grey(s[4]);
		struct pixels up = pixels_upright(&a, &p, o);

		for (int i = 0; i < 4; i++)
			CHECK_INT(up.p[i].r, '1' + i);
	}
	struct pixels wide = pixels_new(&a, 3, 1), tall = pixels_upright(&a, &wide, 6);

	CHECK(tall.w == 1 && tall.h == 3);
}
