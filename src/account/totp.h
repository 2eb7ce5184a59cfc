#pragma once
/* One-time codes from an authenticator (RFC 6238 with HMAC-SHA1, 30 seconds, 6 digits: what every app does).
 */
#include "base/hash.h"

enum { TOTP_SECRET_BYTES = 20, TOTP_STEP_S = 30, TOTP_DIGITS = 6, RECOVERY_CODES = 10, RECOVERY_BYTES = 10 };
/* RFC 4226 5.3: the code of a counter. digits 1 to 9. */
int64_t hotp(struct str secret, int64_t counter, int digits);
/* Whether code (6 digits, blanks ignored) is that of now or of the step before or after it, and younger than
 * the last step used; *step is then its step. */
must_check bool totp_fits(
	struct str secret, struct str code, int64_t now_s, int64_t last_step, int64_t *step);
/* RFC 4648 section 6, without padding. */
void add_base32(struct buf *b, struct str bytes);
/* What authenticator apps read: "otpauth://totp/motcua:nva?secret=…". login is letters, digits, . - _ */
struct str totp_uri(struct arena *a, struct str login, struct str secret);
/* A recovery code as people see it: "abcd-efgh-ijkl-mnop". */
struct str recovery_code(struct arena *a, const uint8_t random[RECOVERY_BYTES]);
/* As it is stored: the account's number and the code without blanks, hyphens and capitals, hashed. */
struct sha256 recovery_hash(struct arena *a, int64_t account, struct str code);
