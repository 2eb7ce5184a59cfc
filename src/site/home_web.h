#pragma once
/* The home page: what many people do, what agencies achieved, by which field to look. */
#include "http/http.h"

struct reply home_get(struct request *rq);
