#include "inspection/inspection_counts.h"

static void count_findings(const struct inspection *x, struct inspection_counts *c)
{
	for (int i = 0; i < x->findings_n; i++) {
		const struct inspection_finding *f = &x->findings[i];

		if (f->dropped)
			continue;
		c->n[INSPECTION_COUNT_FINDINGS]++;
		c->findings[f->area][f->severity]++;
	}
}

static void count_recommendations(const struct inspection *x, daynum today, struct inspection_counts *c)
{
	for (int i = 0; i < x->recommendations_n; i++) {
		const struct inspection_recommendation *r = &x->recommendations[i];

		if (r->state == REMEDY_DROPPED) {
			c->n[INSPECTION_COUNT_WITHDRAWN]++;
			continue;
		}
		c->n[INSPECTION_COUNT_MADE]++;
		c->n[INSPECTION_COUNT_ACCEPTED] += r->state != REMEDY_OPEN;
		c->n[INSPECTION_COUNT_REPORTED] += r->state == REMEDY_REPORTED;
		c->n[INSPECTION_COUNT_VERIFIED] += r->state == REMEDY_VERIFIED;
		c->n[INSPECTION_COUNT_OVERDUE] += inspection_is_overdue(r, today);
	}
}

struct inspection_counts inspection_counts_of(const struct inspection *x, daynum today)
{
	struct inspection_counts c = { 0 };

	if (x->base.state == INSPECTION_IS_CANCELLED)
		return c;
	c.n[INSPECTION_COUNT_HELD] = x->begun_at != INSTANT_NONE;
	c.n[INSPECTION_COUNT_CONCLUDED] =
		x->base.state == INSPECTION_IS_CONCLUDED || x->base.state == INSPECTION_IS_CLOSED;
	count_findings(x, &c);
	count_recommendations(x, today, &c);
	return c;
}

void inspection_counts_add(struct inspection_counts *sum, const struct inspection_counts *one)
{
	for (int i = 0; i < INSPECTION_MEASURE_N; i++)
		sum->n[i] += one->n[i];
	for (int area = 0; area < INSPECTION_AREAS; area++)
		for (int s = 0; s < INSPECTION_SEVERITIES; s++)
			sum->findings[area][s] += one->findings[area][s];
}

#define X(name, text) S_INIT(#text),
static const struct str texts[INSPECTION_MEASURE_N] = { INSPECTION_MEASURES(X) };
#undef X

struct str inspection_measure_text(enum inspection_measure m)
{
	return texts[m];
}

bool inspection_measure_from(struct str text, enum inspection_measure *out)
{
	for (int i = 0; i < INSPECTION_MEASURE_N; i++)
		if (str_eq(texts[i], text)) {
			*out = (enum inspection_measure)i;
			return true;
		}
	return false;
}
