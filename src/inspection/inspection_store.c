#include "inspection/inspection_store.h"
#include "agency/agency_store.h"
#include "inspection/inspection_sql.h"

/* The tree of agencies as it stands in the transaction. */
struct tree {
	struct agency_tree agencies;
	daynum day;
};

static bool is_within(const void *arg, struct str agency, struct str root)
{
	const struct tree *t = arg;
	int number = agency_number(&t->agencies, agency), top = agency_number(&t->agencies, root);

	return number && top && agency_within(&t->agencies, number, top, t->day, KNOWN_NOW);
}

must_check static const struct fault *load_tree(struct write *w, struct inspection_env *env)
{
	struct tree *t = NEW(w->db->a, struct tree);
	const struct agency_version *versions;
	int n;

	TRY(agency_load(w->db, w->db->a, &versions, &n));
	t->agencies = agency_tree_of(w->db->a, versions, n);
	t->day = day_of(w->now);
	env->scope = (struct agency_scope){ is_within, t };
	return NULL;
}

static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **out)
{
	const struct inspection *x = state;
	struct inspection_env *env = NEW(w->db->a, struct inspection_env);
	struct inspection_sql_overlapping_row row = { 0 };

	if (e->verb == INSPECTION_DO_MEMBER)
		TRY(load_tree(w, env));
	if (e->verb == INSPECTION_DO_NOTIFY || e->verb == INSPECTION_DO_RESCHEDULE)
		TRY(inspection_sql_overlapping(w->db, x->base.agency, x->base.number,
			record_minute(e, INSPECTION_FIELD_FROM), record_minute(e, INSPECTION_FIELD_TO),
			&row));
	env->session_taken = row.n > 0;
	*out = env;
	return NULL;
}

/* The day that lists are ordered by: of the session, else of the plan, else the first one. */
static daynum day_of_inspection(const struct inspection *x)
{
	if (x->from != INSTANT_NONE)
		return day_of(x->from);
	return day_of(x->base.began_at);
}

static struct record_row row_of(const void *state)
{
	const struct inspection *x = state;
	daynum day = day_of_inspection(x);

	return (struct record_row){ .year = civil_from_day(day).year, .day = day, .title = x->title };
}

must_check static const struct fault *save_recommendations(struct db *db, const struct inspection *x)
{
	TRY(inspection_sql_drop_recommendations(db, x->base.number));
	for (int i = 0; i < x->recommendations_n; i++) {
		const struct inspection_recommendation *r = &x->recommendations[i];

		TRY(inspection_sql_put_recommendation(
			db, x->base.number, i + 1, x->base.agency, r->owner, r->state, r->deadline));
	}
	return NULL;
}

static const struct fault *save(struct db *db, const void *state)
{
	const struct inspection *x = state;
	bool sits = x->from != INSTANT_NONE && x->base.state != INSPECTION_IS_CANCELLED;

	if (sits)
		TRY(inspection_sql_put_session(db, x->base.number, x->base.agency, x->from, x->to));
	else
		TRY(inspection_sql_drop_session(db, x->base.number));
	if (x->plan)
		TRY(inspection_sql_put_plan(db, x->base.number, x->plan, x->base.agency,
			inspection_kind.states[x->base.state].text));
	return save_recommendations(db, x);
}

static const struct fault *clear(struct db *db)
{
	TRY(inspection_sql_clear_sessions(db));
	TRY(inspection_sql_clear_plans(db));
	return inspection_sql_clear_recommendations(db);
}

const struct record_type inspection_type = { .kind = &inspection_kind,
	.state_bytes = sizeof(struct inspection),
	.apply = inspection_apply,
	.decide = inspection_decide,
	.row = row_of,
	.gather = gather,
	.save = save,
	.clear = clear };

const struct fault *inspection_open_list(struct db *db, const struct inspection_open **list, size_t *n)
{
	cleanup_with(inspection_sql_open_recommendations_end) struct inspection_sql_open_recommendations_rows
		rows = { 0 };
	struct inspection_open *all = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(inspection_sql_open_recommendations(db, REMEDY_VERIFIED, LIMIT_RECORDS_LISTED, &rows));
	for (;;) {
		TRY(inspection_sql_open_recommendations_next(&rows, &more));
		if (!more)
			break;
		all = arena_grow(db->a, all, count, &cap, sizeof *all);
		all[count++] = (struct inspection_open){ rows.row.inspection, rows.row.number,
			db_keep(db, rows.row.unit), db_keep(db, rows.row.owner),
			(enum inspection_remedy)rows.row.state, (daynum)rows.row.deadline };
	}
	*list = all;
	*n = count;
	return NULL;
}

const struct fault *inspection_list_of_plan(
	struct db *db, int64_t plan, const struct inspection_of_plan **list, size_t *n)
{
	cleanup_with(inspection_sql_of_plan_end) struct inspection_sql_of_plan_rows rows = { 0 };
	struct inspection_of_plan *all = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(inspection_sql_of_plan(db, plan, &rows));
	for (;;) {
		TRY(inspection_sql_of_plan_next(&rows, &more));
		if (!more)
			break;
		all = arena_grow(db->a, all, count, &cap, sizeof *all);
		all[count++] = (struct inspection_of_plan){ rows.row.inspection, db_keep(db, rows.row.unit),
			db_keep(db, rows.row.state) };
	}
	*list = all;
	*n = count;
	return NULL;
}
