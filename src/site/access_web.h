#pragma once
/* GET /tro-nang: the accessibility statement. What it claims is what tests/browser holds the pages to; what
 * it says is missing is missing: whoever changes one changes the other. */
#include "site/site_web.h"

struct reply access_get(struct request *rq);
