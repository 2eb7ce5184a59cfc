/* Reading the tables of official documents. */
#include "legal/legal_store.h"
#include "legal/legal_sql.h"
#include "search/search_store.h"

static struct legal_row as_row(struct db *db, const struct legal_sql_one_row *r)
{
	return (struct legal_row){ .number = r->doc,
		.key = db_keep(db, r->key),
		.sign = db_keep(db, r->sign),
		.issuer = db_keep(db, r->issuer),
		.kind = db_keep(db, r->kind),
		.field = db_keep(db, r->field),
		.summary = db_keep(db, r->summary),
		.agency = db_keep(db, r->agency),
		.issued = (daynum)r->issued,
		.days = { (daynum)r->in_force, (daynum)r->ends, (daynum)r->replaced, (daynum)r->amended },
		.verified = r->verified != 0,
		.files = (int)r->files };
}

/* Rows of three statements have the same columns. */
#define AS_ONE(r) \
	(&(struct legal_sql_one_row){ (r).doc, (r).key, (r).sign, (r).issued, (r).issuer, (r).kind, \
		(r).field, (r).summary, (r).agency, (r).in_force, (r).ends, (r).replaced, (r).amended, \
		(r).verified, (r).files })

struct growing {
	struct legal_row *rows;
	size_t n, cap;
};
static void add(struct db *db, struct growing *g, const struct legal_sql_one_row *r)
{
	g->rows = arena_grow(db->a, g->rows, g->n, &g->cap, sizeof *g->rows);
	g->rows[g->n++] = as_row(db, r);
}

const struct fault *legal_row_of(struct db *db, int64_t number, struct legal_row *out, bool *found)
{
	struct legal_sql_one_row r;

	TRY(legal_sql_one(db, number, &r, found));
	if (*found)
		*out = as_row(db, &r);
	return NULL;
}

static bool is_wanted(enum legal_wanted wanted, const struct legal_days *days, daynum day)
{
	enum legal_standing s = legal_standing_of(days, day);

	switch (wanted) {
	case LEGAL_ANY: return true;
	case LEGAL_WANT_IN_FORCE: return s == LEGAL_IN_FORCE || s == LEGAL_IN_FORCE_AMENDED;
	case LEGAL_WANT_NOT_YET: return s == LEGAL_NOT_YET;
	case LEGAL_WANT_ENDED: return s == LEGAL_EXPIRED || s == LEGAL_REPLACED;
	case LEGAL_WANT_UNKNOWN: return s == LEGAL_UNKNOWN;
	}
	impossible();
}

bool legal_passes(const struct legal_filter *f, const struct legal_row *r)
{
	return (!f->kind.n || str_eq(f->kind, r->kind)) && (!f->issuer.n || str_eq(f->issuer, r->issuer)) &&
	       (!f->field.n || str_eq(f->field, r->field)) &&
	       (!f->year || f->year == civil_from_day(r->issued).year) &&
	       is_wanted(f->wanted, &r->days, f->day);
}

must_check static const struct fault *list_found(
	struct db *db, const struct legal_filter *f, struct legal_rows *out)
{
	struct search_terms *t = NEW(db->a, struct search_terms);
	struct search_refs refs;
	struct growing g = { 0 };

	search_terms_read(t, db->a, f->query);
	TRY(search_refs_of(db, t, SEARCH_LEGAL, &refs));
	for (size_t i = 0; i < refs.n; i++) {
		struct legal_row r;
		bool found;

		TRY(legal_row_of(db, refs.refs[i], &r, &found));
		if (!found || !legal_passes(f, &r))
			continue;
		if (out->total++ < f->from || (int64_t)g.n >= f->count)
			continue;
		g.rows = arena_grow(db->a, g.rows, g.n, &g.cap, sizeof *g.rows);
		g.rows[g.n++] = r;
	}
	out->rows = g.rows;
	out->n = g.n;
	out->more = refs.more;
	return NULL;
}

const struct fault *legal_list(struct db *db, const struct legal_filter *f, struct legal_rows *out)
{
	cleanup_with(legal_sql_list_end) struct legal_sql_list_rows all = { 0 };
	struct legal_sql_count_row count;
	struct growing g = { 0 };
	bool more;

	*out = (struct legal_rows){ 0 };
	if (f->query.n)
		return list_found(db, f, out);
	TRY(legal_sql_count(db, f->kind, f->issuer, f->field, f->year, f->wanted, f->day, &count));
	TRY(legal_sql_list(
		db, f->kind, f->issuer, f->field, f->year, f->wanted, f->day, f->count, f->from, &all));
	for (;;) {
		TRY(legal_sql_list_next(&all, &more));
		if (!more)
			break;
		add(db, &g, AS_ONE(all.row));
	}
	*out = (struct legal_rows){ g.rows, g.n, count.n, false };
	return NULL;
}

const struct fault *legal_slug(struct db *db, const struct legal_row *r, struct str *slug)
{
	struct legal_sql_first_row first;

	TRY(legal_sql_first(db, r->key, &first));
	*slug = !first.doc || first.doc == r->number
			? r->key
			: str_fmt(db->a, "%.*s-%lld", ARG(r->key), (long long)r->number);
	return NULL;
}

const struct fault *legal_resolve(struct db *db, struct str slug, struct legal_row *out, bool *found)
{
	struct legal_sql_first_row first;
	size_t at = slug.n;
	int64_t number;

	TRY(legal_sql_first(db, slug, &first));
	if (first.doc)
		return legal_row_of(db, first.doc, out, found);
	*found = false;
	while (at > 0 && slug.p[at - 1] != '-')
		at--;
	if (at < 2 || !str_int(str_sub(slug, at, slug.n), &number))
		return NULL;
	TRY(legal_row_of(db, number, out, found));
	*found = *found && str_eq(out->key, str_sub(slug, 0, at - 1));
	return NULL;
}

const struct fault *legal_with_key(struct db *db, struct str key, struct legal_rows *out)
{
	cleanup_with(legal_sql_by_key_end) struct legal_sql_by_key_rows all = { 0 };
	struct growing g = { 0 };
	bool more;

	TRY(legal_sql_by_key(db, key, LIMIT_LEGAL_LINKED, &all));
	for (;;) {
		TRY(legal_sql_by_key_next(&all, &more));
		if (!more)
			break;
		add(db, &g, AS_ONE(all.row));
	}
	*out = (struct legal_rows){ g.rows, g.n, (int64_t)g.n, false };
	return NULL;
}

const struct fault *legal_linking(
	struct db *db, const struct legal_row *r, enum legal_how how, struct legal_rows *out)
{
	cleanup_with(legal_sql_linking_end) struct legal_sql_linking_rows all = { 0 };
	struct growing g = { 0 };
	bool more;

	TRY(legal_sql_linking(db, r->key, how, r->issued, r->number, LIMIT_LEGAL_LINKED, &all));
	for (;;) {
		TRY(legal_sql_linking_next(&all, &more));
		if (!more)
			break;
		add(db, &g, AS_ONE(all.row));
	}
	*out = (struct legal_rows){ g.rows, g.n, (int64_t)g.n, false };
	return NULL;
}

const struct fault *legal_files_of(struct db *db, int64_t number, struct legal_files *out)
{
	cleanup_with(legal_sql_files_end) struct legal_sql_files_rows all = { 0 };
	bool more;

	out->n = 0;
	TRY(legal_sql_files(db, number, &all));
	while (out->n < LIMIT_LEGAL_FILES) {
		TRY(legal_sql_files_next(&all, &more));
		if (!more)
			break;
		out->list[out->n++] = (struct legal_stored_file){ (int)all.row.item,
			db_keep(db, all.row.hash), db_keep(db, all.row.type), all.row.size };
	}
	return NULL;
}

/* One list of words out of a statement that has one column. */
#define TAKE_WORDS(statement, list, count) \
	do { \
		cleanup_with(legal_sql_##statement##_end) struct legal_sql_##statement##_rows rows = { 0 }; \
		bool more; \
		TRY(legal_sql_##statement(db, LIMIT_LEGAL_CHOICES, &rows)); \
		while ((count) < LIMIT_LEGAL_CHOICES) { \
			TRY(legal_sql_##statement##_next(&rows, &more)); \
			if (!more) \
				break; \
			list; \
		} \
	} while (0)

const struct fault *legal_choices(struct db *db, struct legal_choices *out)
{
	TAKE_WORDS(kinds, out->kinds[out->kinds_n++] = db_keep(db, rows.row.kind), out->kinds_n);
	TAKE_WORDS(issuers, out->issuers[out->issuers_n++] = db_keep(db, rows.row.issuer), out->issuers_n);
	TAKE_WORDS(fields, out->fields[out->fields_n++] = db_keep(db, rows.row.field), out->fields_n);
	TAKE_WORDS(years, out->years[out->years_n++] = (int)rows.row.year, out->years_n);
	return NULL;
}
