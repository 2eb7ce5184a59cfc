#include "score/score_store.h"
#include "score/score_sql.h"

static struct record_row row_of(const void *state)
{
	const struct score *s = state;

	return (struct record_row){ .year = s->year, .day = s->until[SCORE_IS_SECOND], .title = s->set };
}

must_check static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **out)
{
	const struct score *s = state;
	struct score_env *env = NEW(w->db->a, struct score_env);
	struct score_sql_agency_level_row level;
	struct score_sql_taken_row taken;
	bool found;

	*out = env;
	if (e->verb != SCORE_V_OPEN)
		return score_set_load(w->db, s->set, s->version, &env->set);
	TRY(score_set_load(w->db, e->values[SCORE_F_SET], record_count(e, SCORE_F_VERSION), &env->set));
	if (!env->set)
		return NULL;
	TRY(score_sql_agency_level(w->db, e->agency, &level, &found));
	env->fits = found && str_eq(level.level, agency_level_text(env->set->level));
	TRY(score_sql_taken(w->db, env->set->code, record_count(e, SCORE_F_YEAR), e->agency, &taken));
	env->taken = taken.n > 0;
	return NULL;
}

must_check static const struct fault *save(struct db *db, const void *state)
{
	const struct score *s = state;
	const struct score_set *set;
	struct score_sums sums;
	int64_t number = s->base.number;

	TRY(score_set_load(db, s->set, s->version, &set));
	if (!set || !score_sums_of(set, s, &sums))
		return FAULT(db->a, FAULT_CORRUPT, "the sums of score sheet %lld do not balance",
			(long long)number);
	TRY(score_sql_drop_areas(db, number));
	TRY(score_sql_drop_result(db, number));
	TRY(score_sql_put_result(db, number, s->set, s->version, s->year, s->base.agency,
		score_kind.states[s->base.state].text, sums.bonus, sums.penalty, sums.result,
		sums.total[SCORE_FINAL].without));
	for (int a = 0; a < set->areas_n; a++) {
		const struct score_sum *sum = sums.areas[a];

		TRY(score_sql_put_area(db, number, a, sum[SCORE_BY_SELF].points, sum[SCORE_BY_FIRST].points,
			sum[SCORE_BY_SECOND].points, sum[SCORE_FINAL].points));
	}
	return NULL;
}

must_check static const struct fault *clear(struct db *db)
{
	TRY(score_sql_forget_areas(db));
	return score_sql_forget_results(db);
}

const struct record_type score_type = { .kind = &score_kind,
	.state_bytes = sizeof(struct score),
	.apply = score_apply,
	.decide = score_decide,
	.row = row_of,
	.gather = gather,
	.save = save,
	.clear = clear };

const struct fault *score_open_all(struct write *w, void *arg)
{
	struct score_opening *x = arg;

	x->refusal = RECORD_FINE;
	x->opened = 0;
	for (int i = 0; i < x->agencies_n; i++) {
		struct record_run run = { .type = &score_type, .event = x->event };

		run.event.agency = x->agencies[i];
		TRY(record_run(w, &run));
		x->opened++;
		if (!run.refusal.refused)
			continue;
		x->refusal = run.refusal;
		x->refused = x->agencies[i];
		x->opened = 0;
		db_undo(w->db);
		return NULL;
	}
	return NULL;
}

const struct fault *score_steps(struct write *w, void *arg)
{
	struct score_batch *x = arg;

	x->refusal = RECORD_FINE;
	x->unknown = false;
	for (x->at = 0; x->at < x->n; x->at++) {
		struct record_run run = { .type = &score_type, .event = x->events[x->at] };

		run.event.record = x->number;
		TRY(record_run(w, &run));
		if (!run.unknown && !run.refusal.refused)
			continue;
		x->refusal = run.refusal;
		x->unknown = run.unknown;
		db_undo(w->db);
		return NULL;
	}
	return NULL;
}

/* All closed, and at least one. */
static bool all_closed(const struct score_result *list, int n)
{
	for (int i = 0; i < n; i++)
		if (!str_eq(list[i].state, score_kind.states[SCORE_IS_CLOSED].text) &&
			!str_eq(list[i].state, score_kind.states[SCORE_IS_PUBLISHED].text))
			return false;
	return n > 0;
}

const struct fault *score_publish(struct write *w, void *arg)
{
	struct score_publication *x = arg;
	const struct score_result *list;
	int n;

	x->refusal = RECORD_FINE;
	x->published = 0;
	TRY(score_results(w->db, x->set, x->year, &list, &n));
	if (!all_closed(list, n)) {
		x->refusal = RECORD_REFUSED(MSG_score_not_all_closed);
		return NULL;
	}
	for (int i = 0; i < n; i++) {
		struct record_run run = { .type = &score_type, .event = x->event };

		if (!str_eq(list[i].state, score_kind.states[SCORE_IS_CLOSED].text))
			continue;
		run.event.record = list[i].number;
		TRY(record_run(w, &run));
		if (run.refusal.refused) {
			x->refusal = run.refusal;
			x->published = 0;
			db_undo(w->db);
			return NULL;
		}
		x->published++;
	}
	return NULL;
}

must_check static const struct fault *read_areas(
	struct db *db, struct str set, int year, struct score_result *list, int n)
{
	cleanup_with(score_sql_areas_end) struct score_sql_areas_rows rows = { 0 };
	bool more;

	TRY(score_sql_areas(db, set, year, &rows));
	for (;;) {
		TRY(score_sql_areas_next(&rows, &more));
		if (!more)
			return NULL;
		for (int i = 0; i < n; i++) {
			if (list[i].number != rows.row.number || list[i].areas_n == LIMIT_SCORE_AREAS)
				continue;
			int64_t *area = list[i].areas[list[i].areas_n++];

			area[SCORE_BY_SELF] = rows.row.self;
			area[SCORE_BY_FIRST] = rows.row.first;
			area[SCORE_BY_SECOND] = rows.row.second;
			area[SCORE_FINAL] = rows.row.result;
		}
	}
}

const struct fault *score_results(
	struct db *db, struct str set, int year, const struct score_result **out, int *n)
{
	struct score_result *list = NULL;
	size_t count = 0, cap = 0;

	{
		cleanup_with(score_sql_results_end) struct score_sql_results_rows rows = { 0 };
		bool more;

		TRY(score_sql_results(db, set, year, &rows));
		for (;;) {
			TRY(score_sql_results_next(&rows, &more));
			if (!more)
				break;
			list = arena_grow(db->a, list, count, &cap, sizeof *list);
			list[count++] = (struct score_result){ .number = rows.row.number,
				.version = rows.row.version,
				.agency = db_keep(db, rows.row.agency),
				.state = db_keep(db, rows.row.state),
				.bonus = rows.row.bonus,
				.penalty = rows.row.penalty,
				.result = rows.row.result,
				.without = rows.row.without };
		}
	}
	*out = list;
	*n = (int)count;
	return read_areas(db, set, year, list, (int)count);
}
