#pragma once
/* The public figures: pages and API. */
#include "http/http.h"

struct reply figures_get(struct request *rq);          /* /so-lieu */
struct reply figures_list_get(struct request *rq);     /* /so-lieu/ho-so */
struct reply api_figures_get(struct request *rq);      /* /api/v1/figures */
struct reply api_figures_list_get(struct request *rq); /* /api/v1/figures/dossiers */
