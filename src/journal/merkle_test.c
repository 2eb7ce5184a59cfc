#include "journal/merkle.h"
#include "tests/t.h"

static void check_hex(struct sha256 h, struct str want)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	add_hex(&b, (struct str){ (char *)h.b, sizeof h.b });
	CHECK_STR(buf_str(&b), want);
}

/* The definition, word by word: split at the largest power of two smaller than n. */
static struct sha256 naive_root(const struct sha256 *leaves, int64_t n)
{
	if (n == 0)
		return sha256_of(S(""), S(""));
	if (n == 1)
		return leaves[0];
	int64_t k = 1;

	while (k * 2 < n)
		k *= 2;
	struct sha256 left = naive_root(leaves, k), right = naive_root(leaves + k, n - k);

	return sha256_node(1, &left, &right);
}

TEST(roots_of_the_published_example_tree)
{
	/* The eight inputs used by the reference implementation of certificate transparency. */
	static const struct str inputs[] = { { "", 0 }, { "\x00", 1 }, { "\x10", 1 }, { "\x20\x21", 2 },
		{ "\x30\x31", 2 }, { "\x40\x41\x42\x43", 4 }, { "\x50\x51\x52\x53\x54\x55\x56\x57", 8 },
		{ "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f", 16 } };
	struct merkle m = { 0 };

	check_hex(merkle_root(&m), S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	for (size_t i = 0; i < COUNT(inputs); i++) {
		struct sha256 leaf = merkle_leaf(inputs[i]);
		merkle_add(&m, &leaf, NULL, NULL);
		if (i == 0)
			check_hex(merkle_root(&m),
				S("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
	}
	check_hex(merkle_root(&m), S("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
}

struct subtrees {
	struct sha256 byte[64]; /* of level 3, by number */
	int64_t n;
};

static void keep_level_3(void *arg, int level, int64_t number, const struct sha256 *hash)
{
	struct subtrees *s = arg;

	if (level == 3) {
		CHECK_INT(number, s->n);
		s->byte[s->n++] = *hash;
	}
}

TEST(every_size_equals_the_definition_and_can_be_built_from_subtrees)
{
	static struct sha256 leaves[300];
	struct merkle m = { 0 };
	struct subtrees seen = { 0 };

	for (int64_t n = 0; n < (int64_t)COUNT(leaves); n++) {
		struct sha256 got = merkle_root(&m), want = naive_root(leaves, n);
		CHECK(memcmp(&got, &want, sizeof got) == 0);
		struct merkle built = { 0 };
		for (int64_t i = 0; i < n / 8; i++)
			merkle_add_subtree(&built, 3, &seen.byte[i]);
		for (int64_t i = n / 8 * 8; i < n; i++)
			merkle_add(&built, &leaves[i], NULL, NULL);
		got = merkle_root(&built);
		CHECK(memcmp(&got, &want, sizeof got) == 0);
		CHECK_INT(built.size, n);
		char text[8] = { 0 };
		memcpy(text, &n, sizeof n);
		leaves[n] = merkle_leaf((struct str){ text, sizeof text });
		merkle_add(&m, &leaves[n], keep_level_3, &seen);
	}
}
