#include "base/hash.h"

#include <openssl/hmac.h>
#include <openssl/sha.h>

/* The low-level calls: one EVP context per hash costs more than the hash of an entry. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

struct sha256 sha256_of(struct str prefix, struct str s)
{
	struct sha256 h;
	SHA256_CTX c;

	SHA256_Init(&c);
	SHA256_Update(&c, prefix.p, prefix.n);
	SHA256_Update(&c, s.p, s.n);
	SHA256_Final(h.b, &c);
	return h;
}

struct sha256 sha256_node(uint8_t tag, const struct sha256 *a, const struct sha256 *b)
{
	struct sha256 h;
	SHA256_CTX c;

	SHA256_Init(&c);
	SHA256_Update(&c, &tag, 1);
	SHA256_Update(&c, a->b, sizeof a->b);
	SHA256_Update(&c, b->b, sizeof b->b);
	SHA256_Final(h.b, &c);
	return h;
}

struct sha256 hmac_sha256(struct str key, struct str message)
{
	struct sha256 h;
	unsigned n = 0;
	const unsigned char *made = HMAC(EVP_sha256(), key.p ? key.p : "", (int)key.n,
		(const unsigned char *)message.p, message.n, h.b, &n);

	assert(made && n == SHA256_BYTES);
	(void)made;
	return h;
}

struct sha1 hmac_sha1(struct str key, struct str message)
{
	struct sha1 h;
	unsigned n = 0;
	const unsigned char *made = HMAC(EVP_sha1(), key.p ? key.p : "", (int)key.n,
		(const unsigned char *)message.p, message.n, h.b, &n);

	assert(made && n == SHA1_BYTES);
	return h;
}

static const char base64_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void add_base64(struct buf *b, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i += 3) {
		size_t left = bytes.n - i;
		uint32_t v = (uint32_t)(uint8_t)bytes.p[i] << 16;

		if (left > 1)
			v |= (uint32_t)(uint8_t)bytes.p[i + 1] << 8;
		if (left > 2)
			v |= (uint8_t)bytes.p[i + 2];
		buf_char(b, base64_letters[v >> 18]);
		buf_char(b, base64_letters[v >> 12 & 63]);
		buf_char(b, left > 1 ? base64_letters[v >> 6 & 63] : '=');
		buf_char(b, left > 2 ? base64_letters[v & 63] : '=');
	}
}

static int base64_value(char c)
{
	const char *at = c ? strchr(base64_letters, c) : NULL;

	return at ? (int)(at - base64_letters) : -1;
}

bool base64_decode(struct arena *a, struct str text, struct str *out)
{
	size_t pad = str_ends(text, S("==")) ? 2 : str_ends(text, S("=")) ? 1 : 0;

	if (text.n % 4)
		return false;
	char *p = arena_alloc(a, text.n / 4 * 3 + 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < text.n; i += 4) {
		uint32_t v = 0;
		for (size_t k = 0; k < 4; k++) {
			bool padding = i + k >= text.n - pad;
			int d = padding ? 0 : base64_value(text.p[i + k]);
			if (d < 0)
				return false;
			v = v << 6 | (uint32_t)d;
		}
		p[n++] = (char)(v >> 16);
		p[n++] = (char)(v >> 8 & 255);
		p[n++] = (char)(v & 255);
	}
	bool clean = pad == 0 || (pad == 1 && p[n - 1] == 0) || (pad == 2 && p[n - 1] == 0 && p[n - 2] == 0);
	*out = (struct str){ p, n - pad };
	return clean;
}

void add_hex(struct buf *b, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		buf_char(b, "0123456789abcdef"[(uint8_t)bytes.p[i] >> 4]);
		buf_char(b, "0123456789abcdef"[(uint8_t)bytes.p[i] & 15]);
	}
}
