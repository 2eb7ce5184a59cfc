#include "exchange/import_hours.h"
#include "agency/agency_store.h"
#include "catalogue/calendar_store.h"
#include "exchange/hours_row.h"
#include "msg/messages.h"

/* One import while it runs. */
struct run {
	struct import_job *job;
	struct arena *a;
	const struct hours_version *stored;
	int stored_n;
	struct hours_periods file;
};

enum news { NEWS_NONE, NEWS_ADDED, NEWS_CORRECTED };

/* The newest stored version with the same first day, or NULL. */
static const struct hours_version *stored_version(const struct run *r, const struct hours_version *v)
{
	for (int i = r->stored_n - 1; i >= 0; i--)
		if (r->stored[i].valid.from == v->valid.from && str_eq(r->stored[i].agency, v->agency))
			return &r->stored[i];
	return NULL;
}

static bool same_weekday(const struct hours_version *a, const struct hours_version *b, int day)
{
	return a->use[day] == b->use[day] &&
	       (a->use[day] == WEEKDAY_OFF || day_hours_eq(&a->hours[day], &b->hours[day]));
}

static bool same_version(const struct hours_version *a, const struct hours_version *b)
{
	bool same = a->valid.to == b->valid.to;

	for (int day = 0; day < DAYS_PER_WEEK; day++)
		same = same && same_weekday(a, b, day);
	return same;
}

/* "sat counter 07:30-11:30"; a closed day is "sat -". */
static struct str weekday_text(struct arena *a, const struct hours_version *v, int day)
{
	struct str word = weekday_word(day), hours = weekday_hours_text(a, &v->hours[day], v->use[day]);

	return str_fmt(a, "%.*s %.*s", ARG(word), ARG(hours.n ? hours : S("-")));
}

static void report_difference(
	const struct run *r, int64_t line, enum hours_field field, struct str file, struct str stored)
{
	import_error_add(&r->job->errors, (struct import_error){ .line = line,
						  .field = hours_fields[field].name,
						  .code = IMPORT_EXISTS_OTHERWISE,
						  .piece = file,
						  .also = stored });
}

static void report_differences(
	const struct run *r, const struct hours_period *p, const struct hours_version *old)
{
	if (p->v.valid.to != old->valid.to)
		report_difference(r, p->line, HOURS_FIELD_VALID_TO, column_day_text(r->a, p->v.valid.to),
			column_day_text(r->a, old->valid.to));
	for (int day = 0; day < DAYS_PER_WEEK; day++)
		if (!same_weekday(&p->v, old, day))
			report_difference(r, p->lines[day] ? p->lines[day] : p->line, HOURS_FIELD_HOURS,
				weekday_text(r->a, &p->v, day), weekday_text(r->a, old, day));
}

/* Whether the period has to be written; the report counts its rows. */
static enum news news_of(const struct run *r, const struct hours_period *p)
{
	const struct hours_version *old = p->failed ? NULL : stored_version(r, &p->v);

	if (p->failed)
		return NEWS_NONE;
	if (!old) {
		r->job->report.added += p->rows;
		return NEWS_ADDED;
	}
	if (same_version(&p->v, old)) {
		r->job->report.unchanged += p->rows;
		return NEWS_NONE;
	}
	if (r->job->correct.n > 0) {
		r->job->report.corrected += p->rows;
		return NEWS_CORRECTED;
	}
	report_differences(r, p, old);
	return NEWS_NONE;
}

static void report_refusal(const struct run *r, const struct hours_period *p, enum work_time_refusal refusal)
{
	struct buf words = { .a = r->job->errors.a };

	switch (refusal) {
	case WORK_TIME_FINE: return;
	case WORK_TIME_NO_WORKING_DAY:
		buf_add(&words, msg_text(r->job->lang, MSG_import_hours_no_working_day));
		break;
	case WORK_TIME_TOO_MANY:
		msg_import_hours_too_many(&words, r->job->lang, LIMIT_OWN_HOURS, LIMIT_WORK_PERIODS);
		break;
	case WORK_TIME_SESSIONS:
	case WORK_TIME_WITHOUT_HOURS:
	case WORK_TIME_PERIODS: impossible(); /* the readers of the fields let nothing of this through */
	}
	import_refuse(r->job, p->line, S("row"), buf_str(&words));
}

/* The working time of the agencies as it would be: each period alone, then all of an agency together. */
static void check_news(const struct run *r, const enum news *news)
{
	struct hours_version *all = NEW_ARRAY(r->a, struct hours_version, r->stored_n + r->file.n + 1);
	bool reported = false;
	int n = r->stored_n;

	for (int i = 0; i < n; i++)
		all[i] = r->stored[i];
	for (int i = 0; i < r->file.n; i++) {
		const struct hours_period *p = &r->file.list[i];
		if (news[i] == NEWS_NONE || reported)
			continue;
		all[n] = p->v;
		all[n++].valid.position = KNOWN_NOW - r->file.n + i; /* after all that is stored */
		ARENA scratch = { 0 };
		enum work_time_refusal refusal = hours_check(&scratch, all, n, p->v.agency);
		if (refusal == WORK_TIME_NO_WORKING_DAY)
			n--; /* it would be found again with the agency's next period */
		if (refusal != WORK_TIME_NO_WORKING_DAY || !r->file.lost)
			report_refusal(r, p, refusal);
		reported = refusal == WORK_TIME_TOO_MANY;
	}
}

must_check static const struct fault *write_news(struct write *w, const struct run *r, const enum news *news)
{
	for (int i = 0; i < r->file.n; i++) {
		enum work_time_refusal refusal = WORK_TIME_FINE;
		if (news[i] == NEWS_NONE)
			continue;
		TRY(hours_add(w, &r->file.list[i].v, news[i] == NEWS_CORRECTED ? r->job->correct : S(""),
			&refusal));
		if (refusal) /* cannot happen after check_news, but nothing half is kept */
			report_refusal(r, &r->file.list[i], refusal);
	}
	return NULL;
}

const struct fault *import_hours(struct write *w, void *arg)
{
	struct run r = { .job = arg, .a = w->db->a };
	const struct agency_version *agencies;
	int agencies_n;

	if (!import_begin(r.job))
		return NULL;
	TRY(agency_load(w->db, r.a, &agencies, &agencies_n));
	TRY(hours_load(w->db, r.a, &r.stored, &r.stored_n));
	struct agency_tree tree = agency_tree_of(r.a, agencies, agencies_n);
	struct agency_names names = agency_names_of(r.a, &tree, NULL, 0);

	TRY(hours_rows_read(r.job, r.a, &names, &r.file));
	enum news *news = NEW_ARRAY(r.a, enum news, r.file.n + 1);

	for (int i = 0; i < r.file.n; i++)
		news[i] = news_of(&r, &r.file.list[i]);
	check_news(&r, news);
	if (r.job->errors.total == 0)
		TRY(write_news(w, &r, news));
	import_end(w, r.job);
	return NULL;
}
