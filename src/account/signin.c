#include "account/signin.h"
#include "base/limits.h"

enum signin_verdict signin_verdict(const struct signin_facts *f, instant now)
{
	if (f->disabled)
		return SIGNIN_DISABLED;
	if (now - f->last_used > (int64_t)ACCOUNT_UNUSED_DAYS * DAY_S)
		return SIGNIN_UNUSED;
	return now < f->locked_until ? SIGNIN_LOCKED : SIGNIN_OPEN;
}

instant signin_locked_until(int64_t failures, instant now)
{
	int64_t seconds = LOCK_FIRST_S;

	if (failures < LIMIT_SIGNIN_FAILURES)
		return INSTANT_NONE;
	for (int64_t n = LIMIT_SIGNIN_FAILURES; n < failures && seconds < LOCK_LONGEST_S; n++)
		seconds *= 2;
	return now + (seconds < LOCK_LONGEST_S ? seconds : LOCK_LONGEST_S);
}

enum session_need session_need(const struct signin_facts *f, bool second_factor_given, instant now)
{
	bool too_old =
		f->is_administrator && now - f->password_at > (int64_t)ADMINISTRATOR_PASSWORD_DAYS * DAY_S;

	if (f->has_totp && !second_factor_given)
		return NEED_CODE;
	if (f->must_change || too_old)
		return NEED_PASSWORD;
	return f->is_administrator && !f->has_totp ? NEED_TOTP : NEED_NOTHING;
}

bool session_is_alive(instant started, instant used, bool is_administrator, instant now)
{
	int64_t idle = is_administrator ? SESSION_IDLE_ADMINISTRATOR_S : SESSION_IDLE_S;

	return started <= now && now - used <= idle && now - started <= SESSION_LONGEST_S;
}

struct str form_token(struct arena *a, const struct staff_session *s, const uint8_t mask[FORM_MASK_BYTES])
{
	uint8_t bytes[2 * FORM_MASK_BYTES];
	struct buf b = { .a = a };

	for (int i = 0; i < FORM_MASK_BYTES; i++) {
		bytes[i] = mask[i];
		bytes[FORM_MASK_BYTES + i] = mask[i] ^ s->form_key[i];
	}
	add_hex(&b, (struct str){ (const char *)bytes, sizeof bytes });
	return buf_str(&b);
}

/* 16 for anything but 0-9 a-f. */
static unsigned digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

bool form_token_fits(const struct staff_session *s, struct str token)
{
	uint8_t bytes[2 * FORM_MASK_BYTES];
	unsigned wrong = 0;

	if (token.n != FORM_TOKEN_CHARS)
		return false;
	for (size_t i = 0; i < sizeof bytes; i++) {
		unsigned high = digit_of(token.p[2 * i]), low = digit_of(token.p[2 * i + 1]);

		wrong |= (high | low) & 16;
		bytes[i] = (uint8_t)(high << 4 | (low & 15));
	}
	for (int i = 0; i < FORM_MASK_BYTES; i++) /* every byte, so that time tells nothing */
		wrong |= (unsigned)(bytes[i] ^ bytes[FORM_MASK_BYTES + i] ^ s->form_key[i]);
	return wrong == 0;
}

bool login_is_valid(struct str login)
{
	enum { SHORTEST = 3 };

	if (login.n < SHORTEST || login.n > LIMIT_CODE_CHARS || login.p[0] < 'a' || login.p[0] > 'z')
		return false;
	for (size_t i = 0; i < login.n; i++) {
		char c = login.p[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_')
			return false;
	}
	return true;
}
