/* The tables of articles, and what a step does. */
#include "article/article.h"
#include "search/fold.h"

#define WORD(text, message) \
	{ \
		S_INIT(text), MSG_article_##message \
	}
#define END \
	{ \
		{ 0 }, MSG_record_yes \
	}
const struct record_word article_sections[ARTICLE_SECTIONS + 1] = { WORD("news", section_news),
	WORD("page", section_page), END };
const struct record_word article_categories[ARTICLE_CATEGORIES + 1] = { WORD("reform", c_reform),
	WORD("procedures", c_procedures), WORD("steering", c_steering), WORD("digital", c_digital),
	WORD("activities", c_activities), WORD("notices", c_notices), END };

#define X(name, text, kind, most, sealed, words) \
	{ S_INIT(#text), RECORD_##kind, most, sealed, MSG_article_f_##text, words },
static const struct record_field fields[ARTICLE_FIELD_N] = { ARTICLE_FIELDS(X) };
#undef X

#define X(name, text, from, to, roles, needed, other, basis) \
	{ S_INIT(#text), from, to, roles, needed, other, MSG_article_v_##text, S_INIT(basis) },
static const struct record_verb verbs[ARTICLE_VERB_N] = { ARTICLE_VERBS(X) };
#undef X

#define X(name, text) { S_INIT(#text), MSG_article_s_##text },
static const struct record_state states[ARTICLE_STATE_N] = { ARTICLE_STATES(X) };
#undef X

const struct record_kind article_kind = { S_INIT("article"), fields, ARTICLE_FIELD_N, verbs, ARTICLE_VERB_N,
	states, ARTICLE_STATE_N };

bool article_is_public(const struct article *x)
{
	return x->base.state == ARTICLE_IS_PUBLISHED || x->base.state == ARTICLE_IS_CORRECTING;
}

struct str article_slug_now(const struct article *x)
{
	return x->slugs_n ? x->slugs[x->slugs_n - 1] : (struct str){ 0 };
}

struct str article_slug_for(struct arena *a, struct str title, int64_t number, bool taken)
{
	struct str s = slug(a, title);

	if (!s.n)
		return str_fmt(a, "bai-%lld", (long long)number);
	return taken ? str_fmt(a, "%.*s-%lld", ARG(s), (long long)number) : s;
}

void article_take_text(struct article_text *t, const struct record_event *e)
{
	t->category = record_word(&article_kind, e, ARTICLE_CATEGORY) + 1;
	t->title = e->values[ARTICLE_TITLE];
	t->lead = e->values[ARTICLE_LEAD];
	t->body = e->values[ARTICLE_BODY];
	t->author = e->values[ARTICLE_AUTHOR];
	t->source = e->values[ARTICLE_SOURCE];
}

static void put_picture(struct article_picture *p, const struct record_event *e)
{
	if (e->values[ARTICLE_FILE].n)
		p->file = e->values[ARTICLE_FILE];
	p->alt = e->values[ARTICLE_ALT];
	p->caption = e->values[ARTICLE_CAPTION];
	p->absence = e->values[ARTICLE_ABSENCE];
}

static void change_pictures(struct article_text *t, const struct record_event *e)
{
	int64_t item = record_count(e, ARTICLE_PICTURE);
	bool known = item >= 1 && item <= t->pictures_n;

	if (e->verb == ARTICLE_DO_ADD_PICTURE && t->pictures_n < LIMIT_ARTICLE_PICTURES)
		put_picture(&t->pictures[t->pictures_n++], e);
	else if (e->verb == ARTICLE_DO_CHANGE_PICTURE && known)
		put_picture(&t->pictures[item - 1], e);
	else if (e->verb == ARTICLE_DO_REMOVE_PICTURE && known)
		t->pictures[item - 1] = (struct article_picture){ .gone = true };
}

static void change_attachments(struct article_text *t, const struct record_event *e)
{
	int64_t item = record_count(e, ARTICLE_ATTACHMENT);

	if (e->verb == ARTICLE_DO_ATTACH && t->attachments_n < LIMIT_ARTICLE_FILES)
		t->attachments[t->attachments_n++] = (struct article_attachment){ false,
			e->values[ARTICLE_FILE], e->values[ARTICLE_FILE_NAME], e->values[ARTICLE_LABEL] };
	else if (item >= 1 && item <= t->attachments_n)
		t->attachments[item - 1] = (struct article_attachment){ .gone = true };
}

static void let_out(struct article *x, const struct record_event *e)
{
	struct str s = e->values[ARTICLE_SLUG];

	if (s.n && !str_eq(s, article_slug_now(x)) && x->slugs_n < LIMIT_ARTICLE_SLUGS)
		x->slugs[x->slugs_n++] = s;
	x->shown = x->work;
	x->published = x->published == INSTANT_NONE ? e->happened : x->published;
	x->updated = e->happened;
	x->due = INSTANT_NONE;
	x->returned = (struct str){ 0 };
	if (e->verb == ARTICLE_DO_CONFIRM && x->notes_n < LIMIT_ARTICLE_NOTES)
		x->notes[x->notes_n++] = (struct article_note){ e->happened, x->pending_note };
	x->pending_note = (struct str){ 0 };
}

/* Steps that change what will be read; the rest only moves it. */
static bool is_writing(int verb)
{
	return verb <= ARTICLE_DO_DETACH || verb == ARTICLE_DO_CORRECT;
}

void article_apply(void *state, const struct record_event *e)
{
	struct article *x = state;

	if (is_writing(e->verb))
		x->writer = e->account;
	switch (e->verb) {
	case ARTICLE_DO_BEGIN:
		x->section =
			record_word(&article_kind, e, ARTICLE_SECTION) == 1 ? ARTICLE_PAGE : ARTICLE_NEWS;
		article_take_text(&x->work, e);
		break;
	case ARTICLE_DO_CORRECT:
		x->pending_note = e->values[ARTICLE_NOTE];
		article_take_text(&x->work, e);
		break;
	case ARTICLE_DO_EDIT: article_take_text(&x->work, e); break;
	case ARTICLE_DO_ADD_PICTURE:
	case ARTICLE_DO_CHANGE_PICTURE:
	case ARTICLE_DO_REMOVE_PICTURE: change_pictures(&x->work, e); break;
	case ARTICLE_DO_ATTACH:
	case ARTICLE_DO_DETACH: change_attachments(&x->work, e); break;
	case ARTICLE_DO_SUBMIT: x->returned = (struct str){ 0 }; break;
	case ARTICLE_DO_RETURN:
		x->returned = e->values[ARTICLE_REASON];
		x->due = INSTANT_NONE;
		break;
	case ARTICLE_DO_SCHEDULE: x->due = record_minute(e, ARTICLE_AT); break;
	case ARTICLE_DO_PUBLISH:
	case ARTICLE_DO_RELEASE:
	case ARTICLE_DO_CONFIRM: let_out(x, e); break;
	case ARTICLE_DO_ABANDON:
		x->work = x->shown;
		x->pending_note = (struct str){ 0 };
		break;
	case ARTICLE_DO_WITHDRAW:
		x->why_withdrawn = e->values[ARTICLE_REASON];
		x->withdrawn = e->happened;
		break;
	case ARTICLE_DO_DISCARD: break;
	default: impossible();
	}
}
