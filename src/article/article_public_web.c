/* What readers see. */
#include "article/article_parts_web.h"

#include "article/article_html.h"
#include "legal/legal_web.h"
#include "picture/picture_web.h"
#include "portal/meta.h"
#include "record/record_file.h"

enum { NEWEST_SHOWN = 6, DOCUMENTS_SHOWN = 3, LAST_PAGE = 100000 };

static enum article_section section_of(const struct request *rq)
{
	return str_starts(rq->path, S(GUIDES_PATH)) ? ARTICLE_PAGE : ARTICLE_NEWS;
}

static const struct article_item *items_of(
	struct request *rq, enum article_section section, const struct article_row *rows, size_t n)
{
	struct article_item *items = NEW_ARRAY(rq->a, struct article_item, n + 1);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct article_item){ article_url(rq->a, section, rows[i].slug), rows[i].title,
			rows[i].lead, article_category_name(rq->lang, rows[i].category), rows[i].published };
	return items;
}

const struct fault *article_newest(struct request *rq, struct db *db, enum article_section section,
	int64_t but, const struct article_item **items, size_t *n)
{
	const struct article_ask ask = { section, 0, NEWEST_SHOWN, 0 };
	const struct article_row *rows;
	size_t count;

	TRY(article_list(db, &ask, &rows, &count));
	struct article_row *kept = NEW_ARRAY(rq->a, struct article_row, count + 1);

	*n = 0;
	for (size_t i = 0; i < count; i++)
		if (rows[i].number != but)
			kept[(*n)++] = rows[i];
	*items = items_of(rq, section, kept, *n);
	return NULL;
}

static struct page page_of(struct request *rq, enum article_section section, struct str title)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, section == ARTICLE_NEWS ? NAV_NEWS : NAV_NONE, title);

	page.owner = str_dup(rq->a, page.owner);
	if (section == ARTICLE_NEWS)
		page_feed(&page, msg_text(rq->lang, MSG_portal_feed_news), url_path(S("/tin-tuc/atom.xml")));
	return page;
}

static void add_crumbs(struct request *rq, enum article_section section, struct page *page)
{
	page_crumb(page, rq->lang,
		msg_text(rq->lang, section == ARTICLE_PAGE ? MSG_article_web_guides : MSG_article_web_news),
		article_section_url(section));
}

/* For search engines and social networks: the first picture stands for the article. */
static void add_meta(struct request *rq, const struct article_public *x, const struct article_view *v,
	bool is_news, struct url here, struct page *page)
{
	page->description = x->shown.lead;
	page->meta.canonical = here;
	page->meta.type = S("article");
	page->meta.published = x->published;
	page->meta.modified = x->updated;
	for (size_t i = 0; i < v->parts_n && !page->meta.image.s.n; i++) {
		const struct article_figure *f = v->parts[i].figure;

		if (!f || f->is_empty || f->is_missing)
			continue;
		page->meta.image = f->picture.src;
		page->meta.image_width = f->picture.width;
		page->meta.image_height = f->picture.height;
		page->meta.image_alt = f->alt;
	}
	if (is_news)
		page_linked(page, linked_article(rq->a, page, v->author, v->category));
}

static struct reply show_article(
	struct request *rq, enum article_section section, const struct article_public *x, struct db *db)
{
	struct url here = article_url(rq->a, section, x->slug);
	struct article_page_view v = { .is_news = section == ARTICLE_NEWS,
		.all = article_section_url(section) };
	struct page page = page_of(rq, section, x->shown.title);
	struct html_out o = page_out(rq);
	const struct article_places places = { url_segment(rq->a, here, S(ARTICLE_FILE_SEGMENT)),
		PICTURE_PATH };
	const struct fault *f = article_newest(rq, db, section, x->number, &v.newest, &v.newest_n);

	f = f ? f : article_fill(rq, db, &x->shown, &places, &v.article);
	if (!f && v.is_news)
		f = rating_view_read(rq, db, x->number, here, &v.rating);
	if (!f && v.is_news)
		f = legal_newest(rq, db, DOCUMENTS_SHOWN, &v.documents);
	if (f)
		return reply_fault(f);
	v.article.published = x->published;
	v.article.updated = x->updated;
	v.article.notes = x->notes;
	v.article.notes_n = x->notes_n;
	v.visits = visit_view_of(rq);
	add_meta(rq, x, &v.article, v.is_news, here, &page);
	add_crumbs(rq, section, &page);
	if (x->shown.category)
		page_crumb(&page, rq->lang, v.article.category, v.article.category_to);
	article_page(&o, &page, &v);
	return page_reply(&o);
}

static struct reply show_gone(
	struct request *rq, enum article_section section, const struct article_finding *found)
{
	struct article_gone_view v = { found->why, found->withdrawn, article_section_url(section),
		section == ARTICLE_NEWS };
	struct page page = page_of(rq, section, msg_text(rq->lang, MSG_article_web_gone));
	struct html_out o = page_out(rq);

	page.no_index = true;
	add_crumbs(rq, section, &page);
	article_gone_page(&o, &page, &v);
	struct reply r = page_reply(&o);

	r.status = 410;
	return r;
}

static struct reply moved(struct request *rq, struct url to)
{
	struct reply r = reply_text(301, S(""));

	(void)rq;
	r.location = to.s;
	return r;
}

struct reply article_public_get(struct request *rq)
{
	enum article_section section = section_of(rq);
	struct article_finding found = { 0 };
	READER held = { 0 };
	const struct fault *f = site_reader(rq, &held);

	if (!f)
		f = article_find(held.db, section, request_param(rq, "slug"), &found);
	if (f)
		return reply_fault(f);
	switch (found.found) {
	case ARTICLE_FOUND: return show_article(rq, section, found.article, held.db);
	case ARTICLE_MOVED: return moved(rq, article_url(rq->a, section, found.slug));
	case ARTICLE_GONE: return show_gone(rq, section, &found);
	case ARTICLE_UNKNOWN: break;
	}
	return reply_error(404, msg_text(rq->lang, MSG_article_web_unknown));
}

struct reply article_rate_post(struct request *rq)
{
	struct article_finding found = { 0 };
	READER held = { 0 };
	const struct fault *f = site_reader(rq, &held);

	if (!f)
		f = article_find(held.db, ARTICLE_NEWS, request_param(rq, "slug"), &found);
	held_reader_end(&held);
	if (f)
		return reply_fault(f);
	if (found.found != ARTICLE_FOUND)
		return reply_error(404, msg_text(rq->lang, MSG_article_web_unknown));
	const struct rating_target target = { found.article->number, found.article->shown.title,
		article_url(rq->a, ARTICLE_NEWS, found.article->slug) };

	return rating_post(rq, &target);
}

/* A hash alone opens nothing: the article of the address must be public and have that attachment. */
struct reply article_public_file_get(struct request *rq)
{
	struct str hash = request_param(rq, "hash");
	struct article_finding found = { 0 };
	const struct fault *f = NULL;

	if (record_file_hash_valid(hash)) {
		READER held = { 0 };

		f = site_reader(rq, &held);
		if (!f)
			f = article_find(held.db, section_of(rq), request_param(rq, "slug"), &found);
	}
	if (f)
		return reply_fault(f);
	for (int i = 0; found.found == ARTICLE_FOUND && i < found.article->shown.attachments_n; i++)
		if (str_eq(found.article->shown.attachments[i].file, hash))
			return article_send_file(rq, hash, found.article->shown.attachments[i].label);
	return reply_error(404, msg_text(rq->lang, MSG_article_web_no_file));
}

struct list_form {
	struct str category;
	int64_t page;
};

/* The chips above the list; the first is all. */
static void offer_categories(struct request *rq, int chosen, struct article_list_view *v)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, ARTICLE_CATEGORIES + 1);

	v->category_urls = NEW_ARRAY(rq->a, struct url, ARTICLE_CATEGORIES + 1);
	for (int c = 0; c <= ARTICLE_CATEGORIES; c++) {
		list[c] = (struct choice){ article_category_word(rq->a, c),
			c ? article_category_name(rq->lang, c)
			  : msg_text(rq->lang, MSG_article_web_all_categories),
			c == chosen };
		v->category_urls[c] = article_category_url(rq->a, c);
	}
	v->categories = list;
	v->categories_n = ARTICLE_CATEGORIES + 1;
	v->category = article_category_name(rq->lang, chosen);
}

must_check static const struct fault *read_list(struct request *rq, enum article_section section,
	int category, int64_t page, struct article_list_view *v)
{
	const struct article_ask ask = { section, category, LIMIT_PAGE_ROWS, (page - 1) * LIMIT_PAGE_ROWS };
	const struct article_row *rows;
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	TRY(article_count(held.db, section, category, &v->total));
	TRY(article_list(held.db, &ask, &rows, &v->items_n));
	v->items = items_of(rq, section, rows, v->items_n);
	return NULL;
}

struct reply news_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct list_form, category, "chuyen-muc", 0,
						       LIMIT_CODE_CHARS),
		FIELD_INT(struct list_form, page, "trang", 1, LAST_PAGE) };
	struct list_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	int category = article_category_of(rq->a, x.category);
	struct article_list_view v = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	if (x.category.n && !category)
		return reply_error(404, S(""));
	const struct fault *f = read_list(rq, ARTICLE_NEWS, category, x.page, &v);

	if (f)
		return reply_fault(f);
	offer_categories(rq, category, &v);
	v.pager = (struct pager){ article_category_url(rq->a, category), S("trang"), x.page,
		site_pages(v.total) };
	struct page page = page_of(rq, ARTICLE_NEWS, msg_text(rq->lang, MSG_article_web_news));
	struct html_out o = page_out(rq);

	if (category) {
		page.title = v.category;
		add_crumbs(rq, ARTICLE_NEWS, &page);
	}
	article_list_page(&o, &page, &v);
	return page_reply(&o);
}

struct reply guides_get(struct request *rq)
{
	struct article_list_view v = { 0 };
	const struct fault *f = read_list(rq, ARTICLE_PAGE, 0, 1, &v);
	struct page page = page_of(rq, ARTICLE_PAGE, msg_text(rq->lang, MSG_article_web_guides));
	struct html_out o = page_out(rq);

	if (f)
		return reply_fault(f);
	guide_list_page(&o, &page, &v);
	return page_reply(&o);
}
