#pragma once
/*
 * Visitors without an account, as little as can be known of them: a number that stands for a network for one
 * day. The key behind it is random and is gone the day after, so the number cannot be turned back into an
 * address, not even by trying all of them, nor be joined with the number of another day.
 */
#include "base/date.h"
#include "base/hash.h"

enum { VISITOR_KEY_BYTES = 32 };
struct visitor_key {
	uint8_t b[VISITOR_KEY_BYTES];
};
/* purpose keeps numbers of different uses apart ("rating/17"). network: the part of the address that stands
 * for one client (rate_network() in http/rate.h). */
struct sha256 visitor_hash(const struct visitor_key *key, struct str purpose, struct str network);

/* A note that this program gave a page to somebody at a time: "1673226000-9f2c…", 32 hexadecimal digits. */
struct str visitor_note(
	struct arena *a, const struct visitor_key *key, struct str purpose, struct str network, instant at);
/* Whether it is one of ours for the same purpose and network, given between seconds ago and now. */
must_check bool visitor_note_is_good(
	const struct visitor_key *key, struct str purpose, struct str network, struct str note, instant now);
