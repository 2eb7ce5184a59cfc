#pragma once
/*
 * What the plans of administrative reform (cải cách hành chính) have in common: the six areas of Nghị quyết
 * 76/NQ-CP ngày 15/7/2021 with steering as area 0, number and sign of an official document, the day that it
 * may bear.
 */
#include "record/record.h"

enum { PLAN_AREAS = 7, PLAN_STEERING = 0, PLAN_FIRST_YEAR = 2000 };
/* "0" … "6" in the journal, so that record_count() gives the area; ends with an empty one. */
extern const struct record_word plan_area_words[PLAN_AREAS + 1];
/* "Cải cách thủ tục hành chính". */
enum msg plan_area_name(int area);

/* "1296/KH-SNV" is 1296 and "KH-SNV" (NĐ 30/2020/NĐ-CP, annex I, part II, 3). False for anything else. */
must_check bool plan_sign_parts(struct str sign, int64_t *number, struct str *symbol);
/* A plan is issued in its year or in the last quarter of the year before. */
bool plan_date_fits(daynum date, int year);
int plan_year_of(daynum d);

/* What the law of plans must know beside the plan itself; the store reads it. */
struct plan_env {
	int unknown; /* a field that names an agency of which nothing is known; RECORD_NO_FIELD: none does */
	bool taken;  /* the agency has issued another plan of this kind and year */
};
/* Number, sign, day and year as they would be after the step; at[] are the fields where to complain. */
struct plan_head {
	struct str sign;
	daynum date;
	int year;
	int at_sign, at_date, at_year;
};
/* What may not stand even in a draft. */
must_check struct record_refusal plan_head_fits(const struct plan_head *h);
/* What a plan needs to be issued on that day. */
must_check struct record_refusal plan_head_is_complete(const struct plan_head *h, daynum today);

/* For apply: a value that is given replaces the older one. */
void plan_take(struct str *to, const struct record_event *e, int field);
