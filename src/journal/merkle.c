#include "journal/merkle.h"
#include "base/base.h"

struct sha256 merkle_leaf(struct str entry)
{
	return sha256_of((struct str){ "", 1 }, entry); /* one NUL byte, then the entry */
}

/* The peaks are the set bits of size: a subtree of 2^level joins the peaks that have the same height. */
static void add(struct merkle *m, int level, struct sha256 hash, merkle_seen *seen, void *arg)
{
	int64_t unit = (int64_t)1 << level;

	assert(m->size % unit == 0);
	if (seen)
		seen(arg, level, m->size >> level, &hash);
	for (int l = level; m->size >> l & 1; l++) {
		hash = sha256_node(1, &m->peaks[--m->peaks_n], &hash);
		if (seen)
			seen(arg, l + 1, m->size >> (l + 1), &hash);
	}
	assert(m->peaks_n < MERKLE_MAX_PEAKS);
	m->peaks[m->peaks_n++] = hash;
	m->size += unit;
}

void merkle_add(struct merkle *m, const struct sha256 *leaf, merkle_seen *seen, void *arg)
{
	add(m, 0, *leaf, seen, arg);
}

void merkle_add_subtree(struct merkle *m, int level, const struct sha256 *hash)
{
	add(m, level, *hash, NULL, NULL);
}

struct sha256 merkle_root(const struct merkle *m)
{
	if (!m->peaks_n)
		return sha256_of(S(""), S(""));
	struct sha256 root = m->peaks[m->peaks_n - 1];

	for (int i = m->peaks_n - 2; i >= 0; i--)
		root = sha256_node(1, &m->peaks[i], &root);
	return root;
}
