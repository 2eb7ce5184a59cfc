#pragma once
/* What templates of several features show alike. */
#include "base/str.h"

/* One of the choices of a select. */
struct choice {
	struct str value, name;
	bool chosen;
};
