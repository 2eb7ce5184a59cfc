#pragma once
/* Score sheets of the demonstration: two years, invented agencies only (packs/vn/demo/agencies.csv). Points
 * are made up from a fixed rule; nothing is said about any real agency. */
#include "province/province.h"

/* After the figures were folded: formulas count them. */
must_check const struct fault *demo_score(struct province *p, struct arena *a);
