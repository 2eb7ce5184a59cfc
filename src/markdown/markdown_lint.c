#include "markdown/markdown_lint.h"
#include "markdown/markdown_phrase.h"
#include "base/utf8.h"

enum { LONG_PARAGRAPH_CHARS = 1500, QUOTE_CHARS = 60 };

#define X(name, is_error, words) [MARKDOWN_IS_##name] = { (is_error), MSG_##words },
static const struct {
	bool is_error;
	enum msg words;
} rules[MARKDOWN_RULES_N] = { MARKDOWN_RULES(X) };
#undef X

bool markdown_is_error(enum markdown_rule rule)
{
	return rules[rule].is_error;
}

enum msg markdown_rule_words(enum markdown_rule rule)
{
	return rules[rule].words;
}

/* Where the look has come to. */
struct look {
	struct arena *a;
	const struct markdown *m;
	struct markdown_findings out;
	const struct markdown_shown *pictures;
	int pictures_n;
	int *times;    /* how often each picture is shown */
	int64_t level; /* of the newest heading */
	struct buf paragraph, link, heading;
	bool in_link, in_heading;
	int links;
};

static struct str shortened(struct arena *a, struct str s)
{
	struct str t = utf8_clip(str_trim(s), QUOTE_CHARS);

	return t.n < str_trim(s).n ? str_fmt(a, "%.*s…", ARG(t)) : t;
}

static void find(struct look *l, enum markdown_rule rule, int line, struct str quote)
{
	l->out.errors_n += rules[rule].is_error;
	if (l->out.n == LIMIT_MARKDOWN_FINDINGS)
		return;
	l->out.list[l->out.n++] = (struct markdown_finding){ rule, line, 0, shortened(l->a, quote) };
}

static void find_picture(struct look *l, enum markdown_rule rule, int picture, struct str quote)
{
	size_t n = l->out.n;

	find(l, rule, 0, quote);
	if (l->out.n > n)
		l->out.list[n].picture = picture;
}

static void end_link(struct look *l, const struct markdown_step *s)
{
	struct str words = str_trim(buf_str(&l->link)), clean;

	l->in_link = false;
	if (++l->links == LIMIT_MARKDOWN_LINKS + 1)
		find(l, MARKDOWN_IS_LINKS_MANY, s->line, words);
	if (!words.n)
		find(l, MARKDOWN_IS_LINK_EMPTY, s->line, s->address);
	else if (phrase_is_vague(l->a, words))
		find(l, MARKDOWN_IS_LINK_VAGUE, s->line, words);
	else if (phrase_is_address(words))
		find(l, MARKDOWN_IS_LINK_BARE, s->line, words);
	if (markdown_link(l->a, s->address, &clean) == MARKDOWN_NOWHERE)
		find(l, MARKDOWN_IS_LINK_NOWHERE, s->line, s->address.n ? s->address : words);
}

static void begin_heading(struct look *l, const struct markdown_step *s)
{
	l->in_heading = true;
	l->heading.n = 0;
	if (s->level > MARKDOWN_LEVELS)
		find(l, MARKDOWN_IS_HEADING_DEEP, s->line, S(""));
	else if (s->level > l->level + 1)
		find(l, MARKDOWN_IS_HEADING_SKIPPED, s->line, S(""));
	l->level = s->level;
}

static void end_heading(struct look *l, const struct markdown_step *s)
{
	struct str words = str_trim(buf_str(&l->heading));

	l->in_heading = false;
	if (!words.n)
		find(l, MARKDOWN_IS_HEADING_EMPTY, s->line, S(""));
	else if (phrase_is_shouted(words))
		find(l, MARKDOWN_IS_HEADING_CAPS, s->line, words);
}

static void end_paragraph(struct look *l, const struct markdown_step *s)
{
	struct str words = buf_str(&l->paragraph);

	if (utf8_count(words) > LONG_PARAGRAPH_CHARS)
		find(l, MARKDOWN_IS_PARAGRAPH_LONG, s->line, words);
	if (phrase_names_colour(l->a, words))
		find(l, MARKDOWN_IS_COLOUR_ALONE, s->line, words);
}

static void look_at_picture(struct look *l, size_t i)
{
	const struct markdown_step *s = &l->m->steps[i];
	int64_t n = markdown_picture(s->address);

	if (!n) {
		find(l, MARKDOWN_IS_PICTURE_FOREIGN, s->line, s->address);
		return;
	}
	if (i == 0 || !markdown_is_figure(l->m, i - 1))
		find(l, MARKDOWN_IS_PICTURE_PLACE, s->line, s->address);
	if (n > l->pictures_n || l->pictures[n - 1].gone)
		find(l, MARKDOWN_IS_PICTURE_UNKNOWN, s->line, s->address);
	else if (l->times[n - 1]++ == 1)
		find(l, MARKDOWN_IS_PICTURE_TWICE, s->line, s->address);
}

static void add_words(struct look *l, struct str words)
{
	buf_add(&l->paragraph, words);
	if (l->in_link)
		buf_add(&l->link, words);
	if (l->in_heading)
		buf_add(&l->heading, words);
}

static void look_at_leaf(struct look *l, size_t i)
{
	const struct markdown_step *s = &l->m->steps[i];

	switch ((int)s->kind) {
	case MARKDOWN_PICTURE: look_at_picture(l, i); break;
	case MARKDOWN_HTML: find(l, MARKDOWN_IS_HTML_TYPED, s->line, s->text); break;
	case MARKDOWN_SOFT_BREAK:
	case MARKDOWN_BREAK: add_words(l, S(" ")); break;
	case MARKDOWN_TEXT:
	case MARKDOWN_CODE: add_words(l, s->text); break;
	default: break;
	}
}

static void look_at(struct look *l, size_t i)
{
	const struct markdown_step *s = &l->m->steps[i];

	switch ((int)s->kind) {
	case MARKDOWN_HEADING: (s->ends ? end_heading : begin_heading)(l, s); break;
	case MARKDOWN_LINK:
		l->in_link = true;
		l->link.n = 0;
		break;
	case MARKDOWN_PARAGRAPH:
		if (s->ends)
			end_paragraph(l, s);
		l->paragraph.n = 0;
		break;
	default:
		if (s->kind >= MARKDOWN_LEAF)
			look_at_leaf(l, i);
	}
}

/* The beginning of the link that ends here: links do not stand in each other. */
static const struct markdown_step *link_of(const struct markdown *m, size_t end)
{
	while (m->steps[end].kind != MARKDOWN_LINK || m->steps[end].ends)
		end--;
	return &m->steps[end];
}

static void look_at_pictures(struct look *l)
{
	for (int i = 0; i < l->pictures_n; i++) {
		const struct markdown_shown *p = &l->pictures[i];

		if (p->gone)
			continue;
		if (!p->is_empty && !p->alt.n)
			find_picture(l, MARKDOWN_IS_ALT_MISSING, i + 1, p->caption);
		else if (!p->is_empty && phrase_is_file_name(l->a, p->alt))
			find_picture(l, MARKDOWN_IS_ALT_FILE_NAME, i + 1, p->alt);
		else if (!p->is_empty && p->caption.n && str_eq(p->alt, p->caption))
			find_picture(l, MARKDOWN_IS_ALT_LIKE_CAPTION, i + 1, p->alt);
		if (!l->times[i])
			find_picture(
				l, MARKDOWN_IS_PICTURE_UNUSED, i + 1, p->caption.n ? p->caption : p->alt);
	}
}

struct markdown_findings markdown_lint(
	struct arena *a, const struct markdown *m, const struct markdown_shown *pictures, int pictures_n)
{
	struct look l = { .a = a,
		.m = m,
		.pictures = pictures,
		.pictures_n = pictures_n,
		.times = NEW_ARRAY(a, int, pictures_n + 1),
		.paragraph = { .a = a },
		.link = { .a = a },
		.heading = { .a = a } };

	l.out.list = NEW_ARRAY(a, struct markdown_finding, LIMIT_MARKDOWN_FINDINGS);
	if (!markdown_words(a, m).n)
		find(&l, MARKDOWN_IS_EMPTY, 0, S(""));
	for (size_t i = 0; i < m->n; i++) {
		if (m->steps[i].kind == MARKDOWN_LINK && m->steps[i].ends)
			end_link(&l, link_of(m, i));
		else
			look_at(&l, i);
	}
	if (m->too_deep)
		find(&l, MARKDOWN_IS_TOO_DEEP, 0, S(""));
	if (m->too_long)
		find(&l, MARKDOWN_IS_TOO_LONG, 0, S(""));
	look_at_pictures(&l);
	return l.out;
}
