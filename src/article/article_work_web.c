/* The page of an article for those who write, the list, what waits. */
#include "article/article_parts_web.h"

#include "article/article_work_html.h"
#include "record/record_file.h"

enum { ITEM_LINKS = 2, LAST_PAGE = 100000 };

/* A step about one picture or attachment, when it can be taken. */
static void add_item_link(
	struct request *rq, const struct article *x, int verb, int number, struct article_item_view *item)
{
	int field = verb == ARTICLE_DO_DETACH ? ARTICLE_ATTACHMENT : ARTICLE_PICTURE;
	struct record_link *links = NEW_ARRAY(rq->a, struct record_link, ITEM_LINKS);
	struct url to;

	if (!record_can(rq, &article_pages, x, verb, &to))
		return;
	memcpy(links, item->links ? item->links : links, item->links_n * sizeof *links);
	links[item->links_n++] = (struct record_link){ msg_text(rq->lang, article_kind.verbs[verb].label),
		url_query_int(rq->a, to, article_kind.fields[field].name, number) };
	item->links = links;
}

static struct url file_url(struct request *rq, const struct article *x, struct str hash)
{
	struct url u = url_segment(
		rq->a, record_url(rq->a, &article_pages, x->base.number), S(ARTICLE_FILE_SEGMENT));

	return url_segment(rq->a, u, hash);
}

static void fill_pictures(struct request *rq, const struct article *x, struct article_work_view *v)
{
	struct article_item_view *list = NEW_ARRAY(rq->a, struct article_item_view, x->work.pictures_n + 1);

	for (int i = 0; i < x->work.pictures_n; i++) {
		const struct article_picture *p = &x->work.pictures[i];
		struct article_item_view *item = &list[v->pictures_n];

		if (p->gone)
			continue;
		*item = (struct article_item_view){ .number = i + 1,
			.what = p->caption.n ? p->caption : p->alt,
			.note = p->file.n ? p->alt : p->absence,
			.is_empty = !p->file.n,
			.has_file = p->file.n > 0 };
		if (item->has_file)
			item->file = file_url(rq, x, p->file);
		add_item_link(rq, x, ARTICLE_DO_CHANGE_PICTURE, i + 1, item);
		add_item_link(rq, x, ARTICLE_DO_REMOVE_PICTURE, i + 1, item);
		v->pictures_n++;
	}
	v->pictures = list;
}

static void fill_files(struct request *rq, const struct article *x, struct article_work_view *v)
{
	struct article_item_view *list =
		NEW_ARRAY(rq->a, struct article_item_view, x->work.attachments_n + 1);

	for (int i = 0; i < x->work.attachments_n; i++) {
		const struct article_attachment *f = &x->work.attachments[i];
		struct article_item_view *item = &list[v->files_n];

		if (f->gone)
			continue;
		*item = (struct article_item_view){ .number = i + 1,
			.what = f->label,
			.note = f->name,
			.has_file = true,
			.file = file_url(rq, x, f->file) };
		add_item_link(rq, x, ARTICLE_DO_DETACH, i + 1, item);
		v->files_n++;
	}
	v->files = list;
}

/* Steps about one item stand beside it. */
static void fill_links(struct request *rq, const struct article *x, struct article_work_view *v)
{
	struct record_link *list = NEW_ARRAY(rq->a, struct record_link, ARTICLE_VERB_N);

	for (int verb = 1; verb < ARTICLE_VERB_N; verb++) {
		struct url to;

		if (verb == ARTICLE_DO_CHANGE_PICTURE || verb == ARTICLE_DO_REMOVE_PICTURE ||
			verb == ARTICLE_DO_DETACH || !record_can(rq, &article_pages, x, verb, &to))
			continue;
		list[v->links_n++] =
			(struct record_link){ msg_text(rq->lang, article_kind.verbs[verb].label), to };
	}
	v->links = list;
}

must_check static const struct fault *fill(
	struct request *rq, const struct article *x, struct article_work_view *v)
{
	struct url here = record_url(rq->a, &article_pages, x->base.number);
	const struct article_places places = { url_segment(rq->a, here, S(ARTICLE_FILE_SEGMENT)),
		ARTICLE_DRAFT_PICTURES };

	v->title = x->work.title;
	v->section = msg_text(rq->lang, article_sections[x->section].name);
	v->state = msg_text(rq->lang, article_kind.states[x->base.state].name);
	v->tone = article_state_tone(x->base.state);
	v->returned = x->base.state == ARTICLE_IS_DRAFT ? x->returned : (struct str){ 0 };
	v->pending_note = x->pending_note;
	v->why_withdrawn = x->why_withdrawn;
	v->due = x->due;
	v->is_public = article_is_public(x);
	if (v->is_public)
		v->public_to = article_url(rq->a, x->section, article_slug_now(x));
	TRY(article_fill_alone(rq, &x->work, &places, &v->preview));
	v->preview.published = x->published;
	v->preview.updated = x->updated;
	v->check = article_check_of(rq, &x->work);
	fill_pictures(rq, x, v);
	fill_files(rq, x, v);
	fill_links(rq, x, v);
	return NULL;
}

struct reply article_get(struct request *rq)
{
	struct article_work_view v = { 0 };
	struct record_story story;
	void *state;
	const struct fault *f = record_open(rq, &article_pages, &state, &story);

	if (f)
		return reply_fault(f);
	if (!state)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	f = fill(rq, state, &v);
	if (f)
		return reply_fault(f);
	v.notice = record_notice(rq, &article_pages);
	v.lines = record_lines(rq, &article_pages, &story, &v.lines_n);
	struct page page = staff_page(rq, v.title);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	article_work_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* What a step of the article named, in whatever version. */
static struct str file_label(const struct record_story *story, struct str hash)
{
	for (int i = 0; i < story->n; i++)
		if (str_eq(story->events[i].values[ARTICLE_FILE], hash))
			return story->events[i].verb == ARTICLE_DO_ATTACH
				       ? story->events[i].values[ARTICLE_LABEL]
				       : S("anh");
	return (struct str){ 0 };
}

struct reply article_file_get(struct request *rq)
{
	struct str hash = request_param(rq, "hash"), label = { 0 };
	struct record_story story = { 0 };
	void *state;
	const struct fault *f = record_open(rq, &article_pages, &state, &story);

	if (f)
		return reply_fault(f);
	if (state && record_file_hash_valid(hash))
		label = file_label(&story, hash);
	return label.n ? article_send_file(rq, hash, label)
		       : reply_error(404, msg_text(rq->lang, MSG_article_web_no_file));
}

struct list_form {
	int64_t state, page;
};

/* The states as chips, with how many are in each; those that have none are left out. */
static void fill_chips(struct request *rq, const int64_t *counts, int chosen, struct article_work_list *v)
{
	struct article_state_chip *chips = NEW_ARRAY(rq->a, struct article_state_chip, ARTICLE_STATE_N);
	struct url all = url_path(S(ARTICLES_PATH));
	int64_t total = 0;

	for (int s = 1; s < ARTICLE_STATE_N; s++)
		total += counts[s];
	chips[v->chips_n++] = (struct article_state_chip){ all,
		msg_text(rq->lang, MSG_article_web_every_state), total, !chosen };
	for (int s = 1; s < ARTICLE_STATE_N; s++)
		if (counts[s])
			chips[v->chips_n++] = (struct article_state_chip){ url_query_int(rq->a, all,
										   S("trang-thai"), s),
				msg_text(rq->lang, article_kind.states[s].name), counts[s], s == chosen };
	v->chips = chips;
	v->pager = (struct pager){ chosen ? url_query_int(rq->a, all, S("trang-thai"), chosen) : all,
		S("trang"), 1, site_pages(chosen ? counts[chosen] : total) };
}

must_check static const struct fault *read_list(
	struct request *rq, const struct list_form *x, struct article_work_list *v)
{
	READER held = { 0 };
	const struct article_work_row *rows;
	int64_t counts[ARTICLE_STATE_N];

	TRY(site_reader(rq, &held));
	TRY(article_counts(held.db, counts));
	TRY(article_work(held.db, (int)x->state, LIMIT_PAGE_ROWS, (x->page - 1) * LIMIT_PAGE_ROWS, &rows,
		&v->items_n));
	struct article_work_item *items = NEW_ARRAY(rq->a, struct article_work_item, v->items_n + 1);

	for (size_t i = 0; i < v->items_n; i++)
		items[i] = (struct article_work_item){ record_url(rq->a, &article_pages, rows[i].number),
			rows[i].title, msg_text(rq->lang, article_kind.states[rows[i].state].name),
			msg_text(rq->lang, article_sections[rows[i].section].name),
			article_state_tone(rows[i].state), rows[i].changed, rows[i].due };
	v->items = items;
	fill_chips(rq, counts, (int)x->state, v);
	v->pager.page = x->page;
	return NULL;
}

struct reply articles_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_INT(struct list_form, state, "trang-thai", 0,
						       ARTICLE_STATE_N - 1),
		FIELD_INT(struct list_form, page, "trang", 1, LAST_PAGE) };
	struct list_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct url write = url_path(S(ARTICLES_PATH "/" RECORD_NEW_SEGMENT));
	struct article_work_list v = { .new_news = write,
		.new_page = url_query(rq->a, write, article_kind.fields[ARTICLE_SECTION].name,
			article_sections[ARTICLE_PAGE].text),
		.may_write = staff_role_at(rq, ARTICLE_WRITERS, S("")) != ROLE_NOBODY };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = read_list(rq, &x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_article_web_work));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	article_work_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

must_check static const struct fault *add_waiting(
	struct request *rq, struct db *db, int state, struct staff_line *lines, size_t *n)
{
	const struct article_work_row *rows;
	size_t count;

	TRY(article_work(db, state, STAFF_LINES, 0, &rows, &count));
	for (size_t i = 0; i < count && *n < STAFF_LINES; i++)
		lines[(*n)++] = (struct staff_line){ record_url(rq->a, &article_pages, rows[i].number),
			rows[i].title, msg_text(rq->lang, article_kind.states[state].name), TONE_WAIT };
	return NULL;
}

const struct fault *articles_waiting(struct request *rq, struct staff_lines *out)
{
	struct staff_line *lines = NEW_ARRAY(rq->a, struct staff_line, STAFF_LINES);
	READER held = { 0 };

	out->list = lines;
	out->n = 0;
	if (staff_role_at(rq, ARTICLE_APPROVERS, S("")) == ROLE_NOBODY)
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(add_waiting(rq, held.db, ARTICLE_IS_REVIEW, lines, &out->n));
	return add_waiting(rq, held.db, ARTICLE_IS_CORRECTING, lines, &out->n);
}
