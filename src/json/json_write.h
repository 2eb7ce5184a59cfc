#pragma once
/*
 * Writes JSON (RFC 8259) into a buffer: compact, members in the order given, strings escaped as little as
 * RFC 8785 3.2.2.2 allows. Misuse (a value without a key, an end too many) is a bug and an assert. Bad bytes
 * in a string become U+FFFD, so the output is well-formed whatever comes in.
 */
#include "base/buf.h"
#include "base/limits.h"

struct json_out {
	struct buf *out;
	unsigned depth;
	bool after_key, done;
	bool more[LIMIT_JSON_DEPTH + 1];   /* by depth: something stands there already */
	bool object[LIMIT_JSON_DEPTH + 1]; /* by depth: members, not elements */
};

void json_object(struct json_out *j);
void json_array(struct json_out *j);
/* Closes the innermost object or array. */
void json_end(struct json_out *j);
void json_key(struct json_out *j, struct str key);
void json_str(struct json_out *j, struct str value);
void json_int(struct json_out *j, int64_t value);
void json_bool(struct json_out *j, bool value);
void json_null(struct json_out *j);
/* n / 10^decimals, with that many decimals (1 to 9): json_decimal(j, 9737, 4) is 0.9737. */
void json_decimal(struct json_out *j, int64_t n, unsigned decimals);
/* part / whole, rounded half up at so many decimals (1 to 9); 0 when whole is 0. Both at least 0 and below
 * 2^33. */
void json_share(struct json_out *j, int64_t part, int64_t whole, unsigned decimals);
/* A value that is JSON already, made by this writer. */
void json_raw(struct json_out *j, struct str json);

/* A key and its value. */
static inline void json_member_str(struct json_out *j, struct str key, struct str value)
{
	json_key(j, key);
	json_str(j, value);
}
static inline void json_member_int(struct json_out *j, struct str key, int64_t value)
{
	json_key(j, key);
	json_int(j, value);
}
static inline void json_member_bool(struct json_out *j, struct str key, bool value)
{
	json_key(j, key);
	json_bool(j, value);
}
static inline void json_member_null(struct json_out *j, struct str key)
{
	json_key(j, key);
	json_null(j);
}
static inline void json_member_object(struct json_out *j, struct str key)
{
	json_key(j, key);
	json_object(j);
}
static inline void json_member_array(struct json_out *j, struct str key)
{
	json_key(j, key);
	json_array(j);
}
/* One value is complete and nothing is open. */
static inline bool json_complete(const struct json_out *j)
{
	return j->done;
}
