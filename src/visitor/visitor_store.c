#include "visitor/visitor_store.h"
#include "account/secret.h"
#include "visitor/visitor_sql.h"

const struct fault *visitor_day_key(struct write *w, daynum today, struct visitor_key *out)
{
	struct visitor_sql_get_row row;
	bool found;

	TRY(visitor_sql_get(w->db, today, &row, &found));
	if (found && row.bytes.n == sizeof out->b) {
		memcpy(out->b, row.bytes.p, sizeof out->b);
		return NULL;
	}
	TRY(visitor_forget(w->db, today));
	random_bytes(out->b, sizeof out->b);
	return visitor_sql_put(w->db, today, (struct str){ (const char *)out->b, sizeof out->b });
}

const struct fault *visitor_forget(struct db *db, daynum today)
{
	return visitor_sql_forget(db, today);
}

const struct fault *visitor_is_stale(struct db *db, daynum today, bool *stale)
{
	struct visitor_sql_count_others_row row;

	TRY(visitor_sql_count_others(db, today, &row));
	*stale = row.n > 0;
	return NULL;
}
