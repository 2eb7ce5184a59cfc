#include "score/score_sample.h"
#include "tests/t.h"

TEST(columns_are_read_and_refused)
{
	static const struct {
		enum criteria_column column;
		const char *value;
		enum msg why;
	} cases[] = { { CRITERIA_SET, "", MSG_record_missing }, { CRITERIA_SET, "a b", MSG_score_bad_code },
		{ CRITERIA_CODE, "UNKNOWN", MSG_record_missing }, { CRITERIA_AREA, "", MSG_record_missing },
		{ CRITERIA_AREA, "a\nb", MSG_record_bad_text },
		{ CRITERIA_VERSION, "0", MSG_score_bad_version },
		{ CRITERIA_VERSION, "1.5", MSG_score_bad_version },
		{ CRITERIA_MAX, "2.555", MSG_score_bad_max }, { CRITERIA_MAX, "101", MSG_score_bad_max },
		{ CRITERIA_MAX, "-1", MSG_score_bad_max },
		{ CRITERIA_TARGET, "100.5", MSG_score_bad_percent },
		{ CRITERIA_LEVEL, "village", MSG_score_bad_level },
		{ CRITERIA_METHOD, "", MSG_score_bad_method }, { CRITERIA_STEPS, "98", MSG_score_bad_steps },
		{ CRITERIA_INDICATOR, "luck", MSG_score_bad_indicator } };
	struct score_component c = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record_refusal r = criteria_set(&c, cases[i].column, str_of(cases[i].value));

		CHECK(r.refused);
		CHECK_INT(r.why, cases[i].why);
		CHECK_INT(r.field, cases[i].column);
	}
}

TEST(a_formula_fits_its_method)
{
	static const struct {
		enum score_indicator indicator;
		struct score_formula f;
		enum msg why;
	} cases[] = { { SCORE_OF_NONE, { SCORE_BY_PEOPLE, 0 }, MSG_score_bad_max },
		{ SCORE_OF_TASKS_DONE, { SCORE_BY_PEOPLE, 100 }, MSG_score_surplus },
		{ SCORE_OF_NONE, { SCORE_BY_PEOPLE, 100, .target = 1 }, MSG_score_surplus },
		{ SCORE_OF_NONE, { SCORE_BY_PEOPLE, 100, .floor = 1 }, MSG_score_bad_floor },
		{ SCORE_OF_NONE, { SCORE_ALL, 100 }, MSG_score_needs_indicator },
		{ SCORE_OF_TASKS_DONE, { SCORE_PROPORTIONAL, 100 }, MSG_score_needs_target },
		{ SCORE_OF_TASKS_DONE, { SCORE_PROPORTIONAL, 100, .target = 9000, .floor = 9001 },
			MSG_score_bad_floor },
		{ SCORE_OF_TASKS_DONE, { SCORE_STEPS, 100 }, MSG_score_needs_steps },
		{ SCORE_OF_TASKS_DONE, { SCORE_ALL, 100, .steps_n = 1 }, MSG_score_surplus },
		{ SCORE_OF_TASKS_DONE, { SCORE_STEPS, 100, .steps = { { 9000, 101 } }, .steps_n = 1 },
			MSG_score_steps_above } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct score_component c = { .indicator = cases[i].indicator, .formula = cases[i].f };
		struct record_refusal r = criteria_check(&c);

		CHECK(r.refused);
		CHECK_INT(r.why, cases[i].why);
	}
	for (int i = 0; i < SAMPLE_COMPONENTS; i++)
		CHECK(!criteria_check(&score_sample_components[i]).refused);
}

TEST(a_component_has_one_entry_and_comes_back)
{
	ARENA a = { 0 };
	struct entry_stamp stamp = { .recorded = instant_at(19000, 0), .by = ROLE_SYSTEM }, read;

	for (int i = 0; i < SAMPLE_COMPONENTS; i++) {
		struct buf first = { .a = &a }, second = { .a = &a };
		struct score_component back;

		criteria_entry(&first, &score_sample_components[i], &stamp);
		CHECK(criteria_from_entry(&a, buf_str(&first), &back, &read));
		criteria_entry(&second, &back, &read);
		CHECK_STR(buf_str(&second), buf_str(&first));
		CHECK_INT(back.formula.max, score_sample_components[i].formula.max);
		CHECK_INT(back.formula.steps_n, score_sample_components[i].formula.steps_n);
		CHECK(!criteria_from_entry(&a, str_sub(buf_str(&first), 0, first.n - 1), &back, &read));
	}
}

TEST(areas_and_criteria_are_in_one_piece)
{
	struct score_component list[SAMPLE_COMPONENTS];
	struct score_set set;
	int at;

	memcpy(list, score_sample_components, sizeof list);
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_FINE);
	CHECK_INT(set.areas_n, 2);
	CHECK_INT(set.areas[1].first, 2);
	CHECK_INT(set.areas[1].n, 3);
	CHECK_INT(set.areas[0].max, 400);
	CHECK_INT(set.max, 1000);
	CHECK(score_begins_criterion(&set, 0) && !score_begins_criterion(&set, 1));
	CHECK_INT(score_component_at(&set, S("B.2.1")), 4);
	CHECK_INT(score_component_at(&set, S("B.2")), -1);
	list[4].code = S("A.1.1");
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_CODE_TWICE);
	CHECK_INT(at, 4);
	memcpy(list, score_sample_components, sizeof list);
	list[4].area = list[0].area;
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_AREA_TWICE);
	memcpy(list, score_sample_components, sizeof list);
	list[4].criterion_code = S("A.1");
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_AREA_TWICE);
	memcpy(list, score_sample_components, sizeof list);
	list[3].criterion = S("Khác");
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_AREA_TWICE);
	memcpy(list, score_sample_components, sizeof list);
	list[2].level = LEVEL_COMMUNE;
	CHECK_INT(score_set_of(list, SAMPLE_COMPONENTS, &set, &at), SCORE_SET_OTHERWISE);
	CHECK_INT(at, 2);
}
