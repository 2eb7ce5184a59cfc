#pragma once
/*
 * Import of dossiers (contract.md, "CSV for import"): history through the same commands as a person's. The
 * same file again changes nothing; a known code with other values is an error of its row, or with a reason a
 * correction.
 */
#include "exchange/dossier_job.h"

/* A write_command; job is a struct dossier_job. */
must_check const struct fault *import_dossiers(struct write *w, void *job);
