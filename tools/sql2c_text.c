/* What can be read off the text of a statement: tokens, result columns, what can be NULL. */
#include "sql2c.h"

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
	       c == '$' || (c & 0x80) != 0;
}

/* Bytes of blanks and comments at the beginning. */
static size_t skip(struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		struct str here = str_sub(s, i, s.n);

		if (str_starts(here, S("--")))
			i += str_find_char(here, '\n');
		else if (str_starts(here, S("/*")))
			i += str_find(here, S("*/")) + 2;
		else if (here.p[0] == ' ' || here.p[0] == '\t' || here.p[0] == '\n' || here.p[0] == '\r')
			i++;
		else
			break;
	}
	return i < s.n ? i : s.n;
}

struct str sql_token(struct str *rest)
{
	struct str s = str_sub(*rest, skip(*rest), rest->n);
	size_t n = 0;

	if (s.n && (s.p[0] == '\'' || s.p[0] == '"')) {
		n = 1 + str_find_char(str_sub(s, 1, s.n), s.p[0]) + 1;
		n = n < s.n ? n : s.n;
	} else {
		while (n < s.n && is_word(s.p[n]))
			n++;
		if (!n && s.n)
			n = 1;
	}
	*rest = str_sub(s, n, s.n);
	return str_sub(s, 0, n);
}

bool sql_word(struct str token, struct str word)
{
	if (token.n != word.n)
		return false;
	for (size_t i = 0; i < token.n; i++)
		if ((token.p[i] | 0x20) != (word.p[i] | 0x20))
			return false;
	return true;
}

static bool one_of(struct str token, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sql_word(token, words[i]))
			return true;
	return false;
}

bool sql_one_line(struct arena *a, struct str body, struct str *text, size_t *used)
{
	struct buf b = { .a = a };
	struct str rest = body, token;
	const char *end = body.p;
	bool closed = false;

	while ((token = sql_token(&rest)).n) {
		closed = token.n == 1 && token.p[0] == ';';
		bool apart = end != token.p;

		end = token.p + token.n;
		if (closed)
			break;
		if (b.n && apart)
			buf_char(&b, ' ');
		buf_add(&b, token);
	}
	*used = body.p ? (size_t)(end - body.p) : 0;
	*text = buf_str(&b);
	return closed;
}

static int step_depth(struct str token, int depth)
{
	return depth + (token.n == 1 && token.p[0] == '(') - (token.n == 1 && token.p[0] == ')');
}

/* What stands behind the outermost RETURNING, else behind the first outermost SELECT. */
static struct str result_list(struct str text)
{
	struct str rest = text, token, select = { 0 };
	int depth = 0;

	while ((token = sql_token(&rest)).n) {
		depth = step_depth(token, depth);
		if (depth == 0 && sql_word(token, S("returning")))
			return rest;
		if (depth == 0 && !select.p && sql_word(token, S("select")))
			select = rest;
	}
	return select;
}

int sql_results(struct str text, struct str *expressions)
{
	static const struct str ends[] = { S_INIT("from"), S_INIT("where"), S_INIT("group"), S_INIT("order"),
		S_INIT("limit"), S_INIT("union"), S_INIT("except"), S_INIT("intersect") };
	struct str rest = result_list(text), token;
	const char *begin = NULL;
	int depth = 0, n = 0;

	do {
		token = sql_token(&rest);
		bool end = !token.n || (depth == 0 && one_of(token, ends, COUNT(ends)));
		bool comma = depth == 0 && token.n == 1 && token.p[0] == ',';

		if (!begin && (sql_word(token, S("distinct")) || sql_word(token, S("all"))))
			continue;
		if ((end || comma) && begin && n < MAX_FIELDS) {
			const char *to = token.n ? token.p : text.p + text.n;

			expressions[n++] = str_trim((struct str){ begin, (size_t)(to - begin) });
			begin = NULL;
		} else if (!begin) {
			begin = token.p;
		}
		if (end)
			break;
		depth = step_depth(token, depth);
	} while (token.n);
	return n;
}

/* Is this table or alias on the outer side of a LEFT JOIN of the statement? */
static bool is_left_joined(struct str text, struct str name)
{
	struct str rest = text, token;

	while ((token = sql_token(&rest)).n) {
		if (!sql_word(token, S("left")))
			continue;
		int depth = 0;
		bool found = false;
		while ((token = sql_token(&rest)).n) {
			depth = step_depth(token, depth);
			if (depth <= 0 && sql_word(token, S("on")))
				break;
			found = found || sql_word(token, name);
		}
		if (found)
			return true;
	}
	return false;
}

/* Words whose value is NULL when there is nothing to aggregate, to look at, or to match. */
static bool makes_null(struct str token)
{
	static const struct str words[] = { S_INIT("sum"), S_INIT("max"), S_INIT("min"), S_INIT("avg"),
		S_INIT("nullif"), S_INIT("group_concat"), S_INIT("string_agg"), S_INIT("lag"), S_INIT("lead"),
		S_INIT("first_value"), S_INIT("last_value"), S_INIT("nth_value"), S_INIT("null"),
		S_INIT("select") };

	return one_of(token, words, COUNT(words));
}

struct str sql_null_reason(struct arena *a, struct str text, struct str expression, struct str table)
{
	static const struct str safe[] = { S_INIT("coalesce"), S_INIT("count"), S_INIT("exists") };
	struct str rest = expression, token;
	int depth = 0, safe_below = -1, cases = 0, elses = 0;

	if (table.n && is_left_joined(text, table))
		return str_fmt(a, "%.*s is behind a LEFT JOIN", ARG(table));
	while ((token = sql_token(&rest)).n) {
		depth = step_depth(token, depth);
		if (safe_below == depth && token.p[0] == ')')
			safe_below = -1;
		if (safe_below >= 0)
			continue;
		struct str after = rest;
		if (one_of(token, safe, COUNT(safe)) && str_eq(sql_token(&after), S("(")))
			safe_below = depth;
		cases += sql_word(token, S("case"));
		elses += sql_word(token, S("else"));
		if (makes_null(token))
			return str_fmt(a, "%.*s can be NULL", ARG(token));
		if (rest.n && rest.p[0] == '.' && is_left_joined(text, token))
			return str_fmt(a, "%.*s is behind a LEFT JOIN", ARG(token));
	}
	return cases > elses ? S("CASE has no ELSE") : (struct str){ 0 };
}
