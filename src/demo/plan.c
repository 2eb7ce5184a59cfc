#include "demo/plan_parts.h"

#include <stdlib.h>

enum { DECLINED_ONE_IN = 90 };

struct dossier_rules plan_rules(
	const struct procedure_version *v, const struct calendar *c, int64_t calendar_version)
{
	return (struct dossier_rules){ .procedure_version = v->valid.position,
		.allow = v->allow,
		.rule = default_rule(v->allow.unit),
		.supplement = v->supplement,
		.cutoff_minute = v->cutoff_plus_1 ? v->cutoff_plus_1 - 1 : 0,
		.calendar = c,
		.calendar_version = calendar_version };
}

struct dossier plan_corrected(const struct dossier *d)
{
	struct dossier facts = *d;

	facts.channel = d->channel == CHANNEL_COUNTER ? CHANNEL_POSTAL : CHANNEL_COUNTER;
	return facts;
}

static void plan_period(struct planning *p, const struct plan_period *period, bool is_main)
{
	const struct plan_slot *slots = plan_slots(p, period, is_main);

	for (int i = 0; i < period->accepted; i++) {
		plan_life(p, &slots[i]);
		if (dice_below(&p->dice, DECLINED_ONE_IN) == 0)
			plan_declined(p, &slots[i]);
	}
}

static void plan_office(struct planning *p, int number)
{
	p->office = &p->rq->offices[number];
	p->office_number = number;
	p->lives = 0;
	plan_services(p);
	for (int i = 0; i < p->office->periods_n; i++)
		plan_period(p, &p->office->periods[i], i == p->office->main_period);
}

/* The place in the order of planning breaks ties, so that the order is one and the same everywhere. */
struct placed {
	struct plan_event event;
	int place;
};

static int by_time(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;

	if (a->event.at != b->event.at)
		return a->event.at < b->event.at ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

static void sort_events(struct planning *p)
{
	struct placed *placed = NEW_ARRAY(p->a, struct placed, p->events_n + 1);

	for (int i = 0; i < p->events_n; i++)
		placed[i] = (struct placed){ p->events[i], i };
	qsort(placed, (size_t)p->events_n, sizeof *placed, by_time);
	for (int i = 0; i < p->events_n; i++)
		p->events[i] = placed[i].event;
}

struct plan plan_make(struct arena *a, const struct plan_request *rq)
{
	struct planning p = { .a = a, .rq = rq, .dice = { rq->seed } };

	for (int i = 0; i < rq->offices_n; i++)
		plan_office(&p, i);
	sort_events(&p);
	return (struct plan){ p.dossiers, p.events, p.dossiers_n, p.events_n };
}
