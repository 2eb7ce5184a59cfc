#include "demo/demo_news_store.h"
#include "article/article_store.h"
#include "demo/demo_files.h"

/* A text of the pack: lines "name: value", an empty line, the body. */
struct piece {
	struct record_event first;
	struct str pictures[LIMIT_ARTICLE_PICTURES]; /* "caption | why there is no photograph" */
	int pictures_n;
	instant published;
};

static bool set_field(struct record_event *e, struct str name, struct str value)
{
	for (int f = 0; f < article_kind.fields_n; f++)
		if (str_eq(article_kind.fields[f].name, name)) {
			e->values[f] = value;
			return true;
		}
	return false;
}

static void set_line(struct piece *p, struct str line)
{
	struct str value = line, name;

	if (!str_cut(&value, ':', &name))
		impossible(); /* the file is ours */
	value = str_trim(value);
	if (str_eq(name, S("picture")) && p->pictures_n < LIMIT_ARTICLE_PICTURES)
		p->pictures[p->pictures_n++] = value;
	else if (str_eq(name, S("published")) ? !parse_local_minute(value, &p->published)
					      : !set_field(&p->first, name, value))
		impossible();
}

static struct piece *read_piece(struct arena *a, struct str file)
{
	struct piece *p = NEW(a, struct piece);
	struct str rest = file, line;

	while (str_cut(&rest, '\n', &line) && line.n)
		set_line(p, line);
	p->first.values[ARTICLE_BODY] = str_trim(rest);
	return p;
}

must_check static const struct fault *step(
	struct province *p, struct arena *a, const struct piece *piece, struct record_run *run)
{
	run->type = &article_type;
	run->event.by = ROLE_SYSTEM;
	run->event.happened = piece->published;
	TRY(writer_run(province_writer(p), a, record_run, run));
	if (run->refusal.refused || run->unknown)
		return FAULT(a, FAULT_CORRUPT, "an article of the demonstration is refused: %.*s",
			ARG(msg_text(LANG_EN, run->refusal.why)));
	return NULL;
}

must_check static const struct fault *publish(
	struct province *p, struct arena *a, const struct piece *piece, int64_t number)
{
	struct record_run submit = { .event = { .verb = ARTICLE_DO_SUBMIT, .record = number } },
			  out = { .event = { .verb = ARTICLE_DO_PUBLISH, .record = number } };

	TRY(step(p, a, piece, &submit));
	return step(p, a, piece, &out);
}

must_check static const struct fault *make_piece(
	struct province *p, struct arena *a, const struct piece *piece, int64_t *number)
{
	struct record_run begin = { .event = piece->first };

	begin.event.verb = ARTICLE_DO_BEGIN;
	TRY(step(p, a, piece, &begin));
	for (int i = 0; i < piece->pictures_n; i++) {
		struct record_run add = { .event = {
						  .verb = ARTICLE_DO_ADD_PICTURE, .record = begin.number } };
		struct str why = piece->pictures[i], caption;

		(void)str_cut(&why, '|', &caption);
		add.event.values[ARTICLE_CAPTION] = str_trim(caption);
		add.event.values[ARTICLE_ABSENCE] = str_trim(why);
		TRY(step(p, a, piece, &add));
	}
	*number = begin.number;
	return publish(p, a, piece, begin.number);
}

const struct fault *demo_news(struct province *p, struct arena *a, int64_t *article)
{
	ARENA work = { 0 };
	const struct fault *f = NULL;

	*article = 0;
	for (int i = 0; !f && i < demo_files_n; i++) {
		bool is_article = str_starts(demo_files[i].path, S("demo/article-"));
		int64_t number = 0;

		if (!is_article && !str_starts(demo_files[i].path, S("demo/guide-")))
			continue;
		f = make_piece(p, &work, read_piece(&work, demo_files[i].raw), &number);
		*article = is_article ? number : *article;
	}
	return f ? fault_at(a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}
