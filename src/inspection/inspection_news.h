#pragma once
/*
 * A draft of a news article about inspections of one day and plan, with figures, shortcomings and
 * recommendations in place (the article of issue 3 is its model). Text for a person to go on writing: it says
 * "ông (bà)", because sex is not recorded.
 *
 * The template is plain text with «names» (document/fill.h) in two parts: the article, and behind a line
 * "== don-vi ==" the paragraph for each unit. packs/vn/documents/news-inspection.txt is the built-in one.
 */
#include "inspection/inspection_papers.h"

/* n at least 1; names of list[0] are those of the whole. *unknown: the first «name» of the template that
 * nothing is known of; empty: none. In a. */
struct str inspection_news(struct arena *a, struct str template, const struct inspection_story *list, int n,
	struct str *unknown);
