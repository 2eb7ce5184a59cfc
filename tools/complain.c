#include "tools/complain.h"

#include "base/utf8.h"

void complain(struct complaint *c, struct str path, int line, const char *fmt, ...)
{
	if (complained(c))
		return;
	va_list ap;
	va_start(ap, fmt);
	struct str what = str_vfmt(c->a, fmt, ap);
	va_end(ap);
	c->text = str_fmt(c->a, "%.*s:%d: error: %.*s\n", ARG(path), line, ARG(what));
}

bool text_is_clean(struct str s, int *line)
{
	size_t good = utf8_good_bytes(s);
	int at = 1;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (i >= good || (c < ' ' && c != '\t' && c != '\n') || c == 0x7F) {
			*line = at;
			return false;
		}
		at += c == '\n';
	}
	return true;
}

void add_c_string(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\n') {
			buf_add(b, i + 1 < s.n ? S("\\n\"\n\t\t\"") : S("\\n"));
		} else if (c == '\t') {
			buf_add(b, S("\\t"));
		} else {
			if (c == '"' || c == '\\' || c == '?')
				buf_char(b, '\\');
			buf_char(b, c);
		}
	}
}
