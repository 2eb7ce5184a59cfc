#pragma once
/*
 * A made-up life of agencies: which dossiers come when, and what happens to each of them until the end. Pure
 * and the same everywhere for the same request. Every event has gone through the law of the dossier here
 * already, so that the counts come out by construction: of each period the accepted dossiers, and those of
 * them that are open when it ends.
 */
#include "dossier/dossier_law.h"
#include "procedure/procedure.h"

/* Exemplary: a real agency, about which nothing unfavourable may be made up. Nothing is late, overdue for a
 * moment, apologised for, stopped, annulled or corrected, and nobody is asked to supplement twice. Ordinary:
 * an invented one, where all of that happens. */
enum plan_temper { PLAN_EXEMPLARY, PLAN_ORDINARY };

enum { PLAN_OPEN_AS_IT_COMES = -1 };
struct plan_period {
	daynum from, to;
	int accepted;    /* exactly so many, on the working days */
	int open_at_end; /* exactly so many of them after the last day, due later; or PLAN_OPEN_AS_IT_COMES */
};
struct plan_office {
	struct str agency; /* its code */
	enum plan_temper temper;
	const struct calendar *calendar;
	const struct plan_period *periods; /* in order, apart from each other */
	int periods_n;
	int main_period;     /* in it, */
	int online_services; /* so many of the services that are offered online get online dossiers, no others
			      */
};
/* How often a procedure is asked for, compared with others of its agency; those not named are rare. */
struct plan_demand {
	struct str procedure;
	int weight;
};
struct plan_request {
	uint64_t seed;
	const struct procedure_list *procedures;
	const struct plan_office *offices;
	const struct plan_demand *demand;
	int offices_n, demand_n;
	int64_t calendar_version;
	instant end; /* nothing happens after it */
};

struct plan_dossier {
	int office;    /* place in request.offices */
	int procedure; /* number in request.procedures */
	enum channel channel;
};
struct plan_event {
	instant at;
	int dossier; /* place in plan.dossiers */
	enum dossier_verb verb;
	enum role by;
	enum reason reason;
	unsigned warnings; /* of the law; none at an exemplary agency */
	struct due due;    /* in force after it */
};
struct plan {
	const struct plan_dossier *dossiers;
	const struct plan_event *events; /* by at; those of one dossier in their order */
	int dossiers_n, events_n;
};
/* The periods must leave enough dossiers with long deadlines to stay open: otherwise the process stops. */
struct plan plan_make(struct arena *a, const struct plan_request *rq);

/* The rules of a procedure's version, for plan and store alike. now is left to the caller. */
struct dossier_rules plan_rules(
	const struct procedure_version *v, const struct calendar *c, int64_t calendar_version);
/* What a planned CORRECT says: the channel was entered wrongly. */
struct dossier plan_corrected(const struct dossier *d);
