#include "markdown/markdown_web.h"
#include "markdown/markdown_lint.h"

struct writing {
	struct arena *a;
	struct html_out out;
	struct html_capture capture;
	struct markdown_piece *pieces;
	size_t n, cap;
	bool link_open[LIMIT_MARKDOWN_DEPTH + 1]; /* by depth: whether <a> was written */
	bool ordered[LIMIT_MARKDOWN_DEPTH + 1];
	int64_t level; /* of the open heading */
};

static void raw(struct writing *w, const char *markup)
{
	html_raw(&w->out, str_of(markup));
}

static void add_piece(struct writing *w, struct markdown_piece piece)
{
	if (!piece.markup.s.n && !piece.picture)
		return;
	w->pieces = arena_grow(w->a, w->pieces, w->n, &w->cap, sizeof *w->pieces);
	w->pieces[w->n++] = piece;
}

/* The stretch so far becomes a piece, the picture the next one. */
static void cut(struct writing *w, int64_t picture)
{
	add_piece(w, (struct markdown_piece){ .markup = html_capture_end(&w->out, &w->capture) });
	if (picture)
		add_piece(w, (struct markdown_piece){ .picture = picture });
	html_capture_begin(&w->out, &w->capture);
}

static bool address_of(struct writing *w, struct str typed, struct url *to)
{
	struct str clean;

	switch (markdown_link(w->a, typed, &clean)) {
	case MARKDOWN_WEB: return url_external(clean, to);
	case MARKDOWN_OWN: return url_local(clean, to);
	case MARKDOWN_MAIL: *to = url_mail(w->a, clean); return true;
	case MARKDOWN_PHONE: *to = url_phone(w->a, clean); return true;
	case MARKDOWN_NOWHERE: return false;
	}
	return false;
}

/* A link that leads nowhere is its words. */
static void write_link(struct writing *w, const struct markdown_step *s)
{
	struct url to = { 0 };

	if (s->ends) {
		if (w->link_open[s->depth])
			raw(w, "</a>");
		return;
	}
	w->link_open[s->depth] = address_of(w, s->address, &to);
	if (!w->link_open[s->depth])
		return;
	raw(w, "<a href=\"");
	html_address(&w->out, to);
	raw(w, "\">");
}

static void write_heading(struct writing *w, const struct markdown_step *s)
{
	static const char *const begins[] = { "<h2>", "<h3>", "<h4>" };
	static const char *const ends[] = { "</h2>\n", "</h3>\n", "</h4>\n" };

	if (!s->ends)
		w->level = s->level < MARKDOWN_LEVELS ? s->level : MARKDOWN_LEVELS;
	raw(w, s->ends ? ends[w->level - 1] : begins[w->level - 1]);
}

static void write_list(struct writing *w, const struct markdown_step *s)
{
	if (s->ends) {
		raw(w, w->ordered[s->depth] ? "</ol>\n" : "</ul>\n");
		return;
	}
	w->ordered[s->depth] = s->ordered;
	if (s->ordered && s->level != 1) {
		raw(w, "<ol start=\"");
		html_int(&w->out, s->level);
		raw(w, "\">\n");
	} else {
		raw(w, s->ordered ? "<ol>\n" : "<ul>\n");
	}
}

static void write_leaf(struct writing *w, const struct markdown_step *s)
{
	switch ((int)s->kind) {
	case MARKDOWN_RULE: raw(w, "<hr>\n"); break;
	case MARKDOWN_BREAK: raw(w, "<br>"); break;
	case MARKDOWN_SOFT_BREAK: raw(w, "\n"); break;
	case MARKDOWN_CODE_BLOCK:
		raw(w, "<pre><code>");
		html_str(&w->out, s->text);
		raw(w, "</code></pre>\n");
		break;
	case MARKDOWN_CODE:
		raw(w, "<code>");
		html_str(&w->out, s->text);
		raw(w, "</code>");
		break;
	default: html_str(&w->out, s->text); /* words, HTML as words, what stands in a picture's brackets */
	}
}

/* HTML at the top is no paragraph of its own to cmark. */
static void write_html(struct writing *w, const struct markdown_step *s, bool is_block)
{
	raw(w, is_block ? "<p>" : "");
	html_str(&w->out, s->text);
	raw(w, is_block ? "</p>\n" : "");
}

static void write_step(struct writing *w, const struct markdown_step *s)
{
	static const struct {
		const char *begin, *end;
	} tags[MARKDOWN_LEAF] = { [MARKDOWN_PARAGRAPH] = { "<p>", "</p>\n" },
		[MARKDOWN_ITEM] = { "<li>", "</li>\n" },
		[MARKDOWN_QUOTE] = { "<blockquote>", "</blockquote>\n" },
		[MARKDOWN_STRONG] = { "<strong>", "</strong>" },
		[MARKDOWN_EMPHASIS] = { "<em>", "</em>" } };

	if (s->kind == MARKDOWN_HEADING)
		write_heading(w, s);
	else if (s->kind == MARKDOWN_LIST)
		write_list(w, s);
	else if (s->kind == MARKDOWN_LINK)
		write_link(w, s);
	else if (s->kind < MARKDOWN_LEAF)
		raw(w, s->ends ? tags[s->kind].end : tags[s->kind].begin);
	else if (s->kind == MARKDOWN_HTML)
		write_html(w, s, s->depth == 0);
	else
		write_leaf(w, s);
}

const struct markdown_piece *markdown_pieces(struct arena *a, const struct markdown *m, size_t *n)
{
	struct buf out = { .a = a };
	struct writing w = { .a = a, .out = { &out, LANG_VI } };

	html_capture_begin(&w.out, &w.capture);
	for (size_t i = 0; i < m->n; i++) {
		int64_t picture = markdown_is_figure(m, i) ? markdown_picture(m->steps[i + 1].address) : 0;

		if (!picture) {
			write_step(&w, &m->steps[i]);
			continue;
		}
		cut(&w, picture);
		i += 2;
	}
	add_piece(&w, (struct markdown_piece){ .markup = html_capture_end(&w.out, &w.capture) });
	*n = w.n;
	return w.pieces;
}
