/* Real decoders, and pictures in the database. */
#include "picture/picture_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "picture/codec.h"
#include "picture/picture_sample.h"
#include "record/record_store.h"
#include "tests/t.h"

#include <pthread.h>

/* What a variant looks like at a place, in 1/8 of its width and height. */
static struct pixel look(struct arena *a, const struct picture_variant *v, int x, int y)
{
	struct picture_head head;
	struct pixels p;

	if (picture_read_head(v->bytes, &head) || !codec_decode(a, v->bytes, &head, &p))
		return (struct pixel){ 1, 2, 3, 4 };
	return p.p[(y * p.h / 8) * p.w + x * p.w / 8];
}

static bool is_near(struct pixel p, int r, int g, int b)
{
	enum { MOST = 40 };

	return abs(p.r - r) < MOST && abs(p.g - g) < MOST && abs(p.b - b) < MOST;
}

/* Red, green, blue, white: clockwise from the left top. */
static bool corners_are_right(struct arena *a, const struct picture_variant *v)
{
	return is_near(look(a, v, 1, 1), 255, 0, 0) && is_near(look(a, v, 6, 1), 0, 255, 0) &&
	       is_near(look(a, v, 6, 6), 0, 0, 255) && is_near(look(a, v, 1, 6), 255, 255, 255);
}

TEST(a_png_becomes_webp_and_jpeg_in_its_sizes)
{
	ARENA a = { 0 };
	struct picture_made made;

	CHECK_INT(picture_make(&a, sample_corners(&a, 1500, 1000), &made), PICTURE_FINE);
	CHECK_INT(made.n, 6);
	CHECK(made.width == 1280 && made.height == 853);
	for (int i = 0; i < made.n; i++) {
		const struct picture_variant *v = &made.variants[i];
		struct picture_head head;

		CHECK_INT(picture_read_head(v->bytes, &head), PICTURE_FINE);
		CHECK(head.format == v->format && head.width == v->width && head.height == v->height);
		CHECK(v->format == (i % 2 ? PICTURE_JPEG : PICTURE_WEBP));
		CHECK(v->width > 640 || v->bytes.n <= 60000);
		CHECK(corners_are_right(&a, v));
	}
}

TEST(the_same_file_gives_the_same_bytes)
{
	ARENA a = { 0 };
	struct picture_made made, again;

	CHECK_INT(picture_make(&a, sample_corners(&a, 330, 200), &made), PICTURE_FINE);
	CHECK_INT(picture_make(&a, sample_corners(&a, 330, 200), &again), PICTURE_FINE);
	CHECK_STR(again.hash, made.hash);
	for (int i = 0; i < made.n; i++)
		CHECK_STR(again.variants[i].bytes, made.variants[i].bytes);
}

/* Noise is the worst there is: even that ends near the aim. */
TEST(the_middle_size_stays_light)
{
	ARENA a = { 0 };
	uint64_t seed = 7;
	uint8_t *p = NEW_ARRAY(&a, uint8_t, 800 * 600 * 3);
	struct picture_made made;

	for (size_t i = 0; i < 800 * 600; i++)
		memset(p + 3 * i, (int)(100 + (i % 800) / 8 + (test_random(&seed) % 40)), 3);
	CHECK_INT(picture_make(&a, sample_png(&a, 800, 600, 2, p), &made), PICTURE_FINE);
	CHECK_INT(made.n, 6);
	CHECK(made.variants[2].width == 640 && made.variants[2].bytes.n <= 60000);
	CHECK(made.variants[3].width == 640 && made.variants[3].bytes.n <= 60000);
}

TEST(every_kind_of_png_is_read)
{
	static const int colours[] = { 0, 2, 3, 6 };
	ARENA a = { 0 };
	uint8_t *p = NEW_ARRAY(&a, uint8_t, 64 * 64 * 4);

	for (size_t i = 0; i < COUNT(colours); i++) {
		struct picture_made made;

		CHECK_INT(picture_make(&a, sample_png(&a, 64, 64, colours[i], p), &made), PICTURE_FINE);
		CHECK_INT(made.n, 2);
		/* Black; transparent black on white; a palette of half a red. */
		struct pixel jpeg = look(&a, &made.variants[1], 4, 4);

		CHECK(colours[i] == 6     ? is_near(jpeg, 255, 255, 255)
			: colours[i] == 3 ? is_near(jpeg, 255, 128, 128)
					  : is_near(jpeg, 0, 0, 0));
		struct pixel webp = look(&a, &made.variants[0], 4, 4);

		CHECK(colours[i] == 6 ? webp.a < 5 : colours[i] == 3 ? abs(webp.a - 128) < 8 : webp.a == 255);
	}
}

TEST(a_telephone_held_sideways_gives_an_upright_picture)
{
	static const int back[] = { 0, 1, 2, 3, 4, 5, 8, 7, 6 }; /* the turn that undoes each */
	ARENA a = { 0 };
	struct picture_head head;
	struct pixels p;
	struct str png = sample_corners(&a, 400, 240), jpeg;

	CHECK_INT(picture_read_head(png, &head), PICTURE_FINE);
	CHECK_OR_STOP(codec_decode(&a, png, &head, &p));
	for (int o = 1; o <= 8; o++) {
		struct pixels stored = pixels_upright(&a, &p, back[o]);
		struct picture_made made;

		CHECK_OR_STOP(codec_encode(&a, &stored, PICTURE_JPEG, 90, &jpeg));
		CHECK_INT(picture_make(&a, sample_with_exif(&a, jpeg, o), &made), PICTURE_FINE);
		CHECK(made.width == 400 && made.height == 240);
		for (int i = 0; i < made.n; i++) {
			CHECK(corners_are_right(&a, &made.variants[i]));
			CHECK(str_find(made.variants[i].bytes, S("Exif")) == made.variants[i].bytes.n);
		}
	}
}

static struct str zeros_packed(struct arena *a, size_t n, bool is_whole)
{
	/* Deflate by hand is long: stored zeros, cut when the file may be broken. */
	struct str z = sample_zlib(a, (struct str){ NEW_ARRAY(a, char, n), n });

	return is_whole ? z : str_sub(z, 0, z.n / 2);
}

TEST(pixels_that_do_not_come_are_refused_and_more_than_there_should_be_are_not_read)
{
	ARENA a = { 0 };
	struct picture_made made;

	CHECK_INT(picture_make(&a, sample_png_of(&a, 64, 64, 2, S("no zlib")), &made), PICTURE_BROKEN);
	CHECK_INT(picture_make(&a, sample_png_of(&a, 64, 64, 2, zeros_packed(&a, 64 * 193, false)), &made),
		PICTURE_BROKEN);
	CHECK_INT(picture_make(&a, sample_png_of(&a, 64, 64, 2, zeros_packed(&a, 64 * 193, true)), &made),
		PICTURE_FINE);
	/* Eight million bytes for twelve thousand. */
	enum picture_refusal r =
		picture_make(&a, sample_png_of(&a, 64, 64, 2, zeros_packed(&a, 8000000, true)), &made);

	CHECK(r == PICTURE_FINE || r == PICTURE_BROKEN);
	CHECK_INT(picture_make(&a, sample_jpeg_frame(&a, 400, 300, 0), &made), PICTURE_BROKEN);
	CHECK_INT(picture_make(&a, S("GIF89a"), &made), PICTURE_GIF);
}

static void *on_a_small_stack(void *arg)
{
	ARENA a = { 0 };
	uint8_t *p = NEW_ARRAY(&a, uint8_t, 700 * 500 * 4);
	struct picture_made made;
	uint64_t seed = 3;

	for (size_t i = 0; i < 700 * 500 * 4; i++)
		p[i] = (uint8_t)test_random(&seed);
	*(bool *)arg = picture_make(&a, sample_png(&a, 700, 500, 6, p), &made) == PICTURE_FINE;
	return NULL;
}

TEST(the_stack_of_a_worker_is_enough)
{
	pthread_attr_t attributes;
	pthread_t thread;
	bool fine = false;

	pthread_attr_init(&attributes);
	CHECK_INT(pthread_attr_setstacksize(&attributes, HTTP_WORKER_STACK_BYTES), 0);
	CHECK_INT(pthread_create(&thread, &attributes, on_a_small_stack, &fine), 0);
	pthread_join(thread, NULL);
	pthread_attr_destroy(&attributes);
	CHECK(fine);
}

TEST(a_picture_is_public_while_a_record_shows_it)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct picture_made made;
	struct picture_size sizes[PICTURE_SIZES];
	struct str bytes, complaint, file = sample_corners(&a, 400, 240);
	int applied, n;
	bool found;

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_INT(picture_make(&a, file, &made), PICTURE_FINE);
	CHECK_OK(picture_keep(&db, &made));
	CHECK_OK(picture_keep(&db, &made));
	CHECK_OK(picture_read_sizes(&db, made.hash, sizes, &n));
	CHECK_INT(n, 2);
	CHECK(sizes[0].width == 320 && sizes[1].width == 400 && sizes[1].height == 240);
	CHECK_OK(picture_variant_read(&db, made.hash, 320, PICTURE_WEBP, &bytes, &found));
	CHECK(found);
	CHECK_STR(bytes, made.variants[0].bytes);
	CHECK_OK(picture_variant_read(&db, made.hash, 640, PICTURE_WEBP, &bytes, &found));
	CHECK(!found);
	CHECK_OK(picture_is_shown(&db, made.hash, &found));
	CHECK(!found);
	CHECK_OK(picture_show(&db, 5, &made.hash, 1));
	CHECK_OK(picture_show(&db, 6, &made.hash, 1));
	CHECK_OK(picture_show(&db, 5, NULL, 0));
	CHECK_OK(picture_is_shown(&db, made.hash, &found));
	CHECK(found); /* the other one still does */
	CHECK_OK(picture_show(&db, 6, NULL, 0));
	CHECK_OK(picture_is_shown(&db, made.hash, &found));
	CHECK(!found);
	/* After a rebuild it is made from the file. */
	CHECK_OK(picture_clear(&db));
	CHECK_OK(picture_need(&db, made.hash)); /* no file: passed over */
	CHECK_OK(picture_show(&db, 5, &made.hash, 1));
	CHECK_OK(picture_examine(&db, &complaint));
	CHECK(complaint.n > 0);
	CHECK_OK(record_file_keep(&db, made.hash, file));
	CHECK_OK(picture_need(&db, made.hash));
	CHECK_OK(picture_examine(&db, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(picture_variant_read(&db, made.hash, 400, PICTURE_JPEG, &bytes, &found));
	CHECK_STR(bytes, made.variants[3].bytes);
}
