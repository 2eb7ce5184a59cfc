#pragma once
/* What the page of the site-wide search shows. */
#include "base/limits.h"
#include "portal/portal.h"
#include "search/search_text.h"

#define FIND_PATH "/tim-kiem"
enum find_group {
	FIND_PROCEDURES,
	FIND_AGENCIES,
	FIND_LEGAL,
	FIND_ARTICLES,
	FIND_PAGES,
	FIND_FEEDBACK,
	FIND_GROUPS
};
struct find_hit {
	struct url to;
	struct str title, note; /* note: an agency, a code; may be empty */
	daynum day;
	struct search_excerpt excerpt;
};
struct find_group_view {
	struct str id, name;
	const struct find_hit *hits;
	size_t n;
	int64_t total;
	bool more;      /* and perhaps more than total */
	struct url all; /* where all of them are; empty: they are here */
};
struct find_link {
	struct url to;
	struct str title;
};
struct find_view {
	struct str query, problem;
	struct url tracking; /* when the query is the code of a dossier; else empty */
	struct find_group_view groups[FIND_GROUPS];
	int64_t total;
	bool alone; /* one group was asked for */
	struct pager pager;
	struct str meant; /* the query with mistyped words corrected; empty: nothing to correct */
	struct url meant_to;
	struct find_link ideas[LIMIT_SEARCH_IDEAS];
	size_t ideas_n;
};
