#pragma once
/* The frame of the pages as HTTP: settings kept in a cookie, error pages, the home page. */
#include "http/http.h"
#include "portal/portal.h"

/* The settings of reading that the request's cookie asks for. */
struct reading reading_of(const struct request *rq);
/* A page with everything that the request says: language, settings, clock, address. title is kept. */
struct page page_for(struct request *rq, enum nav nav, struct str title);
/* A place to write a page to: { rq's arena, rq's language }. */
struct html_out page_out(struct request *rq);
struct reply page_reply(struct html_out *o);

/* The page "/". The data comes from app/, which knows all features. */
struct reply home_reply(struct request *rq, const struct page *page, const struct home *home);
/* For struct gate: an HTML page that says what happened and what to do next. */
struct reply portal_error_page(struct request *rq, int status, struct str detail);
/* The same in a frame that the caller filled: owner, notice of synthetic data. Its title is set here. */
struct reply portal_error_reply(struct request *rq, struct page *page, int status, struct str detail);
/* POST /tuy-chinh/co-chu (co = nho | goc | lon) and /tuy-chinh/tuong-phan (tp = tang | giam): one step, kept
 * in a cookie, 303 back to "ve", a page of our own, or to the home page (TT 26/2020, TT 32/2017 art. 18). */
struct reply size_post(struct request *rq);
struct reply contrast_post(struct request *rq);
