/* Writing the tables of official documents. */
#include "legal/legal_store.h"
#include "legal/legal_sql.h"
#include "legal/legal_text_store.h"
#include "record/record_file.h"
#include "search/search_store.h"

/* The standing of others depends on this document: all that have one of the keys. */
struct keys {
	struct str list[2 * LIMIT_LEGAL_CITES + 1];
	size_t n;
};

must_check static const struct fault *linked_keys(struct db *db, int64_t doc, struct keys *keys)
{
	cleanup_with(legal_sql_keys_end) struct legal_sql_keys_rows rows = { 0 };
	bool more;

	TRY(legal_sql_keys(db, doc, &rows));
	while (keys->n < COUNT(keys->list)) {
		TRY(legal_sql_keys_next(&rows, &more));
		if (!more)
			break;
		keys->list[keys->n++] = db_keep(db, rows.row.key);
	}
	return NULL;
}

must_check static const struct fault *settle(struct db *db, const struct keys *keys)
{
	for (size_t i = 0; i < keys->n; i++)
		TRY(legal_sql_settle(db, keys->list[i]));
	return NULL;
}

must_check static const struct fault *link(struct db *db, int64_t doc, enum legal_how how, struct str cites)
{
	struct legal_cite cite;
	bool bad;

	while (legal_cite_next(db->a, &cites, &cite, &bad))
		if (!bad)
			TRY(legal_sql_link(db, doc, how, cite.key, cite.day));
	return NULL;
}

must_check static const struct fault *put(struct db *db, const struct legal *l, struct str key)
{
	int files = 0;

	for (int i = 0; i < l->files_n; i++)
		files += !l->files[i].gone;
	TRY(legal_sql_put(db, l->base.number, key, l->sign, l->issued, civil_from_day(l->issued).year,
		l->issuer, l->kind, l->field, l->summary, l->base.agency, l->from, l->to, l->verified,
		files));
	TRY(link(db, l->base.number, LEGAL_BY_REPLACING, l->replaces));
	return link(db, l->base.number, LEGAL_BY_AMENDING, l->amends);
}

/* A row for the file; its words, when it has some that can be read, into body. Its bytes are forgotten at
 * once. */
must_check static const struct fault *put_file(
	struct db *db, const struct legal *l, int item, struct buf *body)
{
	ARENA own = { 0 };
	struct arena *mine = db->a;
	struct str hash = l->files[item - 1].hash, bytes = { 0 };
	bool found = false;

	db->a = &own;
	const struct fault *f = record_file_read(db, hash, &bytes, &found);

	db->a = mine;
	if (f)
		return FAULT(mine, f->kind, "%.*s", ARG(f->what));
	const struct record_file_type *type = found ? record_file_type(bytes) : NULL;

	if (!type)
		return NULL;
	if (body->n < LIMIT_LEGAL_FILE_TEXT_BYTES) {
		buf_char(body, '\n');
		buf_add(body, legal_office_text(&own, bytes));
	}
	return legal_sql_put_file(db, l->base.number, item, hash, (int64_t)bytes.n, str_of(type->extension));
}

must_check static const struct fault *index_it(struct db *db, const struct legal *l, struct str key)
{
	struct buf body = { .a = db->a };
	struct legal_row row = { .number = l->base.number, .key = key };
	struct str slug, kind = legal_kind_name(LANG_VI, l->kind);

	TRY(legal_slug(db, &row, &slug));
	buf_fmt(&body, "%.*s\n%.*s\n%.*s", ARG(l->issuer), ARG(l->field), ARG(l->text));
	for (int i = 1; i <= l->files_n; i++)
		if (!l->files[i - 1].gone)
			TRY(put_file(db, l, i, &body));
	struct search_doc d = { .ref = l->base.number,
		.kind = SEARCH_LEGAL,
		.day = l->issued,
		.title = str_fmt(db->a, "%.*s %.*s", ARG(kind), ARG(l->sign)),
		.address = str_fmt(db->a, "/van-ban/%.*s", ARG(slug)),
		.summary = l->summary,
		.body = buf_str(&body) };

	return search_put(db, &d);
}

must_check static const struct fault *save(struct db *db, const void *state)
{
	const struct legal *l = state;
	int64_t doc = l->base.number;
	struct keys before = { 0 }, after = { 0 };
	struct legal_sql_key_of_row was;
	bool found;

	TRY(linked_keys(db, doc, &before));
	TRY(legal_sql_key_of(db, doc, &was, &found));
	TRY(legal_sql_unlink(db, doc));
	TRY(legal_sql_drop_files(db, doc));
	if (l->base.state == LEGAL_PUBLISHED) {
		after.list[after.n++] = legal_key(db->a, l->sign);
		TRY(put(db, l, after.list[0]));
		TRY(linked_keys(db, doc, &after));
		TRY(index_it(db, l, after.list[0]));
	} else {
		TRY(legal_sql_drop(db, doc));
		TRY(search_remove(db, doc));
	}
	TRY(settle(db, &before));
	return settle(db, &after);
}

must_check static const struct fault *clear(struct db *db)
{
	TRY(legal_sql_clear(db));
	TRY(legal_sql_clear_links(db));
	TRY(legal_sql_clear_files(db));
	return search_clear(db, SEARCH_LEGAL);
}

must_check static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	const struct legal *l = state;
	struct legal_env *out = NEW(w->db->a, struct legal_env);
	struct legal_sql_agency_known_row agency = { 1 };
	struct legal_sql_same_row same;

	if (e->values[LEGAL_AGENCY].n)
		TRY(legal_sql_agency_known(w->db, e->values[LEGAL_AGENCY], &agency));
	TRY(legal_sql_same(w->db, legal_key(w->db->a, e->values[LEGAL_SIGN]), record_day(e, LEGAL_ISSUED),
		e->values[LEGAL_ISSUER], l->base.number, &same));
	out->agency_unknown = !agency.n;
	out->known = same.n > 0;
	*env = out;
	return NULL;
}

/* Whatever is published, and nothing else, is listed and can be found. */
must_check static const struct fault *examine(struct db *db, struct str *complaint)
{
	struct legal_sql_unlisted_row unlisted;
	struct legal_sql_listed_row listed;
	int64_t found;

	TRY(legal_sql_unlisted(db, &unlisted));
	TRY(legal_sql_listed(db, &listed));
	TRY(search_count(db, SEARCH_LEGAL, &found));
	if (unlisted.n || listed.n != found)
		*complaint = str_fmt(db->a,
			"of the published documents %lld are not listed; %lld are, %lld can be found",
			(long long)unlisted.n, (long long)listed.n, (long long)found);
	return NULL;
}

static struct record_row row(const void *state)
{
	const struct legal *l = state;

	return (struct record_row){
		.year = civil_from_day(l->issued).year, .day = l->issued, .title = l->sign
	};
}

const struct record_type legal_type = { .kind = &legal_kind,
	.state_bytes = sizeof(struct legal),
	.apply = legal_apply,
	.decide = legal_decide,
	.row = row,
	.gather = gather,
	.save = save,
	.clear = clear,
	.examine = examine };
