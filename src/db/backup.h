#pragma once
/* A copy of the database as of one moment, while others read and write it. */
#include "db/db.h"

/* Copies db into a new file at path, a page at a time; the copy is checked by the engine when it is whole. */
must_check const struct fault *db_backup(struct db *db, const char *path);
/* The engine's own check of the file: *sound, and its first complaint. */
must_check const struct fault *db_check(struct db *db, bool *sound, struct str *complaint);
