#include "plan/plan_rules.h"

const struct record_word plan_area_words[PLAN_AREAS + 1] = {
	{ S_INIT("0"), MSG_plan_area_0 },
	{ S_INIT("1"), MSG_plan_area_1 },
	{ S_INIT("2"), MSG_plan_area_2 },
	{ S_INIT("3"), MSG_plan_area_3 },
	{ S_INIT("4"), MSG_plan_area_4 },
	{ S_INIT("5"), MSG_plan_area_5 },
	{ S_INIT("6"), MSG_plan_area_6 },
	{ { 0 }, MSG_plan_area_0 },
};

enum msg plan_area_name(int area)
{
	assert(area >= 0 && area < PLAN_AREAS);
	return plan_area_words[area].name;
}

bool plan_sign_parts(struct str sign, int64_t *number, struct str *symbol)
{
	struct str rest = sign, first = { 0 };

	if (!str_cut(&rest, '/', &first) || !rest.n || first.n > 6 || !str_int(first, number) || *number < 1)
		return false;
	for (size_t i = 0; i < rest.n; i++)
		if (rest.p[i] == ' ' || rest.p[i] == '\t')
			return false;
	*symbol = rest;
	return true;
}

int plan_year_of(daynum d)
{
	return civil_from_day(d).year;
}

bool plan_date_fits(daynum date, int year)
{
	struct civil c = civil_from_day(date);

	return c.year == year || (c.year == year - 1 && c.month >= 10);
}

struct record_refusal plan_head_fits(const struct plan_head *h)
{
	int64_t number;
	struct str symbol;

	if (h->year < PLAN_FIRST_YEAR)
		return RECORD_REFUSED_AT(MSG_plan_bad_year, h->at_year);
	if (h->sign.n && !plan_sign_parts(h->sign, &number, &symbol))
		return RECORD_REFUSED_AT(MSG_plan_bad_sign, h->at_sign);
	if (h->date != DAYNUM_NONE && !plan_date_fits(h->date, h->year))
		return RECORD_REFUSED_AT(MSG_plan_other_year, h->at_date);
	return RECORD_FINE;
}

struct record_refusal plan_head_is_complete(const struct plan_head *h, daynum today)
{
	if (!h->sign.n)
		return RECORD_REFUSED_AT(MSG_plan_no_sign, h->at_sign);
	if (h->date == DAYNUM_NONE)
		return RECORD_REFUSED_AT(MSG_plan_no_date, h->at_date);
	if (h->date > today)
		return RECORD_REFUSED_AT(MSG_record_in_future, h->at_date);
	return RECORD_FINE;
}

void plan_take(struct str *to, const struct record_event *e, int field)
{
	if (e->values[field].n)
		*to = e->values[field];
}
