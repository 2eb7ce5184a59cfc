#pragma once
/* Import of official documents (docs/import.md, `legal`). */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. Rows are registered as by hand. A document that is
 * there with other values is an error of its row, unless a reason for corrections is given: then its entry is
 * corrected. */
must_check const struct fault *import_legal(struct write *w, void *job);
