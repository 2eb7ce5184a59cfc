#pragma once
/*
 * The catalogue: agencies, procedures and calendars as one immutable picture of the database, for all
 * threads. It holds every version, so one picture answers for any day and, with `known` (how many journal
 * entries count; see agency/validity.h), for any past knowledge. Pages, figures and commands look things up
 * here, not in tables.
 */
#include "catalogue/calendar_store.h"
#include "procedure/procedure.h"
#include "search/match.h"

struct catalogue {
	struct agency_tree agencies;      /* agencies.agencies[1..agencies.n] */
	struct procedure_list procedures; /* procedures.procedures[1..procedures.n] */
	int64_t journal_size;             /* entries when it was taken */

	/* By number, of the newest version. */
	const struct str *agency_names, *agency_shorts;   /* folded */
	const struct str *agency_order, *procedure_order; /* sort keys of the names */
	const struct search_text *procedure_texts;        /* name and code */

	const struct holidays_version *holidays; /* version v at [v - 1] */
	int holidays_n;                          /* the newest version; 0: none was imported */
	const struct hours_version *hours;
	int hours_n;
	const struct calendar *const *calendars; /* by agency number; [0]: default hours */
};

/* Reads all of it into a, in a transaction of its own on db. */
must_check const struct fault *catalogue_load(struct db *db, struct arena *a, const struct catalogue **out);

/* 0: there is none with that code. */
static inline int catalogue_agency(const struct catalogue *c, struct str code)
{
	return agency_number(&c->agencies, code);
}
static inline int catalogue_procedure(const struct catalogue *c, struct str code)
{
	return procedure_number(&c->procedures, code);
}
/* What a person typed: code, short name or name, exact first, then without marks. How many match; the first
 * max of them in found. */
int catalogue_match_agency(const struct catalogue *c, struct arena *a, struct str typed, int *found, int max);

/* The newest version of the holidays with the working time of the agency, else of the nearest one above it,
 * else the default hours. agency 0: the default hours. */
const struct calendar *catalogue_calendar(const struct catalogue *c, int agency);
/* The same with an earlier version of the holidays (1 to holidays_n; 0: none) and the working time known by
 * the first known entries: to explain what was computed then. Built in a, about a millisecond. */
const struct calendar *catalogue_calendar_at(
	const struct catalogue *c, struct arena *a, int agency, int64_t version, int64_t known);

/* The newest calendar of an agency ("" or unknown: the default hours) and the version of its holidays, read
 * in the transaction of a command, where no picture is at hand. In db->a. */
must_check const struct fault *catalogue_calendar_in(
	struct db *db, struct str agency, const struct calendar **out, int64_t *version);

/* The counts of the figures for the subtree of agency (0: all). */
struct procedure_counts catalogue_counts(
	const struct catalogue *c, struct arena *a, int agency, daynum from, daynum upto, int64_t known);

/* A search over the procedures in force on day. Zero filters ask for nothing. */
struct catalogue_filter {
	struct str query; /* as typed: marks, case, composition do not matter */
	int agency;       /* its subtree; 0: all */
	struct str field; /* exactly; empty: all */
	unsigned online;  /* set of 1 << enum online_level; 0: all */
	daynum day;
};
struct catalogue_found {
	const int *numbers; /* best first, then by name */
	int n;
};
struct catalogue_found catalogue_search(
	const struct catalogue *c, struct arena *a, const struct catalogue_filter *f);
/* The fields that have procedures in force on day, by name. */
int catalogue_fields(const struct catalogue *c, struct arena *a, daynum day, const struct str **fields);
