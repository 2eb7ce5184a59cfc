#include "exchange/csv_write.h"

static char separator(const struct csv_out *c)
{
	return c->separator ? c->separator : ',';
}

static void begin_field(struct csv_out *c)
{
	if (c->in_row)
		buf_char(c->out, separator(c));
	c->in_row = true;
}

static bool stands_in(char c, struct str set)
{
	return str_find_char(set, c) < set.n;
}

/* Blanks at the ends too: some readers drop them when they are bare. Both separators, whatever ours is: a
 * reader guesses it from the first line. */
static bool needs_quotes(struct str s)
{
	if (!s.n)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (stands_in(s.p[i], S("\",;\t\r\n")))
			return true;
	return s.p[0] == ' ' || s.p[s.n - 1] == ' ';
}

void csv_out_mark(struct csv_out *c)
{
	assert(!c->in_row);
	buf_add(c->out, S("\xEF\xBB\xBF"));
}

void csv_out_str(struct csv_out *c, struct str value)
{
	bool guard = !c->exact && value.n && stands_in(value.p[0], S("=+-@\t\r"));
	bool quotes = needs_quotes(value);

	begin_field(c);
	buf_add(c->out, quotes ? S("\"") : S(""));
	buf_add(c->out, guard ? S("'") : S(""));
	for (size_t quote = str_find_char(value, '"'); quote < value.n; quote = str_find_char(value, '"')) {
		buf_add(c->out, str_sub(value, 0, quote + 1));
		buf_char(c->out, '"');
		value = str_sub(value, quote + 1, value.n);
	}
	buf_add(c->out, value);
	buf_add(c->out, quotes ? S("\"") : S(""));
}

void csv_out_int(struct csv_out *c, int64_t value)
{
	begin_field(c);
	buf_int(c->out, value);
}

void csv_out_end(struct csv_out *c)
{
	buf_add(c->out, S("\r\n"));
	c->in_row = false;
}
