#pragma once
/*
 * The rules of signing in (domain.md 9.2, level 3): lockout, unused accounts, what a session still has to do,
 * when it ends. Pure: time is an argument.
 */
#include "account/permission.h"
#include "base/hash.h"

/* What the rules look at. */
struct signin_facts {
	bool disabled, must_change;
	instant last_used;    /* signed in, or created, or enabled again */
	instant password_at;  /* when the password was set */
	instant locked_until; /* INSTANT_NONE: never was */
	int64_t failures;     /* since the last success */
	bool has_totp, is_administrator;
};
enum signin_verdict {
	SIGNIN_OPEN,     /* the password may be looked at */
	SIGNIN_LOCKED,   /* too many failures, for now */
	SIGNIN_DISABLED, /* by an administrator */
	SIGNIN_UNUSED,   /* for so long that it counts as disabled */
};
enum signin_verdict signin_verdict(const struct signin_facts *f, instant now);
/* The moment until which the account is locked after its n-th failure in a row: INSTANT_NONE before
 * LIMIT_SIGNIN_FAILURES, then LOCK_FIRST_S, twice as long with each further one, at most LOCK_LONGEST_S. */
instant signin_locked_until(int64_t failures, instant now);

/* What somebody must do before anything else; in this order. */
enum session_need {
	NEED_NOTHING,
	NEED_CODE,     /* the second factor of this session */
	NEED_PASSWORD, /* a password of their own, or a new one: an administrator's lives two months */
	NEED_TOTP,     /* administrators need a second factor */
};
enum session_need session_need(const struct signin_facts *f, bool second_factor_given, instant now);
/* A session ends: idle too long (an administrator's earlier), or old. used may be late by SESSION_TOUCH_S. */
bool session_is_alive(instant started, instant used, bool is_administrator, instant now);

/* Who is signed in, as the gate and the handlers see it. */
struct staff_session {
	int64_t account;
	struct str login, name, agency;
	struct grants grants;
	enum session_need need;
	bool has_totp, is_administrator;
	struct sha256 token; /* the hash of the cookie: the key of the row */
	uint8_t form_key[SHA256_BYTES], totp_seed[SHA256_BYTES]; /* made of the cookie; stand nowhere */
	instant used;
};
/* The token that forms of the session carry, different in each reply (against BREACH): mask, then the key
 * under it, as hexadecimal digits. */
enum { FORM_MASK_BYTES = 16, FORM_TOKEN_CHARS = 4 * FORM_MASK_BYTES };
struct str form_token(struct arena *a, const struct staff_session *s, const uint8_t mask[FORM_MASK_BYTES]);
must_check bool form_token_fits(const struct staff_session *s, struct str token);

/* "nva", "nguyen.van-a": 3 to 64 of a-z 0-9 . - _, a letter first. */
must_check bool login_is_valid(struct str login);
