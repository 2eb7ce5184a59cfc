#include "plan/plan_store.h"
#include "plan/plan_sql.h"

enum { YEAR_MAX = 9999 };

const struct record_type *const plan_types[PLAN_KINDS] = { [PLAN_OF_PROVINCE] = &plan_province_type,
	[PLAN_OF_AGENCY] = &plan_agency_type,
	[PLAN_OF_INSPECTIONS] = &plan_inspection_type };

must_check static const struct fault *save_reform(struct db *db, const void *state)
{
	const struct plan_reform *p = state;

	TRY(plan_sql_put_head(db, p->base.number, p->sign, p->date));
	TRY(plan_sql_drop_tasks(db, p->base.number));
	for (int i = 0; i < p->tasks_n; i++) {
		const struct plan_task *t = &p->tasks[i];

		if (!t->gone)
			TRY(plan_sql_put_task(db, p->base.number, i + 1, t->owner, t->area, t->title, t->due,
				t->percent, t->done));
	}
	return NULL;
}

must_check static const struct fault *save_inspection(struct db *db, const void *state)
{
	const struct plan_inspection *p = state;

	TRY(plan_sql_put_head(db, p->base.number, p->sign, p->date));
	TRY(plan_sql_drop_units(db, p->base.number));
	for (int i = 0; i < p->units_n; i++) {
		const struct plan_unit *u = &p->units[i];

		if (!u->gone)
			TRY(plan_sql_put_unit(db, p->base.number, i + 1, u->code, u->month, u->day));
	}
	return NULL;
}

/* The kinds share the tables: what belongs to another one stays. */
must_check static const struct fault *clear_kind(struct db *db, const struct record_kind *k)
{
	TRY(plan_sql_clear_heads(db, k->name));
	TRY(plan_sql_clear_tasks(db, k->name));
	return plan_sql_clear_units(db, k->name);
}

must_check static const struct fault *clear_province(struct db *db)
{
	return clear_kind(db, &plan_province_kind);
}

must_check static const struct fault *clear_agency(struct db *db)
{
	return clear_kind(db, &plan_agency_kind);
}

must_check static const struct fault *clear_inspection(struct db *db)
{
	return clear_kind(db, &plan_inspection_kind);
}

/* The first agency among the values that the journal does not know. */
must_check static const struct fault *find_unknown(
	struct db *db, const struct record_kind *k, const struct record_event *e, int *unknown)
{
	*unknown = RECORD_NO_FIELD;
	for (int f = 0; f < k->fields_n && *unknown == RECORD_NO_FIELD; f++) {
		struct plan_sql_agency_known_row row = { 1 };

		if (k->fields[f].kind == RECORD_AGENCY && e->values[f].n)
			TRY(plan_sql_agency_known(db, e->values[f], &row));
		*unknown = row.n ? RECORD_NO_FIELD : f;
	}
	return NULL;
}

must_check static const struct fault *gather(struct write *w, const struct record_kind *k,
	const struct record_base *state, int year, const struct record_event *e, const void **env)
{
	struct plan_env *out = NEW(w->db->a, struct plan_env);
	struct plan_sql_issued_row others;

	TRY(find_unknown(w->db, k, e, &out->unknown));
	TRY(plan_sql_issued(w->db, k->name, e->agency, year, state->number, &others));
	out->taken = others.n > 0;
	*env = out;
	return NULL;
}

must_check static const struct fault *gather_province(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	const struct plan_reform *p = state;

	return gather(w, &plan_province_kind, &p->base, p->year, e, env);
}

must_check static const struct fault *gather_agency(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	const struct plan_reform *p = state;

	return gather(w, &plan_agency_kind, &p->base, p->year, e, env);
}

must_check static const struct fault *gather_inspection(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	const struct plan_inspection *p = state;

	return gather(w, &plan_inspection_kind, &p->base, p->year, e, env);
}

static struct record_row reform_row(const void *state)
{
	const struct plan_reform *p = state;

	return (struct record_row){ .year = p->year,
		.day = p->date != DAYNUM_NONE ? p->date : day_of(p->base.began_at),
		.title = p->title };
}

static struct record_row inspection_row(const void *state)
{
	const struct plan_inspection *p = state;

	return (struct record_row){ .year = p->year,
		.day = p->date != DAYNUM_NONE ? p->date : day_of(p->base.began_at),
		.title = p->title };
}

const struct record_type plan_province_type = { .kind = &plan_province_kind,
	.state_bytes = sizeof(struct plan_reform),
	.apply = plan_reform_apply,
	.decide = plan_province_decide,
	.row = reform_row,
	.gather = gather_province,
	.save = save_reform,
	.clear = clear_province };
const struct record_type plan_agency_type = { .kind = &plan_agency_kind,
	.state_bytes = sizeof(struct plan_reform),
	.apply = plan_reform_apply,
	.decide = plan_agency_decide,
	.row = reform_row,
	.gather = gather_agency,
	.save = save_reform,
	.clear = clear_agency };
const struct record_type plan_inspection_type = { .kind = &plan_inspection_kind,
	.state_bytes = sizeof(struct plan_inspection),
	.apply = plan_inspection_apply,
	.decide = plan_inspection_decide,
	.row = inspection_row,
	.gather = gather_inspection,
	.save = save_inspection,
	.clear = clear_inspection };

const struct fault *plan_find(
	struct db *db, int64_t number, enum plan_which *which, struct record_row *row, bool *found)
{
	*found = false;
	for (int k = 0; k < PLAN_KINDS && !*found; k++) {
		TRY(record_find(db, plan_types[k]->kind, number, row, found));
		*which = (enum plan_which)k;
	}
	return NULL;
}

const struct fault *plan_inspection_load(struct db *db, int64_t number, const struct plan_inspection **out)
{
	struct record_story story;
	void *state;

	TRY(record_load(db, &plan_inspection_type, number, &state, &story));
	*out = state;
	return NULL;
}

const struct fault *plan_list(
	struct db *db, enum plan_which which, int year, daynum today, const struct plan_row **rows, size_t *n)
{
	cleanup_with(plan_sql_list_end) struct plan_sql_list_rows all = { 0 };
	struct plan_row *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(plan_sql_list(db, plan_types[which]->kind->name, year, year ? year : YEAR_MAX, today,
		LIMIT_RECORDS_LISTED, &all));
	for (;;) {
		TRY(plan_sql_list_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct plan_row){ all.row.number, db_keep(db, all.row.agency),
			db_keep(db, all.row.state), db_keep(db, all.row.title), db_keep(db, all.row.sign),
			(int)all.row.year, (daynum)all.row.signed_on, (int)all.row.tasks,
			(int)all.row.finished, (int)all.row.overdue, (int)all.row.units };
	}
	*rows = list;
	*n = count;
	return NULL;
}

const struct fault *plan_years(struct db *db, int *years, size_t max, size_t *n)
{
	cleanup_with(plan_sql_years_end) struct plan_sql_years_rows all = { 0 };
	bool more;

	*n = 0;
	TRY(plan_sql_years(db, &all));
	for (;;) {
		TRY(plan_sql_years_next(&all, &more));
		if (!more || *n == max)
			return NULL;
		years[(*n)++] = (int)all.row.year;
	}
}

const struct fault *plan_waiting(struct db *db, daynum upto, const struct plan_waiting **out, size_t *n)
{
	cleanup_with(plan_sql_waiting_end) struct plan_sql_waiting_rows all = { 0 };
	struct plan_waiting *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(plan_sql_waiting(db, upto, LIMIT_PLAN_WAITING, &all));
	for (;;) {
		TRY(plan_sql_waiting_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct plan_waiting){ all.row.plan, (int)all.row.item,
			db_keep(db, all.row.agency), db_keep(db, all.row.owner), db_keep(db, all.row.title),
			(daynum)all.row.due, (int)all.row.percent };
	}
	*out = list;
	*n = count;
	return NULL;
}
