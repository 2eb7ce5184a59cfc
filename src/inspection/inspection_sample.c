#include "inspection/inspection_sample.h"

#include <stdlib.h>

static int by_key(const void *one, const void *other)
{
	const struct inspection_candidate *a = one, *b = other;
	int order = memcmp(a->key.b, b->key.b, sizeof a->key.b);

	return order ? order : str_cmp(a->code, b->code);
}

static void set_key(struct inspection_candidate *c, struct str seed)
{
	char room[512];
	struct buf text = { .p = room, .cap = sizeof room };

	assert(seed.n + c->code.n + 1 < sizeof room);
	buf_add(&text, seed);
	buf_char(&text, '|');
	buf_add(&text, c->code);
	c->key = sha256_of(S(""), buf_str(&text));
}

/* At most quota more, of those in a stratum; strata 0: of all. */
static size_t take(struct inspection_candidate *list, size_t n, unsigned strata, size_t quota)
{
	size_t taken = 0;

	for (size_t i = 0; i < n && taken < quota; i++) {
		if (list[i].taken || (strata && !(list[i].strata & strata)))
			continue;
		list[i].taken = true;
		taken++;
	}
	return taken;
}

size_t inspection_draw(struct inspection_candidate *list, size_t n, struct str seed, size_t size)
{
	size_t share = (size + STRATUM_N) / (STRATUM_N + 1), taken = 0;

	for (size_t i = 0; i < n; i++) {
		set_key(&list[i], seed);
		list[i].taken = false;
	}
	qsort(list, n, sizeof *list, by_key);
	for (unsigned s = 0; s < STRATUM_N; s++)
		taken += take(list, n, 1u << s, share < size - taken ? share : size - taken);
	return taken + take(list, n, 0, size - taken);
}
