/* An area of a score sheet: its components as a table, and the form of whoever's turn it is. */
#include "score/score_html.h"
#include "score/score_parts_web.h"

/* Which form, the step that it makes, the column that it fills. */
struct form_rule {
	enum score_form_kind kind;
	int state, verb;
	enum score_column column;
	enum score_field words; /* where the words go */
	enum msg lead;
};
static const struct form_rule rules[] = {
	{ SCORE_FORM_SELF, SCORE_IS_SELF, SCORE_V_SELF, SCORE_BY_SELF, SCORE_F_EVIDENCE,
		MSG_score_web_lead_self },
	{ SCORE_FORM_FIRST, SCORE_IS_FIRST, SCORE_V_FIRST, SCORE_BY_FIRST, SCORE_F_COMMENT,
		MSG_score_web_lead_first },
	{ SCORE_FORM_EXPLAIN, SCORE_IS_EXPLAIN, SCORE_V_EXPLAIN, SCORE_BY_SELF, SCORE_F_COMMENT,
		MSG_score_web_lead_explain },
	{ SCORE_FORM_SECOND, SCORE_IS_SECOND, SCORE_V_SECOND, SCORE_BY_SECOND, SCORE_F_COMMENT,
		MSG_score_web_lead_second },
};

/* An area as it is shown or was sent. */
struct area_form {
	struct score_sheet x;
	const struct score_area *area;
	int number;                   /* from 1 */
	const struct form_rule *rule; /* NULL: nothing can be entered now, or not by this person */
	struct score_typed typed[LIMIT_SCORE_AREA_COMPONENTS];
	bool sent;
	size_t errors_n;
	struct str problem;
};

static const struct score_component *component(const struct area_form *f, int i)
{
	return &f->x.set->components[f->area->first + i];
}

static bool is_open(const struct area_form *f, int i)
{
	if (!f->rule)
		return false;
	return f->rule->kind != SCORE_FORM_SELF || component(f, i)->formula.method == SCORE_BY_PEOPLE;
}

must_check static const struct fault *open_area(struct request *rq, struct area_form *f)
{
	int64_t number;
	struct record_event e = { 0 };

	TRY(score_sheet_open(rq, &f->x));
	if (!f->x.s || !str_int(request_param(rq, "area"), &number) || number < 1 ||
		number > f->x.set->areas_n)
		return NULL;
	f->number = (int)number;
	f->area = &f->x.set->areas[number - 1];
	for (size_t i = 0; i < COUNT(rules); i++)
		if (rules[i].state == f->x.s->base.state &&
			score_sign(rq, rules[i].verb, f->x.s->base.agency, &e))
			f->rule = &rules[i];
	return NULL;
}

/* What the form begins with: what was entered before, else the column before. */
static void prefill(struct request *rq, struct area_form *f)
{
	for (int i = 0; i < f->area->n; i++) {
		const struct score_line *l = score_line_of(f->x.s, component(f, i)->code);
		struct score_typed *t = &f->typed[i];
		int64_t points;

		if (!is_open(f, i))
			continue;
		if (f->rule->kind != SCORE_FORM_EXPLAIN &&
			(score_points(l, f->rule->column, &points) ||
				(f->rule->column > SCORE_BY_SELF &&
					score_points(l, f->rule->column - 1, &points))))
			t->points = score_points_words(rq, true, points);
		if (!l)
			continue;
		t->words = f->rule->kind == SCORE_FORM_SELF      ? l->evidence
			   : f->rule->kind == SCORE_FORM_EXPLAIN ? l->explanation
								 : l->comments[f->rule->column];
		t->more = l->explanation_evidence;
	}
}

/* The names of the fields of component i: d1, w1, m1. */
static const char *name_of(struct arena *a, char kind, int i)
{
	return str_c(a, str_fmt(a, "%c%d", kind, i + 1));
}

enum { FIELDS_EACH = 3 };

static void complain(struct request *rq, struct area_form *f, struct str *error, enum msg why)
{
	if (!error->n)
		f->errors_n++;
	*error = msg_text(rq->lang, why);
}

/* Where the law says that it is. */
static struct str *error_at(const struct area_form *f, struct score_typed *t, int field)
{
	if (field == (int)f->rule->words)
		return &t->words_error;
	return field == SCORE_F_EVIDENCE ? &t->more_error : &t->points_error;
}

static void read_value(
	struct request *rq, struct area_form *f, int i, int field, struct str raw, struct record_event *e)
{
	struct record_refusal r =
		record_value(rq->a, &score_kind.fields[field], field, str_trim(raw), &e->values[field]);

	if (r.refused)
		complain(rq, f, error_at(f, &f->typed[i], field), r.why);
}

/* Whether the form says something else than what is stored. */
static bool is_news(const struct area_form *f, const struct score_line *l, const struct record_event *e)
{
	struct str words = e->values[f->rule->words];

	if (f->rule->kind == SCORE_FORM_EXPLAIN)
		return !str_eq(words, l ? l->explanation : S("")) ||
		       !str_eq(e->values[SCORE_F_EVIDENCE], l ? l->explanation_evidence : S(""));
	if (!e->values[SCORE_F_POINTS].n && !words.n)
		return false;
	if (!l || !l->given[f->rule->column]) {
		int64_t points;

		/* The second appraisal keeps the first one where it says nothing new. */
		return f->rule->kind != SCORE_FORM_SECOND || words.n ||
		       !score_points(l, SCORE_BY_FIRST, &points) ||
		       points != record_hundredths(e, SCORE_F_POINTS);
	}
	struct str was = f->rule->kind == SCORE_FORM_SELF ? l->evidence : l->comments[f->rule->column];

	return l->points[f->rule->column] != record_hundredths(e, SCORE_F_POINTS) || !str_eq(was, words);
}

/* Reads component i into e and asks the law. True when it is a step to take. */
static bool read_component(struct request *rq, struct area_form *f, int i, struct record_event *e)
{
	const struct score_component *c = component(f, i);
	struct score_typed *t = &f->typed[i];
	struct score_env env = { .set = f->x.set };
	size_t errors = f->errors_n;

	*e = (struct record_event){ .verb = f->rule->verb, .happened = rq->now, .recorded = rq->now };
	if (!is_open(f, i))
		return false;
	(void)score_sign(rq, f->rule->verb, f->x.s->base.agency, e);
	e->values[SCORE_F_COMPONENT] = c->code;
	if (f->rule->kind != SCORE_FORM_EXPLAIN)
		read_value(rq, f, i, SCORE_F_POINTS, t->points, e);
	else
		read_value(rq, f, i, SCORE_F_EVIDENCE, t->more, e);
	read_value(rq, f, i, (int)f->rule->words, t->words, e);
	if (f->errors_n > errors || !is_news(f, score_line_of(f->x.s, c->code), e))
		return false;
	struct record_refusal r = record_allows(&score_kind, &f->x.s->base, e);

	if (!r.refused)
		r = score_decide(f->x.s, e, &env);
	if (r.refused && r.field != RECORD_NO_FIELD)
		complain(rq, f, error_at(f, t, r.field), r.why);
	else if (r.refused)
		f->problem = score_refusal_words(rq, f->x.s, &r);
	return !r.refused;
}

/* The body as it was typed. False: it cannot be read at all. */
static bool read_body(struct request *rq, struct area_form *f)
{
	static const char kinds[FIELDS_EACH] = { 'd', 'w', 'm' };
	size_t n = (size_t)f->area->n * FIELDS_EACH;
	struct field *fields = NEW_ARRAY(rq->a, struct field, n);
	struct str *values = NEW_ARRAY(rq->a, struct str, n);

	for (size_t i = 0; i < n; i++)
		fields[i] = (struct field){ name_of(rq->a, kinds[i % FIELDS_EACH], (int)(i / FIELDS_EACH)),
			i % FIELDS_EACH ? FIELD_KIND_LINES : FIELD_KIND_TEXT, i * sizeof *values, 0,
			LIMIT_RECORD_LINES_CHARS, NULL };
	struct form form = form_read_body(rq, fields, n, values);

	if (form.unreadable)
		return false;
	for (size_t i = 0; i < n; i++) {
		struct score_typed *t = &f->typed[i / FIELDS_EACH];
		struct str *at[FIELDS_EACH] = { &t->points, &t->words, &t->more };
		struct str *errors[FIELDS_EACH] = { &t->points_error, &t->words_error, &t->more_error };

		*at[i % FIELDS_EACH] = form.values[i].problem ? form.values[i].raw : values[i];
		if (form.values[i].problem)
			complain(rq, f, errors[i % FIELDS_EACH],
				form.values[i].problem == FORM_TOO_LONG ? MSG_record_too_long
									: MSG_record_bad_text);
	}
	f->sent = true;
	return true;
}

static void add_errors(struct request *rq, const struct area_form *f, struct score_area_view *v)
{
	struct score_error *list = NEW_ARRAY(rq->a, struct score_error, f->errors_n + 1);

	for (int i = 0; i < f->area->n; i++) {
		const struct score_typed *t = &f->typed[i];
		const struct str *errors[FIELDS_EACH] = { &t->points_error, &t->words_error, &t->more_error };

		for (int k = 0; k < FIELDS_EACH; k++)
			if (errors[k]->n && v->errors_n < f->errors_n)
				list[v->errors_n++] =
					(struct score_error){ str_of(name_of(rq->a, "dwm"[k], i)),
						str_fmt(rq->a, "%.*s: %.*s", ARG(component(f, i)->code),
							ARG(*errors[k])) };
	}
	v->errors = list;
}

static void add_links(struct request *rq, const struct area_form *f, struct score_area_view *v)
{
	struct score_link *links = NEW_ARRAY(rq->a, struct score_link, f->x.set->areas_n + 1);
	struct url base = url_segment(rq->a, v->head.sheet, S("linh-vuc"));

	for (int i = 0; i < f->x.set->areas_n; i++)
		links[i] = (struct score_link){ url_segment_int(rq->a, base, i + 1), f->x.set->areas[i].name,
			i + 1 == f->number };
	v->areas = links;
	v->areas_n = (size_t)f->x.set->areas_n;
	v->action = url_segment_int(rq->a, base, f->number);
}

static void add_rows(struct request *rq, const struct area_form *f, struct score_area_view *v)
{
	struct score_row *rows = NEW_ARRAY(rq->a, struct score_row, f->area->n + 1);
	const struct score_sum *sums = f->x.sums.areas[f->number - 1];

	for (int i = 0; i < f->area->n; i++) {
		rows[i] = score_row_of(rq, &f->x, f->area->first + i);
		rows[i].open = is_open(f, i);
		rows[i].typed = f->typed[i];
	}
	for (int c = 0; c < 3; c++)
		v->sums[c].points = score_points_words(
			rq, f->x.s->base.state >= SCORE_IS_SELF + (c == 2 ? 3 : c), sums[c].points);
	v->rows = rows;
	v->rows_n = (size_t)f->area->n;
}

static struct reply show(struct request *rq, struct area_form *f)
{
	struct score_area_view *v = NEW(rq->a, struct score_area_view);
	struct page page = staff_page(rq, f->area->name);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	if (!f->sent)
		prefill(rq, f);
	score_fill_head(rq, &f->x, &v->head);
	v->name = f->area->name;
	v->max = score_points_words(rq, true, f->area->max);
	v->problem = f->problem;
	v->notice = record_notice(rq, &score_record_web);
	v->form = f->rule ? f->rule->kind : SCORE_FORM_NONE;
	if (f->rule)
		v->lead = msg_text(rq->lang, f->rule->lead);
	add_links(rq, f, v);
	add_rows(rq, f, v);
	add_errors(rq, f, v);
	page.synthetic = rq->app->synthetic;
	page.has_errors = f->errors_n > 0 || f->problem.n > 0;
	score_area_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply score_area_get(struct request *rq)
{
	struct area_form *f = NEW(rq->a, struct area_form);
	const struct fault *fault = open_area(rq, f);

	if (fault)
		return reply_fault(fault);
	return f->area ? show(rq, f) : score_no_sheet(rq);
}

struct reply score_area_post(struct request *rq)
{
	struct area_form *f = NEW(rq->a, struct area_form);
	const struct fault *fault = open_area(rq, f);

	if (fault)
		return reply_fault(fault);
	if (!f->area)
		return score_no_sheet(rq);
	if (!f->rule)
		return reply_error(409, msg_text(rq->lang, MSG_record_not_now));
	if (!read_body(rq, f))
		return reply_error(400, S(""));
	struct record_event *events = NEW_ARRAY(rq->a, struct record_event, f->area->n);
	struct score_batch batch = { .number = f->x.s->base.number, .events = events };

	for (int i = 0; i < f->area->n; i++)
		batch.n += read_component(rq, f, i, &events[batch.n]);
	if (f->errors_n || f->problem.n)
		return show(rq, f);
	for (int i = 0; i < batch.n; i++) /* the time is the writer's */
		events[i].happened = events[i].recorded = INSTANT_NONE;
	if (batch.n)
		fault = staff_run(rq, score_steps, &batch);
	if (fault)
		return reply_fault(fault);
	if (batch.refusal.refused) { /* somebody else was faster */
		f->problem = score_refusal_words(rq, f->x.s, &batch.refusal);
		return show(rq, f);
	}
	return reply_see_other(str_fmt(rq->a, SCORE_PATH "/%lld/linh-vuc/%d?" RECORD_DONE_PARAMETER "=%.*s",
		(long long)f->x.s->base.number, f->number, ARG(score_kind.verbs[f->rule->verb].name)));
}
