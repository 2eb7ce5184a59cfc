#pragma once
/*
 * Reads JSON (RFC 8259) strictly, token by token, from a slice: no byte order mark, no comments, no trailing
 * comma, no broken UTF-8, no lone surrogate, no name twice in one object. Depth and number of names are
 * bounded. Only a string with escapes takes memory; every other text is a slice of the input.
 */
#include "base/limits.h"
#include "base/str.h"

enum json_kind {
	JSON_END, /* the one value is complete and nothing follows */
	JSON_BAD, /* see json_reader.error and .at */
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_STRING,
	JSON_OBJECT,
	JSON_ARRAY,
	JSON_CLOSE, /* the end of the innermost object or array */
};
enum json_error {
	JSON_FINE,
	JSON_SYNTAX, /* not JSON */
	JSON_TEXT,   /* broken UTF-8, control character, lone surrogate or unknown escape in a string */
	JSON_DUPLICATE_KEY, /* a name twice in one object */
	JSON_TOO_DEEP,      /* past LIMIT_JSON_DEPTH */
	JSON_TOO_MANY_KEYS, /* past LIMIT_JSON_KEYS in the objects that are open */
};
struct json_token {
	enum json_kind kind;
	bool has_key, is_int; /* is_int: a number without fraction and exponent that fits number; not -0 */
	struct str key;       /* of a member of an object */
	struct str text;      /* the string, unescaped (it may hold NUL); or the number as it stands */
	int64_t number;       /* when is_int */
};
struct json_reader {
	struct arena *a;
	struct str text;
	size_t at; /* byte of text to read next; after an error, about where it is */
	enum json_error error;
	unsigned depth;
	bool started, more; /* more: the open object or array holds something */
	bool object[LIMIT_JSON_DEPTH + 1];
	unsigned first_key[LIMIT_JSON_DEPTH + 1]; /* of the object at this depth, in keys */
	unsigned key_count;
	struct str keys[LIMIT_JSON_KEYS]; /* of the open objects; set up to key_count */
};

/* Sets what must be set; r need not be zeroed. text and what lies in a must outlive the tokens. */
void json_begin(struct json_reader *r, struct arena *a, struct str text);
/* The next token. False at the end, t->kind then is JSON_END or JSON_BAD. */
must_check bool json_next(struct json_reader *r, struct json_token *t);
/* After JSON_OBJECT or JSON_ARRAY: reads up to its JSON_CLOSE. False when that is bad. */
must_check bool json_skip(struct json_reader *r);

/*
 * The common case: an object without objects or arrays in it (journal entries, small request bodies).
 */
/* Reads the whole text as one flat object into members (in their order), at most cap. JSON_SYNTAX also when
 * it is not flat, JSON_TOO_MANY_KEYS when cap does not suffice. Untouched *count on error. */
must_check enum json_error json_read_flat(
	struct arena *a, struct str text, struct json_token *members, size_t cap, size_t *count);
/* The member of that name, NULL when there is none. */
const struct json_token *json_find(const struct json_token *members, size_t count, struct str key);
/* The member's text or integer. False when it is missing or of another kind. */
must_check bool json_find_str(
	const struct json_token *members, size_t count, struct str key, struct str *out);
must_check bool json_find_int(const struct json_token *members, size_t count, struct str key, int64_t *out);
