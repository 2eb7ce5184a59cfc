#pragma once
/*
 * News at /tin-tuc, pages of the house at /huong-dan, and where both are written: /lam-viec/tin-tuc.
 */
#include "account/staff_web.h"
#include "article/article_store.h"
#include "article/article_view.h"
#include "record/record_web.h"

#define NEWS_PATH "/tin-tuc"
#define GUIDES_PATH "/huong-dan"
#define ARTICLES_PATH STAFF_PATH "/tin-tuc"
/* Pictures that nobody but those who write may see yet. */
#define ARTICLE_DRAFT_PICTURES ARTICLES_PATH "/anh"
#define ARTICLE_FILE_SEGMENT "tep"

/* For readers. */
struct reply news_get(struct request *rq);
struct reply guides_get(struct request *rq);
struct reply article_public_get(struct request *rq);      /* /tin-tuc/:slug, /huong-dan/:slug */
struct reply article_public_file_get(struct request *rq); /* …/tep/:hash */
struct reply article_rate_post(struct request *rq);       /* /tin-tuc/:slug/danh-gia */
/* The newest of a section, for boxes on other pages; but: the number of one that is left out, 0: none. */
must_check const struct fault *article_newest(struct request *rq, struct db *db, enum article_section section,
	int64_t but, const struct article_item **items, size_t *n);

/* For those who write. */
struct reply articles_get(struct request *rq);
struct reply article_new_get(struct request *rq);
struct reply article_new_post(struct request *rq);
struct reply article_get(struct request *rq);
struct reply article_step_get(struct request *rq);
struct reply article_step_post(struct request *rq);
struct reply article_file_get(struct request *rq);
must_check const struct fault *article_agency(struct request *rq, struct str *agency, bool *found);
/* Pictures of drafts are of the whole province, as articles are. */
must_check const struct fault *article_picture_agency(struct request *rq, struct str *agency, bool *found);
/* What waits for approval, for the first screen. */
must_check const struct fault *articles_waiting(struct request *rq, struct staff_lines *out);
