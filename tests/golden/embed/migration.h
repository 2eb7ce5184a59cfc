#pragma once
/* As db/migrate.h has it, for the fixture. */
#include "base/str.h"

struct migration {
	struct str name, sql;
};
