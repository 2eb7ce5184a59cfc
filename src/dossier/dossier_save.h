#pragma once
/* A dossier as its row of the table. For dossier_store.c. */
#include "db/db.h"
#include "dossier/dossier.h"

/* *taken: there is a dossier with that code, and nothing was written. */
must_check const struct fault *dossier_insert(
	struct db *db, int64_t number, const struct dossier *d, bool *taken);
/* The row must be that of the version before. */
must_check const struct fault *dossier_update(struct db *db, int64_t number, const struct dossier *d);
