#pragma once
/* The tables of agencies, procedures and calendars against the journal that they follow from. */
#include "journal/write.h"

/* Throws the tables away and makes them again from the entries. */
must_check const struct fault *catalogue_rebuild(struct write *w);
/* Holds every row against its entry; *complaint names the first that differs, else it is empty. */
must_check const struct fault *catalogue_examine(struct db *db, struct str *complaint);
