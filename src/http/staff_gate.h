#pragma once
/* The part of the gate for routes of staff: who, what next, form token, permission, agency. Only gate.c calls
 * it. */
#include "http/route.h"

/* rq->route is bound and is for staff. Sets rq->session before the handler runs; its reply is kept by no
 * cache. */
struct reply staff_gate(const struct gate *g, struct request *rq);
