#define _DEFAULT_SOURCE
#include "http/stamp.h"

#include <unistd.h>

enum { MARK_BYTES = 16 };

struct stamp_key stamp_new_key(void)
{
	struct stamp_key key;

	if (getentropy(key.bytes, sizeof key.bytes) != 0)
		impossible(); /* the kernel always has entropy for 32 bytes */
	return key;
}

struct sha256 stamp_mark(const struct stamp_key *key, struct str words)
{
	return hmac_sha256((struct str){ key->bytes, sizeof key->bytes }, words);
}

static struct str made(struct arena *a, const struct stamp_key *key, struct str head)
{
	struct sha256 mark = stamp_mark(key, head);
	struct buf b = { .a = a };

	buf_add(&b, head);
	buf_char(&b, '.');
	add_hex(&b, (struct str){ (const char *)mark.b, MARK_BYTES });
	return buf_str(&b);
}

struct str stamp_make(struct arena *a, const struct stamp_key *key, instant now, uint64_t nonce)
{
	return made(a, key, str_fmt(a, "%lld.%llu", (long long)now, (unsigned long long)nonce));
}

enum stamp_verdict stamp_check(const struct stamp_key *key, struct str stamp, instant now)
{
	ARENA a = { 0 };
	struct str rest = stamp, time, nonce;
	int64_t at;

	if (stamp.n > STAMP_CHARS || !str_cut(&rest, '.', &time) || !str_cut(&rest, '.', &nonce) ||
		!str_int(time, &at) || !str_eq(stamp, made(&a, key, str_sub(stamp, 0, time.n + 1 + nonce.n))))
		return STAMP_FORGED;
	if (now - at < STAMP_SOONEST_S)
		return STAMP_TOO_SOON;
	return now - at > STAMP_LATEST_S ? STAMP_TOO_OLD : STAMP_FINE;
}
