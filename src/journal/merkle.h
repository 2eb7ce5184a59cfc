#pragma once
/*
 * The Merkle tree of RFC 6962 section 2.1 over journal entries: leaf = SHA-256(0x00 || entry),
 * node = SHA-256(0x01 || left || right), the empty tree is SHA-256("").
 * A struct merkle is the right edge of the tree: one peak per set bit of size, largest subtree first.
 */
#include "base/hash.h"

enum { MERKLE_MAX_PEAKS = 40 };
struct merkle {
	int64_t size; /* leaves */
	int peaks_n;
	struct sha256 peaks[MERKLE_MAX_PEAKS];
};

struct sha256 merkle_leaf(struct str entry);
/* Adds a leaf. For each complete subtree that it closes, of 2^level leaves, seen(arg, level, number, hash) is
 * called if seen is not NULL; number counts subtrees of that level from 0. */
typedef void merkle_seen(void *arg, int level, int64_t number, const struct sha256 *hash);
void merkle_add(struct merkle *m, const struct sha256 *leaf, merkle_seen *seen, void *arg);
/* Adds a complete subtree of 2^level leaves; the size so far must be a multiple of 2^level. */
void merkle_add_subtree(struct merkle *m, int level, const struct sha256 *hash);
struct sha256 merkle_root(const struct merkle *m);
