#pragma once
/*
 * What machines read in the head of a page: the canonical address and the other language, OpenGraph for
 * social networks, feeds, and JSON-LD in the words of schema.org. Nothing in it that the page does not show
 * to people. A page fills page->meta; whatever stays zero is left out. Addresses are whole when the site's
 * own is known (serve --public-url) and paths otherwise, which JSON-LD resolves.
 */
#include "portal/portal.h"

/* Adds JSON-LD to the page; json is one object without "@context", made by json_out. Past PAGE_LINKED a bug.
 */
void page_linked(struct page *p, struct str json);
/* A feed that readers and browsers find by the page. Past PAGE_FEEDS a bug. */
void page_feed(struct page *p, struct str title, struct url to);

/* Makers of such objects. Empty members are left out. */
struct linked_agency {
	struct str name, legal_name, phone, email, street; /* street: the address as one line */
	struct url page;                                   /* its page here */
	struct str parent;                                 /* the name of the agency above it */
};
struct str linked_agency(struct arena *a, const struct page *p,
	const struct linked_agency *agency); /* GovernmentOrganization */

struct linked_service {
	struct str name, code, field, agency, area; /* area: the province */
	struct url page;
	bool online;    /* can be applied for online */
	bool fee_known; /* fee_vnd holds */
	int64_t fee_vnd;
};
struct str linked_service(
	struct arena *a, const struct page *p, const struct linked_service *service); /* GovernmentService */

/* NewsArticle; title, description, picture and times are those of the page and of page->meta, publisher is
 * the page's owner. */
struct str linked_article(struct arena *a, const struct page *p, struct str author, struct str section);

/* The rest is for the layout. */
struct url meta_url(struct arena *a, const struct page *p, struct url own);
/* This page in that language, whatever a cookie says. */
struct url meta_in(struct arena *a, const struct page *p, enum lang lang);
struct str meta_description(struct arena *a, const struct page *p, enum lang lang);
struct str linked_crumbs(struct arena *a,
	const struct page *p); /* BreadcrumbList with the page itself; empty without parents */
/* <script type="application/ld+json">: data, which no browser runs and the content security policy leaves
 * alone. '<' and '&' are written as \u003c and \u0026, so nothing in it ends the block. */
void meta_linked(struct html_out *o, struct str json);
