#pragma once
/*
 * A stamp in a form that everybody may send: when it was made, signed. Programs that fill in forms answer at
 * once or send an old form again; people need some seconds and send it within the day. It says nothing about
 * who asked, and ends with the process. (That a form came from our own page, the gate sees: Origin.)
 */
#include "base/date.h"
#include "base/hash.h"

#define STAMP_FIELD "_mau" /* the name of the hidden field */
enum { STAMP_KEY_BYTES = 32, STAMP_SOONEST_S = 3, STAMP_LATEST_S = 12 * 3600, STAMP_CHARS = 100 };
struct stamp_key {
	char bytes[STAMP_KEY_BYTES];
};
/* A new key, from the kernel. */
struct stamp_key stamp_new_key(void);
/* nonce: something that no other form of that second has. In a. */
struct str stamp_make(struct arena *a, const struct stamp_key *key, instant now, uint64_t nonce);

enum stamp_verdict { STAMP_FINE, STAMP_TOO_SOON, STAMP_TOO_OLD, STAMP_FORGED };
enum stamp_verdict stamp_check(const struct stamp_key *key, struct str stamp, instant now);
/* Bytes that follow from the words and that nobody can tell without the key. */
struct sha256 stamp_mark(const struct stamp_key *key, struct str words);
