/* When dossiers are accepted, of which procedure, by which way, and which of them stay open over an end. */
#include "demo/plan_parts.h"

#include <stdlib.h>

enum {
	RARE_WEIGHT_MAX = 4,
	ONLINE_PERCENT = 55,
	POSTAL_PERCENT = 7,
	OPENING_MINUTES = 6,  /* nothing is accepted in the first minutes of a day, */
	CLOSING_MINUTES = 40, /* nor in the last */
	SETTLED_DAYS = 14,    /* a procedure is asked for once it is known */
	STAY_PERCENT = 85,
	ROOM_DAYS = 2,      /* what stays open is due at least so many working days after the period */
	LAST_QUIET_DAYS = 6 /* before an end after which little may be open */
};

static int weight_of(struct planning *p, struct str code)
{
	for (int i = 0; i < p->rq->demand_n; i++)
		if (str_eq(p->rq->demand[i].procedure, code))
			return p->rq->demand[i].weight;
	return dice_between(&p->dice, 1, RARE_WEIGHT_MAX);
}

/* The most wanted services that are offered online get online dossiers. */
static void choose_online(struct planning *p)
{
	daynum day = p->office->periods[p->office->main_period].to;

	for (int chosen = 0; chosen < p->office->online_services; chosen++) {
		struct plan_service *best = NULL;
		for (int i = 0; i < p->services_n; i++) {
			struct plan_service *s = &p->services[i];
			const struct procedure_version *v = plan_version(p, s->procedure, day);
			if (v && online_offered(v->online) && !s->online &&
				(!best || s->weight > best->weight))
				best = s;
		}
		if (!best)
			return;
		best->online = true;
	}
}

void plan_services(struct planning *p)
{
	const struct procedure_list *all = p->rq->procedures;

	p->services = NEW_ARRAY(p->a, struct plan_service, all->n + 1);
	p->services_n = 0;
	for (int i = 1; i <= all->n; i++) {
		const struct procedure *one = &all->procedures[i];
		const struct procedure_version *v = one->versions[one->versions_n - 1];
		if (!str_eq(v->agency, p->office->agency))
			continue;
		if (p->office->temper == PLAN_EXEMPLARY && v->allow.none)
			continue; /* the article knows early, on time and within the deadline only */
		p->services[p->services_n++] = (struct plan_service){ i, weight_of(p, one->code), false };
	}
	assert(p->services_n > 0);
	choose_online(p);
}

/* A base file says of all procedures "since ever"; one that a decision published as new is not asked for
 * before. */
static bool is_new_later(const struct planning *p, const struct plan_service *s, daynum day)
{
	const struct procedure *one = &p->rq->procedures->procedures[s->procedure];

	for (int i = 0; i < one->versions_n; i++)
		if (one->versions[i]->change == CHANGE_NEW && one->valid[i].from > day)
			return true;
	return false;
}

static bool is_settled(const struct planning *p, const struct plan_service *s, daynum day)
{
	return !is_new_later(p, s, day - SETTLED_DAYS) && plan_version(p, s->procedure, day) &&
	       plan_version(p, s->procedure, day - SETTLED_DAYS);
}

static const struct plan_service *draw_service(struct planning *p, daynum day)
{
	int64_t sum = 0;

	for (int i = 0; i < p->services_n; i++)
		sum += is_settled(p, &p->services[i], day) ? p->services[i].weight : 0;
	int64_t at = dice_below(&p->dice, sum);

	for (int i = 0; i < p->services_n; i++) {
		at -= is_settled(p, &p->services[i], day) ? p->services[i].weight : 0;
		if (at < 0)
			return &p->services[i];
	}
	impossible();
}

static enum channel draw_channel(struct planning *p, const struct plan_service *s)
{
	if (s->online && dice_percent(&p->dice, ONLINE_PERCENT))
		return CHANNEL_ONLINE;
	return dice_percent(&p->dice, POSTAL_PERCENT) ? CHANNEL_POSTAL : CHANNEL_COUNTER;
}

struct plan_day {
	daynum day;
	int64_t weight, weight_before;
};

/* Monday is busier, no two days are alike; before an end that leaves little open, less comes in. */
static int day_weight(struct planning *p, daynum day, int left, bool quiet_end)
{
	static const int by_weekday[] = { 0, 120, 105, 100, 95, 85, 0 };
	int base = by_weekday[weekday(day)] ? by_weekday[weekday(day)] : 60;
	int weight = base * dice_between(&p->dice, 75, 125);

	return quiet_end && left < LAST_QUIET_DAYS ? weight * (left + 1) / (LAST_QUIET_DAYS + 1) : weight;
}

static struct plan_day *days_of(struct planning *p, const struct plan_period *period, int *n, int64_t *sum)
{
	const struct calendar *c = p->office->calendar;
	int all = calendar_working_days(c, period->from - 1, period->to), i = 0;
	bool quiet_end = period->open_at_end != PLAN_OPEN_AS_IT_COMES &&
			 period->open_at_end < period->accepted / (all + 1) * 2;
	struct plan_day *days = NEW_ARRAY(p->a, struct plan_day, all + 1);

	*sum = 0;
	for (daynum d = period->from; d <= period->to; d++) {
		if (!calendar_is_working(c, d))
			continue;
		days[i] = (struct plan_day){ d, day_weight(p, d, all - 1 - i, quiet_end), *sum };
		*sum += days[i++].weight;
	}
	*n = i;
	return days;
}

static int by_number(const void *x, const void *y)
{
	const int *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* The day's moments of acceptance, in order, between opening and closing. */
static void fill_day(struct planning *p, daynum day, struct plan_slot *slots, int n)
{
	struct day_hours hours = calendar_hours(p->office->calendar, day);
	int minutes = day_hours_minutes(&hours);
	int *at = NEW_ARRAY(p->a, int, n + 1);

	for (int i = 0; i < n; i++)
		at[i] = dice_between(&p->dice, OPENING_MINUTES, minutes - CLOSING_MINUTES);
	qsort(at, (size_t)n, sizeof *at, by_number);
	for (int i = 0; i < n; i++) {
		instant minute = calendar_after_minutes(p->office->calendar, instant_at(day, 0), at[i]) - 60;
		slots[i].accepted = minute + dice_below(&p->dice, 60);
		slots[i].service = draw_service(p, day);
		slots[i].channel = draw_channel(p, slots[i].service);
	}
}

/* Each service that gets online dossiers has at least one in the main period. */
static void fix_online(struct planning *p, struct plan_slot *slots, int n)
{
	int chosen = 0;

	for (int i = 0; i < p->services_n; i++) {
		if (!p->services[i].online)
			continue;
		int at = (int)((int64_t)chosen++ * n / p->office->online_services);
		while (at < n &&
			(slots[at].fixed || !is_settled(p, &p->services[i], day_of(slots[at].accepted))))
			at++;
		assert(at < n);
		slots[at].service = &p->services[i];
		slots[at].channel = CHANNEL_ONLINE;
		slots[at].fixed = true;
	}
}

/* Whether it would be due late enough to stay open after the period's last day. */
static bool may_stay(const struct planning *p, const struct plan_slot *s, daynum to)
{
	const struct calendar *c = p->office->calendar;
	const struct procedure_version *v = plan_version(p, s->service->procedure, day_of(s->accepted));
	struct dossier_rules rules = plan_rules(v, c, p->rq->calendar_version);
	struct deadline_query q = { .received = s->accepted,
		.allow = rules.allow,
		.rule = rules.rule,
		.cutoff_minute = rules.cutoff_minute };
	struct deadline d;

	if (deadline_compute(c, &q, &d) != DEADLINE_FINE || d.due.kind == DUE_NONE)
		return false;
	return d.due.day >= calendar_nth_working_day(c, to, ROOM_DAYS);
}

/* From the newest backwards most of those that may; exactly as many as wanted. */
static void choose_stays(struct planning *p, const struct plan_period *period, struct plan_slot *slots)
{
	instant end = instant_at(period->to + 1, 0);
	int left = period->open_at_end;

	for (int round = 0; round < 2; round++)
		for (int i = period->accepted - 1; i >= 0 && left > 0; i--) {
			struct plan_slot *s = &slots[i];
			if (s->open_past || !may_stay(p, s, period->to))
				continue;
			if (round == 0 && !dice_percent(&p->dice, STAY_PERCENT))
				continue;
			s->open_past = end;
			left--;
		}
	assert(left <= 0);
	for (int i = 0; i < period->accepted; i++)
		if (!slots[i].open_past)
			slots[i].end_by = end;
}

struct plan_slot *plan_slots(struct planning *p, const struct plan_period *period, bool is_main)
{
	struct plan_slot *slots = NEW_ARRAY(p->a, struct plan_slot, period->accepted + 1);
	int64_t sum;
	int n;
	const struct plan_day *days = days_of(p, period, &n, &sum);

	for (int i = 0; i < n; i++) {
		int64_t from = period->accepted * days[i].weight_before / sum;
		int64_t to = period->accepted * (days[i].weight_before + days[i].weight) / sum;
		fill_day(p, days[i].day, slots + from, (int)(to - from));
	}
	if (is_main)
		fix_online(p, slots, period->accepted);
	if (period->open_at_end != PLAN_OPEN_AS_IT_COMES)
		choose_stays(p, period, slots);
	return slots;
}
