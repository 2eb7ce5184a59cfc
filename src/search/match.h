#pragma once
/*
 * Whether, and how well, a text answers a search. Every word of the query must begin a word of the text or at
 * least stand inside one, all marks ignored; texts with the same marks come first, then those where the words
 * follow each other, then those that contain them. Pure: the same for every database.
 */
#include "search/fold.h"

struct search_query {
	size_t count;
	struct str folded; /* all words */
	struct str words[LIMIT_QUERY_WORDS];
	struct str exact[LIMIT_QUERY_WORDS]; /* tone and letters; begins the exact form of a word that begins
						so */
};
struct search_text {
	struct str folded; /* fold(text): what is stored */
	struct str exact;
};
/* query is cut to LIMIT_QUERY_CHARS and LIMIT_QUERY_WORDS. */
void search_query_read(struct search_query *q, struct arena *a, struct str query);
struct search_text search_text_of(struct arena *a, struct str text);
/* 0: no match; else the higher the better, up to MATCH_BEST. A query without words matches everything. To
 * list: by rank downwards, then by sort_key. */
enum { MATCH_NONE, MATCH_INSIDE, MATCH_WORDS, MATCH_PHRASE, MATCH_EXACT_WORDS, MATCH_BEST };
int match_rank(const struct search_query *q, struct search_text text);
