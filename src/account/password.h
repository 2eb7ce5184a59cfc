#pragma once
/* What a password must be (domain.md 9.2: TCVN 14423:2026, level 3). That it is none of the last
 * PASSWORDS_REMEMBERED is checked where their hashes are. */
#include "base/str.h"

enum password_flaw {
	PASSWORD_FINE,
	PASSWORD_TOO_SHORT, /* below 8 characters with a second factor, below 14 without */
	PASSWORD_TOO_LONG,
	PASSWORD_TOO_PLAIN, /* without a second factor: not all of lower case, upper case, digits, others */
	PASSWORD_IS_LOGIN,  /* holds the name one signs in with */
	PASSWORD_COMMON, /* in the list of common ones (packs/vn/common-passwords.txt), maybe with digits and
			  * signs behind it */
	PASSWORD_BAD_TEXT, /* no UTF-8, or control characters */
	PASSWORD_USED,     /* one of the last ones */
};
/* a is for work. */
enum password_flaw password_flaw(struct arena *a, struct str password, struct str login, bool second_factor);
/* A password for once that fulfils the rules, of random bytes: "Kx7mQp2w-…". */
enum { ONE_TIME_PASSWORD_BYTES = 16 };
struct str password_of_bytes(struct arena *a, const uint8_t random[ONE_TIME_PASSWORD_BYTES]);
