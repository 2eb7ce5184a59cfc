#pragma once
/*
 * Memory lives as long as its arena: a request, a job, the process. An arena is an argument;
 * a function without one (or something holding one) does not allocate. Nothing outside base/ frees.
 */
#include "base/words.h"

struct arena_chunk;
struct arena {
	struct arena_chunk *top;
	size_t used, cap;    /* bytes, in the top chunk */
	size_t total, limit; /* bytes over all chunks; limit 0 is ARENA_LIMIT */
};

/* size bytes, zeroed, aligned to align (a power of two). Never NULL: past its limit the process stops,
 * because every input is bounded long before. */
void *arena_alloc(struct arena *a, size_t size, size_t align)
	__attribute__((malloc, returns_nonnull, alloc_size(2)));
/* Gives everything back to the system. The arena can be used again. */
void arena_free(struct arena *a);
/* Forgets everything but keeps one chunk for the next round: for loops over rows. */
void arena_reset(struct arena *a);

#define NEW(a, T) ((T *)arena_alloc((a), sizeof(T), _Alignof(T)))
#define NEW_ARRAY(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n), _Alignof(T)))
/* Room for one more than n elements of size bytes: old itself, or a copy twice as long in a; the rest is
 * zero. */
void *arena_grow(struct arena *a, void *old, size_t n, size_t *cap, size_t size)
	__attribute__((returns_nonnull));
/* An arena of a block's own, freed when the block is left. */
#define ARENA cleanup_with(arena_free) struct arena
