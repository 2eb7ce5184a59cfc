#pragma once
/* The commands of the contract, one row each. */
#include "app/cli.h"

extern const struct cli_command app_commands[]; /* ends with a NULL name */

int run_init(struct cli *c);
int run_demo(struct cli *c);
int run_import(struct cli *c);
int run_figures(struct cli *c);
int run_deadline(struct cli *c);
int run_user(struct cli *c);
int run_backup(struct cli *c);
int run_restore(struct cli *c);
int run_doctor(struct cli *c);
int run_rebuild(struct cli *c);
int run_erase(struct cli *c);
int run_setting(struct cli *c);
