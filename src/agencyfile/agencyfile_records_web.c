/* What other features keep of the agency: inspections, plan, reports, scores. */
#include "agencyfile/agencyfile_parts_web.h"
#include "plan/plan_store.h"
#include "plan/plan_web.h"
#include "report/regime_store.h"
#include "report/report_store.h"
#include "score/score_store.h"
#include "score/score_web.h"

enum { TASKS_AHEAD_DAYS = 30 };

static struct url plan_url(const struct agencyfile *f, bool of_agency, int64_t number)
{
	struct url all = of_agency ? url_path(S(PLANS_PATH "/co-quan")) : url_path(S(PLANS_PATH "/tinh"));

	return url_segment_int(f->rq->a, all, number);
}

static struct str state_name(const struct agencyfile *f, const struct record_kind *k, struct str text)
{
	int state = record_state_of(k, text);

	return state ? msg_text(f->rq->lang, k->states[state].name) : text;
}

const struct fault *agencyfile_inspections(const struct agencyfile *f, struct agencyfile_view *v)
{
	const struct record_row *rows;
	size_t n;

	TRY(record_list(f->db, &inspection_kind, 0, &rows, &n));
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, n + 1);
	v->inspections.list = list;
	for (size_t i = 0; i < n; i++)
		if (agencyfile_has(f, rows[i].agency))
			list[v->inspections.n++] = (struct agencyfile_line){ rows[i].title,
				state_name(f, &inspection_kind, rows[i].state),
				url_segment_int(f->rq->a, url_path(S("/lam-viec/kiem-tra")), rows[i].number),
				TONE_PLAIN, rows[i].day };
	return NULL;
}

must_check static const struct fault *add_tasks(const struct agencyfile *f, struct agencyfile_view *v)
{
	const struct plan_waiting *all;
	size_t n;

	TRY(plan_waiting(f->db, f->today + TASKS_AHEAD_DAYS, &all, &n));
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, n + 1);
	v->tasks.list = list;
	for (size_t i = 0; i < n; i++)
		if ((all[i].agency.n && agencyfile_has(f, all[i].agency)) ||
			agencyfile_has(f, all[i].owner)) {
			struct buf note = { .a = f->rq->a };

			msg_agencyfile_percent(&note, f->rq->lang, all[i].percent);
			list[v->tasks.n++] = (struct agencyfile_line){ all[i].title, buf_str(&note),
				plan_url(f, all[i].agency.n > 0, all[i].plan),
				all[i].due < f->today ? TONE_BAD : TONE_PLAIN, all[i].due };
		}
	return NULL;
}

const struct fault *agencyfile_plan(const struct agencyfile *f, struct agencyfile_view *v)
{
	const struct plan_row *rows;
	size_t n;

	TRY(plan_list(f->db, PLAN_OF_AGENCY, f->year, f->today, &rows, &n));
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, n + 1);
	v->plans.list = list;
	for (size_t i = 0; i < n; i++)
		if (agencyfile_has(f, rows[i].agency)) {
			struct buf note = { .a = f->rq->a };

			msg_agencyfile_plan_progress(
				&note, f->rq->lang, rows[i].done, rows[i].tasks, rows[i].overdue);
			list[v->plans.n++] = (struct agencyfile_line){ rows[i].title, buf_str(&note),
				plan_url(f, true, rows[i].number), rows[i].overdue ? TONE_BAD : TONE_PLAIN,
				rows[i].date };
		}
	return add_tasks(f, v);
}

/* The reports that were owed by the agency and what is below it, this year and the last. */
must_check static const struct fault *board_of_year(const struct agencyfile *f,
	const struct report_regimes *regimes, int year, struct punctuality_year *out)
{
	struct board_request q = { .regimes = regimes,
		.agencies = &f->c->agencies,
		.calendars = f->c->calendars,
		.in = f->in,
		.year = year,
		.today = f->today };

	TRY(report_filed_in(f->db, year, year, &q.filed, &q.filed_n));
	TRY(report_reminders_in(f->db, year, year, &q.reminders, &q.reminders_n));
	struct board b = board_of(f->rq->a, &q);

	*out = board_year(&b, AGENCY_NONE);
	return NULL;
}

static struct agencyfile_line report_line(
	const struct agencyfile *f, int year, const struct punctuality_year *y)
{
	struct buf text = { .a = f->rq->a }, note = { .a = f->rq->a };
	struct url to = url_query_int(f->rq->a, url_path(S("/lam-viec/bao-cao/dung-han")), S("nam"), year);
	bool is_fine = !y->late && !y->missing;

	msg_agencyfile_reports_year(&text, f->rq->lang, year, y->submitted, y->owed);
	msg_agencyfile_reports_late(&note, f->rq->lang, y->late, y->missing, y->days_late);
	return (struct agencyfile_line){ buf_str(&text),
		is_fine ? msg_text(f->rq->lang, MSG_agencyfile_reports_in_time) : buf_str(&note),
		url_query(f->rq->a, to, S("q"), f->code),
		is_fine      ? TONE_GOOD
		: y->missing ? TONE_BAD
			     : TONE_WARN,
		DAYNUM_NONE };
}

const struct fault *agencyfile_reports(const struct agencyfile *f, struct agencyfile_view *v)
{
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, AGENCYFILE_YEARS);
	struct agencyfile_part *part = &v->parts[v->parts_n++];
	struct report_regimes regimes;

	*part = (struct agencyfile_part){ .id = S("reports"),
		.heading = msg_text(f->rq->lang, MSG_agencyfile_reports),
		.none = msg_text(f->rq->lang, MSG_agencyfile_no_reports),
		.lines = { list, 0 } };
	TRY(regimes_load(f->db, f->rq->a, &regimes));
	for (int i = 0; i < AGENCYFILE_YEARS; i++) {
		struct punctuality_year y;

		TRY(board_of_year(f, &regimes, f->year - i, &y));
		if (y.owed)
			list[part->lines.n++] = report_line(f, f->year - i, &y);
	}
	return NULL;
}

const struct fault *agencyfile_scores(const struct agencyfile *f, struct agencyfile_view *v)
{
	struct agencyfile_part *part = &v->parts[v->parts_n++];
	const struct record_row *rows;
	size_t n;

	TRY(record_list(f->db, score_type.kind, 0, &rows, &n));
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, n + 1);
	*part = (struct agencyfile_part){ .id = S("scores"),
		.heading = msg_text(f->rq->lang, MSG_agencyfile_score),
		.none = msg_text(f->rq->lang, MSG_agencyfile_no_score),
		.lines = { list, 0 } };
	for (size_t i = 0; i < n; i++)
		if (agencyfile_has(f, rows[i].agency))
			list[part->lines.n++] = (struct agencyfile_line){
				str_fmt(f->rq->a, "%.*s (%d)", ARG(rows[i].title), rows[i].year),
				state_name(f, score_type.kind, rows[i].state),
				url_segment_int(f->rq->a, url_path(S(SCORE_PATH)), rows[i].number),
				TONE_PLAIN, DAYNUM_NONE
			};
	return NULL;
}
