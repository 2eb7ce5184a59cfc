#pragma once
/* The catalogue of procedures and the page of one, with its deadline "if you submit now". */
#include "http/http.h"

struct reply procedures_get(struct request *rq);     /* /thu-tuc */
struct reply procedure_page_get(struct request *rq); /* /thu-tuc/:code */
/* The API: /api/v1/procedures, /api/v1/procedures/:code */
struct reply api_procedures_get(struct request *rq);
struct reply api_procedure_get(struct request *rq);
