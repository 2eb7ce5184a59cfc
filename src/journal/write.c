#include "journal/write.h"

void write_changed_pages(struct write *w)
{
	w->journal->revisions.content++;
}

struct journal_sealed write_seal(const struct write *w, struct str subject, struct str data)
{
	char salt[JOURNAL_SALT_BYTES];
	char from[16]; /* both numbers, low byte first: the same on every machine */

	if (!w->salt_seed)
		return journal_seal(subject, data);
	for (int i = 0; i < 8; i++) {
		from[i] = (char)(w->salt_seed >> 8 * i & 255);
		from[8 + i] = (char)((uint64_t)w->journal->tree.size >> 8 * i & 255);
	}
	struct sha256 h = sha256_of((struct str){ from, sizeof from }, subject);

	memcpy(salt, h.b, sizeof salt);
	return journal_seal_with(subject, data, salt);
}
