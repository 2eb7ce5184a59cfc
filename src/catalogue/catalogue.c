#include "catalogue/catalogue.h"
#include "agency/agency_store.h"
#include "procedure/procedure_store.h"

static const struct agency_version *newest_agency(const struct catalogue *c, int number)
{
	const struct agency *g = &c->agencies.agencies[number];

	return g->versions[g->versions_n - 1];
}

static const struct procedure_version *newest_procedure(const struct catalogue *c, int number)
{
	const struct procedure *p = &c->procedures.procedures[number];

	return p->versions[p->versions_n - 1];
}

static void make_keys(struct catalogue *c, struct arena *a)
{
	int agencies = c->agencies.n + 1, procedures = c->procedures.n + 1;
	struct str *names = NEW_ARRAY(a, struct str, agencies), *shorts = NEW_ARRAY(a, struct str, agencies);
	struct str *order = NEW_ARRAY(a, struct str, agencies);
	struct str *procedure_order = NEW_ARRAY(a, struct str, procedures);
	struct search_text *texts = NEW_ARRAY(a, struct search_text, procedures);

	for (int i = 1; i < agencies; i++) {
		const struct agency_version *v = newest_agency(c, i);
		names[i] = fold(a, v->name);
		shorts[i] = fold(a, v->short_name);
		order[i] = sort_key(a, v->name);
	}
	for (int i = 1; i < procedures; i++) {
		const struct procedure_version *v = newest_procedure(c, i);
		procedure_order[i] = sort_key(a, v->name);
		texts[i] = search_text_of(a, str_fmt(a, "%.*s %.*s", ARG(v->name), ARG(v->code)));
	}
	c->agency_names = names;
	c->agency_shorts = shorts;
	c->agency_order = order;
	c->procedure_order = procedure_order;
	c->procedure_texts = texts;
}

/* The working time that holds for agency, its own or inherited; n = 0: the default. *owner is whose it is. */
static struct work_time working_time(
	const struct catalogue *c, struct arena *a, int agency, int64_t known, int *owner)
{
	struct work_time none = { 0 };

	for (int step = 0; agency != AGENCY_NONE && step <= LIMIT_AGENCY_DEPTH; step++) {
		struct str code = c->agencies.agencies[agency].code;
		struct work_time w = hours_work_time(a, c->hours, c->hours_n, code, known);
		if (w.n > 0) {
			*owner = agency;
			return w;
		}
		agency = agency_parent(&c->agencies, agency, INT32_MAX, known);
	}
	*owner = AGENCY_NONE;
	return none;
}

/* One calendar for each agency that has working time of its own, and the default for the rest. */
static void make_calendars(struct catalogue *c, struct arena *a)
{
	const struct calendar **calendars = NEW_ARRAY(a, const struct calendar *, c->agencies.n + 1);
	ARENA scratch = { 0 };

	calendars[0] = catalogue_calendar_at(c, a, AGENCY_NONE, c->holidays_n, KNOWN_NOW);
	for (int i = 1; i <= c->agencies.n; i++) {
		int owner = AGENCY_NONE;
		if (c->hours_n > 0) {
			working_time(c, &scratch, i, KNOWN_NOW, &owner);
			arena_reset(&scratch);
		}
		if (owner != AGENCY_NONE && !calendars[owner])
			calendars[owner] = catalogue_calendar_at(c, a, owner, c->holidays_n, KNOWN_NOW);
		calendars[i] = calendars[owner];
	}
	c->calendars = calendars;
}

must_check static const struct fault *load_tables(struct db *db, struct arena *a, struct catalogue *c)
{
	const struct agency_version *agencies;
	const struct procedure_version *procedures;
	int agencies_n, procedures_n;

	TRY(agency_load(db, a, &agencies, &agencies_n));
	TRY(procedure_load(db, a, &procedures, &procedures_n));
	TRY(holidays_load(db, a, &c->holidays, &c->holidays_n));
	TRY(hours_load(db, a, &c->hours, &c->hours_n));
	TRY(journal_size(db, &c->journal_size));
	c->agencies = agency_tree_of(a, agencies, agencies_n);
	c->procedures = procedure_list_of(a, procedures, procedures_n, &c->agencies);
	return NULL;
}

const struct fault *catalogue_load(struct db *db, struct arena *a, const struct catalogue **out)
{
	struct catalogue *c = NEW(a, struct catalogue);
	TX tx = { 0 };

	TRY(tx_begin(db, &tx));
	TRY(load_tables(db, a, c));
	make_keys(c, a);
	make_calendars(c, a);
	*out = c;
	return NULL;
}

int catalogue_match_agency(const struct catalogue *c, struct arena *a, struct str typed, int *found, int max)
{
	struct agency_wanted w = { .typed = nfc(a, typed),
		.folded = fold(a, typed),
		.name_keys = c->agency_names,
		.short_keys = c->agency_shorts };

	return agency_match(&c->agencies, &w, found, max);
}

const struct calendar *catalogue_calendar(const struct catalogue *c, int agency)
{
	assert(agency >= AGENCY_NONE && agency <= c->agencies.n);
	return c->calendars[agency];
}

const struct calendar *catalogue_calendar_at(
	const struct catalogue *c, struct arena *a, int agency, int64_t version, int64_t known)
{
	const struct calendar *calendar = NULL;
	int owner;

	assert(version >= 0 && version <= c->holidays_n);
	struct work_time w = working_time(c, a, agency, known, &owner);

	if (calendar_build(a, &w, version ? &c->holidays[version - 1].all : NULL, &calendar) !=
		WORK_TIME_FINE)
		impossible(); /* hours_add refused what does not build */
	return calendar;
}

const struct fault *catalogue_calendar_in(
	struct db *db, struct str agency, const struct calendar **out, int64_t *version)
{
	struct catalogue *c = NEW(db->a, struct catalogue);
	const struct agency_version *agencies;
	int n;

	TRY(agency_load(db, db->a, &agencies, &n));
	TRY(holidays_load(db, db->a, &c->holidays, &c->holidays_n));
	TRY(hours_load(db, db->a, &c->hours, &c->hours_n));
	c->agencies = agency_tree_of(db->a, agencies, n);
	*version = c->holidays_n;
	*out = catalogue_calendar_at(c, db->a, agency_number(&c->agencies, agency), c->holidays_n, KNOWN_NOW);
	return NULL;
}

struct procedure_counts catalogue_counts(
	const struct catalogue *c, struct arena *a, int agency, daynum from, daynum upto, int64_t known)
{
	bool *in = NEW_ARRAY(a, bool, c->agencies.n + 1);
	struct procedure_question q = { in, from, upto, known };

	agency_subtree(&c->agencies, agency, upto, known, in);
	return procedure_count(&c->procedures, &q);
}
