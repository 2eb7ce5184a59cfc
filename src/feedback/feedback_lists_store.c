/* Lists and counts of feedback from its table. */
#include "feedback/feedback_sql.h"
#include "feedback/feedback_store.h"

const struct fault *feedback_list(struct db *db, bool open, const struct feedback_row **out, size_t *n)
{
	cleanup_with(feedback_sql_list_end) struct feedback_sql_list_rows all = { 0 };
	struct feedback_row *rows = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(feedback_sql_list(db, open, LIMIT_RECORDS_LISTED, &all));
	for (;;) {
		TRY(feedback_sql_list_next(&all, &more));
		if (!more)
			break;
		rows = arena_grow(db->a, rows, count, &cap, sizeof *rows);
		rows[count++] = (struct feedback_row){ all.row.number, db_keep(db, all.row.code),
			db_keep(db, all.row.agency), record_state_of(&feedback_kind, all.row.state),
			(int)all.row.channel - 1, (int)all.row.content - 1, (int)all.row.opinion - 1,
			all.row.sent_at, (daynum)all.row.due };
	}
	*out = rows;
	*n = count;
	return NULL;
}

const struct fault *feedback_published(struct db *db, const struct feedback_public **out, size_t *n)
{
	cleanup_with(feedback_sql_published_end) struct feedback_sql_published_rows all = { 0 };
	struct feedback_public *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(feedback_sql_published(db, LIMIT_RECORDS_LISTED, &all));
	for (;;) {
		TRY(feedback_sql_published_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct feedback_public){ all.row.number, db_keep(db, all.row.code),
			db_keep(db, all.row.agency), (int)all.row.content - 1, (int)all.row.conclusion - 1,
			(int)all.row.outcome - 1, (int)all.row.opinion - 1, all.row.answered_at,
			all.row.published_at, db_keep(db, all.row.public_title),
			db_keep(db, all.row.public_text), { 0 } };
	}
	*out = list;
	*n = count;
	return NULL;
}

const struct fault *feedback_published_one(
	struct db *db, struct str code, struct feedback_public *out, bool *found)
{
	struct feedback_sql_published_one_row r = { 0 };

	TRY(feedback_sql_published_one(db, code, &r, found));
	if (*found)
		*out = (struct feedback_public){ r.number, r.code, r.agency, (int)r.content - 1,
			(int)r.conclusion - 1, (int)r.outcome - 1, (int)r.opinion - 1, r.answered_at,
			r.published_at, r.public_title, r.public_text, r.public_answer };
	return NULL;
}

const struct fault *feedback_count(struct db *db, instant from, instant upto, struct feedback_counts *out)
{
	struct feedback_sql_count_row r;

	TRY(feedback_sql_count(db, from, upto, &r));
	*out = (struct feedback_counts){ r.registered, r.accepted, r.answered, r.published, r.refused,
		r.anonymous, r.liked, r.disliked };
	return NULL;
}

const struct fault *feedback_accepted_list(
	struct db *db, instant from, instant upto, const struct feedback_accepted **out, size_t *n)
{
	cleanup_with(feedback_sql_accepted_end) struct feedback_sql_accepted_rows all = { 0 };
	struct feedback_accepted *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(feedback_sql_accepted(db, from, upto, &all));
	for (;;) {
		TRY(feedback_sql_accepted_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] =
			(struct feedback_accepted){ db_keep(db, all.row.agency), all.row.answered_at };
	}
	*out = list;
	*n = count;
	return NULL;
}
