/* Votes against a real engine. */
#include "rating/rating_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "rating/rating_sql.h"
#include "tests/t.h"
#include "visitor/visitor_store.h"

enum { DAY = 19366 };
struct fixture {
	struct arena a;
	struct db db;
	struct journal journal; /* counts what pages show */
	struct write w;
};
static void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}
must_check static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	f->w.db = &f->db;
	f->w.journal = &f->journal;
	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	return db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied);
}
#define FIXTURE(f) \
	cleanup_with(fixture_end) struct fixture f = { 0 }; \
	CHECK_OK(fixture_open(&(f)))

static enum rating_outcome vote(struct fixture *f, int64_t record, int stars, const char *network, daynum day)
{
	struct rating_ballot b = { record, stars, day, str_of(network), RATING_FULL };
	const struct fault *fault = rating_vote(&f->w, &b);

	CHECK(!fault);
	return b.outcome;
}

static int64_t points(struct fixture *f, int64_t record, int64_t *votes)
{
	struct rating r = { 0 };

	CHECK(!rating_read(&f->db, record, &r));
	*votes = rating_votes(&r);
	return rating_points(&r);
}

TEST(a_second_vote_of_the_day_changes_the_first)
{
	FIXTURE(f);
	int64_t votes;

	CHECK_INT(points(&f, 5, &votes), 0);
	CHECK_INT(vote(&f, 5, 4, "a", DAY), RATING_NEW);
	CHECK_INT(vote(&f, 5, 4, "a", DAY), RATING_SAME);
	CHECK_INT(vote(&f, 5, 1, "a", DAY), RATING_CHANGED);
	CHECK_INT(points(&f, 5, &votes), 1);
	CHECK_INT(votes, 1);
	CHECK_INT((int64_t)f.journal.revisions.content, 2); /* pages with the old counts are made anew */
	CHECK_INT(vote(&f, 5, 5, "b", DAY), RATING_NEW);
	CHECK_INT(vote(&f, 6, 2, "a", DAY), RATING_NEW);
	CHECK_INT(points(&f, 5, &votes), 6);
	CHECK_INT(votes, 2);
	CHECK_INT(points(&f, 6, &votes), 2);
}

TEST(a_stream_from_one_network_counts_once)
{
	FIXTURE(f);
	int64_t votes;

	for (int i = 0; i < 2000; i++)
		(void)vote(&f, 5, 1 + i % 5, "a", DAY);
	CHECK_INT(points(&f, 5, &votes), 5);
	CHECK_INT(votes, 1);
}

TEST(the_day_after_nothing_tells_who_voted)
{
	FIXTURE(f);
	struct rating_sql_votes_of_row row;
	struct visitor_key today, again, tomorrow;
	int64_t votes;
	bool stale;

	CHECK_OK(visitor_day_key(&f.w, DAY, &today));
	CHECK_INT(vote(&f, 5, 4, "a", DAY), RATING_NEW);
	CHECK_OK(visitor_day_key(&f.w, DAY, &again)); /* a restart within the day */
	CHECK(!memcmp(&today, &again, sizeof today));
	CHECK_OK(visitor_is_stale(&f.db, DAY, &stale));
	CHECK(!stale);
	CHECK_OK(visitor_is_stale(&f.db, DAY + 1, &stale));
	CHECK(stale);
	CHECK_INT(vote(&f, 5, 2, "a", DAY + 1), RATING_NEW);
	CHECK_INT(points(&f, 5, &votes), 6);
	CHECK_INT(votes, 2);
	CHECK_OK(rating_sql_votes_of(&f.db, DAY, &row));
	CHECK_INT(row.n, 0);
	CHECK_OK(visitor_day_key(&f.w, DAY + 1, &tomorrow));
	CHECK(memcmp(&today, &tomorrow, sizeof today) != 0);
	CHECK_OK(rating_forget(&f.db, DAY + 2)); /* a day without any vote */
	CHECK_OK(visitor_forget(&f.db, DAY + 2));
	CHECK_OK(rating_sql_votes_of(&f.db, DAY + 1, &row));
	CHECK_INT(row.n, 0);
	CHECK_INT(points(&f, 5, &votes), 6);
}

TEST(counts_of_another_portal_are_marked)
{
	FIXTURE(f);
	static const int64_t theirs[RATING_STARS] = { 0, 0, 0, 1, 6 };
	struct rating r;

	CHECK_OK(rating_take_over(&f.w, 5, theirs));
	CHECK_INT(vote(&f, 5, 5, "a", DAY), RATING_NEW);
	CHECK_OK(rating_read(&f.db, 5, &r));
	CHECK_INT(r.taken, 7);
	CHECK_INT(rating_points(&r), 39);
	CHECK_INT(rating_votes(&r), 8);
}

TEST(one_network_cannot_be_followed_over_two_records)
{
	FIXTURE(f);
	struct visitor_key key;
	struct rating_sql_vote_row row;
	bool found;

	CHECK_INT(vote(&f, 5, 4, "a", DAY), RATING_NEW);
	CHECK_OK(visitor_day_key(&f.w, DAY, &key));
	struct sha256 h = visitor_hash(&key, S("rating/5"), S("a"));

	CHECK_OK(rating_sql_vote(&f.db, 5, (struct str){ (const char *)h.b, sizeof h.b }, &row, &found));
	CHECK(found);
	CHECK_INT(vote(&f, 6, 4, "a", DAY), RATING_NEW);
	CHECK_OK(rating_sql_vote(&f.db, 6, (struct str){ (const char *)h.b, sizeof h.b }, &row, &found));
	CHECK(!found);
}
