#include "report/board.h"

/* The board while it is made: what was filed and sent, as chains by agency. */
struct making {
	struct arena *a;
	const struct board_request *rq;
	int *first, *next; /* of filed, plus one; by agency, by filed */
	bool *taken;
	int *first_sent, *next_sent;
	struct duty *duties;
	size_t n, cap;
};

static void chain(struct making *m)
{
	const struct board_request *rq = m->rq;
	size_t agencies = (size_t)rq->agencies->n + 1;

	m->first = NEW_ARRAY(m->a, int, agencies);
	m->first_sent = NEW_ARRAY(m->a, int, agencies);
	m->next = NEW_ARRAY(m->a, int, rq->filed_n + 1);
	m->next_sent = NEW_ARRAY(m->a, int, rq->reminders_n + 1);
	m->taken = NEW_ARRAY(m->a, bool, rq->filed_n + 1);
	for (size_t i = rq->filed_n; i-- > 0;) {
		int agency = agency_number(rq->agencies, rq->filed[i].agency);

		m->next[i] = m->first[agency];
		m->first[agency] = (int)i + 1;
	}
	for (size_t i = 0; i < rq->reminders_n; i++) { /* the newest first */
		int agency = agency_number(rq->agencies, rq->reminders[i].agency);

		m->next_sent[i] = m->first_sent[agency];
		m->first_sent[agency] = (int)i + 1;
	}
}

static bool is_wanted(const struct board_request *rq, struct str series)
{
	return !rq->series.n || str_eq(rq->series, series);
}

static const struct report_filed *take_filed(struct making *m, const struct obligation *o)
{
	for (int i = m->first[o->agency]; i; i = m->next[i - 1]) {
		const struct report_filed *f = &m->rq->filed[i - 1];

		if (f->year != o->year || f->turn != o->turn || !str_eq(f->regime, o->regime->code))
			continue;
		m->taken[i - 1] = true;
		return f;
	}
	return NULL;
}

static daynum reminded(const struct making *m, const struct obligation *o)
{
	for (int i = m->first_sent[o->agency]; i; i = m->next_sent[i - 1]) {
		const struct report_reminded *r = &m->rq->reminders[i - 1];

		if (r->year == o->year && r->turn == o->turn && str_eq(r->regime, o->regime->code))
			return r->day;
	}
	return DAYNUM_NONE;
}

static void add(struct making *m, const struct obligation *o, const struct report_filed *filed)
{
	const struct calendar *c = m->rq->calendars[o->agency];
	struct duty d = { .o = *o, .filed = filed, .reminded = reminded(m, o) };

	if (filed)
		d.o.due = filed->due;
	d.p = obligation_punctuality(&d.o, filed ? filed->first_day : DAYNUM_NONE, m->rq->today, c);
	if (m->n == LIMIT_REPORTS_A_YEAR)
		return;
	m->duties = arena_grow(m->a, m->duties, m->n, &m->cap, sizeof *m->duties);
	m->duties[m->n++] = d;
}

/* The period with these days. */
static enum report_period period_of(const struct report_filed *f)
{
	for (int p = 0; p < REPORT_PERIOD_N; p++) {
		enum report_period period = (enum report_period)p;
		struct report_span s;

		if (f->turn > report_turns(period))
			continue;
		s = report_span(period, f->year, f->turn);
		if (s.from == f->from && s.to == f->to)
			return period;
	}
	return REPORT_PERIOD_YEAR;
}

/* What was filed for nothing that is owed now. */
static void add_rest(struct making *m, int agency)
{
	for (int i = m->first[agency]; i; i = m->next[i - 1]) {
		const struct report_filed *f = &m->rq->filed[i - 1];

		if (m->taken[i - 1] || f->year != m->rq->year || !is_wanted(m->rq, f->series))
			continue;
		struct report_regime *r = NEW(m->a, struct report_regime);

		*r = (struct report_regime){
			.code = f->regime, .name = f->name, .series = f->series, .period = period_of(f)
		};
		struct obligation o = { r, agency, f->year, f->turn, f->from, f->to, f->due, f->due };

		add(m, &o, f);
	}
}

struct board board_of(struct arena *a, const struct board_request *rq)
{
	struct making m = { .a = a, .rq = rq };
	struct obligation owed[OBLIGATIONS_A_YEAR];

	chain(&m);
	for (int agency = 1; agency <= rq->agencies->n; agency++) {
		if (!rq->in[agency])
			continue;
		int n = obligations_of_agency(
			rq->regimes, rq->agencies, agency, rq->year, rq->calendars[agency], owed);

		for (int i = 0; i < n; i++)
			if (is_wanted(rq, owed[i].regime->series))
				add(&m, &owed[i], take_filed(&m, &owed[i]));
		add_rest(&m, agency);
	}
	return (struct board){ m.duties, m.n };
}

struct punctuality_year board_year(const struct board *b, int agency)
{
	struct punctuality_year y = { 0 };

	for (size_t i = 0; i < b->n; i++)
		if (!agency || b->duties[i].o.agency == agency)
			punctuality_add(&y, &b->duties[i].p);
	return y;
}

static struct str digits(struct arena *a, int n)
{
	return str_fmt(a, "%d", n);
}

void report_put_obligation(struct arena *a, const struct obligation *o, struct record_event *e)
{
	e->values[REPORT_F_REGIME] = o->regime->code;
	e->values[REPORT_F_NAME] = o->regime->name;
	e->values[REPORT_F_SERIES] = o->regime->series;
	e->values[REPORT_F_YEAR] = digits(a, o->year);
	e->values[REPORT_F_TURN] = digits(a, o->turn);
	e->values[REPORT_F_FROM] = fmt_day(a, o->from);
	e->values[REPORT_F_TO] = fmt_day(a, o->to);
	e->values[REPORT_F_DUE] = fmt_day(a, o->due);
	e->values[REPORT_F_OUTLINE] = o->regime->outline;
}

void reminder_put_obligation(struct arena *a, const struct obligation *o, struct record_event *e)
{
	e->values[REMINDER_F_REGIME] = o->regime->code;
	e->values[REMINDER_F_NAME] = o->regime->name;
	e->values[REMINDER_F_YEAR] = digits(a, o->year);
	e->values[REMINDER_F_TURN] = digits(a, o->turn);
	e->values[REMINDER_F_DUE] = fmt_day(a, o->due);
}
