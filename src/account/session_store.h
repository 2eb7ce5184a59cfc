#pragma once
/*
 * Signing in and what follows: sessions, the second factor, a new password of one's own. A session's token is
 * 32 random bytes that only the browser has; the table holds their hash. Every step that changes what a
 * session may do ends it and begins another (against fixation).
 */
#include "account/account_store.h"
#include "account/totp.h"

enum { SESSION_TOKEN_BYTES = 32 };
struct sha256 session_token_hash(struct str token);
/* *out is NULL when there is no such session, it ended, or its account may not be used. In db->a. */
must_check const struct fault *session_find(
	struct db *db, struct str token, instant now, const struct staff_session **out);

/* A token that begins and one that ends with a step; the hashes of both. */
struct session_move {
	struct sha256 old, new;
};

/* The first step. right: the password was compared with `seen`, the hash that the account had. */
struct signin_try {
	struct account_actor by;
	int64_t account;
	bool right;
	struct str seen;
	struct session_move move;
	bool accepted;
};
must_check const struct fault *signin_try(struct write *w, void *signin_try);

/* The second step: a code of the authenticator, or a recovery code. A wrong one counts as a failure; when the
 * account is locked by it the session ends. */
struct code_try {
	struct account_actor by;
	int64_t account;
	struct str code;
	struct session_move move;
	bool accepted, ended;
};
must_check const struct fault *code_try(struct write *w, void *code_try);

/* Checks a wrong password of somebody who is signed in like one at the door. */
struct failure_note {
	struct account_actor by;
	int64_t account;
};
must_check const struct fault *failure_note(struct write *w, void *failure_note);

/* A new password of one's own; all other sessions end. */
struct password_change {
	struct account_actor by;
	int64_t account;
	struct str seen, password; /* hashes: what the old one was compared with; the new one */
	bool second_factor;        /* of the session that goes on */
	struct session_move move;
	enum account_refusal refusal;
};
must_check const struct fault *password_change(struct write *w, void *password_change);
/* The hashes that a new password may not match: PASSWORDS_REMEMBERED at most. */
must_check const struct fault *passwords_of(
	struct db *db, int64_t account, const struct str **hashes, size_t *n);

/* An authenticator, proved by a code of it, and new recovery codes; all other sessions end. */
struct totp_setting {
	struct account_actor by;
	int64_t account;
	struct str secret;
	int64_t step;
	struct sha256 codes[RECOVERY_CODES];
	struct session_move move;
};
must_check const struct fault *totp_set(struct write *w, void *totp_setting);
must_check const struct fault *recovery_left(struct db *db, int64_t account, int64_t *n);

/* How many sessions may still be alive. */
must_check const struct fault *session_count(struct db *db, int64_t account, instant now, int64_t *n);

struct session_step {
	struct account_actor by;
	struct sha256 token;
};
/* Used now. */
must_check const struct fault *session_touch(struct write *w, void *session_step);
must_check const struct fault *session_end(struct write *w, void *session_step);
