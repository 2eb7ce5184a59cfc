#pragma once
/*
 * Canonical JSON (RFC 8785) of the journal: members sorted by the UTF-16 code units of their names, no white
 * space, minimal escapes, numbers only as integers that every JSON reader holds exactly. The writer asserts
 * what the caller must see to (order, range, well-formed text); the check is for bytes that come from
 * elsewhere.
 */
#include "json/json_write.h"

/* 2^53 - 1: the largest integer that a reader with IEEE doubles keeps (RFC 7493 2.2). */
#define CANON_INT_MAX INT64_C(9007199254740991)

struct canon {
	struct json_out json;
	struct str last[LIMIT_JSON_DEPTH + 1]; /* by depth, the key before; must live until the end */
};
/* Begins an object. */
void canon_begin(struct canon *c, struct buf *out);
void canon_str(struct canon *c, struct str key, struct str value);
void canon_int(struct canon *c, struct str key, int64_t value);
void canon_bool(struct canon *c, struct str key, bool value);
/* An object as the value of key; canon_end closes it. */
void canon_object(struct canon *c, struct str key);
/* An array of texts. */
void canon_strs(struct canon *c, struct str key, const struct str *values, size_t count);
/* Closes the innermost object; the last one ends the text. */
void canon_end(struct canon *c);

/* Order of two names by UTF-16 code units (RFC 8785 3.2.3), both valid UTF-8. */
int canon_key_cmp(struct str a, struct str b);
/* Whether text is what the writer above would have written: one value, every rule kept. */
must_check bool json_is_canonical(struct str text);
