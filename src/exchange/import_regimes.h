#pragma once
/*
 * Import of regimes of periodic reports (report/regime_entry.h has the columns): who owes which report to
 * whom by when. The receiver is a code, a short name or a name of an agency, or "parent". A row with the code
 * and valid_from of a stored version says the same or corrects it.
 */
#include "exchange/import.h"

/* A command of the writer; job is a struct import_job. Each new or changed row is one journal entry
 * "report_regime.version". */
must_check const struct fault *import_regimes(struct write *w, void *job);
