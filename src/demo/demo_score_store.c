#include "demo/demo_score_store.h"
#include "score/score_facts.h"
#include "score/score_store.h"

/* Days of one sheet: opened, and the last days of its four steps. */
struct sheet_days {
	const char *opened, *until[4];
};
static const struct sheet_days days_2021 = { "2021-12-01",
	{ "2021-12-10", "2021-12-17", "2021-12-23", "2021-12-30" } };
static const struct sheet_days days_2022 = { "2022-12-01",
	{ "2022-12-10", "2022-12-17", "2022-12-23", "2022-12-30" } };
static const struct sheet_days days_open = { "2022-12-20",
	{ "2023-01-20", "2023-02-05", "2023-02-15", "2023-02-28" } };

struct sheet_plan {
	const char *set, *agency, *year;
	const struct sheet_days *days;
	int upto;   /* the state that it is left in */
	int spread; /* which components lose points: every spread-th one */
};
static const struct sheet_plan plans[] = {
	{ "CCHC-SO", "MAU.A", "2021", &days_2021, SCORE_IS_PUBLISHED, 3 },
	{ "CCHC-SO", "MAU.C", "2021", &days_2021, SCORE_IS_PUBLISHED, 4 },
	{ "CCHC-SO", "MAU.A", "2022", &days_2022, SCORE_IS_PUBLISHED, 5 },
	{ "CCHC-SO", "MAU.C", "2022", &days_2022, SCORE_IS_PUBLISHED, 4 },
	{ "CCHC-XA", "MAU.B", "2022", &days_open, SCORE_IS_FIRST, 4 },
	{ "CCHC-XA", "MAU.D", "2022", &days_open, SCORE_IS_SELF, 5 },
};
enum { NOON_S = 12 * 3600 };
#define MADE_UP "Tài liệu giả định để minh họa"

/* One sheet while it is made. */
struct making {
	struct province *p;
	struct arena *a;
	const struct sheet_plan *plan;
	const struct score_set *set;
	struct score_facts facts;
	struct record_event *events;
	int n;
	int64_t number;
};

static daynum day_from(const char *text)
{
	daynum d;

	if (!parse_day(str_of(text), &d))
		impossible(); /* ours */
	return d;
}

static struct record_event *add(struct making *m, int verb, daynum day)
{
	struct record_event *e = &m->events[m->n++];

	*e = (struct record_event){ .verb = verb, .by = ROLE_SYSTEM, .happened = instant_at(day, NOON_S) };
	return e;
}

/* What the agency gives itself, or the appraisal gives it: less on some components. */
static int64_t points_of(const struct making *m, int i, bool appraised)
{
	int64_t max = m->set->components[i].formula.max;

	if (i % m->plan->spread == 1)
		return max / 2;
	return appraised && i % (2 * m->plan->spread) == 0 ? max - max / 4 : max;
}

static void add_self(struct making *m, daynum day)
{
	for (int i = 0; i < m->set->n; i++) {
		const struct score_component *c = &m->set->components[i];
		const struct score_fact *fact = &m->facts.facts[c->indicator];
		bool people = c->formula.method == SCORE_BY_PEOPLE;
		struct record_event *e = add(m, people ? SCORE_V_SELF : SCORE_V_MEASURE, day);
		int64_t points = points_of(m, i, false);

		e->values[SCORE_F_COMPONENT] = c->code;
		if (people) {
			e->values[SCORE_F_POINTS] = record_points_text(m->a, points);
			e->values[SCORE_F_EVIDENCE] = S(MADE_UP);
			continue;
		}
		e->values[SCORE_F_SIZE] = str_fmt(m->a, "%lld", (long long)m->facts.size);
		e->values[SCORE_F_ROOT] = m->facts.root;
		e->values[SCORE_F_UNTIL] = fmt_day(m->a, m->facts.until);
		if (!score_formula_points(&c->formula, fact, &points)) {
			e->values[SCORE_F_NO_DATA] = S("1");
			continue;
		}
		e->values[SCORE_F_PART] = str_fmt(m->a, "%lld", (long long)fact->part);
		e->values[SCORE_F_WHOLE] = str_fmt(m->a, "%lld", (long long)fact->whole);
		e->values[SCORE_F_POINTS] = record_points_text(m->a, points);
	}
}

static void add_first(struct making *m, daynum day)
{
	for (int i = 0; i < m->set->n; i++) {
		const struct score_component *c = &m->set->components[i];
		const struct score_fact *fact = &m->facts.facts[c->indicator];
		bool people = c->formula.method == SCORE_BY_PEOPLE;
		int64_t points = people ? points_of(m, i, true) : 0;

		if (!people && score_formula_points(&c->formula, fact, &points))
			continue;
		struct record_event *e = add(m, SCORE_V_FIRST, day);

		e->values[SCORE_F_COMPONENT] = c->code;
		e->values[SCORE_F_POINTS] = record_points_text(m->a, points);
		if (!people)
			e->values[SCORE_F_COMMENT] = S("Chưa có dữ liệu để tính (giả định)");
		else if (points != points_of(m, i, false))
			e->values[SCORE_F_COMMENT] = S("Tài liệu chưa đủ (ý kiến giả định)");
	}
}

static void add_rest(struct making *m, const daynum *until)
{
	struct record_event *e = add(m, SCORE_V_EXPLAIN, until[2]);

	e->values[SCORE_F_COMPONENT] = m->set->components[0].code;
	e->values[SCORE_F_COMMENT] = S("Đã bổ sung tài liệu (giải trình giả định)");
	(void)add(m, SCORE_V_END_EXPLAIN, until[2]);
	e = add(m, SCORE_V_SECOND, until[3]);
	e->values[SCORE_F_COMPONENT] = m->set->components[0].code;
	e->values[SCORE_F_POINTS] = record_points_text(m->a, m->set->components[0].formula.max);
	e->values[SCORE_F_COMMENT] = S("Chấp nhận giải trình (giả định)");
	e = add(m, SCORE_V_EXTRA, until[3]);
	e->values[SCORE_F_EXTRA] = S("bonus");
	e->values[SCORE_F_POINTS] = S("0.5");
	e->values[SCORE_F_REASON] = S("Sáng kiến cải cách hành chính (giả định)");
	e->values[SCORE_F_EVIDENCE] = S(MADE_UP);
	(void)add(m, SCORE_V_CLOSE, until[3]);
	(void)add(m, SCORE_V_PUBLISH, until[3]);
}

must_check static const struct fault *count(struct making *m, daynum day)
{
	const struct catalogue *c = province_take_catalogue(m->p);
	struct score_question q = { &c->agencies, &c->procedures,
		catalogue_agency(c, str_of(m->plan->agency)), civil_from_day(day).year, day_end(day) };
	struct db *db;
	const struct fault *f = province_take_reader(m->p, m->a, &db);

	if (!f) {
		f = score_set_load(db, str_of(m->plan->set), 1, &m->set);
		if (!f && m->set && q.agency)
			f = score_facts(db, &q, &m->facts);
		province_give_reader(m->p, db);
	}
	province_give_catalogue(m->p, c);
	return f;
}

must_check static const struct fault *open_sheet(struct making *m, daynum day)
{
	struct str agency = str_of(m->plan->agency);
	struct score_opening x = { .agencies = &agency, .agencies_n = 1 };

	x.event = (struct record_event){
		.verb = SCORE_V_OPEN, .by = ROLE_SYSTEM, .happened = instant_at(day, NOON_S)
	};
	x.event.values[SCORE_F_SET] = m->set->code;
	x.event.values[SCORE_F_VERSION] = S("1");
	x.event.values[SCORE_F_YEAR] = str_of(m->plan->year);
	x.event.values[SCORE_F_BONUS_MAX] = x.event.values[SCORE_F_PENALTY_MAX] = S("5");
	for (int i = 0; i < 4; i++)
		x.event.values[SCORE_F_SELF_UNTIL + i] = str_of(m->plan->days->until[i]);
	TRY(writer_run(province_writer(m->p), m->a, score_open_all, &x));
	if (x.refusal.refused)
		return FAULT(m->a, FAULT_CORRUPT, "the demonstration opened no score sheet of %s",
			m->plan->agency);
	return NULL;
}

/* The sheet that was just opened. */
must_check static const struct fault *find_sheet(struct making *m)
{
	const struct score_result *list;
	struct db *db;
	int64_t year = 0;
	int n = 0;

	if (!str_int(str_of(m->plan->year), &year))
		impossible(); /* ours */
	TRY(province_take_reader(m->p, m->a, &db));
	const struct fault *f = score_results(db, m->set->code, (int)year, &list, &n);

	province_give_reader(m->p, db);
	for (int i = 0; !f && i < n; i++)
		if (str_eq(list[i].agency, str_of(m->plan->agency)))
			m->number = list[i].number;
	return f;
}

must_check static const struct fault *make_sheet(struct making *m)
{
	const struct sheet_days *d = m->plan->days;
	daynum opened = day_from(d->opened), until[4];

	for (int i = 0; i < 4; i++)
		until[i] = day_from(d->until[i]);
	bool whole = m->plan->upto == SCORE_IS_PUBLISHED;
	daynum self = whole ? until[0] : opened + 2;

	TRY(count(m, self));
	if (!m->set)
		return FAULT(
			m->a, FAULT_CORRUPT, "the demonstration has no set of criteria %s", m->plan->set);
	m->events = NEW_ARRAY(m->a, struct record_event, 2 * m->set->n + 16);
	TRY(open_sheet(m, opened));
	TRY(find_sheet(m));
	add_self(m, self);
	if (m->plan->upto > SCORE_IS_SELF)
		(void)add(m, SCORE_V_SUBMIT, self);
	if (whole) {
		add_first(m, until[1]);
		(void)add(m, SCORE_V_END_FIRST, until[1]);
		add_rest(m, until);
	}
	struct score_batch batch = { .number = m->number, .events = m->events, .n = m->n };

	TRY(writer_run(province_writer(m->p), m->a, score_steps, &batch));
	if (batch.refusal.refused || batch.unknown)
		return FAULT(m->a, FAULT_CORRUPT,
			"step %d of the demonstration's score sheet of %s is refused: %.*s", batch.at,
			m->plan->agency, ARG(msg_text(LANG_EN, batch.refusal.why)));
	return NULL;
}

const struct fault *demo_score(struct province *p, struct arena *a)
{
	for (size_t i = 0; i < COUNT(plans); i++) {
		ARENA of_one = { 0 };
		struct making m = { .p = p, .a = &of_one, .plan = &plans[i] };
		const struct fault *f = make_sheet(&m);

		if (f)
			return fault_at(a, f->where, f->kind, "%.*s", ARG(f->what));
	}
	return NULL;
}
