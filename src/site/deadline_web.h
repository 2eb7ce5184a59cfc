#pragma once
/* /api/v1/deadline and the description of the API. */
#include "http/http.h"

struct reply api_deadline_get(struct request *rq);
struct reply api_description_get(struct request *rq); /* /api/v1/openapi.json */
