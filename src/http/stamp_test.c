#include "http/stamp.h"
#include "tests/t.h"

TEST(a_stamp_is_good_from_some_seconds_to_half_a_day)
{
	ARENA a = { 0 };
	struct stamp_key key = stamp_new_key(), other = stamp_new_key();
	instant now = 1671760800;
	struct str s = stamp_make(&a, &key, now, 7);

	CHECK_INT(stamp_check(&key, s, now + STAMP_SOONEST_S - 1), STAMP_TOO_SOON);
	CHECK_INT(stamp_check(&key, s, now + STAMP_SOONEST_S), STAMP_FINE);
	CHECK_INT(stamp_check(&key, s, now + STAMP_LATEST_S), STAMP_FINE);
	CHECK_INT(stamp_check(&key, s, now + STAMP_LATEST_S + 1), STAMP_TOO_OLD);
	CHECK_INT(stamp_check(&key, s, now - 60), STAMP_TOO_SOON);
	CHECK_INT(stamp_check(&other, s, now + 60), STAMP_FORGED);
	CHECK(!str_eq(s, stamp_make(&a, &key, now, 8)));
}

TEST(a_changed_stamp_is_forged)
{
	ARENA a = { 0 };
	struct stamp_key key = stamp_new_key();
	struct str s = stamp_make(&a, &key, 1671760800, 7);
	static const char *const bad[] = { "", ".", "..", "1671760800", "1671760800.7", "1671760800.7.",
		"x.y.z" };

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK_INT(stamp_check(&key, str_of(bad[i]), 1671760900), STAMP_FORGED);
	for (size_t i = 0; i < s.n; i++) {
		char *t = (char *)(uintptr_t)str_dup(&a, s).p;

		t[i] = t[i] == '1' ? '2' : '1';
		CHECK_INT(stamp_check(&key, (struct str){ t, s.n }, 1671760900), STAMP_FORGED);
	}
}
