#pragma once
/*
 * "Thống kê truy cập": the counter in memory, its box on pages, its page. Numbers that are shown change every
 * VISIT_SNAPSHOT_S at most, so that pages with the box can be kept: visit_snapshot_version() tells when. The
 * follower's thread writes what was counted into the database as often and when the program ends; kill -9
 * loses what came since.
 */
#include "site/site_web.h"
#include "visit/visit_store.h"

struct visits;
/* Lives in a; counts of before are read from db. */
must_check const struct fault *visits_open(struct arena *a, struct db *db, instant now, struct visits **out);
/* For struct gate: a public page was served. */
void visit_served(const struct request *rq, const struct reply *r);
/* Writes what was counted since the last time. */
must_check const struct fault *visits_flush(struct arena *a, struct app *app);
uint64_t visit_snapshot_version(const struct app *app, instant now);

/* The box, as the asker's own visit makes it: who asks is here. */
struct visit_view {
	struct visit_numbers n;
	struct str month, year; /* "01", "2023" */
};
struct visit_view visit_view_of(struct request *rq);
/* GET /thong-ke-truy-cap */
#define VISIT_PATH "/thong-ke-truy-cap"
struct reply visits_get(struct request *rq);

/* For the template of the page. */
struct visit_page_month {
	struct str name; /* "01/2023" */
	int64_t n, taken, percent;
};
struct visit_page_view {
	struct visit_view box;
	const struct visit_page_month *months;
	size_t months_n;
	int64_t taken; /* of all months */
};
