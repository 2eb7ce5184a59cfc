#pragma once
/*
 * The whole test framework: TEST(name) registers itself, CHECK… says what it saw, the output is TAP
 * and its last line is "N passed, N failed". A check that fails does not stop its test, except CHECK_OR_STOP.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

struct test {
	const char *name;
	void (*run)(void);
	struct test *next;
};
void test_add(struct test *t);
/* True when ok; otherwise says where and what. */
bool test_check(bool ok, const char *file, int line, const char *fmt, ...) printf_like(4);

#define TEST(id) \
	static void test_##id(void); \
	__attribute__((constructor)) static void add_##id(void) \
	{ \
		static struct test t = { #id, test_##id, NULL }; \
		test_add(&t); \
	} \
	static void test_##id(void)

#define CHECK(x) test_check((x), __FILE__, __LINE__, "%s", #x)
#define CHECK_OR_STOP(x) \
	do { \
		if (!CHECK(x)) \
			return; \
	} while (0)
#define CHECK_INT(got, want) \
	do { \
		int64_t g_ = (int64_t)(got), w_ = (int64_t)(want); \
		test_check(g_ == w_, __FILE__, __LINE__, "%s is %lld, not %lld", #got, (long long)g_, \
			(long long)w_); \
	} while (0)
#define CHECK_STR(got, want) \
	do { \
		struct str g_ = (got), w_ = (want); \
		test_check(str_eq(g_, w_), __FILE__, __LINE__, "%s is \"%.*s\", not \"%.*s\"", #got, \
			ARG(g_), ARG(w_)); \
	} while (0)
/* A fault that should not have been. */
#define CHECK_OK(call) \
	do { \
		const struct fault *f_ = (call); \
		test_check(!f_, __FILE__, __LINE__, "%s: %.*s (%s)", #call, f_ ? (int)f_->what.n : 0, \
			f_ ? f_->what.p : "", f_ ? f_->where : ""); \
		if (f_) \
			return; \
	} while (0)
/* A small generator for random input (splitmix64): the same seed, the same test. */
static inline uint64_t test_random(uint64_t *seed)
{
	uint64_t z = *seed += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}
