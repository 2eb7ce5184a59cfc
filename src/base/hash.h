#pragma once
/* SHA-256 (FIPS 180-4) by libcrypto, and text forms of bytes. */
#include "base/buf.h"

enum { SHA256_BYTES = 32 };
struct sha256 {
	uint8_t b[SHA256_BYTES];
};
/* The hash of prefix bytes followed by s. prefix may be empty. */
struct sha256 sha256_of(struct str prefix, struct str s);
/* The hash of one byte, a, b: inner node of a Merkle tree (RFC 6962 2.1). */
struct sha256 sha256_node(uint8_t tag, const struct sha256 *a, const struct sha256 *b);
struct sha256 hmac_sha256(struct str key, struct str message); /* RFC 2104 */
/* HMAC-SHA1 (RFC 2104), for one-time codes alone (RFC 6238). */
enum { SHA1_BYTES = 20 };
struct sha1 {
	uint8_t b[SHA1_BYTES];
};
struct sha1 hmac_sha1(struct str key, struct str message);
void add_base64(struct buf *b, struct str bytes); /* RFC 4648 section 4, padded */
void add_hex(struct buf *b, struct str bytes);
/* Strict: padding as required, no blanks. *out is in a. */
must_check bool base64_decode(struct arena *a, struct str text, struct str *out);
