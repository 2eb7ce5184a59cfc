/* Tags and attributes that were read: which may stand here, and what they open and close. */
#include "tools/html2c.h"

struct str inside(const struct template *t)
{
	return t->nelements ? t->elements[t->nelements - 1].name : S("");
}

bool in_foreign(const struct template *t)
{
	return t->nelements && t->elements[t->nelements - 1].foreign;
}

bool keeps_white_space(const struct template *t)
{
	for (int i = 0; i < t->nelements; i++)
		if (str_eq(t->elements[i].name, S("pre")) || str_eq(t->elements[i].name, S("textarea")))
			return true;
	return false;
}

void check_text(struct template *t)
{
	struct str in = inside(t);

	if (str_eq(in, S("script")))
		fail(t, "inline script: the content security policy allows only files");
	else if (in.n && !holds_text(in))
		fail(t, "text cannot stand directly in <%.*s>", ARG(in));
}

void remember(struct template *t, struct seen_list *list, struct str name, const char *what)
{
	for (int i = 0; i < list->n; i++)
		if (!list->p[i].hidden && str_eq(list->p[i].name, name)) {
			fail(t, "%s %.*s stands twice; before in line %d", what, ARG(name), list->p[i].line);
			return;
		}
	if (list->n == list->cap)
		fail(t, "more than %d of %s", list->cap, what);
	else
		list->p[list->n++] = (struct seen){ str_dup(t->a, name), t->line, false };
}

static bool has_attr(const struct template *t, const char *name)
{
	for (int i = 0; i < t->attrs.n; i++)
		if (str_eq(t->attrs.p[i].name, str_of(name)))
			return true;
	return false;
}

/* The name of a start tag is complete. */
static void check_start(struct template *t, struct str tag)
{
	const char *why = refused_element(tag), *allowed = refused_child(inside(t), tag);
	bool foreign = in_foreign(t);

	if (why)
		fail(t, "<%.*s> is refused: %s", ARG(tag), why);
	else if (foreign && leaves_foreign(tag))
		fail(t, "<%.*s> cannot stand in SVG", ARG(tag));
	else if (!foreign && !is_element(tag))
		fail(t, "HTML has no element <%.*s>", ARG(tag));
	else if (!foreign && allowed)
		fail(t, "<%.*s> cannot stand in <%.*s>, which holds %s", ARG(tag), ARG(inside(t)), allowed);
	for (int i = 0; i < t->nelements && !foreign; i++) {
		struct str open = t->elements[i].name;

		if (str_eq(open, S("p")) && closes_paragraph(tag))
			fail(t, "<%.*s> would close the <p> of line %d", ARG(tag), t->elements[i].line);
		if (str_eq(open, tag) && !nests_in_itself(tag))
			fail(t, "<%.*s> inside the <%.*s> of line %d", ARG(tag), ARG(tag),
				t->elements[i].line);
	}
}

/* Elements that were open before the innermost block stay open in it. */
static int floor_of_block(const struct template *t)
{
	return t->nblocks ? t->blocks[t->nblocks - 1].elements : 0;
}

static void check_end(struct template *t, struct str tag)
{
	if (is_void(tag))
		fail(t, "<%.*s> has no end tag", ARG(tag));
	else if (!t->nelements)
		fail(t, "</%.*s> closes nothing", ARG(tag));
	else if (!str_eq(inside(t), tag))
		fail(t, "</%.*s> where <%.*s> of line %d is open", ARG(tag), ARG(inside(t)),
			t->elements[t->nelements - 1].line);
	else if (t->nelements <= floor_of_block(t))
		fail(t, "</%.*s> closes an element that was opened outside this block", ARG(tag));
}

void tag_named(struct template *t)
{
	struct str tag = buf_str(&t->tag);

	if (t->closing)
		check_end(t, tag);
	else
		check_start(t, tag);
}

void attr_begins(struct template *t)
{
	t->attr = (struct buf){ .a = t->a };
	t->value = (struct buf){ .a = t->a };
	t->value_is_made = false;
}

void attr_named(struct template *t)
{
	struct str name = buf_str(&t->attr);
	const char *why = refused_attribute(name);

	if (t->closing)
		fail(t, "an end tag has no attributes");
	else if (why)
		fail(t, "the attribute %.*s is refused: %s", ARG(name), why);
	remember(t, &t->attrs, name, "the attribute");
	t->spot.url = is_url_attribute(name) ? URL_START : URL_NOT;
	t->spot.last = '\0';
}

static bool in_loop(const struct template *t)
{
	for (int i = 0; i < t->nblocks; i++)
		if (t->blocks[i].kind == BLOCK_FOR || t->blocks[i].kind == BLOCK_EACH)
			return true;
	return false;
}

void attr_done(struct template *t)
{
	t->spot.url = URL_NOT;
	if (!str_eq(buf_str(&t->attr), S("id")) || t->value_is_made)
		return;
	if (!t->value.n)
		fail(t, "an empty id");
	else if (in_loop(t))
		fail(t, "the id %.*s repeats in a loop: make it of a value", ARG(buf_str(&t->value)));
	else
		remember(t, &t->ids, buf_str(&t->value), "the id");
}

static void push(struct template *t, struct str tag)
{
	if (t->nelements == MAX_DEPTH) {
		fail(t, "elements nested deeper than %d", MAX_DEPTH);
		return;
	}
	bool foreign = in_foreign(t) || str_eq(tag, S("svg"));

	t->elements[t->nelements++] = (struct element){ str_dup(t->a, tag), t->line, foreign };
}

/* A parser drops a newline right after <pre> or <textarea>: with one of our own the content keeps its first.
 */
static void guard_newline(struct template *t, struct str tag)
{
	bool own = t->at < t->text.n && t->text.p[t->at] == '\n';

	if (!own && (str_eq(tag, S("pre")) || str_eq(tag, S("textarea"))))
		buf_char(&t->literal, '\n');
}

void tag_done(struct template *t, bool self_closed)
{
	struct str tag = buf_str(&t->tag);
	const char *needed = required_attribute(tag);

	t->spot.place = IN_TEXT;
	t->spot.blank = false;
	if (complained(t->error))
		return;
	if (t->nblocks && t->blocks[t->nblocks - 1].start.place != IN_TEXT) {
		fail(t, "> ends the tag that the block of line %d stands in", t->blocks[t->nblocks - 1].line);
		return;
	}
	if (t->closing) {
		if (self_closed)
			fail(t, "</%.*s/>", ARG(tag));
		t->nelements--;
		return;
	}
	if (needed && !in_foreign(t) && !has_attr(t, needed))
		fail(t, "<%.*s> needs the attribute %s", ARG(tag), needed);
	if (is_void(tag) && !in_foreign(t))
		return;
	if (self_closed && in_foreign(t))
		return;
	if (self_closed)
		fail(t, "<%.*s/> does not close itself: write <%.*s></%.*s>", ARG(tag), ARG(tag), ARG(tag));
	push(t, tag);
	guard_newline(t, tag);
}
