#include "score/score_sample.h"

#include <stdlib.h>

#define OF_SET .set = S_INIT("MAU"), .name = S_INIT("Bộ tiêu chí mẫu"), .version = 1, .level = LEVEL_PROVINCE
#define AREA_ONE .area = S_INIT("Cải cách thể chế"), .evidence = S_INIT("Văn bản")
#define AREA_TWO .area = S_INIT("Cải cách thủ tục hành chính"), .evidence = S_INIT("Số liệu")

const struct score_component score_sample_components[SAMPLE_COMPONENTS] = {
	{ OF_SET, AREA_ONE, .criterion_code = S_INIT("A.1"), .criterion = S_INIT("Ban hành văn bản"),
		.code = S_INIT("A.1.1"), .text = S_INIT("Đúng tiến độ"), .formula = { .max = 250 } },
	{ OF_SET, AREA_ONE, .criterion_code = S_INIT("A.1"), .criterion = S_INIT("Ban hành văn bản"),
		.code = S_INIT("A.1.2"), .text = S_INIT("Đúng quy trình"), .formula = { .max = 150 } },
	{ OF_SET, AREA_TWO, .criterion_code = S_INIT("B.1"), .criterion = S_INIT("Đúng hạn"),
		.code = S_INIT("B.1.1"), .text = S_INIT("Tỷ lệ đúng hạn"),
		.indicator = SCORE_OF_RESOLVED_IN_TIME,
		.formula = { SCORE_PROPORTIONAL, 300, .target = 10000, .floor = 9500 } },
	{ OF_SET, AREA_TWO, .criterion_code = S_INIT("B.1"), .criterion = S_INIT("Đúng hạn"),
		.code = S_INIT("B.1.2"), .text = S_INIT("Không quá hạn"), .indicator = SCORE_OF_NOT_OVERDUE,
		.formula = { SCORE_ALL, 100 } },
	{ OF_SET, AREA_TWO, .criterion_code = S_INIT("B.2"), .criterion = S_INIT("Phản ánh"),
		.code = S_INIT("B.2.1"), .text = S_INIT("Tỷ lệ trả lời"),
		.indicator = SCORE_OF_FEEDBACK_ANSWERED,
		.formula = { SCORE_STEPS, 200, .steps = { { 10000, 200 }, { 8000, 100 } }, .steps_n = 2 } },
};

void score_sample_set(struct score_set *out)
{
	int at;

	if (score_set_of(score_sample_components, SAMPLE_COMPONENTS, out, &at))
		abort();
}

struct record_event score_sample_event(int verb, enum role by, const char *day)
{
	struct record_event e = { .verb = verb, .record = verb ? 1 : 0, .agency = S("SMA"), .by = by };
	daynum d;

	if (!parse_day(str_of(day), &d))
		abort();
	e.happened = e.recorded = instant_at(d, DAY_S / 2);
	return e;
}

struct record_event score_sample_open(void)
{
	struct record_event e = score_sample_event(SCORE_V_OPEN, ROLE_HOME_AFFAIRS, "2022-12-01");

	e.values[SCORE_F_SET] = S("MAU");
	e.values[SCORE_F_VERSION] = S("1");
	e.values[SCORE_F_YEAR] = S("2022");
	e.values[SCORE_F_SELF_UNTIL] = S("2022-12-10");
	e.values[SCORE_F_FIRST_UNTIL] = S("2022-12-15");
	e.values[SCORE_F_EXPLAIN_UNTIL] = S("2022-12-20");
	e.values[SCORE_F_SECOND_UNTIL] = S("2022-12-25");
	e.values[SCORE_F_BONUS_MAX] = S("2");
	e.values[SCORE_F_PENALTY_MAX] = S("3");
	return e;
}

struct record_event score_sample_points(
	int verb, enum role by, const char *day, const char *component, const char *points)
{
	struct record_event e = score_sample_event(verb, by, day);

	e.values[SCORE_F_COMPONENT] = str_of(component);
	e.values[SCORE_F_POINTS] = str_of(points);
	return e;
}

struct record_event score_sample_measure(struct arena *a, const char *component, int64_t part, int64_t whole)
{
	struct record_event e = score_sample_event(SCORE_V_MEASURE, ROLE_LEADER, "2022-12-05");
	struct score_fact fact = { whole > 0, part, whole };
	struct score_set set;
	int64_t points;

	score_sample_set(&set);
	e.values[SCORE_F_COMPONENT] = str_of(component);
	if (score_formula_points(
		    &set.components[score_component_at(&set, str_of(component))].formula, &fact, &points))
		e.values[SCORE_F_POINTS] = record_points_text(a, points);
	if (whole) {
		e.values[SCORE_F_PART] = str_fmt(a, "%lld", (long long)part);
		e.values[SCORE_F_WHOLE] = str_fmt(a, "%lld", (long long)whole);
	} else {
		e.values[SCORE_F_NO_DATA] = S("1");
	}
	e.values[SCORE_F_SIZE] = S("100");
	e.values[SCORE_F_ROOT] = S("00");
	e.values[SCORE_F_UNTIL] = S("2022-12-05");
	return e;
}
