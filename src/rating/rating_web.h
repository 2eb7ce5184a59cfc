#pragma once
/*
 * Stars on a public page. The page that shows something rated (an article) calls rating_view_read() and puts
 * {{ call rating_block(o, &view) }} of rating/rating_html.h on itself; its handler of
 * POST <page>/danh-gia finds out which record it is and calls rating_post(). The row has the flags
 * ROUTE_ANONYMOUS | ROUTE_VOTE, and the page's own row keeps the query field RATING_DONE_NAME.
 */
#include "rating/rating_store.h"
#include "site/site_web.h"

#define RATING_SEGMENT "danh-gia"
#define RATING_DONE_NAME "danh-gia"
enum { RATING_BODY_BYTES = 4096 };

/* One line of the distribution. */
struct rating_row {
	int64_t stars, votes, percent;
};
struct rating_view {
	struct url action;
	int64_t votes, points, taken;
	struct str mean;                      /* "4,9"; empty without votes */
	struct rating_row rows[RATING_STARS]; /* five stars first */
	bool thanks;                          /* the reader has just voted */
	bool missing;                         /* the form was sent without stars */
};
/* page: the address of what is rated, without a query. */
must_check const struct fault *rating_view_read(
	struct request *rq, struct db *db, int64_t record, struct url page, struct rating_view *out);

enum msg rating_meaning(int stars); /* for the template */

struct rating_target {
	int64_t record;
	struct str title; /* of what is rated */
	struct url page;
};
/* Counts the vote and sends back to the page; or asks, or says what is missing. */
struct reply rating_post(struct request *rq, const struct rating_target *target);
