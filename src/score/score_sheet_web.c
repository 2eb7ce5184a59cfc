/* A score sheet as a page: areas, what formulas count, bonus and penalty, steps, history. */
#include "score/score_html.h"
#include "score/score_parts_web.h"

enum { HISTORY_SHOWN = 12 };

static struct str title_of(struct request *rq, const void *state)
{
	const struct score *s = state;
	CATALOGUE held = site_catalogue(rq);
	struct str agency = str_dup(rq->a, site_agency_name(rq, held.c, s->base.agency));
	struct buf b = { .a = rq->a };
	daynum until = s->until[s->base.state];

	if (until)
		msg_score_web_title_until(&b, rq->lang, agency, s->year,
			msg_text(rq->lang, score_kind.states[s->base.state].name), until);
	else
		msg_score_web_title(&b, rq->lang, agency, s->year);
	return buf_str(&b);
}

/* The components as choices, "TT.10.1 Tỷ lệ hồ sơ…". */
static const struct choice *component_choices(
	struct request *rq, const struct score_sheet *x, struct str chosen, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, x->set->n + 1);

	list[0] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), !chosen.n };
	for (int i = 0; i < x->set->n; i++) {
		const struct score_component *c = &x->set->components[i];

		list[i + 1] = (struct choice){ c->code,
			str_fmt(rq->a, "%.*s %.*s", ARG(c->code), ARG(c->text)), str_eq(c->code, chosen) };
	}
	*n = (size_t)x->set->n + 1;
	return list;
}

static const struct choice *item_choices(
	struct request *rq, const struct score *s, struct str chosen, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, s->extras_n + 1);

	list[0] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), !chosen.n };
	*n = 1;
	for (int i = 0; i < s->extras_n; i++) {
		struct str number = str_fmt(rq->a, "%d", i + 1);
		struct str kind = msg_text(
			rq->lang, s->extras[i].kind == SCORE_BONUS ? MSG_score_bonus : MSG_score_penalty);

		if (!s->extras[i].dropped)
			list[(*n)++] = (struct choice){ number,
				str_fmt(rq->a, "%d. %.*s %.*s", i + 1, ARG(kind),
					ARG(score_points_words(rq, true, s->extras[i].points))),
				str_eq(number, chosen) };
	}
	return list;
}

static const struct choice *choices_of(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	struct score_sheet *x = NEW(rq->a, struct score_sheet);

	*n = 0;
	if (!state || (field != SCORE_F_COMPONENT && field != SCORE_F_ITEM))
		return NULL;
	if (field == SCORE_F_ITEM)
		return item_choices(rq, state, e->values[field], n);
	if (score_sheet_open(rq, x) || !x->s)
		return NULL;
	return component_choices(rq, x, e->values[field], n);
}

/* Moving the days begins with those that hold. */
static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct score *s = state;

	if (e->verb == SCORE_V_EXTEND)
		for (int i = 0; i < 4; i++)
			e->values[SCORE_F_SELF_UNTIL + i] = fmt_day(rq->a, s->until[SCORE_IS_SELF + i]);
	return NULL;
}

#define HIDE(name) (UINT64_C(1) << SCORE_V_##name)
const struct record_web score_record_web = { .type = &score_type,
	.path = SCORE_PATH,
	.agency_field = RECORD_NO_FIELD,
	.hidden_verbs = HIDE(OPEN) | HIDE(SELF) | HIDE(MEASURE) | HIDE(SUBMIT) | HIDE(FIRST) | HIDE(EXPLAIN) |
			HIDE(SECOND) | HIDE(PUBLISH),
	.title = title_of,
	.choices = choices_of,
	.prefill = prefill };

const struct fault *score_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &score_record_web, agency, found);
}

struct reply score_step_get(struct request *rq)
{
	return record_step_get(rq, &score_record_web);
}

struct reply score_step_post(struct request *rq)
{
	return record_step_post(rq, &score_record_web);
}

static double share(int64_t points, int64_t max)
{
	return max > 0 ? (double)points * 100.0 / (double)max : 0;
}

/* Sums of the three columns, as far as the sheet has come. */
static void add_sums(struct request *rq, const struct score_sheet *x, const struct score_sum *sums,
	int64_t max, struct score_area_line *line)
{
	static const int shown_from[3] = { SCORE_IS_SELF, SCORE_IS_FIRST, SCORE_IS_SECOND };

	for (int c = 0; c < 3; c++) {
		bool has = x->s->base.state >= shown_from[c],
		     before = c > 0 && x->s->base.state >= shown_from[c ? c - 1 : 0];

		line->cells[c] = score_cell_of(rq, has, sums[c].points, before, sums[c ? c - 1 : 0].points);
		line->shares[c] = has ? share(sums[c].points, max) : 0;
	}
	line->max = score_points_words(rq, true, max);
	line->result = score_points_words(rq, x->s->base.state >= SCORE_IS_CLOSED, sums[SCORE_FINAL].points);
}

static void add_areas(struct request *rq, const struct score_sheet *x, struct score_sheet_view *v)
{
	struct score_area_line *lines = NEW_ARRAY(rq->a, struct score_area_line, x->set->areas_n + 1);

	for (int a = 0; a < x->set->areas_n; a++) {
		lines[a].name = x->set->areas[a].name;
		lines[a].to = url_segment_int(rq->a, url_segment(rq->a, v->head.sheet, S("linh-vuc")), a + 1);
		add_sums(rq, x, x->sums.areas[a], x->set->areas[a].max, &lines[a]);
	}
	v->areas = lines;
	v->areas_n = (size_t)x->set->areas_n;
	add_sums(rq, x, x->sums.total, x->set->max, &v->total);
	v->bonus = score_points_words(rq, true, x->sums.bonus);
	v->penalty = score_points_words(rq, true, x->sums.penalty);
	v->result = score_points_words(rq, true, x->sums.result);
	v->without = x->sums.total[SCORE_FINAL].without;
}

static void add_counted(struct request *rq, const struct score_sheet *x, struct score_sheet_view *v)
{
	struct score_row *rows = NEW_ARRAY(rq->a, struct score_row, x->set->n + 1);

	for (int i = 0; i < x->set->n; i++) {
		const struct score_line *l = score_line_of(x->s, x->set->components[i].code);
		struct buf b = { .a = rq->a };

		if (x->set->components[i].formula.method == SCORE_BY_PEOPLE)
			continue;
		rows[v->counted_n++] = score_row_of(rq, x, i);
		if (l && l->measure.taken && x->s->base.state > SCORE_IS_SELF && !v->frozen.n) {
			msg_score_web_frozen(
				&b, rq->lang, l->measure.until, l->measure.size, l->measure.root);
			v->frozen = buf_str(&b);
		}
	}
	v->counted = rows;
}

static void add_extras(struct request *rq, const struct score *s, struct score_sheet_view *v)
{
	struct score_extra_line *lines = NEW_ARRAY(rq->a, struct score_extra_line, s->extras_n + 1);

	for (int i = 0; i < s->extras_n; i++) {
		const struct score_extra *x = &s->extras[i];

		lines[i] = (struct score_extra_line){ i + 1,
			msg_text(rq->lang, x->kind == SCORE_BONUS ? MSG_score_bonus : MSG_score_penalty),
			score_points_words(rq, true, x->points), x->reason, x->evidence, x->why_dropped,
			x->dropped };
	}
	v->extras = lines;
	v->extras_n = (size_t)s->extras_n;
}

static void add_steps(struct request *rq, const struct score_sheet *x, struct score_sheet_view *v)
{
	struct record_event e = { 0 };
	size_t all;

	v->can_submit =
		x->s->base.state == SCORE_IS_SELF && score_sign(rq, SCORE_V_SUBMIT, x->s->base.agency, &e);
	v->links = record_links(rq, &score_record_web, x->s, &v->links_n);
	v->lines = record_lines(rq, &score_record_web, &x->story, &all);
	v->lines_n = all < HISTORY_SHOWN ? all : HISTORY_SHOWN;
	v->lines_more = (int64_t)(all - v->lines_n);
}

struct reply score_show_sheet(struct request *rq, const struct score_sheet *x, struct str problem)
{
	struct score_sheet_view *v = NEW(rq->a, struct score_sheet_view);
	struct page page = staff_page(rq, title_of(rq, x->s));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	score_fill_head(rq, x, &v->head);
	v->problem = problem;
	v->notice = record_notice(rq, &score_record_web);
	add_areas(rq, x, v);
	add_counted(rq, x, v);
	add_extras(rq, x->s, v);
	add_steps(rq, x, v);
	struct url file = url_segment(rq->a, v->head.sheet, S("tep"));

	v->xlsx = url_query(rq->a, file, S("dang"), S("xlsx"));
	v->pdf = url_query(rq->a, file, S("dang"), S("pdf"));
	page.synthetic = rq->app->synthetic;
	page.has_errors = problem.n > 0;
	score_sheet_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply score_sheet_get(struct request *rq)
{
	struct score_sheet *x = NEW(rq->a, struct score_sheet);
	const struct fault *f = score_sheet_open(rq, x);

	if (f)
		return reply_fault(f);
	return x->s ? score_show_sheet(rq, x, S("")) : score_no_sheet(rq);
}

/* Freezes what formulas count and hands in, in one command. */
struct reply score_submit_post(struct request *rq)
{
	struct score_sheet *x = NEW(rq->a, struct score_sheet);
	const struct fault *f = score_sheet_open(rq, x);
	int n;

	if (f)
		return reply_fault(f);
	if (!x->s)
		return score_no_sheet(rq);
	struct record_event *events = score_measures(rq, x, &n);
	struct score_batch batch = { .number = x->s->base.number, .events = events, .n = n + 1 };
	bool may = true;

	events[n].verb = SCORE_V_SUBMIT;
	for (int i = 0; i <= n; i++)
		may = may && score_sign(rq, SCORE_V_SUBMIT, x->s->base.agency, &events[i]);
	if (!may || x->s->base.state != SCORE_IS_SELF)
		return reply_error(409, msg_text(rq->lang, MSG_record_not_now));
	f = staff_run(rq, score_steps, &batch);
	if (f)
		return reply_fault(f);
	if (batch.refusal.refused)
		return score_show_sheet(rq, x, score_refusal_words(rq, x->s, &batch.refusal));
	return reply_see_other(url_query(rq->a, record_url(rq->a, &score_record_web, x->s->base.number),
		S(RECORD_DONE_PARAMETER), score_kind.verbs[SCORE_V_SUBMIT].name)
				       .s);
}
