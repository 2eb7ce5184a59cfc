#pragma once
/* Brings the followers up to the end of the journal, through the one writer. */
#include "province/province.h"
#include "record/record_store.h"

/* Folds what the figures have not folded yet, a batch a command, so that others can write in between. Does
 * not trouble the writer when there is nothing to do. *position is how far it came. Codes are looked up in
 * the newest picture of the catalogue: whoever changed the catalogue has it loaded again first. */
must_check const struct fault *province_follow(struct province *p, struct arena *a, int64_t *position);
/* Throws away all tables that follow from the journal and makes them again; types are the kinds of records,
 * ending with NULL. */
must_check const struct fault *province_rebuild(
	struct province *p, const struct record_type *const *types, struct arena *a, int64_t *position);
