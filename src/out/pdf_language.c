#include "out/pdf_language.h"

enum { XREF_ENTRY_BYTES = 20, OFFSET_DIGITS = 10 };

static size_t find_last(struct str s, struct str needle)
{
	for (size_t at = s.n >= needle.n ? s.n - needle.n + 1 : 0; at > 0; at--)
		if (str_starts(str_sub(s, at - 1, s.n), needle))
			return at - 1;
	return s.n;
}

/* The number behind the last key; false when there is none. */
static bool number_behind(struct str s, struct str key, int64_t *n)
{
	size_t at = find_last(s, key), end;

	if (at == s.n)
		return false;
	for (at += key.n; at < s.n && (s.p[at] == ' ' || s.p[at] == '\n'); at++) {
	}
	for (end = at; end < s.n && s.p[end] >= '0' && s.p[end] <= '9'; end++) {
	}
	return str_int(str_sub(s, at, end), n) && *n >= 0;
}

struct tail {
	int64_t xref, root, size, info; /* where the table is; numbers of objects */
	struct str catalog;             /* the inside of its dictionary */
};

static bool read_tail(struct str pdf, struct tail *t)
{
	static const struct str head = S_INIT("<< ");
	int64_t at;

	if (!number_behind(pdf, S("startxref"), &t->xref) || !number_behind(pdf, S("/Root"), &t->root) ||
		!number_behind(pdf, S("/Size"), &t->size) || !number_behind(pdf, S("/Info"), &t->info))
		return false;
	struct str table = str_sub(pdf, (size_t)t->xref, pdf.n);
	size_t line = str_find(table, S("0000000000 65535 f"));
	struct str entry = str_sub(table, line + (size_t)t->root * XREF_ENTRY_BYTES, table.n);

	if (t->root >= t->size || !str_int(str_sub(entry, 0, OFFSET_DIGITS), &at))
		return false;
	struct str object = str_sub(pdf, (size_t)at, pdf.n);
	struct str inside = str_sub(object, 0, str_find(object, S("endobj")));
	size_t from = str_find(inside, head), to = find_last(inside, S(">>"));

	t->catalog = str_sub(inside, from + head.n, to);
	return str_starts(t->catalog, S("/Type /Catalog")) && to < inside.n;
}

struct str pdf_with_language(struct arena *a, struct str pdf, const char *language)
{
	struct tail t = { .xref = 0 };
	struct buf b = { .a = a };

	if (!read_tail(pdf, &t))
		return pdf;
	buf_add(&b, pdf);
	buf_fmt(&b,
		"%lld 0 obj\n<< %.*s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true "
		">>\n>>\nendobj\n",
		(long long)t.root, ARG(t.catalog), language);
	size_t xref = b.n;
	buf_fmt(&b, "xref\n%lld 1\n%010zu 00000 n \n", (long long)t.root, pdf.n);
	buf_fmt(&b, "trailer\n<< /Size %lld\n   /Root %lld 0 R\n   /Info %lld 0 R\n   /Prev %lld\n>>\n",
		(long long)t.size, (long long)t.root, (long long)t.info, (long long)t.xref);
	buf_fmt(&b, "startxref\n%zu\n%%%%EOF\n", xref);
	return buf_str(&b);
}
