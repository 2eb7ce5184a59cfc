#include "out/zip.h"

#include "out/deflate.h"

enum {
	LOCAL = 0x04034b50,
	CENTRAL = 0x02014b50,
	END = 0x06054b50,
	LOCAL_BYTES = 30,
	CENTRAL_BYTES = 46,
	END_BYTES = 22,
	COMMENT_MOST = 65535,
	DEFLATED = 8,
	VERSION = 20,
	UTF8_NAME = 0x800,
	ENCRYPTED = 1,
	DAY_ONE = 0x21, /* 1980-01-01 */
};

static uint32_t crc32_of(struct str s)
{
	const uint32_t polynomial = 0xEDB88320u;
	uint32_t c = ~0u;

	for (size_t i = 0; i < s.n; i++) {
		c ^= (unsigned char)s.p[i];
		for (int bit = 0; bit < 8; bit++)
			c = c >> 1 ^ (c & 1 ? polynomial : 0);
	}
	return ~c;
}

/* Little-endian numbers; the caller knows that they are there. */
static uint32_t at(struct str s, size_t offset, int bytes)
{
	uint32_t n = 0;

	for (int i = bytes; i > 0; i--)
		n = n << 8 | (unsigned char)s.p[offset + (size_t)i - 1];
	return n;
}

static void put(struct buf *b, uint32_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(b, (char)(n >> 8 * i & 0xFF));
}

/* The end record may have a comment behind it. */
static bool find_end(struct str s, size_t *end)
{
	size_t least = s.n > END_BYTES + COMMENT_MOST ? s.n - END_BYTES - COMMENT_MOST : 0;

	for (size_t i = s.n >= END_BYTES ? s.n - END_BYTES + 1 : 0; i > least; i--)
		if (at(s, i - 1, 4) == END) {
			*end = i - 1;
			return true;
		}
	return false;
}

/* The bytes of an entry stand behind its local head, whose name and extra field have lengths of their own. */
static bool find_bytes(struct str s, size_t head, size_t packed, struct str *raw)
{
	if (head > s.n || s.n - head < LOCAL_BYTES || at(s, head, 4) != LOCAL)
		return false;
	size_t from = head + LOCAL_BYTES + at(s, head + 26, 2) + at(s, head + 28, 2);

	if (from > s.n || s.n - from < packed)
		return false;
	*raw = str_sub(s, from, from + packed);
	return true;
}

static bool read_entry(struct str s, size_t *i, struct zip_entry *e)
{
	if (*i > s.n || s.n - *i < CENTRAL_BYTES || at(s, *i, 4) != CENTRAL)
		return false;
	uint32_t method = at(s, *i + 10, 2), packed = at(s, *i + 20, 4), name = at(s, *i + 28, 2);
	size_t next = *i + CENTRAL_BYTES + name + at(s, *i + 30, 2) + at(s, *i + 32, 2);

	*e = (struct zip_entry){ .name = str_sub(s, *i + CENTRAL_BYTES, *i + CENTRAL_BYTES + name),
		.crc = at(s, *i + 16, 4),
		.size = at(s, *i + 24, 4),
		.deflated = method == DEFLATED };
	if (next > s.n || (method && method != DEFLATED) || at(s, *i + 8, 2) & ENCRYPTED ||
		(!method && packed != e->size) || !find_bytes(s, at(s, *i + 42, 4), packed, &e->raw))
		return false;
	*i = next;
	return true;
}

bool zip_read(struct zip *z, struct str bytes)
{
	size_t end, i;

	z->n = 0;
	if (bytes.n > LIMIT_TEMPLATE_BYTES || !find_end(bytes, &end))
		return false;
	uint32_t n = at(bytes, end + 10, 2);

	i = at(bytes, end + 16, 4);
	if (n > LIMIT_TEMPLATE_ENTRIES)
		return false;
	for (; z->n < (int)n; z->n++)
		if (!read_entry(bytes, &i, &z->entries[z->n]))
			return false;
	return true;
}

struct zip_entry *zip_find(struct zip *z, struct str name)
{
	for (int i = 0; i < z->n; i++)
		if (str_eq(z->entries[i].name, name))
			return &z->entries[i];
	return NULL;
}

bool zip_unpack(struct arena *a, const struct zip_entry *e, struct str *out)
{
	if (e->size > LIMIT_TEMPLATE_BYTES)
		return false;
	*out = e->raw;
	if (e->deflated && !inflate_raw(a, e->raw, e->size, out))
		return false;
	return crc32_of(*out) == e->crc;
}

struct zip_entry zip_stored(struct str name, struct str bytes)
{
	return (struct zip_entry){ name, bytes, crc32_of(bytes), (uint32_t)bytes.n, false };
}

/* What local and central heads share, from the version on. */
static void put_head(struct buf *b, const struct zip_entry *e)
{
	put(b, VERSION, 2);
	put(b, UTF8_NAME, 2);
	put(b, e->deflated ? DEFLATED : 0, 2);
	put(b, DAY_ONE << 16, 4);
	put(b, e->crc, 4);
	put(b, (uint32_t)e->raw.n, 4);
	put(b, e->size, 4);
	put(b, (uint32_t)e->name.n, 2);
	put(b, 0, 2);
}

struct str zip_write(struct arena *a, const struct zip_entry *entries, int n)
{
	struct buf b = { .a = a }, central = { .a = a };

	for (int i = 0; i < n; i++) {
		const struct zip_entry *e = &entries[i];

		put(&central, CENTRAL, 4);
		put(&central, VERSION, 2);
		put_head(&central, e);
		put(&central, 0, 2 + 2);
		put(&central, 0, 2);
		put(&central, 0, 4);
		put(&central, (uint32_t)b.n, 4);
		buf_add(&central, e->name);
		put(&b, LOCAL, 4);
		put_head(&b, e);
		buf_add(&b, e->name);
		buf_add(&b, e->raw);
	}
	uint32_t start = (uint32_t)b.n;

	buf_add(&b, buf_str(&central));
	put(&b, END, 4);
	put(&b, 0, 4);
	put(&b, (uint32_t)n, 2);
	put(&b, (uint32_t)n, 2);
	put(&b, (uint32_t)central.n, 4);
	put(&b, start, 4);
	put(&b, 0, 2);
	return buf_str(&b);
}
