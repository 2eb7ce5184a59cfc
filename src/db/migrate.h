#pragma once
/*
 * The schema grows by numbered scripts (src/db/schema/NNNN_name.sql), each run once, in order, in one
 * transaction. A database that is newer than the program is refused: nothing is ever migrated downwards.
 */
#include "db/db.h"

struct migration {
	struct str name, sql;
};
/* Brings db up to date. *applied tells how many scripts ran; 0 when it was up to date. */
must_check const struct fault *db_migrate(struct db *db, const struct migration *m, int n, int *applied);
/* How many scripts the database has had; 0 for an empty file. */
must_check const struct fault *db_schema_version(struct db *db, int *version);
