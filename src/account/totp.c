#include "account/totp.h"

int64_t hotp(struct str secret, int64_t counter, int digits)
{
	uint8_t message[8];
	int64_t modulus = 1;

	for (int i = 0; i < 8; i++)
		message[i] = (uint8_t)((uint64_t)counter >> (56 - 8 * i));
	struct sha1 h = hmac_sha1(secret, (struct str){ (const char *)message, sizeof message });
	const uint8_t *at = h.b + (h.b[SHA1_BYTES - 1] & 15);
	uint32_t word = (uint32_t)(at[0] & 127) << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];

	for (int i = 0; i < digits; i++)
		modulus *= 10;
	return word % modulus;
}

static bool read_code(struct str code, int64_t *out)
{
	int64_t n = 0;
	int digits = 0;

	for (size_t i = 0; i < code.n; i++) {
		if (code.p[i] == ' ')
			continue;
		if (code.p[i] < '0' || code.p[i] > '9' || ++digits > TOTP_DIGITS)
			return false;
		n = n * 10 + (code.p[i] - '0');
	}
	*out = n;
	return digits == TOTP_DIGITS;
}

bool totp_fits(struct str secret, struct str code, int64_t now_s, int64_t last_step, int64_t *step)
{
	int64_t typed, now = now_s / TOTP_STEP_S;
	bool fits = false;

	if (!secret.n || !read_code(code, &typed))
		return false;
	for (int64_t t = now - 1; t <= now + 1; t++)
		if (t > last_step && hotp(secret, t, TOTP_DIGITS) == typed) {
			*step = t;
			fits = true;
		}
	return fits;
}

void add_base32(struct buf *b, struct str bytes)
{
	uint32_t held = 0;
	int bits = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		held = held << 8 | (uint8_t)bytes.p[i];
		for (bits += 8; bits >= 5; bits -= 5)
			buf_char(b, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[held >> (bits - 5) & 31]);
		held &= 31; /* at most four bits wait */
	}
	if (bits)
		buf_char(b, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[held << (5 - bits) & 31]);
}

struct str totp_uri(struct arena *a, struct str login, struct str secret)
{
	struct buf b = { .a = a };

	buf_fmt(&b, "otpauth://totp/motcua:%.*s?secret=", ARG(login));
	add_base32(&b, secret);
	buf_add(&b, S("&issuer=motcua"));
	return buf_str(&b);
}

struct str recovery_code(struct arena *a, const uint8_t random[RECOVERY_BYTES])
{
	struct buf plain = { .a = a }, b = { .a = a };

	add_base32(&plain, (struct str){ (const char *)random, RECOVERY_BYTES });
	struct str lower = str_lower_ascii(a, buf_str(&plain));

	for (size_t i = 0; i < lower.n; i++) {
		if (i && i % 4 == 0)
			buf_char(&b, '-');
		buf_char(&b, lower.p[i]);
	}
	return buf_str(&b);
}

struct sha256 recovery_hash(struct arena *a, int64_t account, struct str code)
{
	struct buf plain = { .a = a };
	struct str lower = str_lower_ascii(a, code);

	for (size_t i = 0; i < lower.n; i++)
		if (lower.p[i] != '-' && lower.p[i] != ' ')
			buf_char(&plain, lower.p[i]);
	return sha256_of(str_fmt(a, "recovery %lld ", (long long)account), buf_str(&plain));
}
