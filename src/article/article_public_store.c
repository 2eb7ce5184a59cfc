/* What readers see, from the tables of what is public. */
#include "article/article_store.h"
#include "article/article_sql.h"

const struct fault *article_list(
	struct db *db, const struct article_ask *ask, const struct article_row **rows, size_t *n)
{
	cleanup_with(article_sql_list_end) struct article_sql_list_rows all = { 0 };
	struct article_row *list = NULL;
	size_t count = 0, cap = 0;
	bool more;

	TRY(article_sql_list(db, ask->section, ask->category,
		ask->category ? ask->category : ARTICLE_CATEGORIES, ask->most, ask->skip, &all));
	for (;;) {
		TRY(article_sql_list_next(&all, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, count, &cap, sizeof *list);
		list[count++] = (struct article_row){ all.row.article, (int)all.row.category,
			db_keep(db, all.row.slug), db_keep(db, all.row.title), db_keep(db, all.row.opening),
			db_keep(db, all.row.author), all.row.published, all.row.updated };
	}
	*rows = list;
	*n = count;
	return NULL;
}

const struct fault *article_count(struct db *db, enum article_section section, int category, int64_t *n)
{
	struct article_sql_count_row row;

	TRY(article_sql_count(db, section, category, category ? category : ARTICLE_CATEGORIES, &row));
	*n = row.n;
	return NULL;
}

/* Items keep their numbers: those in between are gone. */
must_check static const struct fault *read_pictures(struct db *db, int64_t number, struct article_text *t)
{
	cleanup_with(article_sql_pictures_end) struct article_sql_pictures_rows rows = { 0 };
	bool more;

	for (int i = 0; i < LIMIT_ARTICLE_PICTURES; i++)
		t->pictures[i].gone = true;
	TRY(article_sql_pictures(db, number, &rows));
	for (;;) {
		TRY(article_sql_pictures_next(&rows, &more));
		if (!more || rows.row.item > LIMIT_ARTICLE_PICTURES)
			return NULL;
		t->pictures_n = (int)rows.row.item;
		t->pictures[rows.row.item - 1] = (struct article_picture){ false, db_keep(db, rows.row.file),
			db_keep(db, rows.row.alt), db_keep(db, rows.row.caption),
			db_keep(db, rows.row.absence) };
	}
}

must_check static const struct fault *read_attachments(struct db *db, int64_t number, struct article_text *t)
{
	cleanup_with(article_sql_attachments_end) struct article_sql_attachments_rows rows = { 0 };
	bool more;

	TRY(article_sql_attachments(db, number, &rows));
	for (;;) {
		TRY(article_sql_attachments_next(&rows, &more));
		if (!more || t->attachments_n == LIMIT_ARTICLE_FILES)
			return NULL;
		t->attachments[t->attachments_n++] = (struct article_attachment){ false,
			db_keep(db, rows.row.file), db_keep(db, rows.row.name), db_keep(db, rows.row.label) };
	}
}

must_check static const struct fault *read_notes(struct db *db, struct article_public *out)
{
	cleanup_with(article_sql_notes_end) struct article_sql_notes_rows rows = { 0 };
	struct article_note *list = NULL;
	size_t cap = 0;
	bool more;

	TRY(article_sql_notes(db, out->number, &rows));
	for (;;) {
		TRY(article_sql_notes_next(&rows, &more));
		if (!more)
			break;
		list = arena_grow(db->a, list, out->notes_n, &cap, sizeof *list);
		list[out->notes_n++] = (struct article_note){ rows.row.noted, db_keep(db, rows.row.note) };
	}
	out->notes = list;
	return NULL;
}

const struct fault *article_read(struct db *db, int64_t number, struct article_public **out)
{
	struct article_sql_public_row row;
	bool found;

	*out = NULL;
	TRY(article_sql_public(db, number, &row, &found));
	if (!found)
		return NULL;
	struct article_public *x = NEW(db->a, struct article_public);

	x->number = number;
	x->slug = row.slug;
	x->published = row.published;
	x->updated = row.updated;
	x->shown.category = (int)row.category;
	x->shown.title = row.title;
	x->shown.lead = row.opening;
	x->shown.body = row.body;
	x->shown.author = row.author;
	x->shown.source = row.source;
	TRY(read_pictures(db, number, &x->shown));
	TRY(read_attachments(db, number, &x->shown));
	TRY(read_notes(db, x));
	*out = x;
	return NULL;
}

const struct fault *article_find(
	struct db *db, enum article_section section, struct str slug, struct article_finding *out)
{
	struct article_sql_find_row row;
	bool found;

	*out = (struct article_finding){ .found = ARTICLE_UNKNOWN };
	TRY(article_sql_find(db, section, slug, &row, &found));
	if (!found)
		return NULL;
	out->slug = row.slug;
	out->withdrawn = row.withdrawn;
	out->why = row.why;
	if (row.withdrawn != INSTANT_NONE) {
		out->found = ARTICLE_GONE;
		return NULL;
	}
	out->found = str_eq(row.slug, slug) ? ARTICLE_FOUND : ARTICLE_MOVED;
	if (out->found == ARTICLE_MOVED)
		return NULL;
	TRY(article_read(db, row.number, &out->article));
	out->found = out->article ? ARTICLE_FOUND : ARTICLE_UNKNOWN;
	return NULL;
}

const struct fault *article_attachment_name(
	struct db *db, int64_t number, struct str file, struct str *label, bool *found)
{
	struct article_sql_attachment_used_row row;

	TRY(article_sql_attachment_used(db, number, file, &row, found));
	*label = *found ? row.label : (struct str){ 0 };
	return NULL;
}
