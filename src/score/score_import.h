#pragma once
/* Import of sets of criteria (docs/import.md, `criteria`). */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. A file holds whole versions; one that exists must be
 * the same, because sheets were scored by it: other values are errors, --correct or not. */
must_check const struct fault *import_criteria(struct write *w, void *job);
