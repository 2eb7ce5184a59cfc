/* What the pages of score sheets have in common. */
#include "msg/number.h"
#include "score/score_parts_web.h"

struct str score_points_words(struct request *rq, bool has, int64_t hundredths)
{
	struct buf b = { .a = rq->a };

	if (!has)
		return S("–");
	add_points(&b, rq->lang, hundredths);
	return buf_str(&b);
}

struct str score_percent_words(struct request *rq, int64_t hundredths)
{
	struct buf b = { .a = rq->a };

	add_points(&b, rq->lang, hundredths);
	buf_char(&b, '%');
	return buf_str(&b);
}

struct str score_state_words(enum lang lang, struct str state)
{
	return msg_text(lang, score_kind.states[record_state_of(&score_kind, state)].name);
}

enum tone score_tone(struct str state)
{
	int s = record_state_of(&score_kind, state);

	if (s == SCORE_IS_PUBLISHED)
		return TONE_GOOD;
	if (s == SCORE_IS_CLOSED)
		return TONE_INFO;
	return s == SCORE_IS_SELF || s == SCORE_IS_EXPLAIN ? TONE_WAIT : TONE_PLAIN;
}

struct score_cell score_cell_of(struct request *rq, bool has, int64_t points, bool has_before, int64_t before)
{
	struct score_cell cell = { .points = score_points_words(rq, has, points) };

	if (!has || !has_before || points == before)
		return cell;
	cell.less = points < before;
	int64_t size = cell.less ? before - points : points - before;

	cell.delta = str_fmt(rq->a, "%s%.*s", cell.less ? "−" : "+", ARG(score_points_words(rq, true, size)));
	return cell;
}

must_check static const struct fault *count(struct request *rq, struct db *db, struct score_sheet *x)
{
	CATALOGUE held = site_catalogue(rq);
	struct score_question q = { &held.c->agencies, &held.c->procedures,
		catalogue_agency(held.c, x->s->base.agency), x->s->year, rq->now };

	return q.agency ? score_facts(db, &q, &x->facts) : NULL;
}

const struct fault *score_sheet_open(struct request *rq, struct score_sheet *out)
{
	READER held = { 0 };
	void *state;

	*out = (struct score_sheet){ 0 };
	TRY(record_open(rq, &score_record_web, &state, &out->story));
	if (!state)
		return NULL;
	out->s = state;
	TRY(site_reader(rq, &held));
	TRY(score_set_load(held.db, out->s->set, out->s->version, &out->set));
	if (!out->set || !score_sums_of(out->set, out->s, &out->sums))
		return FAULT(rq->a, FAULT_CORRUPT, "the sums of score sheet %lld do not balance",
			(long long)out->s->base.number);
	if (out->s->base.state == SCORE_IS_SELF)
		TRY(count(rq, held.db, out));
	CATALOGUE cat = site_catalogue(rq);

	out->agency = str_dup(rq->a, site_agency_name(rq, cat.c, out->s->base.agency));
	return NULL;
}

void score_fill_head(struct request *rq, const struct score_sheet *x, struct score_head *head)
{
	const struct score *s = x->s;

	*head = (struct score_head){ .number = s->base.number,
		.agency = x->agency,
		.set = x->set->name,
		.state = msg_text(rq->lang, score_kind.states[s->base.state].name),
		.tone = score_tone(score_kind.states[s->base.state].text),
		.year = s->year,
		.sheet = record_url(rq->a, &score_record_web, s->base.number) };
	for (int i = 0; i < 4; i++) {
		int state = SCORE_IS_SELF + i;

		head->days[i] = (struct score_day){ msg_text(rq->lang, score_kind.states[state].name),
			s->until[state], s->base.state == state, s->base.state > state };
	}
}

static struct str rule_words(struct request *rq, const struct score_formula *f)
{
	struct buf b = { .a = rq->a };

	if (f->method == SCORE_PROPORTIONAL && f->floor)
		msg_score_web_rule_floor(
			&b, rq->lang, score_percent_words(rq, f->floor), score_percent_words(rq, f->target));
	else if (f->method == SCORE_PROPORTIONAL)
		msg_score_web_rule_target(&b, rq->lang, score_percent_words(rq, f->target));
	else if (f->method == SCORE_ALL)
		return msg_text(rq->lang, MSG_score_web_rule_all);
	for (int i = 0; i < f->steps_n; i++) {
		buf_add(&b, i ? S("; ") : S(""));
		msg_score_web_rule_step(&b, rq->lang, score_percent_words(rq, f->steps[i].share),
			score_points_words(rq, true, f->steps[i].points));
	}
	return buf_str(&b);
}

static struct str indicator_words(enum lang lang, enum score_indicator i)
{
	static const enum msg words[SCORE_INDICATOR_N] = { [SCORE_OF_NONE] = MSG_score_by_indicator_none,
		[SCORE_OF_RESOLVED_IN_TIME] = MSG_score_by_resolved_in_time,
		[SCORE_OF_NOT_OVERDUE] = MSG_score_by_not_overdue,
		[SCORE_OF_ONLINE_DOSSIERS] = MSG_score_by_online_dossiers,
		[SCORE_OF_ONLINE_SERVICES] = MSG_score_by_online_services,
		[SCORE_OF_FEEDBACK_ANSWERED] = MSG_score_by_feedback_answered,
		[SCORE_OF_REPORTS_IN_TIME] = MSG_score_by_reports_in_time,
		[SCORE_OF_TASKS_DONE] = MSG_score_by_tasks_done,
		[SCORE_OF_PROCEDURE_CODES] = MSG_score_by_procedure_codes,
		[SCORE_OF_PROCEDURE_BASIS] = MSG_score_by_procedure_basis };

	return msg_text(lang, words[i]);
}

static const struct score_counted *counted_of(struct request *rq, const struct score_sheet *x,
	const struct score_component *c, const struct score_line *l)
{
	struct score_counted *out = NEW(rq->a, struct score_counted);
	bool taken = l && l->measure.taken;
	struct score_fact fact = taken ? l->measure.fact : x->facts.facts[c->indicator];
	daynum from = day_from_civil((struct civil){ x->s->year, 1, 1 }),
	       to = day_from_civil((struct civil){ x->s->year, 12, 31 });
	struct buf b = { .a = rq->a };
	int64_t points = 0;
	bool has = score_formula_points(&c->formula, &fact, &points);

	out->indicator = indicator_words(rq->lang, c->indicator);
	out->rule = rule_words(rq, &c->formula);
	out->known = has;
	out->points = score_points_words(rq, has, points);
	if (has)
		msg_score_web_counted(
			&b, rq->lang, fact.part, fact.whole, score_percent_words(rq, score_share(&fact)));
	else
		buf_add(&b, msg_text(rq->lang, MSG_score_web_no_data));
	out->words = buf_str(&b);
	struct url u = url_query(rq->a, url_path(S("/so-lieu")), S("co-quan"), x->s->base.agency);

	u = url_query(rq->a, u, S("tu"), fmt_day(rq->a, from));
	out->to = url_query(rq->a, u, S("den"), fmt_day(rq->a, to < day_of(rq->now) ? to : day_of(rq->now)));
	return out;
}

static void say(struct score_row *row, struct str label, struct str text)
{
	if (text.n && row->said_n < SCORE_SAID_LINES)
		row->said[row->said_n++] = (struct score_said_line){ label, text };
}

static void add_words(struct request *rq, const struct score_line *l, struct score_row *row)
{
	say(row, msg_text(rq->lang, MSG_score_f_evidence), l->evidence);
	say(row, msg_text(rq->lang, MSG_score_web_comment_first), l->comments[SCORE_BY_FIRST]);
	say(row, msg_text(rq->lang, MSG_score_v_explain), l->explanation);
	say(row, msg_text(rq->lang, MSG_score_web_explained_with), l->explanation_evidence);
	say(row, msg_text(rq->lang, MSG_score_web_comment_second), l->comments[SCORE_BY_SECOND]);
	say(row, msg_text(rq->lang, MSG_score_v_amend), l->comments[SCORE_FINAL]);
}

/* The points of the columns; while nothing is frozen, what formulas give now stands in the first. */
static void add_cells(struct request *rq, const struct score_sheet *x, const struct score_component *c,
	struct score_row *row)
{
	const struct score_line *l = score_line_of(x->s, c->code);
	int64_t points[3] = { 0 };
	bool has[3];

	for (int i = 0; i < 3; i++) {
		has[i] = score_points(l, (enum score_column)i, &points[i]);
		if (i == SCORE_BY_FIRST && x->s->base.state < SCORE_IS_FIRST)
			has[i] = false;
		if (i == SCORE_BY_SECOND && x->s->base.state < SCORE_IS_SECOND)
			has[i] = false;
	}
	if (x->s->base.state == SCORE_IS_SELF && c->formula.method != SCORE_BY_PEOPLE)
		has[0] = score_formula_points(&c->formula, &x->facts.facts[c->indicator], &points[0]);
	for (int i = 0; i < 3; i++)
		row->cells[i] = score_cell_of(
			rq, has[i], points[i], i > 0 && has[i ? i - 1 : 0], points[i ? i - 1 : 0]);
	if (l && l->given[SCORE_FINAL])
		row->amended = score_points_words(rq, true, l->points[SCORE_FINAL]);
}

struct score_row score_row_of(struct request *rq, const struct score_sheet *x, int component)
{
	const struct score_component *c = &x->set->components[component];
	const struct score_line *l = score_line_of(x->s, c->code);
	struct score_row row = { .code = c->code,
		.text = c->text,
		.wanted = c->evidence,
		.max = score_points_words(rq, true, c->formula.max),
		.begins = score_begins_criterion(x->set, component),
		.criterion_code = c->criterion_code,
		.criterion = c->criterion };
	int64_t max = 0;
	int parts = 0;

	for (int i = component; i < x->set->n && (i == component || !score_begins_criterion(x->set, i));
		i++, parts++)
		max += x->set->components[i].formula.max;
	if (parts == 1 && str_eq(c->text, c->criterion)) /* it would say the same twice */
		row.begins = false;
	row.criterion_max = score_points_words(rq, true, max);
	add_cells(rq, x, c, &row);
	if (c->formula.method != SCORE_BY_PEOPLE)
		row.counted = counted_of(rq, x, c, l);
	if (l)
		add_words(rq, l, &row);
	return row;
}

struct record_event *score_measures(struct request *rq, const struct score_sheet *x, int *n)
{
	struct record_event *list = NEW_ARRAY(rq->a, struct record_event, x->set->n + 1);

	*n = 0;
	for (int i = 0; i < x->set->n; i++) {
		const struct score_component *c = &x->set->components[i];
		const struct score_fact *fact = &x->facts.facts[c->indicator];
		struct record_event *e = &list[*n];
		int64_t points = 0;

		if (c->formula.method == SCORE_BY_PEOPLE)
			continue;
		(*n)++;
		e->verb = SCORE_V_MEASURE;
		e->values[SCORE_F_COMPONENT] = c->code;
		e->values[SCORE_F_SIZE] = str_fmt(rq->a, "%lld", (long long)x->facts.size);
		e->values[SCORE_F_ROOT] = x->facts.root;
		e->values[SCORE_F_UNTIL] = fmt_day(rq->a, x->facts.until);
		if (!score_formula_points(&c->formula, fact, &points)) {
			e->values[SCORE_F_NO_DATA] = S("1");
			continue;
		}
		e->values[SCORE_F_PART] = str_fmt(rq->a, "%lld", (long long)fact->part);
		e->values[SCORE_F_WHOLE] = str_fmt(rq->a, "%lld", (long long)fact->whole);
		e->values[SCORE_F_POINTS] = record_points_text(rq->a, points);
	}
	return list;
}

struct str score_refusal_words(
	struct request *rq, const struct score *s, const struct record_refusal *refusal)
{
	struct str words = msg_text(rq->lang, refusal->why);
	struct buf b = { .a = rq->a };
	bool late = refusal->why == MSG_score_late_self || refusal->why == MSG_score_late_first ||
		    refusal->why == MSG_score_late_explain || refusal->why == MSG_score_late_second ||
		    refusal->why == MSG_score_not_over_yet;

	if (!late)
		return words;
	msg_score_web_late(&b, rq->lang, words, s->until[s->base.state]);
	return buf_str(&b);
}

bool score_sign(struct request *rq, int verb, struct str agency, struct record_event *e)
{
	struct staff_acting who = staff_acting_at(rq, score_kind.verbs[verb].roles, agency);

	e->verb = e->verb ? e->verb : verb;
	e->agency = agency;
	e->by = who.role;
	e->account = who.account;
	e->actor = who.name;
	e->delegated = who.delegator != 0;
	if (e->delegated)
		e->actor = str_fmt(rq->a, "%.*s (%.*s)", ARG(who.name), ARG(who.delegator_name));
	return who.role != ROLE_NOBODY;
}

struct reply score_no_sheet(struct request *rq)
{
	return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
}
