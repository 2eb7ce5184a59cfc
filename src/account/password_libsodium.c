#include "account/secret.h"

#include <sodium.h>

static void begin(void)
{
	if (sodium_init() < 0) /* may be called by every thread, again and again */
		impossible();
}

void random_bytes(void *to, size_t n)
{
	begin();
	randombytes_buf(to, n);
}

const struct fault *password_hash(struct arena *a, struct str password, struct str *hash)
{
	char *text = NEW_ARRAY(a, char, crypto_pwhash_STRBYTES);

	begin();
	if (crypto_pwhash_str_alg(text, password.p ? password.p : "", password.n,
		    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
		    crypto_pwhash_ALG_ARGON2ID13) != 0)
		return FAULT(a, FAULT_BUSY, "no memory to hash a password");
	*hash = str_of(text);
	return NULL;
}

bool password_matches(struct arena *a, struct str password, struct str hash)
{
	begin();
	return hash.n < crypto_pwhash_STRBYTES &&
	       crypto_pwhash_str_verify(str_c(a, hash), password.p ? password.p : "", password.n) == 0;
}
