#pragma once
/*
 * Articles in the database: the record, and tables of what is public. Whoever lists or shows articles to
 * readers asks here and never folds a record: feeds, the sitemap, the search index, the home page.
 */
#include "article/article.h"
#include "record/record_store.h"

extern const struct record_type article_type;

/* A published article in a list; strings in db->a. */
struct article_row {
	int64_t number;
	int category; /* from 1; 0: none */
	struct str slug, title, lead, author;
	instant published, updated;
};
struct article_ask {
	enum article_section section;
	int category; /* 0: all */
	int64_t most, skip;
};
/* Newest first. */
must_check const struct fault *article_list(
	struct db *db, const struct article_ask *ask, const struct article_row **rows, size_t *n);
must_check const struct fault *article_count(
	struct db *db, enum article_section section, int category, int64_t *n);

/* One as readers see it: shown has title, lead, body, author, source, category, pictures, attachments. */
struct article_public {
	int64_t number;
	struct str slug;
	struct article_text shown;
	instant published, updated;
	const struct article_note *notes;
	size_t notes_n;
};
enum article_found { ARTICLE_UNKNOWN, ARTICLE_FOUND, ARTICLE_MOVED, ARTICLE_GONE };
struct article_finding {
	enum article_found found;
	struct str slug;                /* MOVED: where it is now */
	instant withdrawn;              /* GONE */
	struct str why;                 /* GONE; may be empty */
	struct article_public *article; /* FOUND */
};
must_check const struct fault *article_find(
	struct db *db, enum article_section section, struct str slug, struct article_finding *out);
/* The same by the record's number; *out NULL: it is not public. For the search index, which wants the text.
 */
must_check const struct fault *article_read(struct db *db, int64_t number, struct article_public **out);
/* The attachment of a public article. */
must_check const struct fault *article_attachment_name(
	struct db *db, int64_t number, struct str file, struct str *label, bool *found);

/* For those who write. */
struct article_work_row {
	int64_t number;
	enum article_section section;
	struct str title;
	int state; /* enum article_state */
	instant changed, due;
};
/* state 0: all but those discarded are listed too; the one changed last first. */
must_check const struct fault *article_work(struct db *db, int state, int64_t most, int64_t skip,
	const struct article_work_row **rows, size_t *n);
/* How many there are by state; counts has ARTICLE_STATE_N. */
must_check const struct fault *article_counts(struct db *db, int64_t *counts);

/* Publishes what is due, each in a step of the program; how many. For a thread of the program, every second.
 */
struct province;
must_check const struct fault *article_release_due(struct province *p, struct arena *a, int64_t *released);
