#pragma once
/*
 * Zip archives (APPNOTE 6.3.3) as far as OpenDocument needs them (ODF 1.3, part 2, 2.2): no encryption, no
 * zip64, one disk, entries stored or deflated. What is read is hostile.
 */
#include "base/limits.h"
#include "base/buf.h"

struct zip_entry {
	struct str name;
	struct str raw; /* as it stands in the archive */
	uint32_t crc;   /* of the unpacked bytes */
	uint32_t size;  /* unpacked */
	bool deflated;
};
struct zip {
	struct zip_entry entries[LIMIT_TEMPLATE_ENTRIES];
	int n;
};
/* False when the bytes are no such archive or pass a limit. Slices of bytes. */
must_check bool zip_read(struct zip *z, struct str bytes);
/* NULL when there is none. */
struct zip_entry *zip_find(struct zip *z, struct str name);
/* Unpacked and checked against size and checksum; false when it is broken or larger than
 * LIMIT_TEMPLATE_BYTES. */
must_check bool zip_unpack(struct arena *a, const struct zip_entry *e, struct str *out);
struct zip_entry zip_stored(struct str name, struct str bytes);
/* In the order given, without times: the same entries, the same bytes. */
struct str zip_write(struct arena *a, const struct zip_entry *entries, int n);
