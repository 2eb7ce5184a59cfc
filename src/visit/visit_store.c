#include "visit/visit_store.h"
#include "visit/visit_sql.h"

const struct fault *visit_add(struct write *w, daynum day, int64_t n)
{
	return visit_sql_add(w->db, day, day, n, 0);
}

const struct fault *visit_take_over(struct write *w, daynum from, daynum to, int64_t n)
{
	return visit_sql_add(w->db, from, to, 0, n);
}

must_check static const struct fault *between(struct db *db, daynum from, daynum to, int64_t *n)
{
	struct visit_sql_between_row row;

	TRY(visit_sql_between(db, from, to, &row));
	*n = row.n;
	return NULL;
}

const struct fault *visit_read(struct db *db, daynum today, struct visit_numbers *out)
{
	struct civil c = civil_from_day(today);
	struct visit_sql_total_row total;

	*out = (struct visit_numbers){ .day = today };
	TRY(between(db, today, today, &out->today));
	TRY(between(db, today - 1, today - 1, &out->yesterday));
	TRY(between(db, day_from_civil((struct civil){ c.year, c.month, 1 }), today, &out->month));
	TRY(between(db, day_from_civil((struct civil){ c.year, 1, 1 }), today, &out->year));
	TRY(visit_sql_total(db, &total));
	out->total = total.n;
	return NULL;
}

const struct fault *visit_months(struct db *db, struct visit_month out[VISIT_MONTHS], size_t *n)
{
	cleanup_with(visit_sql_all_end) struct visit_sql_all_rows rows = { 0 };
	bool more;

	*n = 0;
	TRY(visit_sql_all(db, &rows));
	for (;;) {
		TRY(visit_sql_all_next(&rows, &more));
		if (!more)
			return NULL;
		struct civil c = civil_from_day((daynum)rows.row.to_day);
		daynum first = day_from_civil((struct civil){ c.year, c.month, 1 });

		if (!*n || out[*n - 1].first != first) {
			if (*n == VISIT_MONTHS)
				return NULL;
			out[(*n)++] = (struct visit_month){ .first = first };
		}
		out[*n - 1].n += rows.row.n + rows.row.taken;
		out[*n - 1].taken += rows.row.taken;
	}
}
