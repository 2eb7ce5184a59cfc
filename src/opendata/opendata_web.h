#pragma once
/* /du-lieu-mo: what data there is, and the files. */
#include "http/http.h"

struct reply opendata_get(struct request *rq);           /* the page */
struct reply opendata_file_get(struct request *rq);      /* /du-lieu-mo/:file, "thu-tuc.csv" */
struct reply opendata_catalogue_get(struct request *rq); /* /du-lieu-mo/catalog.jsonld */
