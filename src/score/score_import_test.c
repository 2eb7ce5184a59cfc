/* Import of criteria: the files of packs/vn, and files that are wrong. */
#include "catalogue/pack.h"
#include "exchange/import_sample.h"
#include "score/score_import.h"
#include "score/score_set_store.h"

static struct str pack_file(const char *path)
{
	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, str_of(path)))
			return pack[i].raw;
	abort();
}

TEST(the_sets_of_the_pack_add_up_to_100_points_in_six_areas)
{
	static const struct {
		const char *path, *set;
		int n;
		enum agency_level level;
	} cases[] = { { "vn/criteria-departments.csv", "CCHC-SO", 71, LEVEL_PROVINCE },
		{ "vn/criteria-communes.csv", "CCHC-XA", 52, LEVEL_COMMUNE } };
	FIXTURE f = { 0 };
	const struct score_set *set;

	CHECK_OK(fixture_open(&f));
	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_OK(import_bytes(&f, import_criteria, pack_file(cases[i].path)));
		CHECK(reported(&f, cases[i].n, cases[i].n, 0, 0));
		CHECK_OK(score_set_load(&f.db, str_of(cases[i].set), 1, &set));
		CHECK_OR_STOP(set != NULL);
		CHECK_INT(set->n, cases[i].n);
		CHECK_INT(set->max, 100 * SCORE_POINT);
		CHECK_INT(set->areas_n, 6);
		CHECK_INT(set->level, cases[i].level);
		for (int k = 0; k < set->n; k++) /* nobody can take them for the province's */
			CHECK(str_find(set->components[k].source, S("us")) < set->components[k].source.n ||
				str_find(set->components[k].source, S("ours")) < set->components[k].source.n);
		CHECK_OK(import_bytes(&f, import_criteria, pack_file(cases[i].path)));
		CHECK(reported(&f, cases[i].n, 0, 0, cases[i].n));
	}
}

#define HEADER \
	"set,version,name,level,area,criterion_code,criterion,component_code,component,max,method," \
	"indicator,target,floor," \
	"steps,evidence,source\n"
#define ROW(code, max, rest) "M,1,Mẫu,province,A,1,Một,1." code ",Việc," max "," rest ",Văn bản,ours\n"

TEST(all_that_is_wrong_is_said_in_one_pass)
{
	FIXTURE f = { 0 };
	const struct score_set *sets;
	int n;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_criteria,
		HEADER ROW("1", "2.5", "people,,,,") ROW("1", "1", "people,,,,") ROW("2", "x", "people,,,,")
			ROW("3", "1", "luck,,,,") ROW("4", "1", "all,,,,")
				ROW("5", "1", "proportional,online_dossiers,50,60,")
					ROW("6", "1", "steps,online_dossiers,,,50:2")));
	CHECK(has_error(&f, 3, "component_code", IMPORT_REFUSED));
	CHECK(has_error(&f, 4, "max", IMPORT_REFUSED));
	CHECK(has_error(&f, 5, "method", IMPORT_REFUSED));
	CHECK(has_error(&f, 6, "indicator", IMPORT_REFUSED));
	CHECK(has_error(&f, 7, "floor", IMPORT_REFUSED));
	CHECK(has_error(&f, 8, "steps", IMPORT_REFUSED));
	CHECK_INT(f.job.errors.total, 6);
	CHECK_OK(score_sets_load(&f.db, &sets, &n));
	CHECK_INT(n, 0);
}

TEST(a_version_is_never_changed)
{
	FIXTURE f = { 0 };
	const struct score_set *sets;
	int n;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_criteria, HEADER ROW("1", "2.5", "people,,,,")));
	CHECK(reported(&f, 1, 1, 0, 0));
	CHECK_OK(import_text(&f, import_criteria, HEADER ROW("1", "3", "people,,,,")));
	CHECK(has_error(&f, 2, "max", IMPORT_REFUSED));
	f.job = (struct import_job){ .bytes = S(HEADER ROW("1", "3", "people,,,,")), .correct = S("sửa") };
	CHECK_OK(run(&f, import_criteria));
	CHECK(has_error(&f, 2, "max", IMPORT_REFUSED));
	CHECK_OK(import_text(
		&f, import_criteria, HEADER ROW("1", "2.5", "people,,,,") ROW("2", "1", "people,,,,")));
	CHECK(has_error(&f, 3, "row", IMPORT_REFUSED));
	CHECK_OK(import_text(
		&f, import_criteria, HEADER "M,2,Mẫu,province,A,1,Một,1.1,Việc,3,people,,,,,Văn bản,ours\n"));
	CHECK(reported(&f, 1, 1, 0, 0));
	CHECK_OK(score_sets_load(&f.db, &sets, &n));
	CHECK_INT(n, 2);
	CHECK_INT(sets[0].version, 2); /* the newest first */
	CHECK_OK(score_sets_rebuild(&f.w));
	CHECK_OK(score_sets_load(&f.db, &sets, &n));
	CHECK_INT(n, 2);
	CHECK_INT(sets[0].max, 300);
}

TEST(a_dry_run_leaves_nothing)
{
	FIXTURE f = { 0 };
	const struct score_set *set;

	CHECK_OK(fixture_open(&f));
	f.job = (struct import_job){ .bytes = S(HEADER ROW("1", "2.5", "people,,,,")), .dry_run = true };
	CHECK_OK(run(&f, import_criteria));
	CHECK(reported(&f, 1, 1, 0, 0));
	CHECK_OK(score_set_load(&f.db, S("M"), 1, &set));
	CHECK(set == NULL);
	CHECK_INT(f.journal.tree.size, 0);
}
