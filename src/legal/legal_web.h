#pragma once
/* Official documents: the public pages /van-ban…, those of staff, and the box of the newest ones. */
#include "legal/legal_store.h"
#include "legal/legal_view.h"
#include "record/record_web.h"

#define LEGAL_STAFF_PATH STAFF_PATH "/van-ban"

struct reply legals_get(struct request *rq);     /* /van-ban */
struct reply legal_get(struct request *rq);      /* /van-ban/:slug */
struct reply legal_file_get(struct request *rq); /* /van-ban/:slug/tep/:hash */

struct reply legal_staff_get(struct request *rq); /* /lam-viec/van-ban */
struct reply legal_staff_one_get(struct request *rq);
struct reply legal_new_get(struct request *rq);
struct reply legal_new_post(struct request *rq);
struct reply legal_step_get(struct request *rq);
struct reply legal_step_post(struct request *rq);
struct reply legal_staff_file_get(struct request *rq);
must_check const struct fault *legal_agency(struct request *rq, struct str *agency, bool *found);

/* The newest published documents, at most `most` (LIMIT_LEGAL_NEWEST), for {{ call legal_newest_block(o,
 * &newest) }} of legal/legal_html.h. */
must_check const struct fault *legal_newest(
	struct request *rq, struct db *db, size_t most, struct legal_newest *out);

/* For this folder. */
must_check const struct fault *legal_card_of(struct request *rq, struct db *db, const struct legal_row *r,
	const struct search_terms *t, struct legal_card *out);
struct str legal_title(struct request *rq, struct str kind, struct str sign);
enum tone legal_tone(enum legal_standing s);
/* Files that are still there, with addresses below base. */
must_check const struct fault *legal_file_links(struct request *rq, struct db *db, int64_t number,
	struct url base, const struct legal_file_link **out, size_t *n);
struct reply legal_file_reply(struct request *rq, const struct legal *l, struct str hash);
