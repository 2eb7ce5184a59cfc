#pragma once
/*
 * Texts and queries as the words that the index of public pages (search/search_store.h) is made of, the piece
 * of a text that shows why it was found, and what somebody may have meant who mistyped a word. Pure.
 */
#include "search/match.h"

struct search_word {
	struct str raw;    /* as it stands in the text */
	struct str folded; /* "hoa"; at most LIMIT_SEARCH_WORD_BYTES */
	struct str exact;  /* with its marks, as a key that begins with '='; empty: it has none */
};
/* Words of a text in order. { text, a } begins. Text must be valid UTF-8; in NFC for raw to be whole words.
 */
struct search_words {
	struct str rest;
	struct arena *a;
	struct str raw; /* a sign may stand for several words: what is left of it */
	struct words inner;
};
must_check bool search_word_next(struct search_words *w, struct search_word *out);

/* A query, cut to LIMIT_QUERY_CHARS and LIMIT_QUERY_WORDS; words that come twice count once. */
struct search_terms {
	size_t n;
	struct search_word words[LIMIT_QUERY_WORDS];
	bool marked; /* some word has marks: texts with the same ones come first */
};
/* query may be anything: bytes that are no UTF-8 end it. */
void search_terms_read(struct search_terms *t, struct arena *a, struct str query);

/* A piece of text, words of the query marked. */
struct search_part {
	struct str text;
	bool marked;
};
struct search_excerpt {
	const struct search_part *parts;
	size_t n;
	bool cut_before, cut_after; /* text was left out there */
	size_t found;               /* how many words are marked */
};
/* About LIMIT_EXCERPT_CHARS characters of text around the first word that was asked for; its beginning when
 * there is none. exact: marks must agree where the query has them. */
struct search_excerpt search_excerpt_of(
	struct arena *a, const struct search_terms *t, struct str text, bool exact);

/* Folded words that differ from word by one letter (added, left out, another one, two swapped), without
 * itself; none of words with digits or of other alphabets, or shorter than two letters. */
struct search_near {
	const struct str *words;
	size_t n;
};
struct search_near search_near_words(struct arena *a, struct str word);
/* What the keys of Telex or VNI meant when no input method was on: "giaays", "giay61" -> "giay". Empty when
 * word does not look like it. */
struct str search_typed_raw(struct arena *a, struct str word);
