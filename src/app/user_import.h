#pragma once
/* motcua user import FILE.csv */
#include "app/cli.h"
#include "province/province.h"

/* All of the file or nothing; with --dry-run only what would be. The passwords for once go to a new file that
 * nobody else can read (--passwords FILE), or to the standard output. */
int user_import(struct cli *c, struct province *p);
