/* How the steps of plans are shown: what they are chosen from, what they begin with. */
#include "plan/plan_page_web.h"

#define NQ76 \
	"Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải " \
	"cách " \
	"hành chính nhà nước giai đoạn 2021 - 2030"
enum { MONTHS = 12, NEXT_YEAR_FROM = 10 /* in October one plans the next year */ };

static struct str named(struct request *rq, struct str sign, struct str title)
{
	return sign.n ? str_fmt(rq->a, "%.*s: %.*s", ARG(sign), ARG(title)) : title;
}

static struct str reform_title(struct request *rq, const void *state)
{
	const struct plan_reform *p = state;

	return named(rq, p->sign, p->title);
}

static struct str inspection_title(struct request *rq, const void *state)
{
	const struct plan_inspection *p = state;

	return named(rq, p->sign, p->title);
}

/* A list of choices that begins with an empty one. */
struct choosing {
	struct request *rq;
	struct choice *list;
	size_t n;
	struct str chosen;
};
static struct choosing choosing(struct request *rq, size_t most, struct str chosen)
{
	struct choosing c = { rq, NEW_ARRAY(rq->a, struct choice, most + 1), 1, chosen };

	c.list[0] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), !chosen.n };
	return c;
}

static void add_choice(struct choosing *c, int value, struct str name)
{
	struct str text = str_fmt(c->rq->a, "%d", value);

	c->list[c->n++] = (struct choice){ text, str_fmt(c->rq->a, "%d. %.*s", value, ARG(name)),
		str_eq(text, c->chosen) };
}

static const struct choice *task_choices(
	struct request *rq, const struct plan_reform *p, struct str chosen, size_t *n)
{
	struct choosing c = choosing(rq, (size_t)p->tasks_n, chosen);

	for (int i = 0; i < p->tasks_n; i++)
		if (!p->tasks[i].gone)
			add_choice(&c, i + 1, p->tasks[i].title);
	*n = c.n;
	return c.list;
}

/* Agencies for which whoever is signed in drafts plans; none when it is for the whole province. */
static const struct choice *own_agencies(struct request *rq, struct str chosen, size_t *n)
{
	const struct grants *g = &rq->session->grants;
	const unsigned roles = plan_agency_kind.verbs[REFORM_BEGIN].roles;
	CATALOGUE held = site_catalogue(rq);
	struct choice *list = NEW_ARRAY(rq->a, struct choice, g->n + 1);

	*n = 0;
	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];
		bool known = false;

		if (!(roles >> (unsigned)x->role & 1u) || !grant_is_in_force(x, day_of(rq->now)))
			continue;
		for (size_t k = 0; k < *n; k++)
			known |= str_eq(list[k].value, x->agency);
		if (!x->agency.n) { /* any agency: typed */
			*n = 0;
			return NULL;
		}
		if (!known)
			list[(*n)++] = (struct choice){ x->agency,
				str_dup(rq->a, site_agency_name(rq, held.c, x->agency)),
				str_eq(x->agency, chosen) };
	}
	return list;
}

static const struct choice *province_choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	*n = 0;
	return field == REFORM_ITEM ? task_choices(rq, state, e->values[field], n) : NULL;
}

static const struct choice *agency_choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	if (field == REFORM_ISSUER)
		return own_agencies(rq, e->values[field], n);
	return province_choices(rq, state, e, field, n);
}

static const struct choice *place_choices(
	struct request *rq, const struct plan_inspection *p, const struct record_event *e, size_t *n)
{
	bool bodies = e->verb == INSPECTION_PLAN_REMOVE_BODY;
	int count = bodies ? p->bodies_n : p->units_n;
	struct choosing c = choosing(rq, (size_t)count, e->values[INSPECTION_PLAN_ITEM]);
	CATALOGUE held = site_catalogue(rq);

	for (int i = 0; i < count; i++)
		if (!(bodies ? p->bodies[i].gone : p->units[i].gone))
			add_choice(&c, i + 1,
				site_agency_name(rq, held.c, bodies ? p->bodies[i].code : p->units[i].code));
	*n = c.n;
	return c.list;
}

static const struct choice *month_choices(struct request *rq, struct str chosen, size_t *n)
{
	struct choosing c = choosing(rq, MONTHS, chosen);

	for (int m = 1; m <= MONTHS; m++) {
		struct str value = str_fmt(rq->a, "%d", m);
		struct buf name = { .a = rq->a };

		msg_plan_web_month(&name, rq->lang, m);
		c.list[c.n++] = (struct choice){ value, buf_str(&name), str_eq(value, chosen) };
	}
	*n = c.n;
	return c.list;
}

static const struct choice *inspection_choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	*n = 0;
	if (field == INSPECTION_PLAN_MONTH)
		return month_choices(rq, e->values[field], n);
	return field == INSPECTION_PLAN_ITEM ? place_choices(rq, state, e, n) : NULL;
}

static struct str number_text(struct request *rq, int64_t n)
{
	return str_fmt(rq->a, "%lld", (long long)n);
}

static struct str day_text(struct request *rq, daynum d)
{
	return d == DAYNUM_NONE ? (struct str){ 0 } : fmt_day(rq->a, d);
}

static int coming_year(const struct request *rq)
{
	struct civil c = civil_from_day(day_of(rq->now));

	return c.month >= NEXT_YEAR_FROM ? c.year + 1 : c.year;
}

/* The item that the address names, or that was typed; 0: none. */
struct item_asked {
	int64_t item;
};
static int64_t item_asked(struct request *rq, const struct record_event *e, int field, const char *name)
{
	const struct field fields[] = { FIELD_INT(struct item_asked, item, name, 1, LIMIT_PLAN_UNITS) };
	struct item_asked x = { record_count(e, field) };
	struct form form;

	if (x.item)
		return x.item;
	form = form_read_query(rq, fields, COUNT(fields), &x);
	return form.error_count ? 0 : x.item;
}

static void task_now(struct request *rq, const struct plan_task *t, struct record_event *e)
{
	e->values[REFORM_AREA] = plan_area_words[t->area].text;
	e->values[REFORM_TASK] = t->title;
	e->values[REFORM_RESULT] = t->result;
	e->values[REFORM_OWNER] = t->owner;
	e->values[REFORM_PERSON] = t->person;
	e->values[REFORM_DUE] = day_text(rq, t->due);
}

static void reform_now(struct request *rq, const struct plan_reform *p, struct record_event *e)
{
	int64_t item = item_asked(rq, e, REFORM_ITEM, "task");
	const struct plan_task *t = item >= 1 && item <= p->tasks_n ? &p->tasks[item - 1] : NULL;

	if (e->verb == REFORM_REVISE) {
		e->values[REFORM_TITLE] = p->title;
		e->values[REFORM_YEAR] = number_text(rq, p->year);
		e->values[REFORM_ISSUER] = p->issuer;
		e->values[REFORM_BASIS] = p->basis;
		e->values[REFORM_PURPOSE] = p->purpose;
	}
	if (e->verb == REFORM_REVISE || e->verb == REFORM_ISSUE) {
		e->values[REFORM_SIGN] = p->sign;
		e->values[REFORM_DATE] = day_text(rq, p->date);
	}
	if (t && (e->verb == REFORM_CHANGE || e->verb == REFORM_AMEND))
		task_now(rq, t, e);
	if (e->verb == REFORM_PROGRESS) {
		e->values[REFORM_DAY] = fmt_day(rq->a, day_of(rq->now));
		if (t)
			e->values[REFORM_PERCENT] = number_text(rq, t->percent);
	}
}

static void reform_begin(struct request *rq, struct record_event *e)
{
	int year = coming_year(rq);

	e->values[REFORM_YEAR] = number_text(rq, year);
	e->values[REFORM_TITLE] = str_fmt(rq->a, "Kế hoạch cải cách hành chính năm %d", year);
	e->values[REFORM_BASIS] = S(NQ76);
}

static const struct fault *reform_prefill(struct request *rq, const void *state, struct record_event *e)
{
	if (state)
		reform_now(rq, state, e);
	else
		reform_begin(rq, e);
	return NULL;
}

/* What stands there unchanged is not said again: the history tells what was changed. */
static void drop_unchanged(
	const struct record_event *now, struct record_event *e, uint64_t kept, int fields_n)
{
	for (int f = 0; f < fields_n; f++)
		if (!(kept & RECORD_FIELD_BIT(f)) && str_eq(now->values[f], e->values[f]))
			e->values[f] = (struct str){ 0 };
}

static const struct fault *reform_complete(struct request *rq, const void *state, struct record_event *e)
{
	struct record_event now = { .verb = e->verb };

	now.values[REFORM_ITEM] = e->values[REFORM_ITEM];
	if (!state || (e->verb != REFORM_REVISE && e->verb != REFORM_CHANGE && e->verb != REFORM_AMEND))
		return NULL;
	reform_now(rq, state, &now);
	drop_unchanged(&now, e, plan_agency_kind.verbs[e->verb].needed, REFORM_FIELDS);
	return NULL;
}

static void inspection_now(struct request *rq, const struct plan_inspection *p, struct record_event *e)
{
	int64_t item = item_asked(rq, e, INSPECTION_PLAN_ITEM, "item");
	const struct plan_unit *u = item >= 1 && item <= p->units_n ? &p->units[item - 1] : NULL;

	if (e->verb == INSPECTION_PLAN_REVISE) {
		e->values[INSPECTION_PLAN_TITLE] = p->title;
		e->values[INSPECTION_PLAN_YEAR] = number_text(rq, p->year);
		e->values[INSPECTION_PLAN_ISSUER] = p->issuer;
		e->values[INSPECTION_PLAN_BASIS] = p->basis;
		e->values[INSPECTION_PLAN_SCOPE] = p->scope;
		e->values[INSPECTION_PLAN_FROM] = day_text(rq, p->from);
		e->values[INSPECTION_PLAN_TO] = day_text(rq, p->to);
		if (p->has_method)
			e->values[INSPECTION_PLAN_METHOD] = plan_method_words[p->method].text;
		for (int area = 0; area < PLAN_AREAS; area++)
			if (p->content >> area & 1)
				e->values[INSPECTION_PLAN_CONTENT + area] = S("1");
	}
	if (e->verb == INSPECTION_PLAN_REVISE || e->verb == INSPECTION_PLAN_ISSUE) {
		e->values[INSPECTION_PLAN_SIGN] = p->sign;
		e->values[INSPECTION_PLAN_DATE] = day_text(rq, p->date);
	}
	if (u && e->verb == INSPECTION_PLAN_AMEND_UNIT) {
		e->values[INSPECTION_PLAN_MONTH] = number_text(rq, u->month);
		e->values[INSPECTION_PLAN_DAY] = day_text(rq, u->day);
		e->values[INSPECTION_PLAN_METHOD] = plan_method_words[plan_unit_method(p, u)].text;
	}
}

static const struct fault *inspection_prefill(struct request *rq, const void *state, struct record_event *e)
{
	int year = plan_year_of(day_of(rq->now));

	if (state) {
		inspection_now(rq, state, e);
		return NULL;
	}
	e->values[INSPECTION_PLAN_YEAR] = number_text(rq, year);
	e->values[INSPECTION_PLAN_TITLE] =
		str_fmt(rq->a, "Kế hoạch kiểm tra công tác cải cách hành chính năm %d", year);
	e->values[INSPECTION_PLAN_METHOD] = plan_method_words[PLAN_DIRECT].text;
	for (int area = 0; area < PLAN_AREAS; area++)
		e->values[INSPECTION_PLAN_CONTENT + area] = S("1");
	return NULL;
}

/* Ticks are one value: all of them are said, or none. */
static uint64_t ticks_to_keep(const struct record_event *now, const struct record_event *e)
{
	const uint64_t ticks = ((UINT64_C(1) << PLAN_AREAS) - 1) << INSPECTION_PLAN_CONTENT;

	for (int f = INSPECTION_PLAN_CONTENT; f < INSPECTION_PLAN_CONTENT + PLAN_AREAS; f++)
		if (!str_eq(now->values[f], e->values[f]))
			return ticks;
	return 0;
}

static const struct fault *inspection_complete(struct request *rq, const void *state, struct record_event *e)
{
	struct record_event now = { .verb = e->verb };

	now.values[INSPECTION_PLAN_ITEM] = e->values[INSPECTION_PLAN_ITEM];
	if (!state || (e->verb != INSPECTION_PLAN_REVISE && e->verb != INSPECTION_PLAN_AMEND_UNIT))
		return NULL;
	inspection_now(rq, state, &now);
	drop_unchanged(&now, e, plan_inspection_kind.verbs[e->verb].needed | ticks_to_keep(&now, e),
		INSPECTION_PLAN_FIELDS);
	return NULL;
}

static const struct record_web province = { .type = &plan_province_type,
	.path = PLANS_PATH "/tinh",
	.agency_field = RECORD_NO_FIELD,
	.title = reform_title,
	.choices = province_choices,
	.prefill = reform_prefill,
	.complete = reform_complete };
static const struct record_web agency = { .type = &plan_agency_type,
	.path = PLANS_PATH "/co-quan",
	.agency_field = REFORM_ISSUER,
	.title = reform_title,
	.choices = agency_choices,
	.prefill = reform_prefill,
	.complete = reform_complete };
static const struct record_web inspection = { .type = &plan_inspection_type,
	.path = PLANS_PATH "/kiem-tra",
	.agency_field = RECORD_NO_FIELD,
	.title = inspection_title,
	.choices = inspection_choices,
	.prefill = inspection_prefill,
	.complete = inspection_complete };
const struct record_web *const plan_webs[PLAN_KINDS] = {
	[PLAN_OF_PROVINCE] = &province, [PLAN_OF_AGENCY] = &agency, [PLAN_OF_INSPECTIONS] = &inspection
};
