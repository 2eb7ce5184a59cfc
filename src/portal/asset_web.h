#pragma once
/* GET /tinh/NAME */
#include "http/http.h"

/* The file that ":name" asks for, in the best encoding the client takes (RFC 9110 12.5.3); 404 otherwise. */
struct reply asset_get(struct request *rq);
