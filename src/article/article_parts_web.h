#pragma once
/* For this folder: an article as the templates show it. */
#include "article/article_web.h"

extern const struct record_web article_pages;

struct str article_category_name(enum lang lang, int category); /* from 1; empty for 0 */
/* "cai-cach-hanh-chinh", as the list's address has it; 0 for what is none. */
struct str article_category_word(struct arena *a, int category);
int article_category_of(struct arena *a, struct str word);
struct url article_section_url(enum article_section section);
struct url article_url(struct arena *a, enum article_section section, struct str slug);
struct url article_category_url(struct arena *a, int category);
/* Where what belongs to an article lies. */
struct article_places {
	struct url files;
	const char *pictures; /* a literal */
};
/* Everything but the days and the notes. */
must_check const struct fault *article_fill(struct request *rq, struct db *db, const struct article_text *t,
	const struct article_places *places, struct article_view *v);
/* The same with a connection of its own. */
must_check const struct fault *article_fill_alone(struct request *rq, const struct article_text *t,
	const struct article_places *places, struct article_view *v);
/* What the linter says. */
struct article_check article_check_of(struct request *rq, const struct article_text *t);
enum tone article_state_tone(int state);
/* A file that is offered to be saved, under a name of our own. */
struct reply article_send_file(struct request *rq, struct str hash, struct str label);
