#pragma once
/* What plan.c, plan_slot.c and plan_life.c share. */
#include "demo/dice.h"
#include "demo/plan.h"

struct plan_service {
	int procedure; /* number in the list */
	int weight;
	bool online; /* gets online dossiers */
};
/* One dossier that will be accepted, and within which bounds it ends. */
struct plan_slot {
	instant accepted;
	const struct plan_service *service;
	enum channel channel;
	bool fixed;        /* service and channel are what a service needs to have one online dossier */
	instant open_past; /* still open then; INSTANT_NONE: need not */
	instant end_by;    /* ended before; INSTANT_NONE: as it comes */
};
struct planning {
	struct arena *a;
	const struct plan_request *rq;
	struct dice dice;
	struct plan_dossier *dossiers;
	struct plan_event *events;
	int dossiers_n, dossiers_cap, events_n, events_cap;

	/* The office at hand. */
	const struct plan_office *office;
	int office_number, lives; /* lives: dossiers of it so far */
	struct plan_service *services;
	int services_n;
};
void plan_services(struct planning *p);
/* The period's dossiers, by acceptance; period->accepted of them. */
struct plan_slot *plan_slots(struct planning *p, const struct plan_period *period, bool is_main);
/* Plans what happens to it, through the law. */
void plan_life(struct planning *p, const struct plan_slot *slot);
/* One that is submitted about then and declined: never counted. */
void plan_declined(struct planning *p, const struct plan_slot *slot);

static inline const struct procedure_version *plan_version(
	const struct planning *p, int procedure, daynum day)
{
	return procedure_on(p->rq->procedures, procedure, day, KNOWN_NOW);
}
