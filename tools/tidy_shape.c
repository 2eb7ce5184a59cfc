#include "tidy.h"

/* A function being read: where its signature begins, and its name for messages. */
struct function {
	size_t start;
	struct str name;
};

static struct str trimmed_head(struct str bare, size_t from, size_t to)
{
	return str_trim(str_sub(bare, from, to));
}

/* Where the parenthesis that closes at the end of s was opened. */
static size_t opening(struct str s)
{
	int depth = 0;

	for (size_t i = s.n; i-- > 0;) {
		depth += (s.p[i] == ')') - (s.p[i] == '(');
		if (depth == 0)
			return i;
	}
	return 0;
}

static struct str last_word(struct str s)
{
	struct str word, last = { 0 };
	size_t at = 0;

	while ((word = tidy_word(s, &at)).n)
		last = word;
	return last;
}

static bool ends_in_word(struct str s, struct str word)
{
	return str_ends(s, word) && str_eq(last_word(s), word);
}

static int count_parameters(struct str list)
{
	int depth = 0, n = 1;

	list = str_trim(list);
	if (!list.n || str_eq(list, S("void")))
		return 0;
	for (size_t i = 0; i < list.n; i++) {
		depth += (list.p[i] == '(') - (list.p[i] == ')');
		n += depth == 0 && list.p[i] == ',';
	}
	return n;
}

/* Is a '{' behind this text a block (and not an initializer or a compound literal)? */
static bool opens_block(struct str before)
{
	static const struct str controls[] = { S_INIT("if"), S_INIT("for"), S_INIT("while"),
		S_INIT("switch") };
	char last = before.n ? before.p[before.n - 1] : ';';

	if (last == ';' || last == '{' || last == '}' || last == ':')
		return true;
	if (last == ')')
		return tidy_is_one_of(
			last_word(str_sub(before, 0, opening(before))), controls, COUNT(controls));
	return ends_in_word(before, S("else")) || ends_in_word(before, S("do"));
}

/* Does this declaration (up to its '=' or '{') declare something that can be written to? *name is which. */
static bool is_writable(struct str declaration, struct str *name)
{
	size_t star = declaration.n, at = 0, bracket = str_find_char(declaration, '[');
	struct str word;
	bool is_const = false;

	for (size_t i = 0; i < declaration.n; i++)
		if (declaration.p[i] == '*')
			star = i;
	if (star < declaration.n)
		at = star;
	while ((word = tidy_word(declaration, &at)).n) {
		is_const = is_const || str_eq(word, S("const"));
		/* the one thing a signal handler may write to */
		is_const = is_const || str_eq(word, S("sig_atomic_t"));
	}
	*name = last_word(str_sub(declaration, 0, bracket));
	return !is_const;
}

static struct str declaration_part(struct str statement)
{
	size_t equals = str_find_char(statement, '='), brace = str_find_char(statement, '{');

	return str_sub(statement, 0, equals < brace ? equals : brace);
}

/* A statement outside functions: is it a variable that can change? */
static void check_global(struct tidy *t, const struct tidy_file *f, size_t from, size_t to)
{
	static const struct str harmless[] = { S_INIT("typedef"), S_INIT("extern"), S_INIT("_Static_assert"),
		S_INIT("static_assert") };
	static const struct str kinds[] = { S_INIT("struct"), S_INIT("union"), S_INIT("enum") };
	struct str statement = str_sub(f->bare, from, to), part = declaration_part(statement), name;
	size_t at = 0;
	struct str first = tidy_word(part, &at), tag = tidy_word(part, &at);

	if (tidy_is_one_of(first, harmless, COUNT(harmless)) || str_find_char(part, '(') < part.n)
		return;
	/* struct x; struct x { … }; enum { … }; */
	if (tidy_is_one_of(first, kinds, COUNT(kinds)) &&
		(part.n == statement.n || f->bare.p[from + part.n] == '{') &&
		(str_ends(str_trim(statement), S("}")) || str_ends(statement, tag)))
		return;
	if (is_writable(part, &name))
		tidy_say(t, RULE_VARIABLE, f, tidy_line(f->bare, from),
			"%.*s can be written to: make it const, or an argument", ARG(name));
}

/* A prototype: whoever gets a fault must look at it. The maker of faults returns nothing else. */
static void check_prototype(struct tidy *t, const struct tidy_file *f, size_t from, size_t to)
{
	struct str statement = str_sub(f->bare, from, to);

	if (str_starts(statement, S("const struct fault *")) && str_find_char(statement, '(') < statement.n &&
		str_find(statement, S("returns_nonnull")) == statement.n)
		tidy_say(t, RULE_FUNCTION, f, tidy_line(f->bare, from),
			"returns a fault: write must_check before it");
}

static void check_local_statics(struct tidy *t, const struct tidy_file *f, size_t from, size_t to)
{
	struct str body = str_sub(f->bare, 0, to), word, name;

	while ((word = tidy_word(body, &from)).n) {
		if (!str_eq(word, S("static")))
			continue;
		size_t end = from + str_find_char(str_sub(body, from, body.n), ';');
		struct str part = declaration_part(str_sub(body, from, end));

		if (is_writable(part, &name))
			tidy_say(t, RULE_VARIABLE, f, tidy_line(body, from),
				"%.*s is static and can be written to", ARG(name));
	}
}

/* From the brace at `at` to behind the one that closes it. *blocks is how deep blocks stand in each other. */
static size_t skip_braces(struct str bare, size_t at, int *blocks)
{
	int depth = 0, block_depth = 0;
	uint64_t is_block = 0; /* one bit a level */

	for (; at < bare.n; at++) {
		if (bare.p[at] == '{') {
			bool block = depth > 0 && opens_block(str_trim(str_sub(bare, 0, at)));

			is_block = is_block << 1 | block;
			block_depth += block;
			depth++;
			*blocks = block_depth > *blocks ? block_depth : *blocks;
		} else if (bare.p[at] == '}') {
			block_depth -= (int)(is_block & 1);
			is_block >>= 1;
			if (--depth == 0)
				return at + 1;
		}
	}
	return at;
}

/* Recursion has no bound: a loop with a named limit has. */
static bool calls_itself(struct str body, struct str name)
{
	struct str word;
	size_t at = 0;

	while ((word = tidy_word(body, &at)).n) {
		char before = word.p > body.p ? word.p[-1] : ' ';

		if (str_eq(word, name) && at < body.n && body.p[at] == '(' && before != '.' && before != '>')
			return true;
	}
	return false;
}

static void check_function(struct tidy *t, const struct tidy_file *f, struct function fn, struct str head,
	size_t end, int blocks)
{
	int first = tidy_line(f->bare, fn.start), lines = tidy_line(f->bare, end) - first + 1;
	size_t open = opening(head);
	int parameters = count_parameters(str_sub(head, open + 1, head.n - 1));

	if (lines > MAX_FUNCTION_LINES)
		tidy_say(t, RULE_FUNCTION, f, first, "%.*s() has %d lines, more than %d", ARG(fn.name), lines,
			MAX_FUNCTION_LINES);
	if (parameters > MAX_PARAMETERS && !f->is_driver)
		tidy_say(t, RULE_FUNCTION, f, first, "%.*s() has %d parameters, more than %d", ARG(fn.name),
			parameters, MAX_PARAMETERS);
	if (blocks > MAX_BLOCKS)
		tidy_say(t, RULE_FUNCTION, f, first, "%.*s() is %d blocks deep, more than %d", ARG(fn.name),
			blocks, MAX_BLOCKS);
}

void tidy_shape(struct tidy *t, const struct tidy_file *f)
{
	bool program = f->in_src && !f->is_test;
	size_t at = tidy_skip_blanks(f->bare, 0), start = at;

	while (at < f->bare.n) {
		char c = f->bare.p[at];

		if (c == ';') {
			if (program)
				check_global(t, f, start, at);
			if (program && f->is_header)
				check_prototype(t, f, start, at);
			start = at = tidy_skip_blanks(f->bare, at + 1);
			continue;
		}
		if (c != '{') {
			at++;
			continue;
		}
		struct str head = trimmed_head(f->bare, start, at);
		bool function = str_ends(head, S(")")) && str_find_char(head, '=') == head.n;
		size_t body = at;
		int blocks = 0;

		at = skip_braces(f->bare, at, &blocks);
		if (!function)
			continue;
		struct function fn = { start, last_word(str_sub(head, 0, opening(head))) };

		check_function(t, f, fn, head, at, blocks);
		if (program && calls_itself(str_sub(f->bare, body, at), fn.name))
			tidy_say(t, RULE_FUNCTION, f, tidy_line(f->bare, start), "%.*s() calls itself",
				ARG(fn.name));
		if (program)
			check_local_statics(t, f, body, at);
		start = at = tidy_skip_blanks(f->bare, at);
	}
}
