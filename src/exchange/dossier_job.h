#pragma once
/*
 * One import of dossiers: the file, what to do with it, what came of it. A command of the one writer
 * (journal/write.h), so it is all or nothing. The file is read as a stream, once: it may be large.
 */
#include "catalogue/catalogue.h"
#include "exchange/csv.h"
#include "journal/write.h"

struct dossier_job {
	struct csv_source source;
	const struct catalogue *catalogue; /* of the moment before: what exists already */
	bool dry_run;                      /* everything is checked, then taken back */
	enum lang lang;                    /* of the words that a rule itself says */
	struct str correct;                /* the reason of --correct; empty: other values are errors */
	/* Called now and then with the bytes read of the total; may be NULL. */
	void (*progress)(void *arg, uint64_t done, uint64_t total);
	void *progress_arg;
	struct import_errors errors, warnings; /* their arenas are set by the caller; errors.total > 0:
						* nothing was imported */
	int64_t rows, added, corrected, unchanged;
};
