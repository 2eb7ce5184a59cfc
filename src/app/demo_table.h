#pragma once
/* The article's figures beside the computed ones. */
#include "app/cli.h"
#include "catalogue/catalogue.h"
#include "db/db.h"

/* Appends the tables of both departments. Everything in the column "computed" is computed; *same says whether
 * all of it is what the article says. */
must_check const struct fault *demo_table(
	const struct cli *c, struct db *db, const struct catalogue *k, struct buf *out, bool *same);
