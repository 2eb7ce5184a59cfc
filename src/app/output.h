#pragma once
/* Where a command's result goes: stdout, or the file of --out, which appears whole or not at all. */
#include "app/cli.h"

must_check int write_output(const struct cli *c, struct str bytes);
