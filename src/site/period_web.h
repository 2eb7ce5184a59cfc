#pragma once
/* Which period figures show when nobody asked for one. */
#include "figures/figures_report.h"
#include "site/site_web.h"

/* The whole province, the period of the data (struct app) or this year so far, now. */
struct figure_request site_figures(struct request *rq, const struct catalogue *c);
/* From the cache, or counted anew. */
must_check const struct fault *site_busy(struct request *rq, const struct catalogue *c, struct busy *out);
