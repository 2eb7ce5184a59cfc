/* Blocks: each arm of an if starts where the if stands, and all end in the same place. */
#include "tools/html2c.h"

static struct block *innermost(struct template *t)
{
	return &t->blocks[t->nblocks - 1];
}

static void hide(struct seen_list *list, int from, bool hidden)
{
	for (int i = from; i < list->n; i++)
		list->p[i].hidden = hidden;
}

static bool is_loop(enum block_kind kind)
{
	return kind == BLOCK_FOR || kind == BLOCK_EACH;
}

void open_block(struct template *t, enum block_kind kind, struct str name)
{
	if (!settle(t))
		return;
	if (t->nblocks == MAX_BLOCKS) {
		fail(t, "blocks nested deeper than %d", MAX_BLOCKS);
		return;
	}
	if (t->spot.place == IN_TEXT)
		flush_blank(t);
	if (t->spot.place == IN_VALUE)
		t->value_is_made = true;
	if (is_loop(kind) && (t->spot.place == IN_TAG || t->spot.place == AFTER_ATTR))
		fail(t, "a loop cannot stand among attributes: they would repeat");
	if (is_loop(kind) && t->spot.url != URL_NOT)
		fail(t, "a loop cannot stand in an address");
	if (is_loop(kind))
		t->spot.blank = false; /* what stood before is another turn */
	if (kind == BLOCK_MARKUP || kind == BLOCK_DEFINE)
		t->spot.blank = true;
	struct block *b = &t->blocks[t->nblocks++];

	*b = (struct block){ .kind = kind, .line = t->line, .start = t->spot, .elements = t->nelements };
	b->attrs = t->attrs.n;
	b->ids = t->ids.n;
	b->name = name;
}

static enum url_at join_url(enum url_at a, enum url_at b)
{
	bool inside_own = (a == URL_PATH && b == URL_QUERY) || (a == URL_QUERY && b == URL_PATH);

	return a == b ? a : inside_own ? URL_QUERY : URL_UNSURE;
}

static bool in_tag(enum place p)
{
	return p == IN_TAG || p == AFTER_ATTR;
}

/* The place after arms that end at a and at b. */
static struct spot join(struct template *t, struct spot a, struct spot b)
{
	struct spot s = a;

	if (a.place != b.place && !(in_tag(a.place) && in_tag(b.place)))
		fail(t, "the HTML is not where the block of line %d found it", innermost(t)->line);
	if (a.place != b.place)
		s.place = AFTER_ATTR;
	s.url = a.slashes == b.slashes ? join_url(a.url, b.url) : URL_UNSURE;
	s.last = a.last == b.last ? a.last : '/'; /* the stricter encoding */
	s.blank = a.blank && b.blank;
	return s;
}

static void end_arm(struct template *t)
{
	struct block *b = innermost(t);

	if (!settle(t))
		return;
	if (t->spot.place == IN_TEXT && b->kind != BLOCK_DEFINE && b->kind != BLOCK_MARKUP)
		flush_blank(t);
	t->pending = '\0';
	if (t->nelements > b->elements)
		fail(t, "<%.*s> of line %d is not closed", ARG(inside(t)),
			t->elements[t->nelements - 1].line);
	(void)join(t, b->start, t->spot);
	b->joined = b->has_joined ? join(t, b->joined, t->spot) : t->spot;
	b->has_joined = true;
}

void next_arm(struct template *t, bool is_last)
{
	struct block *b = innermost(t);

	if (t->nblocks < 2 || b->kind != BLOCK_IF) {
		fail(t, "else without if");
		return;
	}
	end_arm(t);
	write_literal(t);
	t->spot = b->start;
	hide(&t->attrs, b->attrs, true);
	hide(&t->ids, b->ids, true);
	if (is_last)
		b->kind = BLOCK_ELSE;
}

void close_block(struct template *t)
{
	struct block *b = innermost(t);

	if (!t->nblocks) {
		fail(t, "end without a block");
		return;
	}
	end_arm(t);
	write_literal(t);
	if (complained(t->error))
		return;
	switch (b->kind) {
	case BLOCK_IF:
	case BLOCK_FOR:
	case BLOCK_EACH: t->spot = join(t, b->joined, b->start); break; /* perhaps nothing was written */
	case BLOCK_ELSE: t->spot = b->joined; break;
	case BLOCK_MARKUP:
	case BLOCK_DEFINE: t->spot = b->start; break;
	}
	hide(&t->attrs, b->attrs, false);
	hide(&t->ids, b->ids, false);
	if (b->kind == BLOCK_MARKUP)
		write_line(t, "%.*s = html_capture_end(o, &%.*s_capture);", ARG(b->name), ARG(b->name));
	buf_add(t->c, b->kind == BLOCK_DEFINE ? S("}\n") : S("\t}\n"));
	t->nblocks--;
}
