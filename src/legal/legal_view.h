#pragma once
/* What the templates of official documents show. */
#include "legal/legal.h"
#include "portal/portal.h"
#include "record/record_view.h"
#include "search/search_text.h"
#include "site/site.h"

#define LEGAL_PATH "/van-ban"
/* A document in a list. */
struct legal_card {
	struct url to;
	struct str title, issuer, field, standing; /* title: "Nghị định 61/2018/NĐ-CP" */
	enum tone tone;
	daynum issued;
	bool verified;
	struct search_excerpt excerpt;
};
struct legal_list_view {
	struct str query, problem;
	const struct choice *kinds, *issuers, *fields, *years, *standings;
	size_t kinds_n, issuers_n, fields_n, years_n, standings_n;
	bool filtered;
	const struct legal_card *cards;
	size_t cards_n;
	int64_t total;
	bool more;
	struct pager pager;
};
/* Another document that this one names or that names it. Without address: the portal does not have it. */
struct legal_link {
	struct url to;
	struct str title, summary;
	daynum issued;
};
struct legal_links {
	struct str label;
	const struct legal_link *links;
	size_t n;
};
struct legal_file_link {
	struct url to;
	struct str name, size; /* "PDF", "1,2 MB" */
};
enum legal_link_list {
	LEGAL_LINKS_REPLACES,
	LEGAL_LINKS_REPLACED,
	LEGAL_LINKS_AMENDS,
	LEGAL_LINKS_AMENDED,
	LEGAL_LINKS_SAME,
	LEGAL_LINK_LISTS
};
struct legal_page_view {
	struct str kind, sign, title, issuer, field, summary, source, text, standing;
	enum tone tone;
	daynum issued, from, to;
	bool verified;
	const struct str *paragraphs; /* of the text */
	size_t paragraphs_n;
	struct legal_links lists[LEGAL_LINK_LISTS];
	const struct legal_file_link *files;
	size_t files_n;
};
/* The box "Văn bản mới" of the home page and of articles. */
struct legal_newest {
	struct legal_card cards[LIMIT_LEGAL_NEWEST];
	size_t n;
};
/* Pages of staff. */
struct legal_staff_row {
	struct url to;
	struct str title, summary, agency;
	daynum issued;
	struct str state;
	enum tone tone;
	bool verified;
};
struct legal_staff_list_view {
	const struct legal_staff_row *rows;
	size_t rows_n;
	int64_t total, unverified;
	struct pager pager;
	bool may_register;
};
struct legal_fact {
	struct str label, text;
};
struct legal_staff_view {
	struct str title, state, notice;
	enum tone tone;
	struct url open; /* its public page; empty when it was withdrawn */
	const struct legal_fact *facts;
	size_t facts_n;
	const struct legal_file_link *files;
	size_t files_n;
	const struct record_link *links;
	size_t links_n;
	const struct record_line *history;
	size_t history_n;
};
