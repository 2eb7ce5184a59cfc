#pragma once
/*
 * What a province is, as words: kept beside the journal, because no figure and no deadline depends on it.
 */
#include "journal/write.h"

/* *value is empty when name was never set. */
must_check const struct fault *setting_get(struct db *db, struct str name, struct str *value);
must_check const struct fault *setting_set(struct write *w, struct str name, struct str value);

/* "1": people and dossiers were made up by motcua demo; whatever shows them says so. */
#define SETTING_SYNTHETIC S("synthetic")
must_check const struct fault *setting_is_synthetic(struct db *db, bool *synthetic);
