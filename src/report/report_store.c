#include "report/report_store.h"
#include "report/report_sql.h"

static struct record_row report_row(const void *state)
{
	const struct report *r = state;

	return (struct record_row){ .year = r->year, .day = r->due, .title = r->name };
}

must_check static const struct fault *report_gather(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	struct report_env *x = NEW(w->db->a, struct report_env);
	struct report_sql_of_obligation_row row = { 0 };
	bool found = false;

	(void)state;
	if (e->verb == REPORT_OPEN)
		TRY(report_sql_of_obligation(w->db, e->agency, record_count(e, REPORT_F_YEAR),
			e->values[REPORT_F_REGIME], record_count(e, REPORT_F_TURN), &row, &found));
	x->other = found ? row.number : 0;
	*env = x;
	return NULL;
}

must_check static const struct fault *report_save(struct db *db, const void *state)
{
	const struct report *r = state;
	daynum last = r->versions_n ? day_of(r->versions[r->versions_n - 1].at) : DAYNUM_NONE;

	return report_sql_put(db, r->base.number, r->regime, r->name, r->series, r->year, r->turn,
		r->base.agency, report_kind.states[r->base.state].text, report_first_day(r), last, r->from,
		r->to, r->due, r->versions_n, r->consolidated);
}

const struct record_type report_type = { .kind = &report_kind,
	.state_bytes = sizeof(struct report),
	.apply = report_apply,
	.decide = report_decide,
	.row = report_row,
	.gather = report_gather,
	.save = report_save,
	.clear = report_sql_clear };

static struct record_row reminder_row(const void *state)
{
	const struct reminder *r = state;

	return (struct record_row){ .year = r->year, .day = day_of(r->base.began_at), .title = r->name };
}

must_check static const struct fault *reminder_gather(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	struct reminder_env *x = NEW(w->db->a, struct reminder_env);
	struct report_sql_reminded_row row;

	(void)state;
	TRY(report_sql_reminded(w->db, e->agency, record_count(e, REMINDER_F_YEAR),
		e->values[REMINDER_F_REGIME], record_count(e, REMINDER_F_TURN), day_of(e->happened), &row));
	x->today = row.n > 0;
	*env = x;
	return NULL;
}

must_check static const struct fault *reminder_save(struct db *db, const void *state)
{
	const struct reminder *r = state;

	return report_sql_put_reminder(
		db, r->base.number, r->regime, r->year, r->turn, r->base.agency, day_of(r->base.began_at));
}

const struct record_type reminder_type = { .kind = &reminder_kind,
	.state_bytes = sizeof(struct reminder),
	.apply = reminder_apply,
	.decide = reminder_decide,
	.row = reminder_row,
	.gather = reminder_gather,
	.save = reminder_save,
	.clear = report_sql_clear_reminders };

const struct fault *report_filed_in(
	struct db *db, int first, int last, const struct report_filed **list, size_t *n)
{
	cleanup_with(report_sql_of_years_end) struct report_sql_of_years_rows rows = { 0 };
	struct report_filed *all = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(report_sql_of_years(db, first, last, LIMIT_REPORTS_A_YEAR, &rows));
	for (;;) {
		TRY(report_sql_of_years_next(&rows, &more));
		if (!more)
			break;
		all = arena_grow(db->a, all, count, &cap, sizeof *all);
		all[count++] = (struct report_filed){ .number = rows.row.number,
			.regime = db_keep(db, rows.row.regime),
			.name = db_keep(db, rows.row.name),
			.series = db_keep(db, rows.row.series),
			.agency = db_keep(db, rows.row.agency),
			.year = (int)rows.row.year,
			.turn = (int)rows.row.turn,
			.state = (enum report_state)record_state_of(&report_kind, rows.row.state),
			.first_day = (daynum)rows.row.first_day,
			.last_day = (daynum)rows.row.last_day,
			.from = (daynum)rows.row.from_day,
			.to = (daynum)rows.row.to_day,
			.due = (daynum)rows.row.due_day,
			.versions = (int)rows.row.versions,
			.consolidated = rows.row.consolidated != 0 };
	}
	*list = all;
	*n = count;
	return NULL;
}

const struct fault *report_reminders_in(
	struct db *db, int first, int last, const struct report_reminded **list, size_t *n)
{
	cleanup_with(report_sql_reminders_end) struct report_sql_reminders_rows rows = { 0 };
	struct report_reminded *all = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(report_sql_reminders(db, first, last, LIMIT_REPORTS_A_YEAR, &rows));
	for (;;) {
		TRY(report_sql_reminders_next(&rows, &more));
		if (!more)
			break;
		all = arena_grow(db->a, all, count, &cap, sizeof *all);
		all[count++] =
			(struct report_reminded){ db_keep(db, rows.row.regime), db_keep(db, rows.row.agency),
				(int)rows.row.year, (int)rows.row.turn, (daynum)rows.row.day };
	}
	*list = all;
	*n = count;
	return NULL;
}

must_check static const struct fault *write_section(
	struct write *w, const struct report_drafting *d, int64_t number, int section)
{
	struct record_run run = { .type = &report_type, .event = d->open };

	run.event.verb = REPORT_WRITE;
	run.event.record = number;
	for (int f = 0; f < REPORT_FIELD_N; f++)
		run.event.values[f] = (struct str){ 0 };
	run.event.values[REPORT_F_SECTION] = str_fmt(w->db->a, "%d", section);
	run.event.values[REPORT_F_TEXT] = d->texts[section - 1];
	TRY(record_run(w, &run));
	return run.refusal.refused ? FAULT(w->db->a, FAULT_CORRUPT, "a first text of a report was refused")
				   : NULL;
}

const struct fault *report_draft(struct write *w, void *arg)
{
	struct report_drafting *d = arg;
	struct record_run run = { .type = &report_type, .event = d->open };

	TRY(record_run(w, &run));
	d->refusal = run.refusal;
	d->number = run.number;
	for (int s = 1; !run.refusal.refused && s <= d->texts_n; s++)
		if (d->texts[s - 1].n)
			TRY(write_section(w, d, run.number, s));
	return NULL;
}

const struct fault *report_number_of(
	struct db *db, struct str agency, int year, struct str regime, int turn, int64_t *number)
{
	struct report_sql_of_obligation_row row;
	bool found;

	TRY(report_sql_of_obligation(db, agency, year, regime, turn, &row, &found));
	*number = found ? row.number : 0;
	return NULL;
}
