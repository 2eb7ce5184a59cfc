/* What no table can say of the steps of an article. */
#include "article/article.h"
#include "picture/picture.h"
#include "record/record_file.h"

enum { LONGEST_SCHEDULE_DAYS = 366 };

struct markdown_findings article_lint(struct arena *a, const struct article_text *t)
{
	struct markdown_shown *shown = NEW_ARRAY(a, struct markdown_shown, t->pictures_n + 1);
	struct markdown m = markdown_read(a, t->body);

	for (int i = 0; i < t->pictures_n; i++) {
		const struct article_picture *p = &t->pictures[i];

		shown[i] = (struct markdown_shown){ p->gone, !p->file.n, p->alt, p->caption };
	}
	return markdown_lint(a, &m, shown, t->pictures_n);
}

struct record_refusal article_file_fits(int verb, struct str bytes)
{
	const struct record_file_type *type = record_file_type(bytes);
	struct str mime = type ? type->mime : (struct str){ 0 };
	struct picture_head head;
	bool is_picture = str_starts(mime, S("image/"));

	if (verb == ARTICLE_DO_ATTACH && is_picture)
		return RECORD_REFUSED_AT(MSG_article_no_document, ARTICLE_FILE);
	if (verb == ARTICLE_DO_ATTACH)
		return RECORD_FINE;
	enum picture_refusal why = picture_read_head(bytes, &head);

	return why ? RECORD_REFUSED_AT(picture_refusal_words(why), ARTICLE_FILE) : RECORD_FINE;
}

static struct record_refusal decide_text(enum article_section section, const struct record_event *e)
{
	if (section == ARTICLE_NEWS && !e->values[ARTICLE_CATEGORY].n)
		return RECORD_REFUSED_AT(MSG_article_no_category, ARTICLE_CATEGORY);
	if (section == ARTICLE_PAGE && e->values[ARTICLE_CATEGORY].n)
		return RECORD_REFUSED_AT(MSG_article_page_category, ARTICLE_CATEGORY);
	return RECORD_FINE;
}

/* A picture needs words for those who do not see it; a frame without one, words for everybody. */
static struct record_refusal decide_frame(bool has_picture, const struct record_event *e)
{
	if (has_picture && !e->values[ARTICLE_ALT].n)
		return RECORD_REFUSED_AT(MSG_article_no_alt, ARTICLE_ALT);
	if (has_picture && e->values[ARTICLE_ABSENCE].n)
		return RECORD_REFUSED_AT(MSG_article_no_absence, ARTICLE_ABSENCE);
	if (!has_picture && !e->values[ARTICLE_CAPTION].n)
		return RECORD_REFUSED_AT(MSG_article_frame_caption, ARTICLE_CAPTION);
	if (!has_picture && !e->values[ARTICLE_ABSENCE].n)
		return RECORD_REFUSED_AT(MSG_article_frame_absence, ARTICLE_ABSENCE);
	if (!has_picture && e->values[ARTICLE_ALT].n)
		return RECORD_REFUSED_AT(MSG_article_frame_alt, ARTICLE_ALT);
	return RECORD_FINE;
}

static struct record_refusal decide_picture(const struct article_text *t, const struct record_event *e)
{
	bool given = e->values[ARTICLE_FILE].n > 0;
	int64_t item = record_count(e, ARTICLE_PICTURE);

	if (e->verb == ARTICLE_DO_ADD_PICTURE)
		return t->pictures_n >= LIMIT_ARTICLE_PICTURES ? RECORD_REFUSED(MSG_article_pictures_full)
							       : decide_frame(given, e);
	if (item < 1 || item > t->pictures_n || t->pictures[item - 1].gone)
		return RECORD_REFUSED_AT(MSG_article_unknown_picture, ARTICLE_PICTURE);
	if (e->verb == ARTICLE_DO_REMOVE_PICTURE)
		return RECORD_FINE;
	return decide_frame(given || t->pictures[item - 1].file.n > 0, e);
}

static struct record_refusal decide_attachment(const struct article_text *t, const struct record_event *e)
{
	int64_t item = record_count(e, ARTICLE_ATTACHMENT);

	if (e->verb == ARTICLE_DO_ATTACH)
		return t->attachments_n >= LIMIT_ARTICLE_FILES ? RECORD_REFUSED(MSG_article_files_full)
							       : RECORD_FINE;
	if (item < 1 || item > t->attachments_n || t->attachments[item - 1].gone)
		return RECORD_REFUSED_AT(MSG_article_unknown_file, ARTICLE_ATTACHMENT);
	return RECORD_FINE;
}

/* What may be shown to readers. */
static struct record_refusal decide_whole(const struct article *x, const struct article_env *env)
{
	if (!x->work.lead.n && x->section == ARTICLE_NEWS)
		return RECORD_REFUSED(MSG_article_no_lead);
	if (env->errors)
		return RECORD_REFUSED(MSG_article_has_errors);
	return RECORD_FINE;
}

static bool is_slug(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && !(s.p[i] >= '0' && s.p[i] <= '9') && s.p[i] != '-')
			return false;
	return s.n > 0;
}

static struct record_refusal decide_letting_out(
	const struct article *x, const struct record_event *e, const struct article_env *env)
{
	struct str s = e->values[ARTICLE_SLUG];
	struct record_refusal r = decide_whole(x, env);

	if (r.refused)
		return r;
	if (x->writer && e->account == x->writer)
		return RECORD_REFUSED(MSG_article_own_work);
	if (e->verb == ARTICLE_DO_SCHEDULE)
		return RECORD_FINE;
	if (!is_slug(s) || env->slug_taken)
		return RECORD_REFUSED(MSG_article_slug_taken);
	if (x->slugs_n >= LIMIT_ARTICLE_SLUGS && !str_eq(s, article_slug_now(x)))
		return RECORD_REFUSED(MSG_article_slugs_full);
	return RECORD_FINE;
}

static struct record_refusal decide_schedule(
	const struct article *x, const struct record_event *e, const struct article_env *env)
{
	instant at = record_minute(e, ARTICLE_AT);

	if (at <= e->recorded)
		return RECORD_REFUSED_AT(MSG_article_at_past, ARTICLE_AT);
	if (at > e->recorded + (instant)LONGEST_SCHEDULE_DAYS * DAY_S)
		return RECORD_REFUSED_AT(MSG_article_at_far, ARTICLE_AT);
	return decide_letting_out(x, e, env);
}

static struct record_refusal decide_correct(const struct article *x, const struct record_event *e)
{
	if (x->notes_n >= LIMIT_ARTICLE_NOTES)
		return RECORD_REFUSED(MSG_article_notes_full);
	return decide_text(x->section, e);
}

struct record_refusal article_decide(const void *state, const struct record_event *e, const void *env)
{
	const struct article *x = state;

	switch (e->verb) {
	case ARTICLE_DO_BEGIN:
		return decide_text(
			record_word(&article_kind, e, ARTICLE_SECTION) == 1 ? ARTICLE_PAGE : ARTICLE_NEWS, e);
	case ARTICLE_DO_EDIT: return decide_text(x->section, e);
	case ARTICLE_DO_CORRECT: return decide_correct(x, e);
	case ARTICLE_DO_ADD_PICTURE:
	case ARTICLE_DO_CHANGE_PICTURE:
	case ARTICLE_DO_REMOVE_PICTURE: return decide_picture(&x->work, e);
	case ARTICLE_DO_ATTACH:
	case ARTICLE_DO_DETACH: return decide_attachment(&x->work, e);
	case ARTICLE_DO_SUBMIT: return decide_whole(x, env);
	case ARTICLE_DO_SCHEDULE: return decide_schedule(x, e, env);
	case ARTICLE_DO_RELEASE:
		if (e->recorded < x->due)
			return RECORD_REFUSED(MSG_article_not_due);
		return decide_letting_out(x, e, env);
	case ARTICLE_DO_PUBLISH:
	case ARTICLE_DO_CONFIRM: return decide_letting_out(x, e, env);
	case ARTICLE_DO_RETURN:
	case ARTICLE_DO_ABANDON:
	case ARTICLE_DO_WITHDRAW:
	case ARTICLE_DO_DISCARD: return RECORD_FINE;
	default: impossible();
	}
}
