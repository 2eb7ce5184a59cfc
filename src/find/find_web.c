/* The page of the site-wide search. */
#include "find/find_web.h"

#include "dossier/dossier_code.h"
#include "find/find_html.h"
#include "json/json_write.h"
#include "search/search_store.h"

enum { SHOWN = 5, SHOWN_ALONE = 20, LAST_PAGE = LIMIT_SEARCH_CANDIDATES / SHOWN_ALONE };

struct asked {
	struct str query;
	int group;
	int64_t page;
};
/* By group; procedures and documents have pages of their own. */
static const char *const group_words[] = { "thu-tuc", "co-quan", "van-ban", "tin-tuc", "trang", "phan-anh",
	NULL };
static const struct field asked_fields[] = {
	FIELD_TEXT(struct asked, query, "q", 0, LIMIT_QUERY_CHARS),
	FIELD_WORD(struct asked, group, "nhom", group_words),
	FIELD_INT(struct asked, page, "trang", 1, LAST_PAGE),
};
static const enum search_kind kinds[FIND_GROUPS] = { [FIND_LEGAL] = SEARCH_LEGAL,
	[FIND_ARTICLES] = SEARCH_ARTICLE,
	[FIND_PAGES] = SEARCH_PAGE,
	[FIND_FEEDBACK] = SEARCH_FEEDBACK };

static struct url group_url(struct request *rq, struct str query, enum find_group g)
{
	struct url u = url_query(rq->a, url_path(S(FIND_PATH)), S("q"), query);

	if (g == FIND_LEGAL)
		return url_query(rq->a, url_path(S("/van-ban")), S("q"), query);
	if (g == FIND_PROCEDURES)
		return url_query(rq->a, url_path(S("/thu-tuc")), S("q"), query);
	return url_query(rq->a, u, S("nhom"), str_of(group_words[g]));
}

/* What of a group is shown: the best few, or a page of it. */
static struct find_range range_of(const struct asked *asked)
{
	if (asked->group < 0)
		return (struct find_range){ 0, SHOWN };
	return (struct find_range){ (size_t)(asked->page - 1) * SHOWN_ALONE, SHOWN_ALONE };
}

/* Documents of one kind out of the index. */
must_check static const struct fault *add_indexed(struct request *rq, struct db *db,
	const struct asked *asked, enum find_group g, struct find_group_view *out)
{
	struct find_range range = range_of(asked);
	struct find_hit *hits = NEW_ARRAY(rq->a, struct find_hit, SHOWN_ALONE);
	struct search_found found;

	TRY(search_find(db, asked->query, kinds[g], range.from, range.count, &found));
	for (size_t i = 0; i < found.n; i++) {
		const struct search_hit *h = &found.hits[i];
		struct find_hit *hit = &hits[out->n];

		*hit = (struct find_hit){ .title = h->title, .day = h->day, .excerpt = h->excerpt };
		out->n += url_local(h->address, &hit->to);
	}
	out->hits = hits;
	out->total = found.total;
	out->more = found.more;
	return NULL;
}

must_check static const struct fault *add_group(struct request *rq, const struct catalogue *c, struct db *db,
	const struct asked *asked, enum find_group g, struct find_view *v)
{
	static const enum msg names[FIND_GROUPS] = { MSG_find_procedures, MSG_find_agencies, MSG_find_legal,
		MSG_find_articles, MSG_find_pages, MSG_find_feedback };
	struct find_group_view *out = &v->groups[g];

	out->id = str_of(group_words[g]);
	out->name = msg_text(rq->lang, names[g]);
	if (asked->group >= 0 && asked->group != (int)g)
		return NULL;
	if (g == FIND_PROCEDURES)
		find_procedures(rq, c, asked->query, out);
	else if (g == FIND_AGENCIES)
		find_agencies(rq, c, asked->query, range_of(asked), out);
	else
		TRY(add_indexed(rq, db, asked, g, out));
	v->total += out->total;
	if (asked->group < 0 && out->total > (int64_t)out->n)
		out->all = group_url(rq, asked->query, g);
	return NULL;
}

/* Nothing was found: what could have been meant. */
must_check static const struct fault *add_advice(
	struct request *rq, const struct catalogue *c, struct db *db, struct find_view *v)
{
	TRY(find_meant(rq, c, db, v->query, &v->meant));
	if (v->meant.n)
		v->meant_to = url_query(rq->a, url_path(S(FIND_PATH)), S("q"), v->meant);
	return find_ideas(rq, c, db, v->query, v->ideas, &v->ideas_n);
}

must_check static const struct fault *fill(
	struct request *rq, const struct catalogue *c, const struct asked *asked, struct find_view *v)
{
	READER held = { 0 };
	struct search_terms *t = NEW(rq->a, struct search_terms);

	search_terms_read(t, rq->a, asked->query);
	if (dossier_code_valid(asked->query))
		v->tracking = url_query(rq->a, url_path(S("/tra-cuu")), S("ma"), asked->query);
	if (!t->n)
		return NULL;
	TRY(site_reader(rq, &held));
	for (int g = 0; g < FIND_GROUPS; g++)
		TRY(add_group(rq, c, held.db, asked, (enum find_group)g, v));
	v->alone = asked->group >= 0;
	if (v->alone)
		v->pager = (struct pager){ group_url(rq, asked->query, (enum find_group)asked->group),
			S("trang"), asked->page, (v->total + SHOWN_ALONE - 1) / SHOWN_ALONE };
	return v->total ? NULL : add_advice(rq, c, held.db, v);
}

struct reply find_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .group = -1, .page = 1 };
	struct form form = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct find_view *v = NEW(rq->a, struct find_view);

	v->problem = site_form_problem(rq, &form);
	if (!v->problem.n && (asked.group == FIND_PROCEDURES || asked.group == FIND_LEGAL))
		return reply_see_other(group_url(rq, asked.query, (enum find_group)asked.group).s);
	v->query = v->problem.n ? form_raw(&form, "q") : asked.query;
	const struct fault *f = v->problem.n ? NULL : fill(rq, held.c, &asked, v);

	if (f)
		return reply_fault(f);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_find_title));
	struct html_out o = page_out(rq);

	page.has_errors = v->problem.n > 0;
	page.no_index = true;
	find_page(&o, &page, v);
	struct reply reply = page_reply(&o);

	reply.status = page.has_errors ? 400 : 200;
	return reply;
}

static struct str ideas_json(struct request *rq, const struct find_link *ideas, size_t n)
{
	struct buf b = { .a = rq->a };
	struct json_out j = { .out = &b };

	json_object(&j);
	json_key(&j, S("items"));
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_member_str(&j, S("title"), ideas[i].title);
		json_member_str(&j, S("to"), ideas[i].to.s);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return buf_str(&b);
}

struct reply find_ideas_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct asked, query, "q", 0, LIMIT_QUERY_CHARS) };
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	struct asked asked = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &asked);
	struct find_link ideas[LIMIT_SEARCH_IDEAS];
	size_t n = 0;
	const struct fault *f;

	if (form.error_count)
		return reply_problem(rq, 400, S(""), site_form_problem(rq, &form));
	f = site_reader(rq, &reader);
	if (!f)
		f = find_ideas(rq, held.c, reader.db, asked.query, ideas, &n);
	return f ? reply_fault(f) : reply_json(200, ideas_json(rq, ideas, n));
}
