#include "inspection/inspection_story_web.h"
#include "catalogue/pack.h"
#include "inspection/inspection_web.h"
#include "plan/plan_store.h"

static const struct agency_version *version_of(const struct inspection_naming *by, int number)
{
	return number ? agency_described(&by->c->agencies, number, by->day, KNOWN_NOW) : NULL;
}

static struct str name_of(const void *data, struct str code)
{
	const struct inspection_naming *by = data;
	const struct agency_version *v = version_of(by, catalogue_agency(by->c, code));

	return v ? v->name : code;
}

static bool is_government(const struct agency_version *v)
{
	return v && str_starts(v->kind, S("ubnd"));
}

/* The office that issues: the agency of the leader, or the one above it right below the province's committee:
 * a division does not issue decisions. */
static void set_issuer(struct inspection_names *n, const struct inspection_naming *by, struct str body)
{
	int number = catalogue_agency(by->c, body);
	const struct agency_version *office = version_of(by, number), *above = NULL;

	while (number && !is_government(office)) {
		number = agency_parent(&by->c->agencies, number, by->day, KNOWN_NOW);
		above = version_of(by, number);
		if (!above || is_government(above))
			break;
		office = above;
		above = NULL;
	}
	if (!office)
		return;
	n->issuer = office->name;
	n->issuer_short = office->short_name;
	n->superior = above && above->level != LEVEL_MINISTRY ? above->name : S("");
	n->place = inspection_place(above ? above->name : is_government(office) ? office->name : S(""));
}

static struct str leading_body(const struct inspection *x)
{
	const struct inspection_member *m = inspection_leader(x);

	for (int i = 0; i < x->members_n && !m; i++)
		m = x->members[i].released ? NULL : &x->members[i];
	return m ? m->body : S("");
}

static const struct fault *set_plan(struct request *rq, const struct inspection *x,
	const struct inspection_naming *by, struct inspection_names *n)
{
	READER held = { 0 };
	const struct plan_inspection *plan = NULL;

	if (x->plan <= 0)
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(plan_inspection_load(held.db, x->plan, &plan));
	if (plan) {
		n->plan_title = plan->title;
		n->plan_issuer = name_of(by, plan->issuer);
	}
	return NULL;
}

static const struct fault *set_bases(struct request *rq, struct inspection_names *n)
{
	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, S("vn/legal-bases.csv")))
			return inspection_bases_read(rq->a, pack[i].raw, &n->bases);
	impossible(); /* meson.build names what is embedded */
}

static const struct fault *set_names(
	struct request *rq, const struct catalogue *c, struct inspection_story *s)
{
	struct inspection_naming *by = NEW(rq->a, struct inspection_naming);
	struct inspection_names *n = &s->names;

	*by = (struct inspection_naming){ c, day_of(s->now->base.began_at) };
	*n = (struct inspection_names){
		.agency = name_of, .data = by, .today = day_of(rq->now), .is_synthetic = rq->app->synthetic
	};
	TRY(set_bases(rq, n));
	n->unit = name_of(by, s->now->base.agency);
	set_issuer(n, by, leading_body(s->now));
	TRY(set_plan(rq, s->now, by, n));
	if (!n->issuer.n)
		n->issuer = n->plan_issuer;
	return NULL;
}

static const struct fault *complete(struct request *rq, const struct catalogue *c, void *state,
	const struct record_story *story, struct inspection_story *out)
{
	*out = (struct inspection_story){ .now = state, .events = story->events, .n = story->n };
	return set_names(rq, c, out);
}

const struct fault *inspection_story_open(
	struct request *rq, const struct catalogue *c, struct inspection_story *out, bool *found)
{
	struct record_story story;
	void *state;

	TRY(record_open(rq, &inspection_pages, &state, &story));
	*found = state != NULL;
	return state ? complete(rq, c, state, &story, out) : NULL;
}

static bool same_day(const struct inspection *a, const struct inspection *b)
{
	return a && a->begun_at != INSTANT_NONE && day_of(a->begun_at) == day_of(b->begun_at);
}

/* One of the plan; *state NULL: it is of another day, or not for these eyes. */
static const struct fault *load_other(struct request *rq, const struct inspection_of_plan *row,
	const struct inspection *one, void **state, struct record_story *story)
{
	READER held = { 0 };

	*state = NULL;
	if (row->inspection == one->base.number || !staff_may_at(rq, PERMISSION_INSPECTION_READ, row->unit))
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(record_load(held.db, &inspection_type, row->inspection, state, story));
	*state = same_day(*state, one) ? *state : NULL;
	return NULL;
}

static const struct fault *rows_of_plan(
	struct request *rq, int64_t plan, const struct inspection_of_plan **rows, size_t *n)
{
	READER held = { 0 };

	*n = 0;
	if (plan <= 0)
		return NULL;
	TRY(site_reader(rq, &held));
	return inspection_list_of_plan(held.db, plan, rows, n);
}

const struct fault *inspection_stories_of_day(struct request *rq, const struct catalogue *c,
	const struct inspection_story *one, struct inspection_story *list, int *n)
{
	const struct inspection_of_plan *rows;
	size_t rows_n;

	list[0] = *one;
	*n = 1;
	TRY(rows_of_plan(rq, one->now->plan, &rows, &rows_n));
	for (size_t i = 0; i < rows_n && *n < NEWS_INSPECTIONS; i++) {
		struct record_story story;
		void *state;

		TRY(load_other(rq, &rows[i], one->now, &state, &story));
		if (state)
			TRY(complete(rq, c, state, &story, &list[(*n)++]));
	}
	return NULL;
}
