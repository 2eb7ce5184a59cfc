#pragma once
/* The checklist that is part of the program, and what the database knows for it. */
#include "catalogue/catalogue.h"
#include "db/db.h"
#include "inspection/inspection_checklist.h"

/* packs/vn/inspection-checklist.csv as it was built in; in a. */
must_check const struct fault *checklist_load(struct arena *a, struct checklist *out);

/* The facts of the unit (with everything below it) and the period of the inspection: as known when the
 * figures were frozen, once they are; else as known now. A unit whose dossiers are not in this system: what
 * it declared. Reads in transactions of its own. */
must_check const struct fault *checklist_gather(struct db *db, const struct catalogue *c,
	const struct inspection *x, instant now, struct checklist_facts *out);
