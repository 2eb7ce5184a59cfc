#include "article/article_store.h"
#include "article/article_sql.h"
#include "picture/picture_store.h"
#include "search/search_store.h"

must_check static const struct fault *save_pictures(
	struct db *db, int64_t number, const struct article_text *t)
{
	for (int i = 0; i < t->pictures_n; i++) {
		const struct article_picture *p = &t->pictures[i];

		if (!p->gone)
			TRY(article_sql_put_picture(
				db, number, i + 1, p->file, p->alt, p->caption, p->absence));
	}
	return NULL;
}

must_check static const struct fault *save_attachments(
	struct db *db, int64_t number, const struct article_text *t)
{
	for (int i = 0; i < t->attachments_n; i++)
		if (!t->attachments[i].gone)
			TRY(article_sql_put_attachment(db, number, i + 1, t->attachments[i].file,
				t->attachments[i].name, t->attachments[i].label));
	return NULL;
}

must_check static const struct fault *save_public(struct db *db, const struct article *x)
{
	const struct article_text *t = &x->shown;
	int64_t number = x->base.number;

	TRY(article_sql_put_public(db, number, x->section, t->category, t->title, t->lead, t->body, t->author,
		t->source, x->published, x->updated));
	TRY(save_pictures(db, number, t));
	TRY(save_attachments(db, number, t));
	for (int i = 0; i < x->notes_n; i++)
		TRY(article_sql_put_note(db, number, i + 1, x->notes[i].at, x->notes[i].text));
	return NULL;
}

/* Pictures of the text that is written are made for its preview, those of the one that is shown may be seen
 * by all. */
must_check static const struct fault *need_pictures(struct db *db, const struct article_text *t)
{
	for (int i = 0; i < t->pictures_n; i++)
		if (t->pictures[i].file.n)
			TRY(picture_need(db, t->pictures[i].file));
	return NULL;
}

must_check static const struct fault *show_pictures(struct db *db, const struct article *x)
{
	struct str hashes[LIMIT_ARTICLE_PICTURES];
	size_t n = 0;

	for (int i = 0; article_is_public(x) && i < x->shown.pictures_n; i++)
		if (x->shown.pictures[i].file.n)
			hashes[n++] = x->shown.pictures[i].file;
	TRY(need_pictures(db, &x->work));
	TRY(need_pictures(db, &x->shown));
	return picture_show(db, x->base.number, hashes, n);
}

/* What the search box finds: only what readers may see. */
must_check static const struct fault *index_text(struct db *db, const struct article *x)
{
	const struct article_text *t = &x->shown;
	struct markdown m = markdown_read(db->a, t->body);
	struct buf address = { .a = db->a };

	if (!article_is_public(x))
		return search_remove(db, x->base.number);
	buf_fmt(&address, "%s/%.*s", x->section == ARTICLE_PAGE ? "/huong-dan" : "/tin-tuc",
		ARG(article_slug_now(x)));
	const struct search_doc doc = { .ref = x->base.number,
		.kind = x->section == ARTICLE_PAGE ? SEARCH_PAGE : SEARCH_ARTICLE,
		.day = day_of(x->published),
		.title = t->title,
		.address = buf_str(&address),
		.summary = t->lead,
		.body = markdown_words(db->a, &m) };

	return search_put(db, &doc);
}

must_check static const struct fault *forget(struct db *db, int64_t number)
{
	TRY(article_sql_drop_public(db, number));
	TRY(article_sql_drop_pictures(db, number));
	TRY(article_sql_drop_attachments(db, number));
	TRY(article_sql_drop_notes(db, number));
	return article_sql_drop_slugs(db, number);
}

must_check static const struct fault *save(struct db *db, const void *state)
{
	const struct article *x = state;
	int64_t number = x->base.number;

	TRY(forget(db, number));
	TRY(article_sql_put(db, number, x->section, article_kind.states[x->base.state].text, x->work.title,
		article_slug_now(x), x->base.last_at, x->due, x->withdrawn, x->why_withdrawn));
	for (int i = 0; i < x->slugs_n; i++)
		TRY(article_sql_put_slug(db, x->section, x->slugs[i], number));
	if (article_is_public(x))
		TRY(save_public(db, x));
	TRY(show_pictures(db, x));
	return index_text(db, x);
}

must_check static const struct fault *clear(struct db *db)
{
	TRY(article_sql_clear(db));
	TRY(article_sql_clear_public(db));
	TRY(article_sql_clear_pictures(db));
	TRY(article_sql_clear_attachments(db));
	TRY(article_sql_clear_notes(db));
	TRY(article_sql_clear_slugs(db));
	TRY(search_clear(db, SEARCH_PAGE));
	return search_clear(db, SEARCH_ARTICLE);
}

must_check static const struct fault *gather(
	struct write *w, const void *state, const struct record_event *e, const void **env)
{
	const struct article *x = state;
	struct article_env *out = NEW(w->db->a, struct article_env);
	struct article_sql_owner_row owner = { 0 };
	bool found = false;

	out->errors = article_lint(w->db->a, &x->work).errors_n;
	if (e->values[ARTICLE_SLUG].n)
		TRY(article_sql_owner(w->db, x->section, e->values[ARTICLE_SLUG], &owner, &found));
	out->slug_taken = found && owner.article != x->base.number;
	*env = out;
	return NULL;
}

/* The address that it gets when it is let out. */
must_check static const struct fault *complete(struct write *w, const void *state, struct record_event *e)
{
	const struct article *x = state;
	struct article_sql_owner_row owner = { 0 };
	bool found;

	if (!(article_kind.verbs[e->verb].needed & ARTICLE_F(SLUG)))
		return NULL;
	e->values[ARTICLE_SLUG] = article_slug_for(w->db->a, x->work.title, x->base.number, false);
	TRY(article_sql_owner(w->db, x->section, e->values[ARTICLE_SLUG], &owner, &found));
	if (found && owner.article != x->base.number)
		e->values[ARTICLE_SLUG] = article_slug_for(w->db->a, x->work.title, x->base.number, true);
	return NULL;
}

static struct record_row row(const void *state)
{
	const struct article *x = state;
	daynum day = day_of(x->published != INSTANT_NONE ? x->published : x->base.began_at);

	return (struct record_row){ .year = civil_from_day(day).year, .day = day, .title = x->work.title };
}

const struct record_type article_type = { .kind = &article_kind,
	.state_bytes = sizeof(struct article),
	.apply = article_apply,
	.decide = article_decide,
	.complete = complete,
	.file_fits = article_file_fits,
	.row = row,
	.gather = gather,
	.save = save,
	.clear = clear };
