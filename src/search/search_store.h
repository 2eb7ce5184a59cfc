#pragma once
/*
 * The index of everything public that has a text: articles, legal documents, pages of the house, answered
 * feedback. Records write into it in their `save` (search_put, or search_remove when the record is not public
 * any more) and empty their kind in `clear`, so that `motcua rebuild` makes it anew. Nothing that is not
 * public may be given to it. Any spelling finds: with or without marks, đ, composed or not, hoà or hòa.
 */
#include "db/db.h"
#include "base/date.h"
#include "search/search_text.h"

enum search_kind { SEARCH_NONE, SEARCH_ARTICLE, SEARCH_LEGAL, SEARCH_PAGE, SEARCH_FEEDBACK, SEARCH_KINDS };

struct search_doc {
	int64_t ref; /* the number of the record: unique over all kinds */
	enum search_kind kind;
	daynum day;         /* newer first among equals; DAYNUM_NONE: none */
	struct str title;   /* of each the first LIMIT_SEARCH_TOKENS words are found */
	struct str address; /* a path of our own: "/tin-tuc/…" */
	struct str summary; /* plain text */
	struct str body;    /* plain text; marks count in title and summary alone */
};
/* Adds it, or replaces what was known of its ref. */
must_check const struct fault *search_put(struct db *db, const struct search_doc *d);
must_check const struct fault *search_remove(struct db *db, int64_t ref);
must_check const struct fault *search_clear(struct db *db, enum search_kind kind);
/* How many documents of a kind there are. */
must_check const struct fault *search_count(struct db *db, enum search_kind kind, int64_t *n);

/* Documents of one kind that hold all words of the query, as whole words: those with the same marks first,
 * then by where the words stand (title, summary, body), those whose title has them in a row, then the newest.
 * Of a query whose rarest word stands in more than LIMIT_SEARCH_CANDIDATES documents only that many of them
 * are looked at, those that have it in the title and the newest: `more` is true then. */
struct search_refs {
	const int64_t *refs;
	size_t n;
	size_t exact; /* the first so many have the marks of the query */
	bool more;
};
must_check const struct fault *search_refs_of(
	struct db *db, const struct search_terms *t, enum search_kind kind, struct search_refs *out);

/* Why a document was found: a piece of its summary, or of its body when only that has the words. */
must_check const struct fault *search_excerpt_in(
	struct db *db, const struct search_terms *t, int64_t ref, struct search_excerpt *out);

struct search_hit {
	int64_t ref;
	daynum day;
	struct str title, address;
	struct search_excerpt excerpt;
};
struct search_found {
	const struct search_hit *hits;
	size_t n;
	int64_t total; /* of all, not of hits */
	bool more;     /* and perhaps more than total */
};
/* search_refs_of, and the documents from place `from` on, at most count: all in db->a. */
must_check const struct fault *search_find(struct db *db, struct str query, enum search_kind kind,
	size_t from, size_t count, struct search_found *out);

/* Titles that could be meant by what was typed so far: all words but the last whole, the last one begun. */
struct search_ideas {
	struct str titles[LIMIT_SEARCH_IDEAS];
	struct str addresses[LIMIT_SEARCH_IDEAS];
	size_t n;
};
must_check const struct fault *search_suggest(struct db *db, struct str query, struct search_ideas *out);

/* Folded words that are known elsewhere (names of procedures), sorted by search_lexicon_sort(). */
struct search_spelling {
	struct str folded, shown;
};
struct search_lexicon {
	struct search_spelling *words;
	size_t n;
};
void search_lexicon_sort(struct search_lexicon *l);
/* The query with each word that nothing public has replaced by one near to it that something has, spelled as
 * there: "giya phep" -> "giấy phep". Empty when there is nothing to correct or nothing near. */
must_check const struct fault *search_correct(
	struct db *db, const struct search_terms *t, const struct search_lexicon *l, struct str *out);
