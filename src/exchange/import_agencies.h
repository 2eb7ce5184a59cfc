#pragma once
/* Import of agencies (contract.md "CSV for import", agencies). */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. */
must_check const struct fault *import_agencies(struct write *w, void *job);
