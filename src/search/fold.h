#pragma once
/*
 * Vietnamese text as people search and sort it. One folded key for every database: without marks, đ as d,
 * lower-case, words with single blanks between them. Where the tone mark stands (hoà, hòa) and whether it
 * came composed or not makes no difference. Every text given here must be valid UTF-8.
 */
#include "base/limits.h"
#include "base/utf8.h"

/* Unicode NFC: the form in which text is stored. s itself when it is that already. */
struct str nfc(struct arena *a, struct str s);
/* "Đổi giấy phép – lái xe" -> "doi giay phep lai xe". Also compatibility forms: full-width letters,
 * ligatures. */
struct str fold(struct arena *a, struct str s);
/* For addresses (/tin-tuc/…): the folded words with hyphens, ASCII letters and digits only, at most
 * LIMIT_SLUG_CHARS, whole words where possible. May be empty: then the caller has a number. */
struct str slug(struct arena *a, struct str title);

/*
 * Keys whose bytes are in the order of the alphabet a ă â b c d đ e ê … y (f j w z where Latin has them), and
 * within the same letters in the order none, huyền, hỏi, ngã, sắc, nặng; word by word, as dictionaries do.
 * ASCII for Vietnamese text. To be compared by bytes (SQLite's BINARY, PostgreSQL's COLLATE "C").
 */
struct str sort_key(struct arena *a, struct str s);
/* A person's: the given name, which is the last word, then the middle names, then the family name. */
struct str name_sort_key(struct arena *a, struct str name);

/* One word of a text. Slices in the arena of word_begin. */
struct word {
	struct str folded;  /* "giay" */
	struct str letters; /* weights of its letters, marks of quality counted, tone not */
	char tone;          /* '0' none … '5' nặng */
};
struct words {
	struct arena *a;
	const int32_t *rest; /* decomposed code points */
	size_t n;
};
struct words word_begin(struct arena *a, struct str s);
must_check bool word_next(struct words *w, struct word *word);
