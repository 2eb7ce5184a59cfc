#pragma once
/* Import of holidays (contract.md "CSV for import", holidays): the file replaces the years that it contains,
 * as a new version. Open dossiers do not move. */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. It counts days; corrected are those that changed or
 * are no more. */
must_check const struct fault *import_holidays(struct write *w, void *job);
