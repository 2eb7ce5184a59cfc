#pragma once
/* Tracking by code: /tra-cuu and /api/v1/dossiers/:code. Nothing personal, whatever is asked. */
#include "http/http.h"

struct reply tracking_get(struct request *rq);
struct reply api_dossier_get(struct request *rq);
