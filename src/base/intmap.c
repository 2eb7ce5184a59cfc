#include "base/intmap.h"

struct intmap_slot {
	int64_t key, value;
	bool used;
};

static struct intmap_slot *slot_of(struct intmap_slot *slots, size_t cap, int64_t key)
{
	uint64_t h = (uint64_t)key * 0x9E3779B97F4A7C15u;

	for (size_t i = (size_t)(h >> 32) & (cap - 1);; i = (i + 1) & (cap - 1))
		if (!slots[i].used || slots[i].key == key)
			return &slots[i];
}

static void grow(struct intmap *m)
{
	size_t cap = m->cap ? m->cap * 2 : 64;
	struct intmap_slot *slots = NEW_ARRAY(m->a, struct intmap_slot, cap);

	for (size_t i = 0; i < m->cap; i++)
		if (m->slots[i].used)
			*slot_of(slots, cap, m->slots[i].key) = m->slots[i];
	m->slots = slots;
	m->cap = cap;
}

int64_t intmap_put(struct intmap *m, int64_t key, int64_t value, bool *added)
{
	if (m->n * 4 >= m->cap * 3)
		grow(m);
	struct intmap_slot *s = slot_of(m->slots, m->cap, key);

	*added = !s->used;
	if (*added) {
		*s = (struct intmap_slot){ key, value, true };
		m->n++;
	}
	return s->value;
}

bool intmap_get(const struct intmap *m, int64_t key, int64_t *value)
{
	if (!m->cap)
		return false;
	const struct intmap_slot *s = slot_of(m->slots, m->cap, key);

	if (s->used)
		*value = s->value;
	return s->used;
}
