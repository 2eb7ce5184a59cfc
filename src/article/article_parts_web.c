#include "article/article_parts_web.h"

#include "markdown/markdown_web.h"
#include "record/record_file.h"
#include "search/fold.h"

enum { KIND_CHARS = 4, FIGURES_AT_ONCE = 2 }; /* pieces whose pictures are seen without scrolling */

struct str article_category_name(enum lang lang, int category)
{
	return category > 0 && category <= ARTICLE_CATEGORIES
		       ? msg_text(lang, article_categories[category - 1].name)
		       : (struct str){ 0 };
}

struct str article_category_word(struct arena *a, int category)
{
	return slug(a, article_category_name(LANG_VI, category));
}

int article_category_of(struct arena *a, struct str word)
{
	for (int c = 1; c <= ARTICLE_CATEGORIES; c++)
		if (str_eq(article_category_word(a, c), word))
			return c;
	return 0;
}

struct url article_section_url(enum article_section section)
{
	return section == ARTICLE_PAGE ? url_path(S(GUIDES_PATH)) : url_path(S(NEWS_PATH));
}

struct url article_url(struct arena *a, enum article_section section, struct str slug)
{
	return url_segment(a, article_section_url(section), slug);
}

struct url article_category_url(struct arena *a, int category)
{
	struct url all = url_path(S(NEWS_PATH));

	return category ? url_query(a, all, S("chuyen-muc"), article_category_word(a, category)) : all;
}

/* As wide as the text, or the window. */
#define FIGURE_SIZES "(min-width: 46rem) 44rem, 94vw"

must_check static const struct fault *fill_figure(struct db *db, const struct article_text *t, int64_t number,
	const char *path, struct article_figure *f)
{
	const struct article_picture *p = number <= t->pictures_n ? &t->pictures[number - 1] : NULL;
	bool found;

	f->is_missing = true;
	if (!p || p->gone)
		return NULL;
	*f = (struct article_figure){
		.alt = p->alt, .caption = p->caption, .absence = p->absence, .is_empty = !p->file.n
	};
	if (f->is_empty)
		return NULL;
	TRY(picture_view_read(db, p->file, path, &f->picture, &found));
	f->is_missing = !found;
	f->picture.alt = p->alt;
	f->picture.sizes = S(FIGURE_SIZES);
	return NULL;
}

must_check static const struct fault *fill_parts(
	struct db *db, const struct article_text *t, const char *path, struct article_view *v)
{
	struct arena *a = db->a;
	struct markdown m = markdown_read(a, t->body);
	size_t n;
	const struct markdown_piece *pieces = markdown_pieces(a, &m, &n);
	struct article_part *parts = NEW_ARRAY(a, struct article_part, n + 1);

	for (size_t i = 0; i < n; i++) {
		struct article_figure *f = pieces[i].picture ? NEW(a, struct article_figure) : NULL;

		if (f)
			TRY(fill_figure(db, t, pieces[i].picture, path, f));
		if (f)
			f->picture.is_first = i < FIGURES_AT_ONCE;
		parts[i] = (struct article_part){ pieces[i].markup, f };
	}
	v->parts = parts;
	v->parts_n = n;
	return NULL;
}

/* "PDF", from the name; which kind it really is its bytes said when it was kept. */
static struct str kind_of(struct arena *a, struct str name)
{
	size_t dot = name.n;

	while (dot > 0 && name.p[dot - 1] != '.')
		dot--;
	struct str kind = str_sub(name, dot, name.n);
	struct buf b = { .a = a };

	for (size_t i = 0; dot > 0 && i < kind.n && kind.n <= KIND_CHARS; i++)
		if (kind.p[i] >= 'a' && kind.p[i] <= 'z')
			buf_char(&b, (char)(kind.p[i] - 'a' + 'A'));
		else if (kind.p[i] >= 'A' && kind.p[i] <= 'Z')
			buf_char(&b, kind.p[i]);
	return buf_str(&b);
}

static void fill_files(
	struct arena *a, const struct article_text *t, struct url below, struct article_view *v)
{
	struct article_file *files = NEW_ARRAY(a, struct article_file, t->attachments_n + 1);

	for (int i = 0; i < t->attachments_n; i++) {
		const struct article_attachment *f = &t->attachments[i];

		if (!f->gone)
			files[v->files_n++] = (struct article_file){ url_segment(a, below, f->file), f->label,
				kind_of(a, f->name) };
	}
	v->files = files;
}

const struct fault *article_fill(struct request *rq, struct db *db, const struct article_text *t,
	const struct article_places *places, struct article_view *v)
{
	v->title = t->title;
	v->lead = t->lead;
	v->author = t->author;
	v->source = t->source;
	v->category = article_category_name(rq->lang, t->category);
	v->category_to = article_category_url(rq->a, t->category);
	fill_files(rq->a, t, places->files, v);
	return fill_parts(db, t, places->pictures, v);
}

const struct fault *article_fill_alone(struct request *rq, const struct article_text *t,
	const struct article_places *places, struct article_view *v)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return article_fill(rq, held.db, t, places, v);
}

static struct str where_text(struct request *rq, const struct markdown_finding *f)
{
	struct buf b = { .a = rq->a };

	if (f->line)
		msg_article_web_at_line(&b, rq->lang, f->line);
	else if (f->picture)
		msg_article_web_at_picture(&b, rq->lang, f->picture);
	return buf_str(&b);
}

struct article_check article_check_of(struct request *rq, const struct article_text *t)
{
	struct markdown_findings f = article_lint(rq->a, t);
	struct article_said *said = NEW_ARRAY(rq->a, struct article_said, f.n + 1);
	size_t n = 0;

	for (int errors = 1; errors >= 0; errors--)
		for (size_t i = 0; i < f.n; i++)
			if (markdown_is_error(f.list[i].rule) == errors)
				said[n++] = (struct article_said){ errors, where_text(rq, &f.list[i]),
					f.list[i].quote,
					msg_text(rq->lang, markdown_rule_words(f.list[i].rule)) };
	return (struct article_check){ said, n, f.errors_n };
}

enum tone article_state_tone(int state)
{
	static const enum tone tones[ARTICLE_STATE_N] = { [ARTICLE_IS_REVIEW] = TONE_WAIT,
		[ARTICLE_IS_SCHEDULED] = TONE_INFO,
		[ARTICLE_IS_PUBLISHED] = TONE_GOOD,
		[ARTICLE_IS_CORRECTING] = TONE_WAIT,
		[ARTICLE_IS_WITHDRAWN] = TONE_WARN };

	return tones[state];
}

must_check static const struct fault *read_bytes(
	struct request *rq, struct str hash, struct str *bytes, bool *found)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return record_file_read(held.db, hash, bytes, found);
}

struct reply article_send_file(struct request *rq, struct str hash, struct str label)
{
	struct str bytes = { 0 }, name = slug(rq->a, label);
	bool found = false;
	const struct fault *f = read_bytes(rq, hash, &bytes, &found);
	const struct record_file_type *type = found ? record_file_type(bytes) : NULL;

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_article_web_no_file));
	return reply_file(rq, type ? type->mime : S("application/octet-stream"),
		str_fmt(rq->a, "%.*s.%s", ARG(name.n ? name : S("tep")), type ? type->extension : "bin"),
		bytes);
}
