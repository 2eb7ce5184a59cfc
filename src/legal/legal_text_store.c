#include "legal/legal_text_store.h"
#include "base/utf8.h"
#include "out/zip.h"

enum { LONGEST_ENTITY = 12 };
/* Elements whose content is no text of the document. */
static const struct str unread[] = { S_INIT("w:delText"), S_INIT("w:instrText"),
	S_INIT("text:tracked-changes"), S_INIT("office:annotation"), S_INIT("text:note-citation") };
/* Elements at whose end a line ends. */
static const struct str lines[] = { S_INIT("/w:p"), S_INIT("/text:p"), S_INIT("/text:h") };
/* Elements that stand for a blank. */
static const struct str blanks[] = { S_INIT("w:br"), S_INIT("w:tab"), S_INIT("text:s"), S_INIT("text:tab"),
	S_INIT("text:line-break") };

static bool is_one(struct str name, const struct str *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, list[i]))
			return true;
	return false;
}

/* "&amp;" without its ends; what is none of XML's own becomes a blank. */
static void add_entity(struct buf *b, struct str name)
{
	static const struct {
		struct str name;
		char c;
	} known[] = { { S_INIT("amp"), '&' }, { S_INIT("lt"), '<' }, { S_INIT("gt"), '>' },
		{ S_INIT("quot"), '"' }, { S_INIT("apos"), '\'' } };

	for (size_t i = 0; i < COUNT(known); i++)
		if (str_eq(name, known[i].name)) {
			buf_char(b, known[i].c);
			return;
		}
	buf_char(b, ' ');
}

/* Text between two tags. */
static void add_text(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i + 1, i + 1 + LONGEST_ENTITY);
		size_t end = str_find_char(rest, ';');

		if (text.p[i] == '&' && end < rest.n) {
			add_entity(b, str_sub(rest, 0, end));
			i += end + 1;
		} else {
			buf_char(b, (uint8_t)text.p[i] < ' ' ? ' ' : text.p[i]);
		}
	}
}

/* Takes one tag, behind its '<', off *xml; what it stands for goes into b. False: it does not end. */
static bool take_tag(struct buf *b, struct str *xml)
{
	struct str mark = str_starts(*xml, S("!--")) ? S("-->") : S(">");
	size_t end = str_find(*xml, mark), n = 0;

	if (end == xml->n)
		return false;
	struct str tag = str_sub(*xml, 0, end);

	while (n < tag.n && tag.p[n] != ' ' && tag.p[n] != '\n' && !(tag.p[n] == '/' && n > 0))
		n++;
	struct str name = str_sub(tag, 0, n);

	*xml = str_sub(*xml, end + mark.n, xml->n);
	if (is_one(name, lines, COUNT(lines)))
		buf_char(b, '\n');
	else if (is_one(name, blanks, COUNT(blanks)))
		buf_char(b, ' ');
	else if (is_one(name, unread, COUNT(unread)) && !str_ends(tag, S("/"))) {
		struct str close = str_fmt(b->a, "</%.*s", ARG(name));

		*xml = str_sub(*xml, str_find(*xml, close), xml->n);
	}
	return true;
}

static struct str text_of(struct arena *a, struct str xml)
{
	struct buf b = { .a = a };
	bool fine = true;

	while (fine && xml.n && b.n < LIMIT_LEGAL_FILE_TEXT_BYTES) {
		size_t tag = str_find_char(xml, '<');

		add_text(&b, str_sub(xml, 0, tag));
		xml = str_sub(xml, tag + 1, xml.n);
		fine = !xml.n || take_tag(&b, &xml);
	}
	struct str text = str_sub(buf_str(&b), 0, LIMIT_LEGAL_FILE_TEXT_BYTES);

	return str_sub(text, 0, utf8_good_bytes(text));
}

struct str legal_office_text(struct arena *a, struct str bytes)
{
	struct zip *z = NEW(a, struct zip);
	struct str xml;

	if (!str_starts(bytes, S("PK")) || !zip_read(z, bytes))
		return (struct str){ 0 };
	const struct zip_entry *e = zip_find(z, S("word/document.xml"));

	e = e ? e : zip_find(z, S("content.xml"));
	return e && zip_unpack(a, e, &xml) ? text_of(a, xml) : (struct str){ 0 };
}
