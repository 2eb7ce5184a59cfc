#include "rating/rating_store.h"
#include "base/limits.h"
#include "rating/rating_sql.h"
#include "visitor/visitor_store.h"

const struct fault *rating_read(struct db *db, int64_t record, struct rating *out)
{
	cleanup_with(rating_sql_read_end) struct rating_sql_read_rows rows = { 0 };
	bool more;

	*out = (struct rating){ 0 };
	TRY(rating_sql_read(db, record, &rows));
	for (;;) {
		TRY(rating_sql_read_next(&rows, &more));
		if (!more)
			return NULL;
		if (rows.row.stars < 1 || rows.row.stars > RATING_STARS)
			return FAULT(
				db->a, FAULT_CORRUPT, "a rating of %lld stars", (long long)rows.row.stars);
		out->by_stars[rows.row.stars - 1] = rows.row.n;
		out->taken += rows.row.taken;
	}
}

must_check static const struct fault *count(
	struct write *w, struct rating_ballot *b, struct str client, const struct rating_sql_vote_row *before)
{
	if (before && before->stars == b->stars) {
		b->outcome = RATING_SAME;
		return NULL;
	}
	b->outcome = before ? RATING_CHANGED : RATING_NEW;
	if (before)
		TRY(rating_sql_add(w->db, b->record, before->stars, -1, 0));
	TRY(rating_sql_add(w->db, b->record, b->stars, 1, 0));
	write_changed_pages(w);
	return rating_sql_put_vote(w->db, b->record, client, b->today, b->stars);
}

const struct fault *rating_vote(struct write *w, void *rating_ballot)
{
	struct rating_ballot *b = rating_ballot;
	struct str purpose = str_fmt(w->db->a, "rating/%lld", (long long)b->record);
	struct visitor_key key;
	struct rating_sql_vote_row before;
	struct rating_sql_votes_of_row votes;
	bool found;

	TRY(rating_forget(w->db, b->today));
	TRY(visitor_day_key(w, b->today, &key));
	struct sha256 hash = visitor_hash(&key, purpose, b->network);
	struct str client = { (const char *)hash.b, sizeof hash.b };

	TRY(rating_sql_vote(w->db, b->record, client, &before, &found));
	TRY(rating_sql_votes_of(w->db, b->today, &votes));
	if (!found && votes.n >= LIMIT_VOTES_A_DAY) {
		b->outcome = RATING_FULL;
		return NULL;
	}
	return count(w, b, client, found ? &before : NULL);
}

const struct fault *rating_take_over(struct write *w, int64_t record, const int64_t by_stars[RATING_STARS])
{
	for (int i = 0; i < RATING_STARS; i++)
		if (by_stars[i])
			TRY(rating_sql_add(w->db, record, i + 1, by_stars[i], by_stars[i]));
	return NULL;
}

const struct fault *rating_forget(struct db *db, daynum today)
{
	return rating_sql_forget(db, today);
}
