/* Holds the law against docs/deadline-vectors.json, read from the text that is published. */
#include "calendar/explain.h"
#include "calendar/vectors.h"
#include "json/json_read.h"
#include "tests/t.h"

enum { LISTS = 4, CALENDARS = 16, LIST_DAYS = 400, PERIODS = 4, PAUSES = 4, ENDS = 8, DAYS = 32, LEAST = 60 };

struct list {
	struct str name;
	struct holidays holidays;
};
struct office {
	struct str name;
	const struct calendar *calendar;
};
struct end {
	instant at;
	struct str verdict;
};
struct line {
	struct str date, reason;
	bool counted;
};
struct vector {
	struct str description, calendar, refused, due, rolled_from;
	struct deadline_query q;
	struct pause pauses[PAUSES];
	bool verified;
	struct end ends[ENDS];
	struct line days[DAYS];
	size_t end_count, day_count;
};
struct file {
	struct json_reader r;
	struct list lists[LISTS];
	struct office offices[CALENDARS];
	size_t list_count, office_count, vector_count;
};

/* The next token; the end of the innermost thing ends the loops that ask for members. */
static struct json_token next(struct file *f)
{
	struct json_token t;

	CHECK(json_next(&f->r, &t));
	return t;
}

static bool member(struct file *f, struct json_token *t)
{
	*t = next(f);
	return t->kind != JSON_CLOSE && t->kind != JSON_BAD && t->kind != JSON_END;
}

static struct str text(struct file *f)
{
	struct json_token t = next(f);

	CHECK_INT(t.kind, JSON_STRING);
	return t.text;
}

static void close(struct file *f)
{
	CHECK_INT(next(f).kind, JSON_CLOSE);
}

static daynum day_text(struct str s)
{
	daynum d = 0;

	CHECK(parse_day(s, &d));
	return d;
}

static instant minute_text(struct str s)
{
	instant t = 0;

	CHECK(parse_local_minute(s, &t));
	return t;
}

/* "vn-2021-2026": [["2021-01-01", "holiday"], ...] */
static void read_list(struct file *f, struct str name)
{
	struct special_day rows[LIST_DAYS];
	struct json_token t;
	size_t n = 0, at;

	CHECK_OR_STOP(f->list_count < LISTS);
	for (; n < LIST_DAYS && member(f, &t); n++) {
		rows[n] = (struct special_day){ .day = day_text(text(f)) };
		CHECK(parse_special_kind(text(f), &rows[n].kind));
		close(f);
	}
	struct list *l = &f->lists[f->list_count++];

	l->name = name;
	CHECK_INT(holidays_of_file(f->r.a, rows, n, &at, &l->holidays), HOLIDAYS_FINE);
}

/* "working" or "counter": {"mon": "07:30-11:30,13:00-17:00", ...} */
static void read_week(struct file *f, enum weekday_use use, struct work_period *p)
{
	static const char *const names[] = { "sun", "mon", "tue", "wed", "thu", "fri", "sat" };
	struct json_token t;

	while (member(f, &t)) {
		int wd = 0;
		while (wd < DAYS_PER_WEEK && !str_eq(t.key, str_of(names[wd])))
			wd++;
		CHECK_OR_STOP(wd < DAYS_PER_WEEK);
		CHECK(parse_day_hours(t.text, &p->hours[wd]));
		p->use[wd] = use;
	}
}

static void read_period(struct file *f, struct work_period *p)
{
	struct json_token t;

	while (member(f, &t))
		if (str_eq(t.key, S("from")))
			p->from = day_text(t.text);
		else if (str_eq(t.key, S("to")))
			p->to = day_text(t.text);
		else
			read_week(f, str_eq(t.key, S("working")) ? WEEKDAY_WORKING : WEEKDAY_COUNTER, p);
}

static void read_office(struct file *f, struct str name)
{
	struct work_period periods[PERIODS] = { 0 };
	struct work_time w = { periods, 0 };
	const struct holidays *h = NULL;
	struct json_token t;

	CHECK_OR_STOP(f->office_count < CALENDARS);
	while (member(f, &t))
		if (t.kind == JSON_ARRAY)
			for (; w.n < PERIODS && member(f, &t); w.n++)
				read_period(f, &periods[w.n]);
		else
			for (size_t i = 0; i < f->list_count; i++)
				h = str_eq(f->lists[i].name, t.text) ? &f->lists[i].holidays : h;
	struct office *o = &f->offices[f->office_count++];

	o->name = name;
	CHECK_INT(calendar_build(f->r.a, &w, h, &o->calendar), WORK_TIME_FINE);
}

static void read_pauses(struct file *f, struct vector *v)
{
	struct json_token t;

	while (v->q.pause_count < PAUSES && member(f, &t)) {
		struct pause *p = &v->pauses[v->q.pause_count++];
		p->from = minute_text(text(f));
		p->to = minute_text(text(f));
		close(f);
	}
}

static void read_ends(struct file *f, struct vector *v)
{
	struct json_token t;

	while (v->end_count < ENDS && member(f, &t)) {
		struct end *e = &v->ends[v->end_count++];
		e->at = minute_text(text(f));
		e->verdict = text(f);
		close(f);
	}
}

static void read_days(struct file *f, struct vector *v)
{
	struct json_token t;

	while (v->day_count < DAYS && member(f, &t)) {
		struct line *l = &v->days[v->day_count++];
		l->date = text(f);
		l->counted = next(f).kind == JSON_TRUE;
		l->reason = text(f);
		close(f);
	}
}

static void read_allow(struct json_token t, struct vector *v)
{
	v->q.allow.none = t.kind == JSON_NULL;
	v->q.allow.n = (int)t.number;
}

static void read_cutoff(struct json_token t, struct vector *v)
{
	CHECK(parse_clock_minute(t.text, &v->q.cutoff_minute));
}

static void read_member(struct file *f, struct json_token t, struct vector *v)
{
	if (str_eq(t.key, S("description")))
		v->description = t.text;
	else if (str_eq(t.key, S("calendar")))
		v->calendar = t.text;
	else if (str_eq(t.key, S("received")))
		v->q.received = minute_text(t.text);
	else if (str_eq(t.key, S("allow")))
		read_allow(t, v);
	else if (str_eq(t.key, S("unit")))
		CHECK(parse_unit(t.text, &v->q.allow.unit));
	else if (str_eq(t.key, S("rule")))
		CHECK(parse_rule(t.text, &v->q.rule));
	else if (str_eq(t.key, S("supplement")))
		CHECK(parse_supplement_rule(t.text, &v->q.supplement));
	else if (str_eq(t.key, S("cutoff")))
		read_cutoff(t, v);
	else if (str_eq(t.key, S("refused")))
		v->refused = t.text;
	else if (str_eq(t.key, S("due")))
		v->due = t.text;
	else if (str_eq(t.key, S("verified")))
		v->verified = t.kind == JSON_TRUE;
	else if (str_eq(t.key, S("rolled_from")))
		v->rolled_from = t.text;
	else if (str_eq(t.key, S("pauses")))
		read_pauses(f, v);
	else if (str_eq(t.key, S("ends")))
		read_ends(f, v);
	else if (str_eq(t.key, S("days")))
		read_days(f, v);
	else
		test_check(false, __FILE__, __LINE__, "unknown member %.*s", ARG(t.key));
}

static void check_days(
	const struct calendar *c, const struct vector *v, const struct deadline *d, struct arena *a)
{
	CHECK_OR_STOP(v->day_count == 0 || d->due.day - d->first_day + 1 == (daynum)v->day_count);
	for (size_t i = 0; i < v->day_count; i++) {
		struct explained_day e = explain_day(c, &v->q, d, d->first_day + (daynum)i);
		CHECK_STR(fmt_day(a, e.day), v->days[i].date);
		CHECK_INT(e.counted, v->days[i].counted);
		CHECK_STR(day_reason_name(e.reason), v->days[i].reason);
	}
}

static void check_vector(struct file *f, const struct vector *v)
{
	static const struct str refusals[] = { S_INIT(""), S_INIT("not_under_hours"),
		S_INIT("not_under_civil"), S_INIT("number"), S_INIT("pauses"), S_INIT("range") };
	static const struct str verdicts[] = { S_INIT("no_deadline"), S_INIT("early"), S_INIT("on_time"),
		S_INIT("late") };
	const struct calendar *c = NULL;
	struct deadline d = { 0 };

	printf("# %.*s\n", ARG(v->description));
	for (size_t i = 0; i < f->office_count; i++)
		c = str_eq(f->offices[i].name, v->calendar) ? f->offices[i].calendar : c;
	CHECK_OR_STOP(c != NULL);
	enum deadline_refusal r = deadline_compute(c, &v->q, &d);

	CHECK_STR(refusals[r], v->refused);
	CHECK_STR(fmt_due(f->r.a, d.due), v->due);
	CHECK_INT(d.verified, v->verified);
	CHECK_STR(d.rolled ? fmt_day(f->r.a, d.rolled_from) : S(""), v->rolled_from);
	for (size_t i = 0; i < v->end_count; i++)
		CHECK_STR(verdicts[due_compare_end(d.due, v->ends[i].at)], v->ends[i].verdict);
	check_days(c, v, &d, f->r.a);
}

static void read_vectors(struct file *f)
{
	struct json_token t;

	while (member(f, &t)) {
		struct vector v = { 0 };
		while (member(f, &t))
			read_member(f, t, &v);
		v.q.pauses = v.pauses;
		check_vector(f, &v);
		f->vector_count++;
	}
}

TEST(published_vectors_hold)
{
	ARENA a = { 0 };
	struct file f = { 0 };
	struct json_token t;

	CHECK_INT(vectors_n, 1);
	json_begin(&f.r, &a, vectors[0].raw);
	CHECK_INT(next(&f).kind, JSON_OBJECT);
	while (member(&f, &t)) {
		bool lists = str_eq(t.key, S("holiday_lists")), offices = str_eq(t.key, S("calendars"));
		if (lists || offices)
			while (member(&f, &t))
				lists ? read_list(&f, t.key) : read_office(&f, t.key);
		else if (str_eq(t.key, S("vectors")))
			read_vectors(&f);
	}
	CHECK(!json_next(&f.r, &t) && t.kind == JSON_END);
	CHECK(f.vector_count >= LEAST);
}
