#define _POSIX_C_SOURCE 200809L
#include "app/cli.h"
#include "app/version.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void cli_out(struct str s)
{
	(void)!fwrite(s.p, 1, s.n, stdout);
}

void cli_err(struct str s)
{
	(void)!fprintf(stderr, "%.*s\n", ARG(s));
}

int cli_refuse(const struct cli *c, struct str message)
{
	(void)c;
	cli_err(message);
	return EXIT_REFUSED;
}

int cli_usage(const struct cli *c, struct str message)
{
	struct buf b = { .a = c->a };

	cli_err(message);
	if (c->command) {
		msg_app_see_help(&b, c->lang, str_of(c->command->name));
		cli_err(buf_str(&b));
	}
	return EXIT_USAGE;
}

/* What the operator can do about it, then what the system said. */
int cli_fault(const struct cli *c, const struct fault *f)
{
	static const enum msg advice[] = { [FAULT_IO] = MSG_app_fault_io,
		[FAULT_BUSY] = MSG_app_fault_busy,
		[FAULT_FULL] = MSG_app_fault_full,
		[FAULT_NOT_FOUND] = MSG_app_fault_not_found,
		[FAULT_CONFLICT] = MSG_app_fault_conflict,
		[FAULT_CORRUPT] = MSG_app_fault_corrupt,
		[FAULT_UNSURE] = MSG_app_fault_unsure };

	(void)!fprintf(stderr, "%.*s\n  %.*s (%s)\n", ARG(msg_text(c->lang, advice[f->kind])), ARG(f->what),
		f->where);
	return EXIT_WORLD;
}

struct str cli_value(const struct cli *c, const char *name)
{
	for (int i = 0; c->command->options[i].name; i++)
		if (strcmp(c->command->options[i].name, name) == 0)
			return c->values[i];
	impossible(); /* a command asks only for what it declares */
}

static void print_usage_line(struct buf *b, const struct cli_command *k)
{
	buf_fmt(b, "motcua %s", k->name);
	if (*k->words)
		buf_fmt(b, " %s", k->words);
	for (int i = 0; k->options[i].name; i++) {
		const struct cli_option *o = &k->options[i];
		const char *open = o->required ? "" : "[", *close = o->required ? "" : "]";
		buf_fmt(b, " %s%s%s%s%s", open, o->name, o->metavar ? " " : "", o->metavar ? o->metavar : "",
			close);
	}
	buf_char(b, '\n');
}

static int help_of(const struct cli *c, const struct cli_command *k)
{
	struct buf b = { .a = c->a };

	print_usage_line(&b, k);
	buf_fmt(&b, "\n%.*s\n\n", ARG(msg_text(c->lang, k->help)));
	for (int i = 0; k->options[i].name; i++) {
		const struct cli_option *o = &k->options[i];
		struct str left = str_fmt(c->a, "%s %s", o->name, o->metavar ? o->metavar : "");
		buf_fmt(&b, "  %-22.*s %.*s\n", ARG(left), ARG(msg_text(c->lang, o->help)));
	}
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

static int help_all(const struct cli *c, const struct cli_command *commands)
{
	struct buf b = { .a = c->a };

	buf_fmt(&b, "%.*s\n\n", ARG(msg_text(c->lang, MSG_app_about)));
	for (; commands->name; commands++)
		buf_fmt(&b, "  %-10s %.*s\n", commands->name, ARG(msg_text(c->lang, commands->help)));
	buf_fmt(&b, "\n%.*s\n", ARG(msg_text(c->lang, MSG_app_more)));
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

static const struct cli_option *option_of(const struct cli_command *k, struct str name, int *at)
{
	for (int i = 0; k->options[i].name; i++)
		if (str_eq(name, str_of(k->options[i].name))) {
			*at = i;
			return &k->options[i];
		}
	return NULL;
}

static struct str message1(
	const struct cli *c, void (*m)(struct buf *, enum lang, struct str), struct str arg)
{
	struct buf b = { .a = c->a };

	m(&b, c->lang, arg);
	return buf_str(&b);
}

/* "--name value" or "--name=value". Returns how many arguments it took, or 0 after a usage error. */
static int take_option(struct cli *c, int left, char **argv)
{
	struct str arg = str_of(argv[0]);
	size_t eq = str_find_char(arg, '=');
	struct str name = str_sub(arg, 0, eq);
	int at = 0;
	const struct cli_option *o = option_of(c->command, name, &at);

	if (!o) {
		(void)cli_usage(c, message1(c, msg_app_unknown_option, name));
		return 0;
	}
	if (c->values[at].p) {
		(void)cli_usage(c, message1(c, msg_app_option_twice, name));
		return 0;
	}
	bool inline_value = eq < arg.n;
	if (!o->metavar && !inline_value) {
		c->values[at] = S("yes");
		return 1;
	}
	if (!o->metavar || (!inline_value && left < 2)) {
		(void)cli_usage(c, message1(c, o->metavar ? msg_app_value_missing : msg_app_no_value, name));
		return 0;
	}
	c->values[at] = inline_value ? str_sub(arg, eq + 1, arg.n) : str_of(argv[1]);
	return inline_value ? 1 : 2;
}

static bool parse(struct cli *c, int argc, char **argv)
{
	for (int i = 0; i < argc;) {
		if (argv[i][0] == '-' && argv[i][1] == '-') {
			int taken = take_option(c, argc - i, argv + i);
			if (!taken)
				return false;
			i += taken;
			continue;
		}
		if (c->words_n == CLI_MAX_WORDS || c->words_n == c->command->words_max) {
			(void)cli_usage(c, message1(c, msg_app_too_many_words, str_of(argv[i])));
			return false;
		}
		c->words[c->words_n++] = str_of(argv[i++]);
	}
	for (int i = 0; c->command->options[i].name; i++)
		if (c->command->options[i].required && !c->values[i].p) {
			(void)cli_usage(
				c, message1(c, msg_app_option_missing, str_of(c->command->options[i].name)));
			return false;
		}
	if (c->words_n < c->command->words_min) {
		(void)cli_usage(c, message1(c, msg_app_words_missing, str_of(c->command->words)));
		return false;
	}
	return true;
}

/* --lang may stand anywhere and belongs to no command. Returns the new count of arguments. */
static int take_language(struct cli *c, int argc, char **argv)
{
	const char *env = getenv("MOTCUA_LANG"); /* before any thread exists */
	int n = 0;

	if (env && lang_from(str_of(env), &c->lang))
		env = NULL;
	for (int i = 0; i < argc; i++) {
		struct str arg = str_of(argv[i]);
		if (str_eq(arg, S("--lang")) && i + 1 < argc && lang_from(str_of(argv[i + 1]), &c->lang))
			i++;
		else if (!str_starts(arg, S("--lang=")) || !lang_from(str_sub(arg, 7, arg.n), &c->lang))
			argv[n++] = argv[i];
	}
	return n;
}

static bool asks_for_help(int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

int cli_main(struct arena *a, const struct cli_command *commands, int argc, char **argv)
{
	struct cli c = { .a = a, .is_terminal = isatty(STDERR_FILENO) == 1 };

	argc = take_language(&c, argc, argv);
	if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		int code = help_all(&c, commands);
		return argc < 2 ? EXIT_USAGE : code;
	}
	if (strcmp(argv[1], "--version") == 0) {
		cli_out(S("motcua " MOTCUA_VERSION "\n"));
		return EXIT_DONE;
	}
	for (const struct cli_command *k = commands; k->name; k++)
		if (strcmp(k->name, argv[1]) == 0)
			c.command = k;
	if (!c.command) {
		cli_err(message1(&c, msg_app_unknown_command, str_of(argv[1])));
		cli_err(msg_text(c.lang, MSG_app_more));
		return EXIT_USAGE;
	}
	if (asks_for_help(argc - 2, argv + 2))
		return help_of(&c, c.command);
	return parse(&c, argc - 2, argv + 2) ? c.command->run(&c) : EXIT_USAGE;
}
