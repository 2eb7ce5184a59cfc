#include "out/odt.h"

static const struct str opening = S_INIT("«"), closing = S_INIT("»");
enum { NAME_BYTES_MOST = 200 }; /* a name with the marks in it */

/* A place in the text: its name, the tags that stand inside it, how long it is all together. */
struct place {
	struct str name, tags;
	size_t bytes;
};

static struct str tag_at(struct str s)
{
	size_t end = str_find_char(s, '>');

	return str_sub(s, 0, end + (end < s.n ? 1 : 0));
}

static bool read_place(struct arena *a, struct str s, struct place *p)
{
	struct buf name = { .a = a }, tags = { .a = a };

	for (size_t i = opening.n; i < s.n && i < NAME_BYTES_MOST * 8 && name.n < NAME_BYTES_MOST;) {
		struct str rest = str_sub(s, i, s.n);
		if (str_starts(rest, closing)) {
			*p = (struct place){ str_trim(buf_str(&name)), buf_str(&tags), i + closing.n };
			return p->name.n > 0;
		}
		if (rest.p[0] == '<') {
			struct str tag = tag_at(rest);
			if (str_starts(tag, S("</text:p")) || str_starts(tag, S("</text:h")) ||
				tag.p[tag.n - 1] != '>')
				return false;
			buf_add(&tags, tag);
			i += tag.n;
			continue;
		}
		if (!((rest.p[0] >= 'a' && rest.p[0] <= 'z') || (rest.p[0] >= '0' && rest.p[0] <= '9') ||
			    rest.p[0] == '_' || rest.p[0] == ' '))
			return false;
		buf_char(&name, *rest.p);
		i++;
	}
	return false;
}

static bool is_blank(struct str xml)
{
	while (xml.n) {
		if (xml.p[0] == '<')
			xml = str_sub(xml, tag_at(xml).n, xml.n);
		else if (xml.p[0] == ' ' || xml.p[0] == '\n' || xml.p[0] == '\t' || xml.p[0] == '\r')
			xml = str_sub(xml, 1, xml.n);
		else
			return false;
	}
	return true;
}

/* How many bytes from here to the end of the paragraph; 0 when something else follows in it. */
static size_t paragraph_rest(struct str s)
{
	static const struct str ends[] = { S_INIT("</text:p>"), S_INIT("</text:h>") };
	size_t best = s.n, length = 0;

	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t found = str_find(s, ends[i]);
		if (found < best) {
			best = found;
			length = ends[i].n;
		}
	}
	return length && is_blank(str_sub(s, 0, best)) ? best + length : 0;
}

static const struct odt_value *find(struct str name, const struct odt_value *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(values[i].name, name))
			return &values[i];
	return NULL;
}

struct filling {
	struct arena *a;
	struct odt_fill f;
	struct buf out;
	size_t paragraph; /* where the paragraph begins in out */
	bool inside;
};

static bool begins_paragraph(struct str s)
{
	return (str_starts(s, S("<text:p")) || str_starts(s, S("<text:h"))) && s.n > S("<text:p").n &&
	       (s.p[S("<text:p").n] == ' ' || s.p[S("<text:p").n] == '>');
}

static void unknown(struct filling *g, struct str name)
{
	if (!g->f.unknown_n++)
		g->f.unknown = name;
}

/* Puts the value in; returns how many bytes of s it took. */
static size_t put_value(struct filling *g, struct str s, const struct place *p, const struct odt_value *v)
{
	size_t rest = g->inside ? paragraph_rest(str_sub(s, p->bytes, s.n)) : 0;
	bool alone = rest && is_blank(str_sub(buf_str(&g->out), g->paragraph, g->out.n));

	if (alone && (v->block || !v->text.n)) {
		g->out.n = g->paragraph;
		buf_add(&g->out, v->text);
		g->inside = false;
		return p->bytes + rest;
	}
	if (v->block) {
		unknown(g, p->name);
		buf_add(&g->out, str_sub(s, 0, p->bytes));
		return p->bytes;
	}
	odt_text(&g->out, v->text);
	buf_add(&g->out, p->tags);
	return p->bytes;
}

struct odt_fill odt_fill(struct arena *a, struct str xml, const struct odt_value *values, size_t n)
{
	struct filling g = { .a = a, .out = { .a = a } };

	while (xml.n) {
		struct place p;
		size_t step = 1;

		if (begins_paragraph(xml)) {
			g.paragraph = g.out.n;
			g.inside = true;
		}
		if (xml.p[0] == opening.p[0] && str_starts(xml, opening) && read_place(a, xml, &p)) {
			const struct odt_value *v = find(p.name, values, n);
			if (v) {
				xml = str_sub(xml, put_value(&g, xml, &p, v), xml.n);
				continue;
			}
			unknown(&g, p.name);
			step = p.bytes;
		}
		buf_add(&g.out, str_sub(xml, 0, step));
		xml = str_sub(xml, step, xml.n);
	}
	g.f.xml = buf_str(&g.out);
	return g.f;
}
