#pragma once
/* Feeds, sitemaps and what else machines ask for; /so-do is the map of the site for people. */
#include "http/http.h"

struct reply procedures_feed_get(struct request *rq); /* /thu-tuc/atom.xml */
struct reply news_feed_get(struct request *rq);       /* /tin-tuc/atom.xml */
struct reply legals_feed_get(struct request *rq);     /* /van-ban/atom.xml */
struct reply sitemap_get(struct request *rq);         /* /sitemap.xml: the index */
struct reply sitemap_part_get(struct request *rq);    /* /sitemap/:part */
struct reply robots_get(struct request *rq);          /* /robots.txt */
struct reply security_get(struct request *rq);        /* /.well-known/security.txt */
struct reply site_map_get(struct request *rq);        /* /so-do */
