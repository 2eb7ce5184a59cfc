#pragma once
/* For tests only: a small set of criteria (two areas, three criteria, five components, 10 points), and steps
 * on a sheet of it. */
#include "score/score.h"

enum { SAMPLE_COMPONENTS = 5 };
extern const struct score_component score_sample_components[SAMPLE_COMPONENTS];
/* Sets *out to the sample set. */
void score_sample_set(struct score_set *out);
/* A step at noon of a day of December 2022 ("2022-12-05"), by a role; values are set by the caller. */
struct record_event score_sample_event(int verb, enum role by, const char *day);
/* Self-scoring until 2022-12-10, then five days each. */
struct record_event score_sample_open(void);
struct record_event score_sample_points(
	int verb, enum role by, const char *day, const char *component, const char *points);
/* A count of part of whole; points as the formula gives; whole 0: no data. */
struct record_event score_sample_measure(struct arena *a, const char *component, int64_t part, int64_t whole);
