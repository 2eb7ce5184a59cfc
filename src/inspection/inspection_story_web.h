#pragma once
/* Everything that documents of an inspection need, read for a request. */
#include "inspection/inspection_papers.h"
#include "inspection/inspection_store.h"
#include "record/record_web.h"

/* What names come from; held must outlive the story. */
struct inspection_naming {
	const struct catalogue *c;
	daynum day; /* agencies are called as on that day: that of the inspection */
};
/* The inspection of :number; *found false: there is none. Names are slices of c. */
must_check const struct fault *inspection_story_open(
	struct request *rq, const struct catalogue *c, struct inspection_story *out, bool *found);
/* It and the others of the same day and plan that whoever is signed in may read, at most NEWS_INSPECTIONS. */
enum { NEWS_INSPECTIONS = 12 };
must_check const struct fault *inspection_stories_of_day(struct request *rq, const struct catalogue *c,
	const struct inspection_story *one, struct inspection_story *list, int *n);
