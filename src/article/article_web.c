/* Where articles are written: the record's steps and its page. */
#include "article/article_parts_web.h"

#include "article/article_work_html.h"
#include "picture/picture_store.h"
#include "picture/picture_web.h"
#include "record/record_file.h"
#include "record/record_form_web.h"

#define PREVIEW_PARAMETER "xem-truoc"
enum { CLIPPED_CHARS = 60 };

/* "2. Đoàn làm việc tại…" */
static struct str item_name(struct request *rq, int number, struct str text)
{
	struct str clip = utf8_clip(text, CLIPPED_CHARS);

	return str_fmt(rq->a, "%d. %.*s%s", number, ARG(clip), clip.n < text.n ? "…" : "");
}

static struct str picture_words(const struct article_picture *p)
{
	return p->caption.n ? p->caption : p->alt;
}

static void offer(struct request *rq, struct choice *list, size_t *n, int number, struct str text)
{
	list[(*n)++] = (struct choice){ str_fmt(rq->a, "%d", number), item_name(rq, number, text), false };
}

static const struct choice *choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	const struct article *x = state;
	struct choice *list =
		NEW_ARRAY(rq->a, struct choice, LIMIT_ARTICLE_PICTURES + LIMIT_ARTICLE_FILES + 1);
	size_t count = 0;

	*n = 0;
	if (!x || (field != ARTICLE_PICTURE && field != ARTICLE_ATTACHMENT))
		return NULL;
	list[count++] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), false };
	for (int i = 0; field == ARTICLE_PICTURE && i < x->work.pictures_n; i++)
		if (!x->work.pictures[i].gone)
			offer(rq, list, &count, i + 1, picture_words(&x->work.pictures[i]));
	for (int i = 0; field == ARTICLE_ATTACHMENT && i < x->work.attachments_n; i++)
		if (!x->work.attachments[i].gone)
			offer(rq, list, &count, i + 1, x->work.attachments[i].label);
	for (size_t i = 0; i < count; i++)
		list[i].chosen = str_eq(list[i].value, e->values[field]);
	*n = count;
	return list;
}

static void prefill_text(const struct article_text *t, struct record_event *e)
{
	if (t->category)
		e->values[ARTICLE_CATEGORY] = article_categories[t->category - 1].text;
	e->values[ARTICLE_TITLE] = t->title;
	e->values[ARTICLE_LEAD] = t->lead;
	e->values[ARTICLE_BODY] = t->body;
	e->values[ARTICLE_AUTHOR] = t->author;
	e->values[ARTICLE_SOURCE] = t->source;
}

static void prefill_picture(const struct article_text *t, struct record_event *e)
{
	int64_t item = record_count(e, ARTICLE_PICTURE);

	if (item < 1 || item > t->pictures_n || t->pictures[item - 1].gone)
		return;
	e->values[ARTICLE_ALT] = t->pictures[item - 1].alt;
	e->values[ARTICLE_CAPTION] = t->pictures[item - 1].caption;
	e->values[ARTICLE_ABSENCE] = t->pictures[item - 1].absence;
}

static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct article *x = state;

	if (e->verb == ARTICLE_DO_BEGIN) {
		e->values[ARTICLE_SECTION] = article_sections[ARTICLE_NEWS].text;
		e->values[ARTICLE_AUTHOR] = rq->session->name;
	}
	if (e->verb == ARTICLE_DO_EDIT || e->verb == ARTICLE_DO_CORRECT)
		prefill_text(&x->work, e);
	if (e->verb == ARTICLE_DO_CHANGE_PICTURE) {
		record_form_read_query(rq, &article_pages, e);
		prefill_picture(&x->work, e);
	}
	return NULL;
}

static struct str title(struct request *rq, const void *state)
{
	(void)rq;
	return ((const struct article *)state)->work.title;
}

static bool is_preview(struct request *rq)
{
	struct look {
		bool look;
	} look = { 0 };
	static const struct field fields[] = { FIELD_FLAG(struct look, look, PREVIEW_PARAMETER) };
	struct form form = form_read_body(rq, fields, COUNT(fields), &look);

	return !form.unreadable && look.look;
}

static bool own_form(struct request *rq, struct html_out *o, const struct record_form_page *f)
{
	const struct article *x = f->state;
	struct article_form_view v = { .step = f->view };
	bool has_text = f->event->verb == ARTICLE_DO_BEGIN || f->event->verb == ARTICLE_DO_EDIT ||
			f->event->verb == ARTICLE_DO_CORRECT;

	if (!has_text)
		return false;
	struct article_text *t = NEW(rq->a, struct article_text);

	if (x)
		*t = x->work;
	article_take_text(t, f->event);
	const struct article_places places = { url_path(S(ARTICLES_PATH)), ARTICLE_DRAFT_PICTURES };

	/* A preview that cannot be made is left out: the form, with what was typed, matters more. */
	v.has_preview = t->body.n > 0 && !article_fill_alone(rq, t, &places, &v.preview);
	if (v.has_preview)
		v.check = article_check_of(rq, t);
	article_form_page(o, f->page, f->staff, &v);
	return true;
}

/* A picture is decoded and made smaller before the step, not within its transaction. */
static const struct fault *take_file(struct request *rq, struct record_run *run)
{
	struct picture_made *made = NEW(rq->a, struct picture_made);
	enum picture_refusal why = PICTURE_FINE;

	if (run->event.verb == ARTICLE_DO_ATTACH)
		return NULL;
	TRY(picture_take(rq, run->file, made, &why));
	if (why)
		run->refusal = RECORD_REFUSED_AT(picture_refusal_words(why), ARTICLE_FILE);
	else
		run->beside = made;
	return NULL;
}

static const struct fault *command(struct write *w, void *arg)
{
	struct record_run *run = arg;

	if (run->beside)
		TRY(picture_keep(w->db, run->beside));
	TRY(record_run(w, run));
	if (run->refusal.refused || run->unknown || run->moved)
		db_undo(w->db);
	return NULL;
}

const struct record_web article_pages = { .type = &article_type,
	.path = ARTICLES_PATH,
	.agency_field = RECORD_NO_FIELD,
	.set_by_program = ARTICLE_F(SLUG),
	.file_segment = ARTICLE_FILE_SEGMENT,
	.title = title,
	.choices = choices,
	.prefill = prefill,
	.own_form = own_form,
	.take_file = take_file,
	.command = command,
	.only_looks = is_preview };

struct reply article_new_get(struct request *rq)
{
	return record_new_get(rq, &article_pages);
}

struct reply article_new_post(struct request *rq)
{
	return record_new_post(rq, &article_pages);
}

struct reply article_step_get(struct request *rq)
{
	return record_step_get(rq, &article_pages);
}

struct reply article_step_post(struct request *rq)
{
	return record_step_post(rq, &article_pages);
}

const struct fault *article_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &article_pages, agency, found);
}

const struct fault *article_picture_agency(struct request *rq, struct str *agency, bool *found)
{
	(void)rq;
	*agency = S("");
	*found = true;
	return NULL;
}
