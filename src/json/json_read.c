#include "json/json_read.h"

#include "base/utf8.h"

void json_begin(struct json_reader *r, struct arena *a, struct str text)
{
	r->a = a;
	r->text = text;
	r->at = 0;
	r->error = JSON_FINE;
	r->depth = r->key_count = 0;
	r->started = r->more = false;
	r->object[0] = false;
}

static bool fail(struct json_reader *r, enum json_error error)
{
	r->error = error;
	return false;
}

/* The byte to read next; 0, which stands nowhere in JSON, at the end. */
static char peek(const struct json_reader *r)
{
	return r->at < r->text.n ? r->text.p[r->at] : '\0';
}

static bool take(struct json_reader *r, char c)
{
	if (r->at >= r->text.n || r->text.p[r->at] != c)
		return false;
	r->at++;
	return true;
}

static void skip_blanks(struct json_reader *r)
{
	for (char c = peek(r); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = peek(r))
		r->at++;
}

/* Four hexadecimal digits after \u. */
static bool read_unit(struct str *rest, uint32_t *unit)
{
	uint32_t value = 0;

	if (rest->n < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = rest->p[i];
		uint32_t digit;
		if (c >= '0' && c <= '9')
			digit = (uint32_t)(c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			digit = (uint32_t)((c | 32) - 'a') + 10;
		else
			return false;
		value = value << 4 | digit;
	}
	*rest = str_sub(*rest, 4, rest->n);
	*unit = value;
	return true;
}

/* What follows \u; a first half of a pair must have its second (RFC 8259 8.2). */
static bool unescape_unit(struct str *rest, struct buf *b)
{
	uint32_t unit, low;

	if (!read_unit(rest, &unit) || (unit >= 0xDC00 && unit <= 0xDFFF))
		return false;
	if (unit >= 0xD800 && unit < 0xDC00) {
		if (!str_starts(*rest, S("\\u")))
			return false;
		*rest = str_sub(*rest, 2, rest->n);
		if (!read_unit(rest, &low) || low < 0xDC00 || low > 0xDFFF)
			return false;
		unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
	}
	utf8_add(b, unit);
	return true;
}

static bool unescape(struct arena *a, struct str raw, struct str *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	struct buf b = { .a = a, .p = arena_alloc(a, raw.n, 1), .cap = raw.n }; /* never longer than raw */

	while (raw.n) {
		size_t plain = str_find_char(raw, '\\');
		buf_add(&b, str_sub(raw, 0, plain));
		raw = str_sub(raw, plain, raw.n);
		if (raw.n < 2)
			break;
		char c = raw.p[1];
		raw = str_sub(raw, 2, raw.n);
		const char *known = memchr(from, c, sizeof from - 1);
		if (known)
			buf_char(&b, to[known - from]);
		else if (c != 'u' || !unescape_unit(&raw, &b))
			return false;
	}
	*out = buf_str(&b);
	return true;
}

/* A bit for each byte of the word that ends a plain run: a control, '"' or '\\'. May say so too often for the
 * bytes after the first one, never too rarely. */
static uint64_t stops(uint64_t word)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';

	return (((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) |
		       ((backslash - ones) & ~backslash)) &
	       tops;
}

/* The end of the string's raw bytes: the closing quote. */
static bool find_quote(struct json_reader *r, bool *escaped)
{
	const char *p = r->text.p;
	size_t n = r->text.n, i = r->at;

	while (i < n) {
		uint64_t word = 0;
		if (i + sizeof word <= n) {
			memcpy(&word, p + i, sizeof word);
			if (!stops(word)) {
				i += sizeof word;
				continue;
			}
		}
		size_t end = i + sizeof word < n ? i + sizeof word : n;
		for (; i < end && p[i] != '"' && p[i] != '\\' && (uint8_t)p[i] >= 0x20; i++) {
		}
		if (i == end)
			continue;
		r->at = i;
		if (p[i] == '"')
			return true;
		if (p[i] != '\\')
			return fail(r, JSON_TEXT);
		*escaped = true;
		i += 2; /* whatever follows the backslash does not end the string */
	}
	r->at = n;
	return fail(r, JSON_SYNTAX);
}

/* After the opening quote. */
static bool read_string(struct json_reader *r, struct str *out)
{
	size_t from = r->at;
	bool escaped = false;

	if (!find_quote(r, &escaped))
		return false;
	struct str raw = str_sub(r->text, from, r->at);
	r->at++;
	if (utf8_valid(raw) && (!escaped || unescape(r->a, raw, &raw))) {
		*out = raw;
		return true;
	}
	r->at = from;
	return fail(r, JSON_TEXT);
}

static bool skip_digits(struct json_reader *r)
{
	size_t from = r->at;

	while (peek(r) >= '0' && peek(r) <= '9')
		r->at++;
	return r->at > from;
}

static bool read_number(struct json_reader *r, struct json_token *t)
{
	size_t from = r->at;
	bool minus = take(r, '-'), zero = take(r, '0'), whole = true;

	if (!zero && !skip_digits(r))
		return fail(r, JSON_SYNTAX);
	if (take(r, '.')) {
		whole = false;
		if (!skip_digits(r))
			return fail(r, JSON_SYNTAX);
	}
	if (take(r, 'e') || take(r, 'E')) {
		whole = false;
		if (!take(r, '+'))
			(void)take(r, '-');
		if (!skip_digits(r))
			return fail(r, JSON_SYNTAX);
	}
	t->kind = JSON_NUMBER;
	t->text = str_sub(r->text, from, r->at);
	t->is_int = whole && !(minus && zero) && str_int(t->text, &t->number);
	return true;
}

static bool read_word(struct json_reader *r, struct json_token *t, struct str word, enum json_kind kind)
{
	if (!str_starts(str_sub(r->text, r->at, r->text.n), word))
		return fail(r, JSON_SYNTAX);
	r->at += word.n;
	t->kind = kind;
	return true;
}

static bool read_open(struct json_reader *r, struct json_token *t, bool object)
{
	if (r->depth == LIMIT_JSON_DEPTH)
		return fail(r, JSON_TOO_DEEP);
	r->at++;
	r->depth++;
	r->object[r->depth] = object;
	r->first_key[r->depth] = r->key_count;
	r->more = false;
	t->kind = object ? JSON_OBJECT : JSON_ARRAY;
	return true;
}

static bool read_value(struct json_reader *r, struct json_token *t)
{
	r->more = true; /* for read_open to take back */
	switch (peek(r)) {
	case '"':
		r->at++;
		t->kind = JSON_STRING;
		return read_string(r, &t->text);
	case '{': return read_open(r, t, true);
	case '[': return read_open(r, t, false);
	case 't': return read_word(r, t, S("true"), JSON_TRUE);
	case 'f': return read_word(r, t, S("false"), JSON_FALSE);
	case 'n': return read_word(r, t, S("null"), JSON_NULL);
	default: return read_number(r, t);
	}
}

static bool read_key(struct json_reader *r, struct json_token *t)
{
	if (!take(r, '"'))
		return fail(r, JSON_SYNTAX);
	if (!read_string(r, &t->key))
		return false;
	for (unsigned i = r->first_key[r->depth]; i < r->key_count; i++)
		if (str_eq(r->keys[i], t->key))
			return fail(r, JSON_DUPLICATE_KEY);
	if (r->key_count == LIMIT_JSON_KEYS)
		return fail(r, JSON_TOO_MANY_KEYS);
	r->keys[r->key_count++] = t->key;
	t->has_key = true;
	skip_blanks(r);
	if (!take(r, ':'))
		return fail(r, JSON_SYNTAX);
	skip_blanks(r);
	return true;
}

static bool close_here(struct json_reader *r, struct json_token *t)
{
	if (!take(r, r->object[r->depth] ? '}' : ']'))
		return false;
	r->key_count = r->first_key[r->depth];
	r->depth--;
	r->more = true; /* what was closed stands in the one around it */
	t->kind = JSON_CLOSE;
	return true;
}

/* The token, JSON_END, or an error. */
static bool read_token(struct json_reader *r, struct json_token *t)
{
	skip_blanks(r);
	if (!r->depth) {
		if (!r->started) {
			r->started = true;
			return read_value(r, t);
		}
		t->kind = JSON_END;
		return r->at == r->text.n || fail(r, JSON_SYNTAX);
	}
	if (close_here(r, t))
		return true;
	if (r->more && !take(r, ','))
		return fail(r, JSON_SYNTAX);
	skip_blanks(r);
	return (!r->object[r->depth] || read_key(r, t)) && read_value(r, t);
}

bool json_next(struct json_reader *r, struct json_token *t)
{
	*t = (struct json_token){ 0 };
	if (r->error || !read_token(r, t)) {
		*t = (struct json_token){ .kind = JSON_BAD };
		return false;
	}
	return t->kind != JSON_END;
}

bool json_skip(struct json_reader *r)
{
	struct json_token t;

	assert(r->depth);
	for (unsigned around = r->depth - 1; r->depth > around;)
		if (!json_next(r, &t))
			return false;
	return true;
}

enum json_error json_read_flat(
	struct arena *a, struct str text, struct json_token *members, size_t cap, size_t *count)
{
	struct json_reader r;
	struct json_token t;
	size_t n = 0;

	json_begin(&r, a, text);
	if (!json_next(&r, &t))
		return r.error;
	if (t.kind != JSON_OBJECT)
		return JSON_SYNTAX;
	while (json_next(&r, &t) && t.kind != JSON_CLOSE) {
		if (t.kind == JSON_OBJECT || t.kind == JSON_ARRAY)
			return JSON_SYNTAX;
		if (n == cap)
			return JSON_TOO_MANY_KEYS;
		members[n++] = t;
	}
	if (!r.error && json_next(&r, &t))
		return JSON_SYNTAX;
	if (!r.error)
		*count = n;
	return r.error;
}

const struct json_token *json_find(const struct json_token *members, size_t count, struct str key)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(members[i].key, key))
			return &members[i];
	return NULL;
}

bool json_find_str(const struct json_token *members, size_t count, struct str key, struct str *out)
{
	const struct json_token *t = json_find(members, count, key);

	if (!t || t->kind != JSON_STRING)
		return false;
	*out = t->text;
	return true;
}

bool json_find_int(const struct json_token *members, size_t count, struct str key, int64_t *out)
{
	const struct json_token *t = json_find(members, count, key);

	if (!t || !t->is_int)
		return false;
	*out = t->number;
	return true;
}
