#include "visitor/visitor.h"
#include "base/limits.h"

enum { NOTE_BYTES = 16 };

/* The purpose ends with a NUL, which none has: "a" and "bc" is not "ab" and "c". */
struct sha256 visitor_hash(const struct visitor_key *key, struct str purpose, struct str network)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	buf_add(&b, purpose);
	buf_char(&b, '\0');
	buf_add(&b, network);
	return hmac_sha256((struct str){ (const char *)key->b, sizeof key->b }, buf_str(&b));
}

struct str visitor_note(
	struct arena *a, const struct visitor_key *key, struct str purpose, struct str network, instant at)
{
	struct buf b = { .a = a };
	struct sha256 hash =
		visitor_hash(key, str_fmt(a, "note/%.*s/%lld", ARG(purpose), (long long)at), network);

	buf_int(&b, at);
	buf_char(&b, '-');
	add_hex(&b, (struct str){ (const char *)hash.b, NOTE_BYTES });
	return buf_str(&b);
}

/* Equal, in a time that does not tell where they differ. */
static bool same(struct str a, struct str b)
{
	unsigned differ = a.n != b.n;

	for (size_t i = 0; i < a.n && i < b.n; i++)
		differ |= (unsigned)(a.p[i] ^ b.p[i]);
	return !differ;
}

bool visitor_note_is_good(
	const struct visitor_key *key, struct str purpose, struct str network, struct str note, instant now)
{
	ARENA a = { 0 };
	int64_t at;

	if (!str_int(str_sub(note, 0, str_find_char(note, '-')), &at) || at > now ||
		at < now - VISITOR_FORM_S)
		return false;
	return same(note, visitor_note(&a, key, purpose, network, at));
}
