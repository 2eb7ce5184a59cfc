#include "tidy.h"

struct ban {
	struct str word, instead;
};

/* Calls nobody makes. */
static const struct ban bans[] = {
	{ S_INIT("strcpy"), S_INIT("struct str, struct buf") },
	{ S_INIT("strncpy"), S_INIT("struct str, struct buf") },
	{ S_INIT("strcat"), S_INIT("struct buf") },
	{ S_INIT("strncat"), S_INIT("struct buf") },
	{ S_INIT("sprintf"), S_INIT("buf_fmt or str_fmt") },
	{ S_INIT("vsprintf"), S_INIT("buf_fmt or str_fmt") },
	{ S_INIT("strtok"), S_INIT("str_cut") },
	{ S_INIT("gets"), S_INIT("a read with a bound") },
	{ S_INIT("atoi"), S_INIT("str_int") },
	{ S_INIT("atol"), S_INIT("str_int") },
	{ S_INIT("localtime"), S_INIT("base/date.h") },
	{ S_INIT("gmtime"), S_INIT("base/date.h") },
	{ S_INIT("rand"), S_INIT("the system's random bytes, or test_random") },
	{ S_INIT("srand"), S_INIT("the system's random bytes, or test_random") },
	{ S_INIT("alloca"), S_INIT("an arena") },
	{ S_INIT("setjmp"), S_INIT("a fault") },
	{ S_INIT("longjmp"), S_INIT("a fault") },
};
/* Calls that tests and tools may make. */
static const struct ban program_bans[] = {
	{ S_INIT("system"), S_INIT("a library") },
	{ S_INIT("popen"), S_INIT("a library") },
};
/* Calls of base/, tools, tests, and drivers. */
static const struct ban memory_bans[] = {
	{ S_INIT("malloc"), S_INIT("an arena") },
	{ S_INIT("calloc"), S_INIT("an arena") },
	{ S_INIT("realloc"), S_INIT("an arena") },
	{ S_INIT("strdup"), S_INIT("str_dup") },
	{ S_INIT("free"), S_INIT("an arena, or a cleanup attribute in the file that sees the library") },
};

static const struct ban *find_ban(struct str word, const struct ban *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, list[i].word))
			return &list[i];
	return NULL;
}

static bool may_free(const struct tidy_file *f)
{
	return f->is_driver || f->is_test || f->in_tools || str_starts(f->path, S("src/base/"));
}

static void check_calls(struct tidy *t, const struct tidy_file *f)
{
	size_t at = 0;
	struct str word;

	while ((word = tidy_word(f->code, &at)).n) {
		const struct ban *ban = NULL;
		size_t next = tidy_skip_blanks(f->code, at);
		bool called = next < f->code.n && f->code.p[next] == '(';
		size_t begin = (size_t)(word.p - f->code.p);
		char before = begin ? f->code.p[begin - 1] : ' ';

		if (str_eq(word, S("goto")))
			tidy_say(t, RULE_BANNED, f, tidy_line(f->code, at),
				"goto: return early, or a cleanup attribute");
		if (!called || before == '.' || before == '>')
			continue;
		ban = find_ban(word, bans, COUNT(bans));
		if (!ban && f->in_src && !f->is_test)
			ban = find_ban(word, program_bans, COUNT(program_bans));
		if (!ban && !may_free(f))
			ban = find_ban(word, memory_bans, COUNT(memory_bans));
		if (ban)
			tidy_say(t, RULE_BANNED, f, tidy_line(f->code, at), "%.*s(): use %.*s", ARG(word),
				ARG(ban->instead));
	}
}

static void check_leftovers(struct tidy *t, const struct tidy_file *f)
{
	static const struct str leftovers[] = { S_INIT("TO"
						       "DO"),
		S_INIT("FIX"
		       "ME"),
		S_INIT("X"
		       "XX"),
		S_INIT("HA"
		       "CK") };
	struct str word;
	size_t at = 0;

	while ((word = tidy_word(f->raw, &at)).n)
		if (tidy_is_one_of(word, leftovers, COUNT(leftovers)))
			tidy_say(t, RULE_LEFTOVER, f, tidy_line(f->raw, at), "%.*s: do it, or file an issue",
				ARG(word));
}

static void check_lines(struct tidy *t, const struct tidy_file *f)
{
	struct str rest = f->raw, line;
	int n = 0;

	if (f->is_header && !str_starts(f->raw, S("#pragma once\n")))
		tidy_say(t, RULE_FILE, f, 1, "a header begins with #pragma once");
	if (f->raw.n && f->raw.p[f->raw.n - 1] != '\n')
		tidy_say(t, RULE_BLANKS, f, tidy_line(f->raw, f->raw.n), "no newline at the end of the file");
	while (str_cut(&rest, '\n', &line)) {
		char last = line.n ? line.p[line.n - 1] : '.';

		if (!rest.p && !line.n)
			break;
		n++;
		if (last == ' ' || last == '\t' || last == '\r')
			tidy_say(t, RULE_BLANKS, f, n, "blanks at the end of the line");
	}
	if (f->is_c && n > MAX_FILE_LINES)
		tidy_say(t, RULE_FILE, f, n, "%d lines, more than %d: split the file by what it does", n,
			MAX_FILE_LINES);
}

void tidy_words(struct tidy *t, const struct tidy_file *f)
{
	if (f->is_c)
		check_calls(t, f);
	check_leftovers(t, f);
	check_lines(t, f);
}
