#pragma once
/* /nhat-ky: what the journal records, how large it is, and an entry by its position. */
#include "http/http.h"

struct reply publiclog_get(struct request *rq);
