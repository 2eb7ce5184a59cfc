#include "json/canon.h"

#include "base/utf8.h"
#include "json/json_read.h"

/* UTF-16 puts what lies past U+FFFF (surrogates, D800…) before U+E000…U+FFFF; in UTF-8 their first bytes
 * F0-F4 come after EE and EF. Every other pair of bytes has the same order in both. */
static int rank(char c)
{
	int byte = (uint8_t)c;

	if (byte >= 0xF0)
		return byte - 2;
	return byte >= 0xEE ? byte + 5 : byte;
}

int canon_key_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	for (size_t i = 0; i < n; i++)
		if (a.p[i] != b.p[i])
			return rank(a.p[i]) < rank(b.p[i]) ? -1 : 1;
	return (a.n > b.n) - (a.n < b.n);
}

static void add_key(struct canon *c, struct str key)
{
	struct str *last = &c->last[c->json.depth];

	assert(utf8_valid(key));
	assert(!c->json.more[c->json.depth] || canon_key_cmp(*last, key) < 0);
	*last = key;
	json_key(&c->json, key);
}

void canon_begin(struct canon *c, struct buf *out)
{
	c->json = (struct json_out){ .out = out };
	json_object(&c->json);
}

void canon_str(struct canon *c, struct str key, struct str value)
{
	assert(utf8_valid(value));
	add_key(c, key);
	json_str(&c->json, value);
}

void canon_int(struct canon *c, struct str key, int64_t value)
{
	assert(value >= -CANON_INT_MAX && value <= CANON_INT_MAX);
	add_key(c, key);
	json_int(&c->json, value);
}

void canon_bool(struct canon *c, struct str key, bool value)
{
	add_key(c, key);
	json_bool(&c->json, value);
}

void canon_object(struct canon *c, struct str key)
{
	add_key(c, key);
	json_object(&c->json);
}

void canon_strs(struct canon *c, struct str key, const struct str *values, size_t count)
{
	add_key(c, key);
	json_array(&c->json);
	for (size_t i = 0; i < count; i++) {
		assert(utf8_valid(values[i]));
		json_str(&c->json, values[i]);
	}
	json_end(&c->json);
}

void canon_end(struct canon *c)
{
	json_end(&c->json);
}

/* Writes the token again. False when the value itself has no canonical form here. */
static bool write_again(struct json_out *out, const struct json_token *t)
{
	switch (t->kind) {
	case JSON_OBJECT: json_object(out); return true;
	case JSON_ARRAY: json_array(out); return true;
	case JSON_CLOSE: json_end(out); return true;
	case JSON_STRING: json_str(out, t->text); return true;
	case JSON_NUMBER:
		json_int(out, t->number);
		return t->is_int && t->number >= -CANON_INT_MAX && t->number <= CANON_INT_MAX;
	case JSON_TRUE:
	case JSON_FALSE: json_bool(out, t->kind == JSON_TRUE); return true;
	case JSON_NULL: json_null(out); return true;
	case JSON_END:
	case JSON_BAD: return false;
	}
	impossible();
}

/* A canonical text is the one that comes out when it is read and written again with its keys in order. */
bool json_is_canonical(struct str text)
{
	ARENA a = { 0 };
	struct buf again = { .a = &a };
	struct json_out out = { .out = &again };
	struct str last[LIMIT_JSON_DEPTH + 1];
	struct json_reader in;
	struct json_token t;

	json_begin(&in, &a, text);
	while (json_next(&in, &t)) {
		if (t.has_key) {
			if (out.more[out.depth] && canon_key_cmp(last[out.depth], t.key) >= 0)
				return false;
			last[out.depth] = t.key;
			json_key(&out, t.key);
		}
		if (!write_again(&out, &t))
			return false;
	}
	return t.kind == JSON_END && str_eq(buf_str(&again), text);
}
