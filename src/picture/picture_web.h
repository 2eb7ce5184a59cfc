#pragma once
/*
 * Pictures over HTTP.
 *
 *	GET /anh/:hash/:name            picture_get: for everybody, while a record shows it
 *	GET /lam-viec/…/anh/:hash/:name picture_draft_get: for staff, before that; the feature's row says who
 *
 * name is "640.webp" or "640.jpg". The address names the bytes, so caches may keep them.
 */
#include "picture/picture_make.h"
#include "picture/picture_view.h"
#include "site/site_web.h"

#define PICTURE_PATH "/anh"

struct reply picture_get(struct request *rq);
struct reply picture_draft_get(struct request *rq);
/* Decodes a file that somebody sent and makes what readers get. At most LIMIT_PICTURE_DECODES at one moment;
 * who waits too long for a place gets FAULT_BUSY. In rq->a. */
must_check const struct fault *picture_take(
	struct request *rq, struct str bytes, struct picture_made *made, enum picture_refusal *refusal);
