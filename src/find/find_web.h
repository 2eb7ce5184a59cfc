#pragma once
/* The search over everything public: /tim-kiem and what it suggests while one types. */
#include "find/find_view.h"
#include "site/site_web.h"

struct reply find_get(struct request *rq); /* /tim-kiem?q=…[&nhom=…&trang=…] */
struct reply find_ideas_get(
	struct request *rq); /* /tim-kiem/goi-y?q=…: JSON {"items":[{"title":…,"to":…}]} */

/* For this folder. Procedures and agencies out of the picture of the catalogue: the best procedures; of the
 * agencies those from place `from` on, at most count. */
void find_procedures(
	struct request *rq, const struct catalogue *c, struct str query, struct find_group_view *out);
struct find_range {
	size_t from, count;
};
void find_agencies(struct request *rq, const struct catalogue *c, struct str query, struct find_range range,
	struct find_group_view *out);
/* What could be meant: titles that begin so, and the query with mistyped words corrected. */
must_check const struct fault *find_ideas(struct request *rq, const struct catalogue *c, struct db *db,
	struct str query, struct find_link ideas[LIMIT_SEARCH_IDEAS], size_t *n);
must_check const struct fault *find_meant(
	struct request *rq, const struct catalogue *c, struct db *db, struct str query, struct str *meant);
