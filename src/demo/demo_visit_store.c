#include "demo/demo_visit_store.h"
#include "rating/rating_store.h"
#include "visit/visit_store.h"

/* The reader is one of the 81 and of the 6.425: they are counted when they come. */
enum { TODAY = 81, READER = 1, YESTERDAY = 173, MONTH = 6425 };

static const struct fault *take_visits(struct write *w, void *arg)
{
	daynum first = day_from_civil((struct civil){ 2023, 1, 1 });
	daynum today = day_from_civil((struct civil){ 2023, 1, 9 });

	(void)arg;
	TRY(visit_take_over(w, today, today, TODAY - READER));
	TRY(visit_take_over(w, today - 1, today - 1, YESTERDAY));
	return visit_take_over(w, first, today - 2, MONTH - TODAY - YESTERDAY);
}

const struct fault *demo_visits(struct province *p, struct arena *a)
{
	return writer_run(province_writer(p), a, take_visits, NULL);
}

/* The one way in which seven votes of one to five stars sum to 34 (rating_test.c). */
static const struct fault *take_rating(struct write *w, void *record)
{
	static const int64_t by_stars[RATING_STARS] = { 0, 0, 0, 1, 6 };

	return rating_take_over(w, *(const int64_t *)record, by_stars);
}

const struct fault *demo_rating(struct province *p, struct arena *a, int64_t record)
{
	return writer_run(province_writer(p), a, take_rating, &record);
}
