#pragma once
/* Opening a province from the command line, with what to say when it cannot be. */
#include "app/cli.h"
#include "province/province.h"

/* Opens the directory of --data. EXIT_DONE and *out, or the exit code to give after saying why. */
must_check int open_province(struct cli *c, const struct province_options *o, struct province **out);
/* Says what problem is; returns its exit code. */
int refuse_problem(const struct cli *c, const struct province_problem *p, struct str dir);
/* Parses the value of an option; a bad one is said and EXIT_USAGE is returned. */
must_check int cli_day(const struct cli *c, const char *option, daynum *out);
must_check int cli_time(const struct cli *c, const char *option, int second_of_bare_day, instant *out);
/* A of the contract: one agency's number (0 for "all" where all_allowed), or the list of candidates on stderr
 * and EXIT_REFUSED. */
must_check int cli_agency(
	const struct cli *c, const struct catalogue *k, struct str typed, bool all_allowed, int *out);
/* The option --db: only SQLite exists. */
must_check int cli_engine(const struct cli *c);
