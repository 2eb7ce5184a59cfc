#pragma once
/* Import of procedures (contract.md "CSV for import", procedures). */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. The agencies must have been imported. */
must_check const struct fault *import_procedures(struct write *w, void *job);
