#include "sql2c.h"

#include <stdio.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

void sql_error(struct source *s, int line, struct str name, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct str what = str_vfmt(s->a, fmt, ap);
	va_end(ap);
	fprintf(stderr, "%s:%d: error: %.*s: %.*s\n", s->path, line, ARG(name), ARG(what));
	s->errors++;
}

/* [a-z][a-z0-9_]* */
static bool spelled_well(struct str s)
{
	if (!s.n || s.p[0] < 'a' || s.p[0] > 'z' || s.n > MAX_NAME_CHARS)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'z') && s.p[i] != '_')
			return false;
	return true;
}

bool sql_is_name(struct str s)
{
	static const char words[] =
		" auto break case char const continue default do double else enum extern float"
		" for goto if inline int long register restrict return short signed sizeof"
		" static struct switch typedef union unsigned void volatile while bool true"
		" false db row rows found more in v cursor any ";
	char padded[MAX_NAME_CHARS + 3] = " ";

	if (!spelled_well(s))
		return false;
	memcpy(padded + 1, s.p, s.n);
	padded[s.n + 1] = ' ';
	return strstr(words, padded) == NULL;
}

static bool take_word(struct str *rest, struct str *word)
{
	size_t n = 0;

	*rest = str_trim(*rest);
	while (n < rest->n && (is_letter(rest->p[n]) || is_digit(rest->p[n])))
		n++;
	*word = str_sub(*rest, 0, n);
	*rest = str_sub(*rest, n, rest->n);
	return n > 0;
}

/* "(…)" cut off *rest */
static bool take_list(struct str *rest, struct str *list)
{
	*rest = str_trim(*rest);
	size_t close = str_find_char(*rest, ')');

	if (!rest->n || rest->p[0] != '(' || close == rest->n)
		return false;
	*list = str_trim(str_sub(*rest, 1, close));
	*rest = str_sub(*rest, close + 1, rest->n);
	return true;
}

/* Text of a header line behind "--", when the line is one: a name and "(" at once. */
static bool header_text(struct str line, struct str *text)
{
	struct str rest = str_trim(line), word;

	if (!str_starts(rest, S("--")))
		return false;
	rest = *text = str_trim(str_sub(rest, 2, rest.n));
	return take_word(&rest, &word) && rest.n && rest.p[0] == '(' && rest.p == word.p + word.n;
}

static void add_field(struct source *s, const struct statement *st, struct fields *to, struct field f)
{
	if (!sql_is_name(f.name)) {
		sql_error(s, st->line, st->name,
			"'%.*s' is not a usable name: small letters, digits, _, no word of C", ARG(f.name));
		return;
	}
	for (int i = 0; i < to->n; i++)
		if (str_eq(to->f[i].name, f.name))
			sql_error(s, st->line, st->name, "'%.*s' is named twice", ARG(f.name));
	if (to->n == MAX_FIELDS)
		sql_error(s, st->line, st->name, "more than %d names", MAX_FIELDS);
	else
		to->f[to->n++] = f;
}

static void parse_parameters(struct source *s, struct statement *st, struct str list)
{
	struct str piece;

	if (!list.n)
		return;
	while (str_cut(&list, ',', &piece)) {
		struct field f = { 0 };

		take_word(&piece, &f.name);
		piece = str_trim(piece);
		if (str_eq(piece, S("text")))
			f.type = TYPE_TEXT;
		else if (str_eq(piece, S("blob")))
			f.type = TYPE_BLOB;
		else if (piece.n)
			sql_error(s, st->line, st->name,
				"parameter %.*s: unknown type '%.*s': write text, blob, or nothing for "
				"BIGINT",
				ARG(f.name), ARG(piece));
		add_field(s, st, &st->in, f);
	}
}

static void parse_listed(struct source *s, struct statement *st, struct str rest)
{
	struct str word, list, piece;

	while (take_word(&rest, &word)) {
		bool text = str_eq(word, S("text"));

		if ((!text && !str_eq(word, S("blob"))) || !take_list(&rest, &list))
			break;
		while (str_cut(&list, ',', &piece))
			add_field(s, st, &st->listed,
				(struct field){ str_trim(piece), text ? TYPE_TEXT : TYPE_BLOB });
		rest = str_trim(rest);
		word = (struct str){ 0 };
	}
	if (word.n || rest.n)
		sql_error(s, st->line, st->name,
			"not understood: '%.*s%.*s': only text(column, …) and blob(column, …) may stand here",
			ARG(word), ARG(rest));
}

static void parse_header(struct source *s, struct statement *st, struct str text)
{
	static const struct str kinds[] = { S_INIT("exec"), S_INIT("one"), S_INIT("maybe"), S_INIT("many") };
	struct str list, kind;
	size_t k = 0;

	take_word(&text, &st->name);
	for (int i = 0; i < s->n; i++)
		if (str_eq(s->st[i].name, st->name))
			sql_error(
				s, st->line, st->name, "this name is used in line %d already", s->st[i].line);
	if (!spelled_well(st->name))
		sql_error(s, st->line, st->name, "not a usable name: small letters, digits, _");
	if (!take_list(&text, &list)) {
		sql_error(s, st->line, st->name, "the list of parameters is not closed");
		return;
	}
	parse_parameters(s, st, list);
	take_word(&text, &kind);
	while (k < COUNT(kinds) && !str_eq(kinds[k], kind))
		k++;
	if (k == COUNT(kinds))
		sql_error(
			s, st->line, st->name, "'%.*s' where exec, one, maybe or many is wanted", ARG(kind));
	st->kind = (enum sql_kind)k;
	parse_listed(s, st, str_trim(text));
}

/* A header goes on in the next comment line while its parentheses are open, or with text(…) or blob(…). */
static bool goes_on(struct str header, struct str line, struct str *more)
{
	bool named = header_text(line, more);
	struct str t = str_trim(line);

	if (named)
		return str_starts(*more, S("text(")) || str_starts(*more, S("blob("));
	size_t open = 0, closed = 0;
	for (size_t i = 0; i < header.n; i++) {
		open += header.p[i] == '(';
		closed += header.p[i] == ')';
	}
	if (open == closed || !str_starts(t, S("--")))
		return false;
	*more = str_trim(str_sub(t, 2, t.n));
	return true;
}

static void finish(struct source *s, struct statement *st)
{
	size_t used;
	struct str rest;

	if (!sql_one_line(s->a, st->body, &st->text, &used) && st->text.n)
		sql_error(s, st->line, st->name, "the statement does not end in a semicolon");
	if (!st->text.n)
		sql_error(s, st->line, st->name, "no statement follows the header");
	rest = str_sub(st->body, used, st->body.n);
	struct str next = sql_token(&rest);
	if (!next.n)
		return;
	int line = st->body_line;
	for (const char *p = st->body.p; p < next.p; p++)
		line += *p == '\n';
	sql_error(s, line, st->name, "a second statement under one header: write '-- name(…) kind' above it");
}

static struct statement *new_statement(struct source *s, int line)
{
	if (s->n == MAX_STATEMENTS)
		tool_die("%s: more than %d statements", s->path, MAX_STATEMENTS);
	struct statement *st = &s->st[s->n];
	*st = (struct statement){ .line = line, .body_line = line + 1 };
	return st;
}

/* One line outside a header: of the current statement's body, or of none. */
static void body_line(struct source *s, struct statement *st, struct str line, int n, bool *orphan)
{
	struct str rest = line;

	if (st) {
		if (!st->body.p) {
			st->body.p = line.p;
			st->body_line = n;
		}
		st->body.n = (size_t)(line.p + line.n - st->body.p);
	} else if (!*orphan && sql_token(&rest).n) {
		*orphan = true;
		sql_error(s, n, S("?"), "a statement without a header: write '-- name(…) kind' above it");
	}
}

void sql_parse(struct source *s, struct str text)
{
	struct str line, header, more;
	struct statement *st = NULL;
	bool orphan = false, pending = str_cut(&text, '\n', &line);

	for (int n = 1; pending; n++) {
		if (!header_text(line, &header)) {
			body_line(s, st, line, n, &orphan);
			pending = str_cut(&text, '\n', &line);
			continue;
		}
		if (st)
			finish(s, st);
		st = new_statement(s, n);
		while ((pending = str_cut(&text, '\n', &line)) && goes_on(header, line, &more)) {
			header = str_fmt(s->a, "%.*s %.*s", ARG(header), ARG(more));
			n++;
		}
		int before = s->errors;
		parse_header(s, st, header);
		st->broken = s->errors > before;
		s->n++;
	}
	if (st)
		finish(s, st);
}
