#pragma once
/* Between inspection_web.c and inspection_view_web.c: what the record's page shows. */
#include "inspection/inspection_web.h"

/* Fills everything that follows from the inspection; v->x is set. */
void inspection_view_fill(struct request *rq, const struct catalogue *c, struct inspection_page_view *v);
