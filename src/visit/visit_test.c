#include "visit/visit.h"
#include "base/limits.h"
#include "tests/t.h"

TEST(half_an_hour_of_quiet_ends_a_visit)
{
	ARENA a = { 0 };
	struct visitors *v = visitors_new(&a);
	instant t = 1673226000;

	CHECK(!visitors_know(v, 7, t));
	CHECK(visitors_see(v, 7, t));
	CHECK(!visitors_see(v, 7, t));
	CHECK(!visitors_see(v, 7, t + VISIT_QUIET_S - 1));
	CHECK(!visitors_see(v, 7, t + 2 * VISIT_QUIET_S - 2)); /* it goes on from the last page */
	CHECK(visitors_know(v, 7, t + 3 * VISIT_QUIET_S - 3));
	CHECK(visitors_see(v, 7, t + 3 * VISIT_QUIET_S - 2));
	CHECK(visitors_see(v, 9, t + 3 * VISIT_QUIET_S));
	CHECK_INT(visitors_now(v, t + 3 * VISIT_QUIET_S), 2);
	CHECK_INT(visitors_now(v, t + 3 * VISIT_QUIET_S - 2 + VISIT_NOW_S), 1);
	visitors_forget(v);
	CHECK(visitors_see(v, 9, t + 3 * VISIT_QUIET_S));
}

TEST(a_million_pages_of_one_client_are_one_visit)
{
	ARENA a = { 0 };
	struct visitors *v = visitors_new(&a);
	int64_t visits = 0;
	size_t bytes = a.total;

	for (int i = 0; i < 1000000; i++)
		visits += visitors_see(v, 12345, 1673226000 + i / 1000);
	CHECK_INT(visits, 1);
	CHECK(a.total == bytes);
}

TEST(a_flood_of_clients_forgets_the_quietest)
{
	ARENA a = { 0 };
	struct visitors *v = visitors_new(&a);
	uint64_t seed = 5;
	instant t = 1673226000;

	for (int i = 0; i < 100000; i++) {
		(void)visitors_see(v, test_random(&seed), t + i / 100);
		if (i % 10 == 0)
			CHECK(visitors_see(v, 77, t + i / 100) == (i == 0)); /* a busy one stays */
	}
	CHECK(visitors_now(v, t + 1000) <= LIMIT_VISITORS);
}

TEST(days_months_and_years_turn)
{
	daynum eve = day_from_civil((struct civil){ 2022, 12, 31 });
	struct visit_numbers n = { eve, 3, 10, 20, 300, 4000, 9000 };

	visit_turn(&n, eve);
	CHECK(n.today == 10 && n.yesterday == 20 && n.month == 300);
	visit_turn(&n, eve + 1);
	CHECK(n.today == 0 && n.yesterday == 10 && n.month == 0 && n.year == 0 && n.total == 9000);
	visit_add_one(&n);
	visit_turn(&n, eve + 3);
	CHECK(n.today == 0 && n.yesterday == 0 && n.month == 1 && n.year == 1 && n.total == 9001);
	visit_turn(&n, eve + 40);
	CHECK(n.month == 0 && n.year == 1);
	n.month = 5;
	visit_turn(&n, eve + 40 + 365); /* the same month of another year */
	CHECK(n.month == 0 && n.year == 0);
}

TEST(robots_say_that_they_are_some)
{
	static const char *const robots[] = {
		"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
		"Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
		"facebookexternalhit/1.1",
		"SomeNewCrawler/0.1",
		"examplebot/2.0",
	};
	static const char *const people[] = { "",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/108.0.0.0 Safari/537.36",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 16_1 like Mac OS X) Mobile/15E148 Safari/604.1",
		"Mozilla/5.0 (Windows NT 10.0; rv:108.0) Gecko/20100101 Firefox/108.0",
		"Mozilla/5.0 (Linux; Android 12; CUBOT X50) AppleWebKit/537.36 Chrome/108.0.0.0 Mobile" };
	char long_one[2000];

	for (size_t i = 0; i < COUNT(robots); i++)
		CHECK(visit_is_robot(str_of(robots[i])));
	for (size_t i = 0; i < COUNT(people); i++)
		CHECK(!visit_is_robot(str_of(people[i])));
	memset(long_one, 'x', sizeof long_one);
	CHECK(!visit_is_robot((struct str){ long_one, sizeof long_one }));
}
