#pragma once
/*
 * Three kinds of no. A refusal is a value: the rules say no. A fault is this: the world broke (disk,
 * database, network). A bug is an assert. A fault lives in an arena and is NULL when all went well;
 * lower code never logs it, the top of a request or command does, once.
 */
#include "base/str.h"

enum fault_kind {
	FAULT_IO = 1,    /* disk, database, network */
	FAULT_BUSY,      /* somebody else holds it; trying again later may help */
	FAULT_FULL,      /* no room on the disk */
	FAULT_NOT_FOUND, /* a row that was said to exist does not */
	FAULT_CONFLICT,  /* a unique key was taken in between */
	FAULT_CORRUPT,   /* stored data breaks its own rules */
	FAULT_UNSURE,    /* a commit that may have happened: look again before repeating */
};
struct fault {
	enum fault_kind kind;
	struct str what;   /* for operators: no personal data, no secrets */
	const char *where; /* file:line */
};
const struct fault *fault_at(struct arena *a, const char *where, enum fault_kind kind, const char *fmt, ...)
	printf_like(4) __attribute__((returns_nonnull));
#define FAULT(a, kind, ...) fault_at((a), __FILE__ ":" STRINGIFY(__LINE__), (kind), __VA_ARGS__)
/* The only macro that returns: hands a fault on unchanged. */
#define TRY(call) \
	do { \
		const struct fault *f_ = (call); \
		if (f_) \
			return f_; \
	} while (0)
