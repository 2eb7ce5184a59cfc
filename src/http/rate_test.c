/* Budgets of requests by client. Times are arguments, so nothing waits. */
#include "http/rate.h"
#include "base/limits.h"
#include "tests/t.h"

enum { SECOND = 1000000 };

/* How many of n requests at this moment are allowed. */
static int allowed(struct rates *r, const char *client, enum rate_budget b, int64_t now_us, int n)
{
	int count = 0;

	for (int i = 0; i < n; i++)
		count += rate_take(r, str_of(client), b, now_us) == 0;
	return count;
}

TEST(a_bucket_empties_and_fills_again)
{
	enum { PER_MINUTE = LIMIT_LOOKUPS_PER_HOUR / 60, MUCH = 10000 };
	ARENA a = { 0 };
	struct rates *r = rates_new(&a);
	int64_t now = 5 * SECOND;

	CHECK_INT(allowed(r, "192.0.2.1", RATE_LOOKUP, now, MUCH), LIMIT_LOOKUPS_BURST);
	CHECK_INT(rate_take(r, S("192.0.2.1"), RATE_LOOKUP, now), 60 / PER_MINUTE);
	CHECK_INT(allowed(r, "192.0.2.1", RATE_LOOKUP, now + 60 * SECOND, MUCH), PER_MINUTE);
	now += 24 * 3600 * (int64_t)SECOND;
	CHECK_INT(allowed(r, "192.0.2.1", RATE_LOOKUP, now, MUCH), LIMIT_LOOKUPS_BURST);
}

TEST(clients_and_budgets_do_not_share)
{
	ARENA a = { 0 };
	struct rates *r = rates_new(&a);

	CHECK_INT(allowed(r, "192.0.2.1", RATE_LOOKUP, 0, 1000), LIMIT_LOOKUPS_BURST);
	CHECK_INT(allowed(r, "192.0.2.2", RATE_LOOKUP, 0, 1000), LIMIT_LOOKUPS_BURST);
	CHECK_INT(allowed(r, "192.0.2.1", RATE_ALL, 0, 5), 5);
	CHECK_INT(allowed(r, "", RATE_LOOKUP, 0, 1000), 1000);
}

TEST(one_network_is_one_client)
{
	static const struct {
		const char *first, *second;
		bool same;
	} cases[] = { { "192.0.2.1", "::ffff:192.0.2.1", true }, { "192.0.2.1", "192.0.2.9", false },
		{ "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true },
		{ "2001:db8:1:2::1", "2001:db8:1:3::1", false }, { "no address", "no address", true },
		{ "no address", "none either", false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		ARENA a = { 0 };
		struct rates *r = rates_new(&a);

		CHECK_INT(allowed(r, cases[i].first, RATE_LOOKUP, 0, 1000), LIMIT_LOOKUPS_BURST);
		CHECK_INT(rate_take(r, str_of(cases[i].second), RATE_LOOKUP, 0) != 0, cases[i].same);
	}
}

/* A hundred times more clients than places: every one is served, none is refused for another's requests. */
TEST(many_clients_do_not_shut_each_other_out)
{
	ARENA a = { 0 };
	struct rates *r = rates_new(&a);
	int refused = 0;

	for (int i = 0; i < 100 * LIMIT_RATE_CLIENTS; i++)
		refused += rate_take(r, str_fmt(&a, "10.%d.%d.%d", i >> 16 & 255, i >> 8 & 255, i & 255),
				   RATE_LOOKUP, i) != 0;
	CHECK_INT(refused, 0);
}

TEST(who_is_counted)
{
	static const struct {
		const char *remote, *forwarded;
		bool behind_tls;
		const char *client;
	} cases[] = { { "127.0.0.1", "", false, "" }, { "::1", "", true, "" },
		{ "192.0.2.1", "", false, "192.0.2.1" }, { "192.0.2.1", "", true, "192.0.2.1" },
		{ "127.0.0.1", "198.51.100.7", false, "198.51.100.7" },
		{ "127.0.0.1", "127.0.0.1, 198.51.100.7", true, "198.51.100.7" },
		/* Sent by the client itself: nobody stands in between who could have added it. */
		{ "192.0.2.1", "198.51.100.7", false, "192.0.2.1" },
		{ "192.0.2.1", "203.0.113.5,198.51.100.7", true, "198.51.100.7" },
		{ "192.0.2.1", "203.0.113.5,", true, "192.0.2.1" } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct request rq = { .remote = str_of(cases[i].remote), .behind_tls = cases[i].behind_tls };

		rq.headers.forwarded_for = str_of(cases[i].forwarded);
		CHECK_STR(rate_client(&rq), str_of(cases[i].client));
	}
}
