/* What pages look like is measured by tests/system/official_test.sh; here: that they can be made anywhere. */
#include "out/official_out.h"
#include "out/official_sample.h"
#include "out/pdf_language.h"
#include "tests/t.h"

#include <pthread.h>

TEST(every_sample_becomes_a_pdf_and_twice_the_same)
{
	for (int s = 0; s < SAMPLES_N; s++) {
		ARENA a = { 0 };
		struct official d = official_sample(&a, (enum official_sample)s);
		struct str one = { 0 }, two = { 0 };

		CHECK(!official_wrong(&d));
		CHECK_OK(official_pdf(&a, &d, &one));
		CHECK_OK(official_pdf(&a, &d, &two));
		CHECK(str_starts(one, S("%PDF-")) && str_ends(one, S("%%EOF\n")));
		CHECK(str_eq(one, two));
		CHECK_INT(str_find(one, S("/CreationDate")), one.n);
		CHECK(str_find(one, S("/Lang (vi)")) < one.n);
	}
}

TEST(the_time_stands_in_the_file_when_it_is_given)
{
	ARENA a = { 0 };
	struct official d = official_sample(&a, SAMPLE_NOTICE);
	struct str pdf = { 0 };

	d.made = instant_at(d.date, 0);
	CHECK_OK(official_pdf(&a, &d, &pdf));
	CHECK(str_find(pdf, S("/CreationDate (20220205")) < pdf.n);
}

static void *draw_all(void *bad)
{
	for (int s = 0; s < SAMPLES_N; s++) {
		ARENA a = { 0 };
		struct official d = official_sample(&a, (enum official_sample)s);
		struct str pdf;

		*(int *)bad += official_pdf(&a, &d, &pdf) != NULL;
	}
	return NULL;
}

/* Half of what a worker has: Pango, fontconfig and Cairo are not ours, and others stand above them. */
TEST(a_worker_can_draw_in_its_small_stack)
{
	pthread_attr_t attributes;
	pthread_t thread;
	int bad = 0;

	CHECK_OR_STOP(pthread_attr_init(&attributes) == 0);
	CHECK(pthread_attr_setstacksize(&attributes, HTTP_WORKER_STACK_BYTES / 2) == 0);
	CHECK_OR_STOP(pthread_create(&thread, &attributes, draw_all, &bad) == 0);
	pthread_join(thread, NULL);
	pthread_attr_destroy(&attributes);
	CHECK_INT(bad, 0);
}

TEST(what_is_no_pdf_of_cairo_stays_as_it_is)
{
	static const struct str cases[] = { S_INIT(""), S_INIT("%PDF-1.5"), S_INIT("startxref\n0\n%%EOF\n"),
		S_INIT("/Root 1 0 R /Size 1 /Info 3 0 R\nstartxref\n99999999999\n%%EOF"),
		S_INIT("/Root 1 0 R /Size 2 /Info 3 0 R\nstartxref\n0\n%%EOF"),
		S_INIT("0000000000 65535 f \n0000000099 00000 n \n/Root 1 0 R /Size 2 /Info 3 0 "
		       "R\nstartxref\n0\n%%EOF") };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_STR(pdf_with_language(&a, cases[i], "vi"), cases[i]);
}
