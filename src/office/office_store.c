#include "office/office_store.h"
#include "office/office_sql.h"

#include <stdlib.h>

must_check static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	struct contact_env *out = NEW(w->db->a, struct contact_env);
	struct office_sql_of_agency_row row = { 0 };
	struct office_sql_agency_known_row known = { 1 };

	(void)state;
	if (e->verb == CONTACT_GIVE) {
		TRY(office_sql_agency_known(w->db, e->values[CONTACT_AGENCY], &known));
		TRY(office_sql_of_agency(w->db, e->values[CONTACT_AGENCY], &row, &out->taken));
	}
	out->unknown = known.n == 0;
	*env = out;
	return NULL;
}

static struct record_row row_of(const void *state)
{
	const struct contact *c = state;

	return (struct record_row){ .year = civil_from_day(day_of(c->base.began_at)).year,
		.day = day_of(c->base.last_at),
		.title = c->base.agency };
}

must_check static const struct fault *save(struct db *db, const void *state)
{
	const struct contact *c = state;

	return office_sql_put(db, c->base.number, c->base.agency, c->base.state == CONTACT_VALID, c->address,
		c->phone, c->email, c->website, c->note, c->base.last_at);
}

must_check static const struct fault *clear(struct db *db)
{
	return office_sql_clear(db);
}

const struct record_type contact_type = { .kind = &contact_kind,
	.state_bytes = sizeof(struct contact),
	.apply = contact_apply,
	.decide = contact_decide,
	.row = row_of,
	.gather = gather,
	.save = save,
	.clear = clear };

const struct fault *contact_of(struct db *db, struct str agency, struct contact_row *out, bool *found)
{
	struct office_sql_of_agency_row r = { 0 };

	TRY(office_sql_of_agency(db, agency, &r, found));
	*out = (struct contact_row){ r.record, r.is_valid != 0, r.agency, r.address, r.phone, r.email,
		r.website, r.note, r.changed };
	return NULL;
}

static int by_agency(const void *a, const void *b)
{
	const struct contact_row *x = a, *y = b;

	return str_cmp(x->agency, y->agency);
}

const struct contact_row *contact_find(const struct contact_row *rows, size_t n, struct str agency)
{
	const struct contact_row wanted = { .agency = agency };

	return n ? bsearch(&wanted, rows, n, sizeof *rows, by_agency) : NULL;
}

const struct fault *contact_list(struct db *db, const struct contact_row **rows, size_t *n)
{
	cleanup_with(office_sql_all_end) struct office_sql_all_rows all = { 0 };
	struct contact_row *list = NULL;
	size_t cap = 0;
	bool more;

	*n = 0;
	TRY(office_sql_all(db, LIMIT_CONTACTS, &all));
	for (;;) {
		TRY(office_sql_all_next(&all, &more));
		if (!more)
			break;
		const struct office_sql_all_row *r = &all.row;
		struct arena *a = db->a;

		list = arena_grow(a, list, *n, &cap, sizeof *list);
		list[(*n)++] = (struct contact_row){ r->record, r->is_valid != 0, str_dup(a, r->agency),
			str_dup(a, r->address), str_dup(a, r->phone), str_dup(a, r->email),
			str_dup(a, r->website), str_dup(a, r->note), r->changed };
	}
	if (list)
		qsort(list, *n, sizeof *list, by_agency); /* by bytes, whatever order the engine knows */
	*rows = list;
	return NULL;
}
