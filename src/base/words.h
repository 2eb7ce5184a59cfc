#pragma once
/*
 * The words of the house: attributes, sizes, units of time. Nothing here allocates.
 */
#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define must_check __attribute__((warn_unused_result))
#define printf_like(f) __attribute__((format(printf, f, f + 1)))
#define cleanup_with(f) __attribute__((cleanup(f)))
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define STRINGIFY_(x) #x
#define STRINGIFY(x) STRINGIFY_(x)
#define KIB(n) ((size_t)(n)*1024)
#define MIB(n) ((size_t)(n)*1024 * 1024)

/* A place no correct program reaches: a bug, so the process stops here. */
_Noreturn void impossible_at(const char *where);
#define impossible() impossible_at(__FILE__ ":" STRINGIFY(__LINE__))

/* Units: a calendar day is days since 1970-01-01, local; an instant is seconds since the epoch, UTC. */
typedef int32_t daynum;
typedef int64_t instant;
