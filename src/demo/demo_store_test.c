/* A small life through the real commands. */
#define _DEFAULT_SOURCE
#include "demo/demo_store.h"
#include "base/hash.h"
#include "demo/demo_pack_store.h"
#include "dossier/dossier_store.h"
#include "figures/figures_report.h"
#include "tests/t.h"

#include <unistd.h>

enum { RECEIVED = 200, OPEN = 12, INVENTED_DOSSIERS = 150 };

struct world {
	struct arena a;
	char dir[64];
	struct province *p;
	struct demo_script script;
	int64_t told;
};

static void world_end(struct world *w)
{
	static const char *const files[] = { "province.db", "province.db-wal", "province.db-shm", "lock" };

	if (w->p)
		province_close(w->p);
	for (size_t i = 0; i < COUNT(files); i++)
		(void)unlink(str_fmt(&w->a, "%s/%s", w->dir, files[i]).p);
	(void)rmdir(w->dir);
	arena_free(&w->a);
}
#define WORLD cleanup_with(world_end) struct world

static daynum on(int year, int month, int day)
{
	return day_from_civil((struct civil){ year, month, day });
}

static const struct fault *small_script(struct arena *a, struct demo_script *s)
{
	struct plan_request *rq = NEW(a, struct plan_request);
	struct plan_office *o = NEW_ARRAY(a, struct plan_office, 2);
	struct plan_period *p = NEW_ARRAY(a, struct plan_period, 3);
	const struct catalogue *c;
	int number = 0;

	s->seed = 5;
	s->imports = demo_imports(a, &s->imports_n);
	TRY(demo_rehearse_imports(a, s->imports, s->imports_n, &c));
	p[0] = (struct plan_period){ on(2022, 3, 1), on(2022, 4, 29), RECEIVED, OPEN };
	p[1] = (struct plan_period){ on(2022, 5, 4), on(2022, 6, 30), RECEIVED, PLAN_OPEN_AS_IT_COMES };
	p[2] = (struct plan_period){ on(2022, 3, 1), on(2022, 6, 30), INVENTED_DOSSIERS,
		PLAN_OPEN_AS_IT_COMES };
	CHECK_INT(catalogue_match_agency(c, a, S("SXD"), &number, 1), 1);
	o[0] = (struct plan_office){ c->agencies.agencies[number].code, PLAN_EXEMPLARY,
		catalogue_calendar(c, number), p, 2, 0, 7 };
	CHECK_INT(catalogue_match_agency(c, a, S("Sở Mẫu A"), &number, 1), 1);
	o[1] = (struct plan_office){ c->agencies.agencies[number].code, PLAN_ORDINARY,
		catalogue_calendar(c, number), p + 2, 1, 0, 2 };
	*rq = (struct plan_request){ .seed = 9,
		.procedures = &c->procedures,
		.offices = o,
		.offices_n = 2,
		.calendar_version = c->holidays_n,
		.end = instant_at(on(2022, 6, 10), 8 * 3600) };
	s->request = rq;
	s->plan = plan_make(a, rq);
	return NULL;
}

static void tell(void *arg, daynum day, int64_t done, int64_t total)
{
	int64_t *told = arg;

	CHECK(day >= on(2022, 2, 1));
	CHECK(done > *told && done <= total);
	*told = done;
}

static const struct fault *world_open(struct world *w)
{
	struct province_options o = { .clock = clock_from(instant_at(on(2021, 10, 1), 0)), .salt_seed = 3 };
	struct province_problem problem;
	struct demo_progress progress = { tell, &w->told };

	memcpy(w->dir, "/tmp/motcua-demo-XXXXXX", sizeof "/tmp/motcua-demo-XXXXXX");
	if (!mkdtemp(w->dir))
		return FAULT(&w->a, FAULT_IO, "mkdtemp");
	TRY(province_create(&w->a, str_of(w->dir), &problem));
	CHECK_INT(problem.refusal, PROVINCE_OK);
	TRY(province_open(&w->a, str_of(w->dir), &o, &w->p, &problem));
	CHECK_INT(problem.refusal, PROVINCE_OK);
	TRY(demo_begin(w->p, &w->a));
	TRY(small_script(&w->a, &w->script));
	return demo_live(w->p, &w->a, &w->script, &progress);
}

static const struct fault *report(
	struct world *w, const char *agency, struct figure_request rq, struct figure_report *out)
{
	const struct catalogue *c = province_take_catalogue(w->p);
	struct db *db;

	rq.agencies = &c->agencies;
	rq.procedures = &c->procedures;
	rq.now = w->script.request->end;
	CHECK_INT(catalogue_match_agency(c, &w->a, str_of(agency), &rq.agency, 1), 1);
	TRY(province_take_reader(w->p, &w->a, &db));
	const struct fault *f = figures_report(db, &rq, out);

	province_give_reader(w->p, db);
	province_give_catalogue(w->p, c);
	return f;
}

TEST(figures_come_out_as_planned)
{
	WORLD w = { 0 };
	struct figure_report r;

	CHECK_OK(world_open(&w));
	CHECK_INT(w.told, w.script.plan.events_n);
	CHECK_OK(report(
		&w, "SXD", (struct figure_request){ .from = on(2022, 1, 1), .to = on(2022, 4, 29) }, &r));
	CHECK(!r.broken);
	CHECK_INT(figure_cell(&r.total, CELL_RECEIVED), RECEIVED);
	CHECK_INT(figure_cell(&r.total, CELL_CARRIED_OVER), 0);
	CHECK_INT(figure_cell(&r.total, CELL_RESOLVED_EARLY) + figure_cell(&r.total, CELL_RESOLVED_ON_TIME),
		RECEIVED - OPEN);
	CHECK_INT(figure_cell(&r.total, CELL_WITHIN_DEADLINE), OPEN);
	CHECK_INT(r.services_with_dossiers, 7);
	CHECK_OK(report(
		&w, "SXD", (struct figure_request){ .from = on(2022, 5, 1), .to = on(2022, 6, 30) }, &r));
	CHECK_INT(figure_cell(&r.total, CELL_CARRIED_OVER), OPEN);
	CHECK_INT(figure_cell(&r.total, CELL_OVERDUE) + figure_cell(&r.total, CELL_RESOLVED_LATE), 0);
	CHECK_OK(report(&w, "Sở Mẫu A",
		(struct figure_request){ .from = on(2022, 1, 1), .to = on(2022, 6, 30) }, &r));
	CHECK(figure_cell(&r.total, CELL_RESOLVED_LATE) > 0);
}

/* The time of record is that of the event; people say of themselves that they are synthetic. */
TEST(entries_are_of_their_time_and_synthetic)
{
	WORLD w = { 0 };
	JOURNAL_CURSOR c = { 0 };
	struct db *db;
	instant last = INSTANT_NONE;
	enum demo_state state = DEMO_NONE;
	bool more = true, found;
	int64_t submitted = 0;

	CHECK_OK(world_open(&w));
	CHECK_OK(province_take_reader(w.p, &w.a, &db));
	CHECK_OK(demo_state_of(db, &state));
	CHECK_INT(state, DEMO_COMPLETE);
	CHECK_OK(journal_read(db, 0, INT64_MAX, &c));
	for (;;) {
		struct str who = { 0 };
		CHECK_OK(journal_next(&c, &more));
		if (!more)
			break;
		CHECK(c.row.recorded >= last);
		last = c.row.recorded;
		if (c.row.dossier != c.row.position + 1)
			continue;
		submitted++;
		CHECK_OK(journal_private(db, c.row.position, S("applicant"), &who, &found));
		CHECK(found && str_find(who, S("\"synthetic\":true")) < who.n);
	}
	CHECK_INT(submitted, w.script.plan.dossiers_n);
	CHECK_INT(last, w.script.imports[w.script.imports_n - 1].at); /* a decision after the last event */
	province_give_reader(w.p, db);
}

static const struct fault *root_of(struct world *w, struct sha256 *root, int64_t *size)
{
	struct db *db;

	TRY(province_take_reader(w->p, &w->a, &db));
	TRY(journal_size(db, size));
	TRY(journal_root(db, *size, root));
	province_give_reader(w->p, db);
	return NULL;
}

TEST(the_same_script_gives_the_same_journal)
{
	WORLD one = { 0 };
	WORLD two = { 0 };
	struct sha256 a, b;
	int64_t n, m;

	CHECK_OK(world_open(&one));
	CHECK_OK(world_open(&two));
	CHECK_OK(root_of(&one, &a, &n));
	CHECK_OK(root_of(&two, &b, &m));
	CHECK_INT(n, m);
	CHECK(memcmp(&a, &b, sizeof a) == 0);
}
