/* The only file that knows libcmark. Its tree is walked once, with its own iterator, into steps of ours. */
#include "base/utf8.h"
#include "markdown/markdown.h"

#include <cmark.h>

static void node_end(cmark_node **n)
{
	if (*n)
		cmark_node_free(*n);
}

static void iter_end(cmark_iter **i)
{
	if (*i)
		cmark_iter_free(*i);
}

/* Where the walk is. */
struct walk {
	struct arena *a;
	struct markdown_step *steps;
	size_t n, cap;
	enum markdown_kind open[LIMIT_MARKDOWN_DEPTH];
	int depth;           /* open[] in use */
	int beyond;          /* containers open that are too deep to be kept */
	cmark_node *picture; /* within it: its words are gathered */
	struct buf words;
	int line; /* of the block */
	bool too_deep, too_long;
};

/* What entities can smuggle past the check of the text: controls, marks that turn the line around. */
static struct str clean(struct arena *a, const char *text)
{
	struct buf b = { .a = a };

	if (text)
		utf8_add_safe(&b, str_of(text));
	return buf_str(&b);
}

/* Code keeps its lines. */
static struct str clean_lines(struct arena *a, const char *text)
{
	struct buf b = { .a = a };
	struct str rest = str_of(text), line;

	while (str_cut(&rest, '\n', &line)) {
		utf8_add_safe(&b, line);
		if (rest.p && rest.n)
			buf_char(&b, '\n');
	}
	return buf_str(&b);
}

static struct markdown_step *add(struct walk *w, enum markdown_kind kind)
{
	w->steps = arena_grow(w->a, w->steps, w->n, &w->cap, sizeof *w->steps);
	w->steps[w->n] = (struct markdown_step){ .kind = kind, .depth = w->depth, .line = w->line };
	return &w->steps[w->n++];
}

static void close_one(struct walk *w)
{
	enum markdown_kind kind = w->open[--w->depth];

	add(w, kind)->ends = true;
}

/* Of the nodes that hold others; false: of a kind that is passed over, its content stays. */
static bool container_kind(cmark_node *node, enum markdown_kind *kind)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH: *kind = MARKDOWN_PARAGRAPH; return true;
	case CMARK_NODE_HEADING: *kind = MARKDOWN_HEADING; return true;
	case CMARK_NODE_LIST: *kind = MARKDOWN_LIST; return true;
	case CMARK_NODE_ITEM: *kind = MARKDOWN_ITEM; return true;
	case CMARK_NODE_BLOCK_QUOTE: *kind = MARKDOWN_QUOTE; return true;
	case CMARK_NODE_STRONG: *kind = MARKDOWN_STRONG; return true;
	case CMARK_NODE_EMPH: *kind = MARKDOWN_EMPHASIS; return true;
	case CMARK_NODE_LINK: *kind = MARKDOWN_LINK; return true;
	default: return false;
	}
}

/* Paragraphs of a list without blank lines are not shown as such. */
static bool is_tight(cmark_node *node)
{
	cmark_node *item = cmark_node_parent(node), *list = item ? cmark_node_parent(item) : NULL;

	return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && list &&
	       cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

static void begin(struct walk *w, cmark_node *node, enum markdown_kind kind)
{
	if (w->depth == LIMIT_MARKDOWN_DEPTH || w->beyond) {
		w->beyond++;
		w->too_deep = true;
		return;
	}
	struct markdown_step *s = add(w, kind);

	w->open[w->depth++] = kind;
	if (kind == MARKDOWN_HEADING)
		s->level = cmark_node_get_heading_level(node);
	if (kind == MARKDOWN_LIST) {
		s->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
		s->level = cmark_node_get_list_start(node);
	}
	if (kind == MARKDOWN_LINK)
		s->address = clean(w->a, cmark_node_get_url(node));
}

static void end(struct walk *w)
{
	if (w->beyond)
		w->beyond--;
	else
		close_one(w);
}

static void add_leaf(struct walk *w, cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);

	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT: add(w, MARKDOWN_TEXT)->text = clean(w->a, text); break;
	case CMARK_NODE_CODE: add(w, MARKDOWN_CODE)->text = clean(w->a, text); break;
	case CMARK_NODE_HTML_INLINE: add(w, MARKDOWN_HTML)->text = clean(w->a, text); break;
	case CMARK_NODE_HTML_BLOCK: add(w, MARKDOWN_HTML)->text = clean_lines(w->a, text); break;
	case CMARK_NODE_CODE_BLOCK: add(w, MARKDOWN_CODE_BLOCK)->text = clean_lines(w->a, text); break;
	case CMARK_NODE_SOFTBREAK: add(w, MARKDOWN_SOFT_BREAK); break;
	case CMARK_NODE_LINEBREAK: add(w, MARKDOWN_BREAK); break;
	case CMARK_NODE_THEMATIC_BREAK: add(w, MARKDOWN_RULE); break;
	default: break;
	}
}

/* The words in the brackets of a picture, and its end. */
static void within_picture(struct walk *w, cmark_event_type event, cmark_node *node)
{
	if (event == CMARK_EVENT_EXIT && node == w->picture) {
		struct markdown_step *s = add(w, MARKDOWN_PICTURE);

		s->text = buf_str(&w->words);
		s->address = clean(w->a, cmark_node_get_url(node));
		w->picture = NULL;
	} else if (event == CMARK_EVENT_ENTER && cmark_node_get_literal(node)) {
		buf_add(&w->words, clean(w->a, cmark_node_get_literal(node)));
	}
}

static void visit(struct walk *w, cmark_event_type event, cmark_node *node)
{
	enum markdown_kind kind = MARKDOWN_TEXT;
	int line = cmark_node_get_start_line(node);

	if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK && line > 0)
		w->line = line;
	if (w->picture) {
		within_picture(w, event, node);
	} else if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
		w->picture = node;
		w->words = (struct buf){ .a = w->a };
	} else if (!container_kind(node, &kind)) {
		if (event == CMARK_EVENT_ENTER)
			add_leaf(w, node);
	} else if (!is_tight(node)) {
		if (event == CMARK_EVENT_ENTER)
			begin(w, node, kind);
		else
			end(w);
	}
}

struct markdown markdown_read(struct arena *a, struct str text)
{
	cleanup_with(node_end) cmark_node *root =
		cmark_parse_document(text.p ? text.p : "", text.n, CMARK_OPT_VALIDATE_UTF8);
	cleanup_with(iter_end) cmark_iter *iter = cmark_iter_new(root);
	struct walk *w = NEW(a, struct walk);
	cmark_event_type event;

	w->a = a;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		visit(w, event, cmark_iter_get_node(iter));
		w->too_long = w->n + LIMIT_MARKDOWN_DEPTH >= LIMIT_MARKDOWN_STEPS;
		if (w->too_long)
			break;
	}
	while (w->depth)
		close_one(w);
	return (struct markdown){ w->steps, w->n, w->too_deep, w->too_long };
}
