#pragma once
/* A map from 64-bit keys to small numbers, growing inside an arena. { .a = &arena } is a valid empty one. */
#include "base/arena.h"

struct intmap {
	struct arena *a;
	struct intmap_slot *slots;
	size_t n, cap;
};
/* The value of key; when it is new, value is stored and *added is true. */
int64_t intmap_put(struct intmap *m, int64_t key, int64_t value, bool *added);
must_check bool intmap_get(const struct intmap *m, int64_t key, int64_t *value);
