#include "journal/write.h"

struct journal_sealed write_seal(const struct write *w, struct str subject, struct str data)
{
	char salt[JOURNAL_SALT_BYTES];
	uint64_t from[2] = { w->salt_seed, (uint64_t)w->journal->tree.size };

	if (!w->salt_seed)
		return journal_seal(subject, data);
	struct sha256 h = sha256_of((struct str){ (const char *)from, sizeof from }, subject);

	memcpy(salt, h.b, sizeof salt);
	return journal_seal_with(subject, data, salt);
}
