#include "json/json_write.h"

#include "base/utf8.h"

/* The comma, and whether a value may stand here at all. */
static void before_value(struct json_out *j)
{
	assert(!j->done);
	assert(!j->object[j->depth] || j->after_key);
	if (!j->object[j->depth] && j->more[j->depth])
		buf_char(j->out, ',');
	j->more[j->depth] = true;
	j->after_key = false;
	j->done = j->depth == 0;
}

static void open(struct json_out *j, bool object)
{
	before_value(j);
	assert(j->depth < LIMIT_JSON_DEPTH);
	j->done = false;
	j->depth++;
	j->object[j->depth] = object;
	j->more[j->depth] = false;
	buf_char(j->out, object ? '{' : '[');
}

void json_object(struct json_out *j)
{
	open(j, true);
}

void json_array(struct json_out *j)
{
	open(j, false);
}

void json_end(struct json_out *j)
{
	assert(j->depth && !j->after_key);
	buf_char(j->out, j->object[j->depth] ? '}' : ']');
	j->depth--;
	j->done = j->depth == 0;
}

/* Bytes from the start of s that stand for themselves inside quotes. */
static size_t plain_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.n && (uint8_t)s.p[n] >= 0x20 && s.p[n] != '"' && s.p[n] != '\\')
		n++;
	return n;
}

/* RFC 8785 3.2.2.2: the short escapes, else lower-case \u00xx. */
static void add_escape(struct buf *b, char c)
{
	static const char *const hex = "0123456789abcdef";
	static const struct {
		char c, letter;
	} shorts[] = { { '"', '"' }, { '\\', '\\' }, { '\b', 'b' }, { '\t', 't' }, { '\n', 'n' },
		{ '\f', 'f' }, { '\r', 'r' } };

	buf_char(b, '\\');
	for (size_t i = 0; i < COUNT(shorts); i++)
		if (shorts[i].c == c) {
			buf_char(b, shorts[i].letter);
			return;
		}
	buf_add(b, S("u00"));
	buf_char(b, hex[(uint8_t)c >> 4]);
	buf_char(b, hex[c & 15]);
}

static void add_good(struct buf *b, struct str s)
{
	while (s.n) {
		size_t plain = plain_bytes(s);
		buf_add(b, str_sub(s, 0, plain));
		if (plain < s.n)
			add_escape(b, s.p[plain++]);
		s = str_sub(s, plain, s.n);
	}
}

static void add_quoted(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t good = utf8_good_bytes(s); good < s.n; good = utf8_good_bytes(s)) {
		add_good(b, str_sub(s, 0, good));
		utf8_add(b, REPLACEMENT_CHAR);
		s = str_sub(s, good + 1, s.n);
	}
	add_good(b, s);
	buf_char(b, '"');
}

void json_key(struct json_out *j, struct str key)
{
	assert(j->object[j->depth] && !j->after_key);
	if (j->more[j->depth])
		buf_char(j->out, ',');
	add_quoted(j->out, key);
	buf_char(j->out, ':');
	j->after_key = true;
}

void json_str(struct json_out *j, struct str value)
{
	before_value(j);
	add_quoted(j->out, value);
}

void json_int(struct json_out *j, int64_t value)
{
	before_value(j);
	buf_int(j->out, value);
}

void json_raw(struct json_out *j, struct str json)
{
	assert(json.n);
	before_value(j);
	buf_add(j->out, json);
}

void json_bool(struct json_out *j, bool value)
{
	json_raw(j, value ? S("true") : S("false"));
}

void json_null(struct json_out *j)
{
	json_raw(j, S("null"));
}

enum { MAX_DECIMALS = 9 };

void json_decimal(struct json_out *j, int64_t n, unsigned decimals)
{
	assert(decimals >= 1 && decimals <= MAX_DECIMALS);
	uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	char digits[MAX_DECIMALS];

	for (unsigned i = decimals; i-- > 0; size /= 10)
		digits[i] = (char)('0' + size % 10);
	before_value(j);
	if (n < 0)
		buf_char(j->out, '-');
	buf_int(j->out, (int64_t)size);
	buf_char(j->out, '.');
	buf_add(j->out, (struct str){ digits, decimals });
}

void json_share(struct json_out *j, int64_t part, int64_t whole, unsigned decimals)
{
	int64_t scale = 1;

	assert(part >= 0 && whole >= 0 && part < INT64_C(1) << 33 && whole < INT64_C(1) << 33);
	assert(decimals <= MAX_DECIMALS);
	for (unsigned i = 0; i < decimals; i++)
		scale *= 10;
	json_decimal(j, whole ? (2 * part * scale + whole) / (2 * whole) : 0, decimals);
}
