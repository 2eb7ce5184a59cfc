/* The request whose plan gives the figures of the article. */
#include "demo/demo_pack_store.h"
#include "demo/demo_files.h"

enum {
	OFFICES = 4,
	ARTICLE_SEED = 20221025,
	/* The article: 1.713 received, 45 of them in progress. */
	SXD_RECEIVED = 1713,
	SXD_IN_PROGRESS = 45,
	SXD_AFTER = 480,
	SXD_ONLINE = 33,
	/* 15.383 new and 343 carried over, 20 in progress. */
	SGTVT_BEFORE = 2600,
	SGTVT_CARRIED_OVER = 343,
	SGTVT_NEW = 15383,
	SGTVT_IN_PROGRESS = 20,
	SGTVT_AFTER = 4150,
	SGTVT_ONLINE = 61,
	/* Invented. */
	MAU_A_DOSSIERS = 620,
	MAU_B_DOSSIERS = 310
};

static daynum on(int year, int month, int day)
{
	return day_from_civil((struct civil){ year, month, day });
}

/* Of demo/demand.csv: "code,weight" lines below a header. */
static const struct plan_demand *read_demand(struct arena *a, struct str file, int *n)
{
	struct plan_demand *demand = NEW_ARRAY(a, struct plan_demand, file.n / 4 + 1);
	struct str rest = file, line;
	int rows = 0;

	for (bool header = true; str_cut(&rest, '\n', &line); header = false) {
		int64_t weight = 0;
		struct str code;
		if (header || !line.n)
			continue;
		if (!str_cut(&line, ',', &code) || !str_int(line, &weight) || weight < 1)
			impossible(); /* the file is ours */
		demand[rows++] = (struct plan_demand){ code, (int)weight };
	}
	*n = rows;
	return demand;
}

static struct plan_office office(
	struct arena *a, const struct catalogue *c, const char *name, enum plan_temper temper)
{
	int number = 0, found = catalogue_match_agency(c, a, str_of(name), &number, 1);

	assert(found == 1);
	(void)found;
	return (struct plan_office){ .agency = c->agencies.agencies[number].code,
		.temper = temper,
		.calendar = catalogue_calendar(c, number) };
}

static void give_periods(struct arena *a, struct plan_office *o, const struct plan_period *periods, int n)
{
	struct plan_period *copy = NEW_ARRAY(a, struct plan_period, n);

	memcpy(copy, periods, sizeof *copy * (size_t)n);
	o->periods = copy;
	o->periods_n = n;
}

/* The last periods go on a few days past the end, so that there is work in hand when the demonstration
 * begins. */
static const struct plan_office *offices(struct arena *a, const struct catalogue *c)
{
	struct plan_office *o = NEW_ARRAY(a, struct plan_office, OFFICES);
	daynum new_year = on(2022, 1, 1), inspection = on(2022, 10, 25), past_end = on(2023, 1, 18);
	const struct plan_period sxd[] = { { new_year, inspection, SXD_RECEIVED, SXD_IN_PROGRESS },
		{ inspection + 1, past_end, SXD_AFTER, PLAN_OPEN_AS_IT_COMES } };
	const struct plan_period sgtvt[] = { { on(2021, 12, 1), new_year - 1, SGTVT_BEFORE,
						     SGTVT_CARRIED_OVER },
		{ new_year, inspection, SGTVT_NEW, SGTVT_IN_PROGRESS },
		{ inspection + 1, past_end, SGTVT_AFTER, PLAN_OPEN_AS_IT_COMES } };
	const struct plan_period mau_a[] = { { new_year, past_end, MAU_A_DOSSIERS, PLAN_OPEN_AS_IT_COMES } };
	const struct plan_period mau_b[] = { { new_year, past_end, MAU_B_DOSSIERS, PLAN_OPEN_AS_IT_COMES } };

	o[0] = office(a, c, "SXD", PLAN_EXEMPLARY);
	give_periods(a, &o[0], sxd, COUNT(sxd));
	o[0].online_services = SXD_ONLINE;
	o[1] = office(a, c, "SGTVT", PLAN_EXEMPLARY);
	give_periods(a, &o[1], sgtvt, COUNT(sgtvt));
	o[1].main_period = 1;
	o[1].online_services = SGTVT_ONLINE;
	o[2] = office(a, c, "SMA", PLAN_ORDINARY);
	give_periods(a, &o[2], mau_a, COUNT(mau_a));
	o[2].online_services = 4;
	o[3] = office(a, c, "XMB", PLAN_ORDINARY);
	give_periods(a, &o[3], mau_b, COUNT(mau_b));
	o[3].online_services = 2;
	return o;
}

const struct fault *demo_script_of_article(struct arena *a, struct demo_script *out)
{
	struct demo_script script = { .seed = ARTICLE_SEED };
	struct plan_request *rq = NEW(a, struct plan_request);
	const struct catalogue *c;

	script.imports = demo_imports(a, &script.imports_n);
	TRY(demo_rehearse_imports(a, script.imports, script.imports_n, &c));
	*rq = (struct plan_request){ .seed = ARTICLE_SEED,
		.procedures = &c->procedures,
		.offices = offices(a, c),
		.offices_n = OFFICES,
		.calendar_version = c->holidays_n,
		.end = DEMO_NOW };
	for (int i = 0; i < demo_files_n; i++)
		if (str_eq(demo_files[i].path, S("demo/demand.csv")))
			rq->demand = read_demand(a, demo_files[i].raw, &rq->demand_n);
	script.request = rq;
	script.plan = plan_make(a, rq);
	*out = script;
	return NULL;
}
