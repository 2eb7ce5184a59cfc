#include "base/arena.h"
#include "base/limits.h"

#include <stdlib.h>

struct arena_chunk {
	struct arena_chunk *next;
	size_t cap;
	max_align_t data[];
};

enum { CHUNK_BYTES = 16 * 1024 };

_Noreturn void impossible_at(const char *where)
{
	(void)where; /* seen in the core file */
	abort();
}

static void add_chunk(struct arena *a, size_t need)
{
	size_t cap = need > CHUNK_BYTES ? need : CHUNK_BYTES;
	size_t limit = a->limit ? a->limit : ARENA_LIMIT_BYTES;
	struct arena_chunk *c = a->total + cap <= limit ? malloc(sizeof *c + cap) : NULL;

	if (!c)
		impossible();
	c->next = a->top;
	c->cap = cap;
	a->top = c;
	a->cap = cap;
	a->used = 0;
	a->total += cap;
}

void *arena_alloc(struct arena *a, size_t size, size_t align)
{
	assert(align && (align & (align - 1)) == 0 && align <= _Alignof(max_align_t));
	size_t at = (a->used + align - 1) & ~(align - 1);

	if (!a->top || at + size > a->cap || at + size < size) {
		add_chunk(a, size);
		at = 0;
	}
	a->used = at + size;
	return memset((char *)a->top->data + at, 0, size);
}

void arena_free(struct arena *a)
{
	while (a->top) {
		struct arena_chunk *next = a->top->next;

		free(a->top);
		a->top = next;
	}
	*a = (struct arena){ .limit = a->limit };
}

void arena_reset(struct arena *a)
{
	struct arena_chunk *keep = a->top;

	if (!keep)
		return;
	while (keep->next) {
		struct arena_chunk *next = keep->next->next;

		free(keep->next);
		keep->next = next;
	}
	a->used = 0;
	a->cap = a->total = keep->cap;
}

void *arena_grow(struct arena *a, void *old, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return old;
	size_t wider = *cap ? *cap * 2 : 64;
	void *p = arena_alloc(a, wider * size, _Alignof(max_align_t));

	if (n)
		memcpy(p, old, n * size);
	*cap = wider;
	return p;
}
