#pragma once
/*
 * The command line: a table of commands, each with its options; parsed input only. Exit codes are those of
 * the contract: 0 done, 1 refused by the rules or bad input, 2 usage, 3 the world failed.
 */
#include "base/base.h"
#include "msg/messages.h"

enum exit_code { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_WORLD = 3 };

enum { CLI_MAX_OPTIONS = 16, CLI_MAX_WORDS = 4 };
struct cli_option {
	const char *name;    /* "--data" */
	const char *metavar; /* "DIR"; NULL for a flag */
	bool required;
	enum msg help;
};
struct cli;
struct cli_command {
	const char *name;
	const char *words; /* what stands beside the options: "KIND FILE"; "" for nothing */
	int words_min, words_max;
	const struct cli_option *options; /* ends with a NULL name */
	enum msg help;
	int (*run)(struct cli *c);
};

/* One run of the program. */
struct cli {
	struct arena *a;
	enum lang lang;
	const struct cli_command *command;
	struct str values[CLI_MAX_OPTIONS]; /* by place in command->options; p is NULL when not given */
	struct str words[CLI_MAX_WORDS];
	int words_n;
	bool is_terminal; /* stderr: whether progress is drawn */
};
/* The value of an option that the command declares; p is NULL when it was not given. */
struct str cli_value(const struct cli *c, const char *name);
static inline bool cli_given(const struct cli *c, const char *name)
{
	return cli_value(c, name).p != NULL;
}

/* Parses and runs; returns the exit code. */
int cli_main(struct arena *a, const struct cli_command *commands, int argc, char **argv);

void cli_out(struct str s); /* to stdout, as it is */
void cli_err(struct str s); /* to stderr, with a line end */
/* Refusals and faults as one line on stderr; each returns the exit code to give. */
int cli_refuse(const struct cli *c, struct str message);
int cli_usage(const struct cli *c, struct str message);
int cli_fault(const struct cli *c, const struct fault *f);
