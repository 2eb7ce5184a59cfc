/* The public page of one official document, and its files. */
#include "legal/legal_html.h"
#include "legal/legal_web.h"
#include "portal/meta.h"
#include "record/record_file.h"

enum { KIB = 1024, TENTHS = 10 };

must_check static const struct fault *load(struct db *db, int64_t number, const struct legal **out)
{
	struct record_story story;
	void *state;

	TRY(record_load(db, &legal_type, number, &state, &story));
	*out = state;
	return NULL;
}

static struct legal_link link_to(struct request *rq, const struct legal_row *r, struct str slug)
{
	return (struct legal_link){ url_segment(rq->a, url_path(S(LEGAL_PATH)), slug),
		legal_title(rq, r->kind, r->sign), r->summary, r->issued };
}

/* Rows as links, without the document itself. */
must_check static const struct fault *add_rows(struct request *rq, struct db *db,
	const struct legal_rows *rows, int64_t but, struct legal_links *out)
{
	struct legal_link *list = NEW_ARRAY(rq->a, struct legal_link, rows->n + 1);

	for (size_t i = 0; i < rows->n; i++) {
		struct str slug;

		if (rows->rows[i].number == but)
			continue;
		TRY(legal_slug(db, &rows->rows[i], &slug));
		list[out->n++] = link_to(rq, &rows->rows[i], slug);
	}
	out->links = list;
	return NULL;
}

/* The document that is meant, if the portal has it. */
must_check static const struct fault *find_cited(
	struct request *rq, struct db *db, const struct legal_cite *cite, struct legal_link *out)
{
	struct legal_rows rows;

	*out = (struct legal_link){ .title = cite->sign, .issued = cite->day };
	TRY(legal_with_key(db, cite->key, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		struct str slug;

		if (cite->day != DAYNUM_NONE && cite->day != rows.rows[i].issued)
			continue;
		TRY(legal_slug(db, &rows.rows[i], &slug));
		*out = link_to(rq, &rows.rows[i], slug);
		return NULL;
	}
	return NULL;
}

must_check static const struct fault *add_cites(
	struct request *rq, struct db *db, struct str text, struct legal_links *out)
{
	struct legal_link *list = NEW_ARRAY(rq->a, struct legal_link, LIMIT_LEGAL_CITES);
	struct legal_cite cite;
	bool bad;

	while (out->n < LIMIT_LEGAL_CITES && legal_cite_next(rq->a, &text, &cite, &bad))
		if (!bad)
			TRY(find_cited(rq, db, &cite, &list[out->n++]));
	out->links = list;
	return NULL;
}

must_check static const struct fault *add_links(struct request *rq, struct db *db, const struct legal *l,
	const struct legal_row *r, struct legal_page_view *v)
{
	static const enum msg labels[LEGAL_LINK_LISTS] = { MSG_legal_web_replaces, MSG_legal_web_replaced,
		MSG_legal_web_amends, MSG_legal_web_amended, MSG_legal_web_same };
	struct legal_rows rows;

	for (int i = 0; i < LEGAL_LINK_LISTS; i++)
		v->lists[i].label = msg_text(rq->lang, labels[i]);
	TRY(add_cites(rq, db, l->replaces, &v->lists[LEGAL_LINKS_REPLACES]));
	TRY(add_cites(rq, db, l->amends, &v->lists[LEGAL_LINKS_AMENDS]));
	TRY(legal_linking(db, r, LEGAL_BY_REPLACING, &rows));
	TRY(add_rows(rq, db, &rows, r->number, &v->lists[LEGAL_LINKS_REPLACED]));
	TRY(legal_linking(db, r, LEGAL_BY_AMENDING, &rows));
	TRY(add_rows(rq, db, &rows, r->number, &v->lists[LEGAL_LINKS_AMENDED]));
	TRY(legal_with_key(db, r->key, &rows));
	return add_rows(rq, db, &rows, r->number, &v->lists[LEGAL_LINKS_SAME]);
}

/* "1,2 MB" */
static struct str size_text(struct request *rq, int64_t bytes)
{
	int64_t tenths = (bytes * TENTHS + KIB - 1) / KIB; /* a small file is not nothing */
	const char *unit = "kB";

	if (tenths >= KIB * TENTHS) {
		tenths /= KIB;
		unit = "MB";
	}
	return str_fmt(rq->a, "%lld%c%lld %s", (long long)tenths / TENTHS, rq->lang == LANG_VI ? ',' : '.',
		(long long)tenths % TENTHS, unit);
}

/* "pdf" as people write it. */
static struct str upper(struct arena *a, struct str word)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < word.n; i++)
		buf_char(
			&b, word.p[i] >= 'a' && word.p[i] <= 'z' ? (char)(word.p[i] - 'a' + 'A') : word.p[i]);
	return buf_str(&b);
}

const struct fault *legal_file_links(struct request *rq, struct db *db, int64_t number, struct url base,
	const struct legal_file_link **out, size_t *n)
{
	struct legal_files *files = NEW(rq->a, struct legal_files);
	struct legal_file_link *list = NEW_ARRAY(rq->a, struct legal_file_link, LIMIT_LEGAL_FILES);

	TRY(legal_files_of(db, number, files));
	for (size_t i = 0; i < files->n; i++) {
		const struct legal_stored_file *f = &files->list[i];

		list[i] = (struct legal_file_link){ url_segment(rq->a, base, f->hash),
			str_fmt(rq->a, "%d · %.*s", f->item, ARG(upper(rq->a, f->type))),
			size_text(rq, f->size) };
	}
	*out = list;
	*n = files->n;
	return NULL;
}

/* The text as paragraphs. */
static void add_text(struct request *rq, struct str text, struct legal_page_view *v)
{
	struct str *list = NULL, line;
	size_t cap = 0;

	v->text = text;
	while (text.n && str_cut(&text, '\n', &line)) {
		if (!str_trim(line).n)
			continue;
		list = arena_grow(rq->a, list, v->paragraphs_n, &cap, sizeof *list);
		list[v->paragraphs_n++] = str_trim(line);
	}
	v->paragraphs = list;
}

static void add_facts(
	struct request *rq, const struct legal *l, const struct legal_row *r, struct legal_page_view *v)
{
	enum legal_standing s = legal_standing_of(&r->days, day_of(rq->now));

	v->kind = legal_kind_name(rq->lang, l->kind);
	v->sign = l->sign;
	v->title = legal_title(rq, l->kind, l->sign);
	v->issuer = l->issuer;
	v->field = l->field;
	v->summary = l->summary;
	v->source = l->source;
	v->verified = l->verified;
	v->issued = l->issued;
	v->from = l->from;
	v->to = s == LEGAL_REPLACED ? r->days.replaced : l->to;
	v->standing = msg_text(rq->lang, legal_standing_name(s));
	v->tone = legal_tone(s);
	add_text(rq, l->text, v);
}

/* The row and the document of the address; *l is NULL when there is none. */
must_check static const struct fault *find(
	struct request *rq, struct db *db, struct legal_row *r, const struct legal **l)
{
	bool found;

	*l = NULL;
	TRY(legal_resolve(db, request_param(rq, "slug"), r, &found));
	return found ? load(db, r->number, l) : NULL;
}

must_check static const struct fault *fill(
	struct request *rq, struct legal_page_view *v, struct str *canonical, bool *found)
{
	READER held = { 0 };
	const struct legal *l;
	struct legal_row r;

	TRY(site_reader(rq, &held));
	TRY(find(rq, held.db, &r, &l));
	*found = l != NULL;
	if (!l)
		return NULL;
	TRY(legal_slug(held.db, &r, canonical));
	add_facts(rq, l, &r, v);
	TRY(add_links(rq, held.db, l, &r, v));
	struct url base = url_segment(rq->a, url_path(S(LEGAL_PATH)), *canonical);

	return legal_file_links(
		rq, held.db, r.number, url_segment(rq->a, base, S("tep")), &v->files, &v->files_n);
}

struct reply legal_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct legal_page_view v = { 0 };
	struct str canonical = { 0 };
	bool found;
	const struct fault *f = fill(rq, &v, &canonical, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_legal_web_unknown));
	if (!str_eq(canonical, request_param(rq, "slug")))
		return reply_see_other(str_fmt(rq->a, LEGAL_PATH "/%.*s", ARG(canonical)));
	struct page page = site_page(rq, held.c, NAV_LEGAL, v.title);
	struct html_out o = page_out(rq);

	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_legal_web_title), url_path(S(LEGAL_PATH)));
	page.description = v.summary;
	page_feed(&page, msg_text(rq->lang, MSG_portal_feed_legal), url_path(S(LEGAL_PATH "/atom.xml")));
	legal_page(&o, &page, &v);
	return page_reply(&o);
}

/* Only what this document names: a hash alone opens nothing. */
struct reply legal_file_reply(struct request *rq, const struct legal *l, struct str hash)
{
	READER held = { 0 };
	struct str bytes = { 0 };
	bool found = false, named = false;
	const struct fault *f = site_reader(rq, &held);

	for (int i = 0; i < l->files_n; i++)
		named = named || (!l->files[i].gone && str_eq(l->files[i].hash, hash));
	if (!f && named)
		f = record_file_read(held.db, hash, &bytes, &found);
	if (f)
		return reply_fault(f);
	const struct record_file_type *type = found ? record_file_type(bytes) : NULL;

	if (!type)
		return reply_error(404, msg_text(rq->lang, MSG_legal_web_no_file));
	return reply_file(rq, type->mime,
		str_fmt(rq->a, "%.*s.%s", ARG(legal_key(rq->a, l->sign)), type->extension), bytes);
}

struct reply legal_file_get(struct request *rq)
{
	const struct legal *l = NULL;
	struct legal_row r;
	const struct fault *f;

	{
		READER held = { 0 };

		f = site_reader(rq, &held);
		if (!f)
			f = find(rq, held.db, &r, &l);
	}
	if (f)
		return reply_fault(f);
	return l ? legal_file_reply(rq, l, request_param(rq, "hash"))
		 : reply_error(404, msg_text(rq->lang, MSG_legal_web_unknown));
}
